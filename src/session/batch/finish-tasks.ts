import { deliver } from '../deliver.ts'
import { project } from '../projection.ts'
import { endingOf } from '../work.ts'
import { directly, type Held } from './held-tasks.ts'
import type { Round } from './round.ts'

/**
 * Delivers tasks that are over, and ends them; of the others, the units that have ended, but not while jobs of theirs are alive:
 * a part is never added to, and a pull request for each job would be many.
 */
export async function finishTasks(round: Round): Promise<'done' | 'lost'> {
  const busy = new Set(round.slots.board().slots.map(slot => slot.task))
  for (const held of await round.tasks.inProgress()) {
    const isOver = held.run.finished()
    const isWaiting = busy.has(held.task.id) && !held.task.parts.some(part => part.state === 'intended')
    if (!isOver && isWaiting) continue
    if ((await finish(round, held, isOver)) === 'lost') return 'lost'
  }
  return 'done'
}

async function finish({ setup, holder }: Round, held: Held, isOver: boolean): Promise<'done' | 'lost'> {
  const { setting, forge } = setup
  const delivery = { ...setup, holder, agent: setting.agent, task: held.task, run: directly(held.run) }
  const delivered = await deliver(delivery, isOver ? endingOf(delivery) : null)
  if (delivered.type === 'lost') return 'lost'
  const { ended } = delivered
  const task = ended === null || ended.type === 'fenced' ? undefined : ended.state.tasks[held.task.id]
  if (task === undefined) return 'done'
  held.task = task
  await project(forge, { task, agent: setting.agent })
  return 'done'
}
