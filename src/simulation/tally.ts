import type { PlanReason } from '../orchestrator/plan.ts'
import type { DayTrace, PipelineDay } from './model.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

interface PipelineSums {
  sends: number
  accepted: number
  sessions: number
  usedOfLine: number
  readonly restHours: Partial<Record<PlanReason, number>>
}

interface Sums {
  added: number
  accepted: number
  delivered: number
  merged: number
  rejected: number
  usdMicros: number
  githubRequests: number
  runnerMinutes: number
  readonly requestsByHour: Map<number, number>
  readonly microsByAccount: Map<string, number>
  readonly pipelines: Readonly<Record<string, PipelineSums>>
}

type Amount = Exclude<keyof Sums, 'pipelines' | 'requestsByHour' | 'microsByAccount'>

/** What each day came to; days are counted from the start. */
export interface Tally {
  add(ms: number, amounts: Readonly<Partial<Record<Amount, number>>>): void
  addOf(ms: number, pipeline: string, amounts: Readonly<Partial<Record<'sends' | 'accepted' | 'sessions', number>>>): void
  charge(ms: number, account: string, usdMicros: number): void
  used(ms: number, pipeline: string, share: number): void
  rested(ms: number, pipeline: string, rest: { readonly reason: PlanReason; readonly hours: number }): void
  days(count: number): readonly DayTrace[]
}

const amounts = ['added', 'accepted', 'delivered', 'merged', 'rejected', 'usdMicros', 'githubRequests', 'runnerMinutes'] as const

export function createTally(startMs: number, pipelines: readonly string[]): Tally {
  const sums: Sums[] = []

  const emptyDay = (): Sums => ({
    added: 0,
    accepted: 0,
    delivered: 0,
    merged: 0,
    rejected: 0,
    usdMicros: 0,
    githubRequests: 0,
    runnerMinutes: 0,
    requestsByHour: new Map(),
    microsByAccount: new Map(),
    pipelines: Object.fromEntries(
      pipelines.map(name => [name, { sends: 0, accepted: 0, sessions: 0, usedOfLine: 0, restHours: {} }]),
    ),
  })
  const dayAt = (index: number): Sums => {
    for (;;) {
      const day = sums[index]
      if (day !== undefined) return day
      sums.push(emptyDay())
    }
  }
  const dayOf = (ms: number): Sums => dayAt(Math.max(0, Math.floor((ms - startMs) / dayMs)))

  const traceOf = ({ usdMicros, requestsByHour, microsByAccount, pipelines: each, ...day }: Sums, index: number): DayTrace => ({
    date: new Date(startMs + index * dayMs).toISOString().slice(0, 10),
    ...day,
    githubRequestsInHour: Math.max(0, ...requestsByHour.values()),
    usd: usdMicros / 1_000_000,
    usdByAccount: Object.fromEntries([...microsByAccount].map(([account, micros]) => [account, micros / 1_000_000])),
    pipelines: each satisfies Readonly<Record<string, PipelineDay>>,
  })

  return {
    add: (ms, more) => {
      const day = dayOf(ms)
      for (const amount of amounts) {
        const value = more[amount]
        if (value !== undefined) day[amount] += value
      }
      const hour = Math.floor(ms / hourMs)
      if (more.githubRequests !== undefined)
        day.requestsByHour.set(hour, (day.requestsByHour.get(hour) ?? 0) + more.githubRequests)
    },
    addOf: (ms, pipeline, { sends = 0, accepted = 0, sessions = 0 }) => {
      const day = dayOf(ms).pipelines[pipeline]
      if (day === undefined) return
      day.sends += sends
      day.accepted += accepted
      day.sessions += sessions
    },
    charge: (ms, account, usdMicros) => {
      const day = dayOf(ms)
      day.usdMicros += usdMicros
      day.microsByAccount.set(account, (day.microsByAccount.get(account) ?? 0) + usdMicros)
    },
    used: (ms, pipeline, share) => {
      const day = dayOf(ms).pipelines[pipeline]
      if (day !== undefined) day.usedOfLine = Math.max(day.usedOfLine, share)
    },
    rested: (ms, pipeline, { reason, hours }) => {
      const day = dayOf(ms).pipelines[pipeline]
      if (day !== undefined) day.restHours[reason] = (day.restHours[reason] ?? 0) + hours
    },
    days: count => Array.from({ length: count }, (_, index) => traceOf(dayAt(index), index)),
  }
}
