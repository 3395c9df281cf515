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

/** Questions that go to a provider as one batch job; `id` is deterministic, `<task>/job-<n>`, and each item is a unit's. */
export interface SubmitWork {
  readonly type: 'submit'
  readonly id: string
  readonly items: readonly BatchItem[]
}

/** One question of a batch job; `key` is the unit that it is about, once a job. */
export interface BatchItem {
  readonly key: string
  readonly request: ModelRequest
}

/** What comes to its outcome within one session. */
export type DirectWork = AskWork | LookUpWork

/** What a pipeline can ask a session to do. The session has one handler a type. */
export type Work = DirectWork | SubmitWork

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

/** How a batch job can end. */
export const batchEnds = ['succeeded', 'partly-succeeded', 'failed', 'cancelled', 'expired'] as const
export type BatchEnd = (typeof batchEnds)[number]

/** What one item of a batch job came to: an answer, or the provider's error (`code` is gRPC's or null where it tells none). */
export const batchItemOutcomeSchema = z.strictObject({
  key: z.string(),
  promptSha256: z.string(),
  result: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('answer'), answer: modelAnswerSchema }),
    z.strictObject({ type: z.literal('error'), code: z.int().nullable(), message: z.string() }),
  ]),
})
export type BatchItemOutcome = z.infer<typeof batchItemOutcomeSchema>

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
  /** What a batch job came to, whole: every item that was submitted is in it once. `unit` is empty, `durationMs` runs from the submission. */
  z.strictObject({
    ...common,
    type: z.literal('batch'),
    job: z.string(),
    member: z.string(),
    end: z.enum(batchEnds),
    /** What the provider says of a job that did not succeed; an empty string where it says nothing. */
    error: z.string(),
    modelRequested: z.string(),
    items: z.array(batchItemOutcomeSchema),
  }),
])
export type Outcome = z.infer<typeof outcomeSchema>
