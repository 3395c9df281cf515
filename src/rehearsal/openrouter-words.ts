import type { DrawnFault } from './faults.ts'
import { jsonReply, type Reply } from './http.ts'
import type { Ruling } from './reception.ts'

interface ErrorWords {
  readonly message: string
  readonly type: string
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/** An error as OpenRouter writes it (https://openrouter.ai/docs/api-reference/errors). */
export const errorReply = (code: number, { message, type, metadata, headers }: ErrorWords): Reply =>
  jsonReply(code, { error: { code, message, metadata: { error_type: type, provider_code: null, ...metadata } } }, headers)

const usedUpReply = (limit: number, resetMs: number): Reply => {
  const headers = { 'X-RateLimit-Limit': String(limit), 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(resetMs) }
  const message = `Rate limit exceeded: free-models-per-day. Your limit of ${limit} free model requests per day is used up`
  return errorReply(429, { message, type: 'rate_limit_exceeded', metadata: { headers }, headers })
}

/** The refusal of a send that is not answered. */
export const refusalReply = (ruling: Exclude<Ruling, { type: 'answer' }>): Reply => {
  switch (ruling.type) {
    case 'unauthorized':
      return errorReply(401, { message: 'No auth credentials found', type: 'authentication_error' })
    case 'no-credit':
      return errorReply(402, { message: 'Insufficient credits. Add more credits and try again', type: 'payment_required' })
    case 'day-used-up':
      return usedUpReply(ruling.limit, ruling.resetMs)
    case 'too-fast': {
      const headers = {
        'retry-after': String(Math.ceil(ruling.retryAfterMs / 1000)),
        'retry-after-ms': String(ruling.retryAfterMs),
      }
      return errorReply(429, { message: 'Rate limit exceeded: requests per second', type: 'rate_limit_exceeded', headers })
    }
  }
}

const blocked = { message: 'Your input was flagged', type: 'content_policy_violation', metadata: { reasons: ['violence'] } }

const overloaded = { message: 'The provider is overloaded', type: 'provider_overloaded' }

/** The error with which a fault answers in place of a completion; null for a fault that lets the completion be made first. */
export const faultReply = ({ kind, variant }: DrawnFault, authorization: string): Reply | null => {
  switch (kind) {
    case '429':
      return errorReply(429, { message: 'Rate limit exceeded: upstream', type: 'rate_limit_exceeded' })
    case '5xx':
      if (variant < 1 / 3) return errorReply(500, { message: 'Internal Server Error', type: 'internal_error' })
      if (variant < 2 / 3) return errorReply(502, { message: 'The provider returned an error', type: 'provider_unavailable' })
      return errorReply(503, overloaded)
    case 'error200':
      return { ...errorReply(503, overloaded), status: 200 }
    case 'echo':
      return errorReply(variant < 0.5 ? 400 : 502, {
        message: `The provider refused the header Authorization: ${authorization}`,
        type: variant < 0.5 ? 'invalid_request' : 'provider_unavailable',
        metadata: { raw: JSON.stringify({ headers: { authorization } }) },
      })
    case 'blocked':
      return errorReply(403, blocked)
    case 'quota':
      return errorReply(429, { message: 'Rate limit exceeded: free-models-per-day', type: 'rate_limit_exceeded' })
    case 'malformed':
    case 'length':
    case 'drop':
      return null
  }
}
