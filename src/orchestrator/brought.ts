import type { Part, Task } from '../domain/task.ts'
import { totalsOf } from '../session/task-run.ts'

const countOf = (part: Part): number => (part.state === 'closed' ? 0 : (part.kept ?? part.pairs))

/** Pairs of these tasks that are accepted and in no part yet. */
export function undeliveredPairs(task: Task): number {
  const delivered = new Set(task.parts.flatMap(part => part.units))
  return totalsOf(task.units.filter(unit => !delivered.has(unit.unit))).accepted
}

/** Pairs that tasks have brought so far: kept by a reviewer, waiting for one, or accepted and under way. */
export const broughtPairs = (tasks: readonly Task[]): number =>
  tasks.reduce(
    (sum, task) =>
      sum +
      task.parts.reduce((total, part) => total + countOf(part), 0) +
      (task.status === 'in-progress' ? undeliveredPairs(task) : 0),
    0,
  )
