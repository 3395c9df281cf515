import { gradeWeights, type Grade } from '../domain/grade.ts'
import type { Part, Task } from '../domain/task.ts'
import { totalsOf } from './task-run.ts'

const reviews: Readonly<Record<Part['review'], string>> = {
  unreviewed: 'closed',
  'merged-unread': 'merged, and nobody said that they had read it',
  sampled: 'some pairs were read',
  checked: 'all pairs were read',
  edited: 'pairs were edited or removed',
}

const sumOf = (parts: readonly Part[], count: (part: Part) => number): number => parts.reduce((sum, part) => sum + count(part), 0)

const share = (value: number | null): string => (value === null ? 'not known' : value.toFixed(2))

/** A grade with what each of its parts is made of. */
function renderGrade(task: Task, grade: Grade): readonly string[] {
  const totals = totalsOf(task.units)
  const kept = sumOf(task.parts, part => part.kept ?? 0)
  const delivered = sumOf(task.parts, part => part.pairs)
  const rows: readonly (readonly [keyof typeof gradeWeights, string])[] = [
    ['success', `${totals.calls} calls with an outcome, ${task.spent.calls ?? 0} sent`],
    ['speed', `${Math.round(task.activeMs / 60_000)} minutes of work, against the estimate`],
    [
      'quality',
      grade.quality === null ? 'left out: nobody said that they had read a pair' : `${kept} of ${delivered} pairs kept`,
    ],
    ['efficiency', `${task.spent.calls ?? 0} sends, ${totals.callsExpected} expected`],
  ]
  return [
    '| part of the grade | counts for | is | from |',
    '| --- | ---: | ---: | --- |',
    ...rows.map(([name, from]) => `| ${name} | ${gradeWeights[name] * 100} % | ${share(grade[name])} | ${from} |`),
    '',
  ]
}

const renderPart = ({ pull, pairs, kept, review }: Part): string =>
  `| ${pull === null ? '' : `#${pull}`} | ${pairs} | ${kept ?? 0} | ${reviews[review]} |`

/** What is said once on a task's issue when it has ended: the grade with its parts, what was kept, and what can be done. */
export function renderEnding(task: Task): string {
  const { grade, parts } = task
  const kept = sumOf(parts, part => part.kept ?? 0)
  const delivered = sumOf(parts, part => part.pairs)
  const title = `**${task.status === 'completed' ? 'Completed' : 'Rejected'}${grade === null ? '' : `: grade ${grade.letter} (${grade.score.toFixed(2)})`}.**`
  const told =
    task.status === 'completed'
      ? `${kept} of ${delivered} delivered pairs were kept.`
      : `None of its parts was merged, so none of its ${delivered} pairs is kept.`
  return [
    `${title} ${told}`,
    '',
    ...(grade === null ? [] : renderGrade(task, grade)),
    '| pull request | pairs | kept | review |',
    '| --- | ---: | ---: | --- |',
    ...parts.map(renderPart),
    '',
    `A second attempt beside this one: \`perpetual tasks redo ${task.id}\`.`,
  ].join('\n')
}
