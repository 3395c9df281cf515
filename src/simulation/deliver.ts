import { fitSizes, type FileSize } from '../dataset/parts.ts'
import type { Holder } from '../domain/ledger.ts'
import type { EndingTask, RecordingParts } from '../domain/operation.ts'
import type { Part, Task, UnitState } from '../domain/task.ts'
import type { Transition } from '../domain/transition.ts'
import { branchOf } from '../session/deliver.ts'
import { totalsOf } from '../session/task-run.ts'
import { githubRequests, requestMs } from './costs.ts'
import { pause, type Steps } from './process.ts'
import type { World } from './world.ts'

/** Of a unit's bytes, the share of the file that holds its pairs; the rest is what only machines read, and the page for reviewers. */
const pairFileShare = 0.7
/** Lines a pair, in the file of pairs and in the rest: what a printed pair may have at the most, and a page with a call a line. */
const linesPerPair = { file: 25, rest: 12 } as const

export interface Delivery {
  readonly holder: Holder
  /** As it stands in the state. */
  readonly task: Task
  readonly units: readonly UnitState[]
}

function sizesOf(bytesPerPair: number, pairs: number): readonly FileSize[] {
  const bytes = pairs * bytesPerPair
  return [
    { pairs, lines: pairs * linesPerPair.file, bytes: bytes * pairFileShare },
    { pairs: 0, lines: pairs * linesPerPair.rest, bytes: bytes * (1 - pairFileShare) },
  ]
}

/** The units that have ended and were not delivered, in parts within the limits of a pull request. */
function pack(world: World, { task, units }: Delivery): readonly Part[] {
  const { deliversEmptyUnits } = world.setting(task.pipeline)
  const bytesPerPair = world.yieldOf(task.pipeline)?.bytesPerPair ?? 0
  const delivered = new Set(task.parts.flatMap(part => part.units))
  const packs: { units: UnitState[]; sizes: FileSize[] }[] = []
  for (const unit of units) {
    if (!unit.ended || delivered.has(unit.unit) || (unit.accepted === 0 && !deliversEmptyUnits)) continue
    const sizes = sizesOf(bytesPerPair, unit.accepted)
    const last = packs.at(-1)
    if (last !== undefined && fitSizes([...last.sizes, ...sizes])) {
      last.units.push(unit)
      last.sizes.push(...sizes)
    } else packs.push({ units: [unit], sizes: [...sizes] })
  }
  return packs.map((each, index) => partOf(task, task.parts.length + 1 + index, each.units))
}

const partOf = (task: Task, part: number, units: readonly UnitState[]): Part => ({
  part,
  branch: branchOf(task.pipeline, task.id, part),
  units: units.map(({ unit }) => unit),
  paths: units.map(({ unit }) => `${task.id}/${unit}.json`),
  pairs: totalsOf(units).accepted,
  state: 'intended',
  pull: null,
  commit: null,
  url: '',
  openedAt: null,
  endedAt: null,
  kept: null,
  looked: 'none',
  review: 'unreviewed',
})

const recordOf = (
  world: World,
  { holder, task }: Delivery,
  { what, parts }: { readonly what: 'intended' | 'open'; readonly parts: readonly Part[] },
): RecordingParts => ({
  type: 'record-parts',
  operation: `${holder.session}/${holder.epoch}/${what}/${task.id}/${parts.map(({ part }) => part).join('-')}`,
  now: world.now(),
  ...holder,
  task: task.id,
  parts,
})

function open(world: World, { task, units }: Delivery, part: Part): Part {
  const counts = new Map(units.map(unit => [unit.unit, unit.accepted]))
  const pull = world.pulls.open({
    branch: part.branch,
    pipeline: task.pipeline,
    task: task.id,
    part: part.part,
    pairs: part.pairs,
    units: part.units.map(unit => ({ unit, pairs: counts.get(unit) ?? 0 })),
  })
  world.tally.add(world.nowMs(), { githubRequests: githubRequests.part })
  return { ...part, state: 'open', pull: pull.number, commit: part.branch, url: part.branch }
}

/** Records what was opened and the end of the task at once; where a person stopped the task, only what was opened. */
function save(world: World, records: readonly RecordingParts[], ending: EndingTask | null): Transition | null {
  const operations = [...records, ...(ending === null ? [] : [ending])]
  if (operations.length === 0) return null
  const saved = world.book.apply(...operations)
  if (saved.type !== 'fenced' || saved.reason !== 'wrong-status' || records.length === 0) return saved
  const recorded = world.book.apply(...records)
  return recorded.type === 'fenced' ? recorded : saved
}

export type Delivered = { readonly type: 'lost' } | { readonly type: 'delivered'; readonly ended: Transition | null }

/** The steps of a real delivery: parts are committed as intended, opened, and recorded with the end of the task. */
export function* deliver(world: World, delivery: Delivery, ending: EndingTask | null): Steps<Delivered> {
  const { task } = delivery
  const intended = pack(world, delivery)
  if (intended.length > 0) {
    if (world.book.apply(recordOf(world, delivery, { what: 'intended', parts: intended })).type === 'fenced')
      return { type: 'lost' }
    yield pause('intended', requestMs)
  }
  const toOpen = [...task.parts.filter(part => part.state === 'intended'), ...intended]
  const opened: Part[] = []
  for (const part of toOpen) {
    opened.push(open(world, delivery, part))
    yield pause('opened', requestMs)
  }
  const saved = save(world, opened.length === 0 ? [] : [recordOf(world, delivery, { what: 'open', parts: opened })], ending)
  if (saved?.type !== 'fenced') world.tally.add(world.nowMs(), { delivered: opened.reduce((sum, part) => sum + part.pairs, 0) })
  if (toOpen.length > 0) yield pause('recorded')
  return saved?.type === 'fenced' && saved.reason !== 'wrong-status' ? { type: 'lost' } : { type: 'delivered', ended: saved }
}

/** The end of a task whose units have all ended: in review, or blocked where nothing was accepted. */
export const endingOf = (world: World, { holder, task, units }: Delivery): EndingTask => ({
  type: 'end-task',
  operation: `${holder.session}/${holder.epoch}/end-task/${task.id}/${world.now()}`,
  now: world.now(),
  ...holder,
  task: task.id,
  status: totalsOf(units).accepted === 0 && !world.setting(task.pipeline).deliversEmptyUnits ? 'blocked' : 'in-review',
  reason: null,
})
