import { z } from 'zod'
import { instantSchema } from '../../domain/instant.ts'
import { readLines } from './lines.ts'

/** A pair that did not come into the database, and why. */
export const rejectSchema = z.strictObject({
  version: z.literal(1),
  source_path: z.string(),
  handle: z.string(),
  question: z.string(),
  /** Which gate stopped it: those of research, and what only integration asks (such as a rehearsal's pair). */
  gate: z.string().min(1),
  reason: z.string(),
  at: instantSchema,
})
export type Reject = z.infer<typeof rejectSchema>

export const renderRejects = (rejects: readonly Reject[]): string =>
  rejects.map(reject => `${JSON.stringify(rejectSchema.parse(reject))}\n`).join('')

/** What can be read of a file of rejects; a line that somebody broke is no reject of anything. */
export const readRejects = (text: string): readonly Reject[] =>
  [...readLines(text, rejectSchema)].flatMap(line => (line.type === 'value' ? [line.value] : []))
