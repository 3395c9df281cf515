import { z } from 'zod'

/** A moment in UTC as ISO 8601 with milliseconds and `Z`, so that comparing two as strings compares them in time. */
export const instantSchema = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof instantSchema>

export const toInstant = (epochMs: number): Instant => new Date(epochMs).toISOString()
export const toEpochMs = (instant: Instant): number => Date.parse(instant)
export const plusMs = (instant: Instant, ms: number): Instant => toInstant(toEpochMs(instant) + ms)

/** To the minute, for people: `2026-11-23T00:01Z`. */
export const toMinute = (instant: Instant): string => `${instant.slice(0, 16)}Z`

/** Time, passed in everywhere, so that a session can be replayed and simulated. */
export interface Clock {
  now(): Instant
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}
