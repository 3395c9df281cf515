import type { ModelRequest, Usage } from '../domain/model.ts'
import { plusMs, toEpochMs, type Clock, type Instant } from '../domain/instant.ts'
import { effectiveBudgetOf, isWarned, lineOf, meterWords, type Amounts, type Holder, type Ledger } from '../domain/ledger.ts'
import type { Checkpointing, TaskTally } from '../domain/operation.ts'
import { emptyAccount } from '../domain/state.ts'
import type { FileChange } from '../forge/forge.ts'
import type { Permit } from '../models/model.ts'
import { budgetOf, guardedUntil, meteredLedger, type Budget } from './availability.ts'
import { createPurse, limitedMeters, type Shortage, type Ticket } from './purse.ts'
import type { Reporter } from './reporter.ts'
import { leaseMarginMs, wantedSends, type SessionSetting } from './setting.ts'
import type { StateBook } from './state-book.ts'

/** What a request may cost at the most; dollars are null where no price is known. */
export type WorstCase = (request: ModelRequest) => { readonly tokens: number; readonly usdMicros: number | null }

/** What it did cost, as far as the provider says. */
export type ActualCost = (request: ModelRequest, usage: Usage) => { readonly tokens: number; readonly usdMicros: number | null }

export interface Costing {
  readonly worstCase: WorstCase
  readonly actualCost: ActualCost
  /** Reserved for a send whose price is unknown, and settled where the provider does not say either: millionths of a dollar. */
  readonly unknownUsdMicros: number
}

export interface Saving {
  readonly tally: TaskTally | null
  readonly calls: number
  readonly accepted: number
  readonly rejected: number
  readonly files: readonly FileChange[]
  readonly wrap: string | null
  /** True where nothing more will be sent for now: what was granted and not used goes back. */
  readonly rests?: boolean
}

/** This process's part of a session: its claim, its purse, and the only two things it does to the outside: permit a send, and checkpoint. */
export interface Leg {
  readonly holder: Holder
  sendUntil(): Instant
  isGuarded(): boolean
  isLost(): boolean
  /** True once a checkpoint found that a person stopped this task. */
  isStopped(task: string): boolean
  /** Which ledger cut the last grant short; null while there is room, or a checkpoint may find some because sends have ended since. */
  exhausted(): Shortage | null
  /** Draws the first send of a request ahead, so that no more is started than is granted. */
  reserve(request: ModelRequest): boolean
  covers(request: ModelRequest): boolean
  /** Gives a reserved first send back that was never asked for. */
  release(request: ModelRequest): void
  permit(request: ModelRequest): Permit | undefined
  checkpoint(saving: Saving): Promise<'saved' | 'lost'>
  /** True where the last checkpoint marked the wrap, and nothing was sent since. */
  isWrapSaved(): boolean
  /** All sends of this leg, for the report. */
  sends(): number
  budget(): Budget
  /** Settles what a fenced leg owes: the one thing it may still write. */
  settleLost(): Promise<void>
}

export interface LegSetup {
  readonly book: StateBook
  readonly clock: Clock
  readonly setting: SessionSetting
  readonly costing: Costing
  readonly holder: Holder
  readonly expiresAt: Instant
  readonly report: Reporter
  /** True once nothing may be sent any more, whatever is granted. */
  readonly isStopped: () => boolean
}

