import { z } from 'zod'

const text = z.string().catch('')
const detailSchema = z.object({
  '@type': text,
  /** RetryInfo. */
  retryDelay: text,
  /** ErrorInfo. */
  reason: text,
  /** QuotaFailure. */
  violations: z.array(z.object({ quotaId: text, quotaMetric: text }).catch({ quotaId: '', quotaMetric: '' })).catch([]),
})
const errorSchema = z.object({
  message: text,
  status: text,
  details: z.array(detailSchema.nullable().catch(null)).catch([]),
})
const bodySchema = z.object({ error: errorSchema })

/** An error of Google's APIs in the words that `Failures.ofResponse` knows; every string is untrusted. */
export interface GeminiError {
  readonly error: { readonly code: string; readonly message: string }
  readonly headers: Headers
}

/** A duration in protobuf's JSON form, `34.07s`, in milliseconds. */
const durationMs = (duration: string): number | undefined => {
  const seconds = /^(\d{1,9}(?:\.\d{1,9})?)s$/.exec(duration)?.[1]
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1000)
}

/** Google says that a key is wrong with 400, and that an account must pay with 400 and FAILED_PRECONDITION. */
const codeOf = (status: string, message: string, reasons: readonly string[]): string => {
  if (reasons.includes('API_KEY_INVALID') || /api key (not valid|expired|not found)/i.test(message)) return 'invalid_api_key'
  return status === 'FAILED_PRECONDITION' && /billing/i.test(message) ? 'payment_required' : status
}

/** Reads the JSON text of an answer that is no 2xx (google.rpc.Status with its details; aip.dev/193); other text is taken as the message. */
export const readGeminiError = (body: string, headers: Headers): GeminiError => {
  const { message, status, details } = parsed(body) ?? { message: body, status: '', details: [] }
  const known = details.filter(detail => detail !== null)
  const quotas = known.flatMap(({ violations }) => violations.map(({ quotaId, quotaMetric }) => `${quotaId} ${quotaMetric}`))
  // The message tells of a quota; only its id tells that it is the day's (`…RequestsPerDayPerProject…`).
  const daily = quotas.some(quota => /per_?day/i.test(quota)) ? ' (per day)' : ''
  const retryMs = known.map(({ retryDelay }) => durationMs(retryDelay)).find(delay => delay !== undefined)
  const withRetry = new Headers(headers)
  if (retryMs !== undefined) withRetry.set('retry-after-ms', String(retryMs))
  const reasons = known.map(({ reason }) => reason)
  return { error: { code: codeOf(status, message, reasons), message: `${message}${daily}` }, headers: withRetry }
}

const parsed = (body: string): z.infer<typeof errorSchema> | undefined => {
  try {
    const value: unknown = JSON.parse(body)
    // Some of Google's front ends answer a list of one error.
    return bodySchema.safeParse(Array.isArray(value) ? value[0] : value).data?.error
  } catch {
    return undefined
  }
}
