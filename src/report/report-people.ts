import { ageOf } from './days.ts'
import { describeAlert } from './describe-alert.ts'
import { heading, inline, listOf, paragraph, plural, pullLink, type Block } from './document.ts'
import type { WaitingReview } from './status.ts'
import type { TeamReport } from './team-report.ts'

function reviewItem({ number, url, task, part, pairs, openedAt }: WaitingReview, { at }: TeamReport): string {
  const age = openedAt === null ? '' : `, for ${ageOf(openedAt, at)}`
  return `${pullLink(number, url)}: ${inline(task)}, part ${part}, ${plural(pairs, 'pair', 'pairs')}${age}`
}

function reviewBlocks(report: TeamReport, most: number): readonly Block[] {
  const { reviews, partsToRead, maxWaitingReviews } = report
  if (reviews.length === 0) return []
  const pairs = reviews.reduce((sum, review) => sum + review.pairs, 0)
  const full = partsToRead > maxWaitingReviews ? ` No new work begins while more than ${maxWaitingReviews} wait.` : ''
  return [
    paragraph(
      `**${plural(reviews.length, 'delivery waits', 'deliveries wait')} for a review** (${plural(pairs, 'pair', 'pairs')}).${full}`,
    ),
    ...listOf(
      reviews.map(review => reviewItem(review, report)),
      most,
    ),
  ]
}

function blockedBlocks({ blocked }: TeamReport, most: number): readonly Block[] {
  if (blocked.length === 0) return []
  return [
    paragraph(
      `**${plural(blocked.length, 'task is', 'tasks are')} blocked.** Once it is mended, set it back with \`perpetual tasks unblock\` or, on GitHub, with the label \`status:pending\`.`,
    ),
    ...listOf(
      blocked.map(({ task, issue, reason }) => `${issue === null ? '' : `#${issue}, `}${inline(task)}: ${inline(reason, 300)}`),
      most,
    ),
  ]
}

function proposalBlocks({ proposals }: TeamReport, most: number): readonly Block[] {
  if (proposals.length === 0) return []
  return [
    paragraph(
      `**${plural(proposals.length, 'task waits', 'tasks wait')} to be approved**, with the label \`approved\` on GitHub or \`perpetual tasks approve\`; closing the issue is a no.`,
    ),
    ...listOf(
      proposals.map(({ number, title }) => `#${number}: ${inline(title)}`),
      most,
    ),
  ]
}

function queueBlocks({ pipelines }: TeamReport, most: number): readonly Block[] {
  const low = pipelines.filter(({ isQueueLow }) => isQueueLow)
  if (low.length === 0) return []
  return [
    paragraph('**Few tasks are left:** open an issue with one of the forms, or add seeds to `tasks/` and import them.'),
    ...listOf(
      low.map(
        ({ pipeline, tasks }) =>
          `${inline(pipeline)}: ${tasks.pending === 0 ? 'no task waits' : plural(tasks.pending, 'task waits', 'tasks wait')}`,
      ),
      most,
    ),
  ]
}

function alertBlocks({ alerts }: TeamReport, most: number): readonly Block[] {
  const urgent = alerts.filter(({ type }) => type !== 'unread')
  return urgent.length === 0
    ? []
    : [
        paragraph('**A person is needed.**'),
        ...listOf(
          urgent.map(alert => inline(describeAlert(alert), 400)),
          most,
        ),
      ]
}

/** What waits for a person, what only a person can do first. */
export function peopleBlocks(report: TeamReport, most: number): readonly Block[] {
  const waiting = [
    ...alertBlocks(report, most),
    ...reviewBlocks(report, most),
    ...blockedBlocks(report, most),
    ...proposalBlocks(report, most),
    ...queueBlocks(report, most),
  ]
  return [heading('Waits for a person'), ...(waiting.length === 0 ? [paragraph('Nothing.')] : waiting)]
}
