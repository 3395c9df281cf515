import { z } from 'zod'
import { instantSchema, type Instant } from './instant.ts'

/** The process that holds a claim: enough to tell on its own host whether it still lives. */
export const processIdentitySchema = z.strictObject({ host: z.string(), pid: z.int().positive(), started: z.string() })
export type ProcessIdentity = z.infer<typeof processIdentitySchema>

/** The right to work on a pipeline. The epoch only grows; whoever shows an older one is fenced off. */
export const claimSchema = z.strictObject({
  epoch: z.int().positive(),
  session: z.string(),
  holder: processIdentitySchema,
  expiresAt: instantSchema,
})
export type Claim = z.infer<typeof claimSchema>

/** True while nobody else may claim: it has not lapsed, and its holder is not proven dead. */
export const isLive = (claim: Claim | null, now: Instant, deadEpoch: number | null): claim is Claim =>
  claim !== null && claim.expiresAt > now && claim.epoch !== deadEpoch
