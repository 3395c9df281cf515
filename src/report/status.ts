import type { History, HistoryLine } from '../domain/history.ts'
import type { Instant } from '../domain/instant.ts'
import type { PipelineState } from '../domain/state.ts'
import type { Task, TaskStatus } from '../domain/task.ts'
import type { Alert } from '../orchestrator/alerts.ts'
import { broughtPairs } from '../orchestrator/brought.ts'
import type { Decision, Plan } from '../orchestrator/plan.ts'
import type { Availability } from '../session/availability.ts'
import { totalsOf } from '../session/task-run.ts'
import { countPairs, type CountedPairs } from './count-pairs.ts'

export interface LastSession {
  /** Null where the history does not tell: it is damaged there, or too old. */
  readonly session: string | null
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly reason: string | null
}

/** What tasks that are being worked on have come to together. */
export interface UnderWay {
  readonly tasks: number
  readonly calls: number
  readonly callsExpected: number
  readonly accepted: number
}

/** A part of the goal, in pairs: how many the pipeline is to bring, and has brought or has on the way. */
export interface GoalShare {
  readonly target: number
  readonly pairs: number
}

export interface PipelineStatus {
  readonly pipeline: string
  readonly agent: string
  readonly kind: string
  /** Null where this version has no sessions of its kind. */
  readonly availability: Availability | null
  /** Whether the next tick starts it, and if not, why. */
  readonly decision: Decision
  readonly session: string | null
  readonly task: {
    readonly id: string
    readonly title: string
    readonly calls: number
    readonly callsExpected: number
    readonly accepted: number
  } | null
  readonly underWay: UnderWay
  readonly tasks: Readonly<Record<TaskStatus, number>>
  readonly lastSession: LastSession | null
  /** Null where it brings no pairs of its own. */
  readonly goalShare: GoalShare | null
}

export interface WaitingReview {
  readonly number: number
  readonly pipeline: string
  readonly task: string
  readonly part: number
  readonly pairs: number
  readonly url: string
  /** Null for a part that an older version opened. */
  readonly openedAt: Instant | null
}

export interface BlockedTask {
  readonly pipeline: string
  readonly task: string
  readonly issue: number | null
  /** What a person must do. */
  readonly reason: string
}

/** An issue that is a task as soon as somebody approves it. */
export interface WaitingProposal {
  readonly number: number
  readonly title: string
}

export interface Status {
  readonly at: Instant
  readonly paused: boolean
  readonly goal: number
  readonly pairs: CountedPairs
  readonly pipelines: readonly PipelineStatus[]
  /** The longest waiting first. */
  readonly reviews: readonly WaitingReview[]
  readonly blocked: readonly BlockedTask[]
  readonly proposals: readonly WaitingProposal[]
  /** What a person is needed for beside all of this. */
  readonly alerts: readonly Alert[]
}

export interface StatusInput {
  readonly at: Instant
  readonly paused: boolean
  readonly goal: number
  readonly tasks: readonly Task[]
  /** Pairs that were taken out of the database again. */
  readonly retracted: number
  readonly plan: Plan
  readonly history: History
  readonly proposals: readonly WaitingProposal[]
  readonly alerts: readonly Alert[]
  readonly pipelines: readonly {
    readonly pipeline: string
    readonly agent: string
    readonly kind: string
    readonly enabled: boolean
    readonly share: number | null
    readonly availability: Availability | null
    readonly state: PipelineState
  }[]
}

function countByStatus(tasks: readonly Task[]): Record<TaskStatus, number> {
  const counts: Record<TaskStatus, number> = {
    pending: 0,
    'in-progress': 0,
    'in-review': 0,
    completed: 0,
    rejected: 0,
    blocked: 0,
    invalid: 0,
  }
  for (const task of tasks) counts[task.status] += 1
  return counts
}

function underWayOf(tasks: readonly Task[]): UnderWay {
  const current = tasks.filter(({ status }) => status === 'in-progress')
  const { calls, callsExpected, accepted } = totalsOf(current.flatMap(({ units }) => units))
  return { tasks: current.length, calls, callsExpected, accepted }
}

/** The state knows when it was, the history also what it was called and why it ended. */
function lastSessionOf({ lastSession }: PipelineState, line: HistoryLine | undefined): LastSession | null {
  if (line !== undefined && (lastSession === null || line.endedAt >= lastSession.endedAt)) {
    const { session, startedAt, endedAt, reason } = line
    return { session, startedAt, endedAt, reason }
  }
  return lastSession === null ? null : { session: null, ...lastSession, reason: null }
}

function reviewsOf(tasks: readonly Task[]): readonly WaitingReview[] {
  const waiting = tasks.flatMap(({ id, pipeline, parts }) =>
    parts.flatMap(({ state, pull, part, pairs, url, openedAt }) =>
      state === 'open' && pull !== null ? [{ number: pull, pipeline, task: id, part, pairs, url, openedAt }] : [],
    ),
  )
  const age = ({ openedAt }: WaitingReview): string => openedAt ?? ''
  return waiting.toSorted((a, b) => (age(a) < age(b) ? -1 : age(a) > age(b) ? 1 : a.number - b.number))
}

type Surveyed = StatusInput['pipelines'][number]

function pipelineStatus(
  { pipeline, agent, kind, availability, state }: Surveyed,
  {
    own,
    decision,
    last,
    target,
  }: {
    readonly own: readonly Task[]
    readonly decision: Decision | undefined
    readonly last: HistoryLine | undefined
    readonly target: number | null
  },
): PipelineStatus {
  const current = own.find(task => task.id === state.task)
  return {
    pipeline,
    agent,
    kind,
    availability,
    decision: decision ?? { type: 'rest', reason: 'unsupported', until: null, waitsFor: null },
    session: state.session?.id ?? null,
    task: current === undefined ? null : { id: current.id, title: current.title, ...totalsOf(current.units) },
    underWay: underWayOf(own),
    tasks: countByStatus(own),
    lastSession: lastSessionOf(state, last),
    goalShare: target === null ? null : { target, pairs: broughtPairs(own) },
  }
}

/** How it stands, from state and history alone. */
export function statusOf(input: StatusInput): Status {
  const { at, paused, goal, tasks, plan, history, proposals, alerts, pipelines } = input
  const shares = pipelines.reduce((sum, { share, enabled }) => sum + (enabled ? (share ?? 0) : 0), 0)
  const targetOf = ({ share, enabled }: Surveyed): number | null =>
    share === null || !enabled || shares === 0 ? null : Math.round((goal * share) / shares)
  const decisions = new Map(plan.pipelines.map(({ pipeline, decision }) => [pipeline, decision]))
  const lines = new Map(history.sessions.map(line => [line.pipeline, line]))
  const byPipeline = Map.groupBy(tasks, ({ pipeline }) => pipeline)
  return {
    at,
    paused,
    goal,
    pairs: countPairs(input),
    pipelines: pipelines.map(each =>
      pipelineStatus(each, {
        own: byPipeline.get(each.pipeline) ?? [],
        decision: decisions.get(each.pipeline),
        last: lines.get(each.pipeline),
        target: targetOf(each),
      }),
    ),
    reviews: reviewsOf(tasks),
    blocked: tasks.flatMap(({ status, pipeline, id, issue, reason }) =>
      status === 'blocked' ? [{ pipeline, task: id, issue, reason: reason ?? '' }] : [],
    ),
    proposals,
    alerts,
  }
}
