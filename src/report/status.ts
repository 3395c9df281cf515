import { toMinute, type Instant } from '../domain/instant.ts'
import type { PipelineState } from '../domain/state.ts'
import { taskStatuses, type Part, type Task, type TaskStatus } from '../domain/task.ts'
import type { Availability } from '../session/availability.ts'
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
    /** On the default branch, as merged. */
    readonly merged: number
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

const undelivered = (task: Task): number => {
  const delivered = new Set(task.parts.flatMap(part => part.units))
  return totalsOf(task.units.filter(unit => !delivered.has(unit.unit))).accepted
}

/** How it stands, from state alone. */
export function statusOf(input: StatusInput): Status {
  const parts = input.tasks.flatMap(task => task.parts.map(part => ({ task, part })))
  const sum = (state: Part['state'], count: (part: Part) => number) =>
    parts.filter(each => each.part.state === state).reduce((total, each) => total + count(each.part), 0)
  return {
    at: input.at,
    paused: input.paused,
    goal: input.goal,
    pairs: {
      merged: sum('merged', part => part.kept ?? part.pairs),
      waiting: sum('open', part => part.pairs) + sum('intended', part => part.pairs),
      underWay: input.tasks.filter(task => task.status === 'in-progress').reduce((total, task) => total + undelivered(task), 0),
    },
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

const bar = (share: number, width: number): string => {
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
  const share = goal === 0 ? 0 : pairs.merged / goal
  const lines = [
    `${status.paused ? 'PAUSED. ' : ''}${pairs.merged} of ${goal} pairs (${(share * 100).toFixed(1)} %)  ${bar(share, 30)}`,
    `${pairs.waiting} pairs wait for a review, ${pairs.underWay} are under way.`,
    '',
  ]
  for (const each of status.pipelines) {
    lines.push(`${each.pipeline} (${each.agent}, ${each.kind}): ${describeAvailability(each.availability)}`)
    const budget = each.availability?.budget
    if (budget !== undefined && budget.limit > 0)
      lines.push(`  calls ${budget.used} / ${budget.limit}, line ${budget.line}  ${bar(budget.used / budget.limit, 20)}`)
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
