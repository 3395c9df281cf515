import type { Task, UnitState } from '../domain/task.ts'
import { isCard } from './survey.ts'
import type { World } from './world.ts'

/** A task on its way: its units, as far as the state and this process know. */
export interface TaskProgress {
  units(): readonly UnitState[]
  finished(): boolean
  /** Calls that are left of all its units. */
  remaining(): number
  /** So many calls came to an outcome. */
  absorb(calls: number): void
}

/** The card is one unit; of what was delivered each file is one. */
export const cardUnit = 'card'

const freshUnit = (unit: string, callsExpected: number): UnitState => ({
  unit,
  name: unit,
  ended: callsExpected === 0,
  calls: 0,
  callsExpected,
  accepted: 0,
  rejected: {},
})

/** The units of a task that nobody has begun. */
export function unitsOf(world: World, task: Pick<Task, 'id' | 'pipeline'>): readonly UnitState[] {
  const made = world.yieldOf(task.pipeline)
  if (made === undefined) return []
  if (made.type === 'integration') {
    if (isCard(task)) return [freshUnit(cardUnit, 0)]
    return world.inbox.filesOf(task.id).map(file => freshUnit(file, Math.ceil(world.inbox.pairsOf(file) / made.pairsPerCall)))
  }
  const calls = made.type === 'calls' ? made.callsPerUnit : 1
  return Array.from({ length: made.unitsPerTask }, (_, index) => freshUnit(`u${index + 1}`, calls))
}

/** Pairs that a unit brings in the end. */
function pairsOfUnit(world: World, task: Pick<Task, 'id' | 'pipeline'>, unit: string): number {
  const made = world.yieldOf(task.pipeline)
  if (made?.type === 'integration') return Math.round(world.inbox.pairsOf(unit) * made.accepted)
  return world.pairsOf(task, unit)
}

function after(world: World, task: Task, { unit, calls }: { readonly unit: UnitState; readonly calls: number }): UnitState {
  const done = unit.calls + calls
  const ended = done >= unit.callsExpected
  const pairs = pairsOfUnit(world, task, unit.unit)
  const accepted = ended ? pairs : Math.floor((pairs * done) / unit.callsExpected)
  return { ...unit, calls: done, ended, accepted }
}

/** Begins a task, or goes on with what the state says of it. */
export function createProgress(world: World, task: Task): TaskProgress {
  let units = task.units.length > 0 ? task.units : unitsOf(world, task)
  const remainingOf = (unit: UnitState): number => (unit.ended ? 0 : unit.callsExpected - unit.calls)
  return {
    units: () => units,
    finished: () => units.every(unit => unit.ended),
    remaining: () => units.reduce((sum, unit) => sum + remainingOf(unit), 0),
    absorb: calls => {
      let left = calls
      units = units.map(unit => {
        const own = Math.min(left, remainingOf(unit))
        left -= own
        return own === 0 ? unit : after(world, task, { unit, calls: own })
      })
    },
  }
}
