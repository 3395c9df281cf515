import { toEpochMs, type Instant } from '../domain/instant.ts'

/** What counts for the speed, milliseconds: long enough that a slow provider does not make it jump. */
const windowMs = 60_000

interface Sample {
  readonly at: Instant
  readonly calls: number
}

/** How many calls were done when, at most a minute back. */
export type Samples = readonly Sample[]

export const withSample = (samples: Samples, sample: Sample): Samples => {
  const from = toEpochMs(sample.at) - windowMs
  // A task that begins counts anew.
  const kept = samples.filter(each => toEpochMs(each.at) >= from && each.calls <= sample.calls)
  return [...kept, sample]
}

/** Calls a minute; null before there is anything to measure. */
export function speedOf(samples: Samples, now: Instant): number | null {
  const recent = samples.filter(({ at }) => toEpochMs(at) >= toEpochMs(now) - windowMs)
  const [first, last] = [recent[0], recent.at(-1)]
  if (first === undefined || last === undefined) return samples.length === 0 ? null : 0
  const ms = toEpochMs(now) - toEpochMs(first.at)
  return ms < 1000 ? null : ((last.calls - first.calls) * 60_000) / ms
}
