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
  /** `<repository id>/<pipeline>/<work id>/<attempt>`: by it a job is found again whose name was lost. */
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
  /** Jobs that were alive at each member when it was last listed completely and that stand for no slot: they count too. */
  others: z.record(z.string(), z.int().nonnegative()),
  /** True where the last round could not submit all that waited, so that another one right away could not either. */
  starved: z.boolean(),
})
export type SlotBoard = z.infer<typeof slotBoardSchema>

export const emptyBoard = (pipeline: string): SlotBoard => ({
  version: 1,
  pipeline,
  slots: [],
  attempts: {},
  others: {},
  starved: false,
})

/** A job that no listing shows is taken for lost after so long, milliseconds: listings of batches lag behind. */
export const missingForMs = 10 * 60_000

/** Everything that counts toward the line: slots, and jobs that are alive beside them. */
export const busyOf = ({ slots, others }: SlotBoard): number =>
  slots.length + Object.values(others).reduce((sum, each) => sum + each, 0)
