import type { DrawnFault } from './faults.ts'
import { jsonReply, type Reply } from './http.ts'
import type { Ruling } from './reception.ts'

interface ErrorWords {
  readonly message: string
  /** The name of the code of google.rpc. */
  readonly status: string
  readonly details?: readonly Readonly<Record<string, unknown>>[]
}

/** An error as Google's APIs write it (aip.dev/193). */
export const errorReply = (code: number, { message, status, details = [] }: ErrorWords): Reply =>
  jsonReply(code, { error: { code, message, status, ...(details.length === 0 ? {} : { details }) } })

export const notFound = (message: string): Reply => errorReply(404, { message, status: 'NOT_FOUND' })
export const invalid = (message: string): Reply => errorReply(400, { message, status: 'INVALID_ARGUMENT' })
export const unavailable = (): Reply =>
  errorReply(503, { message: 'The service is currently unavailable.', status: 'UNAVAILABLE' })

const retryInfo = (seconds: number) => ({ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${seconds}s` })
const quotaFailure = (quotaId: string) => ({
  '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
  violations: [{ quotaMetric: 'generativelanguage.googleapis.com/generate_content_requests', quotaId }],
})

export const exhausted = (quotaId: string, seconds: number): Reply =>
  errorReply(429, {
    message: 'You exceeded your current quota, please check your plan and billing details.',
    status: 'RESOURCE_EXHAUSTED',
    details: [quotaFailure(quotaId), retryInfo(seconds)],
  })

/** The refusal of a send that is not answered. */
export const refusalReply = (ruling: Exclude<Ruling, { type: 'answer' }>): Reply => {
  switch (ruling.type) {
    case 'unauthorized': {
      const reason = { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' }
      const message = 'API key not valid. Please pass a valid API key.'
      return errorReply(400, { message, status: 'INVALID_ARGUMENT', details: [reason] })
    }
    case 'no-credit':
      return errorReply(400, { message: 'Please enable billing on your project.', status: 'FAILED_PRECONDITION' })
    case 'day-used-up':
      return exhausted('GenerateRequestsPerDayPerProjectPerModel', 60)
    case 'too-fast':
      return exhausted('GenerateRequestsPerMinutePerProjectPerModel', ruling.retryAfterMs / 1000)
  }
}

/** The error with which a fault answers in place of an answer; null for a fault that lets the answer be made first. */
export const faultReply = ({ kind, variant }: DrawnFault, key: string): Reply | null => {
  switch (kind) {
    case '429':
      return exhausted('GenerateRequestsPerMinutePerProjectPerModel', 0.05)
    case 'quota':
      return exhausted('GenerateRequestsPerDayPerProjectPerModel', 60)
    case '5xx':
      return variant < 0.5 ? errorReply(500, { message: 'An internal error has occurred.', status: 'INTERNAL' }) : unavailable()
    case 'error200':
      return jsonReply(200, {})
    case 'echo':
      return invalid(`The request with x-goog-api-key: ${key} cannot be answered`)
    case 'blocked':
    case 'malformed':
    case 'length':
    case 'drop':
      return null
  }
}
