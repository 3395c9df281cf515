import type { HistoryLine } from '../domain/history.ts'
import type { Instant } from '../domain/instant.ts'
import { parseIntegrationSource } from '../domain/integration-task.ts'
import type { Part, Task } from '../domain/task.ts'
import { keptOf } from './count-pairs.ts'
import { dateOf, dateOfDay, dayNumber, daysBetween, doneOn } from './days.ts'

export interface PairsOfDay {
  readonly date: string
  readonly pairs: number
}

/** What came of the last so many days, a day. */
export interface Speed {
  /** At most as many as were asked for: no more than there has been work. */
  readonly days: number
  readonly acceptedPerDay: number
  /** Rows of deliveries, without imports, which come once. */
  readonly integratedPerDay: number
  /** Null where it is not reached at that speed. */
  readonly goalReachedOn: string | null
}

const mostGrowthDays = 60
/** More labels than these overlap in a picture of GitHub's width. */
const mostPoints = 13
const mostBarDays = 14

const isImport = ({ body }: Task): boolean => parseIntegrationSource(body)?.type === 'import'

const mergedParts = (tasks: readonly Task[]): readonly Part[] =>
  tasks.flatMap(({ parts }) => parts).filter(({ state }) => state === 'merged')

/**
 * How many rows the database had at the end of some days, the last of which is today's: at most 60 days back, in equal steps. What was
 * merged before days were kept was there from the beginning. Retracted rows are counted, because nobody knows of which day they were.
 */
export function growthOf(at: Instant, integration: readonly Task[]): readonly PairsOfDay[] {
  const merged = mergedParts(integration).map(part => ({ day: part.endedAt === null ? -1 : dayNumber(part.endedAt), part }))
  const dated = merged.filter(({ day }) => day >= 0).map(({ day }) => day)
  const today = dayNumber(dateOf(at))
  const first = Math.max(dated.reduce((least, day) => Math.min(least, day), today) - 1, today - mostGrowthDays)
  const step = Math.max(1, Math.ceil((today - first) / (mostPoints - 1)))
  const rowsUntil = (until: number): number => merged.reduce((sum, { day, part }) => sum + (day <= until ? keptOf(part) : 0), 0)
  const points = Math.ceil((today - first) / step)
  return Array.from({ length: points + 1 }, (_, index) => today - (points - index) * step).map(day => ({
    date: dateOfDay(day),
    pairs: rowsUntil(day),
  }))
}

/** Pairs that sessions accepted, by the day on which they ended: today and the 13 days before it. */
export function acceptedByDay(at: Instant, sessions: readonly HistoryLine[]): readonly PairsOfDay[] {
  const today = dayNumber(dateOf(at))
  const sums = new Map<number, number>()
  for (const { endedAt, accepted } of sessions) {
    const day = dayNumber(dateOf(endedAt))
    sums.set(day, (sums.get(day) ?? 0) + accepted)
  }
  return Array.from({ length: mostBarDays }, (_, index) => today - mostBarDays + 1 + index).map(day => ({
    date: dateOfDay(day),
    pairs: sums.get(day) ?? 0,
  }))
}

export interface SpeedInput {
  readonly at: Instant
  /** Pairs that are still missing. */
  readonly left: number
  /** Sessions of pipelines that bring pairs of their own. */
  readonly producing: readonly HistoryLine[]
  readonly tasks: readonly Task[]
  readonly integration: readonly Task[]
}

/** When the first task was begun; null where none was. */
const begunAt = (tasks: readonly Task[]): Instant | null =>
  tasks.reduce<Instant | null>(
    (least, { startedAt }) => (startedAt !== null && (least === null || startedAt < least) ? startedAt : least),
    null,
  )

/** Days to divide by: no more than have passed since the beginning, and one at least. */
const daysOfWork = (at: Instant, begun: Instant | null, most: number): number =>
  Math.min(most, Math.max(1, begun === null ? 1 : daysBetween(begun, at)))

/** How fast it went in the last `most` days. */
export function speedOf({ at, left, producing, tasks, integration }: SpeedInput, most: number): Speed {
  const days = daysOfWork(at, begunAt(tasks), most)
  const isRecent = (moment: Instant | null): boolean => moment !== null && moment <= at && daysBetween(moment, at) < most
  const accepted = producing.filter(({ endedAt }) => isRecent(endedAt)).reduce((sum, line) => sum + line.accepted, 0)
  const rows = mergedParts(integration.filter(task => !isImport(task))).filter(({ endedAt }) => isRecent(endedAt))
  const integratedPerDay = rows.reduce((sum, part) => sum + keptOf(part), 0) / days
  return {
    days: Math.round(days * 10) / 10,
    acceptedPerDay: Math.round((accepted / days) * 10) / 10,
    integratedPerDay: Math.round(integratedPerDay * 10) / 10,
    goalReachedOn: doneOn(at, left, integratedPerDay),
  }
}

/** Tasks that were begun a day in the last 7 days; 0 where none was. */
export function begunPerDay(at: Instant, tasks: readonly Task[]): number {
  const recent = tasks.filter(({ startedAt }) => startedAt !== null && startedAt <= at && daysBetween(startedAt, at) < 7)
  return recent.length / daysOfWork(at, begunAt(tasks), 7)
}
