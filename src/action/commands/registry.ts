import type { ActionCommand } from '../action-command.ts'
import type { CommandName } from '../inputs.ts'

/** Every value of the input `command`; a missing one does not compile. */
export const actionCommands: Readonly<Record<CommandName, () => Promise<ActionCommand>>> = {
  run: () => import('./run.ts'),
  plan: () => import('./plan.ts'),
  report: () => import('./report.ts'),
  'on-issue': () => import('./on-issue.ts'),
  'on-pull-request': () => import('./on-pull-request.ts'),
}
