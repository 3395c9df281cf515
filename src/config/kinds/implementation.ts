import { z } from 'zod'
import { section } from '../fields.ts'
import { sessionLimits } from '../limits.ts'
import { account, common, model } from './common.ts'
import { defineKind, oneAccount } from './kind-settings.ts'

const settings = section({
  ...common,
  kind: z.literal('implementation'),
  limits: sessionLimits.prefault({}),
  account,
  model,
})

/** Code tasks: they are taken in and kept, and this version has no sessions that work on them. */
export const implementation = defineKind({
  settings,
  runs: false,
  metered: { scope: 'session', meter: 'minuteMillis' },
  accountApi: 'openai',
  ...oneAccount,
  modelsOf: pipeline => [pipeline.model],
  bringsReviews: true,
  needsWeb: false,
  deliversEmptyUnits: false,
  takes: 'implementation',
})
