import type { Instant } from '../domain/instant.ts'
import type { Decision } from '../orchestrator/plan.ts'
import type { CountedPairs } from '../report/count-pairs.ts'
import type { Budget } from '../session/availability.ts'

export interface TickedPipeline {
  readonly pipeline: string
  readonly decision: Decision
  /** Null where this version has no sessions of its kind. */
  readonly budget: Budget | null
  /** A day's dollars of all accounts that its sessions draw on; null where they are not limited. */
  readonly usd: Budget | null
  /** Where the latest handoff lies on the state branch; null before the first session has ended. */
  readonly handoff: string | null
}

/** What one look at the repository showed, and what it says is to be started. */
export interface TickView {
  readonly at: Instant
  readonly paused: boolean
  /** Changes with the configuration. */
  readonly configuration: string
  readonly goal: number
  readonly pairs: CountedPairs
  /** Parts that wait for a review. */
  readonly waitingParts: number
  /** In the order in which they would be started. */
  readonly pipelines: readonly TickedPipeline[]
  readonly start: readonly string[]
}
