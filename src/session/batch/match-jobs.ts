import type { SlotChange } from '../../domain/operation.ts'
import type { Slot, SlotBoard } from '../../domain/slot.ts'
import type { BatchJob } from '../../models/batch.ts'
import { readDisplay, type Display } from './display.ts'
import { byAge, isAlive, mayBring, type View } from './survey.ts'

/** Whether a work still waits for its outcome; `unknown` where its task is none of this pipeline's. */
export type Standing = 'wanted' | 'done' | 'unknown'

export interface MatchInput {
  readonly board: SlotBoard
  readonly repositoryId: string
  readonly views: readonly View[]
  readonly standingOf: (work: string) => Standing
  /** A slot for a job that has none. */
  readonly slotFor: (found: FoundJob) => Slot
  /** Jobs that no listing showed and the provider knows all the same, by their work. */
  readonly known: ReadonlyMap<string, BatchJob>
}

/** A job of this repository at one member. */
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

export const foundJobs = (views: readonly View[], repositoryId: string): readonly FoundJob[] =>
  views.flatMap(({ member, listing }) =>
    (listing?.jobs ?? []).flatMap(job => {
      const display = readDisplay(repositoryId, job.display)
      return display === undefined ? [] : [{ ...display, job, member: member.account }]
    }),
  )

/** The job that a slot stands for: the one that it names, else the oldest of its work at its member that is of use. */
function jobOf(slot: Slot, found: readonly FoundJob[]): FoundJob | undefined {
  if (slot.job !== null) return found.find(each => each.member === slot.member && each.job.name === slot.job)
  const isIts = ({ job }: FoundJob) => mayBring(job) || (job.display === slot.display && job.state !== 'cancelling')
  return found
    .filter(each => each.member === slot.member && each.work === slot.work && isIts(each))
    .toSorted((a, b) => byAge(a.job, b.job))[0]
}

function changesOf(slot: Slot, own: FoundJob | undefined, { views, known }: MatchInput): readonly SlotChange[] {
  const { work } = slot
  if (slot.state === 'terminal') return []
  if (own === undefined) {
    const view = views.find(({ member }) => member.account === slot.member)
    // Of a member that was taken out of the configuration nothing will ever be heard.
    const isComplete = view === undefined || view.listing?.complete === true
    const job = known.get(work)
    if (job !== undefined) return standingChanges(slot, job)
    return isComplete ? [{ type: 'missing', work }] : []
  }
  const { name: job, display } = own.job
  const named: SlotChange[] = slot.job === null ? [{ type: 'named', work, job, display, attempt: own.attempt }] : []
  return [...named, ...standingChanges(slot, own.job)]
}

function standingChanges({ work, missingSince }: Slot, job: BatchJob): readonly SlotChange[] {
  if (!isAlive(job)) return [{ type: 'ended', work }]
  return missingSince === null ? [] : [{ type: 'present', work }]
}

/** A provider's names are its own: two members may use the same. */
const keyOf = (member: string, { name }: BatchJob): string => `${member} ${name}`

/** Pure: what listings show of the slots on the board and of our jobs without one. */
export function matchJobs(input: MatchInput): Match {
  const { board, views, repositoryId } = input
  const found = foundJobs(views, repositoryId)
  const owned = board.slots.map(slot => ({ slot, own: jobOf(slot, found) }))
  const kept = new Set(owned.flatMap(({ own }) => (own === undefined ? [] : [keyOf(own.member, own.job)])))
  const works = new Set(board.slots.map(slot => slot.work))
  const changes = owned.flatMap(({ slot, own }) => [...changesOf(slot, own, input)])
  const cancels: FoundJob[] = []
  const rest = found.filter(each => !kept.has(keyOf(each.member, each.job))).toSorted((a, b) => byAge(a.job, b.job))
  for (const each of rest) {
    const standing = input.standingOf(each.work)
    // A task of another pipeline, or of a state that was lost: nobody can tell what its job is good for.
    if (standing === 'unknown') continue
    if (standing === 'wanted' && !works.has(each.work) && mayBring(each.job)) {
      works.add(each.work)
      kept.add(keyOf(each.member, each.job))
      changes.push({ type: 'adopted', slot: input.slotFor(each) })
      if (!isAlive(each.job)) changes.push({ type: 'ended', work: each.work })
    } else if (each.job.state === 'alive') cancels.push(each)
  }
  return { changes, cancels, others: othersOf(views, kept) }
}

function othersOf(views: readonly View[], kept: ReadonlySet<string>): Readonly<Record<string, number>> {
  const complete = views.flatMap(({ member, listing }) =>
    listing?.complete === true
      ? [[member.account, listing.jobs.filter(job => isAlive(job) && !kept.has(keyOf(member.account, job))).length] as const]
      : [],
  )
  return Object.fromEntries(complete)
}
