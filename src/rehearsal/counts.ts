import { createHash } from 'node:crypto'
import type { ProviderClock } from './provider-clock.ts'
import type { BatchStats } from './gemini-jobs.ts'
import type { Instant } from '../domain/instant.ts'

/** What one key was used for on one UTC day. */
export interface KeyDay {
  sends: number
  usd: number
}

/** What the provider saw since its start or the last reset. */
export interface RehearsalStats {
  readonly now: Instant
  /** Inference requests that arrived, by the provider's UTC day, however they were answered. */
  readonly sends: Readonly<Record<string, number>>
  readonly total: number
  /** The same by key (see `fingerprintOf`) and day. */
  readonly byKey: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Answers that were generated and charged, whether or not they reached the client. */
  readonly generated: number
  readonly usd: number
  /** Answers by HTTP status; a dropped connection counts as `dropped`. */
  readonly statuses: Readonly<Record<string, number>>
  /** Different prompts (SHA-256 of model and messages), and sends whose prompt had come before. */
  readonly distinct: number
  readonly repeated: number
  readonly inFlight: number
  readonly maxInFlight: number
  /** Batch jobs, which are no sends themselves. */
  readonly batches: BatchStats
  /** Arrivals of the last 100,000 sends, milliseconds since 1970 by the provider's clock; only where asked for. */
  readonly times?: readonly number[]
}

export interface Counts {
  /** Counts a send and returns its ordinal, from 1. */
  arrive(key: string): number
  prompt(promptText: string): void
  leave(status: number | 'dropped'): void
  charge(key: string, usd: number): void
  today(key: string): Readonly<KeyDay>
  totalUsd(key: string): number
  stats(withTimes: boolean): Omit<RehearsalStats, 'batches'>
  reset(): void
}

const timesKept = 100_000

/** Names a key without telling it: the first 8 hex digits of its SHA-256. */
export const fingerprintOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 8)

interface Book {
  total: number
  generated: number
  usd: number
  repeated: number
  maxInFlight: number
  readonly days: Map<string, number>
  readonly keys: Map<string, Map<string, KeyDay>>
  readonly statuses: Map<string, number>
  readonly prompts: Set<string>
  readonly times: number[]
}

const emptyBook = (): Book => ({
  total: 0,
  generated: 0,
  usd: 0,
  repeated: 0,
  maxInFlight: 0,
  days: new Map(),
  keys: new Map(),
  statuses: new Map(),
  prompts: new Set(),
  times: [],
})

const keyDay = (book: Book, key: string, day: string): KeyDay => {
  const days = book.keys.get(key) ?? new Map<string, KeyDay>()
  const today = days.get(day) ?? { sends: 0, usd: 0 }
  book.keys.set(key, days.set(day, today))
  return today
}

const sendsByKey = (keys: Book['keys']): RehearsalStats['byKey'] =>
  Object.fromEntries(
    [...keys].map(([key, days]) => [fingerprintOf(key), Object.fromEntries([...days].map(([day, { sends }]) => [day, sends]))]),
  )

const statsOf = (book: Book, inFlight: number, now: Instant): Omit<RehearsalStats, 'batches'> => ({
  now,
  sends: Object.fromEntries(book.days),
  total: book.total,
  byKey: sendsByKey(book.keys),
  generated: book.generated,
  usd: Number(book.usd.toFixed(8)),
  statuses: Object.fromEntries(book.statuses),
  distinct: book.prompts.size,
  repeated: book.repeated,
  inFlight,
  maxInFlight: book.maxInFlight,
})

/** Counts in memory; a day is the UTC day of `clock`. */
export const createCounts = (clock: ProviderClock): Counts => {
  let book = emptyBook()
  let inFlight = 0
  return {
    arrive: key => {
      const day = clock.day()
      book.total += 1
      inFlight += 1
      book.maxInFlight = Math.max(book.maxInFlight, inFlight)
      book.days.set(day, (book.days.get(day) ?? 0) + 1)
      keyDay(book, key, day).sends += 1
      book.times.push(clock.nowMs())
      if (book.times.length > 2 * timesKept) book.times.splice(0, timesKept)
      return book.total
    },
    prompt: promptText => {
      const digest = createHash('sha256').update(promptText).digest('base64')
      if (book.prompts.has(digest)) book.repeated += 1
      else book.prompts.add(digest)
    },
    leave: status => {
      inFlight -= 1
      book.statuses.set(String(status), (book.statuses.get(String(status)) ?? 0) + 1)
    },
    charge: (key, usd) => {
      book.generated += 1
      book.usd += usd
      keyDay(book, key, clock.day()).usd += usd
    },
    today: key => book.keys.get(key)?.get(clock.day()) ?? { sends: 0, usd: 0 },
    totalUsd: key => [...(book.keys.get(key)?.values() ?? [])].reduce((sum, day) => sum + day.usd, 0),
    stats: withTimes => {
      const stats = statsOf(book, inFlight, clock.now())
      return withTimes ? { ...stats, times: book.times.slice(-timesKept) } : stats
    },
    reset: () => {
      book = emptyBook()
      book.maxInFlight = inFlight
    },
  }
}
