import { z } from 'zod'
import { promptSha256 } from '../domain/prompt-sha256.ts'
import type { BatchItem, BatchItemOutcome } from '../domain/work.ts'
import { readGeminiResponse } from './gemini-response.ts'
import type { Scrubber } from './scrub.ts'

const statusSchema = z.object({
  code: z.int().nullable().catch(null),
  message: z.string().catch(''),
})
const entrySchema = z.object({
  key: z.string().optional().catch(undefined),
  metadata: z.object({ key: z.string() }).optional().catch(undefined),
  response: z.unknown().optional(),
  error: statusSchema.optional().catch(undefined),
})

type Result = BatchItemOutcome['result']

export interface ResultsContext {
  /** The job's name, without which an answer that tells no id has none. */
  readonly job: string
  readonly rehearsal: boolean
  readonly scrub: Scrubber
}

/** Takes results as they come; of two with one key the first counts, and what has no key that was submitted is left out. */
export interface ResultsReader {
  /** An inlined response, or what a line of a file holds; `position` counts only where all positions are known to fit. */
  take(entry: unknown, position?: number): void
  /** Every item that was submitted, once; `missing` says why one brought nothing. */
  outcomes(missing: { readonly code: number | null; readonly message: string }): readonly BatchItemOutcome[]
}

const resultOf = (entry: z.infer<typeof entrySchema>, key: string, { job, rehearsal, scrub }: ResultsContext): Result => {
  if (entry.error !== undefined)
    return { type: 'error', code: entry.error.code, message: scrub.message(entry.error.message) || 'no reason was given' }
  const read = readGeminiResponse(entry.response, { rehearsal, scrub: scrub.text, id: `${job}/${key}` })
  if (read.type === 'answer') return read
  const message = read.type === 'blocked' ? `blocked: ${scrub.message(read.reason)}` : 'the response is no generated content'
  return { type: 'error', code: null, message }
}

export const createResultsReader = (items: readonly BatchItem[], context: ResultsContext): ResultsReader => {
  const wanted = new Set(items.map(({ key }) => key))
  const results = new Map<string, Result>()
  return {
    take: (value, position) => {
      const parsed = entrySchema.safeParse(value)
      if (!parsed.success) return
      const placed = position === undefined ? undefined : items[position]?.key
      const key = parsed.data.key ?? parsed.data.metadata?.key ?? placed
      if (key !== undefined && wanted.has(key) && !results.has(key)) results.set(key, resultOf(parsed.data, key, context))
    },
    outcomes: missing =>
      items.map(({ key, request }) => ({
        key,
        promptSha256: promptSha256(request),
        result: results.get(key) ?? { type: 'error', ...missing },
      })),
  }
}
