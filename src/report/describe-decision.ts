import { toMinute } from '../domain/instant.ts'
import type { Decision, PlanReason } from '../orchestrator/plan.ts'

/** What a decision alone does not know: how much waits for a review, against how much may. */
export interface WaitingReviews {
  readonly waiting: number
  readonly most: number
}

const reasons: Readonly<Record<PlanReason, string>> = {
  paused: 'paused',
  disabled: 'switched off in its configuration',
  unsupported: 'not run by this version',
  held: 'a session is at work',
  cooling: 'rests after its last session',
  window: "waits for the reset of its budget's window",
  budget: 'its budget line is reached',
  'queue-empty': 'no task waits',
  after: 'waits for what it runs after',
  reviews: 'enough deliveries wait for a review',
  turn: 'its account is in use',
  matrix: 'GitHub starts no more jobs at once; the next tick does',
}

/** Where it is known whom or what is waited for, it is said. */
function reasonOf({ reason, waitsFor }: Extract<Decision, { type: 'rest' }>, reviews: WaitingReviews | undefined): string {
  if (reason === 'after' && waitsFor !== null) return `waits for the session of ${waitsFor}`
  if (reason === 'turn' && waitsFor !== null) return `waits its turn after ${waitsFor}`
  if (reason === 'reviews' && reviews !== undefined)
    return `${reviews.waiting} parts wait for a review, nothing new above ${reviews.most}`
  return reasons[reason]
}

/** In some words, for a line: that it starts, or why it rests and until when. */
export function describeDecision(decision: Decision, reviews?: WaitingReviews): string {
  if (decision.type === 'start') return 'starts now'
  const words = reasonOf(decision, reviews)
  if (decision.until === null) return words
  return decision.reason === 'held'
    ? `${words}; its claim holds until ${toMinute(decision.until)}`
    : `${words}, until ${toMinute(decision.until)}`
}
