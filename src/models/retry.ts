import type { Clock } from '../domain/instant.ts'
import type { ModelAnswer, ModelRequest, Usage } from '../domain/model.ts'
import type { Breaker } from './breaker.ts'
import { reportedUsage } from './chat-response.ts'
import { ModelError, type ModelFailure } from './model-error.ts'
import type { Asked, ModelAdapter, Permit } from './model.ts'
import type { Pacer, Release, TurnEnd } from './pacer.ts'

export interface AskerOptions {
  readonly adapter: ModelAdapter
  readonly pacer: Pacer
  readonly breaker: Breaker
  /** Asked immediately before every send, retries included; undefined forbids it. */
  readonly permit: (request: ModelRequest) => Permit | undefined | Promise<Permit | undefined>
  readonly clock: Pick<Clock, 'sleep'>
  /** 0 up to, without, 1. */
  readonly random: () => number
  readonly maxAttempts?: number
  readonly baseDelayMs?: number
  readonly longestDelayMs?: number
  /** A provider that wants to be left alone for longer ends the session's sends. */
  readonly patienceMs?: number
}

export interface Asker {
  /** Never rejects for anything that a provider does. */
  ask(request: ModelRequest, signal: AbortSignal): Promise<Asked>
}

/** How one attempt ended, without the count of sends. */
type Attempt =
  | { readonly type: 'answer'; readonly answer: ModelAnswer; readonly sent: true }
  | {
      readonly type: 'failure'
      readonly error: ModelError
      readonly sent: boolean
      readonly waitMs: number
      readonly successesBefore: number
    }
  | { readonly type: 'no-permit' | 'aborted' | 'provider'; readonly sent: false }

type Settled = Required<AskerOptions>

/** A provider that turns a request away has generated nothing for it: it counts as a send and costs nothing. */
const turnedAway: ReadonlySet<ModelFailure> = new Set(['key-refused', 'no-credit', 'quota', 'rate', 'overloaded', 'bad-request'])
const nothingUsed: Usage = { inputTokens: 0, outputTokens: 0, costUsd: 0 }

const attemptSend = async (
  { adapter }: Settled,
  request: ModelRequest,
  signal: AbortSignal,
): Promise<ModelAnswer | ModelError> => {
  try {
    return await adapter.send(request, signal)
  } catch (error) {
    if (error instanceof ModelError) return error
    throw error
  }
}

/** Exponential with full jitter, so that requests that failed together do not come back together. */
const backOffMs = ({ baseDelayMs, longestDelayMs, random }: Settled, attempt: number): number =>
  random() * Math.min(longestDelayMs, baseDelayMs * 2 ** attempt)

const turnEndOf = ({ failure, retryAfterMs }: ModelError, { patienceMs }: Settled, delayMs: number): TurnEnd => {
  const refused = failure === 'rate' || failure === 'overloaded'
  const asked = retryAfterMs === null || retryAfterMs > patienceMs ? undefined : retryAfterMs
  return { outcome: refused ? 'rate-limited' : 'failed', pauseMs: failure === 'rate' ? (asked ?? delayMs) : asked }
}

/** Sends once with the permit, settles it once, and gives the turn back. */
const sendOnce = async (
  options: Settled,
  {
    request,
    signal,
    permit,
    release,
    attempt,
  }: { request: ModelRequest; signal: AbortSignal; permit: Permit; release: Release; attempt: number },
): Promise<Attempt> => {
  const { breaker } = options
  const successesBefore = breaker.state().successes
  let spent: Parameters<Permit['settle']>[0] = { sent: true, usage: null }
  let end: TurnEnd = { outcome: 'failed' }
  try {
    const result = await attemptSend(options, request, signal)
    if (!(result instanceof ModelError)) {
      spent = { sent: true, usage: reportedUsage(result) }
      end = { outcome: 'ok' }
      breaker.record({ type: 'success' })
      return { type: 'answer', answer: result, sent: true }
    }
    spent = {
      sent: result.sent,
      usage: result.usage ?? (turnedAway.has(result.failure) ? nothingUsed : null),
      quotaUsedUp: result.failure === 'quota',
    }
    const delayMs = backOffMs(options, attempt)
    end = turnEndOf(result, options, delayMs)
    breaker.record({ type: 'failure', error: result, successesBefore })
    // A pause is waited for by the pacer, for everyone.
    return { type: 'failure', error: result, sent: result.sent, waitMs: end.pauseMs === undefined ? delayMs : 0, successesBefore }
  } finally {
    release(end)
    await permit.settle(spent)
  }
}

