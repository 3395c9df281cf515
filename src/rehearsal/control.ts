import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { messageOf } from '../domain/errors.ts'
import { toEpochMs } from '../domain/instant.ts'
import type { Counts, RehearsalStats } from './counts.ts'
import { parseFaults } from './faults.ts'
import type { BatchStats } from './gemini-jobs.ts'
import { jsonReply, type Reply } from './http.ts'
import type { ProviderClock } from './provider-clock.ts'
import type { Reception } from './reception.ts'

export interface ControlParts {
  readonly clock: ProviderClock
  readonly counts: Counts
  readonly reception: Reception
  readonly batches: () => BatchStats
  /** Sets everything back to how it was at the start. */
  readonly reset: () => void
}

const clockSchema = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceMs: z.int().min(-1e12).max(1e12) }),
])
const faultsSchema = z.strictObject({ faults: z.string().max(1000) })
const latencySchema = z.strictObject({ latencyMs: z.int().min(0).max(600_000) })

const parsed = <Value>(schema: z.ZodType<Value>, body: string): Value => schema.parse(JSON.parse(body === '' ? '{}' : body))

const handlers = ({
  clock,
  counts,
  reception,
  batches,
  reset,
}: ControlParts): Readonly<Record<string, (body: string, query: URLSearchParams) => unknown>> => ({
  'GET /rehearsal/stats': (_body, query): RehearsalStats => ({ ...counts.stats(query.has('times')), batches: batches() }),
  'POST /rehearsal/clock': body => {
    const change = parsed(clockSchema, body)
    if ('now' in change) clock.set(toEpochMs(change.now))
    else clock.advance(change.advanceMs)
    return { now: clock.now() }
  },
  'POST /rehearsal/faults': body => {
    const { faults } = parsed(faultsSchema, body)
    reception.setFaults(parseFaults(faults))
    return { faults }
  },
  'POST /rehearsal/latency': body => {
    const { latencyMs } = parsed(latencySchema, body)
    reception.setLatency(latencyMs)
    return { latencyMs }
  },
  'POST /rehearsal/reset': () => {
    reset()
    return { now: clock.now() }
  },
})

const isLoopback = (address: string | undefined): boolean => /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address ?? '')

/** Answers `/rehearsal/…`, which moves the clock, sets faults and tells the counts; from this machine only. */
export const createControl = (parts: ControlParts) => {
  const known = handlers(parts)
  return (request: IncomingMessage, url: URL, body: string): Reply => {
    if (!isLoopback(request.socket.remoteAddress))
      return jsonReply(403, { error: 'The rehearsal is controlled from its own machine only' })
    const handle = known[`${request.method} ${url.pathname}`]
    if (handle === undefined) return jsonReply(404, { error: `Expected one of ${Object.keys(known).join(', ')}` })
    try {
      return jsonReply(200, handle(body, url.searchParams))
    } catch (error) {
      return jsonReply(400, { error: error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error) })
    }
  }
}
