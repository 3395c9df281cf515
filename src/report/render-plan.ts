import { escapeMarkdown } from '../dataset/markdown.ts'
import { oneLine } from '../domain/one-line.ts'
import { toMinute } from '../domain/instant.ts'
import { meterWords } from '../domain/ledger.ts'
import type { PipelinePlan, Plan } from '../orchestrator/plan.ts'
import { amountOf, grouped, useOf } from './amount.ts'
import { bar } from './bar.ts'
import { describeDecision, type WaitingReviews } from './describe-decision.ts'

/** What a terminal is expected to show in a line. */
const columns = 100

const percentOf = ({ behind }: PipelinePlan): string => (behind === null ? '–' : `${Math.round(behind * 100)} %`).padStart(6)

const budgetOf = ({ budget }: PipelinePlan): string => {
  if (budget === null || budget.limit === 0) return '–'
  const { meter, used, line } = budget
  return `${bar(line === 0 ? 1 : used / line, 8)} ${amountOf(meter, used)} of ${amountOf(meter, line)} ${meterWords[meter]}`
}

const decisionOf = ({ decision, task }: PipelinePlan, reviews: WaitingReviews): string => {
  const words = describeDecision(decision, reviews)
  if (decision.type === 'rest' || task === null) return words
  return task === '' ? 'starts now, to finish its last session' : `starts now: ${oneLine(task, 60)}`
}

/** Breaks a text between words where it is wider than that; a longer word is left whole. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const reviewLine = ({ waiting, most }: WaitingReviews): string =>
  `${waiting === 0 ? 'No part waits' : waiting === 1 ? '1 part waits' : `${waiting} parts wait`} for a review; with more than ${grouped(most)} nothing new is begun.`

const headOf = ({ at, start, pipelines }: Plan): string =>
  `${start.length === 0 ? 'No pipeline starts' : `${start.length} of ${pipelines.length} ${pipelines.length === 1 ? 'pipeline' : 'pipelines'} ${start.length === 1 ? 'starts' : 'start'}`} now, at ${toMinute(at)}.`

/** For a terminal, at most 100 columns: in the order in which they would be started. */
export function renderPlan(plan: Plan, reviews: WaitingReviews): string {
  const head = ['', 'PIPELINE', 'BEHIND', 'BUDGET TO ITS LINE']
  const rows = plan.pipelines.map(each => [`${each.rank}.`, each.pipeline, percentOf(each), budgetOf(each)])
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => row[column]?.length ?? 0)))
  const left = (cells: readonly string[]): string => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  const indent = widths.reduce((sum, width) => sum + width + 2, 0)
  // Long names leave too little beside them: then the decision stands below.
  const isBelow = columns - indent < 28
  const margin = isBelow ? 4 + (widths[0] ?? 0) : indent
  const lines = plan.pipelines.flatMap((each, index) => {
    const words = wrap(decisionOf(each, reviews), columns - margin)
    const cells = left(rows[index] ?? [])
    const [first = '', ...more] = words.map(line => `${' '.repeat(margin)}${line}`)
    return isBelow ? [cells.trimEnd(), first, ...more] : [`${cells}  ${first.trimStart()}`, ...more]
  })
  return [headOf(plan), '', `${left(head)}  ${isBelow ? '' : 'DECISION'}`.trimEnd(), ...lines, '', reviewLine(reviews)].join('\n')
}

/** For a job's summary. */
export function renderPlanMarkdown(plan: Plan, reviews: WaitingReviews): string {
  const rows = plan.pipelines.map(each => {
    const { rank, pipeline, agent, budget } = each
    const use = budget === null || budget.limit === 0 ? '' : useOf(budget)
    return `| ${rank} | ${pipeline} | ${agent} | ${escapeMarkdown(decisionOf(each, reviews))} | ${percentOf(each).trim()} | ${use} |`
  })
  return [
    '## Plan',
    '',
    `${headOf(plan)} ${reviewLine(reviews)}`,
    '',
    '| | pipeline | agent | decision | behind its share | budget |',
    '| ---: | --- | --- | --- | ---: | --- |',
    ...rows,
  ].join('\n')
}
