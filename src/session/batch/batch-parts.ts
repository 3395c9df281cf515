import type { Limit } from '../../domain/ledger.ts'
import type { Task } from '../../domain/task.ts'
import type { Outcome, Work } from '../../domain/work.ts'
import type { BatchProvider } from '../../models/batch.ts'
import type { Costing, Leg } from '../leg.ts'
import type { Provider, SessionSetup } from '../session-setup.ts'
import type { SessionSetting } from '../setting.ts'
import type { TaskRun } from '../task-run.ts'

/** One key of a batch pipeline. */
export interface Member {
  readonly account: string
  /** Null where its key is missing; `why` says so in one line. */
  readonly provider: BatchProvider | null
  readonly why: string
  /** The pipeline's, with this member's account. */
  readonly setting: SessionSetting
  /** For the direct calls of items that a batch job refused. */
  readonly createProvider: (permit: Leg['permit']) => Provider
  readonly costing: Costing
}

/** What a batch pipeline has beyond other sessions: several keys, and jobs that outlive its sessions. */
export interface BatchParts {
  readonly members: readonly Member[]
  /** How many jobs may be alive over all members, whoever made them. */
  readonly slots: Limit
  readonly model: string
  /** Tells this repository's jobs from those of others with the same key: on GitHub `owner/name`. */
  readonly repositoryId: () => Promise<string>
  readonly createRun: (task: Task, outcomes: readonly Outcome[]) => Promise<TaskRun<Work>>
}

export interface BatchSessionSetup extends SessionSetup {
  readonly batch: BatchParts
}
