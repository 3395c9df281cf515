import { z } from 'zod'

const field = z.union([z.string(), z.number()]).transform(String).catch('')

const metadataSchema = z.object({
  error_type: field,
  /** OpenRouter repeats its rate-limit headers here. */
  headers: z.record(z.string(), z.unknown()).catch({}),
  /** Why OpenRouter's moderation stopped a prompt. */
  reasons: z.array(z.unknown()).catch([]),
})

const errorSchema = z.object({ code: field, type: field, message: field, metadata: metadataSchema.optional().catch(undefined) })

/** What a provider says about a request that failed, in one shape for all dialects; every string is untrusted. */
export interface ProviderError {
  /** The HTTP status, or what the body's code stands for where the status was 200; 0 where neither tells. */
  readonly status: number
  /** The code of the body: a name, an HTTP status, or Z.AI's four digits. */
  readonly code: string
  readonly message: string
  readonly moderated: boolean
  readonly retryAfterMs: number | undefined
}

const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN
  return Number.isFinite(number) ? number : undefined
}

/** The provider's own clock, so that neither side's skew matters; absent without a `Date` header. */
const providerNowMs = (headers: Headers): number | undefined => {
  const at = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(at) ? undefined : at
}

const sinceNow = (atMs: number, headers: Headers): number | undefined => {
  const now = providerNowMs(headers)
  return now === undefined ? undefined : Math.max(0, atMs - now)
}

/** `retry-after-ms`, `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), in milliseconds. */
const retryAfterOf = (headers: Headers): number | undefined => {
  const exact = numberOf(headers.get('retry-after-ms') ?? undefined)
  if (exact !== undefined && exact >= 0) return exact
  const value = headers.get('retry-after') ?? undefined
  if (value === undefined) return undefined
  const seconds = numberOf(value)
  if (seconds !== undefined) return seconds >= 0 ? seconds * 1000 : undefined
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : sinceNow(at, headers)
}

/** OpenRouter's `X-RateLimit-Reset`: milliseconds since 1970, as a header or repeated in the body's metadata. */
const resetOf = (headers: Headers, repeated: Readonly<Record<string, unknown>>): number | undefined => {
  const entry = Object.entries(repeated).find(([name]) => name.toLowerCase() === 'x-ratelimit-reset')
  const at = numberOf(headers.get('x-ratelimit-reset') ?? undefined) ?? numberOf(entry?.[1])
  // Other providers put seconds or a duration there; a moment in milliseconds has 13 digits.
  return at !== undefined && at > 1e12 ? sinceNow(at, headers) : undefined
}

const httpStatusIn = (code: string): number => (/^[45]\d\d$/.test(code) ? Number(code) : 0)

/** Reads an `error` object (or a bare message) beside the status and headers it came with. */
export const readProviderError = (error: unknown, { status, headers }: { status: number; headers: Headers }): ProviderError => {
  const bare = typeof error === 'string' ? { message: error } : error
  const result = errorSchema.safeParse(bare)
  const { code, type, message, metadata } = result.success
    ? result.data
    : { code: '', type: '', message: '', metadata: undefined }
  return {
    status: status >= 300 ? status : httpStatusIn(code),
    code: code || type || (metadata?.error_type ?? ''),
    message,
    moderated: (metadata?.reasons.length ?? 0) > 0,
    retryAfterMs: retryAfterOf(headers) ?? resetOf(headers, metadata?.headers ?? {}),
  }
}
