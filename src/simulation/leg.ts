import { plusMs } from '../domain/instant.ts'
import type { Amounts, Holder } from '../domain/ledger.ts'
import type { Checkpointing, TaskTally } from '../domain/operation.ts'
import { emptyAccount } from '../domain/state.ts'
import { createPurse, limitedMeters, type Shortage } from '../session/purse.ts'
import { leaseMarginMs, wantedSends } from '../session/setting.ts'
import { meteredLedger } from '../session/availability.ts'
import { lineOf, usedOf } from '../domain/ledger.ts'
import { githubRequests } from './costs.ts'
import type { Process } from './process.ts'
import type { World } from './world.ts'

/** What one send takes, and what it may take at the most. */
export interface SendCost {
  readonly actual: Amounts
  readonly worst: Amounts
}

/** What a checkpoint saves beside the ledgers. */
export interface Saved {
  readonly tally: TaskTally | null
  readonly calls: number
  readonly accepted: number
  readonly wrap: string | null
}

/** A process's part of a session, with the purse and the operations of a real one. */
export interface SimulatedLeg {
  readonly holder: Holder
  sendUntil(): string
  isLost(): boolean
  isStopped(task: string): boolean
  exhausted(): Shortage | null
  /** Of these sends, as many as the purse covers. */
  most(sends: number): number
  /** So many sends were made. */
  spend(sends: number): void
  refuse(): void
  checkpoint(saved: Saved): 'saved' | 'lost'
  settleLost(): void
}

const times = ({ calls = 0, tokens = 0, usdMicros = 0 }: Amounts, count: number): Amounts => ({
  calls: calls * count,
  tokens: tokens * count,
  usdMicros: usdMicros * count,
})

export interface LegStart {
  readonly holder: Holder
  readonly process: Process
  readonly cost: SendCost
}

export function createSimulatedLeg(world: World, { holder, process, cost }: LegStart): SimulatedLeg {
  const { book } = world
  const setting = world.setting(holder.pipeline)
  const limits = setting.accountLimits(world.now())
  const purse = createPurse({ account: limitedMeters(limits), session: limitedMeters(setting.sessionLimits) })
  const { account, pipeline, leaseMs } = setting
  const wanted = wantedSends(setting.concurrency, { tokens: cost.worst.tokens ?? 0, usdMicros: cost.worst.usdMicros ?? 0 })
  const claimUntil = book.pipeline(pipeline).claim?.expiresAt ?? world.now()
  let sendUntil = plusMs(claimUntil, -leaseMarginMs(leaseMs))
  let lost = false
  let stopped: string | null = null
  let exhausted: Shortage | null = null
  let operations = 0
  let sent = 0
  let refusedAt: string | undefined

  const operationOf = ({ tally, calls, accepted, wrap }: Saved): Omit<Checkpointing, 'accountSpend' | 'sessionSpend'> => {
    const now = world.now()
    const spent = times(cost.actual, sent)
    return {
      type: 'checkpoint',
      operation: `${holder.session}/${holder.epoch}/${account}/checkpoint-${operations}`,
      now,
      ...holder,
      account,
      accountLimits: setting.accountLimits(now),
      sessionLimits: setting.sessionLimits,
      leaseMs,
      calls,
      accepted,
      rejected: 0,
      spent,
      task: tally === null ? null : { ...tally, spent },
      wrap,
      quotaUsedUpAt: refusedAt,
    }
  }

  const showUsed = (): void => {
    const { session } = book.pipeline(pipeline)
    const ledger = meteredLedger(setting, { account: book.account(account), session }, world.now())
    if (ledger !== undefined && lineOf(ledger) > 0) world.tally.used(world.nowMs(), pipeline, usedOf(ledger) / lineOf(ledger))
  }

  return {
    holder,
    sendUntil: () => sendUntil,
    isLost: () => lost,
    isStopped: task => task === stopped,
    exhausted: () => (sent > 0 ? null : exhausted),
    most: sends => {
      if (purse.covers(times(cost.worst, sends))) return sends
      let [low, high] = [0, sends - 1]
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (purse.covers(times(cost.worst, middle))) low = middle
        else high = middle - 1
      }
      return low
    },
    spend: sends => {
      const ticket = purse.draw(times(cost.worst, sends))
      if (ticket === undefined) throw new Error('More was sent than the purse covers')
      purse.settle(ticket, times(cost.actual, sends))
      sent += sends
      process.unsaved += sends
    },
    refuse: () => {
      refusedAt = world.now()
    },
    checkpoint: saved => {
      if (lost) return 'lost'
      operations += 1
      const snapshot = purse.snapshot(saved.wrap === null ? wanted : {})
      const result = book.apply({ ...operationOf(saved), ...snapshot })
      if (result.type === 'fenced') {
        lost = true
        return 'lost'
      }
      world.tally.add(world.nowMs(), { githubRequests: githubRequests.checkpoint })
      sent = 0
      process.unsaved = 0
      const session = result.state.pipelines[pipeline]?.session ?? null
      const ledgers = (result.state.accounts[account] ?? emptyAccount(account)).ledgers
      const shortage = purse.confirm(snapshot, { account: ledgers, session: session?.ledgers ?? {}, holder })
      if (saved.wrap === null) exhausted = shortage
      sendUntil = plusMs(world.now(), leaseMs - leaseMarginMs(leaseMs))
      const task = saved.tally === null ? undefined : result.state.tasks[saved.tally.task]
      if (task !== undefined) stopped = task.status === 'in-progress' ? null : task.id
      showUsed()
      return 'saved'
    },
    settleLost: () => {
      const operation = `${holder.session}/${holder.epoch}/${account}/settle`
      book.apply({ type: 'settle', operation, now: world.now(), ...holder, account, used: purse.owed() })
    },
  }
}
