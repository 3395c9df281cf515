import type { ProcessIdentity } from '../domain/claim.ts'
import type { Clock, Instant } from '../domain/instant.ts'
import type { Task } from '../domain/task.ts'
import type { Outcome } from '../domain/work.ts'
import type { Forge } from '../forge/forge.ts'
import type { BatchParts } from './batch/batch-parts.ts'
import type { Ask, LookUp } from './handlers.ts'
import type { Costing, Leg } from './leg.ts'
import type { Reporter } from './reporter.ts'
import type { SessionSetting } from './setting.ts'
import type { StateBook } from './state-book.ts'
import type { TaskRun } from './task-run.ts'

/** A provider, made ready for one leg: every send asks the leg's permit first. */
export interface Provider {
  readonly ask: Ask
  /** Why it is not to be asked any more, in one line; undefined while it is. */
  readonly down: () => { readonly message: string; readonly actBy: 'next-run' | 'fix-config' | 'report-bug' } | undefined
}

/** All that a session needs from the outside; `compose.ts` builds it once. */
export interface SessionSetup {
  readonly setting: SessionSetting
  readonly book: StateBook
  readonly forge: Forge
  readonly clock: Clock
  readonly identity: ProcessIdentity
  /** True only where it is certain that the holder does not live any more. */
  readonly isDead: (holder: ProcessIdentity) => boolean | Promise<boolean>
  readonly costing: Costing
  readonly createProvider: (permit: Leg['permit']) => Provider
  /** What the provider itself counts; nulls where it does not tell. */
  readonly providerCount: () => Promise<{ readonly sendsToday: number | null; readonly sendsPerDay: number | null }>
  /** What of the configuration shapes a task's work: kept with a task when it starts, so that a later change leaves its outcomes meaning what they meant. */
  readonly taskSettings: NonNullable<Task['settings']>
  readonly createRun: (task: Task, outcomes: readonly Outcome[]) => Promise<TaskRun>
  /** Merges what the pipeline may merge of a task's open parts by itself, and says how many; undefined where every merge is a person's. */
  readonly mergeOwn?: (task: Task) => Promise<number>
  /** What only a batch pipeline has; it works in rounds instead of task by task. */
  readonly batch?: BatchParts
  /** Tasks that the pipeline finds by itself and that are not in the state yet, the most urgent first. */
  readonly discover?: () => Promise<readonly Task[]>
  /** Opened for each leg, so that it knows what was delivered and merged meanwhile. */
  readonly openLookUp: (except: { readonly task: string }) => LookUp
  /** How many parts of all pipelines wait for a review; 0 where the pipeline brings nothing new, so that nobody counts. */
  readonly countWaitingParts: () => Promise<number>
  readonly isPaused: () => Promise<boolean>
  /** Puts a task's handoff where people read it: its issue, or a discussion. */
  readonly announce: (task: Task, handoff: { readonly body: string; readonly pipeline: string }) => Promise<void>
  readonly report: Reporter
  readonly asked: AbortSignal
}

export interface RunOptions {
  readonly force: boolean
  /** When to stop starting work. */
  readonly deadline: Instant | null
  /** Wrap after so many tasks have ended; null for no limit. */
  readonly maxTasks: number | null
  /** Says what a session would do, and does nothing. */
  readonly dryRun: boolean
}
