import type { ActBy } from '../domain/errors.ts'
import type { ModelFailure } from './model-error.ts'
import type { ProviderError } from './provider-error.ts'

/** The codes of Z.AI that say more than their HTTP status (docs.z.ai, API error codes). */
const zaiCodes: ReadonlyMap<string, ModelFailure> = new Map([
  // An account that is inactive, unknown or locked: 429 like all else.
  ['1110', 'key-refused'],
  ['1111', 'key-refused'],
  ['1112', 'key-refused'],
  ['1113', 'no-credit'],
  ['1301', 'content-blocked'],
  ['1302', 'rate'],
  ['1303', 'rate'],
  ['1304', 'quota'],
  ['1305', 'overloaded'],
  ['1308', 'quota'],
  ['1309', 'quota'],
  ['1310', 'quota'],
])

/** Codes by name, as OpenRouter and OpenAI use them, in a body on any status. */
const namedCodes: ReadonlyMap<string, ModelFailure> = new Map([
  ['rate_limit_exceeded', 'rate'],
  ['insufficient_quota', 'no-credit'],
  ['payment_required', 'no-credit'],
  ['provider_overloaded', 'overloaded'],
  ['provider_unavailable', 'provider-down'],
  ['content_filter', 'content-blocked'],
  ['content_policy_violation', 'content-blocked'],
  ['invalid_api_key', 'key-refused'],
])

/** A limit that reopens later than this is the day's and not the minute's. */
const quotaWaitMs = 3_600_000

const ofRateLimit = ({ message, retryAfterMs }: ProviderError): ModelFailure =>
  /per[-_ ]day|daily/i.test(message) || (retryAfterMs ?? 0) >= quotaWaitMs ? 'quota' : 'rate'

const ofForbidden = ({ message, moderated }: ProviderError): ModelFailure => {
  if (moderated || /moderat|flagged/i.test(message)) return 'content-blocked'
  return /limit exceeded/i.test(message) ? 'no-credit' : 'key-refused'
}

const ofStatus = (error: ProviderError): ModelFailure => {
  switch (error.status) {
    case 401:
      return 'key-refused'
    case 402:
      return 'no-credit'
    case 403:
      return ofForbidden(error)
    case 408:
      return 'timeout'
    case 429:
      return 'rate'
    case 503:
    case 529: // Anthropic's "overloaded", passed on by gateways
      return 'overloaded'
    default:
      return error.status >= 300 && error.status < 500 ? 'bad-request' : 'provider-down'
  }
}

/** What kind of failure a provider's answer is; an unknown one without a status counts as the provider's own. */
export const classify = (error: ProviderError): ModelFailure => {
  const named = zaiCodes.get(error.code) ?? namedCodes.get(error.code) ?? ofStatus(error)
  return named === 'rate' ? ofRateLimit(error) : named
}

const unknownModel =
  /\bmodel\b.{0,80}\b(not (be )?found|(does )?not exist|not a valid)|\b(invalid|unknown|not a valid|no such) model\b/i

/**
 * Whose turn a bad request is: a model name or base URL that does not exist (404, a redirect) is configuration
 * and the same for every prompt; the rest is ours.
 */
export const actByOf = (failure: ModelFailure, { status, message }: ProviderError): ActBy | undefined => {
  if (failure !== 'bad-request') return undefined
  return status < 400 || status === 404 || status === 405 || unknownModel.test(message) ? 'fix-config' : undefined
}
