import type { KnownIndicator } from './known-indicators.ts'

/** An indicator that brought less than half of what was aimed at, and why as far as anybody knows. */
export interface WeakSpot {
  readonly indicator: KnownIndicator
  readonly because: string
}

/** What took the most. */
function reasonOf({ pairs, lost: { gates, reviewer, retracted } }: KnownIndicator, aimedAt: number): string {
  const brought = `${pairs} of ${aimedAt} pairs`
  const most = Math.max(gates, reviewer, retracted)
  if (most < aimedAt / 4) return `it brought ${brought}`
  if (most === retracted) return `${retracted} pairs were retracted, which leaves ${brought}`
  return most === reviewer
    ? `a reviewer took out ${reviewer} pairs, which leaves ${brought}`
    : `the gates and the judge stopped ${gates} pairs, which leaves ${brought}`
}

/** The weakest first. What a task is about at present, or what waits for a person already, is none. */
export const weakSpots = (indicators: readonly KnownIndicator[], aimedAt: number): readonly WeakSpot[] =>
  indicators
    .filter(each => each.underWay === 0 && !each.isBlocked && each.pairs < aimedAt / 2)
    .toSorted((a, b) => a.pairs - b.pairs || (a.id < b.id ? -1 : 1))
    .map(indicator => ({ indicator, because: reasonOf(indicator, aimedAt) }))
