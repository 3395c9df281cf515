import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'
import { instantSchema } from '../../domain/instant.ts'
import { readLines } from './lines.ts'

const pairIdPattern = /^[0-9a-f]{16}$/

/** Some pairs that were taken back by one request; the rows stay where they are, and everything that reads leaves them out. */
export const retractionSchema = z.strictObject({
  version: z.literal(1),
  /** What was asked for: `macd.17`, an id, `task:…`, `domain:…` or `model:…`. */
  selector: z.string(),
  because: z.string().min(1),
  /** The account that asked. */
  by: z.string(),
  at: instantSchema,
  /** Ids of pairs. An id stays retracted: the same question about the same indicator does not come back. */
  ids: z.array(z.string().regex(pairIdPattern)).min(1),
})
export type Retraction = z.infer<typeof retractionSchema>

/** So that a line stays readable, and a difference of two files small. */
const idsPerLine = 200

/** Lines to append to `database/retractions.jsonl`. */
export function renderRetraction(retraction: Retraction): string {
  const { ids, ...head } = retractionSchema.parse(retraction)
  const lines: string[] = []
  for (let from = 0; from < ids.length; from += idsPerLine)
    lines.push(`${JSON.stringify({ ...head, ids: ids.slice(from, from + idsPerLine) })}\n`)
  return lines.join('')
}

/** Throws at a line that cannot be read: passing over it would bring back what somebody took out. */
export const parseRetractions = (text: string): readonly Retraction[] =>
  [...readLines(text, retractionSchema)].map(line => {
    if (line.type === 'value') return line.value
    throw new PerpetualError(
      `Expected a retraction, got database/retractions.jsonl:${line.line}: ${line.message}; put the line back as git has it`,
      { actBy: 'fix-config' },
    )
  })

/** Ids of all retracted pairs in the text of `database/retractions.jsonl`; '' where there is no such file. */
export const readRetracted = (text: string): ReadonlySet<string> => new Set(parseRetractions(text).flatMap(({ ids }) => ids))

export const isPairId = (text: string): boolean => pairIdPattern.test(text)
