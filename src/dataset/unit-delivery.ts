import { z } from 'zod'
import { instantSchema } from '../domain/instant.ts'
import type { Pair } from '../domain/pair.ts'
import { indicatorSchema } from '../domain/research-task.ts'
import { gates } from './candidate.ts'

/** One call that came to an outcome, as it is published beside the pairs. */
export const callRecordSchema = z.strictObject({
  id: z.string(),
  stage: z.string(),
  modelRequested: z.string(),
  modelServed: z.string(),
  provider: z.string(),
  generationId: z.string(),
  promptSha256: z.string(),
  inputTokens: z.int().nonnegative(),
  outputTokens: z.int().nonnegative(),
  /** US dollars; null where the provider did not say. */
  costUsd: z.number().nonnegative().nullable(),
  at: instantSchema,
  rehearsal: z.boolean(),
})
export type CallRecord = z.infer<typeof callRecordSchema>

export const rejectionSchema = z.strictObject({ question: z.string(), gate: z.enum(gates), reason: z.string() })
/** A pair that a gate stopped. */
export type Rejection = z.infer<typeof rejectionSchema>

export const unitHeadSchema = z.strictObject({
  pipeline: z.string(),
  agent: z.string(),
  task: z.string(),
  title: z.string(),
  indicator: indicatorSchema,
  /** Planted errors shown to the judge, and how many of them it caught. */
  planted: z.strictObject({ asked: z.int().nonnegative(), caught: z.int().nonnegative() }),
})

/** Everything that one unit of a task brings. */
export interface UnitDelivery extends Readonly<z.infer<typeof unitHeadSchema>> {
  readonly pairs: readonly Pair[]
  readonly rejections: readonly Rejection[]
  readonly calls: readonly CallRecord[]
}
