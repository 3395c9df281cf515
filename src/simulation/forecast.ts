import { accountsOf } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import type { PlanReason } from '../orchestrator/plan.ts'
import type { DayTrace, PipelineDay, SimulationModel, Trace } from './model.ts'
import { meanOf, quantileOf, spreadOf, type Spread } from './statistics.ts'

/** What became of one pipeline, over all runs and days. */
export interface PipelineForecast {
  readonly pipeline: string
  readonly acceptedPerDay: number
  readonly sendsPerDay: number
  readonly sessionsPerDay: number
  /** What was used of its line on an average day, from 0 to 1. */
  readonly usedOfLine: number
  /** Of the dollars a day that its accounts may spend, by whomever; null where that is not limited. */
  readonly usedOfDollars: number | null
  /** Share of the time that it rested, by reason; the largest first. */
  readonly rests: readonly { readonly reason: PlanReason; readonly share: number }[]
}

/** What so many runs of the same model came to. */
export interface Forecast {
  readonly days: number
  readonly runs: number
  /** Rows that came into the database a day, over the steady days. */
  readonly pairsPerDay: Spread & { readonly mean: number }
  /** Pairs that were put up for a review, and that reviewers kept, a day. */
  readonly deliveredPerDay: number
  readonly mergedPerDay: number
  /** Days of the beginning that are no part of the means: deliveries, reviews and integration start one after the other. */
  readonly warmUpDays: number
  /** From 1; null where so many runs did not reach it. */
  readonly goalDay: { readonly p10: number | null; readonly p50: number | null; readonly p90: number | null }
  /** Share of the runs that reached the goal. */
  readonly reached: number
  /** Pairs in the database at the end, on average. */
  readonly database: number
  readonly usd: {
    readonly perDay: number
    /** Up to the goal, or to the last day. */
    readonly total: number
    readonly perPair: number | null
    /** Of the dollars a day, by account. */
    readonly byAccount: Readonly<Record<string, number>>
  }
  readonly githubRequests: { readonly perDay: number; readonly mostInHour: number }
  readonly runnerMinutesPerMonth: number
  readonly pipelines: readonly PipelineForecast[]
}

/** Of the days so many are the beginning: a tenth, a fortnight at the most. */
const warmUpOf = (days: number): number => Math.min(14, Math.floor(days / 10))

/** Up to the goal, because what comes after it is no question any more; all of them where there are none else. */
function steadyOf({ days, goalDay }: Trace, warmUpDays: number): readonly DayTrace[] {
  const reached = days.slice(0, goalDay ?? days.length)
  const steady = reached.slice(warmUpDays)
  return steady.length > 0 ? steady : reached
}

/** All reasons there are, so that the compiler asks for a new one here. */
const reasons: Readonly<Record<PlanReason, true>> = {
  paused: true,
  disabled: true,
  unsupported: true,
  held: true,
  cooling: true,
  window: true,
  budget: true,
  'queue-empty': true,
  after: true,
  reviews: true,
  turn: true,
  matrix: true,
}
const isReason = (name: string): name is PlanReason => Object.hasOwn(reasons, name)

const daysPerMonth = 30
const hoursPerDay = 24

function pipelineForecast(pipeline: string, days: readonly PipelineDay[], usedOfDollars: number | null): PipelineForecast {
  const mean = (count: (day: PipelineDay) => number): number => meanOf(days.map(count))
  const hours = new Map<PlanReason, number>()
  for (const { restHours } of days)
    for (const [reason, rested] of Object.entries(restHours))
      if (isReason(reason)) hours.set(reason, (hours.get(reason) ?? 0) + rested)
  const rests = [...hours].map(([reason, rested]) => ({ reason, share: rested / Math.max(1, days.length * hoursPerDay) }))
  return {
    pipeline,
    acceptedPerDay: mean(({ accepted }) => accepted),
    sendsPerDay: mean(({ sends }) => sends),
    sessionsPerDay: mean(({ sessions }) => sessions),
    usedOfLine: mean(({ usedOfLine }) => usedOfLine),
    usedOfDollars,
    rests: rests.filter(({ share }) => share > 0).toSorted((a, b) => b.share - a.share),
  }
}

function goalDayOf(traces: readonly Trace[]): Forecast['goalDay'] {
  const days = traces.map(({ goalDay }) => goalDay ?? Number.POSITIVE_INFINITY)
  const at = (share: number): number | null => {
    const day = quantileOf(days, share)
    return Number.isFinite(day) ? day : null
  }
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}

/** Of what accounts may spend a day together; null where one of them has no limit. */
function shareOfDollars(
  { accounts, pipelines }: Config,
  pipeline: string,
  usdByAccount: Readonly<Record<string, number>>,
): number | null {
  const settings = Object.hasOwn(pipelines, pipeline) ? pipelines[pipeline] : undefined
  const names = settings === undefined ? [] : accountsOf(settings)
  const lines = names.map(name => accounts[name]?.limits.usdMicros)
  const line = lines.reduce((sum, limit) => sum + ((limit?.budget ?? 0) * (limit?.thresholdBasisPoints ?? 0)) / 10_000, 0)
  if (line === 0 || lines.includes(undefined)) return null
  return (names.reduce((sum, name) => sum + (usdByAccount[name] ?? 0), 0) * 1_000_000) / line
}

/** What several runs say together; they are of this model, and end with its days or at the goal. */
export function forecastOf(traces: readonly Trace[], { config, days }: Pick<SimulationModel, 'config' | 'days'>): Forecast {
  const warmUpDays = warmUpOf(days)
  const steady = traces.flatMap(trace => steadyOf(trace, warmUpDays))
  const all = traces.flatMap(trace => trace.days)
  const mean = (count: (day: DayTrace) => number): number => meanOf(steady.map(count))
  const added = steady.map(day => day.added)
  const [usd, rows] = [mean(day => day.usd), mean(day => day.added)]
  const names = Object.keys(all[0]?.pipelines ?? {})
  const accounts = [...new Set(steady.flatMap(day => Object.keys(day.usdByAccount)))].toSorted()
  const byAccount = Object.fromEntries(accounts.map(name => [name, mean(day => day.usdByAccount[name] ?? 0)]))
  return {
    days,
    runs: traces.length,
    pairsPerDay: { mean: rows, ...spreadOf(added) },
    deliveredPerDay: mean(day => day.delivered),
    mergedPerDay: mean(day => day.merged),
    warmUpDays,
    goalDay: goalDayOf(traces),
    reached: meanOf(traces.map(({ goalDay }) => (goalDay === null ? 0 : 1))),
    database: meanOf(traces.map(({ database }) => database)),
    usd: {
      perDay: usd,
      total: meanOf(traces.map(trace => trace.days.reduce((sum, day) => sum + day.usd, 0))),
      perPair: rows > 0 ? usd / rows : null,
      byAccount,
    },
    githubRequests: {
      perDay: mean(day => day.githubRequests),
      mostInHour: all.reduce((most, day) => Math.max(most, day.githubRequestsInHour), 0),
    },
    runnerMinutesPerMonth: mean(day => day.runnerMinutes) * daysPerMonth,
    pipelines: names.map(name =>
      pipelineForecast(
        name,
        steady.flatMap(day => day.pipelines[name] ?? []),
        shareOfDollars(config, name, byAccount),
      ),
    ),
  }
}
