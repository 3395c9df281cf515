import { lineOf, openLedger, type Limit } from '../domain/ledger.ts'
import type { SlotChange } from '../domain/operation.ts'
import { busyOf } from '../domain/slot.ts'
import type { Task } from '../domain/task.ts'
import type { Transition } from '../domain/transition.ts'
import { jobOwnerOf } from '../session/batch/display.ts'
import type { SimulatedLeg } from './leg.ts'
import type { BatchYield } from './model.ts'
import { slotLimitOf } from './survey.ts'
import type { LegStart } from './work.ts'
import type { World } from './world.ts'

const repositoryId = 'simulated'

/** What the steps of one round share. */
export interface Round extends LegStart {
  readonly world: World
  readonly leg: SimulatedLeg
  readonly made: BatchYield
  readonly members: readonly string[]
  operations: number
  lost: boolean
}

/** What a session adds to an operation on slots by itself. */
export const shared = (round: Round) => {
  const { world, holder, members } = round
  const now = world.now()
  round.operations += 1
  const limits = members.map(account => [account, world.setting(holder.pipeline, account).accountLimits(now)] as const)
  return {
    operation: `${holder.session}/${holder.epoch}/slots-${round.operations}`,
    now,
    ...holder,
    leaseMs: world.setting(holder.pipeline).leaseMs,
    accountLimits: Object.fromEntries(limits),
  }
}

/** Whose jobs a round's are. */
export const ownerOf = ({ holder }: Round): string => jobOwnerOf(repositoryId, holder.pipeline)

/** How many jobs may be alive at once. */
export const slotLimitNow = ({ world, holder }: Round): Limit => slotLimitOf(world.config().pipelines[holder.pipeline])

/** How many more of them there may be. */
export const roomForJobs = (round: Round): number =>
  lineOf(openLedger(slotLimitNow(round), null)) - busyOf(round.world.book.board(round.holder.pipeline))

/** Once the claim is lost, nothing more is written. */
export function noteLost(round: Round, result: Transition): void {
  if (result.type === 'fenced') round.lost ||= result.reason === 'old-epoch'
}

/** What listings and creations showed. */
export function record(
  round: Round,
  changes: readonly SlotChange[],
  rest: { others?: Record<string, number>; starved?: boolean | null } = {},
): void {
  if (round.lost) return
  const { others = {}, starved = null } = rest
  noteLost(round, round.world.book.apply({ type: 'record-slots', ...shared(round), changes, others, starved }))
}

/** The tasks whose jobs are at work, or wait for a slot. */
export const inProgress = ({ world, holder }: Round): readonly Task[] =>
  world.book.hot(holder.pipeline).filter(({ status }) => status === 'in-progress')
