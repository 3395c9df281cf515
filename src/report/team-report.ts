import type { History, HistoryLine } from '../domain/history.ts'
import type { Task } from '../domain/task.ts'
import { splitTasks } from './count-pairs.ts'
import { doneOn } from './days.ts'
import { acceptedByDay, begunPerDay, growthOf, speedOf, type PairsOfDay, type Speed } from './growth-of-pairs.ts'
import { withLastSessions, type Resource } from './resource.ts'
import type { PipelineStatus, Status } from './status.ts'
import {
  deliveredOf,
  endedTasksOf,
  sessionsOfDay,
  workOf,
  type Delivered,
  type EndedTask,
  type WorkOfDay,
} from './work-of-day.ts'

export interface PipelineReport extends PipelineStatus {
  /** Of the last 24 hours. */
  readonly day: WorkOfDay
  /** Tasks that ended in them. */
  readonly tasksEnded: number
  /** When no task waits any more at the speed of the last 7 days; null where nothing was begun then, or nothing waits. */
  readonly queueEmptyOn: string | null
  /** Whether fewer tasks wait than `plan.proposeBelow` asks for. */
  readonly isQueueLow: boolean
}

/** The Team Status Report as numbers. */
export interface TeamReport extends Status {
  readonly pipelines: readonly PipelineReport[]
  /** Pairs that are missing, whatever is on its way. */
  readonly left: number
  /** Of all pipelines; a pair that was accepted and integrated counts once. */
  readonly day: WorkOfDay
  /** What sessions did of pipelines that are configured no longer; null where there were none. */
  readonly formerDay: WorkOfDay | null
  /** Tasks that people gave and that ended, and their deliveries; those that integration found itself are only counted. */
  readonly ended: readonly EndedTask[]
  readonly delivered: readonly Delivered[]
  readonly resources: readonly Resource[]
  /** Parts that reviewers have to read, and how many of them let nothing new begin. */
  readonly partsToRead: number
  readonly maxWaitingReviews: number
  readonly growth: readonly PairsOfDay[]
  readonly accepted: readonly PairsOfDay[]
  readonly speeds: { readonly week: Speed; readonly month: Speed }
  /** Pairs that growth counts and that were taken out of the database again. */
  readonly retracted: number
  /** Lines of the history that cannot be read, so that their sessions are missing in all of this. */
  readonly damagedLines: number
}

export interface TeamReportInput {
  readonly status: Status
  readonly tasks: readonly Task[]
  /** Of 30 days at least. */
  readonly history: History
  readonly retracted: number
  readonly resources: readonly Resource[]
  /** Parts that reviewers have to read, and how many of them let nothing new begin. */
  readonly partsToRead: number
  readonly maxWaitingReviews: number
  /** Tasks that wait, below which a queue is low. */
  readonly proposeBelow: number
}

/** Of each pipeline, what it did within 24 hours and how long its queue lasts. */
function pipelinesOf({ status, tasks, proposeBelow }: TeamReportInput, today: readonly HistoryLine[]): readonly PipelineReport[] {
  const { at } = status
  const tasksOf = Map.groupBy(tasks, ({ pipeline }) => pipeline)
  const sessionsOf = Map.groupBy(today, ({ pipeline }) => pipeline)
  return status.pipelines.map(each => {
    const own = tasksOf.get(each.pipeline) ?? []
    const waiting = each.tasks.pending
    const perDay = begunPerDay(at, own)
    return {
      ...each,
      day: workOf(sessionsOf.get(each.pipeline) ?? []),
      tasksEnded: endedTasksOf(at, own).length,
      queueEmptyOn: waiting === 0 || perDay === 0 ? null : doneOn(at, waiting, perDay),
      isQueueLow: each.goalShare !== null && waiting < proposeBelow,
    }
  })
}

/** Everything that the report says, from state and history alone: the same state gives the same report. */
export function teamReportOf(input: TeamReportInput): TeamReport {
  const { status, tasks, history, retracted, resources, partsToRead, maxWaitingReviews } = input
  const { at, goal, pairs } = status
  const { integration, sources } = splitTasks({ tasks, pipelines: status.pipelines })
  const integrating = new Set(status.pipelines.flatMap(({ pipeline, kind }) => (kind === 'integration' ? [pipeline] : [])))
  const producing = history.sessions.filter(({ pipeline }) => !integrating.has(pipeline))
  const known = new Set(status.pipelines.map(({ pipeline }) => pipeline))
  const today = sessionsOfDay(at, history.sessions)
  const former = today.filter(({ pipeline }) => !known.has(pipeline))
  const { accepted, putAside } = workOf(sessionsOfDay(at, producing))
  const left = Math.max(0, goal - pairs.database)
  const speed = { at, left, producing, tasks, integration }
  return {
    ...status,
    pipelines: pipelinesOf(input, today),
    left,
    day: { ...workOf(today), accepted, putAside },
    formerDay: former.length === 0 ? null : workOf(former),
    ended: endedTasksOf(at, sources),
    delivered: deliveredOf(at, sources),
    resources: withLastSessions(resources, history.sessions),
    partsToRead,
    maxWaitingReviews,
    growth: growthOf(at, integration),
    accepted: acceptedByDay(at, producing),
    speeds: { week: speedOf(speed, 7), month: speedOf(speed, 30) },
    retracted,
    damagedLines: history.damaged,
  }
}
