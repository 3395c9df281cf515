import type { Account } from './config/accounts.ts'
import type { LimitSettings } from './config/limits.ts'
import { accountsOf } from './config/pipelines.ts'
import type { Config } from './config/schema.ts'
import type { ProcessIdentity } from './domain/claim.ts'
import { PerpetualError } from './domain/errors.ts'
import type { Instant } from './domain/instant.ts'
import { meters, type Meter } from './domain/ledger.ts'
import type { LimitNow, LimitsByMeter } from './domain/operation.ts'
import { dayWindowAt } from './domain/window.ts'
import type { Forge } from './forge/forge.ts'
import { createBreaker } from './models/breaker.ts'
import { createOpenAiCompatible } from './models/openai-compatible.ts'
import { createPacer } from './models/pacer.ts'
import { actualCost, worstCase } from './models/price.ts'
import { createAsker } from './models/retry.ts'
import { identifyProcess, isOfThisBoot, isProcessDead } from './process-identity.ts'
import type { Project } from './project.ts'
import { createResearchRun, findResearch, taskShape } from './research-tasks.ts'
import type { Costing } from './session/leg.ts'
import { openLookUp } from './session/look-up.ts'
import type { Reporter } from './session/reporter.ts'
import type { ReviewBookSetup } from './session/review-book.ts'
import type { SessionSetup } from './session/session-setup.ts'
import type { SessionSetting } from './session/setting.ts'
import { readSwitch } from './session/switch.ts'
import { createTaskBook } from './session/task-book.ts'
import type { TaskBook } from './session/task-book-port.ts'

/** What a call is taken to need, milliseconds, for the speed part of a task's grade: an estimate for long structured answers, not a measurement. */
const expectedCallMs = 12_000

/** A send whose price nobody knows is reserved as this share of the day's dollars, so that it cannot spend them unseen. */
const unknownPriceShare = 0.01

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

const withThreshold = (limits: LimitSettings, threshold: number | undefined): LimitSettings =>
  threshold === undefined || limits.calls === undefined
    ? limits
    : { ...limits, calls: { ...limits.calls, thresholdBasisPoints: Math.round(threshold * 10_000) } }

/** On GitHub a session of 850 calls may make 80 requests, so a checkpoint waits for so many calls while others are in flight. */
const fewestCallsOnGithub = 23

export interface SettingOptions {
  readonly forge: Forge['kind']
  /** From 0 to 1: moves the line of the account's calls. */
  readonly threshold?: number | undefined
}

/** What a pipeline's sessions are bound by. */
export function settingOf(config: Config, name: string, { forge, threshold }: SettingOptions): SessionSetting {
  const isGithub = forge === 'github'
  const pipeline = findResearch(config, name)
  const account = accountOf(config, pipeline.account)
  const limits = withThreshold(account.limits, threshold)
  const sharing = Object.entries(config.pipelines).filter(([, each]) => accountsOf(each).includes(pipeline.account))
  return {
    pipeline: name,
    agent: pipeline.agent,
    account: pipeline.account,
    accountPipelines: sharing.map(([other]) => other),
    concurrency: account.concurrency,
    leaseMs: pipeline.schedule.leaseMs,
    cooldownMs: pipeline.schedule.cooldownMs,
    warnAtBasisPoints: config.warnAtBasisPoints,
    accountLimits: now => limitsNow(limits, now),
    sessionLimits: limitsNow(pipeline.limits, '1970-01-01T00:00:00.000Z'),
    expectedCallMs,
    fewestCallsPerCheckpoint: isGithub ? fewestCallsOnGithub : 0,
    onSignal: isGithub ? 'save' : 'wrap',
    draftDeliveries: config.github.draft,
    reviewers: config.github.reviewers,
  }
}

function accountOf(config: Config, name: string): Account {
  const account = config.accounts[name]
  if (account === undefined)
    throw new PerpetualError(`Expected an account named \`${name}\`, found none`, { actBy: 'fix-config' })
  return account
}

const unknownPrices = { inputUsdPerMillion: null, outputUsdPerMillion: null, requestUsd: null } as const

const pricesOf = ({ prices }: Account, model: string) =>
  (Object.hasOwn(prices, model) ? prices[model] : undefined) ?? unknownPrices

function costingOf(account: Account): Costing {
  const usd = account.limits.usdMicros
  const line = usd === undefined ? 0 : (usd.budget * usd.thresholdBasisPoints) / 10_000
  return {
    worstCase: request => worstCase(request, pricesOf(account, request.model)),
    actualCost: (_request, usage) => actualCost(usage),
    unknownUsdMicros: Math.ceil(line * unknownPriceShare),
  }
}

