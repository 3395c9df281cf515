import type { Task } from '../domain/task.ts'
import { createEndings } from './endings.ts'
import type { SessionSetup } from './session-setup.ts'

const isOpen = ({ parts }: Task): boolean => parts.some(part => part.state === 'open')

/** Merges what the pipeline may merge by itself of a task's parts, and takes that in as any merge. */
export async function settleOwnMerges(setup: SessionSetup, task: Task): Promise<void> {
  if (setup.mergeOwn === undefined || !isOpen(task)) return
  if ((await setup.mergeOwn(task)) === 0) return
  await createEndings({ ...setup, settingOf: () => setup.setting }).settle(task)
}

/** The same for what earlier sessions left open. */
export async function settleAllOwnMerges(setup: SessionSetup): Promise<void> {
  if (setup.mergeOwn === undefined) return
  for (const task of await setup.book.tasks(setup.setting.pipeline)) await settleOwnMerges(setup, task)
}
