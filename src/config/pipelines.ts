import { z } from 'zod'
import { choice, duration, flag, line, list, name, section, whole } from './fields.ts'
import { batchLimits, sessionLimits } from './limits.ts'
import { oneOf } from './nearest.ts'

export const pipelineKinds = ['research', 'batch', 'implementation', 'integration'] as const

const schedule = section({
  every: duration('how often a session may begin').prefault('2h'),
  cooldown: duration('how long to rest after a session').prefault('30m'),
  // A claim is renewed at every checkpoint, which comes after a third of the lease at the latest: a slow one still holds it.
  lease: duration('how long a claim holds without a checkpoint', 5_000).prefault('10m'),
  after: list(name('the name of a pipeline'), 'pipelines').default([]),
}).transform(({ every, cooldown, lease, after }) => ({ everyMs: every, cooldownMs: cooldown, leaseMs: lease, after }))

/** How much of the goal it is to bring, against the shares of the others; what is most behind begins first. */
const goalShare = z
  .number({ error: 'its part of the goal against that of others, a number above 0' })
  .gt(0, { error: 'its part of the goal against that of others, a number above 0' })
  .max(1_000_000, { error: 'its part of the goal against that of others, a number of at most 1,000,000' })
  .default(1)

const model = line('the name of a model at the account')

const common = {
  agent: name('the name of an agent'),
  enabled: flag('whether sessions of this pipeline may begin').default(true),
  schedule: schedule.prefault({}),
}

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

const research = section({
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

const account = name('the name of an account')

const batch = section({
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

const integration = section({
  pairsPerJudge: whole('pairs', { max: 50 }).default(10),
  tokensPerPair: whole('tokens', { max: 100_000 }).default(600),
  merge: choice(['auto', 'always', 'never']).default('auto'),
  judgeImports: flag('whether imported pairs are judged too, which costs tokens').default(false),
  rubric: line('the name of the rubric').default('pairs-1'),
})

const researchPipeline = section({
  ...common,
  limits: sessionLimits.prefault({}),
  kind: z.literal('research'),
  account,
  model,
  judgeModel: model,
  share: goalShare,
  research: research.prefault({}),
})
const batchPipeline = section({
  ...common,
  kind: z.literal('batch'),
  limits: batchLimits.prefault({}),
  accounts: list(account, 'accounts').min(1, { error: 'at least one account' }),
  model,
  share: goalShare,
  batch: batch.prefault({}),
})
const implementationPipeline = section({
  ...common,
  kind: z.literal('implementation'),
  limits: sessionLimits.prefault({}),
  account,
  model,
})
const integrationPipeline = section({
  ...common,
  kind: z.literal('integration'),
  limits: sessionLimits.prefault({}),
  account,
  model,
  integration: integration.prefault({}),
})

/** One pipeline: who works, with which key and model, when, and how much a session may spend. */
export const pipelineSchema = z.discriminatedUnion(
  'kind',
  [researchPipeline, batchPipeline, implementationPipeline, integrationPipeline],
  {
    error: issue => {
      if (issue.code !== 'invalid_union') return 'a map of settings'
      const { input } = issue
      return oneOf(typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined, pipelineKinds)
    },
  },
)
export type PipelineSettings = z.infer<typeof pipelineSchema>
export type ResearchPipelineSettings = z.infer<typeof researchPipeline>
export type BatchPipelineSettings = z.infer<typeof batchPipeline>
export type IntegrationPipelineSettings = z.infer<typeof integrationPipeline>

export const accountsOf = (pipeline: PipelineSettings): readonly string[] =>
  pipeline.kind === 'batch' ? pipeline.accounts : [pipeline.account]

export const modelsOf = (pipeline: PipelineSettings): readonly string[] =>
  pipeline.kind === 'research' ? [pipeline.model, pipeline.judgeModel] : [pipeline.model]
