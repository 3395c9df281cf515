import { toMinute } from '../domain/instant.ts'
import { grouped, percent, rounded } from './amount.ts'
import { bar } from './bar.ts'
import { asMarkdown, asTerminalText, heading, paragraph, type Block } from './document.ts'
import type { Speed } from './growth-of-pairs.ts'
import { renderPie } from './pie.ts'
import { peopleBlocks } from './report-people.ts'
import { dayBlocks, nextBlocks, queueBlocks, resourceBlocks } from './report-work.ts'
import type { TeamReport } from './team-report.ts'
import { renderChart } from './xychart.ts'

/** Characters; GitHub takes 65,536 in an issue or a discussion, and a marker comes behind it. */
export const mostCharacters = 64_000

/** How many of each list are shown: as many as fit. */
const listLengths = [100, 50, 25, 12, 6, 3]

function headBlocks({ paused, pairs, goal }: TeamReport): readonly Block[] {
  const { database, merged, toIntegrate, waiting, underWay } = pairs
  return [
    ...(paused ? [paragraph('**Everything is paused.** `perpetual enable` lets sessions begin again.')] : []),
    paragraph(
      `**${grouped(database)} of ${grouped(goal)} pairs** are in the database (${percent(database, goal)}) ${bar(database / goal, 30)}`,
    ),
    paragraph(
      `${grouped(merged)} were delivered and merged, of which ${grouped(toIntegrate)} wait for integration; ${grouped(waiting)} wait for a review, ${grouped(underWay)} are under way.`,
    ),
  ]
}

const daysWords = (days: number): string => (days === 1 ? 'day' : `${rounded(days)} days`)

const speedWords = ({ days, acceptedPerDay, integratedPerDay, goalReachedOn }: Speed): string =>
  `in the last ${daysWords(days)} ${rounded(acceptedPerDay)} pairs a day were accepted and ${rounded(integratedPerDay)} a day came into the database, ${
    goalReachedOn === null ? 'which does not reach the goal' : `which reaches the goal on ${goalReachedOn}`
  }`

/** Without a simulation: as fast as it went. */
function speedBlocks({ left, speeds: { week, month }, day }: TeamReport): readonly Block[] {
  if (left === 0) return [paragraph('**The goal is reached.**')]
  if (week.acceptedPerDay + month.acceptedPerDay + week.integratedPerDay + month.integratedPerDay + day.sessions === 0) return []
  const words = month.days === week.days ? speedWords(week) : `${speedWords(week)}; ${speedWords(month)}`
  return [paragraph(`Speed: ${words}. Imported pairs are left out.`)]
}

/** What there is on the way to the goal; nothing while there is nothing. */
function goalPie({ pairs, left }: TeamReport): string {
  const { database, toIntegrate, waiting, underWay } = pairs
  const onTheWay = toIntegrate + waiting + underWay
  if (database + onTheWay === 0) return ''
  return renderPie('Pairs on the way to the goal', [
    ['in the database', database],
    ['merged, to be integrated', toIntegrate],
    ['waiting for a review', waiting],
    ['under way', underWay],
    ['still to be found', Math.max(0, left - onTheWay)],
  ])
}

function growthBlocks(report: TeamReport): readonly Block[] {
  const { growth, accepted, retracted } = report
  const pictures = [
    renderChart('line', growth, { title: 'Pairs that came into the database', unit: 'pairs' }),
    renderChart('bar', accepted, { title: 'Pairs accepted by sessions, by day', unit: 'pairs a day' }),
    goalPie(report),
  ].filter(picture => picture !== '')
  if (pictures.length === 0) return []
  return [
    heading('Growth'),
    ...(retracted === 0 ? [] : [paragraph(`${grouped(retracted)} pairs were retracted since; the first picture counts them.`)]),
    ...pictures.map((markdown): Block => ({ type: 'picture', markdown })),
  ]
}

function footBlocks({ at, damagedLines }: TeamReport): readonly Block[] {
  const damaged =
    damagedLines === 0
      ? []
      : [
          paragraph(
            `**${grouped(damagedLines)} line${damagedLines === 1 ? '' : 's'} of the history cannot be read**, so that sessions may be missing above: see \`history/\` on \`perpetual/state\`.`,
          ),
        ]
  return [...damaged, paragraph(`_As of ${toMinute(at)}, from state and history alone._`)]
}

const blocksOf = (report: TeamReport, most: number): readonly Block[] => [
  ...headBlocks(report),
  ...speedBlocks(report),
  ...peopleBlocks(report, most),
  ...dayBlocks(report, most),
  ...resourceBlocks(report, most),
  ...queueBlocks(report, most),
  ...nextBlocks(report, most),
  ...growthBlocks(report),
  ...footBlocks(report),
]

/** As Markdown that GitHub renders, within the limit of an issue's body. */
export function renderTeamReport(report: TeamReport): string {
  let text = ''
  for (const most of listLengths) {
    text = asMarkdown(blocksOf(report, most))
    if (text.length <= mostCharacters) break
  }
  return text
}

/** For a terminal. */
export const renderTeamReportAsText = (report: TeamReport): string => asTerminalText(blocksOf(report, 20))

/** The same but for the moment at which it was made. */
export const withoutMoment = (text: string): string => text.replace(/^_As of [^\n]*_$/m, '')
