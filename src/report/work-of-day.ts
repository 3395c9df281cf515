import type { HistoryLine } from '../domain/history.ts'
import type { Instant } from '../domain/instant.ts'
import type { Part, Task, TaskStatus } from '../domain/task.ts'
import { daysBetween } from './days.ts'

/** What sessions did that ended within 24 hours. */
export interface WorkOfDay {
  readonly sessions: number
  /** Requests on the wire, and calls that came to an outcome. */
  readonly sends: number
  readonly calls: number
  readonly tokens: number
  readonly usd: number
  readonly minutes: number
  /** Pairs; of an integration those that it took into the database. */
  readonly accepted: number
  readonly putAside: number
  readonly deliveries: number
}

export interface EndedTask {
  readonly pipeline: string
  readonly task: string
  readonly title: string
  readonly issue: number | null
  readonly status: TaskStatus
  /** Such as `B`; null where nothing was graded. */
  readonly grade: string | null
  readonly score: number | null
}

/** A part that was opened for review, as it stands now. */
export interface Delivered {
  readonly pipeline: string
  readonly task: string
  readonly part: number
  readonly number: number
  readonly url: string
  readonly pairs: number
  readonly state: Part['state']
  /** Null while nobody ended it. */
  readonly kept: number | null
}

export const isWithinDay = (moment: Instant | null, at: Instant): boolean =>
  moment !== null && moment <= at && daysBetween(moment, at) < 1

export const sessionsOfDay = (at: Instant, sessions: readonly HistoryLine[]): readonly HistoryLine[] =>
  sessions.filter(({ endedAt }) => isWithinDay(endedAt, at))

export function workOf(sessions: readonly HistoryLine[]): WorkOfDay {
  const sum = (count: (line: HistoryLine) => number): number => sessions.reduce((total, line) => total + count(line), 0)
  return {
    sessions: sessions.length,
    sends: sum(({ spent }) => spent.calls ?? 0),
    calls: sum(({ calls }) => calls),
    tokens: sum(({ spent }) => spent.tokens ?? 0),
    usd: sum(({ spent }) => spent.usdMicros ?? 0) / 1_000_000,
    minutes: Math.round(sum(({ startedAt, endedAt }) => 1440 * Math.max(0, daysBetween(startedAt, endedAt)))),
    accepted: sum(({ accepted }) => accepted),
    putAside: sum(({ rejected }) => rejected),
    deliveries: sum(({ deliveries }) => deliveries.length),
  }
}

/** In the order in which they ended. */
export const endedTasksOf = (at: Instant, tasks: readonly Task[]): readonly EndedTask[] =>
  tasks
    .filter(({ endedAt }) => isWithinDay(endedAt, at))
    .toSorted((a, b) => Date.parse(a.endedAt ?? '') - Date.parse(b.endedAt ?? ''))
    .map(({ pipeline, id, title, issue, status, grade }) => ({
      pipeline,
      task: id,
      title,
      issue,
      status,
      grade: grade?.letter ?? null,
      score: grade?.score ?? null,
    }))

/** In the order of their numbers. */
export const deliveredOf = (at: Instant, tasks: readonly Task[]): readonly Delivered[] =>
  tasks
    .flatMap(({ pipeline, id, parts }) =>
      parts.flatMap(({ part, pull, url, pairs, state, kept, openedAt }) =>
        pull !== null && isWithinDay(openedAt, at) ? [{ pipeline, task: id, part, number: pull, url, pairs, state, kept }] : [],
      ),
    )
    .toSorted((a, b) => a.number - b.number)
