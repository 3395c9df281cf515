import { isLive } from '../domain/claim.ts'
import { plusMs, type Instant } from '../domain/instant.ts'
import {
  bringUpToDate,
  effectiveBudgetOf,
  lineOf,
  meters,
  openLedger,
  roomOf,
  usedOf,
  type Ledger,
  type Meter,
} from '../domain/ledger.ts'
import type { LimitNow } from '../domain/operation.ts'
import type { AccountState, PipelineState, SessionState } from '../domain/state.ts'
import { nextTask, type Task } from '../domain/task.ts'
import { guardEndsAt, guardMs } from '../domain/window.ts'
import type { SessionSetting } from './setting.ts'

/** Of what the pipeline is metered in: the budget, its line, and what is settled and reserved. */
export interface Budget {
  readonly meter: Meter
  readonly limit: number
  readonly line: number
  readonly used: number
}

export type RestReason = 'paused' | 'held' | 'cooling' | 'window' | 'budget' | 'queue-empty' | 'after' | 'reviews'

/** Whether a session can work now, and if not, why and until when. */
export type Availability =
  | { readonly type: 'available'; readonly task: string; readonly budget: Budget }
  | {
      readonly type: 'rest'
      readonly reason: RestReason
      readonly until: Instant | null
      readonly budget: Budget
      /** The pipeline that is waited for, where it is one. */
      readonly waitsFor?: string
    }

export interface AvailabilityInput {
  readonly now: Instant
  readonly paused: boolean
  /** Skips the cooldown, never a claim or a budget. */
  readonly force: boolean
  readonly setting: SessionSetting
  readonly account: AccountState
  readonly pipeline: PipelineState
  readonly tasks: readonly Task[]
  /** The pipelines that it runs after, as they stand. */
  readonly after: readonly PipelineState[]
  /** Parts of all pipelines that wait for a review. */
  readonly waitingParts: number
  /** The epoch whose holder is proven dead. */
  readonly deadEpoch: number | null
}

const currentLedger = (ledger: Ledger | undefined, limit: LimitNow | undefined): Ledger | undefined => {
  if (limit === undefined) return undefined
  return ledger === undefined ? openLedger(limit, limit.window) : bringUpToDate(ledger, limit, limit.window)
}

/** The ledger of what the pipeline is metered in as it stands now; undefined where that is not limited. */
export function meteredLedger(
  {
    metered: { scope, meter },
    accountLimits,
    sessionLimits,
  }: Pick<SessionSetting, 'metered' | 'accountLimits' | 'sessionLimits'>,
  held: { readonly account: Pick<AccountState, 'ledgers'>; readonly session: Pick<SessionState, 'ledgers'> | null },
  now: Instant,
): Ledger | undefined {
  return scope === 'account'
    ? currentLedger(held.account.ledgers[meter], accountLimits(now)[meter])
    : currentLedger(held.session?.ledgers[meter], sessionLimits[meter])
}

export const budgetOf = (ledger: Ledger | undefined, meter: Meter): Budget =>
  ledger === undefined
    ? { meter, limit: 0, line: 0, used: 0 }
    : { meter, limit: effectiveBudgetOf(ledger), line: lineOf(ledger), used: usedOf(ledger) }

/** When a used-up budget is there again: after the reset and its guard band. Null for a budget without a window. */
export const budgetResetsAt = (ledger: Ledger): Instant | null =>
  ledger.window === null ? null : plusMs(ledger.window.to, guardMs)

/** When the guard bands of all of an account's limits are over; null outside of them. */
export function guardedUntil(setting: Pick<SessionSetting, 'accountLimits'>, now: Instant): Instant | null {
  const limits = Object.values(setting.accountLimits(now))
  const ends = limits.flatMap(({ window }) => (window === null ? [] : (guardEndsAt(now, window) ?? [])))
  return ends.toSorted().at(-1) ?? null
}

