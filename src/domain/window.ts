import { z } from 'zod'
import { instantSchema, toEpochMs, toInstant, type Instant } from './instant.ts'

const dayMs = 86_400_000

/** Nothing is sent this close to a reset, because the provider's clock and ours may differ. */
export const guardMs = 60_000

/** A span in which a budget holds: from (inclusive) to (exclusive). */
export const windowSchema = z.strictObject({ from: instantSchema, to: instantSchema })
export type Window = z.infer<typeof windowSchema>

/** The day that `now` is in, where days begin at this minute of the UTC day. */
export function dayWindowAt(now: Instant, resetMinuteUtc: number): Window {
  const offsetMs = resetMinuteUtc * 60_000
  const from = Math.floor((toEpochMs(now) - offsetMs) / dayMs) * dayMs + offsetMs
  return { from: toInstant(from), to: toInstant(from + dayMs) }
}

/** When sending is allowed again: null unless `now` is within the guard band around an end of the window. */
export function guardEndsAt(now: Instant, window: Window): Instant | null {
  const nowMs = toEpochMs(now)
  for (const edge of [window.from, window.to]) {
    if (Math.abs(nowMs - toEpochMs(edge)) < guardMs) return toInstant(toEpochMs(edge) + guardMs)
  }
  return null
}
