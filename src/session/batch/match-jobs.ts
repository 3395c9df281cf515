import type { SlotChange } from '../../domain/operation.ts'
import type { Slot, SlotBoard } from '../../domain/slot.ts'
import type { BatchJob } from '../../models/batch.ts'
import { readDisplay, type Display } from './display.ts'
import { byAge, isAlive, mayBring, type View } from './survey.ts'

/** Whether a work still waits for its outcome; `unknown` where its task is not in its state. */
export type Standing = 'wanted' | 'done' | 'unknown'

/** Of a member's view, what jobs are matched by. */
interface Seen {
  readonly member: Pick<View['member'], 'account'>
  readonly listing: View['listing']
}

export interface MatchInput {
  readonly board: SlotBoard
  readonly owner: string
  readonly views: readonly Seen[]
  readonly standingOf: (work: string) => Standing
  /** A slot for a job that has none. */
  readonly slotFor: (found: FoundJob) => Slot
  /** Jobs that no listing showed and the provider knows all the same, by their work; null where it did not answer for one. */
  readonly known: ReadonlyMap<string, BatchJob | null>
}

/** A job of this pipeline at one member. */
export interface FoundJob extends Display {
  readonly job: BatchJob
  readonly member: string
}

export interface Match {
  readonly changes: readonly SlotChange[]
  /** Jobs of ours that nobody needs: doubles, and work that has come to its outcome. */
  readonly cancels: readonly FoundJob[]
  /** Jobs alive that stand for no slot, at members whose listing is complete. */
  readonly others: Readonly<Record<string, number>>
}

export const foundJobs = (views: readonly Seen[], owner: string): readonly FoundJob[] =>
  views.flatMap(({ member, listing }) =>
    (listing?.jobs ?? []).flatMap(job => {
      const display = readDisplay(owner, job.display)
      return display === undefined ? [] : [{ ...display, job, member: member.account }]
    }),
  )

/**
 * The job that a slot stands for: the one that it names, whatever its display says, because a repository may have been renamed;
 * else the oldest of its work at its member that is of use.
 */
function jobOf(slot: Slot, found: readonly FoundJob[], views: readonly Seen[]): Pick<FoundJob, 'job' | 'attempt'> | undefined {
  if (slot.job !== null) {
    const listing = views.find(({ member }) => member.account === slot.member)?.listing
    const job = listing?.jobs.find(({ name }) => name === slot.job)
    return job && { job, attempt: slot.attempt }
  }
  const isIts = ({ job }: FoundJob) => mayBring(job) || (job.display === slot.display && job.state !== 'cancelling')
  return found
    .filter(each => each.member === slot.member && each.work === slot.work && isIts(each))
    .toSorted((a, b) => byAge(a.job, b.job))[0]
}

/** An account that got another name: its jobs show under that one, and are adopted there. */
const hasMoved = (slot: Slot, found: readonly FoundJob[], views: readonly Seen[]): boolean =>
  views.every(({ member }) => member.account !== slot.member) &&
  found.some(({ job }) => mayBring(job) && (slot.job === null ? job.display === slot.display : job.name === slot.job))

type Own = ReturnType<typeof jobOf>

function changesOf(slot: Slot, own: Own, { views, known }: MatchInput): readonly SlotChange[] {
  const { work } = slot
  const view = views.find(({ member }) => member.account === slot.member)
  // Of a member that was taken out of the configuration nothing will ever be heard.
  if (view === undefined) return [{ type: 'missing', work }]
  if (slot.state === 'terminal') return []
  if (own === undefined) {
    const job = known.get(work)
    if (job) return standingChanges(slot, job)
    return view.listing?.complete === true && job === undefined ? [{ type: 'missing', work }] : []
  }
  const { name: job, display } = own.job
  const named: SlotChange[] = slot.job === null ? [{ type: 'named', work, job, display, attempt: own.attempt }] : []
  return [...named, ...standingChanges(slot, own.job)]
}

function standingChanges({ work, missingSince }: Slot, job: BatchJob): readonly SlotChange[] {
  if (!isAlive(job)) return [{ type: 'ended', work }]
  return missingSince === null ? [] : [{ type: 'present', work }]
}

/** Two keys of one project show the same jobs; at two providers a name may stand for two, which differ in something else. */
const identityOf = ({ name, display, createdAt }: BatchJob): string => JSON.stringify([name, display, createdAt])

/** Pure: what listings show of the slots on the board and of our jobs without one. */
export function matchJobs(input: MatchInput): Match {
  const { board, views, owner } = input
  const found = foundJobs(views, owner)
  const moved = new Set(board.slots.filter(slot => hasMoved(slot, found, views)))
  const owned = board.slots.filter(slot => !moved.has(slot)).map(slot => ({ slot, own: jobOf(slot, found, views) }))
  const kept = new Set(owned.flatMap(({ own }) => (own === undefined ? [] : [identityOf(own.job)])))
  const works = new Set(owned.map(({ slot }) => slot.work))
  const changes: SlotChange[] = [...moved].map(({ work }) => ({ type: 'dropped', work }))
  for (const { slot, own } of owned) changes.push(...changesOf(slot, own, input))
  const cancels = new Map<string, FoundJob>()
  for (const each of found.toSorted((a, b) => byAge(a.job, b.job))) {
    const identity = identityOf(each.job)
    const standing = input.standingOf(each.work)
    // A task of a state that was lost: nobody can tell what its job is good for.
    if (kept.has(identity) || standing === 'unknown') continue
    if (standing === 'wanted' && !works.has(each.work) && mayBring(each.job)) {
      works.add(each.work)
      kept.add(identity)
      changes.push({ type: 'adopted', slot: input.slotFor(each) })
      if (!isAlive(each.job)) changes.push({ type: 'ended', work: each.work })
    } else if (each.job.state === 'alive' && !cancels.has(identity)) cancels.set(identity, each)
  }
  return { changes, cancels: [...cancels.values()], others: othersOf(views, kept) }
}

function othersOf(views: readonly Seen[], kept: ReadonlySet<string>): Readonly<Record<string, number>> {
  const counted = new Set(kept)
  const others: Record<string, number> = {}
  for (const { member, listing } of views) {
    if (listing?.complete !== true) continue
    const before = counted.size
    for (const job of listing.jobs) if (isAlive(job)) counted.add(identityOf(job))
    others[member.account] = counted.size - before
  }
  return others
}
