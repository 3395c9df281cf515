import { toInstant, type Instant } from '../domain/instant.ts'

/** The provider's own clock: this machine's, moved by an offset that keeps running. */
export interface ProviderClock {
  /** Milliseconds since 1970. */
  nowMs(): number
  now(): Instant
  /** The UTC day, as in `2026-11-22`. */
  day(): string
  /** Milliseconds since 1970 at the next midnight UTC, when the counts of a day begin anew. */
  nextMidnightMs(): number
  set(epochMs: number): void
  advance(ms: number): void
  /** Back to the offset of the start. */
  reset(): void
}

const dayMs = 86_400_000

/** `startMs`: what the clock shows now; without it, the machine's time. */
export const createProviderClock = (startMs?: number): ProviderClock => {
  const firstOffsetMs = startMs === undefined ? 0 : startMs - Date.now()
  let offsetMs = firstOffsetMs
  let [dayNumber, day] = [Number.NaN, '']
  const nowMs = (): number => Date.now() + offsetMs
  return {
    nowMs,
    now: () => toInstant(nowMs()),
    day: () => {
      const today = Math.floor(nowMs() / dayMs)
      if (today !== dayNumber) [dayNumber, day] = [today, toInstant(today * dayMs).slice(0, 10)]
      return day
    },
    nextMidnightMs: () => (Math.floor(nowMs() / dayMs) + 1) * dayMs,
    set: epochMs => {
      offsetMs = epochMs - Date.now()
    },
    advance: ms => {
      offsetMs += ms
    },
    reset: () => {
      offsetMs = firstOffsetMs
    },
  }
}
