import { meterWords } from '../domain/ledger.ts'
import { toMinute } from '../domain/instant.ts'
import { explainReason } from '../session/handoff.ts'
import { amountOf, grouped, percent } from './amount.ts'
import { bar } from './bar.ts'
import { ageOf } from './days.ts'
import { describeDecision } from './describe-decision.ts'
import { heading, inline, listOf, paragraph, plural, pullLink, tableOf, type Block } from './document.ts'
import type { Resource } from './resource.ts'
import type { PipelineReport, TeamReport } from './team-report.ts'
import type { Delivered, EndedTask, WorkOfDay } from './work-of-day.ts'

const dayHead = [
  'agent',
  'pipeline',
  ' sessions',
  ' calls',
  ' accepted',
  ' put aside',
  ' tasks ended',
  ' dollars',
  ' minutes',
] as const

const dayCells = (day: WorkOfDay, tasksEnded: number): readonly string[] => [
  grouped(day.sessions),
  grouped(day.calls),
  grouped(day.accepted),
  grouped(day.putAside),
  grouped(tasksEnded),
  `$${day.usd.toFixed(2)}`,
  grouped(day.minutes),
]

const wasActive = ({ day, tasksEnded }: PipelineReport): boolean => day.sessions > 0 || tasksEnded > 0

/** Agents in the order of their names, with what their pipelines did. */
function dayRows({ pipelines, formerDay }: TeamReport): readonly (readonly string[])[] {
  const byAgent = pipelines.filter(wasActive).toSorted((a, b) => (a.agent === b.agent ? 0 : a.agent < b.agent ? -1 : 1))
  return [
    ...byAgent.map(({ agent, pipeline, day, tasksEnded }) => [inline(agent), inline(pipeline), ...dayCells(day, tasksEnded)]),
    ...(formerDay === null ? [] : [['', 'configured no longer', ...dayCells(formerDay, 0)]]),
  ]
}

const daySentence = ({ day, pipelines }: TeamReport): string => {
  const idle = pipelines.filter(each => !wasActive(each)).length
  return `${plural(day.sessions, 'session', 'sessions')} made ${plural(day.calls, 'call', 'calls')} for $${day.usd.toFixed(2)}; ${plural(day.accepted, 'new pair was', 'new pairs were')} accepted, ${grouped(day.putAside)} put aside.${
    idle === 0 ? '' : ` ${plural(idle, 'pipeline', 'pipelines')} had no session.`
  }`
}

const endedItem = ({ task, title, issue, status, grade, score }: EndedTask): string =>
  `${issue === null ? '' : `#${issue}, `}${inline(task)} (${inline(title)}): ${status}${
    grade === null || score === null ? '' : `, grade ${grade} (${score.toFixed(2)})`
  }`

const deliveredItem = ({ number, url, task, part, pairs, state, kept }: Delivered): string =>
  `${pullLink(number, url)}: ${inline(task)}, part ${part}, ${plural(pairs, 'pair', 'pairs')}, ${
    state === 'merged' && kept !== null ? `merged with ${grouped(kept)}` : state
  }`

/** What was done in the last 24 hours. */
export function dayBlocks(report: TeamReport, most: number): readonly Block[] {
  const rows = dayRows(report)
  if (rows.length === 0) return [heading('Last 24 hours'), paragraph('No session ended.')]
  const [ended, delivered] = [report.ended.map(endedItem), report.delivered.map(deliveredItem)]
  return [
    heading('Last 24 hours'),
    paragraph(daySentence(report)),
    ...tableOf(dayHead, rows, most),
    ...(ended.length === 0 ? [] : [paragraph('Tasks that ended:'), ...listOf(ended, most)]),
    ...(delivered.length === 0 ? [] : [paragraph('Delivered for a review:'), ...listOf(delivered, most)]),
  ]
}

const barWidth = 20

function comesBack({ scope, resetsAt, closed }: Resource): string {
  if (resetsAt !== null) return `${closed ? 'used up, says the provider, until ' : ''}${toMinute(resetsAt)}`
  return scope === 'pipeline' ? 'as jobs end' : 'with each session'
}

const ownerOf = ({ scope, name, meter }: Resource): string =>
  `${inline(name)}: ${meterWords[meter]}${scope === 'session' ? ' of a session' : scope === 'last-session' ? ' of the last session' : ''}`

const resourceRow = (resource: Resource): readonly string[] => {
  const { meter, used, line, limit } = resource
  return [
    ownerOf(resource),
    `${bar(limit === 0 ? 0 : used / limit, barWidth)} ${percent(used, limit)}`,
    `${amountOf(meter, used)} of ${amountOf(meter, limit)}`,
    amountOf(meter, line),
    comesBack(resource),
  ]
}

export function resourceBlocks({ resources }: TeamReport, most: number): readonly Block[] {
  if (resources.length === 0) return []
  return [
    heading('Resources'),
    paragraph('What is used and reserved of each budget, in the window that is open now. Nothing is begun beyond the line.'),
    ...tableOf(['resource', 'used', ' amount', ' line', 'comes back'], resources.map(resourceRow), most),
  ]
}

const shareOf = ({ goalShare }: PipelineReport): string =>
  goalShare === null
    ? ''
    : `${grouped(goalShare.pairs)} of ${grouped(goalShare.target)} (${percent(goalShare.pairs, goalShare.target)})`

/** Where the tasks stand, and how much of its share of the goal each pipeline has brought. */
export function queueBlocks({ pipelines }: TeamReport, most: number): readonly Block[] {
  if (pipelines.length === 0) return []
  return [
    heading('Tasks and the goal'),
    ...tableOf(
      ['pipeline', ' waiting', 'empty on', ' under way', ' in review', ' completed', ' rejected', 'pairs of its share'],
      pipelines.map(each => [
        inline(each.pipeline),
        grouped(each.tasks.pending),
        each.queueEmptyOn ?? '',
        grouped(each.underWay.tasks),
        grouped(each.tasks['in-review']),
        grouped(each.tasks.completed),
        grouped(each.tasks.rejected),
        shareOf(each),
      ]),
      most,
    ),
    ...(pipelines.some(({ queueEmptyOn }) => queueEmptyOn !== null)
      ? [paragraph('A queue is empty on that day at the speed at which its tasks were begun in the last 7 days.')]
      : []),
  ]
}

function lastOf({ lastSession }: PipelineReport, { at }: TeamReport): string {
  if (lastSession === null) return 'none yet'
  const why = lastSession.reason === null ? '' : `: ${inline(explainReason(lastSession.reason), 120)}`
  return `${ageOf(lastSession.endedAt, at)} ago${why}`
}

/** What each pipeline does next, and why it does nothing now. */
export function nextBlocks(report: TeamReport, most: number): readonly Block[] {
  const { pipelines, partsToRead, maxWaitingReviews } = report
  if (pipelines.length === 0) return []
  const waiting = { waiting: partsToRead, most: maxWaitingReviews }
  return [
    heading('What happens next'),
    ...tableOf(
      ['pipeline', 'now', 'last session ended'],
      pipelines.map(each => [inline(each.pipeline), inline(describeDecision(each.decision, waiting), 150), lastOf(each, report)]),
      most,
    ),
  ]
}
