import { toEpochMs, toInstant, type Instant } from '../domain/instant.ts'

export const dayMs = 86_400_000

/** The day of a moment in UTC: `2026-11-22`. */
export const dateOf = (at: Instant): string => at.slice(0, 10)

/** Days as numbers since 1 January 1970, which can be counted with. */
export const dayNumber = (date: string): number => Math.floor(Date.parse(date) / dayMs)
export const dateOfDay = (day: number): string => dateOf(toInstant(day * dayMs))

/** In days, with a fraction. */
export const daysBetween = (from: Instant, to: Instant): number => (toEpochMs(to) - toEpochMs(from)) / dayMs

/** Nothing is foretold beyond a hundred years. */
const farthestDays = 36_525

/** The day on which so much is done at so much a day; null where it never is, or not within a century. */
export function doneOn(at: Instant, left: number, perDay: number): string | null {
  if (left <= 0) return dateOf(at)
  const days = perDay <= 0 ? Infinity : left / perDay
  return days > farthestDays ? null : dateOf(toInstant(toEpochMs(at) + days * dayMs))
}

/** For people: `5 hours`, `3 days`. */
export function ageOf(from: Instant, at: Instant): string {
  const hours = Math.max(0, Math.floor(24 * daysBetween(from, at)))
  if (hours < 48) return hours === 0 ? 'less than an hour' : `${hours} hour${hours === 1 ? '' : 's'}`
  return `${Math.floor(hours / 24)} days`
}
