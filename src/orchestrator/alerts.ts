import type { HistoryLine } from '../domain/history.ts'
import { plusMs, toEpochMs, type Instant } from '../domain/instant.ts'
import type { OrchestratorState } from '../domain/orchestrator-state.ts'
import type { Task } from '../domain/task.ts'

/** What a person is needed for. `key` names it for as long as it lasts: what has a new one is news. */
export type Alert = { readonly key: string } & (
  | { readonly type: 'silence'; readonly from: Instant; readonly to: Instant }
  | { readonly type: 'idle'; readonly pipeline: string; readonly since: Instant }
  | {
      readonly type: 'provider'
      readonly pipeline: string
      /** When the first of the sessions in a row began. */
      readonly since: Instant
      /** What the provider said last: foreign text. */
      readonly said: string
    }
  | {
      readonly type: 'unread'
      readonly number: number
      readonly url: string
      /** Foreign text. */
      readonly title: string
      readonly part: number
      readonly pairs: number
      readonly since: Instant
    }
)
export type AlertOf<Type extends Alert['type']> = Extract<Alert, { readonly type: Type }>

export interface AlertInput {
  readonly at: Instant
  readonly paused: boolean
  readonly heartbeatMs: number
  readonly alertAfterMs: number
  /** As this tick tells it. */
  readonly told: Pick<OrchestratorState, 'silence' | 'available'>
  /** Those that are enabled. */
  readonly pipelines: readonly string[]
  readonly tasks: readonly Pick<Task, 'title' | 'parts'>[]
  /** In the order in which they ended. */
  readonly sessions: readonly Pick<HistoryLine, 'pipeline' | 'session' | 'startedAt' | 'endedAt' | 'reason' | 'calls'>[]
}

/** Fewer sessions in a row that their provider ended are left to the next one. */
const fewestRefused = 3

function idleOf({ at, heartbeatMs, told: { available } }: AlertInput): readonly Alert[] {
  return Object.entries(available)
    .filter(([, { since }]) => toEpochMs(at) - toEpochMs(since) > heartbeatMs)
    .map(([pipeline, { since }]) => ({ type: 'idle', key: `idle/${pipeline}/${since}`, pipeline, since }))
}

const isRefused = ({ reason, calls }: AlertInput['sessions'][number]): boolean => calls === 0 && /^provider(?::|$)/.test(reason)

/** The latest sessions of a pipeline, where all of them got nothing from their provider. */
function refusedOf({ sessions, heartbeatMs }: AlertInput, pipeline: string): readonly Alert[] {
  const own = sessions.filter(session => session.pipeline === pipeline)
  const row = own.slice(own.findLastIndex(session => !isRefused(session)) + 1)
  const [first, last] = [row[0], row.at(-1)]
  if (first === undefined || last === undefined || row.length < fewestRefused) return []
  if (toEpochMs(last.endedAt) - toEpochMs(first.startedAt) <= heartbeatMs) return []
  const said = last.reason.replace(/^provider:?\s*/, '')
  return [{ type: 'provider', key: `provider/${pipeline}/${first.session}`, pipeline, since: first.startedAt, said }]
}

/** Parts that nobody has looked at; those that an older version opened do not say since when they wait. */
function unreadOf({ at, tasks, alertAfterMs }: AlertInput): readonly Alert[] {
  const waiting = tasks.flatMap(({ title, parts }) =>
    parts.flatMap(({ state, looked, pull, url, part, pairs, openedAt }): AlertOf<'unread'>[] =>
      state === 'open' && looked === 'none' && pull !== null && openedAt !== null && plusMs(openedAt, alertAfterMs) < at
        ? [{ type: 'unread', key: `unread/${pull}`, number: pull, url, title, part, pairs, since: openedAt }]
        : [],
    ),
  )
  return waiting.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.number - b.number))
}

/** Pure: what a person is needed for, the most pressing first. While all is paused nothing is late but what waits for a reader. */
export function alertsOf(input: AlertInput): readonly Alert[] {
  const unread = unreadOf(input)
  if (input.paused) return unread
  const { silence } = input.told
  return [
    ...(silence === null ? [] : [{ type: 'silence', key: `silence/${silence.from}`, ...silence } as const]),
    ...idleOf(input),
    ...input.pipelines.flatMap(pipeline => refusedOf(input, pipeline)),
    ...unread,
  ]
}
