import { z } from 'zod'
import { toInstant, type Instant } from '../../domain/instant.ts'

/** What went wrong with one field of a GraphQL document; the others may have gone well. */
const graphqlErrorSchema = z.object({
  message: z.string().catch(''),
  /** `NOT_FOUND`, `STALE_DATA`, `FORBIDDEN`, …; empty where GitHub gives none. */
  type: z.string().catch(''),
  path: z.array(z.union([z.string(), z.number()])).catch([]),
})
export type GraphqlError = z.infer<typeof graphqlErrorSchema>

/** A request that failed, whichever protocol it spoke. */
export interface Failure {
  /** Null where no answer came; 200 where GraphQL refused a field. */
  readonly status: number | null
  /** GraphQL's word for it, else empty. */
  readonly type: string
  /** GitHub's own words, on one line. */
  readonly message: string
  /** What the endpoint would have wanted of the token, as GitHub says it: `issues=write`. */
  readonly wanted: string | null
  readonly resetsAt: Instant | null
  readonly retryAfterSeconds: number | null
}

const header = z.union([z.string(), z.number()]).transform(String).nullish().catch(null)
const headersSchema = z
  .object({
    'x-accepted-github-permissions': header,
    'x-ratelimit-remaining': header,
    'x-ratelimit-reset': header,
    'retry-after': header,
  })
  .partial()
  .catch({})

const refusedSchema = z.object({
  status: z.int(),
  message: z.string().catch(''),
  response: z.object({ headers: headersSchema, data: z.unknown() }).optional(),
})

/** Where nothing was done, GitHub leaves `data` out. */
const partialSchema = z.object({
  errors: z.array(graphqlErrorSchema).min(1),
  data: z.unknown().optional(),
  headers: headersSchema.optional(),
})

/** plugin-throttling's own error where GraphQL's limit is used up: an answer of status 200 inside. */
const limitedSchema = z.object({ response: z.object({ headers: headersSchema, data: partialSchema }) })

const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 300)

/** Octokit appends where the documentation is, which helps nobody in a log. */
const withoutLink = (text: string): string => text.replace(/ - https:\/\/docs\.github\.com\S*$/, '')

const resetOf = (headers: z.infer<typeof headersSchema>): Instant | null => {
  const seconds = Number(headers['x-ratelimit-reset'])
  const isUsedUp = headers['x-ratelimit-remaining'] === '0'
  return isUsedUp && seconds > 0 && seconds < 1e11 ? toInstant(seconds * 1_000) : null
}

const failureOf = (
  parts: Pick<Failure, 'status' | 'type' | 'message'>,
  headers: z.infer<typeof headersSchema> = {},
): Failure => ({
  ...parts,
  message: withoutLink(oneLine(parts.message)),
  wanted: headers['x-accepted-github-permissions'] ?? null,
  resetsAt: resetOf(headers),
  retryAfterSeconds: Number(headers['retry-after'] ?? 0) || null,
})

/** What an Octokit threw: no answer, a refusal, or a GraphQL answer with nothing but errors. Undefined where it is none of these. */
export const readFailure = (error: unknown): Failure | undefined => {
  const limited = limitedSchema.safeParse(error)
  if (limited.success) {
    const { headers, data } = limited.data.response
    return failureOf({ status: 200, type: 'RATE_LIMITED', message: data.errors[0]?.message ?? '' }, headers)
  }
  const refused = refusedSchema.safeParse(error)
  if (!refused.success) return undefined
  const { status, message, response } = refused.data
  return failureOf({ status: response === undefined ? null : status, type: '', message }, response?.headers)
}

export interface PartialAnswer {
  readonly data: unknown
  readonly errors: readonly GraphqlError[]
}

/** A GraphQL answer in which some fields failed; undefined where something else was thrown. */
export const readPartial = (error: unknown): PartialAnswer | undefined => {
  const partial = partialSchema.safeParse(error)
  return partial.success ? { data: partial.data.data ?? null, errors: partial.data.errors } : undefined
}

export const failureOfField = ({ message, type }: GraphqlError): Failure => failureOf({ status: 200, type, message })
