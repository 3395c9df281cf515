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

/**
 * Who goes first with an account: whoever has a session to go on with, then what is most behind its share of the goal, then whoever
 * has waited longest since its last session. Those without a share come where the longest waiting does.
 */
export function compareClaims(
  ranks: ReadonlyMap<string, number>,
  a: Pick<PlannedPipeline, 'pipeline' | 'state'>,
  b: Pick<PlannedPipeline, 'pipeline' | 'state'>,
): number {
  const unfinished = Number(b.state.session !== null) - Number(a.state.session !== null)
  if (unfinished !== 0) return unfinished
  const behind = (ranks.get(b.pipeline) ?? 1) - (ranks.get(a.pipeline) ?? 1)
  if (behind !== 0) return behind
  const [last, other] = [a.state.lastSession?.endedAt ?? '', b.state.lastSession?.endedAt ?? '']
  return last < other ? -1 : last > other ? 1 : a.pipeline < b.pipeline ? -1 : a.pipeline > b.pipeline ? 1 : 0
}
