import { formatSeconds } from '../commands/progress.ts'
import { toEpochMs, type Instant } from '../domain/instant.ts'
import { oneLine } from '../domain/one-line.ts'
import { grouped } from '../report/amount.ts'
import type { Budget } from '../session/availability.ts'
import { againAtOf, isBackingOff, newMember, type Member } from './member.ts'
import { line, meterBar, useWords, type ScreenLine } from './screen-line.ts'
import { speedOf } from './speed.ts'
import type { TickedPipeline } from './tick-view.ts'
import { nothingTold, type Live, type UpView } from './view.ts'
import { counted, restWords, untilWords } from './words.ts'

/** A pipeline on the screen: what matters most first, so that a small screen shows the first lines alone. */
export interface PipelineBlock {
  readonly order: number
  /** Those at work stay where they are while ranks change. */
  readonly since: string
  readonly lines: readonly ScreenLine[]
}

const barWidth = 24

/** A session's own word is newer than that of the tick. */
const budgetNow = (budget: Budget | null, live: Live): Budget | null =>
  budget === null || live.progress === null || live.progress.line === 0
    ? budget
    : { ...budget, used: live.progress.used, line: live.progress.line, limit: Math.max(budget.limit, live.progress.line) }

function resourceLine(ticked: TickedPipeline | undefined, live: Live): ScreenLine | undefined {
  const budget = budgetNow(ticked?.budget ?? null, live)
  const usd = ticked?.usd ?? null
  const words = [
    ...(budget === null || budget.limit === 0 ? [] : [`${meterBar(budget, barWidth)} ${useWords(budget)}`]),
    ...(usd === null || usd.limit === 0 ? [] : [`${useWords(usd)} today`]),
  ]
  return words.length === 0 ? undefined : line(`    ${words.join(' · ')}`)
}

function taskLine(live: Live, now: Instant): ScreenLine | undefined {
  const { progress, task } = live
  if (task === null) return undefined
  const name = `    ${oneLine(task.id, 40)}`
  if (progress === null) return line(name)
  const speed = speedOf(live.samples, now)
  const words = [
    `${name}: ${grouped(progress.calls)} of about ${grouped(progress.callsExpected)} calls`,
    counted(progress.accepted, 'pair'),
    ...(speed === null ? [] : [`${speed >= 10 ? Math.round(speed) : speed.toFixed(1)} calls/min`]),
  ]
  return line(words.join(', '))
}

const handoffLine = (ticked: TickedPipeline | undefined, { last }: Member): readonly ScreenLine[] => {
  const path = last?.handoff ?? ticked?.handoff ?? null
  return path === null ? [] : [line(`    last handoff ${path}`, 'dim')]
}

function workingHead(member: Member, live: Live, now: Instant): ScreenLine {
  const { pipeline, startedAt } = member
  const since = startedAt === null ? '' : formatSeconds((toEpochMs(now) - toEpochMs(startedAt)) / 1000)
  const does = live.isWrapping
    ? 'wraps: delivers and hands off'
    : live.task !== null
      ? oneLine(live.task.title === '' ? live.task.id : live.task.title, 200)
      : live.session === null
        ? 'starts'
        : 'looks for a task'
  return line(`● ${pipeline}  ${since}  ${does}`, 'good')
}

function restingHead(ticked: TickedPipeline, now: Instant): ScreenLine {
  const { pipeline, decision } = ticked
  if (decision.type === 'start') return line(`○ ${pipeline}  begins now`)
  const until =
    decision.until === null
      ? ''
      : `, ${decision.reason === 'held' ? 'its claim lapses' : 'again'} ${untilWords(decision.until, now)}`
  return line(`○ ${pipeline}  ${restWords(decision)}${until}`)
}

function troubledHead(member: Member, now: Instant): ScreenLine {
  const { pipeline, trouble, failures } = member
  const againAt = againAtOf(member)
  const again = againAt === null ? '' : `again ${untilWords(againAt, now)}: `
  const what = trouble?.type === 'no-key' ? 'no key' : failures > 1 ? `failed ${failures} times` : 'failed'
  return line(`✗ ${pipeline}  ${what}, ${again}${trouble?.message ?? ''}`, 'bad')
}

const isThere = (value: ScreenLine | undefined): value is ScreenLine => value !== undefined

/** Of pipelines at work first, then those in trouble, then the others in the order of the plan. */
export function blocksOf({ tick, members, live }: UpView, now: Instant): readonly PipelineBlock[] {
  const ticked = new Map(tick?.pipelines.map(each => [each.pipeline, each]))
  const names = [...ticked.keys(), ...[...members.keys()].filter(name => !ticked.has(name))]
  const blocks = names.flatMap((name): PipelineBlock[] => {
    const member = members.get(name) ?? newMember(name)
    const [own, told] = [ticked.get(name), live.get(name) ?? nothingTold]
    const more = [resourceLine(own, told), taskLine(told, now), ...handoffLine(own, member)]
    const lines = more.filter(isThere)
    if (member.startedAt !== null)
      return [{ order: 0, since: member.startedAt, lines: [workingHead(member, told, now), ...lines] }]
    if (member.trouble !== null && isBackingOff(member, now))
      return [{ order: 1, since: '', lines: [troubledHead(member, now), ...lines] }]
    // One that the configuration no longer has, and that has ended.
    return own === undefined ? [] : [{ order: 2, since: '', lines: [restingHead(own, now), ...lines] }]
  })
  return blocks.toSorted((a, b) => a.order - b.order || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}
