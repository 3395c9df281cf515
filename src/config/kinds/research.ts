import { z } from 'zod'
import { line, section, whole } from '../fields.ts'
import { sessionLimits } from '../limits.ts'
import { account, common, goalShare, model } from './common.ts'
import { defineKind, oneAccount } from './kind-settings.ts'

/** How many calls of an indicator each stage gets, as a proportion: another `callsPerIndicator` scales it. */
const stages = section({
  plan: whole('calls', { min: 1, max: 10_000 }).default(3),
  research: whole('calls', { min: 1, max: 10_000 }).default(50),
  write: whole('calls', { min: 1, max: 10_000 }).default(18),
  judge: whole('calls', { min: 1, max: 10_000 }).default(18),
  reserve: whole('calls', { min: 0, max: 10_000 }).default(11),
})

/** The most an answer of each stage may be: of the largest answers that were measured, with a third to spare. */
const maxTokens = section({
  plan: whole('tokens', { min: 256, max: 1_000_000 }).default(8000),
  research: whole('tokens', { min: 256, max: 1_000_000 }).default(4000),
  write: whole('tokens', { min: 256, max: 1_000_000 }).default(8000),
  judge: whole('tokens', { min: 256, max: 1_000_000 }).default(4000),
})

const own = section({
  callsPerIndicator: whole('calls', { min: 5, max: 10_000 }).default(100),
  stages: stages.prefault({}),
  acceptTarget: whole('pairs', { max: 10_000 }).default(88),
  queriesPerIndicator: whole('queries', { max: 10_000 }).default(100),
  pairsPerWrite: whole('pairs', { max: 50 }).default(8),
  pairsPerJudge: whole('pairs', { max: 50 }).default(8),
  maxTokens: maxTokens.prefault({}),
  search: section({ maxResults: whole('search results', { max: 20 }).default(5) }).prefault({}),
  rubric: line('the name of the rubric').default('pairs-1'),
})

const settings = section({
  ...common,
  limits: sessionLimits.prefault({}),
  kind: z.literal('research'),
  account,
  model,
  judgeModel: model,
  share: goalShare,
  research: own.prefault({}),
})

/** Assignments and topics, researched on the web, written, judged. */
export const research = defineKind({
  settings,
  runs: true,
  metered: { scope: 'account', meter: 'calls' },
  accountApi: 'openai',
  ...oneAccount,
  modelsOf: pipeline => [pipeline.model, pipeline.judgeModel],
  bringsReviews: true,
  needsWeb: true,
  deliversEmptyUnits: false,
  takes: 'research',
})
