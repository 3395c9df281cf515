import type { Counts } from './counts.ts'
import { drawDelayMs, drawFault, type DrawnFault, type Faults } from './faults.ts'
import type { ProviderClock } from './provider-clock.ts'
import { createThrottle, type Throttle } from './throttle.ts'

export interface ReceptionOptions {
  readonly clock: ProviderClock
  readonly counts: Counts
  readonly seed: number
  readonly faults: Faults
  readonly latencyMs: number
  /** Sends a second over all keys; null: no cap. */
  readonly cap: number | null
  /** Sends a UTC day for each key; null: no limit. */
  readonly dailyLimit: number | null
}

/** What becomes of a send, before any protocol puts it into words. */
export type Ruling =
  | { readonly type: 'unauthorized' }
  | { readonly type: 'no-credit' }
  | { readonly type: 'day-used-up'; readonly limit: number; readonly resetMs: number }
  | { readonly type: 'too-fast'; readonly retryAfterMs: number }
  | { readonly type: 'answer'; readonly ordinal: number; readonly fault: DrawnFault | null; readonly delayMs: number }

/** Where every send arrives, whatever its protocol: it is counted first and judged then. */
export interface Reception {
  receive(key: string | null): Ruling
  setFaults(faults: Faults): void
  faults(): Faults
  setLatency(latencyMs: number): void
  /** Back to the options of the start. */
  reset(): void
}

/** The key that has no credit left, and the beginning of keys that are refused; all others are accepted. */
export const noCreditKey = 'no-credit'
export const refusedKeyPrefix = 'wrong'

export const createReception = (options: ReceptionOptions): Reception => {
  const { clock, counts, seed, dailyLimit } = options
  let { faults, latencyMs } = options
  const newThrottle = (): Throttle => createThrottle(options.cap, () => performance.now())
  let throttle = newThrottle()
  return {
    receive: key => {
      const ordinal = counts.arrive(key ?? '')
      if (key === null || key.startsWith(refusedKeyPrefix)) return { type: 'unauthorized' }
      if (key === noCreditKey) return { type: 'no-credit' }
      if (dailyLimit !== null && counts.today(key).sends > dailyLimit) {
        return { type: 'day-used-up', limit: dailyLimit, resetMs: clock.nextMidnightMs() }
      }
      const retryAfterMs = throttle.take()
      if (retryAfterMs > 0) return { type: 'too-fast', retryAfterMs }
      return {
        type: 'answer',
        ordinal,
        fault: drawFault(faults, seed, ordinal),
        delayMs: latencyMs + drawDelayMs(faults, seed, ordinal),
      }
    },
    setFaults: next => {
      faults = next
    },
    faults: () => faults,
    setLatency: nextMs => {
      latencyMs = nextMs
    },
    reset: () => {
      ;({ faults, latencyMs } = options)
      throttle = newThrottle()
    },
  }
}
