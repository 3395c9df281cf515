import { plusMs, type Instant } from '../domain/instant.ts'
import type { PlannedPipeline } from './plan.ts'

/** How much of its share of the goal each pipeline still misses, from 0 to 1; those without a share are left out. */
export function ranksOf(
  pipelines: readonly Pick<PlannedPipeline, 'pipeline' | 'share' | 'pairs' | 'enabled'>[],
  goal: number,
): ReadonlyMap<string, number> {
  const sharing = pipelines.flatMap(each => (each.share === null || !each.enabled ? [] : [{ ...each, share: each.share }]))
  const all = sharing.reduce((sum, { share }) => sum + share, 0)
  return new Map(
    sharing.map(({ pipeline, share, pairs }) => {
      const target = (goal * share) / all
      return [pipeline, target <= 0 ? 0 : Math.max(0, 1 - pairs / target)]
    }),
  )
}

/** One that has had no session for so long goes before what is more behind, milliseconds: what brings nothing stays the most behind for ever. */
export const longestPassedOverMs = 7 * 86_400_000

const lastEnd = ({ state: { lastSession } }: Pick<PlannedPipeline, 'state'>): string => lastSession?.endedAt ?? ''

/** How urgent those without a share are: as one that has brought nothing once another of its account has had a session since its own, else not at all. */
function urgencyOf(pipelines: readonly PlannedPipeline[]): (pipeline: PlannedPipeline) => number {
  const newest = new Map<string, string>()
  for (const each of pipelines)
    for (const account of each.accounts) if (lastEnd(each) > (newest.get(account) ?? '')) newest.set(account, lastEnd(each))
  return pipeline => Number(pipeline.accounts.some(account => (newest.get(account) ?? '') > lastEnd(pipeline)))
}

/** The smaller comes first. */
const compare = <Value extends string | number>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Who goes first with an account: what a person asked for, then whoever has a session to go on with, then who was passed over for
 * long, then what is most behind its share of the goal, then whoever has waited longest since its last session.
 */
export function inOrder(
  pipelines: readonly PlannedPipeline[],
  {
    at,
    ranks,
    asked,
  }: { readonly at: Instant; readonly ranks: ReadonlyMap<string, number>; readonly asked?: string | undefined },
): readonly PlannedPipeline[] {
  const longAgo = plusMs(at, -longestPassedOverMs)
  const urgency = urgencyOf(pipelines)
  const claims = pipelines.map(each => ({
    each,
    numbers: [
      // What cannot run at all stands at the end.
      Number(each.enabled && each.availability !== null),
      Number(each.pipeline === asked),
      Number(each.state.session !== null),
      // One that had none yet has brought nothing either, so that it is the most behind anyway.
      Number(lastEnd(each) !== '' && lastEnd(each) < longAgo),
      ranks.get(each.pipeline) ?? urgency(each),
    ],
  }))
  return claims
    .toSorted((a, b) => {
      const claim = a.numbers.findIndex((number, index) => number !== b.numbers[index])
      return (
        compare(b.numbers[claim] ?? 0, a.numbers[claim] ?? 0) ||
        compare(lastEnd(a.each), lastEnd(b.each)) ||
        compare(a.each.pipeline, b.each.pipeline)
      )
    })
    .map(({ each }) => each)
}
