import { escapeMarkdown } from '../dataset/markdown.ts'
import { deliveryNumbers, renderNumbers } from '../dataset/numbers.ts'
import { readUnit } from '../dataset/pair-file.ts'
import { packParts } from '../dataset/parts.ts'
import type { DeliveredFile } from '../domain/delivered-file.ts'
import type { Clock } from '../domain/instant.ts'
import type { Holder } from '../domain/ledger.ts'
import type { Part, Task } from '../domain/task.ts'
import type { Forge } from '../forge/forge.ts'
import type { Reporter } from './reporter.ts'
import type { StateBook } from './state-book.ts'
import type { TaskRun } from './task-run.ts'

export interface DeliverySetup {
  readonly book: StateBook
  readonly forge: Forge
  readonly clock: Clock
  readonly report: Reporter
  readonly holder: Holder
  readonly agent: string
  readonly task: Task
  readonly run: TaskRun
}

export const branchOf = (pipeline: string, task: string, part: number): string => `perpetual/${pipeline}/${task}-${part}`

/**
 * Delivers the units that have ended and were not delivered: parts are committed as intended, then opened, then recorded.
 * A crash between any two of these is finished by calling this again. Returns false where the claim was lost.
 */
export async function deliver(setup: DeliverySetup): Promise<boolean> {
  const { run, task } = setup
  const delivered = new Set(task.parts.flatMap(part => part.units))
  const units = run.units().filter(unit => unit.ended && !delivered.has(unit.unit) && unit.accepted > 0)
  const packed = packParts(units.map(unit => ({ unit: unit.unit, files: run.files(unit.unit) })))
  const first = task.parts.length + 1
  const intended = packed.map((part, index): Part => {
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
      url: '',
      kept: null,
      review: 'unreviewed',
    }
  })
  if (intended.length > 0 && !(await record(setup, 'intended', intended))) return false
  const toOpen = [...task.parts.filter(part => part.state === 'intended'), ...intended]
  for (const part of toOpen) {
    const opened = await open(setup, part)
    if (!(await record(setup, 'open', [opened]))) return false
    setup.report({ type: 'delivered', branch: opened.branch, number: opened.pull ?? 0, url: opened.url, pairs: opened.pairs })
  }
  return true
}

async function record({ book, clock, holder, task }: DeliverySetup, what: string, parts: readonly Part[]): Promise<boolean> {
  const result = await book.apply({
    type: 'record-parts',
    operation: `${holder.session}/${holder.epoch}/${what}/${task.id}/${parts.map(part => part.part).join('-')}`,
    now: clock.now(),
    ...holder,
    task: task.id,
    parts,
  })
  return result.type !== 'fenced'
}

async function open({ forge, task, run, agent, holder }: DeliverySetup, part: Part): Promise<Part> {
  const files: readonly DeliveredFile[] = part.units
    .flatMap(unit => run.files(unit))
    .filter(file => part.paths.includes(file.path))
  const names = part.units.map(unit => run.units().find(each => each.unit === unit)?.name ?? unit)
  const pull = await forge.pulls.open({
    branch: part.branch,
    title: `${task.id} part ${part.part}: ${names.join(', ')} (${part.pairs} pairs)`.slice(0, 240),
    body: renderBody({ task, part, run, files }),
    labels: [`agent:${agent}`, `pipeline:${task.pipeline}`, `priority:${task.priority}`],
    files: files.map(file => ({ path: file.path, text: file.text })),
    message: `Deliver ${part.pairs} pairs of ${task.id}, part ${part.part}\n\nSession: ${holder.session}`,
  })
  return { ...part, state: 'open', pull: pull.number, url: pull.url }
}

/** The numbers published about a part, from its own files. */
function numbersOf(files: readonly DeliveredFile[]): string {
  const texts = new Map(files.map(file => [file.path, file.text]))
  const units = files.flatMap(({ path, text }) => {
    const calls = path.endsWith('.json') ? texts.get(path.replace(/\.json$/u, '.calls.jsonl')) : undefined
    return calls === undefined ? [] : [readUnit(text, calls)]
  })
  return renderNumbers(deliveryNumbers(units))
}

interface Body {
  readonly task: Task
  readonly part: Part
  readonly run: TaskRun
  readonly files: readonly DeliveredFile[]
}

function renderBody({ task, part, run, files }: Body): string {
  const units = run.units().filter(unit => part.units.includes(unit.unit))
  const aside = (rejected: Readonly<Record<string, number>>) =>
    Object.entries(rejected)
      .filter(([, count]) => count > 0)
      .map(([gate, count]) => `${gate} ${count}`)
      .join(', ') || 'none'
  return [
    `Part ${part.part} of ${escapeMarkdown(task.title)} (\`${task.id}\`): ${part.pairs} question-and-answer pairs.`,
    '',
    '| unit | accepted | put aside, by gate | calls |',
    '| --- | ---: | --- | ---: |',
    ...units.map(unit => `| ${escapeMarkdown(unit.name)} | ${unit.accepted} | ${aside(unit.rejected)} | ${unit.calls} |`),
    '',
    numbersOf(files),
    '',
    'Read the `.review.md` beside each file first: flagged and lowest-scored pairs come on top, with a sample of 20.',
    '',
    'To review: merge it to accept; edit or delete pairs on this branch and what is there when it is merged counts; close it to reject it all;',
    'or name single pairs: `perpetual review reject <number> --pairs macd.3,macd.7-9 --because …`.',
    ...(task.issue === null ? [] : ['', `Task: #${task.issue}`]),
  ].join('\n')
}
