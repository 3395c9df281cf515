import { plusMs, toEpochMs } from '../domain/instant.ts'
import { guardMs } from '../domain/window.ts'
import type { Plan } from '../orchestrator/plan.ts'
import { longestPassedOverMs } from '../orchestrator/pooling.ts'
import { longestWaitMs } from '../session/availability.ts'
import { planAt } from './survey.ts'
import { membersOf, type World } from './world.ts'

/** Moments of one pipeline at which its availability may change though nobody does anything: ends of claims and cooldowns, of waiting for others, of windows and their guard bands. */
function momentsOf(world: World, pipeline: string): readonly number[] {
  const { claim, cooldownUntil, session, lastSession } = world.book.pipeline(pipeline)
  const ends = [
    claim?.expiresAt,
    cooldownUntil,
    session === null ? null : plusMs(session.startedAt, longestWaitMs),
    lastSession === null ? null : plusMs(lastSession.endedAt, longestPassedOverMs + 1),
  ]
  const limits = membersOf(world.config(), pipeline).flatMap(account =>
    Object.values(world.setting(pipeline, account).accountLimits(world.now())),
  )
  const edges = limits.flatMap(({ window }) => (window === null ? [] : [toEpochMs(window.from), toEpochMs(window.to)]))
  return [
    ...ends.flatMap(end => (end === null || end === undefined ? [] : [toEpochMs(end)])),
    ...edges.flatMap(edge => [edge - guardMs, edge - guardMs + 1, edge, edge + guardMs]),
  ]
}

/** Until when a plan stays what it is if nothing changes. */
function staysUntil(world: World): number {
  const nowMs = world.nowMs()
  const planned = Object.keys(world.config().pipelines).filter(name => world.yieldOf(name) !== undefined)
  const moments = planned.flatMap(name => momentsOf(world, name)).filter(moment => moment > nowMs)
  return Math.min(Infinity, ...moments)
}

/** What ticks plan. Most of them, where they come every minute, find what the last one found: then nothing is looked at again. */
export function createPlanning(world: World): () => Plan {
  let last: { readonly plan: Plan; readonly changes: number; readonly untilMs: number } | undefined
  return () => {
    if (last !== undefined && last.changes === world.changes && world.nowMs() < last.untilMs)
      return { ...last.plan, at: world.now() }
    last = { plan: planAt(world, false), changes: world.changes, untilMs: staysUntil(world) }
    return last.plan
  }
}
