import { escapeMarkdown } from '../dataset/markdown.ts'
import { deliveryNumbers, renderNumbers } from '../dataset/numbers.ts'
import { readUnit } from '../dataset/pair-file.ts'
import type { DeliveredFile } from '../domain/delivered-file.ts'
import type { Part, Task } from '../domain/task.ts'
import type { TaskRun } from './task-run.ts'

/** The numbers published about a part, from its own files. */
function numbersOf(files: readonly DeliveredFile[]): string {
  const texts = new Map(files.map(file => [file.path, file.text]))
  const units = files.flatMap(({ path, text }) => {
    const calls = path.endsWith('.json') ? texts.get(path.replace(/\.json$/u, '.calls.jsonl')) : undefined
    return calls === undefined ? [] : [readUnit(text, calls)]
  })
  return renderNumbers(deliveryNumbers(units))
}

export interface PartBody {
  /** Whether pairs are rejected by comments on the pull request. */
  readonly byComment: boolean
  readonly task: Task
  readonly part: Part
  readonly run: TaskRun
  readonly files: readonly DeliveredFile[]
}

const asideOf = (rejected: Readonly<Record<string, number>>): string =>
  Object.entries(rejected)
    .filter(([, count]) => count > 0)
    .map(([gate, count]) => `${gate} ${count}`)
    .join(', ') || 'none'

function renderUnits({ run, part }: PartBody): readonly string[] {
  const units = run.units().filter(unit => part.units.includes(unit.unit))
  return [
    '| unit | accepted | put aside, by gate | calls |',
    '| --- | ---: | --- | ---: |',
    ...units.map(unit => `| ${escapeMarkdown(unit.name)} | ${unit.accepted} | ${asideOf(unit.rejected)} | ${unit.calls} |`),
    '',
  ]
}

/** Where pairs were made: what a reviewer reads first. */
const forReading = (files: readonly DeliveredFile[]): readonly string[] => [
  numbersOf(files),
  '',
  'Read the `.review.md` beside each file first: flagged and lowest-scored pairs come on top, with a sample of 20.',
  '',
]

/** Where they come into the database: what stands where. */
const forDatabase: readonly string[] = [
  'One row a line: `.jsonl` holds what comes into the database, `.rejects.jsonl` what was put aside, each with its gate and reason. Ids and hashes are recomputed after a push.',
  '',
]

/** What the pull request of a part says. */
export function renderPartBody(body: PartBody): string {
  const { byComment, task, part, files } = body
  const isForReading = files.some(({ path }) => path.endsWith('.review.md'))
  return [
    `Part ${part.part} of ${escapeMarkdown(task.title)} (\`${task.id}\`): ${part.pairs} question-and-answer pairs.`,
    '',
    ...renderUnits(body),
    ...(isForReading ? forReading(files) : forDatabase),
    'To review: merge it to accept; edit or delete pairs on this branch and what is there when it is merged counts; close it to reject it all;',
    byComment
      ? 'or name single pairs in a comment: `/reject macd.3 macd.7-9 because …`, and `/ok macd.1-20` or `/ok all` for what you have read.'
      : 'or name single pairs: `perpetual review reject <number> --pairs macd.3,macd.7-9 --because …`.',
    ...(task.issue === null ? [] : ['', `Task: #${task.issue}`]),
  ].join('\n')
}
