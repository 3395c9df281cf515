import { messageOf } from '../domain/errors.ts'
import type { Clock } from '../domain/instant.ts'
import type { ActionCommand } from './action-command.ts'
import { actionCommands } from './commands/registry.ts'
import { readInputs, secretInputs } from './inputs.ts'
import type { Runner } from './runner.ts'
import { readWorkflowContext } from './workflow-context.ts'

/** The process, as far as the action needs it. */
export interface ActionSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly runner: Runner
  readonly clock: () => Clock
  readonly monotonicMs: () => number
  readonly interruptible: () => AbortSignal
}

async function perform({ environment, runner, clock, monotonicMs, interruptible }: ActionSurroundings): Promise<void> {
  for (const secret of secretInputs(environment)) runner.mask(secret)
  const inputs = readInputs(environment)
  const context = readWorkflowContext(environment)
  const command: ActionCommand = await actionCommands[inputs.command]()
  const idle = command.nothingToDo?.(context)
  if (idle !== undefined) return runner.info(idle)
  // Loaded late: most events ask for nothing, and Octokit takes longer to load than Node to start.
  const { openActionProject } = await import('./open-action-project.ts')
  const { project, requests } = await openActionProject({ inputs, context, runner, environment, clock: clock() })
  try {
    await command.perform({ inputs, context, runner, project, requests, monotonicMs, interruptible })
  } finally {
    await project.forge.close()
    runner.output('requests', String(requests()))
  }
}

/** Runs the step and returns its exit code; what went wrong is one line, an annotation of the run. */
export async function runAction(surroundings: ActionSurroundings): Promise<0 | 1> {
  try {
    await perform(surroundings)
    return 0
  } catch (error) {
    surroundings.runner.endGroup()
    surroundings.runner.error(messageOf(error))
    return 1
  }
}
