import { gridFamily } from '../dataset/database/cell.ts'
import type { Retraction } from '../dataset/database/retractions.ts'
import type { Indicator } from '../domain/research-task.ts'
import { parseAssignment, recognizeForm } from '../domain/task-forms/forms.ts'
import type { Task, UnitState } from '../domain/task.ts'

/** An indicator (or a topic) that tasks were about, with what they all brought of it. */
export interface KnownIndicator extends Indicator {
  /** The form of the first task that was about it. */
  readonly form: 'assignment' | 'topic'
  /** The family as the coverage grid has it. */
  readonly gridFamily: string
  /** Whose task that was. */
  readonly pipeline: string
  /** Pairs that a reviewer kept, or that wait for one, less the retracted ones. */
  readonly pairs: number
  readonly lost: { readonly gates: number; readonly reviewer: number; readonly retracted: number }
  /** Tasks about it that are pending or in progress. */
  readonly underWay: number
  /** Whether a task about it waits for a person already. */
  readonly isBlocked: boolean
}

/** Of one unit, what is left of its pairs and what a reviewer took out; of a part's pairs each unit has its share. */
function reviewed(task: Task, unit: UnitState): { readonly pairs: number; readonly reviewer: number } {
  const part = task.parts.find(each => each.units.includes(unit.unit))
  if (part === undefined) return { pairs: task.status === 'in-progress' ? unit.accepted : 0, reviewer: 0 }
  if (part.state === 'open' || part.state === 'intended') return { pairs: unit.accepted, reviewer: 0 }
  const kept = part.state === 'closed' ? 0 : Math.min(1, (part.kept ?? part.pairs) / Math.max(1, part.pairs))
  const pairs = Math.floor(unit.accepted * kept)
  return { pairs, reviewer: unit.accepted - pairs }
}

const isUnderWay = ({ status }: Task): boolean => status === 'pending' || status === 'in-progress'

function beginningWith(task: Task, indicator: Indicator): KnownIndicator {
  const form = recognizeForm(task.body, true) === 'topic' ? 'topic' : 'assignment'
  const lost = { gates: 0, reviewer: 0, retracted: 0 }
  return {
    ...indicator,
    form,
    gridFamily: gridFamily(indicator.family),
    pipeline: task.pipeline,
    pairs: 0,
    lost,
    underWay: 0,
    isBlocked: false,
  }
}

function withTask(known: KnownIndicator, task: Task): KnownIndicator {
  const unit = task.units.find(each => each.unit === known.id)
  const { pairs, reviewer } = unit === undefined ? { pairs: 0, reviewer: 0 } : reviewed(task, unit)
  const gates = Object.values(unit?.rejected ?? {}).reduce((sum, each) => sum + each, 0)
  return {
    ...known,
    pairs: known.pairs + pairs,
    lost: { ...known.lost, gates: known.lost.gates + gates, reviewer: known.lost.reviewer + reviewer },
    underWay: known.underWay + (isUnderWay(task) ? 1 : 0),
    isBlocked: known.isBlocked || task.status === 'blocked',
  }
}

/** How many pairs of each indicator were taken back, as far as the requests name indicators or tasks. */
function retractedOf(
  retractions: readonly Retraction[],
  members: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { selector, ids } of retractions) {
    const handle = /^(.+)\.\d+$/.exec(selector)?.[1]
    const named = handle === undefined ? (members.get(selector.replace(/^task:/, '')) ?? []) : [handle]
    for (const id of named) counts.set(id, (counts.get(id) ?? 0) + ids.length / named.length)
  }
  return counts
}

const oldestFirst = (a: Task, b: Task): number =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1

/** Every indicator that the research tasks of these pipelines were about; its name, family and brief are those of the first. */
export function knownIndicators(
  tasks: readonly Task[],
  pipelines: readonly string[],
  retractions: readonly Retraction[],
): readonly KnownIndicator[] {
  const known = new Map<string, KnownIndicator>()
  const members = new Map<string, readonly string[]>()
  const counted = tasks.filter(task => pipelines.includes(task.pipeline) && task.status !== 'invalid')
  for (const task of counted.toSorted(oldestFirst)) {
    const parsed = parseAssignment(task.body)
    if (parsed.type === 'invalid') continue
    const { indicators } = parsed.assignment
    members.set(
      task.id,
      indicators.map(({ id }) => id),
    )
    for (const indicator of indicators)
      known.set(indicator.id, withTask(known.get(indicator.id) ?? beginningWith(task, indicator), task))
  }
  const retracted = retractedOf(retractions, members)
  return [...known.values()].map(each => {
    const taken = Math.min(each.pairs, Math.round(retracted.get(each.id) ?? 0))
    return { ...each, pairs: each.pairs - taken, lost: { ...each.lost, retracted: taken } }
  })
}
