import { toInstant } from '../domain/instant.ts'
import type { DrawnFault } from './faults.ts'
import { jsonReply, type Reply } from './http.ts'
import type { Ruling } from './reception.ts'

/** An error as Z.AI writes it: its own code as text beside the HTTP status (https://docs.z.ai/api-reference/api-code). */
export const errorReply = (status: number, code: string, message: string): Reply =>
  jsonReply(status, { error: { code, message } })

const quotaMessage = 'Usage limit reached'

/** The refusal of a send that is not answered. Z.AI says neither a balance nor a quota by a status of its own: all are 429. */
export const refusalReply = (ruling: Exclude<Ruling, { type: 'answer' }>): Reply => {
  switch (ruling.type) {
    case 'unauthorized':
      return errorReply(401, '1000', 'Authentication Failed')
    case 'no-credit':
      return errorReply(429, '1113', 'Insufficient balance or no resource package. Please recharge.')
    case 'day-used-up': {
      const resets = toInstant(ruling.resetMs).slice(0, 19).replace('T', ' ')
      return errorReply(429, '1308', `${quotaMessage} for ${ruling.limit} requests. Your limit will reset at ${resets}`)
    }
    case 'too-fast':
      return {
        ...errorReply(429, '1302', 'Rate limit reached for requests'),
        headers: { 'retry-after-ms': String(ruling.retryAfterMs) },
      }
  }
}

const rateCodes = [
  ['1302', 'Rate limit reached for requests'],
  ['1303', 'High frequency usage of this API, please reduce the frequency or contact customer service'],
  ['1305', 'The API has triggered a rate limit. The service may be temporarily overloaded, please try again later'],
] as const

/** The error with which a fault answers in place of a completion; null for a fault that lets the completion be made first. */
export const faultReply = ({ kind, variant }: DrawnFault, authorization: string): Reply | null => {
  switch (kind) {
    case '429': {
      const [code, message] = rateCodes[Math.floor(variant * rateCodes.length)] ?? rateCodes[0]
      return errorReply(429, code, message)
    }
    case '5xx':
      return errorReply(
        variant < 0.5 ? 500 : 503,
        variant < 0.5 ? '500' : '1234',
        'Internal network failure, please try again later',
      )
    case 'error200':
      return errorReply(200, '1234', 'Network error, please contact customer service')
    case 'blocked':
      return errorReply(400, '1301', 'System detected potentially unsafe or sensitive content in input or generation')
    case 'quota': {
      const codes = ['1308', '1309', '1310'] as const
      return errorReply(429, codes[Math.floor(variant * codes.length)] ?? '1308', quotaMessage)
    }
    case 'echo':
      return errorReply(
        variant < 0.5 ? 400 : 500,
        variant < 0.5 ? '1214' : '500',
        `The header Authorization: ${authorization} was refused`,
      )
    case 'malformed':
    case 'length':
    case 'drop':
      return null
  }
}
