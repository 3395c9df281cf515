import type { Instant } from '../domain/instant.ts'
import type { Task } from '../domain/task.ts'
import { workOn, type FlowEnd } from './flow.ts'
import { createHandlers } from './handlers.ts'
import type { Leg } from './leg.ts'
import type { Provider, SessionSetup } from './session-setup.ts'
import type { SessionSetting } from './setting.ts'
import type { TaskRun } from './task-run.ts'

export interface RunWork {
  readonly leg: Leg
  readonly provider: Provider
  /** Of the account that the leg draws on. */
  readonly setting: SessionSetting
  readonly task: Task
  readonly run: TaskRun
  readonly deadline: Instant | null
}

/** Works on a task's run with one leg and its provider, looking up everything but the task's own. */
export function workOnRun({ clock, asked, report, openLookUp }: SessionSetup, { provider, ...work }: RunWork): Promise<FlowEnd> {
  const down = () => provider.down()?.message
  const handlers = createHandlers({
    ask: provider.ask,
    lookUp: openLookUp({ task: work.task.id }),
    isDown: () => down() !== undefined,
    session: work.leg.holder.session,
    clock,
  })
  return workOn({ ...work, handlers, clock, asked, report, providerDown: down })
}
