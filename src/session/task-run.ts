import type { DeliveredFile } from '../domain/delivered-file.ts'
import type { Task, UnitState } from '../domain/task.ts'
import type { DirectWork, Outcome, Work } from '../domain/work.ts'
import type { Pipeline } from '../pipelines/pipeline.ts'

/** One task on its way through its pipeline's state machine; hides what the progress is made of. */
export interface TaskRun<Asked extends Work = DirectWork> {
  next(): readonly Asked[]
  absorb(outcome: Outcome): void
  finished(): boolean
  units(): readonly UnitState[]
  files(unit: string): readonly DeliveredFile[]
}

/** Begins a task, or goes on with it: earlier outcomes are absorbed again, in their order. */
export function createTaskRun<Assignment, Progress, Asked extends Work>(
  pipeline: Pipeline<Assignment, Progress, Asked>,
  assignment: Assignment,
  outcomes: readonly Outcome[],
): TaskRun<Asked> {
  let progress = pipeline.begin(assignment)
  const absorb = (outcome: Outcome): void => {
    progress = pipeline.absorb(progress, outcome)
  }
  for (const outcome of outcomes) absorb(outcome)
  // Asked for several times, and only for units that have ended, whose files change no more.
  const rendered = new Map<string, readonly DeliveredFile[]>()
  return {
    absorb,
    next: () => pipeline.next(progress),
    finished: () => pipeline.finished(progress),
    units: () => pipeline.units(progress).map(unit => ({ ...unit, rejected: { ...unit.rejected } })),
    files: unit => {
      const known = rendered.get(unit)
      if (known !== undefined) return known
      const files = pipeline.files(progress, unit)
      rendered.set(unit, files)
      return files
    },
  }
}

/**
 * A unit that was delivered has ended as it was counted then. Another configuration may make more of the same outcomes, but its
 * calls would be paid for nothing: a delivered file is never touched again.
 */
export function withoutDelivered(run: TaskRun, task: Pick<Task, 'parts' | 'units'>): TaskRun {
  // What was only intended has no file yet: it is made of the outcomes as they are read now.
  const delivered = new Set(task.parts.flatMap(part => (part.state === 'intended' ? [] : part.units)))
  if (delivered.size === 0) return run
  const counted = new Map(task.units.map(unit => [unit.unit, { ...unit, ended: true }]))
  const units = () => run.units().map(unit => (delivered.has(unit.unit) ? (counted.get(unit.unit) ?? unit) : unit))
  const finished = () => units().every(unit => unit.ended)
  const next = () => {
    const all = run.next()
    const wanted = all.filter(work => !delivered.has(work.unit))
    // Units that come after it wait for its end: then paying again is better than waiting for ever.
    return wanted.length > 0 || finished() ? wanted : all
  }
  return { ...run, next, finished, units }
}

/** Sums over the units of a task. */
export function totalsOf(units: readonly UnitState[]) {
  const sum = (count: (unit: UnitState) => number): number => units.reduce((total, unit) => total + count(unit), 0)
  return {
    ended: sum(unit => (unit.ended ? 1 : 0)),
    calls: sum(unit => unit.calls),
    callsExpected: sum(unit => unit.callsExpected),
    accepted: sum(unit => unit.accepted),
    rejected: sum(unit => Object.values(unit.rejected).reduce((a, b) => a + b, 0)),
  }
}
