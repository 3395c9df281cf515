import type { Instant } from './instant.ts'

export type WrapReason = 'budget' | 'session-budget' | 'deadline' | 'asked' | 'provider' | 'window' | 'queue-empty' | 'lost-claim'

/** What a session does next. */
export type Step =
  | { readonly type: 'work' }
  /** Nothing may start; wait for what is in flight, for a checkpoint, or for time. */
  | { readonly type: 'wait' }
  | { readonly type: 'wrap'; readonly reason: WrapReason }

/** All that the decision depends on. */
export interface Situation {
  readonly now: Instant
  /** A person or the runner asked the session to stop. */
  readonly asked: boolean
  readonly deadline: Instant | null
  /** When sending must stop, because the claim lapses soon after: until a checkpoint renews it, or finds that it went to another. */
  readonly sendUntil: Instant
  /** Within the guard band around the account's reset. */
  readonly guarded: boolean
  readonly provider: 'up' | 'down'
  /** Pieces of work that could start now. */
  readonly runnable: number
  readonly inFlight: number
  /** A checkpoint is on its way, which settles and may grant. */
  readonly checkpointing: boolean
  /** Sends that were granted and not drawn. */
  readonly credit: number
  /** Null until a grant was refused or cut short: which kind of ledger has no room. */
  readonly exhausted: 'budget' | 'session-budget' | null
}

/** Pure: reasons that end the session first, in the order of their urgency; then work as long as there is credit for it. */
export function decide(situation: Situation): Step {
  const { now, deadline } = situation
  if (situation.asked) return { type: 'wrap', reason: 'asked' }
  if (situation.provider === 'down') return { type: 'wrap', reason: 'provider' }
  if (deadline !== null && now >= deadline) return { type: 'wrap', reason: 'deadline' }
  if (situation.guarded) return { type: 'wrap', reason: 'window' }
  if (now >= situation.sendUntil) return { type: 'wait' }
  if (situation.runnable > 0 && situation.credit > 0) return { type: 'work' }
  const idle = situation.inFlight === 0 && !situation.checkpointing
  if (idle && situation.runnable > 0 && situation.exhausted !== null) return { type: 'wrap', reason: situation.exhausted }
  return { type: 'wait' }
}
