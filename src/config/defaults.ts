import type { ConfigInput } from './schema.ts'

/** Five pipelines as data; a file only says what it wants otherwise. `perpetual init` writes exactly this. */
export const defaults = {
  goal: 30_000,
  warnAt: 0.75,
  dataset: { language: 'en', license: '', use: 'rag', rehearsal: false },
  sources: { deny: [], minDomainsForNumbers: 1, maxDomainShare: 0.4 },
  github: { draft: false, reviewers: [] },
  reviews: { maxWaiting: 8, alertAfter: '3d', knownFor: '30d' },
  plan: { heartbeat: '6h', proposeBelow: 3, maxProposals: 3 },
  accounts: {
    openrouter: {
      api: 'openai',
      baseUrl: 'https://openrouter.ai/api/v1',
      key: 'OPENROUTER_API_KEY',
      requestsPerMinute: 20,
      concurrency: 8,
      limits: {
        calls: { budget: 1000, per: 'day', threshold: 0.85, resets: '00:00 UTC' },
        usd: { budget: 2, per: 'day', threshold: 1, resets: '00:00 UTC' },
      },
      prices: {
        'deepseek/deepseek-v4-flash': { inputUsdPerMillion: 0.14, outputUsdPerMillion: 0.28, requestUsd: 0.02 },
        'qwen/qwen3-30b-a3b-instruct-2507': { inputUsdPerMillion: 0.09, outputUsdPerMillion: 0.3, requestUsd: 0 },
      },
    },
    zai: {
      api: 'openai',
      baseUrl: 'https://api.z.ai/api/paas/v4',
      key: 'ZAI_API_KEY',
      requestsPerMinute: 60,
      concurrency: 2,
      limits: {
        calls: { budget: 5000, per: 'day', threshold: 0.85, resets: '00:00 UTC' },
        usd: { budget: 2, per: 'day', threshold: 1, resets: '00:00 UTC' },
      },
      // Z.AI's answers tell no cost, so these are what its calls are charged at; a search is a cent.
      prices: {
        'glm-5.3-flash': { inputUsdPerMillion: 0.15, outputUsdPerMillion: 0.5, requestUsd: 0.01 },
        'glm-5.3': { inputUsdPerMillion: 1.4, outputUsdPerMillion: 4.4, requestUsd: 0 },
      },
    },
    gemini: { api: 'gemini', key: 'GEMINI_API_KEY', limits: { usd: { budget: 2 } } },
    'sister-gemini': { api: 'gemini', key: 'SISTER_GEMINI_API_KEY', limits: { usd: { budget: 2 } } },
    claude: {
      api: 'openai',
      baseUrl: 'https://openrouter.ai/api/v1',
      key: 'CLAUDE_OPENROUTER_API_KEY',
      concurrency: 4,
      limits: { usd: { budget: 2, per: 'day', threshold: 1, resets: '00:00 UTC' } },
      prices: { 'anthropic/claude-sonnet-4.5': { inputUsdPerMillion: 3, outputUsdPerMillion: 15, requestUsd: 0 } },
    },
  },
  pipelines: {
    'droid-research': {
      agent: 'droid',
      kind: 'research',
      account: 'openrouter',
      model: 'deepseek/deepseek-v4-flash',
      judgeModel: 'qwen/qwen3-30b-a3b-instruct-2507',
      share: 6,
      schedule: { every: '2h', cooldown: '30m', lease: '10m', after: [] },
      research: {
        callsPerIndicator: 100,
        stages: { plan: 3, research: 50, write: 18, judge: 18, reserve: 11 },
        acceptTarget: 88,
        search: { maxResults: 5 },
      },
    },
    'droid-eastern': {
      agent: 'droid',
      kind: 'batch',
      accounts: ['gemini', 'sister-gemini'],
      model: 'gemini-3.6-flash',
      share: 3,
      schedule: { every: '1h', cooldown: '30m', lease: '10m', after: [] },
      limits: { slots: { budget: 10, threshold: 0.9 } },
      batch: { expectedPairs: 12, videosPerJob: 5 },
    },
    'zai-institutional': {
      agent: 'zai',
      kind: 'research',
      account: 'zai',
      model: 'glm-5.3-flash',
      judgeModel: 'glm-5.3',
      share: 1,
      schedule: { every: '2h', cooldown: '30m', lease: '10m', after: [] },
      research: { callsPerIndicator: 100, acceptTarget: 88 },
    },
    'zai-implementation': {
      agent: 'zai',
      kind: 'implementation',
      account: 'zai',
      model: 'glm-5.3',
      schedule: { every: '2h', cooldown: '30m', lease: '10m', after: [] },
      limits: { minutes: { budget: 480, per: 'session', threshold: 0.85 } },
    },
    'claude-integration': {
      agent: 'claude',
      kind: 'integration',
      account: 'claude',
      model: 'anthropic/claude-sonnet-4.5',
      schedule: {
        every: '1h',
        cooldown: '30m',
        lease: '10m',
        after: ['droid-research', 'droid-eastern', 'zai-institutional'],
      },
      limits: { tokens: { budget: 200_000, per: 'session', threshold: 0.85 } },
      integration: { pairsPerJudge: 10, merge: 'auto' },
    },
  },
} as const satisfies ConfigInputLike

/** `ConfigInput` with read-only lists, which is what a constant has. */
type ReadonlyDeep<Value> = Value extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: ReadonlyDeep<Value[Key]> }
    : Value
type ConfigInputLike = ReadonlyDeep<ConfigInput>
