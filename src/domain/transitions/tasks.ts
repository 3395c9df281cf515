import { gradeOf } from '../grade.ts'
import type { Instant } from '../instant.ts'
import type {
  AcceptingTask,
  AddingTasks,
  CommandingTask,
  EndingTask,
  LookingAtPart,
  RecordingParts,
  ReviewingPart,
  StartingTask,
} from '../operation.ts'
import type { State } from '../state.ts'
import { lookedDegrees, mayFollow, type Looked, type Part, type Task } from '../task.ts'
import type { Ruling } from '../ruling.ts'
import { pipelineOf, taskOf, withPipeline, withTask } from './lenses.ts'

export function startTask(state: State, operation: StartingTask): Ruling {
  const task = taskOf(state, operation.task)
  if (task === undefined) return { fenced: 'no-such-task' }
  if (!mayFollow(task.status, 'in-progress')) return { fenced: 'wrong-status' }
  const pipeline = pipelineOf(state, operation.pipeline)
  const session = pipeline.session
  if (session === null) return { fenced: 'old-epoch' }
  const started: Task = {
    ...task,
    status: 'in-progress',
    attempts: task.attempts + 1,
    startedAt: task.startedAt ?? operation.now,
    settings: task.settings ?? operation.settings,
    reason: null,
  }
  const tasks = session.tasks.includes(task.id) ? session.tasks : [...session.tasks, task.id]
  return withPipeline(withTask(state, started), { ...pipeline, task: task.id, session: { ...session, tasks } })
}

const rank: Readonly<Record<Part['state'], number>> = { intended: 0, open: 1, merged: 2, closed: 2 }

/** A part only moves forward: intended, open, then merged or closed. Its branch and files stay those that were intended. */
function mergeParts(known: readonly Part[], recorded: readonly Part[], now: Instant): Part[] {
  const parts = new Map(known.map(part => [part.part, part]))
  for (const part of recorded) {
    const before = parts.get(part.part)
    if (before === undefined) parts.set(part.part, part)
    else if (rank[part.state] > rank[before.state]) {
      const { branch, units, paths, pairs } = before
      parts.set(part.part, { ...part, branch, units, paths, pairs, openedAt: now })
    }
  }
  return [...parts.values()].toSorted((a, b) => a.part - b.part)
}

export function recordParts(state: State, operation: RecordingParts): Ruling {
  const task = taskOf(state, operation.task)
  if (task === undefined) return { fenced: 'no-such-task' }
  const parts = mergeParts(task.parts, operation.parts, operation.now)
  const pipeline = pipelineOf(state, operation.pipeline)
  const session = pipeline.session
  if (session === null) return { fenced: 'old-epoch' }
  const opened = operation.parts.flatMap(part =>
    part.pull !== null && !session.deliveries.some(each => each.number === part.pull)
      ? [{ branch: part.branch, number: part.pull, url: part.url }]
      : [],
  )
  const deliveries = [...session.deliveries, ...opened]
  const deliveredAt = opened.length === 0 ? pipeline.deliveredAt : operation.now
  return withPipeline(withTask(state, { ...task, parts }), { ...pipeline, deliveredAt, session: { ...session, deliveries } })
}

export function endTask(state: State, operation: EndingTask): Ruling {
  const task = taskOf(state, operation.task)
  if (task === undefined) return { fenced: 'no-such-task' }
  if (!mayFollow(task.status, operation.status)) return { fenced: 'wrong-status' }
  const ended: Task = { ...task, status: operation.status, reason: operation.reason }
  return withPipeline(withTask(state, ended), { ...pipelineOf(state, operation.pipeline), task: null })
}

const isEnded = (part: Part): boolean => part.state === 'merged' || part.state === 'closed'

const unreadStates: ReadonlySet<Part['review']> = new Set(['merged-unread', 'unreviewed'])

