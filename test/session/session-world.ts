import { setTimeout as pause } from 'node:timers/promises'
import { plusMs, toInstant, type Clock } from '../../src/domain/instant.ts'
import type { LimitsByMeter } from '../../src/domain/operation.ts'
import type { Task } from '../../src/domain/task.ts'
import type { AskWork, Outcome } from '../../src/domain/work.ts'
import { dayWindowAt } from '../../src/domain/window.ts'
import type { Forge, StateStore } from '../../src/forge/forge.ts'
import type { Asked, Permit } from '../../src/models/model.ts'
import type { SessionSetup } from '../../src/session/session-setup.ts'
import type { SessionSetting } from '../../src/session/setting.ts'
import { createStateBook } from '../../src/session/state-book.ts'
import type { TaskRun } from '../../src/session/task-run.ts'
import { freshId, holderProcess, leaseMs, minuteMs, noon } from '../domain/samples.ts'

/** A store in memory, with one head a write. */
export function createStore(): StateStore {
  let files = new Map<string, string>()
  let writes = 0
  const head = (): string | null => (writes === 0 ? null : String(writes))
  return {
    head: async () => head(),
    knownHead: () => undefined,
    read: async (_head, paths) => new Map([...files].filter(([path]) => paths.includes(path))),
    list: async (_head, folder) => [...files.keys()].filter(path => path.startsWith(`${folder}/`)).toSorted(),
    write: async (base, changes) => {
      if (base !== head()) return { type: 'stale' }
      const written = changes.flatMap(change => (change.text === null ? [] : [[change.path, change.text] as const]))
      const removed = new Set(changes.filter(change => change.text === null).map(change => change.path))
      files = new Map([...[...files].filter(([path]) => !removed.has(path)), ...written])
      writes += 1
      return { type: 'written', head: String(writes) }
    },
  }
}

const unused = (): never => {
  throw new Error('Nothing else is asked for')
}

/** A task of so many questions, none of which brings a pair. */
const createRun = (task: Task, questions: number, outcomes: readonly Outcome[]): TaskRun => {
  const done = new Set(outcomes.map(outcome => outcome.work))
  const works = Array.from({ length: questions }, (_, index): AskWork => ({
    type: 'ask',
    id: `${task.id}/${index + 1}`,
    unit: 'macd',
    request: {
      model: 'm',
      system: '',
      prompt: `${task.id}/${index + 1}`,
      answer: { name: 'plan', schema: {} },
      maxTokens: 1,
      webSearch: null,
    },
  }))
  const finished = () => done.size === questions
  return {
    next: () => works.filter(work => !done.has(work.id)),
    absorb: outcome => void done.add(outcome.work),
    finished,
    units: () => [
      {
        unit: 'macd',
        name: 'MACD',
        ended: finished(),
        calls: done.size,
        callsExpected: questions,
        accepted: 0,
        rejected: {},
      },
    ],
    files: () => [],
  }
}

export const answer = (usd: number | null = null): Asked & { type: 'answer' } => ({
  type: 'answer',
  answer: {
    text: '',
    finish: 'stop',
    annotations: [],
    usage: { inputTokens: 1, outputTokens: 1, costUsd: usd },
    modelServed: 'm',
    provider: 'p',
    generationId: '',
    rehearsal: false,
  },
  sends: 1,
})

export interface SessionWorldOptions {
  readonly tasks: readonly Task[]
  readonly questions?: number
  readonly concurrency?: number
  readonly calls?: number
  readonly usdMicros?: number
  /** What one send is reserved at, and settled at where the answer does not say. */
  readonly worstUsdMicros?: number
  /** How a question is answered; each permit is one send. */
  readonly ask: (prompt: string, permit: () => Permit | undefined) => Promise<Asked>
}

/** Sessions on a store in memory with a scripted provider; the comments that they write are kept. */
export async function createSessionWorld(options: SessionWorldOptions) {
  const store = createStore()
  const comments: { readonly issue: number; readonly body: string }[] = []
  const startedMs = Date.now()
  const clock: Clock = {
    now: () => plusMs(noon, Date.now() - startedMs),
    sleep: (ms, signal) => pause(ms, undefined, signal === undefined ? {} : { signal }),
  }
  const book = createStateBook(store)
  const issue = { number: 1, title: '', body: '', labels: [], state: 'open', author: '', createdAt: noon } as const
  const forge: Forge = {
    kind: 'local',
    defaultBranch: 'main',
    state: store,
    issues: {
      create: unused,
      get: async () => undefined,
      list: async () => [],
      update: async () => issue,
      comment: unused,
      comments: unused,
    },
    pulls: {
      open: unused,
      get: unused,
      list: unused,
      paths: unused,
      read: unused,
      edit: unused,
      merge: unused,
      close: unused,
      comment: unused,
    },
    contents: { head: unused, read: unused, list: unused, readBytes: unused, versions: unused },
    tidy: async () => {},
    close: async () => {},
  }
  const limits = (now: string): LimitsByMeter => {
    const window = dayWindowAt(now, 0)
    return {
      calls: { budget: options.calls ?? 1000, thresholdBasisPoints: 10_000, window },
      usdMicros: { budget: options.usdMicros ?? 1_000_000_000, thresholdBasisPoints: 10_000, window },
    }
  }
  const setting: SessionSetting = {
    pipeline: 'droid-research',
    agent: 'droid',
    metered: { scope: 'account', meter: 'calls' },
    deliversEmptyUnits: false,
    account: 'openrouter',
    accountPipelines: ['droid-research'],
    concurrency: options.concurrency ?? 4,
    leaseMs,
    cooldownMs: 30 * minuteMs,
    everyMs: 0,
    after: [],
    maxWaitingParts: null,
    warnAtBasisPoints: 7500,
    fewestCallsPerCheckpoint: 0,
    onSignal: 'wrap',
    draftDeliveries: false,
    reviewers: [],
    accountLimits: limits,
    sessionLimits: {},
    expectedCallMs: 1000,
  }
  const setup: SessionSetup = {
    setting,
    book,
    forge,
    clock,
    identity: holderProcess,
    isDead: () => false,
    costing: {
      worstCase: () => ({ tokens: 1, usdMicros: options.worstUsdMicros ?? 1 }),
      actualCost: (_request, usage) => ({ tokens: 2, usdMicros: usage.costUsd === null ? null : usage.costUsd * 1e6 }),
      unknownUsdMicros: 0,
    },
    createProvider: permit => ({
      ask: request => options.ask(request.prompt, () => permit(request)),
      down: () => undefined,
    }),
    providerCount: async () => ({ sendsToday: null, sendsPerDay: null }),
    taskSettings: {},
    createRun: async (task, outcomes) => createRun(task, options.questions ?? 3, outcomes),
    openLookUp: () => unused,
    countWaitingParts: async () => 0,
    isPaused: async () => false,
    announce: async ({ issue: number }, { body }) => {
      if (number !== null) comments.push({ issue: number, body })
    },
    report: () => {},
    asked: new AbortController().signal,
  }
  await book.apply({
    type: 'add-tasks',
    operation: freshId(),
    pipeline: setting.pipeline,
    now: toInstant(Date.parse(noon)),
    tasks: options.tasks,
  })
  return { setup, book, comments, store, clock }
}

export const wholeSession = { force: true, deadline: null, maxTasks: null, dryRun: false } as const
