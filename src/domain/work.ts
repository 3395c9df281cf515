import { z } from 'zod'
import { instantSchema } from './instant.ts'
import { modelAnswerSchema, type ModelRequest } from './model.ts'

/** A question to a model; `id` is deterministic, `<task>/<unit>/<stage>/<n>`. One that came to an outcome is one call. */
export interface AskWork {
  readonly type: 'ask'
  readonly id: string
  readonly unit: string
  readonly request: ModelRequest
}

/** Looks questions up in the database and in all open deliveries; it sends nothing. */
export interface LookUpWork {
  readonly type: 'look-up'
  readonly id: string
  readonly unit: string
  readonly questions: readonly { readonly key: string; readonly question: string }[]
}

/** What a pipeline can ask a session to do. The session has one handler a type. */
export type Work = AskWork | LookUpWork

const common = {
  version: z.literal(1),
  work: z.string(),
  unit: z.string(),
  session: z.string(),
  at: instantSchema,
  durationMs: z.int().nonnegative(),
}

/** A pair in the database or in an open delivery that an asked question repeats. */
export const matchSchema = z.strictObject({ key: z.string(), nearest: z.string(), jaccard: z.number().min(0).max(1) })
export type Match = z.infer<typeof matchSchema>

/** What a piece of work came to: one line of `results/<task>/<n>.jsonl`. */
export const outcomeSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('answer'),
    promptSha256: z.string(),
    modelRequested: z.string(),
    answer: modelAnswerSchema,
  }),
  /** The provider refused this very request for good (for example content blocked); asking again brings the same. */
  z.strictObject({ ...common, type: z.literal('refusal'), reason: z.string() }),
  z.strictObject({ ...common, type: z.literal('matches'), matches: z.array(matchSchema) }),
])
export type Outcome = z.infer<typeof outcomeSchema>
