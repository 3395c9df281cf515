import type { Instant } from '../domain/instant.ts'
import type { Meter } from '../domain/ledger.ts'
import type { LimitsByMeter } from '../domain/operation.ts'

/** What the configuration says of a pipeline's sessions, resolved: durations in milliseconds, thresholds in basis points. */
export interface SessionSetting {
  readonly pipeline: string
  readonly agent: string
  readonly account: string
  /** All pipelines that draw on the same account, this one included. */
  readonly accountPipelines: readonly string[]
  readonly concurrency: number
  readonly leaseMs: number
  readonly cooldownMs: number
  /** How long the spans are of which each may see the beginning of one session; 0 for no such limit. */
  readonly everyMs: number
  /** Pipelines whose sessions are let end first. */
  readonly after: readonly string[]
  /** With more parts than these waiting for a review nothing new is begun; null where the pipeline brings nothing new. */
  readonly maxWaitingParts: number | null
  readonly warnAtBasisPoints: number
  readonly accountLimits: (now: Instant) => LimitsByMeter
  readonly sessionLimits: LimitsByMeter
  /** The limit that people know the pipeline by, which status, handoffs and warnings tell: the account's calls, or the session's tokens. */
  readonly metered: { readonly scope: 'account' | 'session'; readonly meter: Meter }
  /** Finished calls below which no checkpoint is made while others are in flight, also not at the end of a unit: on a forge where every write is a metered request. */
  readonly fewestCallsPerCheckpoint: number
  /** What a signal leaves time for: the whole wrap, or only saving, so that the next session delivers. */
  readonly onSignal: 'wrap' | 'save'
  /** Whether parts are opened as drafts, which ask nobody for a review until a person marks them ready. */
  readonly draftDeliveries: boolean
  /** Logins that are asked to review each part. */
  readonly reviewers: readonly string[]
  /** Whether a unit without accepted pairs is delivered too, for what it says of those that were put aside. */
  readonly deliversEmptyUnits: boolean
  /** What a call of this pipeline takes, milliseconds: the estimate behind a task's speed grade. */
  readonly expectedCallMs: number
}

/** At most this many sends are reserved and not settled at any time; so at most this many are sent again after a kill. */
export const outstandingSends = (concurrency: number): number => Math.max(25, 2 * concurrency)

/** What may be reserved and not settled of each meter, where a send takes this at the most. */
export function wantedSends(concurrency: number, worst: { readonly tokens: number; readonly usdMicros: number }) {
  const calls = outstandingSends(concurrency)
  // A worst case in tokens is many times what a request takes: asked for all that may be outstanding, it would be a session's whole line.
  return { calls, tokens: Math.min(calls, concurrency + 1) * worst.tokens, usdMicros: calls * worst.usdMicros }
}

/** Finished calls after which a checkpoint is due. */
export const checkpointAfterCalls = 25

/** Time after which a checkpoint is due, milliseconds. */
export const checkpointAfterMs = 120_000

/** What is in flight when a person asks to stop gets this long, milliseconds. */
export const stopGraceMs = 2_000

/** Sending stops this long before the claim lapses, milliseconds: a tenth of the lease, 10 s at the most. */
export const leaseMarginMs = (leaseMs: number): number => Math.min(10_000, Math.ceil(leaseMs / 10))
