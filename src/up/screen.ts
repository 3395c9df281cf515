import type { Colours } from '../commands/output.ts'
import { toMinute, type Instant } from '../domain/instant.ts'
import { grouped, percent } from '../report/amount.ts'
import { bar } from '../report/bar.ts'
import { line, paint, type ScreenLine } from './screen-line.ts'
import { blocksOf, type PipelineBlock } from './screen-pipeline.ts'
import { nextOf, renderSaid } from './teller.ts'
import type { UpView } from './view.ts'
import { counted, inWords, untilWords } from './words.ts'

export interface ScreenSize {
  readonly columns: number
  readonly rows: number
}

function nowWords({ tick, members, isStopping }: UpView, now: Instant): string {
  const working = [...members.values()].filter(({ startedAt }) => startedAt !== null).length
  if (isStopping) return working === 0 ? 'stopping' : `stopping: ${counted(working, 'session')} to save`
  if (working > 0) return `${counted(working, 'session')} at work`
  if (tick === null) return 'looks at the repository'
  if (tick.paused) return 'paused; `perpetual enable` lets sessions begin'
  if (tick.start.length > 0) return 'begins sessions'
  const next = nextOf(tick)
  return next === undefined
    ? 'nothing to do until something changes'
    : `nothing to do; next: ${next.pipeline} ${untilWords(next.until, now)}`
}

function headerOf(view: UpView, now: Instant): readonly ScreenLine[] {
  const { tick, tickTrouble, nextTickAt } = view
  const first = line(`Perpetual · ${toMinute(now)} · ${nowWords(view, now)}`, 'strong')
  const trouble =
    tickTrouble === null
      ? []
      : [line(`Cannot plan${nextTickAt === null ? '' : `, again ${inWords(nextTickAt, now)}`}: ${tickTrouble}`, 'bad')]
  if (tick === null) return [first, ...trouble]
  const { pairs, goal, waitingParts } = tick
  const share = goal === 0 ? 0 : pairs.database / goal
  return [
    first,
    line(
      `${bar(share, 24)} ${grouped(pairs.database)} of ${grouped(goal)} pairs in the database, ${percent(pairs.database, goal)}`,
    ),
    line(
      `${counted(pairs.underWay, 'pair')} under way · ${grouped(pairs.waiting)} wait for a review (${counted(waitingParts, 'part')}) · ${grouped(pairs.toIntegrate)} to integrate`,
    ),
    ...trouble,
  ]
}

/** As many lines a pipeline as there is room for, the same for all of a kind. */
function fitBlocks(blocks: readonly PipelineBlock[], rows: number): readonly ScreenLine[] {
  for (const [working, others] of [
    [4, 4],
    [4, 2],
    [3, 2],
    [3, 1],
    [2, 1],
    [1, 1],
  ] as const) {
    const lines = blocks.flatMap(block => block.lines.slice(0, block.order === 0 ? working : others))
    if (lines.length <= rows) return lines
  }
  const heads = blocks.flatMap(block => block.lines.slice(0, 1))
  if (rows <= 0) return []
  const shown = heads.slice(0, rows - 1)
  return [...shown, line(`… and ${counted(heads.length - shown.length, 'more pipeline')}`, 'dim')]
}

/** Pure: the lines of the live screen, at most `rows` of at most `columns` each. */
export function renderScreen(
  view: UpView,
  { columns, rows, colours, now }: ScreenSize & { readonly colours: Colours; readonly now: Instant },
): readonly string[] {
  const header = headerOf(view, now)
  const footer = line(
    view.isStopping
      ? 'Ctrl-C again ends at once; nothing that is saved is lost.'
      : 'Ctrl-C stops: sessions save, deliver and hand off.',
    'dim',
  )
  // A blank line, and as many of the latest messages as a quarter of the screen takes.
  const least = view.messages.length === 0 ? 0 : Math.min(view.messages.length, Math.floor(rows / 4)) + 1
  const body = fitBlocks(blocksOf(view, now), rows - header.length - 1 - least - 1)
  const left = rows - header.length - 1 - body.length - 2
  const latest = left <= 0 ? [] : view.messages.slice(-left)
  const messages = latest.map(message => line(renderSaid(message, message.at), message.isTrouble ? 'bad' : 'dim'))
  const lines = [...header, line(''), ...body, ...(messages.length === 0 ? [] : [line(''), ...messages]), footer]
  return lines.slice(0, Math.max(0, rows)).map(each => paint(each, columns, colours))
}
