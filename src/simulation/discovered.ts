import { discover, isCard } from './survey.ts'
import type { World } from './world.ts'

/** What integration finds becomes its tasks; true where there was something. */
export function addDiscovered(world: World, pipeline: string): boolean {
  const tasks = discover(world, pipeline)
  const found = world.inbox.undiscovered()
  if (tasks.length === 0) return false
  const now = world.now()
  world.book.apply({ type: 'add-tasks', operation: `discover/${tasks[0]?.id ?? ''}/${now}`, pipeline, now, tasks })
  for (const task of tasks) if (isCard(task)) world.card = task.id
  for (const files of found) world.inbox.discover(files)
  return true
}
