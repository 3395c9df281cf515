import { plusMs, type Instant } from '../instant.ts'
import {
  bringUpToDate,
  closedSince,
  isHeldBy,
  meters,
  openLedger,
  reconcileWithProvider,
  settleAndReserve,
  type Holder,
  type Ledger,
  type Meter,
} from '../ledger.ts'
import type { Checkpointing, LimitsByMeter, ReconcilingAccount, Settling, SpendByMeter } from '../operation.ts'
import type { AccountState, State } from '../state.ts'
import type { Ruling } from '../ruling.ts'
import { accountOf, addAmounts, mapLedgers, pipelineOf, taskOf, withAccount, withPipeline, withTask } from './lenses.ts'

type Ledgers = AccountState['ledgers']

const nothing = { used: 0, hold: 0, want: 0 } as const

/** Every ledger that a limit is configured for, opened or brought up to date; ledgers without a limit stay as they are. */
export function current(ledgers: Ledgers, limits: LimitsByMeter): Ledgers {
  const next: Partial<Record<Meter, Ledger>> = { ...ledgers }
  for (const meter of meters) {
    const limit = limits[meter]
    if (limit === undefined) continue
    const ledger = ledgers[meter]
    next[meter] = ledger === undefined ? openLedger(limit, limit.window) : bringUpToDate(ledger, limit, limit.window)
  }
  return next
}

function settleAll(
  ledgers: Ledgers,
  spend: SpendByMeter,
  { holder, at }: { readonly holder: Holder; readonly at: string },
): Ledgers {
  const next: Partial<Record<Meter, Ledger>> = { ...ledgers }
  for (const meter of meters) {
    const ledger = ledgers[meter]
    if (ledger !== undefined) next[meter] = settleAndReserve(ledger, holder, { ...(spend[meter] ?? nothing), at }).ledger
  }
  return next
}

/** A quota is one of calls; an account whose calls are not limited is closed by its dollars. */
function closeWhereRefused(ledgers: Ledgers, refusedAt: Instant | undefined): Ledgers {
  const meter = ledgers.calls === undefined ? 'usdMicros' : 'calls'
  const ledger = ledgers[meter]
  return refusedAt === undefined || ledger === undefined ? ledgers : { ...ledgers, [meter]: closedSince(ledger, refusedAt) }
}

/** Settles, reserves, renews the claim and saves what the task came to: one operation, so that it is one commit. */
export function checkpoint(state: State, operation: Checkpointing): Ruling {
  const pipeline = pipelineOf(state, operation.pipeline)
  const { session, claim } = pipeline
  if (session === null || claim === null) return { fenced: 'old-epoch' }
  const settlement = {
    holder: { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch },
    at: operation.now,
  }
  const account = accountOf(state, operation.account)
  const brought = closeWhereRefused(current(account.ledgers, operation.accountLimits), operation.quotaUsedUpAt)
  const accountLedgers = settleAll(brought, operation.accountSpend, settlement)
  const sessionLedgers = settleAll(current(session.ledgers, operation.sessionLimits), operation.sessionSpend, settlement)
  const afterAccount = withAccount(state, { ...account, ledgers: accountLedgers })
  const afterPipeline = withPipeline(afterAccount, {
    ...pipeline,
    claim: { ...claim, expiresAt: plusMs(operation.now, operation.leaseMs) },
    session: {
      ...session,
      ledgers: sessionLedgers,
      spent: addAmounts(session.spent, operation.spent),
      calls: session.calls + operation.calls,
      accepted: session.accepted + operation.accepted,
      rejected: session.rejected + operation.rejected,
      wrap: operation.wrap === null ? session.wrap : { reason: operation.wrap },
      tasks: operation.task === null ? session.tasks : [...new Set([...session.tasks, operation.task.task])],
    },
  })
  const tally = operation.task
  if (tally === null) return afterPipeline
  const task = taskOf(state, tally.task)
  if (task === undefined) return { fenced: 'no-such-task' }
  return withTask(afterPipeline, {
    ...task,
    attempts: tally.results ? 0 : task.attempts,
    units: [...tally.units],
    activeMs: task.activeMs + tally.activeMs,
    spent: addAmounts(task.spent, tally.spent),
    resultFiles: task.resultFiles + (tally.results ? 1 : 0),
  })
}

/**
 * Settles what a fenced session really sent; what it did not send is free again. Where the window is over, that stays reserved,
 * because it may have been sent after the reset.
 */
export function settle(state: State, operation: Settling): Ruling {
  // Fenced off before anything was reserved: there is nothing to settle, and no account to begin.
  if (!Object.hasOwn(state.accounts, operation.account)) return state
  const account = accountOf(state, operation.account)
  const holder = { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch }
  const settled = mapLedgers(account, (ledger, meter) => {
    const own = ledger.reservations.find(each => isHeldBy(each, holder))
    if (own === undefined) return ledger
    const used = Math.min(own.amount, operation.used[meter] ?? 0)
    const others = ledger.reservations.filter(each => each !== own)
    if (ledger.window === null || operation.now < ledger.window.to)
      return { ...ledger, settled: ledger.settled + used, reservations: others }
    return { ...ledger, reservations: used === 0 ? others : [...others, { ...own, amount: used }] }
  })
  return withAccount(state, settled)
}

export function reconcileAccount(state: State, operation: ReconcilingAccount): Ruling {
  const account = accountOf(state, operation.account)
  const ledgers = current(account.ledgers, operation.accountLimits)
  const calls = ledgers.calls
  if (calls === undefined) return withAccount(state, { ...account, ledgers })
  const epochs = new Map(operation.pipelines.map(name => [name, pipelineOf(state, name).claim?.epoch]))
  const counted = reconcileWithProvider(calls, {
    sendsToday: operation.sendsToday,
    sendsPerDay: operation.sendsPerDay,
    now: operation.now,
    settleAfterMs: operation.settleAfterMs,
    isDead: each => epochs.has(each.pipeline) && epochs.get(each.pipeline) !== each.epoch,
  })
  return withAccount(state, { ...account, ledgers: { ...ledgers, calls: counted } })
}
