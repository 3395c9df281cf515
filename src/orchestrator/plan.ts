import type { Instant } from '../domain/instant.ts'
import type { PipelineState } from '../domain/state.ts'
import type { Availability, Budget, RestReason } from '../session/availability.ts'
import { compareClaims, ranksOf } from './pooling.ts'

/** Why a pipeline is not started; `turn` where another one of its account goes first, `unsupported` where this version does not run its kind. */
export type PlanReason = RestReason | 'disabled' | 'unsupported' | 'turn' | 'matrix'

/** What the planner knows of a pipeline; from state and configuration alone. */
export interface PlannedPipeline {
  readonly pipeline: string
  readonly agent: string
  readonly kind: string
  readonly enabled: boolean
  /** Every account that its sessions draw on. */
  readonly accounts: readonly string[]
  /** Its part of the goal against the others'; null where it brings no pairs of its own. */
  readonly share: number | null
  /** Pairs that it has brought: in the database or on the way there. */
  readonly pairs: number
  readonly after: readonly string[]
  readonly state: PipelineState
  /** Null where this version has no sessions of its kind. */
  readonly availability: Availability | null
}

export interface PlanInput {
  readonly at: Instant
  readonly goal: number
  /** Skips what waits for others, as a forced session does; never an account that another pipeline is at work with. */
  readonly force: boolean
  readonly pipelines: readonly PlannedPipeline[]
}

export type Decision =
  | { readonly type: 'start' }
  | {
      readonly type: 'rest'
      readonly reason: PlanReason
      /** When that is over, as far as anybody knows. */
      readonly until: Instant | null
      /** The pipeline that is waited for, where it is one. */
      readonly waitsFor: string | null
    }

export interface PipelinePlan {
  readonly pipeline: string
  readonly agent: string
  readonly kind: string
  /** Of what it is metered in; null where this version has no sessions of its kind. */
  readonly budget: Budget | null
  /** The task that a session begins with, empty where it only finishes an earlier wrap; null where it rests. */
  readonly task: string | null
  /** From 1, in the order in which they would be started: what is most behind its share of the goal first. */
  readonly rank: number
  /** How much of its share of the goal is still missing, from 0 to 1; null where it has no share. */
  readonly behind: number | null
  readonly decision: Decision
}

export interface Plan {
  readonly at: Instant
  /** In the order of their ranks. */
  readonly pipelines: readonly PipelinePlan[]
  /** Names of those to start, in this order. */
  readonly start: readonly string[]
}

/** GitHub takes 256 jobs a matrix; what is left over comes with the next tick. */
export const mostStarts = 256

const rest = (reason: PlanReason, until: Instant | null = null, waitsFor: string | null = null): Decision => ({
  type: 'rest',
  reason,
  until,
  waitsFor,
})

/** What stands in the way of a pipeline by itself. */
function aloneOf({ enabled, availability }: PlannedPipeline): Decision {
  if (availability === null) return rest('unsupported')
  if (!enabled) return rest('disabled')
  if (availability.type === 'available') return { type: 'start' }
  return rest(availability.reason, availability.until, availability.waitsFor ?? null)
}

/**
 * Pure: which pipelines a tick starts. Of those that can work the one that is most behind its share of the goal comes first; one whose
 * account another pipeline is at work with, or is started with, waits for its turn; one that runs after another waits for it.
 */
export function planOf({ at, goal, force, pipelines }: PlanInput): Plan {
  const ranks = ranksOf(pipelines, goal)
  const ordered = pipelines.toSorted((a, b) => compareClaims(ranks, a, b))
  const busy = new Map<string, string>()
  for (const { pipeline, accounts, availability } of pipelines)
    if (availability?.type === 'rest' && availability.reason === 'held')
      for (const account of accounts) busy.set(account, pipeline)
  const decisions = new Map<string, Decision>()
  const starting = new Set<string>()
  for (const each of ordered) {
    const alone = aloneOf(each)
    const holder = each.accounts.map(account => busy.get(account)).find(other => other !== undefined && other !== each.pipeline)
    const decision = alone.type === 'start' && holder !== undefined ? rest('turn', null, holder) : alone
    decisions.set(each.pipeline, decision)
    if (decision.type === 'rest') continue
    starting.add(each.pipeline)
    for (const account of each.accounts) busy.set(account, each.pipeline)
  }
  for (const { pipeline, after, state } of ordered) {
    // What goes on with a session, or ends one, is waited for by others and waits for nobody.
    const first = force || state.session !== null ? undefined : after.find(other => starting.has(other))
    if (first === undefined || !starting.has(pipeline)) continue
    decisions.set(pipeline, rest('after', null, first))
    starting.delete(pipeline)
  }
  const start = ordered.flatMap(({ pipeline }) => (starting.has(pipeline) ? [pipeline] : []))
  for (const left of start.slice(mostStarts)) decisions.set(left, rest('matrix'))
  return {
    at,
    start: start.slice(0, mostStarts),
    pipelines: ordered.map(({ pipeline, agent, kind, availability }, index) => {
      const decision = decisions.get(pipeline) ?? rest('unsupported')
      return {
        pipeline,
        agent,
        kind,
        budget: availability?.budget ?? null,
        task: availability?.type === 'available' ? availability.task : null,
        rank: index + 1,
        behind: ranks.get(pipeline) ?? null,
        decision,
      }
    }),
  }
}