/** A ledger of the account that has been used up to its line; one without a budget (nothing may cost anything) is never full. */
function fullLedger({ now, setting, account, pipeline: { shortOf } }: AvailabilityInput): Ledger | undefined {
  const limits = setting.accountLimits(now)
  const calls = currentLedger(account.ledgers.calls, limits.calls)
  if (calls !== undefined && roomOf(calls) === 0) return calls
  for (const meter of meters) {
    const [ledger, limit] = [account.ledgers[meter], limits[meter]]
    if (meter === 'calls' || ledger === undefined || limit === undefined) continue
    const current = bringUpToDate(ledger, limit, limit.window)
    // In the window in which a session ended for want of more, no more than was left then is too little again.
    const isShort = shortOf?.meter === meter && shortOf.at >= (current.window?.from ?? shortOf.at)
    const tooLittle = isShort ? shortOf.room : 0
    if (roomOf(current) <= tooLittle && (usedOf(current) > 0 || current.closed === true)) return current
  }
  return undefined
}

/** Whoever waits for a session of another pipeline waits no longer than this from its beginning, milliseconds. */
export const longestWaitMs = 86_400_000

/**
 * Whether one that runs after another lets it go first: not where that has delivered, or has ended a session without a delivery,
 * since its own last session. So it waits for one session of each at most, however often the others begin.
 */
export function isAwaited(
  other: Pick<PipelineState, 'deliveredAt' | 'lastSession'>,
  { lastSession }: Pick<PipelineState, 'lastSession'>,
): boolean {
  const since = lastSession?.endedAt ?? ''
  return (other.deliveredAt ?? '') <= since && (other.lastSession?.endedAt ?? '') <= since
}

/** The pipeline whose session is let end first: one that it runs after and that is at work. One that rests is not waited for, whatever it rests for. */
export const waitsForOf = ({ now, pipeline, after }: Pick<AvailabilityInput, 'now' | 'pipeline' | 'after'>): string | undefined =>
  after.find(
    other => other.session !== null && plusMs(other.session.startedAt, longestWaitMs) > now && isAwaited(other, pipeline),
  )?.pipeline

/** Whether reviewers have enough to read, so that nothing new is begun. */
export const isReviewFull = ({ maxWaitingParts }: Pick<SessionSetting, 'maxWaitingParts'>, waitingParts: number): boolean =>
  maxWaitingParts !== null && waitingParts > maxWaitingParts

/** When the cooldown is over, and with it a guard band that it ends in; null where it is. */
function coolingUntil({ now, setting, pipeline: { cooldownUntil } }: AvailabilityInput): Instant | null {
  if (cooldownUntil === null || cooldownUntil <= now) return null
  return guardedUntil(setting, cooldownUntil) ?? cooldownUntil
}

/** Pure: what stands in the way of a session, the most final reason first. */
export function availabilityOf(input: AvailabilityInput): Availability {
  const { now, setting, pipeline, tasks } = input
  const budget = budgetOf(
    meteredLedger(setting, { account: input.account, session: pipeline.session }, now),
    setting.metered.meter,
  )
  const rest = (reason: RestReason, until: Instant | null) => ({ type: 'rest', reason, until, budget }) as const
  if (input.paused) return rest('paused', null)
  if (isLive(pipeline.claim, now, input.deadEpoch)) return rest('held', pipeline.claim.expiresAt)
  const task = pipeline.task ?? nextTask(tasks)?.id
  // A session killed after its last task ended waits for nothing but its wrap.
  const isUnwrapped = pipeline.session !== null && (pipeline.session.wrap !== null || task === undefined)
  // What an earlier session left is finished whatever the budget says: delivering and handing off send nothing.
  if (isUnwrapped) return { type: 'available', task: task ?? '', budget }
  if (task === undefined) return rest('queue-empty', null)
  if (pipeline.session === null) {
    // What ends by somebody's doing before what ends by itself: a time that is told is one at which something begins.
    if (!input.force && isReviewFull(setting, input.waitingParts)) return rest('reviews', null)
    const full = fullLedger(input)
    const resetsAt = full === undefined ? undefined : budgetResetsAt(full)
    const coolUntil = input.force ? null : coolingUntil(input)
    if (resetsAt !== undefined && (resetsAt === null || coolUntil === null || resetsAt >= coolUntil))
      return rest('budget', resetsAt)
    if (coolUntil !== null) return rest('cooling', coolUntil)
    const waitsFor = input.force ? undefined : waitsForOf(input)
    if (waitsFor !== undefined) return { ...rest('after', null), waitsFor }
  }
  const guardEnd = guardedUntil(setting, now)
  if (guardEnd !== null) return rest('window', guardEnd)
  return { type: 'available', task, budget }
}
