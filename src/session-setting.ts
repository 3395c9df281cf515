import type { Account } from './config/accounts.ts'
import type { LimitSettings } from './config/limits.ts'
import { accountsOf, factsOf } from './config/pipelines.ts'
import type { Config } from './config/schema.ts'
import { PerpetualError } from './domain/errors.ts'
import type { Instant } from './domain/instant.ts'
import { meters, type Meter } from './domain/ledger.ts'
import type { LimitNow, LimitsByMeter } from './domain/operation.ts'
import { countWaitingParts, type Task } from './domain/task.ts'
import { dayWindowAt } from './domain/window.ts'
import type { Forge } from './forge/forge.ts'
import { findPipeline } from './kinds/find-pipeline.ts'
import type { SessionSetting } from './session/setting.ts'

/** What a call is taken to need, milliseconds, for the speed part of a task's grade: an estimate for long structured answers, not a measurement. */
const expectedCallMs = 12_000

const limitsNow = (limits: LimitSettings, now: Instant): LimitsByMeter => {
  const current: Partial<Record<Meter, LimitNow>> = {}
  for (const meter of meters) {
    const limit = limits[meter]
    if (limit === undefined) continue
    const { budget, thresholdBasisPoints } = limit
    current[meter] = { budget, thresholdBasisPoints, window: limit.per === 'day' ? dayWindowAt(now, limit.resetMinuteUtc) : null }
  }
  return current
}

const withThreshold = (limits: LimitSettings, meter: Meter, threshold: number | undefined): LimitSettings => {
  const limit = limits[meter]
  return threshold === undefined || limit === undefined
    ? limits
    : { ...limits, [meter]: { ...limit, thresholdBasisPoints: Math.round(threshold * 10_000) } }
}

/** On GitHub a session of 850 calls may make 80 requests, so a checkpoint waits for so many calls while others are in flight. */
const fewestCallsOnGithub = 23

export interface SettingOptions {
  readonly forge: Forge['kind']
  /** From 0 to 1: moves the line of what the pipeline is metered in. */
  readonly threshold?: number | undefined
  /** Which of the pipeline's accounts; the first where it is left out. */
  readonly account?: string | undefined
}

/** What a pipeline's sessions are bound by. */
export function settingOf(config: Config, name: string, { forge, threshold, account: wanted }: SettingOptions): SessionSetting {
  const isGithub = forge === 'github'
  const pipeline = findPipeline(config, name)
  const accountName = wanted ?? accountsOf(pipeline)[0] ?? ''
  const account = accountOf(config, accountName)
  const { metered, bringsReviews, deliversEmptyUnits } = factsOf(pipeline)
  const limitsOf = (limits: LimitSettings, scope: typeof metered.scope): LimitSettings =>
    metered.scope === scope ? withThreshold(limits, metered.meter, threshold) : limits
  const accountLimits = limitsOf(account.limits, 'account')
  const sharing = Object.entries(config.pipelines).filter(([, each]) => accountsOf(each).includes(accountName))
  return {
    pipeline: name,
    agent: pipeline.agent,
    account: accountName,
    accountPipelines: sharing.map(([other]) => other),
    concurrency: account.concurrency,
    leaseMs: pipeline.schedule.leaseMs,
    cooldownMs: pipeline.schedule.cooldownMs,
    everyMs: pipeline.schedule.everyMs,
    after: pipeline.schedule.after,
    maxWaitingParts: bringsReviews ? config.reviews.maxWaiting : null,
    warnAtBasisPoints: config.warnAtBasisPoints,
    accountLimits: now => limitsNow(accountLimits, now),
    sessionLimits: limitsNow(limitsOf(pipeline.limits, 'session'), '1970-01-01T00:00:00.000Z'),
    metered,
    deliversEmptyUnits,
    expectedCallMs,
    fewestCallsPerCheckpoint: isGithub ? fewestCallsOnGithub : 0,
    onSignal: isGithub ? 'save' : 'wrap',
    draftDeliveries: config.github.draft,
    reviewers: config.github.reviewers,
  }
}

export function accountOf(config: Config, name: string): Account {
  const account = config.accounts[name]
  if (account === undefined)
    throw new PerpetualError(`Expected an account named \`${name}\`, found none`, { actBy: 'fix-config' })
  return account
}

/** Parts that reviewers have to read. What integration opens holds what was read before: it asks for a merge, not for time. */
export const countPartsToRead = ({ pipelines }: Pick<Config, 'pipelines'>, tasks: readonly Task[]): number =>
  countWaitingParts(
    tasks.filter(({ pipeline }) => {
      const settings = Object.hasOwn(pipelines, pipeline) ? pipelines[pipeline] : undefined
      return settings === undefined || factsOf(settings).bringsReviews
    }),
  )
