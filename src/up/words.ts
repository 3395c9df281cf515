import { formatSeconds } from '../commands/progress.ts'
import { toEpochMs, toMinute, type Instant } from '../domain/instant.ts'
import { oneLine } from '../domain/one-line.ts'
import type { Decision } from '../orchestrator/plan.ts'
import { grouped } from '../report/amount.ts'
import { describeDecision } from '../report/describe-decision.ts'

type Rest = Extract<Decision, { type: 'rest' }>

/** Why a pipeline rests; whatever holds it where no process of ours does is another's. */
export const restWords = (rest: Rest): string =>
  rest.reason === 'held' ? 'a session of another process is at work' : oneLine(describeDecision({ ...rest, until: null }), 160)

/** `in 4:05`, or `now` where it is over. */
export function inWords(until: Instant, now: Instant): string {
  const seconds = (toEpochMs(until) - toEpochMs(now)) / 1000
  return seconds <= 0 ? 'now' : `in ${formatSeconds(seconds)}`
}

/** Seconds for what comes soon, the minute for what comes later. */
export const untilWords = (until: Instant, now: Instant): string =>
  toEpochMs(until) - toEpochMs(now) < 3_600_000 ? inWords(until, now) : `at ${toMinute(until)}`

/** `1 pair`, `1,240 pairs`. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : several}`
