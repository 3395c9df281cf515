import type { Account } from '../config/accounts.ts'
import type { PipelineSettings } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import { estimates, pricingOf } from './estimates.ts'
import type { BatchYield, CallsYield, IntegrationYield, PipelineYield } from './model.ts'

/** What a task of a pipeline is made of, and whether its account's provider says what each request cost. */
export interface YieldFacts {
  readonly account: Account
  readonly tellsCost: boolean
  /** Units of its tasks, on average; null where there is no task to see. */
  readonly unitsPerTask: number | null
}

type ResearchSettings = PipelineSettings<'research'>
type Stage = keyof typeof estimates.promptTokens

const stages = ['plan', 'research', 'write', 'judge'] as const

/** What a call of a stage costs, and what it is reserved at: its prompt by bytes, its answer at the most. */
function costOfStage(stage: Stage, settings: ResearchSettings, { account, tellsCost }: YieldFacts) {
  const { research, model, judgeModel } = settings
  const { costOf } = pricingOf(account, stage === 'judge' ? judgeModel : model, tellsCost)
  const searches = stage === 'research'
  const prompt = estimates.promptTokens[stage]
  const pages = searches ? research.search.maxResults * estimates.pageTokens : 0
  const most = research.maxTokens[stage]
  return {
    usual: costOf({ inputTokens: prompt + pages, outputTokens: most * estimates.answerShare, searches }),
    worst: costOf({ inputTokens: prompt * estimates.bytesPerToken, outputTokens: most, searches: true }),
  }
}

function researchYield(settings: ResearchSettings, facts: YieldFacts): CallsYield {
  const { callsPerIndicator, acceptTarget, stages: split } = settings.research
  const all = split.plan + split.research + split.write + split.judge + split.reserve
  const costs = Object.fromEntries(stages.map(stage => [stage, costOfStage(stage, settings, facts)]))
  // The reserve is for repairs and for pairs that are written and judged anew.
  const weights = { ...split, write: split.write + split.reserve / 2, judge: split.judge + split.reserve / 2 }
  const micros = stages.reduce((sum, stage) => sum + (costs[stage]?.usual ?? 0) * (weights[stage] / all), 0)
  return {
    type: 'calls',
    unitsPerTask: facts.unitsPerTask ?? 1,
    callsPerUnit: callsPerIndicator,
    sendsPerCall: estimates.sendsPerCall,
    pairsPerUnit: { mean: acceptTarget, spread: acceptTarget * estimates.pairsSpread },
    msPerCall: estimates.msPerCall,
    usdMicrosPerSend: Math.round(micros / estimates.sendsPerCall),
    worstUsdMicrosPerSend: Math.max(...stages.map(stage => costs[stage]?.worst ?? 0)),
    bytesPerPair: estimates.deliveredBytes,
  }
}

function batchYield({ batch, model }: PipelineSettings<'batch'>, { account, tellsCost, unitsPerTask }: YieldFacts): BatchYield {
  const { costOf } = pricingOf(account, model, tellsCost)
  const mean = batch.expectedPairs * estimates.videoShare
  const outputTokens = batch.maxTokens * estimates.answerShare
  return {
    type: 'batch',
    unitsPerTask: unitsPerTask ?? estimates.videosPerTask,
    unitsPerJob: batch.videosPerJob,
    pairsPerUnit: { mean, spread: mean * estimates.pairsSpread },
    jobHours: estimates.jobHours,
    failed: estimates.failedJobs,
    usdMicrosPerUnit: costOf({ inputTokens: estimates.videoTokens, outputTokens, searches: false }),
    // A model's whole window, because nobody knows how long a video is.
    worstUsdMicrosPerUnit: costOf({ inputTokens: 1_048_576, outputTokens: batch.maxTokens, searches: false }),
    bytesPerPair: estimates.deliveredBytes,
  }
}

function integrationYield(
  { integration: { pairsPerJudge, tokensPerPair }, model }: PipelineSettings<'integration'>,
  { account, tellsCost }: YieldFacts,
): IntegrationYield {
  const { costOf } = pricingOf(account, model, tellsCost)
  const inputTokens = tokensPerPair * estimates.sheetShare
  const outputTokens = tokensPerPair - inputTokens
  const worst = { inputTokens: inputTokens * estimates.bytesPerToken * pairsPerJudge, outputTokens: outputTokens * pairsPerJudge }
  const perCall = { inputTokens: inputTokens * pairsPerJudge, outputTokens: outputTokens * pairsPerJudge }
  return {
    type: 'integration',
    pairsPerCall: pairsPerJudge,
    tokensPerPair,
    worstTokensPerCall: Math.ceil(worst.inputTokens + worst.outputTokens),
    usdMicrosPerPair: Math.round(costOf({ ...perCall, searches: false }) / pairsPerJudge),
    worstUsdMicrosPerCall: costOf({ ...worst, searches: false }),
    accepted: estimates.integrated,
    msPerCall: estimates.msPerCall,
    bytesPerPair: estimates.rowBytes,
  }
}

/** What the configuration promises of a pipeline; null for a kind that brings nothing or that this version does not run. */
export function configuredYield(settings: PipelineSettings, facts: YieldFacts): PipelineYield | null {
  if (settings.kind === 'research') return researchYield(settings, facts)
  if (settings.kind === 'batch') return batchYield(settings, facts)
  return settings.kind === 'integration' ? integrationYield(settings, facts) : null
}

/** The account that a pipeline draws on first. */
export function firstAccountOf(config: Config, accounts: readonly string[]): Account | undefined {
  const [name] = accounts
  return name === undefined || !Object.hasOwn(config.accounts, name) ? undefined : config.accounts[name]
}
