import type { Clock } from '../domain/instant.ts'
import type { Task } from '../domain/task.ts'
import type { Issues, People } from '../forge/forge.ts'
import type { StateBook } from './state-book.ts'

/** What intake knows of a configured pipeline. */
export interface IntakePipeline {
  readonly kind: string
  readonly agent: string
  /** Whether sessions of it begin: it is switched on, and this version runs its kind. */
  readonly runs: boolean
}

export interface IntakeSetup {
  readonly issues: Issues
  readonly people: People
  readonly book: StateBook
  readonly clock: Clock
  readonly pipelines: Readonly<Record<string, IntakePipeline>>
  /** A body as an event brings it, without the marker that the forge hides at its end; whoever wrote it. */
  readonly readMarked: (body: string) => { readonly body: string; readonly marker: string } | undefined
}

export const agentOf = ({ pipelines }: Pick<IntakeSetup, 'pipelines'>, { pipeline }: Pick<Task, 'pipeline'>): string =>
  (Object.hasOwn(pipelines, pipeline) ? pipelines[pipeline]?.agent : undefined) ?? pipeline

/** What became of an event. */
export type IntakeResult =
  /** Nothing to do with a task, or nothing to answer; `because` is for the log. */
  | { readonly type: 'ignored'; readonly because: string }
  | { readonly type: 'accepted'; readonly pipeline: string; readonly task: string }
  /** For someone with write access. */
  | { readonly type: 'waiting'; readonly pipeline: string; readonly task: string }
  | { readonly type: 'invalid'; readonly problems: readonly string[] }
  /** The issue was edited after its text had been frozen. */
  | { readonly type: 'frozen'; readonly task: string }
  | { readonly type: 'commanded'; readonly task: string; readonly status: 'pending' | 'blocked' }
  | { readonly type: 'refused'; readonly task: string; readonly because: string }
  /** The task is as it was; its labels were mended where they differed. */
  | { readonly type: 'unchanged'; readonly task: string }
