import { plusMs, type Instant } from '../../src/domain/instant.ts'
import { openLedger } from '../../src/domain/ledger.ts'
import { emptyAccount, emptyPipeline, type AccountState, type PipelineState } from '../../src/domain/state.ts'
import { dayWindowAt } from '../../src/domain/window.ts'
import { planOf, type Plan, type PlannedPipeline } from '../../src/orchestrator/plan.ts'
import { availabilityOf } from '../../src/session/availability.ts'
import { restsUntil } from '../../src/session/schedule.ts'
import type { SessionSetting } from '../../src/session/setting.ts'
import { callLimits, holderProcess, hourMs, makeTask, minuteMs } from '../domain/samples.ts'

/** A pipeline whose sessions all take as long, cost as much and bring as many pairs. */
export interface Habit {
  readonly pipeline: string
  readonly accounts: readonly string[]
  /** Null where it brings no pairs of its own. */
  readonly share: number | null
  readonly after?: readonly string[]
  readonly everyMs?: number
  readonly cooldownMs?: number
  readonly sessionMs: number
  readonly pairs: number
  readonly calls?: number
}

export interface HeldSession {
  readonly pipeline: string
  readonly accounts: readonly string[]
  readonly from: Instant
  readonly to: Instant
}

export interface Day {
  readonly habits: readonly Habit[]
  readonly ticks: readonly Instant[]
}

const settingOf = ({ pipeline, accounts, after = [], everyMs = hourMs, cooldownMs = 0 }: Habit): SessionSetting => ({
  pipeline,
  agent: 'droid',
  metered: { scope: 'account', meter: 'calls' },
  deliversEmptyUnits: false,
  account: accounts[0] ?? '',
  accountPipelines: [],
  concurrency: 1,
  leaseMs: 10 * minuteMs,
  cooldownMs,
  everyMs,
  after,
  maxWaitingParts: null,
  warnAtBasisPoints: 7500,
  fewestCallsPerCheckpoint: 0,
  onSignal: 'wrap',
  draftDeliveries: false,
  reviewers: [],
  accountLimits: callLimits,
  sessionLimits: {},
  expectedCallMs: 1000,
})

/** Of 850 calls a day. */
function spend(account: AccountState, at: Instant, calls: number): AccountState {
  const window = dayWindowAt(at, 0)
  const limit = { budget: 1000, thresholdBasisPoints: 8500 }
  const ledger = account.ledgers.calls?.window?.from === window.from ? account.ledgers.calls : openLedger(limit, window)
  return { ...account, ledgers: { calls: { ...ledger, settled: Math.min(850, ledger.settled + calls) } } }
}

const begun = (before: PipelineState, at: Instant, until: Instant): PipelineState => {
  const id = `${before.pipeline}-${before.sessions + 1}`
  const none = { ledgers: {}, spent: {}, calls: 0, accepted: 0, rejected: 0, tasks: [], deliveries: [], wrap: null }
  const claim = { epoch: before.epoch + 1, session: id, holder: holderProcess, expiresAt: until }
  return { ...before, epoch: claim.epoch, sessions: before.sessions + 1, session: { id, startedAt: at, ...none }, claim }
}

/** Plays ticks with the real rules of who can work, waits and starts; each session runs to its end. Pure. */
export function playTicks({ habits, ticks }: Day): {
  readonly sessions: readonly HeldSession[]
  readonly plans: readonly Plan[]
} {
  const states = new Map(habits.map(({ pipeline }) => [pipeline, emptyPipeline(pipeline)]))
  const accounts = new Map<string, AccountState>()
  const pairs = new Map<string, number>()
  const sessions: HeldSession[] = []
  const plans: Plan[] = []
  const stateOf = (name: string): PipelineState => states.get(name) ?? emptyPipeline(name)
  const accountOf = (name: string): AccountState => accounts.get(name) ?? emptyAccount(name)
  const end = (habit: Habit, at: Instant): void => {
    const state = stateOf(habit.pipeline)
    if (state.session === null || state.claim === null || state.claim.expiresAt > at) return
    const lastSession = { startedAt: state.session.startedAt, endedAt: state.claim.expiresAt }
    const deliveredAt = habit.pairs > 0 ? lastSession.endedAt : state.deliveredAt
    const cooldownUntil = restsUntil(settingOf(habit), { ...lastSession, isCutShort: false })
    states.set(habit.pipeline, { ...state, session: null, claim: null, lastSession, deliveredAt, cooldownUntil })
    pairs.set(habit.pipeline, (pairs.get(habit.pipeline) ?? 0) + habit.pairs)
  }
  for (const at of ticks) {
    for (const habit of habits) end(habit, at)
    const pipelines = habits.map((habit): PlannedPipeline => {
      const { pipeline, share, after = [] } = habit
      const state = stateOf(pipeline)
      const availability = availabilityOf({
        now: at,
        paused: false,
        force: false,
        setting: settingOf(habit),
        account: accountOf(habit.accounts[0] ?? ''),
        pipeline: state,
        tasks: [makeTask({ pipeline })],
        after: after.map(stateOf),
        waitingParts: 0,
        deadEpoch: null,
      })
      const common = { pipeline, agent: 'droid', kind: 'research', enabled: true, share, after, state, availability }
      return { ...common, accounts: habit.accounts, pairs: pairs.get(pipeline) ?? 0 }
    })
    const plan = planOf({ at, goal: 30_000, force: false, pipelines })
    plans.push(plan)
    for (const habit of habits.filter(({ pipeline }) => plan.start.includes(pipeline))) {
      const to = plusMs(at, habit.sessionMs)
      states.set(habit.pipeline, begun(stateOf(habit.pipeline), at, to))
      for (const name of habit.accounts) accounts.set(name, spend(accountOf(name), at, habit.calls ?? 0))
      sessions.push({ pipeline: habit.pipeline, accounts: habit.accounts, from: at, to })
    }
  }
  return { sessions, plans }
}

/** The workflow's ticks: 17 minutes past each hour, each as late as `lateMs` says. */
export const hourly = (days: number, lateMs: (tick: number) => number = () => 0): readonly Instant[] =>
  Array.from({ length: days * 24 }, (_, tick) => plusMs('2026-03-01T00:17:00.000Z', tick * hourMs + lateMs(tick)))
