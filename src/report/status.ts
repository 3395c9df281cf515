import { toMinute, type Instant } from '../domain/instant.ts'
import { meterWords } from '../domain/ledger.ts'
import type { PipelineState } from '../domain/state.ts'
import { parseIntegrationSource } from '../domain/integration-task.ts'
import { taskStatuses, type Part, type Task, type TaskStatus } from '../domain/task.ts'
import type { Availability } from '../session/availability.ts'
import { undeliveredPairs } from '../orchestrator/brought.ts'
import { totalsOf } from '../session/task-run.ts'

export interface PipelineStatus {
  readonly pipeline: string
  readonly agent: string
  readonly kind: string
  /** Null where this version has no sessions of its kind. */
  readonly availability: Availability | null
  readonly session: string | null
  readonly task: {
    readonly id: string
    readonly title: string
    readonly calls: number
    readonly callsExpected: number
    readonly accepted: number
  } | null
  readonly tasks: Readonly<Record<TaskStatus, number>>
}

export interface Status {
  readonly at: Instant
  readonly paused: boolean
  readonly goal: number
  readonly pairs: {
    /** Rows of the database, without those that were retracted: what counts toward the goal. */
    readonly database: number
    /** Delivered and merged, integrated since or not. */
    readonly merged: number
    /** Of the merged ones, those that integration has not looked at yet. */
    readonly toIntegrate: number
    /** In parts that wait for a review. */
    readonly waiting: number
    /** Accepted by gates and judge in tasks that are under way, and not delivered yet. */
    readonly underWay: number
  }
  readonly pipelines: readonly PipelineStatus[]
  readonly reviews: readonly { readonly number: number; readonly task: string; readonly part: number; readonly pairs: number }[]
  readonly blocked: readonly { readonly task: string; readonly reason: string }[]
}

export interface StatusInput {
  readonly at: Instant
  readonly paused: boolean
  readonly goal: number
  readonly tasks: readonly Task[]
  /** Pairs that were taken out of the database again. */
  readonly retracted: number
  readonly pipelines: readonly {
    readonly pipeline: string
    readonly agent: string
    readonly kind: string
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

type Counted = Status['pairs']

const sumOf = (parts: readonly Part[], state: Part['state'], count: (part: Part) => number): number =>
  parts.filter(part => part.state === state).reduce((total, part) => total + count(part), 0)

const keptOf = (part: Part): number => part.kept ?? part.pairs

/** What integration has looked at of merged deliveries: what it took, and what it put aside. */
function lookedAt(tasks: readonly Task[]): number {
  const ended = tasks.filter(({ status, body }) => status !== 'pending' && parseIntegrationSource(body)?.type === 'delivery')
  const totals = ended.map(task => totalsOf(task.units.filter(unit => unit.ended)))
  return totals.reduce((sum, { accepted, rejected }) => sum + accepted + rejected, 0)
}

function countPairs({ tasks, pipelines, retracted }: StatusInput): Counted {
  const integrating = new Set(pipelines.flatMap(({ pipeline, kind }) => (kind === 'integration' ? [pipeline] : [])))
  const integration = tasks.filter(task => integrating.has(task.pipeline))
  const sources = tasks.filter(task => !integrating.has(task.pipeline))
  const parts = sources.flatMap(task => task.parts)
  const rows = integration.flatMap(task => task.parts)
  const merged = sumOf(parts, 'merged', keptOf)
  return {
    database: Math.max(0, sumOf(rows, 'merged', keptOf) - retracted),
    merged,
    toIntegrate: Math.max(0, merged - lookedAt(integration)),
    waiting: sumOf(parts, 'open', part => part.pairs) + sumOf(parts, 'intended', part => part.pairs),
    underWay: sources.filter(task => task.status === 'in-progress').reduce((total, task) => total + undeliveredPairs(task), 0),
  }
}

/** How it stands, from state alone. */
export function statusOf(input: StatusInput): Status {
  const parts = input.tasks.flatMap(task => task.parts.map(part => ({ task, part })))
  return {
    at: input.at,
    paused: input.paused,
    goal: input.goal,
    pairs: countPairs(input),
    pipelines: input.pipelines.map(({ pipeline, agent, kind, availability, state }) => {
      const own = input.tasks.filter(task => task.pipeline === pipeline)
      const current = own.find(task => task.id === state.task)
      return {
        pipeline,
        agent,
        kind,
        availability,
        session: state.session?.id ?? null,
        task: current === undefined ? null : { id: current.id, title: current.title, ...totalsOf(current.units) },
        tasks: countByStatus(own),
      }
    }),
    reviews: parts.flatMap(({ task, part }) =>
      part.state === 'open' && part.pull !== null
        ? [{ number: part.pull, task: task.id, part: part.part, pairs: part.pairs }]
        : [],
    ),
    blocked: input.tasks.flatMap(task => (task.status === 'blocked' ? [{ task: task.id, reason: task.reason ?? '' }] : [])),
  }
}

/** A share from 0 to 1 as a bar of so many characters. */
export const bar = (share: number, width: number): string => {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width)
  return '█'.repeat(filled) + '░'.repeat(width - filled)
}

const restWords: Readonly<Record<string, string>> = {
  paused: 'paused',
  held: 'a session is at work',
  cooling: 'rests after its last session',
  window: "waits for the budget's reset",
  budget: 'its budget line is reached',
  'queue-empty': 'no task waits',
  after: 'waits for what it runs after',
  reviews: 'enough deliveries wait for a review',
}

/** In some words, for a line: what it can do, or why it rests and until when. */
export function describeAvailability(availability: Availability | null): string {
  if (availability === null) return 'not run by this version'
  if (availability.type === 'available') return 'can work now'
  const words = restWords[availability.reason] ?? availability.reason
  return availability.until === null ? words : `${words}, until ${toMinute(availability.until)}`
}

/** For a terminal, at most 100 columns. */
export function renderStatus(status: Status): string {
  const { pairs, goal } = status
  const share = goal === 0 ? 0 : pairs.database / goal
  const lines = [
    `${status.paused ? 'PAUSED. ' : ''}${pairs.database} of ${goal} pairs are in the database (${(share * 100).toFixed(1)} %)  ${bar(share, 30)}`,
    `${pairs.underWay} pairs are under way, ${pairs.waiting} wait for a review, ${pairs.toIntegrate} of ${pairs.merged} merged ones wait for integration.`,
    '',
  ]
  for (const each of status.pipelines) {
    lines.push(`${each.pipeline} (${each.agent}, ${each.kind}): ${describeAvailability(each.availability)}`)
    const budget = each.availability?.budget
    if (budget !== undefined && budget.limit > 0)
      lines.push(
        `  ${meterWords[budget.meter]} ${budget.used} / ${budget.limit}, line ${budget.line}  ${bar(budget.used / budget.limit, 20)}`,
      )
    if (each.task !== null)
      lines.push(`  ${each.task.id}: ${each.task.calls} of about ${each.task.callsExpected} calls, ${each.task.accepted} pairs`)
    const counts = taskStatuses.filter(state => each.tasks[state] > 0).map(state => `${each.tasks[state]} ${state}`)
    if (counts.length > 0) lines.push(`  tasks: ${counts.join(', ')}`)
  }
  if (status.reviews.length > 0) {
    lines.push('', 'Waiting for a review:')
    for (const review of status.reviews)
      lines.push(`  #${review.number}  ${review.task} part ${review.part}, ${review.pairs} pairs`)
  }
  for (const { task, reason } of status.blocked) lines.push('', `Blocked: ${task}: ${reason}`)
  return lines.join('\n')
}
