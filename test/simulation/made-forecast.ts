import { loadConfig } from '../../src/config/load-config.ts'
import { settingOf } from '../../src/session-setting.ts'
import { forecastOf, type Forecast } from '../../src/simulation/forecast.ts'
import type { DayTrace, PipelineDay, Trace } from '../../src/simulation/model.ts'
import type { Outset } from '../../src/simulation/scenario.ts'

const emptyPipelineDay: PipelineDay = { sends: 0, accepted: 0, sessions: 0, usedOfLine: 0, restHours: {} }

export const makeDay = (change: Partial<DayTrace> = {}): DayTrace => ({
  date: '2026-12-01',
  added: 0,
  accepted: 0,
  delivered: 0,
  merged: 0,
  rejected: 0,
  usd: 0,
  usdByAccount: {},
  githubRequests: 0,
  githubRequestsInHour: 0,
  runnerMinutes: 0,
  pipelines: {},
  ...change,
})

/** Days that are all alike. */
export const makeTrace = (days: number, day: Partial<DayTrace>, change: Partial<Trace> = {}): Trace => ({
  days: Array.from({ length: days }, () => makeDay(day)),
  database: days * (day.added ?? 0),
  goalDay: null,
  ...change,
})

export const pipelineDay = (change: Partial<PipelineDay>): PipelineDay => ({ ...emptyPipelineDay, ...change })

export const defaultConfig = loadConfig('', 'perpetual.yml')

export const makeForecast = (change: Partial<Forecast> = {}): Forecast => ({
  ...forecastOf([makeTrace(30, {})], { config: defaultConfig, days: 30 }),
  ...change,
})

/** The defaults, without a task. */
export const makeOutset = (change: Partial<Outset> = {}): Outset => ({
  text: '',
  file: 'perpetual.yml',
  forge: 'github',
  tasks: [],
  seeds: [],
  sessions: [],
  database: 0,
  start: '2026-12-01T00:00:00.000Z',
  days: 30,
  pipelines: null,
  settingOf: (config, pipeline, account) => settingOf(config, pipeline, { forge: 'github', account }),
  tells: () => true,
  ...change,
})
