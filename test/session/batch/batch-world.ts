import { afterEach } from 'vitest'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import type { Holder } from '../../../src/domain/ledger.ts'
import { plusMs, toEpochMs, type Clock } from '../../../src/domain/instant.ts'
import { slotBoardSchema } from '../../../src/domain/slot.ts'
import { statePaths } from '../../../src/domain/state.ts'
import type { Task } from '../../../src/domain/task.ts'
import { dayWindowAt } from '../../../src/domain/window.ts'
import { outcomeSchema } from '../../../src/domain/work.ts'
import type { StateStore } from '../../../src/forge/forge.ts'
import { openLocalForge } from '../../../src/forge/local/local-forge.ts'
import type { BatchProvider } from '../../../src/models/batch.ts'
import { createBreaker } from '../../../src/models/breaker.ts'
import { createGeminiBatch } from '../../../src/models/gemini-batch.ts'
import { createGemini } from '../../../src/models/gemini.ts'
import { createPacer } from '../../../src/models/pacer.ts'
import { createAsker } from '../../../src/models/retry.ts'
import { createBatchPipeline } from '../../../src/pipelines/batch/batch-pipeline.ts'
import { fingerprintOf } from '../../../src/rehearsal/counts.ts'
import { startRehearsal, type RehearsalOptions } from '../../../src/rehearsal/start-rehearsal.ts'
import { runBatchLeg } from '../../../src/session/batch/batch-leg.ts'
import type { BatchSessionSetup, Member } from '../../../src/session/batch/batch-parts.ts'
import { directly } from '../../../src/session/batch/held-tasks.ts'
import type { SessionEvent } from '../../../src/session/reporter.ts'
import type { SessionSetting } from '../../../src/session/setting.ts'
import { createStateBook } from '../../../src/session/state-book.ts'
import { createTaskRun } from '../../../src/session/task-run.ts'
import { claiming, freshId, makeTask, minuteMs, noon } from '../../domain/samples.ts'
import { createRepository } from '../../support/repository.ts'

export const pipeline = 'droid-eastern'
export const leaseMs = 10 * minuteMs
const model = 'gemini-3.6-flash'
const keys = { gemini: 'key-of-gemini', 'sister-gemini': 'key-of-sister' } as const
export type Account = keyof typeof keys
const accounts = ['gemini', 'sister-gemini'] as const

const countsSchema = z.looseObject({
  created: z.number(),
  alive: z.number(),
  peakAlive: z.number(),
  submits: z.number(),
  direct: z.number(),
})
const statsSchema = z.looseObject({ batches: countsSchema.extend({ byKey: z.record(z.string(), countsSchema) }) })

/** Something that a session does to the outside; a test may end the session's life before or after it. */
export type Effect = 'write' | 'submit' | 'cancel' | 'results' | 'list' | 'get'
export type Around = <Value>(effect: Effect, act: () => Promise<Value>) => Promise<Value>
const justDo: Around = (_effect, act) => act()

/** Kills at the n-th effect: nothing that comes later reaches anything. */
export function killAt(nth: number, when: 'before' | 'after'): Around {
  let count = 0
  return async (_effect, act) => {
    count += 1
    if (count > nth || (count === nth && when === 'before')) throw new Error('killed')
    const value = await act()
    if (count >= nth) throw new Error('killed')
    return value
  }
}

export interface BatchWorldOptions {
  readonly videos?: readonly (readonly string[])[]
  readonly videosPerJob?: number
  readonly usdMicros?: number
  /** How many slots there are, of which nine in ten may be used. */
  readonly slots?: number
  readonly worstUsdMicros?: number
  /** Batch pipelines that share the keys, each with tasks of the same names and videos. */
  readonly pipelines?: readonly string[]
  readonly rehearsal?: RehearsalOptions
}

export interface SessionOptions {
  readonly around?: Around
  readonly asked?: AbortSignal
  /** Members whose key is missing. */
  readonly without?: readonly Account[]
  /** Those that are configured, where it is not both. */
  readonly members?: readonly Account[]
  readonly change?: (provider: BatchProvider, account: Account) => BatchProvider
  readonly repositoryId?: string
  readonly onSignal?: 'wrap' | 'save'
  readonly maxTasks?: number
  /** The first one where it is left out. */
  readonly pipeline?: string
  /** How many slots it has, where not those of the world. */
  readonly slots?: number
  /** Parts that wait for a review, of which eight may; as they stand, where they are counted. */
  readonly waitingParts?: number | (() => Promise<number>)
  readonly force?: boolean
  /** Goes on whatever became of the claim: the holder sleeps, and its claim is not taken anew. */
  readonly holder?: Holder
}

/** Ids of so many videos. */
export const videos = (count: number, from = 1): readonly string[] =>
  Array.from({ length: count }, (_, index) => `video${String(from + index).padStart(6, '0')}`)

const storeAround = (store: StateStore, around: Around): StateStore => ({
  ...store,
  write: (base, changes, message) => around('write', () => store.write(base, changes, message)),
})

