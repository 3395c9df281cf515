import { plainWords } from '../dataset/markdown.ts'
import { packParts } from '../dataset/parts.ts'
import type { DeliveredFile } from '../domain/delivered-file.ts'
import type { Clock } from '../domain/instant.ts'
import type { Holder } from '../domain/ledger.ts'
import type { EndingTask, RecordingParts } from '../domain/operation.ts'
import type { Part, Task } from '../domain/task.ts'
import type { Transition } from '../domain/transition.ts'
import type { Forge } from '../forge/forge.ts'
import { renderPartBody } from './part-body.ts'
import type { Reporter } from './reporter.ts'
import type { SessionSetting } from './setting.ts'
import type { StateBook } from './state-book.ts'
import type { TaskRun } from './task-run.ts'

export interface DeliverySetup {
  readonly book: StateBook
  readonly forge: Forge
  readonly clock: Clock
  readonly report: Reporter
  readonly setting: Pick<SessionSetting, 'draftDeliveries' | 'reviewers' | 'deliversEmptyUnits'>
  readonly holder: Holder
  readonly agent: string
  readonly task: Task
  readonly run: TaskRun
}

export const branchOf = (pipeline: string, task: string, part: number): string => `perpetual/${pipeline}/${task}-${part}`

/** `ended` is what came of the task's end, where it was over. */
export type Delivered = { readonly type: 'lost' } | { readonly type: 'delivered'; readonly ended: Transition | null }

/**
 * Delivers the units that have ended and were not delivered: parts are committed as intended, then opened, then recorded, with the end of
 * the task in the same commit where it is over. A crash between any two of these is finished by calling this again.
 */
export async function deliver(setup: DeliverySetup, ending: EndingTask | null): Promise<Delivered> {
  const { book, task } = setup
  const intended = pack(setup)
  if (intended.length > 0 && (await book.apply(recordOf(setup, 'intended', intended))).type === 'fenced') return { type: 'lost' }
  const ended = new Set(setup.run.units().flatMap(unit => (unit.ended ? [unit.unit] : [])))
  // A unit that ended before a kill may have not, by what is read anew (a retraction, another version): half of it is no delivery.
  const isWhole = ({ units }: Part): boolean => units.every(unit => ended.has(unit))
  const toOpen = [...task.parts.filter(part => part.state === 'intended' && isWhole(part)), ...intended]
  // At once, because a forge may open several with one request.
  const tried = await Promise.allSettled(toOpen.map(part => open(setup, part)))
  const opened = tried.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []))
  const failed = tried.find(each => each.status === 'rejected')
  const saved = await save(setup, opened, failed === undefined ? ending : null)
  if (failed !== undefined) throw failed.reason
  for (const { branch, pull, url, pairs } of opened) setup.report({ type: 'delivered', branch, number: pull ?? 0, url, pairs })
  return saved?.type === 'fenced' && saved.reason !== 'wrong-status' ? { type: 'lost' } : { type: 'delivered', ended: saved }
}

/** Records what was opened and the end of the task in one commit; where a person stopped the task, only what was opened. */
async function save(setup: DeliverySetup, opened: readonly Part[], ending: EndingTask | null): Promise<Transition | null> {
  const { book } = setup
  const records = opened.length === 0 ? [] : [recordOf(setup, 'open', opened)]
  const operations = [...records, ...(ending === null ? [] : [ending])]
  if (operations.length === 0) return null
  const saved = await book.applyAll(operations)
  if (saved.type !== 'fenced' || saved.reason !== 'wrong-status' || records.length === 0) return saved
  const recorded = await book.applyAll(records)
  return recorded.type === 'fenced' ? recorded : saved
}

function pack({ run, task, setting }: DeliverySetup): readonly Part[] {
  const delivered = new Set(task.parts.flatMap(part => part.units))
  const units = run
    .units()
    .filter(unit => unit.ended && !delivered.has(unit.unit) && (unit.accepted > 0 || setting.deliversEmptyUnits))
  const packed = packParts(units.map(unit => ({ unit: unit.unit, files: run.files(unit.unit) })))
  const first = task.parts.length + 1
  return packed.map((part, index): Part => {
    const number = first + index
    const pairs = part.files.reduce((sum, file) => sum + file.pairs, 0)
    const branch = branchOf(task.pipeline, task.id, number)
    return {
      part: number,
      branch,
      units: [...part.units],
      paths: part.files.map(file => file.path),
      pairs,
      state: 'intended',
      pull: null,
      commit: null,
      url: '',
      openedAt: null,
      endedAt: null,
      kept: null,
      looked: 'none',
      review: 'unreviewed',
    }
  })
}

const recordOf = ({ clock, holder, task }: DeliverySetup, what: string, parts: readonly Part[]): RecordingParts => ({
  type: 'record-parts',
  operation: `${holder.session}/${holder.epoch}/${what}/${task.id}/${parts.map(part => part.part).join('-')}`,
  now: clock.now(),
  ...holder,
  task: task.id,
  parts,
})

async function open({ forge, task, run, agent, holder, setting }: DeliverySetup, part: Part): Promise<Part> {
  const files: readonly DeliveredFile[] = part.units
    .flatMap(unit => run.files(unit))
    .filter(file => part.paths.includes(file.path))
  const names = part.units.map(unit => run.units().find(each => each.unit === unit)?.name ?? unit)
  const pull = await forge.pulls.open({
    branch: part.branch,
    title: `${task.id} part ${part.part}: ${names.map(plainWords).join(', ')} (${part.pairs} pairs)`.slice(0, 240).toWellFormed(),
    body: renderPartBody({ byComment: forge.society !== undefined, task, part, run, files }),
    labels: [`agent:${agent}`, `pipeline:${task.pipeline}`, `priority:${task.priority}`],
    files: files.map(file => ({ path: file.path, text: file.text })),
    message: `Deliver ${part.pairs} pairs of ${task.id}, part ${part.part}\n\nSession: ${holder.session}`,
    draft: setting.draftDeliveries,
    reviewers: setting.reviewers,
  })
  return { ...part, state: 'open', pull: pull.number, commit: pull.first, url: pull.url }
}
