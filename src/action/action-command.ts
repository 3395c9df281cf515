import type { Project } from '../project.ts'
import type { Inputs } from './inputs.ts'
import type { Runner } from './runner.ts'
import type { WorkflowContext } from './workflow-context.ts'

/** One step of a workflow, with everything from outside passed in. */
export interface ActionCall {
  readonly inputs: Inputs
  readonly context: WorkflowContext
  readonly runner: Runner
  readonly project: Project
  /** How many requests GitHub has got from this step. */
  readonly requests: () => number
  /** A clock that only runs forward, in milliseconds. */
  readonly monotonicMs: () => number
  /** From now on the first signal aborts this, and only the second ends the process at once. */
  readonly interruptible: () => AbortSignal
}

/** What `src/action/commands/` has one module each of. */
export interface ActionCommand {
  /** Why an event asks for nothing, told from the event alone; undefined where GitHub must be asked. */
  readonly nothingToDo?: (context: WorkflowContext) => string | undefined
  readonly perform: (call: ActionCall) => Promise<void>
}
