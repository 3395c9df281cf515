import type { PlanReason } from '../orchestrator/plan.ts'
import { isSpent } from '../simulation/changes.ts'
import type { Forecast, PipelineForecast } from '../simulation/forecast.ts'
import type { Advice } from '../simulation/levers.ts'
import type { Fact, Source } from '../simulation/yields.ts'
import { grouped, percent, rounded } from './amount.ts'
import { describeDecision } from './describe-decision.ts'

/** One simulated case: as it stands, or as it would be. */
export interface SimulatedCase {
  readonly goal: number
  readonly forecast: Forecast
  /** When so many of the runs are at the goal, `2026-12-24`; null where fewer get there. */
  readonly goalDate: { readonly p10: string | null; readonly p50: string | null; readonly p90: string | null }
  readonly facts: readonly Fact[]
}

export interface Simulation {
  /** The first day, `2026-11-22`. */
  readonly from: string
  readonly seed: number
  /** Whose configuration and queue it begins with, in some words. */
  readonly of: string
  readonly baseline: SimulatedCase
  readonly whatIf: (SimulatedCase & { readonly asked: readonly string[] }) | null
  /** What would bring more; of the what-if where there is one. Null where nothing was tried. */
  readonly advice: Advice | null
}

/** What a terminal is expected to show in a line. */
const columns = 100
const labelWidth = 38
const valueWidth = 22
const dayMs = 86_400_000

const dateOf = (from: string, day: number | null): string | null =>
  day === null ? null : new Date(Date.parse(`${from}T00:00:00.000Z`) + (day - 1) * dayMs).toISOString().slice(0, 10)

/** A forecast as it is shown, from that date on. */
export const simulatedCase = (from: string, simulated: Omit<SimulatedCase, 'goalDate'>): SimulatedCase => {
  const { p10, p50, p90 } = simulated.forecast.goalDay
  return { ...simulated, goalDate: { p10: dateOf(from, p10), p50: dateOf(from, p50), p90: dateOf(from, p90) } }
}

const dollars = (usd: number): string => `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`

/** A pair costs cents, of which two digits say nothing. */
const smallDollars = (usd: number | null): string => (usd === null ? '–' : `$${usd.toPrecision(2)}`)

type Row = readonly [label: string, value: (each: SimulatedCase) => string]

/** The hourly limit of a workflow's own token, and the minutes that a private repository on the Free plan has a month. */
const githubLimits = { requestsPerHour: 1000, freeMinutes: 2000 } as const

const reached = (date: string | null, { days }: Forecast): string => date ?? `not in ${grouped(days)} days`

const rows: readonly Row[] = [
  ['Pairs a day that reach the database', ({ forecast }) => rounded(forecast.pairsPerDay.mean)],
  ['  one day in ten brings less than', ({ forecast }) => rounded(forecast.pairsPerDay.p10)],
  ['  one day in two brings less than', ({ forecast }) => rounded(forecast.pairsPerDay.p50)],
  ['  nine days in ten bring less than', ({ forecast }) => rounded(forecast.pairsPerDay.p90)],
  ['Goal', ({ goal }) => grouped(goal)],
  ['  one run in ten is there by', ({ goalDate, forecast }) => reached(goalDate.p10, forecast)],
  ['  one run in two is there by', ({ goalDate, forecast }) => reached(goalDate.p50, forecast)],
  ['  nine runs in ten are there by', ({ goalDate, forecast }) => reached(goalDate.p90, forecast)],
  ['Dollars a day', ({ forecast }) => dollars(forecast.usd.perDay)],
  ['  in all, up to the goal', ({ forecast }) => dollars(forecast.usd.total)],
  ['  a pair', ({ forecast }) => smallDollars(forecast.usd.perPair)],
  ['Requests to GitHub a day', ({ forecast }) => rounded(forecast.githubRequests.perDay)],
  [
    '  most in an hour',
    ({ forecast }) => `${grouped(forecast.githubRequests.mostInHour)} of ${grouped(githubLimits.requestsPerHour)}`,
  ],
  ['Runner minutes a month', ({ forecast }) => rounded(forecast.runnerMinutesPerMonth)],
]

function table({ baseline, whatIf }: Simulation): readonly string[] {
  const cases = [baseline, ...(whatIf === null ? [] : [whatIf])]
  const head =
    whatIf === null
      ? []
      : [
          ['', ...['as it stands', 'with the what-if'].map(text => text.padStart(valueWidth))]
            .join('')
            .padStart(labelWidth + 2 * valueWidth),
        ]
  return [
    ...head,
    ...rows.map(([label, value]) => label.padEnd(labelWidth) + cases.map(each => value(each).padStart(valueWidth)).join('')),
  ]
}

const wordsOf = (reason: PlanReason): string => describeDecision({ type: 'rest', reason, until: null, waitsFor: null })

/** Below so much of its line it is not the line that holds it up. */
const usedUp = 0.9

/** Which resource binds a pipeline: dollars that are used up every day, else the reason for most of its rest. */
export function describeBinding(forecast: PipelineForecast): string {
  const { rests, usedOfLine } = forecast
  const [most] = rests
  if (most !== undefined && (most.reason === 'disabled' || most.reason === 'unsupported')) return wordsOf(most.reason)
  const first = rests.find(({ reason }) => reason !== 'held')
  const isCooling = first === undefined || first.reason === 'cooling' || first.reason === 'budget'
  if (isCooling && isSpent(forecast) && usedOfLine < usedUp) return 'the dollars of its account are used up'
  if (first === undefined) return usedOfLine >= usedUp ? 'its line' : 'nothing but its own speed'
  return `${wordsOf(first.reason)} (${Math.round(first.share * 100)} % of the time)`
}

