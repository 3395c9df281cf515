import type { ModelError } from './model-error.ts'
import type { ModelFailure } from './model-error.ts'

/** What the sends so far say about the provider. */
export interface BreakerState {
  readonly successes: number
  /** Failures in a row of sends that began after the last success. */
  readonly failures: number
  /** Why nothing more is sent; null while sending goes on. */
  readonly openedBy: ModelError | null
}

export type BreakerEvent =
  | { readonly type: 'success' }
  /** `successesBefore` is the number of successes when the send began. */
  | { readonly type: 'failure'; readonly error: ModelError; readonly successesBefore: number }
  /** One request was given up after all its attempts, or the provider asks for more patience than there is. */
  | { readonly type: 'given-up'; readonly error: ModelError; readonly successesBefore: number }
  | { readonly type: 'out-of-patience'; readonly error: ModelError }

export const closedBreaker: BreakerState = { successes: 0, failures: 0, openedBy: null }

const countedFailures: ReadonlySet<ModelFailure> = new Set([
  'provider-down',
  'overloaded',
  'timeout',
  'no-connection',
  'bad-request',
])
/** The same for every request, so the first one tells. */
const hopelessFailures: ReadonlySet<ModelFailure> = new Set(['key-missing', 'key-refused', 'no-credit', 'quota'])

const isHopeless = ({ failure, actBy }: ModelError): boolean =>
  hopelessFailures.has(failure) || (failure === 'bad-request' && actBy === 'fix-config')

const counts = (event: BreakerEvent): boolean =>
  event.type === 'given-up'
    ? event.error.failure === 'rate'
    : event.type === 'failure' && countedFailures.has(event.error.failure)

/** The next state. Failures of sends that began before the last success count nothing: one blip fails all that is in flight. */
export const breakerAfter = (state: BreakerState, event: BreakerEvent, threshold: number): BreakerState => {
  if (state.openedBy !== null) return state
  if (event.type === 'success') return { successes: state.successes + 1, failures: 0, openedBy: null }
  if (event.type === 'out-of-patience' || isHopeless(event.error)) return { ...state, openedBy: event.error }
  if (!counts(event) || event.successesBefore !== state.successes) return state
  const failures = state.failures + 1
  return { ...state, failures, openedBy: failures >= threshold ? event.error : null }
}

/** Stops a session's sends once the provider is gone; it never closes again, since the next session begins with a new one. */
export interface Breaker {
  readonly state: () => BreakerState
  /** One line of why it is open; undefined while it is closed. */
  readonly reason: () => string | undefined
  readonly record: (event: BreakerEvent) => void
  /** Aborted when it opens, so that nobody waits for a turn that never comes. */
  readonly opened: AbortSignal
}

/** Opens after `threshold` failures in a row, over all calls. */
export const createBreaker = ({ threshold = 5 }: { readonly threshold?: number } = {}): Breaker => {
  const controller = new AbortController()
  let state = closedBreaker
  return {
    state: () => state,
    reason: () => state.openedBy?.message,
    record: event => {
      state = breakerAfter(state, event, threshold)
      if (state.openedBy !== null && !controller.signal.aborted) controller.abort(state.openedBy)
    },
    opened: controller.signal,
  }
}
