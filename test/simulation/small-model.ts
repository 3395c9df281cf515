import * as fc from 'fast-check'
import { loadConfig } from '../../src/config/load-config.ts'
import type { Config } from '../../src/config/schema.ts'
import type { Intervention, PipelineYield, SimulationModel } from '../../src/simulation/model.ts'
import { calmModel } from './sample-model.ts'

/** Small budgets and short tasks, so that everything that may happen happens in a month: two pipelines share a key whose day begins at an odd minute. */
const written = `
goal: 100000
reviews: { maxWaiting: 4 }
accounts:
  key:
    api: openai
    baseUrl: https://models.example.com/v1
    key: A_KEY
    concurrency: 4
    limits:
      calls: { budget: 100, threshold: 0.85, resets: "07:31 UTC" }
      usd: { budget: 1, resets: "07:31 UTC" }
  judge: { api: openai, baseUrl: https://models.example.com/v1, key: A_JUDGE, limits: { usd: { budget: 1 } } }
  east: { api: gemini, key: AN_EAST, limits: { usd: { budget: 0.3 } } }
  west: { api: gemini, key: A_WEST, limits: { usd: { budget: 0.3 } } }
pipelines:
  alpha: { agent: a, kind: research, account: key, model: m, judgeModel: m, share: 2, schedule: { every: 3h, cooldown: 30m } }
  beta: { agent: b, kind: research, account: key, model: m, judgeModel: m, schedule: { every: 2h, cooldown: 1h, lease: 5m } }
  films: { agent: a, kind: batch, accounts: [east, west], model: m, schedule: { every: 4h }, limits: { slots: { budget: 5, threshold: 0.8 } } }
  keep:
    agent: c
    kind: integration
    account: judge
    model: m
    schedule: { every: 4h, after: [alpha, beta, films] }
    limits: { tokens: { budget: 60000 } }
`

const accountNames = ['key', 'judge', 'east', 'west'] as const
const pipelineNames = ['alpha', 'beta', 'films', 'keep'] as const

function pick<Value>(record: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)))
}

export function smallConfig(): Config {
  const config = loadConfig(written, 'perpetual.yml')
  return { ...config, accounts: pick(config.accounts, accountNames), pipelines: pick(config.pipelines, pipelineNames) }
}

const calls: PipelineYield = {
  type: 'calls',
  unitsPerTask: 3,
  callsPerUnit: 12,
  sendsPerCall: 1,
  pairsPerUnit: { mean: 60, spread: 30 },
  msPerCall: 20_000,
  usdMicrosPerSend: 2000,
  worstUsdMicrosPerSend: 9000,
  bytesPerPair: 6000,
}

export const smallYields: Readonly<Record<string, PipelineYield>> = {
  alpha: calls,
  beta: { ...calls, sendsPerCall: 1.3, usdMicrosPerSend: 9000, worstUsdMicrosPerSend: 30_000 },
  films: {
    type: 'batch',
    unitsPerTask: 6,
    unitsPerJob: 2,
    pairsPerUnit: { mean: 8, spread: 6 },
    jobHours: { median: 5, sigma: 1 },
    failed: 0.15,
    usdMicrosPerUnit: 30_000,
    worstUsdMicrosPerUnit: 90_000,
    bytesPerPair: 6000,
  },
  keep: {
    type: 'integration',
    pairsPerCall: 20,
    tokensPerPair: 300,
    worstTokensPerCall: 15_000,
    usdMicrosPerPair: 300,
    worstUsdMicrosPerCall: 20_000,
    accepted: 0.9,
    msPerCall: 20_000,
    bytesPerPair: 2000,
  },
}

export const smallModel = (change: Partial<SimulationModel> = {}): SimulationModel =>
  calmModel({
    config: smallConfig(),
    yields: smallYields,
    cron: { everyMinutes: 120, lateMinutes: 10, dropped: 0, twice: 0 },
    telling: ['key'],
    beginning: { database: 0, queue: { alpha: 30, beta: 20, films: 12 }, proposals: true },
    ...change,
  })

/** In whole percents, because a random double is almost always next to nothing. */
const share = (most: number) => fc.integer({ min: 0, max: most }).map(percent => percent / 100)

const interventionOf = (days: number): fc.Arbitrary<Intervention> => {
  const atHours = fc.integer({ min: 0, max: days * 24 })
  const pipeline = fc.constantFrom(...pipelineNames)
  return fc.oneof(
    fc.record({ atHours, type: fc.constant('force' as const), pipeline }),
    fc.record({ atHours, type: fc.constant('pause' as const), hours: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ atHours, type: fc.constant('away' as const), hours: fc.integer({ min: 24, max: 168 }) }),
    fc.record({ atHours, type: fc.constantFrom('block' as const, 'unblock' as const), pipeline }),
    fc.record({ atHours, type: fc.constant('threshold' as const), account: fc.constant('key'), threshold: share(100) }),
  )
}

/** A month in which anything may come late, die, be refused or be left unread: short enough to be printed where it breaks a promise. */
export const anyMonth = (days: number) =>
  fc.record({
    days: fc.constant(days),
    seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    killed: share(50),
    suspended: share(25),
    outage: share(20),
    refused: share(30),
    lateMinutes: fc.integer({ min: 0, max: 90 }),
    dropped: share(50),
    twice: share(50),
    approval: share(70).map(least => least + 0.3),
    delayHours: fc.integer({ min: 1, max: 60 }),
    perDay: fc.option(fc.integer({ min: 1, max: 10 })),
    maxMinutes: fc.option(fc.integer({ min: 1, max: 120 })),
    tells: fc.boolean(),
    proposals: fc.boolean(),
    merge: fc.constantFrom('always' as const, 'never' as const),
    maxWaiting: fc.constantFrom(0, 2, 8, 1000),
    // Half of them so that sessions are at work when the key's day begins, a minute before a tick or some after it.
    startMinute: fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 80, max: 92 })),
    interventions: fc.array(interventionOf(days), { maxLength: 12 }),
  })

type Month = ReturnType<typeof anyMonth> extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** The small world in such a month. */
export function modelOf({ killed, suspended, outage, refused, lateMinutes, dropped, twice, ...month }: Month): SimulationModel {
  const { days, seed, interventions, maxMinutes, approval, delayHours, perDay, proposals, tells } = month
  return smallModel({
    config: { ...withMerge(smallConfig(), month.merge), reviews: { ...smallConfig().reviews, maxWaiting: month.maxWaiting } },
    days,
    seed,
    start: new Date(Date.parse('2026-12-01T00:00:00.000Z') + month.startMinute * 60_000).toISOString(),
    faults: { killed, suspended, outage, refused },
    cron: { everyMinutes: 120, lateMinutes, dropped, twice },
    reviewing: { approval, kept: 0.9, delayHours, perDay },
    maxMinutes,
    telling: tells ? ['key'] : [],
    interventions,
    beginning: { ...smallModel().beginning, proposals },
  })
}

function withMerge(config: Config, merge: 'always' | 'never'): Config {
  const keep = config.pipelines['keep']
  if (keep?.kind !== 'integration') throw new Error('keep integrates')
  return { ...config, pipelines: { ...config.pipelines, keep: { ...keep, integration: { ...keep.integration, merge } } } }
}
