import type { Priority, TaskStatus, UnitState } from '../domain/task.ts'
import type { Instant } from '../domain/instant.ts'
import type { SeedTask } from '../domain/task-form.ts'

export type { SeedTask }

/** One line of `tasks list`. */
export interface TaskRow {
  /** The number; null until the issue is made. */
  readonly number: number | null
  readonly id: string
  readonly pipeline: string
  readonly title: string
  readonly priority: Priority
  readonly status: TaskStatus
  readonly attempts: number
  readonly accepted: number
}

/** What `tasks show` tells beyond that. */
export interface TaskDetail extends TaskRow {
  readonly order: number
  readonly createdAt: Instant
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  /** What a person must do, where it is blocked or invalid. */
  readonly reason: string | null
  readonly redoes: string | null
  readonly units: readonly UnitState[]
  readonly deliveries: readonly {
    readonly branch: string
    readonly number: number | null
    readonly url: string
    readonly state: string
    readonly pairs: number
  }[]
  readonly grade: string | null
  readonly body: string
}

export interface TaskFilter {
  readonly pipeline?: string
  readonly status?: TaskStatus
}

export interface TaskProgress {
  readonly done: number
  readonly total: number
  readonly title: string
}

/** The tasks of a data repository. A task is named by its issue's number or by its id. */
export interface TaskBook {
  /** Makes those that are not there yet, by pipeline and id; importing again changes nothing. */
  import(
    tasks: readonly SeedTask[],
    onProgress: (progress: TaskProgress) => void,
  ): Promise<{ readonly created: number; readonly existing: number }>
  /** In the order in which they will be worked on, ended ones last. */
  list(filter: TaskFilter): Promise<readonly TaskRow[]>
  show(name: string): Promise<TaskDetail | undefined>
  /** A second attempt beside an ended or blocked task. Throws `fix-config` where the task is not there or still open. */
  redo(name: string): Promise<TaskRow>
  /** Stops a task that has not ended; a session that works on it turns to the next one. Throws `fix-config` where it cannot be stopped. */
  block(name: string, because: string): Promise<TaskRow>
  /** Sets a blocked task back to pending, with its attempts counted anew. Throws `fix-config` where it is not blocked. */
  unblock(name: string): Promise<TaskRow>
  /** Ends what it holds open. */
  close(): Promise<void>
}