/** The key from the environment, null for a server that wants none; missing is one clear line before anything is claimed. */
function keyOf(project: Project, account: Account): string | null {
  if (account.key === null) return null
  const key = project.environment[account.key]
  if (key !== undefined && key !== '') return key
  throw new PerpetualError(
    `Expected the environment variable ${account.key} to hold the provider's key, found none; set it, or try \`perpetual demo\`, which needs none`,
    { actBy: 'fix-config' },
  )
}

/**
 * Whether a claim's holder is certain to have ended: on this host by its process, on GitHub Actions by its run.
 * A repository on a disk has one host; one on GitHub is worked on from several, which may bear the same name.
 */
export const createDeathProof =
  ({ society }: Pick<Forge, 'society'>) =>
  async (holder: ProcessIdentity): Promise<boolean> =>
    society === undefined
      ? isProcessDead(holder)
      : (isOfThisBoot(holder) && isProcessDead(holder)) || (await society.hasEnded(holder))

/** What taking in reviews needs of a project; `warn` is told what went wrong without harm. */
export const reviewSetupOf = ({ forge, book, clock, config }: Project, warn: (message: string) => void): ReviewBookSetup => ({
  forge,
  book,
  clock,
  settingOf: name => settingOf(config, name, { forge: forge.kind }),
  report: event => event.type === 'warning' && warn(event.message),
})

/** The tasks of a project, by the names that people give them. */
export const openTaskBook = ({ forge, book, clock, config, environment }: Project): TaskBook =>
  createTaskBook({
    forge,
    book,
    clock,
    agentOf: pipeline => config.pipelines[pipeline]?.agent ?? pipeline,
    identity: identifyProcess(environment),
    isDead: createDeathProof(forge),
  })

/** A task's handoff: one comment on its issue, edited; or one discussion a task where the configuration names a category. */
function createAnnouncer({ forge, config }: Project, report: Reporter): SessionSetup['announce'] {
  const category = config.github.handoffs?.discussionCategory
  return async (task, { body, pipeline }) => {
    const marker = `handoff:${task.id}`
    if (category !== undefined && forge.society !== undefined)
      await forge.society.discussions.publish({ category, title: `Handoffs of ${pipeline}: ${task.id}`, body, marker })
    else if (task.issue !== null) {
      const written = await forge.issues.comment(task.issue, { body, marker })
      const why = written === 'gone' ? 'was deleted or moved' : written === 'locked' ? 'is locked, so it takes no comment' : null
      if (why !== null)
        report({
          type: 'warning',
          message: `Issue #${task.issue} ${why}; the handoff of ${task.id} is on perpetual/state alone.`,
        })
    }
  }
}

export interface SessionOptions {
  readonly report: Reporter
  readonly asked: AbortSignal
  readonly threshold?: number | undefined
}

/** Everything a session of one pipeline needs, built from the configuration. Throws `fix-config` where a key is missing. */
export function composeSession(project: Project, name: string, { report, asked, threshold }: SessionOptions): SessionSetup {
  const { config, forge, book, clock } = project
  const pipeline = findResearch(config, name)
  const account = accountOf(config, pipeline.account)
  if (account.api !== 'openai')
    throw new PerpetualError(
      `Expected account \`${pipeline.account}\` of research to speak the OpenAI protocol, got \`${account.api}\``,
      { actBy: 'fix-config' },
    )
  const adapter = createOpenAiCompatible({
    baseUrl: account.baseUrl,
    key: keyOf(project, account),
    keyName: account.key ?? '',
    flavour: account.flavour,
    timeoutMs: account.timeoutMs,
    title: 'Perpetual',
  })
  return {
    setting: settingOf(config, name, { forge: forge.kind, threshold }),
    book,
    forge,
    clock,
    identity: identifyProcess(forge.kind === 'github' ? project.environment : {}),
    isDead: createDeathProof(forge),
    costing: costingOf(account),
    createProvider: permit => {
      const breaker = createBreaker()
      const pacer = createPacer({ requestsPerMinute: account.requestsPerMinute, concurrency: account.concurrency })
      const asker = createAsker({ adapter, pacer, breaker, permit, clock, random: Math.random })
      return {
        ask: (request, signal) => asker.ask(request, signal),
        down: () => {
          const error = breaker.state().openedBy
          return error === null ? undefined : { message: error.message, actBy: error.actBy }
        },
      }
    },
    providerCount: () => adapter.account(AbortSignal.timeout(10_000)).catch(() => ({ sendsToday: null, sendsPerDay: null })),
    taskSettings: taskShape(pipeline),
    createRun: (task, outcomes) => createResearchRun(config, task, outcomes),
    openLookUp: except => openLookUp(project, except),
    isPaused: async () => !pipeline.enabled || (await readSwitch(forge.state)).paused,
    announce: createAnnouncer(project, report),
    report,
    asked,
  }
}