const providerAround = (provider: BatchProvider, around: Around): BatchProvider => ({
  submit: (job, signal) => around('submit', () => provider.submit(job, signal)),
  get: (name, signal) => around('get', () => provider.get(name, signal)),
  list: signal => around('list', () => provider.list(signal)),
  cancel: (name, signal) => around('cancel', () => provider.cancel(name, signal)),
  results: (name, items, signal) => around('results', () => provider.results(name, items, signal)),
})

/** Sessions of a batch pipeline on real git, and the embedded provider over HTTP with two keys. */
export async function createBatchWorld(options: BatchWorldOptions = {}) {
  const rehearsal = await startRehearsal({ clock: noon, ...options.rehearsal })
  const repository = createRepository('perpetual-batch-')
  const startedMs = Date.now()
  let offsetMs = 0
  const clock: Clock = {
    now: () => plusMs(noon, offsetMs + Date.now() - startedMs),
    sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
  }
  const forge = await openLocalForge({ repository: repository.folder, clock })
  const book = createStateBook(forge.state)
  const events: SessionEvent[] = []
  const control = async (path: string, body?: unknown): Promise<unknown> => {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    return (await fetch(`${rehearsal.control}/${path}`, sent)).json()
  }

  const batchPipelineOf = (name: string) =>
    createBatchPipeline({
      pipeline: name,
      agent: 'droid',
      model,
      language: 'en',
      license: '',
      expectedPairs: 2,
      videosPerJob: options.videosPerJob ?? 1,
      attempts: 3,
      maxTokens: 4000,
      sources: { deny: [], minDomainsForNumbers: 1 },
    })
  const taskVideos = options.videos ?? [videos(3)]
  const createRun: BatchSessionSetup['batch']['createRun'] = async (task, outcomes) => {
    const ids = taskVideos[task.order - 1] ?? []
    const urls = ids.map(id => `https://www.youtube.com/watch?v=${id}`)
    return createTaskRun(
      batchPipelineOf(task.pipeline),
      { task: task.id, title: task.title, videos: urls, questions: '' },
      outcomes,
    )
  }

  const pipelines = options.pipelines ?? [pipeline]

  const settingOf = (account: string, { onSignal = 'wrap', pipeline: name = pipeline }: SessionOptions): SessionSetting => ({
    pipeline: name,
    agent: 'droid',
    account,
    accountPipelines: pipelines,
    concurrency: 2,
    leaseMs,
    cooldownMs: 30 * minuteMs,
    everyMs: 0,
    after: [],
    maxWaitingParts: 8,
    warnAtBasisPoints: 7500,
    fewestCallsPerCheckpoint: 0,
    onSignal,
    draftDeliveries: false,
    reviewers: [],
    deliversEmptyUnits: false,
    metered: { scope: 'session', meter: 'slots' },
    accountLimits: now => ({
      calls: { budget: 1000, thresholdBasisPoints: 8500, window: dayWindowAt(now, 0) },
      usdMicros: { budget: options.usdMicros ?? 1_000_000_000, thresholdBasisPoints: 10_000, window: dayWindowAt(now, 0) },
    }),
    sessionLimits: {},
    expectedCallMs: 1000,
  })

  const memberOf = (account: Account, session: SessionOptions): Member => {
    const { around = justDo, without = [], change = provider => provider } = session
    const gemini = { baseUrl: rehearsal.urls.gemini, key: keys[account], keyName: 'GEMINI_API_KEY', timeoutMs: 5000 }
    const provider = change(createGeminiBatch({ ...gemini, inlineBytes: 15_000_000 }), account)
    const adapter = createGemini(gemini)
    return {
      account,
      provider: without.includes(account) ? null : providerAround(provider, around),
      why: `the key of ${account} is missing`,
      setting: settingOf(account, session),
      costing: {
        worstCase: () => ({ tokens: 10, usdMicros: options.worstUsdMicros ?? 10 }),
        actualCost: () => ({ tokens: 5, usdMicros: 4 }),
        unknownUsdMicros: 0,
      },
      createProvider: permit => {
        const breaker = createBreaker()
        const pacer = createPacer({ requestsPerMinute: null, concurrency: 2, firstConcurrency: 2 })
        const asker = createAsker({ adapter, pacer, breaker, permit, clock, random: () => 0.5 })
        return { ask: (request, signal) => asker.ask(request, signal), down: () => undefined }
      },
    }
  }

  const setupOf = (session: SessionOptions): BatchSessionSetup => {
    const { around = justDo, asked, repositoryId = 'ours', waitingParts = 0, slots = options.slots ?? 10 } = session
    const members = (session.members ?? accounts).map(account => memberOf(account, session))
    const { costing, createProvider } = memberOf('gemini', session)
    const store = storeAround(forge.state, around)
    return {
      setting: settingOf('gemini', session),
      book: createStateBook(store),
      forge: { ...forge, state: store },
      clock,
      identity: { host: 'here', pid: 7, started: '1' },
      isDead: () => true,
      costing,
      createProvider,
      providerCount: async () => ({ sendsToday: null, sendsPerDay: null }),
      taskSettings: {},
      createRun: async (task, outcomes) => directly(await createRun(task, outcomes)),
      openLookUp: () => async () => [],
      countWaitingParts: async () => (typeof waitingParts === 'number' ? waitingParts : await waitingParts()),
      isPaused: async () => false,
      announce: async () => {},
      report: event => void events.push(event),
      asked: asked ?? new AbortController().signal,
      batch: {
        members,
        slots: { budget: slots, thresholdBasisPoints: 9000 },
        model,
        repositoryId: async () => repositoryId,
        createRun,
      },
    }
  }

  /** Takes the claim as the next session does, where its last holder is dead. */
  const claim = async (name = pipeline): Promise<{ holder: Holder; wrap: string | null }> => {
    const deadEpoch = (await book.pipeline(name)).claim?.epoch ?? null
    const claimed = await book.apply(claiming({ pipeline: name, now: clock.now(), leaseMs, force: true, deadEpoch }))
    const now = claimed.type === 'fenced' ? undefined : claimed.state.pipelines[name]
    if (!now?.claim || !now.session) throw new Error('No claim was granted')
    return {
      holder: { pipeline: name, session: now.session.id, epoch: now.claim.epoch },
      wrap: now.session.wrap?.reason ?? null,
    }
  }

  const session = async (given: SessionOptions = {}) => {
    const { holder, wrap } = given.holder === undefined ? await claim(given.pipeline) : { holder: given.holder, wrap: null }
    return runBatchLeg(setupOf(given), {
      force: given.force ?? false,
      holder,
      expiresAt: plusMs(clock.now(), leaseMs),
      deadline: null,
      maxTasks: given.maxTasks ?? null,
      wrap,
    })
  }

  const readState = async (path: string): Promise<string> =>
    (await forge.state.read(await forge.state.head(), [path])).get(path) ?? ''
  const tasks = (name = pipeline): Promise<readonly Task[]> => createStateBook(forge.state).tasks(name)

  for (const name of pipelines)
    await book.apply({
      type: 'add-tasks',
      operation: freshId(),
      pipeline: name,
      now: noon,
      tasks: taskVideos.map((_, index) =>
        makeTask({ id: `task${index + 1}`, pipeline: name, issue: null, order: index + 1, title: `Videos ${index + 1}` }),
      ),
    })
  return {
    session,
    claim,
    setupOf,
    clock,
    book,
    forge,
    events,
    tasks,
    folder: repository.folder,
    faults: (faults: string) => control('faults', { faults }),
    /** Of this world and of the provider. */
    pass: async (ms: number) => {
      offsetMs += ms
      await control('clock', { advanceMs: ms })
    },
    elapsedMs: () => toEpochMs(clock.now()) - toEpochMs(noon),
    stats: async () => statsSchema.parse(await control('stats')).batches,
    statsOf: async (account: Account) => {
      const { byKey } = statsSchema.parse(await control('stats')).batches
      return byKey[fingerprintOf(keys[account])] ?? { created: 0, alive: 0, peakAlive: 0, submits: 0, direct: 0 }
    },
    /** A job that somebody else makes with one of the keys, of the first task's questions. */
    foreign: async (account: Account, display: string, nth = 1): Promise<string> => {
      const gemini = {
        baseUrl: rehearsal.urls.gemini,
        key: keys[account],
        keyName: 'K',
        timeoutMs: 5000,
        inlineBytes: 15_000_000,
      }
      const work = (await createRun(makeTask({ id: 'task1', pipeline, order: 1 }), [])).next()[nth - 1]
      if (work?.type !== 'submit') throw new Error('A task begins with a job')
      const signal = AbortSignal.timeout(5000)
      return (await createGeminiBatch(gemini).submit({ display, model, items: work.items }, signal)).name
    },
    board: async (name = pipeline) => {
      const text = await readState(statePaths.board(name))
      return text === '' ? undefined : slotBoardSchema.parse(JSON.parse(text))
    },
    outcomes: async (name = pipeline) => {
      const head = await forge.state.head()
      const texts = await forge.state.read(head, await forge.state.list(head, `results/${name}`))
      return [...texts.values()]
        .flatMap(text => text.split('\n').filter(Boolean))
        .map(line => outcomeSchema.parse(JSON.parse(line)))
    },
    handoffs: async () => {
      const head = await forge.state.head()
      return [...(await forge.state.read(head, await forge.state.list(head, 'handoffs'))).values()]
    },
    close: async () => {
      await forge.close()
      await rehearsal.close()
      repository.remove()
    },
  }
}
export type BatchWorld = Awaited<ReturnType<typeof createBatchWorld>>

/** Opens worlds for the tests of a file, and closes them after each. */
export function useBatchWorlds(): (options?: BatchWorldOptions) => Promise<BatchWorld> {
  let worlds: BatchWorld[] = []
  afterEach(async () => {
    await Promise.all(worlds.map(world => world.close()))
    worlds = []
  })
  return async (options = {}) => {
    const world = await createBatchWorld(options)
    worlds.push(world)
    return world
  }
}
