import { z } from 'zod'
import { list, section, whole } from '../fields.ts'
import { batchLimits } from '../limits.ts'
import { account, common, goalShare, model } from './common.ts'
import { defineKind, severalAccounts } from './kind-settings.ts'

const own = section({
  expectedPairs: whole('pairs a video', { max: 50 }).default(12),
  videosPerJob: whole('videos a batch job', { max: 50 }).default(5),
  // A failed item is tried again in a later batch, twice.
  attempts: whole('batch jobs that a video may go through', { max: 10 }).default(3),
  // Google takes 20 MB inline; the rest of the request needs room too.
  inlineBytes: whole('bytes of a job that is sent inline; a larger one goes through a file', { max: 19_000_000 }).default(
    15_000_000,
  ),
  maxTokens: whole('tokens', { min: 256, max: 1_000_000 }).default(16_000),
})

const settings = section({
  ...common,
  kind: z.literal('batch'),
  limits: batchLimits.prefault({}),
  accounts: list(account, 'accounts').min(1, { error: 'at least one account' }),
  model,
  share: goalShare,
  batch: own.prefault({}),
})

/** Videos, asked about in batch jobs that live beyond sessions. */
export const batch = defineKind({
  settings,
  runs: true,
  metered: { scope: 'session', meter: 'slots' },
  accountApi: 'gemini',
  ...severalAccounts,
  modelsOf: pipeline => [pipeline.model],
  bringsReviews: true,
  needsWeb: false,
  deliversEmptyUnits: false,
  takes: 'batch',
})
