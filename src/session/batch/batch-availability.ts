import { isLive } from '../../domain/claim.ts'
import { bringUpToDate, roomOf, usedOf, type Limit } from '../../domain/ledger.ts'
import type { SlotBoard } from '../../domain/slot.ts'
import type { AccountState } from '../../domain/state.ts'
import { nextTask } from '../../domain/task.ts'
import type { Instant } from '../../domain/instant.ts'
import {
  budgetOf,
  budgetResetsAt,
  isReviewFull,
  waitsForOf,
  type Availability,
  type AvailabilityInput,
  type RestReason,
} from '../availability.ts'
import type { SessionSetting } from '../setting.ts'
import { slotLedger } from './slot-book.ts'

export interface BatchAvailabilityInput extends Omit<AvailabilityInput, 'account' | 'setting'> {
  readonly board: SlotBoard
  readonly slots: Limit
  readonly maxWaitingParts: number | null
  readonly members: readonly { readonly setting: Pick<SessionSetting, 'accountLimits'>; readonly account: AccountState }[]
}

/** As for other sessions; `early` where the cooldown does not count. */
export type BatchAvailability = Availability & { readonly early: boolean }

/** When the dollars of some member are there again, where all are used up; undefined while one has room. */
function resetsAt({ members, now }: BatchAvailabilityInput): Instant | null | undefined {
  const resets = members.map(({ setting, account }) => {
    const [ledger, limit] = [account.ledgers.usdMicros, setting.accountLimits(now).usdMicros]
    const current = ledger === undefined || limit === undefined ? undefined : bringUpToDate(ledger, limit, limit.window)
    return current !== undefined && roomOf(current) === 0 && usedOf(current) > 0 ? budgetResetsAt(current) : undefined
  })
  if (resets.length === 0 || resets.includes(undefined)) return undefined
  return resets.flatMap(reset => reset ?? []).toSorted()[0] ?? null
}

/**
 * Pure: whether a round makes sense now. Jobs that are alive are looked at after each cooldown. Where fewer than half of the slots are
 * in use and work waits, a round may come early, unless the last one could not submit it either.
 */
export function batchAvailability(input: BatchAvailabilityInput): BatchAvailability {
  const { now, pipeline, tasks, board } = input
  const budget = budgetOf(slotLedger(input.slots, board), 'slots')
  const rest = (reason: RestReason, until: Instant | null) => ({ type: 'rest', reason, until, budget, early: false }) as const
  if (input.paused) return rest('paused', null)
  if (isLive(pipeline.claim, now, input.deadEpoch)) return rest('held', pipeline.claim.expiresAt)
  const inProgress = tasks.filter(task => task.status === 'in-progress')
  const task = inProgress[0]?.id ?? nextTask(tasks)?.id
  const available = (early: boolean): BatchAvailability => ({ type: 'available', task: task ?? '', budget, early })
  if (pipeline.session !== null) return available(false)
  if (task === undefined && board.slots.length === 0) return rest('queue-empty', null)
  const reset = board.slots.length === 0 ? resetsAt(input) : undefined
  if (reset !== undefined) return rest('budget', reset)
  const isFull = isReviewFull(input, input.waitingParts) && !input.force
  if (isFull && board.slots.length === 0) return rest('reviews', null)
  const waitsFor = input.force || board.slots.length > 0 ? undefined : waitsForOf(input)
  if (waitsFor !== undefined) return { ...rest('after', null), waitsFor }
  const isCooling = pipeline.cooldownUntil !== null && pipeline.cooldownUntil > now
  if (!isCooling || input.force) return available(false)
  const busy = new Set(board.slots.map(slot => slot.task))
  const waits = tasks.some(({ id, status }) => status === 'pending' || (status === 'in-progress' && !busy.has(id)))
  return waits && !isFull && !board.starved && budget.used * 2 < budget.line
    ? available(true)
    : rest('cooling', pipeline.cooldownUntil)
}