/** Completed when every part has ended and one at least was merged; rejected when none was. Only then it is graded. */
function endIfReviewed(task: Task, { estimate, now }: ReviewingPart): Task {
  if (task.status !== 'in-review' || task.parts.length === 0 || !task.parts.every(isEnded)) return task
  const merged = task.parts.some(part => part.state === 'merged')
  const sum = (count: (part: Part) => number) => task.parts.reduce((total, part) => total + count(part), 0)
  const calls = task.units.reduce((total, unit) => total + unit.calls, 0)
  const sends = task.spent.calls ?? 0
  return {
    ...task,
    status: merged ? 'completed' : 'rejected',
    endedAt: now,
    grade: gradeOf({
      calls: { withOutcome: calls, all: Math.max(calls, sends) },
      activeMs: estimate.activeMs,
      sends: estimate.sends,
      pairs: {
        kept: sum(part => part.kept ?? 0),
        delivered: sum(part => part.pairs),
        // A part that was closed was rejected, which is a look too.
        looked: task.parts.some(({ state, review }) => state === 'closed' || !unreadStates.has(review)),
      },
    }),
  }
}

/** All that is honestly known of the review of a part that was merged as it was delivered. */
const reviewOfLooked: Readonly<Record<Looked, Part['review']>> = { none: 'merged-unread', some: 'sampled', all: 'checked' }

const reviewOf = (part: Part, { state, edited }: ReviewingPart): Part['review'] => {
  if (state === 'closed') return 'unreviewed'
  return edited ? 'edited' : reviewOfLooked[part.looked]
}

export function reviewPart(state: State, operation: ReviewingPart): Ruling {
  const task = taskOf(state, operation.task)
  const part = task?.parts.find(each => each.part === operation.part)
  if (task === undefined || part === undefined) return { fenced: 'no-such-task' }
  if (isEnded(part)) return withTask(state, endIfReviewed(task, operation))
  const reviewed: Part = {
    ...part,
    state: operation.state,
    endedAt: operation.now,
    kept: operation.kept,
    review: reviewOf(part, operation),
  }
  const parts = task.parts.map(each => (each.part === part.part ? reviewed : each))
  return withTask(state, endIfReviewed({ ...task, parts }, operation))
}

/** Having looked only grows, and what is said of a part that has ended changes nothing any more. */
export function lookAtPart(state: State, { task: id, part: number, looked }: LookingAtPart): Ruling {
  const task = taskOf(state, id)
  const part = task?.parts.find(each => each.part === number)
  if (task === undefined || part === undefined) return { fenced: 'no-such-task' }
  if (isEnded(part) || lookedDegrees.indexOf(part.looked) >= lookedDegrees.indexOf(looked)) return state
  return withTask(state, { ...task, parts: task.parts.map(each => (each === part ? { ...part, looked } : each)) })
}

/** Tasks that are there already stay as they are. */
export function addTasks(state: State, operation: AddingTasks): Ruling {
  return operation.tasks.reduce<State>((next, task) => (taskOf(next, task.id) === undefined ? withTask(next, task) : next), state)
}

/** Takes an issue's task in as it stands now; what the issue says later does not count. */
export function acceptTask(state: State, { task }: AcceptingTask): Ruling {
  const present = taskOf(state, task.id)
  if (present === undefined) return withTask(state, task)
  return present.issue === task.issue ? state : { fenced: 'taken' }
}

export function commandTask(state: State, operation: CommandingTask): Ruling {
  const task = taskOf(state, operation.task)
  if (task === undefined) return { fenced: 'no-such-task' }
  if (!mayFollow(task.status, operation.status)) return { fenced: 'wrong-status' }
  const attempts = operation.status === 'pending' ? 0 : task.attempts
  const commanded = withTask(state, { ...task, status: operation.status, reason: operation.reason, attempts })
  const pipeline = pipelineOf(commanded, operation.pipeline)
  return pipeline.task === task.id ? withPipeline(commanded, { ...pipeline, task: null }) : commanded
}
