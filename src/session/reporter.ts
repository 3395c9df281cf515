import { z } from 'zod'
import { instantSchema } from '../domain/instant.ts'

/** What a session tells while it works; entries turn it into a bar, lines, a log, a message to another process, or nothing. */
export const sessionEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('claimed'), session: z.string(), continued: z.boolean() }).readonly(),
  z.object({ type: z.literal('task'), task: z.string(), title: z.string(), resumedCalls: z.number() }).readonly(),
  z
    .object({
      type: z.literal('progress'),
      task: z.string(),
      calls: z.number(),
      callsExpected: z.number(),
      accepted: z.number(),
      rejected: z.number(),
      /** Of what the pipeline is metered in: settled and reserved, and the line. */
      used: z.number(),
      line: z.number(),
    })
    .readonly(),
  z.object({ type: z.literal('checkpoint'), calls: z.number(), durationMs: z.number() }).readonly(),
  z
    .object({ type: z.literal('delivered'), branch: z.string(), number: z.number(), url: z.string(), pairs: z.number() })
    .readonly(),
  z.object({ type: z.literal('warning'), message: z.string() }).readonly(),
  z.object({ type: z.literal('wrapping'), reason: z.string() }).readonly(),
  z.object({ type: z.literal('rested'), reason: z.string(), until: instantSchema.nullable() }).readonly(),
])
export type SessionEvent = z.infer<typeof sessionEventSchema>

export type Reporter = (event: SessionEvent) => void
