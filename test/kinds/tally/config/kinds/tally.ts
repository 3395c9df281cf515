import { z } from 'zod'
import { section } from '../fields.ts'
import { sessionLimits } from '../limits.ts'
import { account, common, model } from './common.ts'
import { defineKind, oneAccount } from './kind-settings.ts'

const settings = section({
  ...common,
  kind: z.literal('tally'),
  limits: sessionLimits.prefault({}),
  account,
  model,
})

/** Slogans, and how long they are. */
export const tally = defineKind({
  settings,
  runs: true,
  metered: { scope: 'session', meter: 'calls' },
  accountApi: 'openai',
  ...oneAccount,
  modelsOf: pipeline => [pipeline.model],
  bringsReviews: true,
  needsWeb: false,
  deliversEmptyUnits: false,
  takes: 'research',
})
