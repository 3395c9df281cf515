import { z } from 'zod'
import { toInstant } from '../domain/instant.ts'
import type { BatchEnd } from '../domain/work.ts'
import type { BatchJob } from './batch.ts'
import type { Scrubber } from './scrub.ts'

const short = z
  .string()
  .transform(text => text.slice(0, 1000))
  .catch('')

/** What a job may be called; it becomes part of an address. */
export const jobNameSchema = z.string().regex(/^batches\/[\w-]{1,200}$/)
export const fileNameSchema = z.string().regex(/^files\/[\w.-]{1,200}$/)
const fileName = fileNameSchema.optional().catch(undefined)

const errorSchema = z.object({ code: z.int().nullable().catch(null), message: short })
const outputSchema = z.object({
  responsesFile: fileName,
  inlinedResponses: z
    .object({ inlinedResponses: z.array(z.unknown()).catch([]) })
    .optional()
    .catch(undefined),
})
const metadataSchema = z.object({
  displayName: short,
  state: short,
  createTime: short,
  inputConfig: z.object({ fileName }).optional().catch(undefined),
  output: outputSchema.optional().catch(undefined),
})

/** A batch job as a long-running operation, which is how Gemini tells it; everything but its name may be missing. */
export const operationSchema = z.object({
  name: jobNameSchema,
  metadata: metadataSchema.catch({ displayName: '', state: '', createTime: '' }),
  done: z.boolean().catch(false),
  error: errorSchema.optional().catch(undefined),
  response: outputSchema.optional().catch(undefined),
})
export type Operation = z.infer<typeof operationSchema>

/** A page of jobs; an entry that is none is null. */
export const operationPageSchema = z.object({
  operations: z.array(operationSchema.nullable().catch(null)).default([]),
  nextPageToken: z.string().max(10_000).default(''),
})

const ends: ReadonlyMap<string, BatchEnd | 'cancelling'> = new Map([
  ['SUCCEEDED', 'succeeded'],
  ['PARTIALLY_SUCCEEDED', 'partly-succeeded'],
  ['FAILED', 'failed'],
  ['CANCELLED', 'cancelled'],
  ['EXPIRED', 'expired'],
  ['CANCELLING', 'cancelling'],
])

/** The state by its name, `BATCH_STATE_…` on the wire and `JOB_STATE_…` in the SDK; a job whose state is new to us is alive until it is done. */
export const stateOf = (state: string, { done = false, failed = false } = {}): BatchJob['state'] => {
  const known = ends.get(state.replace(/^(BATCH|JOB)_STATE_/, ''))
  if (known !== undefined) return known
  return done ? (failed ? 'failed' : 'succeeded') : 'alive'
}

export const createdAtOf = (createTime: string): BatchJob['createdAt'] => {
  const epochMs = Date.parse(createTime)
  return Number.isNaN(epochMs) ? null : toInstant(epochMs)
}

export const jobOf = (operation: Operation, scrub: Scrubber): BatchJob => {
  const { name, metadata, done, error } = operation
  return {
    name,
    display: scrub.text(metadata.displayName),
    state: stateOf(metadata.state, { done, failed: error !== undefined }),
    createdAt: createdAtOf(metadata.createTime),
    error: error === undefined ? '' : scrub.message(`${error.code === null ? '' : `${error.code} `}${error.message}`),
  }
}

/** Where a job's results are: the operation's answer, or what its metadata say. */
export const outputOf = ({ response, metadata }: Operation): z.infer<typeof outputSchema> =>
  response?.responsesFile !== undefined || response?.inlinedResponses !== undefined ? response : (metadata.output ?? {})
