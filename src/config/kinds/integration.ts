import { z } from 'zod'
import { choice, flag, line, section, whole } from '../fields.ts'
import { sessionLimits } from '../limits.ts'
import { account, common, model } from './common.ts'
import { defineKind, oneAccount } from './kind-settings.ts'

const own = section({
  pairsPerJudge: whole('pairs', { max: 50 }).default(10),
  tokensPerPair: whole('tokens', { max: 100_000 }).default(600),
  merge: choice(['auto', 'always', 'never']).default('auto'),
  judgeImports: flag('whether imported pairs are judged too, which costs tokens').default(false),
  rubric: line('the name of the rubric').default('pairs-1'),
})

const settings = section({
  ...common,
  kind: z.literal('integration'),
  limits: sessionLimits.prefault({}),
  account,
  model,
  integration: own.prefault({}),
})

/** Merged deliveries and imports, graded into the database; it finds its tasks by itself. */
export const integration = defineKind({
  settings,
  runs: true,
  metered: { scope: 'session', meter: 'tokens' },
  accountApi: 'openai',
  ...oneAccount,
  modelsOf: pipeline => [pipeline.model],
  bringsReviews: false,
  needsWeb: false,
  deliversEmptyUnits: true,
  takes: null,
})
