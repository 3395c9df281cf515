import { performance } from 'node:perf_hooks'
import { openLocalForge } from '../src/forge/local/local-forge.ts'
import type { AskWork, Outcome } from '../src/domain/work.ts'
import { createBreaker } from '../src/models/breaker.ts'
import { createOpenAiCompatible } from '../src/models/openai-compatible.ts'
import { createPacer } from '../src/models/pacer.ts'
import { actualCost, worstCase } from '../src/models/price.ts'
import { createAsker } from '../src/models/retry.ts'
import type { Pipeline } from '../src/pipelines/pipeline.ts'
import { identifyProcess } from '../src/process-identity.ts'
import { workOn } from '../src/session/flow.ts'
import { createHandlers } from '../src/session/handlers.ts'
import { createLeg } from '../src/session/leg.ts'
import type { SessionSetting } from '../src/session/setting.ts'
import { createStateBook } from '../src/session/state-book.ts'
import { createTaskRun } from '../src/session/task-run.ts'
import { createSystemClock } from '../src/system-clock.ts'
import { dayWindowAt } from '../src/domain/window.ts'
import { makeTask } from '../test/domain/samples.ts'
import { startProvider } from '../test/support/provider.ts'
import { createRepository, git } from '../test/support/repository.ts'
import type { Row } from './row.ts'

const calls = 850
const concurrency = 32
const latencyMs = 200
const idealPerSecond = (1000 / latencyMs) * concurrency

const request = (index: number) => ({
  model: 'rehearsal/bench',
  system: 'You plan research.',
  prompt: `<input>\n${JSON.stringify({ task: 'bench', indicator: { id: `i${index}`, name: `Indicator ${index}`, family: 'technical/trend', brief: 'It is the mean of the last 20 closes. It lags by half its length.' } })}\n</input>`,
  answer: { name: 'facets', schema: { type: 'object' } },
  maxTokens: 1000,
  webSearch: null,
})

/** A pipeline whose calls depend on nothing: what it falls short of the ideal is the session's own doing. */
const independent: Pipeline<number, readonly AskWork[]> = {
  begin: count =>
    Array.from({ length: count }, (_, index) => ({ type: 'ask', id: `bench/${index}`, unit: 'bench', request: request(index) })),
  next: left => left,
  absorb: (left, outcome: Outcome) => left.filter(work => work.id !== outcome.work),
  finished: left => left.length === 0,
  units: left => [
    {
      unit: 'bench',
      name: 'bench',
      ended: left.length === 0,
      calls: calls - left.length,
      callsExpected: calls,
      accepted: 0,
      rejected: {},
    },
  ],
  files: () => [],
}

/** 850 independent calls at 200 ms and concurrency 32, checkpoints included, against the ideal of 160 calls a second. */
export async function benchFlow(): Promise<readonly Row[]> {
  const provider = await startProvider({ latencyMs })
  const repository = createRepository()
  const clock = createSystemClock()
  const forge = await openLocalForge({ repository: repository.folder, clock })
  try {
    const book = createStateBook(forge.state)
    const setting: SessionSetting = {
      pipeline: 'bench',
      agent: 'bench',
      account: 'bench',
      metered: { scope: 'account', meter: 'calls' },
      deliversEmptyUnits: false,
      accountPipelines: ['bench'],
      concurrency,
      leaseMs: 600_000,
      cooldownMs: 0,
      everyMs: 0,
      after: [],
      maxWaitingParts: null,
      fewestCallsPerCheckpoint: 0,
      onSignal: 'wrap',
      draftDeliveries: false,
      reviewers: [],
      warnAtBasisPoints: 7500,
      accountLimits: now => ({ calls: { budget: 1000, thresholdBasisPoints: 8500, window: dayWindowAt(now, 0) } }),
      sessionLimits: {},
      expectedCallMs: latencyMs,
    }
    const now = clock.now()
    const task = makeTask({ id: 'bench', pipeline: 'bench', issue: null })
    await book.apply({
      type: 'add-tasks',
      operation: 'add',
      pipeline: 'bench',
      now,
      tasks: [task],
    })
    const claimed = await book.apply({
      type: 'claim',
      operation: 'claim',
      pipeline: 'bench',
      now,
      holder: identifyProcess(),
      leaseMs: setting.leaseMs,
      force: false,
      deadEpoch: null,
    })
    if (claimed.type !== 'changed') throw new Error(claimed.type)
    const holder = { pipeline: 'bench', session: 'bench-0001', epoch: 1 }
    await book.apply({ type: 'start-task', operation: 'start', now, ...holder, task: 'bench', settings: {} })
    const free = { inputUsdPerMillion: 0, outputUsdPerMillion: 0, requestUsd: 0 }
    let savingMs = 0
    const leg = createLeg({
      book,
      clock,
      setting,
      holder,
      expiresAt: claimed.state.pipelines['bench']?.claim?.expiresAt ?? now,
      costing: {
        worstCase: each => worstCase(each, free),
        actualCost: (_each, usage) => actualCost(usage, free),
        unknownUsdMicros: 0,
      },
      report: event => {
        if (event.type === 'checkpoint') savingMs += event.durationMs
      },
      isStopped: () => false,
    })
    const adapter = createOpenAiCompatible({ baseUrl: provider.url, key: 'bench', keyName: 'BENCH', timeoutMs: 60_000 })
    const asker = createAsker({
      adapter,
      pacer: createPacer({ requestsPerMinute: null, concurrency }),
      breaker: createBreaker(),
      permit: each => leg.permit(each),
      clock,
      random: Math.random,
    })
    const handlers = createHandlers({
      ask: (each, signal) => asker.ask(each, signal),
      lookUp: async () => [],
      isDown: () => false,
      session: holder.session,
      clock,
    })
    const run = createTaskRun(independent, calls, [])
    // As a session does, before its first send.
    await adapter.account(new AbortController().signal)
    const cpu = process.cpuUsage()
    const started = performance.now()
    const reason = await workOn({
      leg,
      run,
      task,
      handlers,
      clock,
      setting,
      deadline: null,
      asked: new AbortController().signal,
      providerDown: () => undefined,
      report: () => {},
    })
    const seconds = (performance.now() - started) / 1000
    const used = process.cpuUsage(cpu)
    const stats = await provider.stats()
    const commits = Number(git(repository.folder, 'rev-list', '--count', 'perpetual/state'))
    if (reason !== 'finished' || stats.total !== calls)
      throw new Error(`Expected ${calls} sends and an end, got ${stats.total} and ${reason}`)
    return [
      {
        name: `${calls} independent calls, 200 ms, concurrency 32: calls a second over the ideal ${idealPerSecond}`,
        value: calls / seconds / idealPerSecond,
        unit: 'ratio',
        expectation: '≥ 0.95',
      },
      { name: 'CPU time a call', value: (used.user + used.system) / 1000 / calls, unit: 'ms', expectation: '' },
      { name: 'peak memory', value: Math.round(process.resourceUsage().maxRSS / 1024), unit: 'MB', expectation: '' },
      { name: 'commits on perpetual/state', value: commits, unit: 'commits', expectation: '' },
      { name: 'time in checkpoints', value: savingMs / (commits - 3), unit: 'ms each', expectation: '' },
    ]
  } finally {
    await forge.close()
    await provider.stop()
    repository.remove()
  }
}
