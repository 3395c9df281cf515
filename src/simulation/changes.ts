import { accountsOf, factsOf, type PipelineSettings } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import type { Forecast, PipelineForecast } from './forecast.ts'
import type { Scenario } from './scenario.ts'

/** A setting, the value that would be worth trying, and what there would be more of. */
export interface Change {
  readonly key: string
  readonly value: number | string | boolean
  readonly resource: string
}

/** Below so much of the time, or of a line, it is not what holds a pipeline up. */
const often = 0.02
const usedUp = 0.9

const double = (value: number): number => value * 2

interface Held {
  readonly name: string
  readonly settings: PipelineSettings
  readonly forecast: PipelineForecast
}

const rests = ({ forecast }: Held, reason: string): boolean =>
  forecast.rests.some(each => each.reason === reason && each.share >= often)

/** A pipeline that asks call by call, and rests for less than half of the time: the speed of its account may hold it up. */
const isAtWork = ({ settings, forecast }: Held): boolean =>
  settings.kind !== 'batch' && forecast.rests.reduce((sum, { share }) => sum + share, 0) < 0.5

const isUsedUp = ({ forecast }: Held): boolean => forecast.usedOfLine >= usedUp

/** Of the dollars of a day so much is as good as all: what is left does not pay for the dearest request any more. */
const nearlyAll = 0.75

/** Whether the dollars of an ordinary day are used up, whoever uses the accounts. */
export const isSpent = ({ usedOfDollars }: PipelineForecast): boolean => usedOfDollars !== null && usedOfDollars >= nearlyAll

/** Twice of what accounts may spend and send, where that holds up a pipeline that uses them. */
function accountChanges(config: Config, held: readonly Held[]): readonly Change[] {
  const usersOf = (account: string): readonly Held[] => held.filter(({ settings }) => accountsOf(settings).includes(account))
  return Object.entries(config.accounts).flatMap(([name, { limits, requestsPerMinute, concurrency }]) => {
    const stopped = usersOf(name).filter(each => rests(each, 'budget'))
    const isBusy = usersOf(name).some(isAtWork)
    const { usdMicros, calls } = limits
    const changes: Change[] = []
    const change = (key: string, value: number, what: string): void =>
      void changes.push({ key: `accounts.${name}.${key}`, value, resource: `${what} of ${name}` })
    if (usdMicros !== undefined && usersOf(name).some(({ forecast }) => isSpent(forecast)))
      change('limits.usd.budget', double(usdMicros.budget) / 1_000_000, 'dollars')
    if (calls !== undefined && stopped.some(isUsedUp)) change('limits.calls.budget', double(calls.budget), 'calls')
    if (requestsPerMinute !== null && isBusy) change('requestsPerMinute', double(requestsPerMinute), 'requests a minute')
    if (isBusy) change('concurrency', Math.min(256, double(concurrency)), 'requests at the same time')
    return changes
  })
}

function pipelineChanges(held: readonly Held[]): readonly Change[] {
  return held.filter(isUsedUp).flatMap(({ name, settings }): readonly Change[] => {
    const { scope, meter } = factsOf(settings).metered
    if (scope !== 'session' || (meter !== 'slots' && meter !== 'tokens' && meter !== 'calls')) return []
    const limit = settings.limits[meter]
    if (limit === undefined) return []
    return [{ key: `pipelines.${name}.limits.${meter}.budget`, value: double(limit.budget), resource: `${meter} of ${name}` }]
  })
}

/** Whole hours where they are whole. */
const writtenMinutes = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`)

/** People sleep: no review is asked for in less than this. */
const fastestReviewHours = 4

function reviewChanges({ model: { config }, assumptions: { reviewing } }: Scenario, held: readonly Held[]): readonly Change[] {
  if (!held.some(each => rests(each, 'reviews'))) return []
  const resource = 'reviewers'
  const { delayHours, perDay } = reviewing
  return [
    { key: 'reviews.maxWaiting', value: Math.min(10_000, double(config.reviews.maxWaiting)), resource },
    ...(delayHours < 2 * fastestReviewHours
      ? []
      : [{ key: 'simulation.reviews.delay', value: writtenMinutes(Math.round(delayHours * 30)), resource }]),
    ...(perDay === null ? [] : [{ key: 'simulation.reviews.perDay', value: double(perDay), resource }]),
    ...held.flatMap(({ name, settings }) =>
      settings.kind === 'integration' && settings.integration.merge !== 'always'
        ? [{ key: `pipelines.${name}.integration.merge`, value: 'always', resource }]
        : [],
    ),
  ]
}

/** No workflow's schedule is finer than five minutes. */
const finestCronMinutes = 5

function otherChanges({ assumptions: { cron, proposals } }: Scenario, held: readonly Held[]): readonly Change[] {
  const isEmpty = held.some(each => rests(each, 'queue-empty') && each.settings.kind !== 'integration')
  return [
    ...(cron.everyMinutes < finestCronMinutes * 2
      ? []
      : [{ key: 'simulation.cron.every', value: writtenMinutes(Math.round(cron.everyMinutes / 2)), resource: 'ticks' }]),
    ...(proposals || !isEmpty ? [] : [{ key: 'simulation.proposals', value: true, resource: 'tasks' }]),
  ]
}

/** What is worth trying, one thing at a time: more of what pipelines were seen to wait for. */
export function changesOf(scenario: Scenario, forecast: Forecast): readonly Change[] {
  const { config } = scenario.model
  const held = forecast.pipelines.flatMap((each): readonly Held[] => {
    const { pipeline: name } = each
    const settings = Object.hasOwn(config.pipelines, name) ? config.pipelines[name] : undefined
    return settings === undefined || !settings.enabled ? [] : [{ name, settings, forecast: each }]
  })
  return [
    ...accountChanges(config, held),
    ...pipelineChanges(held),
    ...reviewChanges(scenario, held),
    ...otherChanges(scenario, held),
  ]
}
