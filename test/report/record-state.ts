import type { HistoryLine } from '../../src/domain/history.ts'
import { plusMs } from '../../src/domain/instant.ts'
import { openLedger, type Ledger } from '../../src/domain/ledger.ts'
import { emptyPipeline, statePaths, type PipelineState } from '../../src/domain/state.ts'
import { dayWindowAt } from '../../src/domain/window.ts'
import { recordedTasks } from './recorded-tasks.ts'
import { morning, type StateFiles } from './report-world.ts'
import { ago, historyFiles, makeLine, taskFiles } from './state-samples.ts'

function history(): readonly HistoryLine[] {
  const research = Array.from({ length: 40 }, (_, index) =>
    makeLine({ pipeline: 'droid-research', endedAt: ago(40 - index, 3), accepted: 600 + 7 * index }),
  )
  const integration = Array.from({ length: 12 }, (_, index) =>
    makeLine({
      pipeline: 'claude-integration',
      endedAt: ago(24 - 2 * index, 1),
      reason: 'queue-empty',
      spent: { calls: 44, tokens: 131_072, usdMicros: 412_000 },
      calls: 44,
      accepted: 390,
      rejected: 38,
    }),
  )
  const today = [
    makeLine({ pipeline: 'droid-research', endedAt: ago(0, 5), accepted: 345 }),
    makeLine({
      pipeline: 'droid-eastern',
      endedAt: ago(0, 4),
      reason: 'waiting',
      spent: { usdMicros: 61_000 },
      calls: 3,
      accepted: 20,
      rejected: 2,
    }),
    makeLine({
      pipeline: 'zai-institutional',
      endedAt: ago(0, 9),
      reason: 'provider: 503 <b>overloaded</b> @ops',
      calls: 12,
      accepted: 0,
      rejected: 0,
    }),
    makeLine({ pipeline: 'kimi-pilot', endedAt: ago(0, 12), calls: 7, accepted: 2, rejected: 1 }),
  ]
  return [...research, ...integration, ...today].toSorted((a, b) => (a.endedAt < b.endedAt ? -1 : 1))
}

const pipelines = (): readonly PipelineState[] => [
  {
    ...emptyPipeline('droid-research'),
    sessions: 41,
    task: 'session_12',
    cooldownUntil: plusMs(morning, 17 * 60_000),
    lastSession: { startedAt: ago(0, 6), endedAt: ago(0, 5) },
    deliveredAt: ago(0, 5),
  },
  { ...emptyPipeline('droid-eastern'), sessions: 9, lastSession: { startedAt: ago(0, 5), endedAt: ago(0, 4) } },
  {
    ...emptyPipeline('zai-institutional'),
    epoch: 4,
    sessions: 4,
    task: 'custody',
    claim: {
      epoch: 4,
      session: 'zai-institutional-0004',
      holder: { host: 'runner', pid: 1, started: '0' },
      expiresAt: plusMs(morning, 300_000),
    },
    session: {
      id: 'zai-institutional-0004',
      startedAt: ago(0, 1),
      ledgers: {},
      spent: { calls: 60 },
      calls: 58,
      accepted: 30,
      rejected: 4,
      tasks: ['custody'],
      deliveries: [],
      wrap: null,
    },
    lastSession: { startedAt: ago(0, 10), endedAt: ago(0, 9) },
  },
  { ...emptyPipeline('claude-integration'), sessions: 12, lastSession: { startedAt: ago(2, 2), endedAt: ago(2, 1) } },
]

const ledger = (settled: number, budget: number, thresholdBasisPoints = 8500): Ledger => ({
  ...openLedger({ budget, thresholdBasisPoints }, dayWindowAt(morning, 0)),
  settled,
})

const accounts = (): StateFiles => {
  const of = (account: string, ledgers: Readonly<Record<string, Ledger>>): readonly [string, string] => [
    statePaths.account(account),
    JSON.stringify({ version: 1, account, ledgers }),
  ]
  const usd = (micros: number): Ledger => ledger(micros, 2_000_000, 10_000)
  return Object.fromEntries([
    of('openrouter', { calls: ledger(850, 1000), usdMicros: usd(850_000) }),
    of('zai', { calls: { ...ledger(1210, 5000), closed: true }, usdMicros: usd(640_000) }),
    of('gemini', { usdMicros: usd(61_000) }),
    of('claude', { usdMicros: usd(0) }),
  ])
}

const board = {
  version: 1,
  pipeline: 'droid-eastern',
  slots: [1, 2, 3].map(job => ({
    work: `lectures/job-${job}`,
    task: 'lectures',
    attempt: 1,
    member: 'gemini',
    display: `1/lectures/job-${job}/1`,
    state: 'created',
    job: `batches/${job}`,
    usdMicros: 20_000,
    intendedAt: ago(0, 4),
    missingSince: null,
  })),
  attempts: {},
  others: { gemini: 1 },
  starved: false,
}

/** The files of a state branch after six weeks of five pipelines; `golden/state.json` is what it gave when it was written. */
export function recordState(): StateFiles {
  const states = pipelines().map(state => [statePaths.pipeline(state.pipeline), JSON.stringify(state)])
  return {
    ...taskFiles(recordedTasks()),
    ...historyFiles(history()),
    ...Object.fromEntries(states),
    ...accounts(),
    [statePaths.board('droid-eastern')]: JSON.stringify(board),
  }
}
