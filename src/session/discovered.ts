import type { Task } from '../domain/task.ts'
import type { SessionSetup } from './session-setup.ts'

/** What the pipeline found by itself becomes its tasks; what another session took in meanwhile stays as it is. */
async function addDiscovered({ setting, book, clock }: SessionSetup, discovered: readonly Task[]): Promise<void> {
  if (discovered.length === 0) return
  const now = clock.now()
  const ids = discovered.map(task => task.id).join('/')
  const operation = `discover/${ids.slice(0, 200)}/${now}`
  await book.apply({ type: 'add-tasks', operation, pipeline: setting.pipeline, now, tasks: discovered })
}

/** Looks for more before a session rests, because what it merged itself may bring some; true where there is. */
export async function discoverMore(setup: SessionSetup): Promise<boolean> {
  const found = (await setup.discover?.()) ?? []
  await addDiscovered(setup, found)
  return found.length > 0
}