/** On one line where that is wide enough. */
function beside(left: string, right: string): readonly string[] {
  const line = `${left}  ${right}`
  return line.length <= columns ? [line] : [left, `    ${right}`]
}

const andMore = (more: number): readonly string[] => (more > 0 ? [`and ${grouped(more)} more`] : [])

function pipelineLines({ pipelines }: Forecast): readonly string[] {
  const shown = pipelines.slice(0, mostPipelines)
  const width = Math.max(8, ...shown.map(({ pipeline }) => pipeline.length))
  const lines = shown.flatMap(each => {
    const numbers = [rounded(each.acceptedPerDay), percent(each.usedOfLine, 1)].map(text => text.padStart(7))
    return beside([each.pipeline.padEnd(width), ...numbers].join('  '), describeBinding(each))
  })
  const head = ['PIPELINE'.padEnd(width), 'PAIRS'.padStart(7), 'OF LINE'.padStart(7), 'WHAT HOLDS IT UP'].join('  ')
  return [head, ...lines, ...andMore(pipelines.length - shown.length)]
}

const mostPipelines = 20
const mostLevers = 6

const sentence = (advice: Advice, { pairsPerDay }: Forecast): string =>
  pairsPerDay.mean >= advice.target
    ? `That is ${grouped(advice.target)} pairs a day or more. What would bring more, each by itself:`
    : `That is less than ${grouped(advice.target)} pairs a day. What would bring more, each by itself:`

function adviceLines({ advice, baseline, whatIf }: Simulation): readonly string[] {
  if (advice === null) return []
  const { forecast } = whatIf ?? baseline
  const lever = ({ change, pairsPerDay, usdPerDay }: Advice['alone'][number]): string =>
    `  +${rounded(pairsPerDay)} pairs, ${usdPerDay < 0 ? '-' : '+'}${dollars(Math.abs(usdPerDay))} a day`.padEnd(36) +
    `--what-if ${change}`
  const { together } = advice
  const [best] = advice.alone
  const isShort = forecast.pairsPerDay.mean < advice.target
  return [
    ...(best === undefined ? [] : [`What binds most: ${best.resource}.`]),
    sentence(advice, forecast),
    ...(advice.alone.length === 0 ? ['  nothing that was tried'] : advice.alone.slice(0, mostLevers).map(lever)),
    ...(together === null || !isShort
      ? []
      : [
          '',
          `Together these come to ${rounded(together.pairsPerDay)} pairs and ${dollars(together.usdPerDay)} a day:`,
          ...together.changes.map(change => `  --what-if ${change}`),
        ]),
    '',
  ]
}

const sources: Readonly<Record<Source, string>> = {
  measured: 'measured here',
  configuration: 'configuration and tasks',
  estimate: 'estimates',
  asked: 'asked for',
}

const numberOf = (value: number): string =>
  value >= 100 || Number.isInteger(value) ? grouped(Math.round(value)) : String(Number(value.toPrecision(3)))

/** A share is told in percent, and dollars as such. */
function quantityOf({ what, value }: Fact): string {
  if (what.startsWith('of ')) return `${numberOf(value * 100)} % ${what}`
  return what.startsWith('dollars ') ? `$${numberOf(value)} ${what.slice('dollars '.length)}` : `${numberOf(value)} ${what}`
}

const describeFact = (fact: Fact): string => `${quantityOf(fact)}${fact.from === '' ? '' : ` (${fact.from})`}`

/** Breaks a text between words. */
function wrap(text: string, indent: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`${indent}${word}`)
  }
  return lines
}

function factLines(facts: readonly Fact[]): readonly string[] {
  const all = [...new Set(facts.map(({ pipeline }) => pipeline))]
  const owners = all.length > mostPipelines ? [...all.slice(0, mostPipelines), null] : all
  return owners.flatMap(owner => {
    const groups = Map.groupBy(
      facts.filter(({ pipeline }) => pipeline === owner),
      ({ source }) => source,
    )
    const lines = [...groups].flatMap(([source, own]) => wrap(`${sources[source]}: ${own.map(describeFact).join(', ')}`, '    '))
    return [`  ${owner ?? 'people and cron'}`, ...lines]
  })
}

const monthNote = `A private repository on the Free plan has ${grouped(githubLimits.freeMinutes)} minutes a month; for a public one they are free.`

/** For a terminal, at most 100 columns. */
export function renderSimulation(simulation: Simulation): string {
  const { from, seed, of, baseline, whatIf } = simulation
  const { days, runs, warmUpDays } = baseline.forecast
  const last = whatIf ?? baseline
  return [
    `${grouped(days)} days from ${from}, ${grouped(runs)} ${runs === 1 ? 'run' : 'runs'}, seed ${seed}: ${of}.`,
    ...(whatIf === null ? [] : whatIf.asked.map(text => `What if ${text}`)),
    '',
    ...table(simulation),
    '',
    `Means are of the days after the first ${warmUpDays}, up to the goal.`,
    monthNote,
    '',
    ...pipelineLines(last.forecast),
    '',
    ...adviceLines(simulation),
    'What it reckons with:',
    ...factLines(last.facts),
  ].join('\n')
}
