import { taskStatuses } from '../domain/task.ts'
import { oneLine } from '../domain/one-line.ts'
import { explainReason } from '../session/handoff.ts'
import { grouped, percent, useOf } from './amount.ts'
import { bar } from './bar.ts'
import { ageOf } from './days.ts'
import { describeAlert } from './describe-alert.ts'
import { describeDecision } from './describe-decision.ts'
import type { PipelineStatus, Status } from './status.ts'

const columns = 100
const mostLines = 3
const mostListed = 10

const fit = (line: string): string => (line.length <= columns ? line : `${line.slice(0, columns - 1)}…`)

/** Foreign text over some lines, the later ones indented; what is more than three lines is cut. */
function wrapped(first: string, text: string, indent: string): readonly string[] {
  const words = oneLine(text, mostLines * columns).split(' ')
  const lines: string[] = []
  let line = first
  for (const word of words) {
    if (line.length + 1 + word.length > columns && line.trim() !== '') {
      lines.push(line)
      line = indent
    }
    line = line.endsWith(' ') || line === '' ? `${line}${word}` : `${line} ${word}`
  }
  lines.push(line)
  const shown = lines.slice(0, mostLines)
  return lines.length <= mostLines ? shown : [...shown.slice(0, -1), `${(shown.at(-1) ?? '').slice(0, columns - 2)} …`]
}

const listed = <Item>(items: readonly Item[], render: (item: Item) => readonly string[]): readonly string[] => [
  ...items.slice(0, mostListed).flatMap(render),
  ...(items.length > mostListed ? [`  and ${items.length - mostListed} more`] : []),
]

/** A batch pipeline may work on several tasks at once, and on none in particular. */
function workLines({ task, underWay }: PipelineStatus): readonly string[] {
  if (task !== null)
    return wrapped('  ', `${task.id}: ${task.calls} of about ${task.callsExpected} calls, ${task.accepted} pairs`, '    ')
  if (underWay.tasks === 0) return []
  const { tasks, calls, callsExpected, accepted } = underWay
  return [`  ${tasks} task${tasks === 1 ? '' : 's'} under way: ${calls} of about ${callsExpected} calls, ${accepted} pairs`]
}

function lastLines({ lastSession, session }: PipelineStatus, { at }: Status): readonly string[] {
  if (session !== null || lastSession === null) return []
  const why = lastSession.reason === null ? '' : `: ${explainReason(lastSession.reason)}`
  return wrapped('  ', `last session ended ${ageOf(lastSession.endedAt, at)} ago${why}`, '    ')
}

function pipelineLines(each: PipelineStatus, status: Status): readonly string[] {
  const { pipeline, agent, kind, availability, decision, tasks, goalShare } = each
  const budget = availability?.budget
  const counts = taskStatuses.filter(state => tasks[state] > 0).map(state => `${tasks[state]} ${state}`)
  const share =
    goalShare === null
      ? []
      : [
          `  pairs: ${grouped(goalShare.pairs)} of its ${grouped(goalShare.target)} (${percent(goalShare.pairs, goalShare.target)})`,
        ]
  return [
    ...wrapped('', `${pipeline} (${agent}, ${kind}): ${describeDecision(decision)}`, '    '),
    ...(budget === undefined || budget.limit === 0 ? [] : [`  ${useOf(budget)}  ${bar(budget.used / budget.limit, 20)}`]),
    ...workLines(each),
    ...(counts.length === 0 ? [] : wrapped('  ', `tasks: ${counts.join(', ')}`, '    ')),
    ...share,
    ...lastLines(each, status),
  ]
}

function waitingLines({ reviews, blocked, proposals, alerts, at }: Status): readonly string[] {
  const lines: string[] = []
  // What waits unread is told with its age below.
  const urgent = alerts.filter(({ type }) => type !== 'unread')
  if (urgent.length > 0)
    lines.push('', 'A person is needed:', ...listed(urgent, alert => wrapped('  ', describeAlert(alert), '      ')))
  if (reviews.length > 0)
    lines.push(
      '',
      'Waiting for a review:',
      ...listed(reviews, ({ number, task, part, pairs, openedAt }) =>
        wrapped(
          '  ',
          `#${number}  ${task} part ${part}, ${pairs} pairs${openedAt === null ? '' : `, for ${ageOf(openedAt, at)}`}`,
          '      ',
        ),
      ),
    )
  if (blocked.length > 0)
    lines.push(
      '',
      'Blocked, until a person acts:',
      ...listed(blocked, ({ task, reason }) => wrapped('  ', `${task}: ${reason}`, '      ')),
    )
  if (proposals.length > 0)
    lines.push(
      '',
      'Waiting to be approved as tasks:',
      ...listed(proposals, ({ number, title }) => wrapped('  ', `#${number}  ${title}`, '      ')),
    )
  return lines
}

/** For a terminal, at most 100 columns. */
export function renderStatus(status: Status): string {
  const { pairs, goal } = status
  return [
    `${status.paused ? 'PAUSED. ' : ''}${grouped(pairs.database)} of ${grouped(goal)} pairs are in the database (${percent(pairs.database, goal)})  ${bar(pairs.database / goal, 30)}`,
    `${pairs.underWay} pairs are under way, ${pairs.waiting} wait for a review, ${pairs.toIntegrate} of ${pairs.merged} merged ones wait for integration.`,
    '',
    ...status.pipelines.flatMap(each => pipelineLines(each, status)),
    ...waitingLines(status),
  ]
    .map(fit)
    .join('\n')
}
