import type { Part, Task } from '../domain/task.ts'
import type { StateBook } from './state-book.ts'

export interface FoundPart {
  readonly task: Task
  readonly part: Part
}

/**
 * The part that was delivered with this pull request, by the newest state alone: a number cannot be chosen by a stranger,
 * as the name of a branch in a fork can.
 */
export async function findPart(book: StateBook, pull: number): Promise<FoundPart | undefined> {
  await book.refresh()
  for (const task of await book.tasks()) {
    const part = task.parts.find(each => each.pull === pull)
    if (part !== undefined) return { task, part }
  }
  return undefined
}