const attemptOnce = async (
  options: Settled,
  { request, signal, waiting, attempt }: { request: ModelRequest; signal: AbortSignal; waiting: AbortSignal; attempt: number },
): Promise<Attempt> => {
  const { breaker, pacer } = options
  const stopped = (): Attempt => ({ type: signal.aborted ? 'aborted' : 'provider', sent: false })
  let release: Release
  try {
    release = await pacer.acquire(waiting, attempt === 0 ? 'new' : 'retry')
  } catch (error) {
    if (waiting.aborted) return stopped()
    throw error
  }
  try {
    if (waiting.aborted) return stopped()
    const permit = await options.permit(request)
    if (permit === undefined) return { type: 'no-permit', sent: false }
    if (signal.aborted || breaker.opened.aborted) {
      await permit.settle({ sent: false, usage: null })
      return stopped()
    }
    return await sendOnce(options, { request, signal, permit, release, attempt })
  } finally {
    // Only the first release counts: after a send this one changes nothing.
    release({ outcome: 'unused' })
  }
}

/** What a failure means for the whole question; undefined where another attempt is worth it. */
const verdictOn = ({ breaker, patienceMs }: Settled, error: ModelError, sends: number): Asked | undefined => {
  if (error.failure === 'aborted') return { type: 'unfinished', reason: 'aborted', error, sends }
  if (error.failure === 'content-blocked' || (error.failure === 'bad-request' && error.actBy !== 'fix-config')) {
    return { type: 'refusal', reason: error.message, sends }
  }
  if (error.retryAfterMs !== null && error.retryAfterMs > patienceMs) breaker.record({ type: 'out-of-patience', error })
  return !error.retryable || breaker.opened.aborted ? { type: 'unfinished', reason: 'provider', error, sends } : undefined
}

const unfinished = ({ breaker }: Settled, reason: 'no-permit' | 'aborted' | 'provider', sends: number): Asked => {
  const error = breaker.state().openedBy
  return { type: 'unfinished', reason, ...(reason === 'provider' && error !== null ? { error } : {}), sends }
}

const askWith = async (options: Settled, request: ModelRequest, signal: AbortSignal): Promise<Asked> => {
  const { breaker, clock, maxAttempts } = options
  const waiting = AbortSignal.any([signal, breaker.opened])
  let sends = 0
  for (let attempt = 0; ; attempt += 1) {
    const result = await attemptOnce(options, { request, signal, waiting, attempt })
    if (result.sent) sends += 1
    if (result.type === 'answer') return { type: 'answer', answer: result.answer, sends }
    if (result.type !== 'failure') return unfinished(options, result.type, sends)
    const { error, successesBefore, waitMs } = result
    const verdict = verdictOn(options, error, sends)
    if (verdict !== undefined) return verdict
    if (attempt + 1 >= maxAttempts) {
      breaker.record({ type: 'given-up', error, successesBefore })
      return { type: 'unfinished', reason: 'provider', error, sends }
    }
    // Cut short by the signal or the breaker, which the next attempt sees.
    if (waitMs > 0) await clock.sleep(waitMs, waiting).catch(() => undefined)
  }
}

/**
 * Asks until there is an answer, a refusal, or no point: at most six attempts by default, half a second doubling to at
 * most 30 s between them, two minutes of patience. One permit for each request on the wire.
 */
export const createAsker = (options: AskerOptions): Asker => {
  const settled: Settled = { maxAttempts: 6, baseDelayMs: 500, longestDelayMs: 30_000, patienceMs: 120_000, ...options }
  return { ask: (request, signal) => askWith(settled, request, signal) }
}
