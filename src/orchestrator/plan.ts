import { isLive } from '../domain/claim.ts'
import { plusMs, type Instant } from '../domain/instant.ts'
import type { PipelineState } from '../domain/state.ts'
import { isAwaited, type Availability, type Budget, type RestReason } from '../session/availability.ts'
import { inOrder, ranksOf } from './pooling.ts'

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
  /** Since when ticks say that it can begin although no session of it ever does; null where nobody knows of any such time. */
  readonly startsSince?: Instant | null
}

export interface PlanInput {
  readonly at: Instant
  readonly goal: number
  /** Skips what waits for others, as a forced session does; never an account that another pipeline is at work with. */
  readonly force: boolean
  /** The pipeline that a person asked for: it goes before all others, and none that is only about to start is waited for. */
  readonly asked?: string | undefined
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

/** Whether its account is in use whatever becomes of this tick; one that was disabled while it was at work is at work all the same. */
const isAtWork = ({ state: { claim }, availability }: PlannedPipeline, at: Instant): boolean =>
  availability?.type === 'rest' &&
  (availability.reason === 'held' || (availability.reason === 'paused' && isLive(claim, at, null)))

/** Whoever could have begun for so long and has not lets others go first, milliseconds: its key is missing, or its job fails before a session begins. */
const longestStartMs = 3_600_000

const isStuck = ({ startsSince }: PlannedPipeline, at: Instant): boolean =>
  startsSince !== undefined && startsSince !== null && plusMs(startsSince, longestStartMs) <= at

type Awaited = ReadonlyMap<string, readonly string[]>

/** Of those that could start, whom each of them lets go first. What goes on with a session, or ends one, waits for nobody. */
function awaitedOf({ at, force, asked }: PlanInput, able: readonly PlannedPipeline[]): Awaited {
  const states = new Map(able.flatMap(each => (isStuck(each, at) ? [] : [[each.pipeline, each.state] as const])))
  return new Map(
    able.map(({ pipeline, after, state }) => {
      const waits = !force && pipeline !== asked && state.session === null
      const isFirst = (name: string): boolean => {
        const other = states.get(name)
        return name !== pipeline && other !== undefined && isAwaited(other, state)
      }
      return [pipeline, waits ? after.filter(isFirst) : []]
    }),
  )
}

/** The order of decisions: what others let go first comes before them, so that nobody waits for one that does not start; a circle begins with the most behind. */
function inTurn(able: readonly PlannedPipeline[], awaited: Awaited): readonly PlannedPipeline[] {
  const turns: PlannedPipeline[] = []
  let left = able
  while (left.length > 0) {
    const names = new Set(left.map(({ pipeline }) => pipeline))
    const ready = left.filter(({ pipeline }) => awaited.get(pipeline)?.some(other => names.has(other)) !== true)
    const next = ready.length > 0 ? ready : left.slice(0, 1)
    turns.push(...next)
    const taken = new Set(next)
    left = left.filter(each => !taken.has(each))
  }
  return turns
}

/** Who starts, each with a decision: at most one an account, and nobody together with one that it lets go first. */
function decide(input: PlanInput, ordered: readonly PlannedPipeline[]): ReadonlyMap<string, Decision> {
  const decisions = new Map(ordered.map(each => [each.pipeline, aloneOf(each)]))
  const could = ordered.filter(({ pipeline }) => decisions.get(pipeline)?.type === 'start')
  const isLast = (each: PlannedPipeline): boolean => isStuck(each, input.at) && each.pipeline !== input.asked
  const able = [...could.filter(each => !isLast(each)), ...could.filter(isLast)]
  const busy = new Map<string, string>()
  for (const each of ordered) if (isAtWork(each, input.at)) for (const account of each.accounts) busy.set(account, each.pipeline)
  const awaited = awaitedOf(input, able)
  const starting = new Set<string>()
  for (const { pipeline, accounts } of inTurn(able, awaited)) {
    const first = awaited.get(pipeline)?.find(other => starting.has(other))
    const holder = accounts.flatMap(account => busy.get(account) ?? [])[0]
    if (first !== undefined) decisions.set(pipeline, rest('after', null, first))
    else if (holder !== undefined) decisions.set(pipeline, rest('turn', null, holder))
    else {
      starting.add(pipeline)
      for (const account of accounts) busy.set(account, pipeline)
    }
  }
  return decisions
}

/**
 * Pure: which pipelines a tick starts. Of those that can work the one that is most behind its share of the goal comes first; one whose
 * account another pipeline is at work with, or is started with, waits for its turn; one that runs after another waits for it.
 */
export function planOf(input: PlanInput): Plan {
  const { at, goal, pipelines } = input
  const ranks = ranksOf(pipelines, goal)
  const ordered = inOrder(pipelines, { at, ranks, asked: input.asked })
  const decisions = new Map(decide(input, ordered))
  const start = ordered.flatMap(({ pipeline }) => (decisions.get(pipeline)?.type === 'start' ? [pipeline] : []))
  for (const left of start.slice(mostStarts)) decisions.set(left, rest('matrix'))
  return {
    at,
    start: start.slice(0, mostStarts),
    pipelines: ordered.map(({ pipeline, agent, kind, availability }, index) => ({
      pipeline,
      agent,
      kind,
      budget: availability?.budget ?? null,
      task: availability?.type === 'available' ? availability.task : null,
      rank: index + 1,
      behind: ranks.get(pipeline) ?? null,
      decision: decisions.get(pipeline) ?? rest('unsupported'),
    })),
  }
}