export function createLeg({ book, clock, setting, costing, holder, expiresAt, report, isStopped }: LegSetup): Leg {
  const accountLimits = setting.accountLimits(clock.now())
  const purse = createPurse({ account: limitedMeters(accountLimits), session: limitedMeters(setting.sessionLimits) })
  const first = new Map<ModelRequest, Ticket>()
  /** Worst cases, which are asked for several times and follow from a request's length. */
  const costs = new WeakMap<ModelRequest, Amounts>()
  let claimUntil = expiresAt
  let lost = false
  let stoppedTask: string | null = null
  let exhausted: Shortage | null = null
  let operations = 0
  let sends = 0
  let sent: Amounts = {}
  let metered: Ledger | undefined
  let warned = false
  let wrapSaved = false
  let quotaUsedUpAt: Instant | undefined
  let worst = { tokens: 0, usdMicros: 0 }

  const costOf = (request: ModelRequest): Amounts => {
    const known = costs.get(request)
    if (known !== undefined) return known
    const { tokens, usdMicros } = costing.worstCase(request)
    const cost = { calls: 1, tokens, usdMicros: usdMicros ?? costing.unknownUsdMicros }
    worst = { tokens: Math.max(worst.tokens, cost.tokens), usdMicros: Math.max(worst.usdMicros, cost.usdMicros) }
    costs.set(request, cost)
    return cost
  }
  const sendUntil = (): Instant => plusMs(claimUntil, -leaseMarginMs(setting.leaseMs))
  const isGuarded = (): boolean => guardedUntil(setting, clock.now()) !== null
  const maySend = (): boolean => !lost && !isStopped() && !isGuarded() && clock.now() < sendUntil()

  const permit = (request: ModelRequest): Permit | undefined => {
    if (!maySend()) return undefined
    const ticket = first.get(request) ?? purse.draw(costOf(request))
    if (ticket === undefined) return undefined
    first.delete(request)
    return {
      settle: result => {
        const cost = result.usage === null ? null : costing.actualCost(request, result.usage)
        // Without the provider's word, a send that left is settled at the worst case.
        const actual: Amounts = result.sent
          ? {
              calls: 1,
              tokens: cost?.tokens ?? ticket.cost.tokens ?? 0,
              usdMicros: cost?.usdMicros ?? ticket.cost.usdMicros ?? 0,
            }
          : {}
        purse.settle(ticket, actual)
        if (result.quotaUsedUp === true) quotaUsedUpAt = clock.now()
        if (!result.sent) return
        sends += 1
        sent = {
          calls: (sent.calls ?? 0) + 1,
          tokens: (sent.tokens ?? 0) + (actual.tokens ?? 0),
          usdMicros: (sent.usdMicros ?? 0) + (actual.usdMicros ?? 0),
        }
      },
    }
  }

  const warnOnce = (): void => {
    if (warned || metered === undefined || !isWarned(metered, setting.warnAtBasisPoints)) return
    warned = true
    const { scope, meter } = setting.metered
    report({
      type: 'warning',
      message: `${scope === 'account' ? setting.account : holder.session} has used ${metered.settled} of ${effectiveBudgetOf(metered)} ${meterWords[meter]}; the session wraps at ${lineOf(metered)}.`,
    })
  }

  const checkpoint = async (saving: Saving): Promise<'saved' | 'lost'> => {
    if (lost) return 'lost'
    operations += 1
    const now = clock.now()
    const wanted: Amounts = saving.wrap === null && saving.rests !== true ? wantedSends(setting.concurrency, worst) : {}
    const snapshot = purse.snapshot(wanted)
    const spent = sent
    sent = {}
    const operation: Checkpointing = {
      type: 'checkpoint',
      operation: `${holder.session}/${holder.epoch}/${setting.account}/checkpoint-${operations}`,
      now,
      ...holder,
      account: setting.account,
      accountLimits: setting.accountLimits(now),
      sessionLimits: setting.sessionLimits,
      ...snapshot,
      leaseMs: setting.leaseMs,
      calls: saving.calls,
      accepted: saving.accepted,
      rejected: saving.rejected,
      spent,
      task: saving.tally === null ? null : { ...saving.tally, spent },
      wrap: saving.wrap,
      quotaUsedUpAt,
    }
    const result = await book.apply(operation, { files: saving.files })
    if (result.type === 'fenced') {
      lost = true
      return 'lost'
    }
    const account = result.state.accounts[setting.account] ?? emptyAccount(setting.account)
    const session = result.state.pipelines[setting.pipeline]?.session ?? null
    const shortage = purse.confirm(snapshot, { account: account.ledgers, session: session?.ledgers ?? {}, holder })
    // The last checkpoint asks for nothing, so what was short before it stays the reason.
    if (saving.wrap === null) exhausted = shortage
    claimUntil = plusMs(now, setting.leaseMs)
    const task = saving.tally === null ? undefined : result.state.tasks[saving.tally.task]
    if (task !== undefined) stoppedTask = task.status === 'in-progress' ? null : task.id
    metered = meteredLedger(setting, { account, session }, now)
    wrapSaved = saving.wrap !== null
    warnOnce()
    report({ type: 'checkpoint', calls: saving.calls, durationMs: Math.max(0, toEpochMs(clock.now()) - toEpochMs(now)) })
    return 'saved'
  }

  return {
    holder,
    sendUntil,
    isGuarded,
    isLost: () => lost,
    isStopped: task => task === stoppedTask,
    exhausted: () => ((sent.calls ?? 0) > 0 ? null : exhausted),
    covers: request => purse.covers(costOf(request)),
    reserve: request => {
      const ticket = purse.draw(costOf(request))
      if (ticket !== undefined) first.set(request, ticket)
      return ticket !== undefined
    },
    release: request => {
      const ticket = first.get(request)
      first.delete(request)
      if (ticket !== undefined) purse.settle(ticket, {})
    },
    permit,
    checkpoint,
    isWrapSaved: () => wrapSaved && (sent.calls ?? 0) === 0,
    sends: () => sends,
    budget: () => budgetOf(metered, setting.metered.meter),
    settleLost: async () => {
      await book.apply({
        type: 'settle',
        operation: `${holder.session}/${holder.epoch}/${setting.account}/settle`,
        now: clock.now(),
        ...holder,
        account: setting.account,
        used: purse.owed(),
      })
    },
  }
}
