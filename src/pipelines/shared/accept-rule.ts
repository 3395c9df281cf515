import type { Scores } from '../../domain/pair.ts'

/** The lowest faithfulness, correctness and mean that are accepted, of 5. */
const leastScore = 4

/** What a judge says of a pair. */
export interface Scored extends Scores {
  readonly verdict: string
  readonly reason: string
  readonly unsupported: readonly string[]
}

/** The mean of the six scores, 0 to 5. */
export const meanOf = (scores: Scores): number =>
  (scores.faithfulness + scores.correctness + scores.completeness + scores.self_contained + scores.usefulness + scores.clarity) /
  6

/** Why a verdict does not accept its pair; undefined where it does. A judge's own "accept" is not enough. */
export const rejectionReason = (verdict: Scored): string | undefined => {
  const unsupported = verdict.unsupported.filter(claim => claim.trim() !== '')
  if (unsupported.length > 0) return `Unsupported: ${unsupported.join('; ').slice(0, 200)}`
  if (verdict.faithfulness < leastScore) return `Faithfulness ${verdict.faithfulness}: ${verdict.reason}`
  if (verdict.correctness < leastScore) return `Correctness ${verdict.correctness}: ${verdict.reason}`
  if (meanOf(verdict) < leastScore) return `Mean ${meanOf(verdict).toFixed(1)}: ${verdict.reason}`
  return verdict.verdict === 'accept' ? undefined : `Rejected: ${verdict.reason}`
}
