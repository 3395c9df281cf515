import { z } from 'zod'
import { instantSchema } from './instant.ts'

/** `orchestrator.json`: what ticks tell each other. */
export const orchestratorStateSchema = z.strictObject({
  version: z.literal(1),
  /** The latest tick that wrote itself down; not every one does. */
  tickAt: instantSchema,
  /** The latest time in which none came although one should have; null once they have come for a while again. */
  silence: z.strictObject({ from: instantSchema, to: instantSchema }).nullable(),
  /** Pipelines that could work at the latest tick: since when, and the epoch of their last claim, which a session raises. */
  available: z.record(z.string(), z.strictObject({ since: instantSchema, epoch: z.int().nonnegative() })),
  /** What the alert's issue says; null before the first alert. */
  alert: z
    .strictObject({
      issue: z.int().positive(),
      /** What it tells of, an identity each; empty where it was closed because all is well. */
      keys: z.array(z.string()),
      /** Of its body. */
      sha256: z.string(),
    })
    .nullable(),
})
export type OrchestratorState = z.infer<typeof orchestratorStateSchema>
export type ShownAlert = NonNullable<OrchestratorState['alert']>
