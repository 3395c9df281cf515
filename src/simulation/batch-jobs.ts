import type { SubmitWork } from '../domain/work.ts'
import type { Task, UnitState } from '../domain/task.ts'
import type { BatchYield } from './model.ts'
import { unitsOf } from './task-progress.ts'
import type { World } from './world.ts'

/** Jobs that a unit may go through; the last one that fails leaves it without pairs. */
const attempts = 3

/** One job: the units that it asks about. */
export interface JobWork {
  readonly id: SubmitWork['id']
  readonly task: string
  readonly units: readonly string[]
}

/** The jobs that a task still needs, as its units tell: those whose units have not ended, in later rounds under later numbers. */
export function jobsOf(world: World, made: BatchYield, task: Task): readonly JobWork[] {
  const units = task.units.length > 0 ? task.units : unitsOf(world, task)
  const perRound = Math.ceil(units.length / made.unitsPerJob)
  const jobs = new Map<number, string[]>()
  for (const [index, { unit, ended, calls }] of units.entries()) {
    if (ended) continue
    const number = Math.floor(index / made.unitsPerJob) + 1 + calls * perRound
    jobs.set(number, [...(jobs.get(number) ?? []), unit])
  }
  return [...jobs].map(([number, names]) => ({ id: `${task.id}/job-${number}`, task: task.id, units: names }))
}

/** A task's units after one of its jobs ended. */
export function unitsAfter(
  world: World,
  task: Task,
  { job, succeeded }: { readonly job: JobWork; readonly succeeded: boolean },
): readonly UnitState[] {
  const asked = new Set(job.units)
  const units = task.units.length > 0 ? task.units : unitsOf(world, task)
  return units.map(unit => {
    if (!asked.has(unit.unit)) return unit
    const calls = unit.calls + 1
    const ended = succeeded || calls >= attempts
    return { ...unit, calls, ended, accepted: succeeded ? world.pairsOf(task, unit.unit) : 0 }
  })
}
