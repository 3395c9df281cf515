import { z } from 'zod'
import { instantSchema } from './instant.ts'

/**
 * A batch job that is alive, or may be: a lease that outlives the runner. It is committed as intended before the job is created,
 * and freed only when what the job came to is collected, or when two complete listings 10 minutes apart show no such job.
 */
export const slotSchema = z.strictObject({
  /** The id of the work, `<task>/job-<n>`. */
  work: z.string(),
  task: z.string(),
  /** From 1; raised where a slot was freed because no job was there. */
  attempt: z.int().positive(),
  /** The account that the job is given to. */
  member: z.string(),
  /** `<repository id>/<work id>/<attempt>`: by it a job is found again whose name was lost. */
  display: z.string(),
  state: z.enum(['intended', 'created', 'terminal']),
  /** The provider's name, `batches/…`; null while it is intended. */
  job: z.string().nullable(),
  /** What it may cost, reserved and counted in the member's dollars when it was intended: millionths. */
  usdMicros: z.int().nonnegative(),
  intendedAt: instantSchema,
  /** When a complete listing first showed no such job; null while nothing is missing. */
  missingSince: instantSchema.nullable(),
})
export type Slot = z.infer<typeof slotSchema>

/** `slots/<pipeline>.json`. */
export const slotBoardSchema = z.strictObject({
  version: z.literal(1),
  pipeline: z.string(),
  slots: z.array(slotSchema),
  /** The last attempt of works whose slot was freed without an outcome, by work id. */
  attempts: z.record(z.string(), z.int().positive()),
})
export type SlotBoard = z.infer<typeof slotBoardSchema>
