import { loadConfig } from '../../src/config/load-config.ts'
import { settingOf } from '../../src/session-setting.ts'
import type { PipelineYield, SimulationModel } from '../../src/simulation/model.ts'

/** What the five default pipelines might bring, in round numbers. */
export const sampleYields: Readonly<Record<string, PipelineYield>> = {
  'droid-research': {
    type: 'calls',
    unitsPerTask: 5,
    callsPerUnit: 100,
    sendsPerCall: 1,
    pairsPerUnit: { mean: 88, spread: 8 },
    msPerCall: 12_000,
    usdMicrosPerSend: 1000,
    worstUsdMicrosPerSend: 20_000,
    bytesPerPair: 4800,
  },
  'droid-eastern': {
    type: 'batch',
    unitsPerTask: 20,
    unitsPerJob: 5,
    pairsPerUnit: { mean: 10, spread: 3 },
    jobHours: { median: 8, sigma: 0.5 },
    failed: 0.03,
    usdMicrosPerUnit: 20_000,
    worstUsdMicrosPerUnit: 80_000,
    bytesPerPair: 4800,
  },
  'zai-institutional': {
    type: 'calls',
    unitsPerTask: 5,
    callsPerUnit: 100,
    sendsPerCall: 1.05,
    pairsPerUnit: { mean: 80, spread: 10 },
    msPerCall: 12_000,
    usdMicrosPerSend: 400,
    worstUsdMicrosPerSend: 15_000,
    bytesPerPair: 4800,
  },
  'claude-integration': {
    type: 'integration',
    pairsPerCall: 10,
    tokensPerPair: 500,
    worstTokensPerCall: 12_000,
    usdMicrosPerPair: 1500,
    worstUsdMicrosPerCall: 60_000,
    accepted: 0.95,
    msPerCall: 15_000,
    bytesPerPair: 1500,
  },
}

/** The defaults with calm weather: nothing comes late, nobody dies, every part is read within hours. */
export const calmModel = (change: Partial<SimulationModel> = {}): SimulationModel => ({
  config: loadConfig('', 'perpetual.yml'),
  settingOf: (config, pipeline, account) => settingOf(config, pipeline, { forge: 'github', account }),
  start: '2026-12-01T00:00:00.000Z',
  days: 30,
  seed: 1,
  yields: sampleYields,
  reviewing: { approval: 0.95, kept: 0.97, delayHours: 5, perDay: null },
  cron: { everyMinutes: 60, lateMinutes: 5, dropped: 0, twice: 0 },
  faults: { killed: 0, refused: 0, outage: 0, suspended: 0 },
  interventions: [],
  telling: ['openrouter'],
  beginning: { database: 20_767, queue: { 'droid-research': 12, 'droid-eastern': 10, 'zai-institutional': 5 }, proposals: true },
  maxMinutes: 330,
  ...change,
})
