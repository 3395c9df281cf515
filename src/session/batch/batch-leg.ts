import type { Instant } from '../../domain/instant.ts'
import { meterWords, type Holder } from '../../domain/ledger.ts'
import type { SlotBoard } from '../../domain/slot.ts'
import type { RunResult } from '../result.ts'
import { isReviewFull } from '../availability.ts'
import { leave, leaveSaved, wrap } from '../wrap.ts'
import type { BatchSessionSetup, Member } from './batch-parts.ts'
import { collectAll } from './collect.ts'
import { createLegs, workDirectly, type Legs } from './direct.ts'
import { jobOwnerOf } from './display.ts'
import { finishTasks } from './finish-tasks.ts'
import { holdTasks } from './held-tasks.ts'
import { lookAfter } from './look-after.ts'
import { stopOf, type Round } from './round.ts'
import { openSlotBook } from './slot-book.ts'
import { fillSlots, type Submitted } from './submit.ts'
import { createMembers } from './survey.ts'

export interface BatchStart {
  readonly holder: Holder
  readonly expiresAt: Instant
  readonly deadline: Instant | null
  /** How many tasks may be begun; null for no limit. */
  readonly maxTasks: number | null
  readonly force: boolean
  /** Why the session was to wrap when it was killed; then nothing but the wrap is left. */
  readonly wrap: string | null
}

/** One session of a batch pipeline: looks after its jobs, collects, tops up and ends; it never waits for a job. */
export async function runBatchLeg(setup: BatchSessionSetup, start: BatchStart): Promise<RunResult> {
  const { holder, expiresAt, deadline, maxTasks } = start
  const round: Round = {
    setup,
    holder,
    deadline,
    maxTasks,
    slots: await openSlotBook(setup, { holder, expiresAt }),
    members: createMembers(setup),
    tasks: await holdTasks(setup),
    owner: jobOwnerOf(await setup.batch.repositoryId(), setup.setting.pipeline),
  }
  const legs = createLegs(round, expiresAt)
  const reason = start.wrap ?? (await work(round, legs, start.force))
  const main = legs.of(mainMember(setup))
  const lose = async (): Promise<RunResult> => {
    await legs.settleLost()
    return await leave(setup, main)
  }
  if (reason === 'lost-claim') return await lose()
  // What an earlier leg left saved is wrapped now.
  if (start.wrap === null && reason === 'asked' && setup.setting.onSignal === 'save') {
    const saving = { tally: null, calls: 0, accepted: 0, rejected: 0, files: [], wrap: reason }
    return (await main.checkpoint(saving)) === 'lost'
      ? await lose()
      : { ...(await leaveSaved(setup, main)), budget: round.slots.budget() }
  }
  if ((await finishTasks(round)) === 'lost') return await lose()
  const isEmpty = reason === 'waiting' && round.slots.board().slots.length === 0 && !(await hasWork(round))
  const notes = describeSlots(round.slots.board())
  const failure = reason.startsWith('provider') ? 'next-run' : undefined
  const metered = { name: 'batch jobs', ledger: round.slots.ledger() }
  return await wrap(setup, main, { reason: isEmpty ? 'queue-empty' : reason, notes, metered, failure })
}

/** The member whose account is the session's own in handoffs and wraps. */
function mainMember({ batch, setting, costing, createProvider }: BatchSessionSetup): Member {
  const own = batch.members.find(({ account }) => account === setting.account)
  return own ?? { account: setting.account, provider: null, why: '', setting, costing, createProvider }
}

const hasWork = async ({ tasks }: Round): Promise<boolean> => tasks.waiting().length > 0 || (await tasks.inProgress()).length > 0

/** The steps, each of which may be the last; the reason why the session wraps. */
async function work(round: Round, legs: Legs, force: boolean): Promise<string> {
  const views = await lookAfter(round)
  if (stopOf(round) === undefined) await collectAll(round, views)
  const stopped = stopOf(round)
  if (stopped !== undefined) return stopped
  if ((await workDirectly(round, legs)) === 'lost' || (await finishTasks(round)) === 'lost') return 'lost-claim'
  if (stopOf(round) !== undefined) return stopOf(round) ?? 'asked'
  const { setting, countWaitingParts } = round.setup
  // While reviewers have enough to read, what this round delivered included, only what was begun goes on.
  const isFull = !force && isReviewFull(setting, await countWaitingParts())
  const submitted = await fillSlots(isFull ? { ...round, maxTasks: 0 } : round)
  const reason = stopOf(round) ?? reasonOf(round, submitted)
  const isHeldUp = isFull && reason === 'waiting' && round.slots.board().slots.length === 0 && round.tasks.waiting().length > 0
  return isHeldUp ? 'reviews' : reason
}

function reasonOf({ slots, members, setup }: Round, { starved, poor }: Submitted): string {
  const { used, line } = slots.budget()
  if (used >= line) return 'slots'
  if (!starved) return 'waiting'
  const refused = setup.batch.members.flatMap(({ account }) => members.refuses(account) ?? [])
  if (refused.length === setup.batch.members.length) return `provider: ${refused[0] ?? 'unknown'}`
  return poor.size > 0 ? `budget: ${meterWords.usdMicros}` : 'waiting'
}

/** What a handoff says of the jobs that work on. */
export function describeSlots({ slots, others }: SlotBoard): readonly (readonly [string, string])[] {
  const members = [...new Set([...slots.map(slot => slot.member), ...Object.keys(others)])].toSorted()
  const rows = members.flatMap(member => {
    const own = slots.filter(slot => slot.member === member)
    const oldest = own.map(slot => slot.intendedAt).toSorted()[0]
    const foreign = others[member] ?? 0
    if (own.length + foreign === 0) return []
    const since = oldest === undefined ? '' : `, the oldest since ${oldest}`
    return [[`batch jobs at ${member}`, `${own.length}${since}${foreign === 0 ? '' : `, and ${foreign} of others`}`] as const]
  })
  return rows.length === 0 ? [['batch jobs', 'none']] : rows
}
