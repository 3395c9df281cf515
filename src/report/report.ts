import { escapeMarkdown } from '../dataset/markdown.ts'
import { toMinute } from '../domain/instant.ts'
import { taskStatuses } from '../domain/task.ts'
import { renderPie } from './pie.ts'
import { meterWords } from '../domain/ledger.ts'
import { describeAvailability, type PipelineStatus, type Status } from './status.ts'

/** Of each list, so that a body stays far below the 65,536 characters that GitHub takes. */
const mostListed = 50

function list<Item>(title: string, items: readonly Item[], render: (item: Item) => string): readonly string[] {
  if (items.length === 0) return []
  const more = items.length - mostListed
  return [
    '',
    `### ${title}`,
    '',
    ...items.slice(0, mostListed).map(item => `- ${render(item)}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ]
}

function renderPipeline({ pipeline, agent, availability, task, tasks }: PipelineStatus): string {
  const budget = availability?.budget
  const calls =
    budget === undefined || budget.limit === 0
      ? ''
      : `${budget.used} of ${budget.limit} ${meterWords[budget.meter]}, line ${budget.line}`
  const current = task === null ? '' : `${escapeMarkdown(task.title)}: ${task.calls} of about ${task.callsExpected} calls`
  const counts = taskStatuses.filter(status => tasks[status] > 0).map(status => `${tasks[status]} ${status}`)
  return `| ${pipeline} | ${agent} | ${describeAvailability(availability)} | ${calls} | ${current} | ${counts.join(', ')} |`
}

/** How everything stands, as the body of the report's issue. */
export function renderReport(status: Status): string {
  const { pairs, goal } = status
  const left = Math.max(0, goal - pairs.database - pairs.toIntegrate - pairs.waiting - pairs.underWay)
  const pie = renderPie('Pairs on the way to the goal', [
    ['in the database', pairs.database],
    ['merged, to be integrated', pairs.toIntegrate],
    ['waiting for a review', pairs.waiting],
    ['under way', pairs.underWay],
    ['left to the goal', left],
  ])
  return [
    `${status.paused ? '**Paused.** ' : ''}${pairs.database} of ${goal} pairs are in the database; ${pairs.merged} were delivered and merged, of which ${pairs.toIntegrate} wait for integration; ${pairs.waiting} wait for a review, ${pairs.underWay} are under way. As of ${toMinute(status.at)}.`,
    '',
    pie,
    '| pipeline | agent | now | budget | task | tasks |',
    '| --- | --- | --- | --- | --- | --- |',
    ...status.pipelines.map(renderPipeline),
    ...list(
      'Waiting for a review',
      status.reviews,
      ({ number, task, part, pairs: count }) => `#${number}: ${escapeMarkdown(task)}, part ${part}, ${count} pairs`,
    ),
    ...list('Blocked', status.blocked, ({ task, reason }) => `${escapeMarkdown(task)}: ${escapeMarkdown(reason)}`),
    '',
  ].join('\n')
}
