import type { Instant } from '../../src/domain/instant.ts'
import { plusMs } from '../../src/domain/instant.ts'
import type { Checkpointing, Claiming, LimitsByMeter } from '../../src/domain/operation.ts'
import type { State } from '../../src/domain/state.ts'
import type { Part, Task } from '../../src/domain/task.ts'
import { dayWindowAt } from '../../src/domain/window.ts'

export const noon: Instant = '2026-03-10T12:00:00.000Z'
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const leaseMs = 5 * minuteMs

/** A moment that many minutes after noon. */
export const minutes = (count: number): Instant => plusMs(noon, count * minuteMs)

export const emptyState: State = { accounts: {}, pipelines: {}, tasks: {}, boards: {} }

export const makeTask = (change: Partial<Task> = {}): Task => ({
  version: 1,
  id: 'session_01',
  pipeline: 'droid-research',
  issue: 1,
  title: 'Momentum oscillators',
  body: '',
  priority: 'p1',
  order: 1,
  createdAt: '2026-03-01T00:00:00.000Z',
  status: 'pending',
  settings: null,
  attempts: 0,
  reason: null,
  redoes: null,
  startedAt: null,
  endedAt: null,
  activeMs: 0,
  spent: {},
  units: [],
  resultFiles: 0,
  parts: [],
  grade: null,
  ...change,
})

export const makePart = (change: Partial<Part> = {}): Part => ({
  part: 1,
  branch: 'perpetual/droid-research/session_01-1',
  units: ['macd'],
  paths: ['inbox/droid/session_01/macd.json'],
  pairs: 10,
  state: 'intended',
  pull: null,
  commit: null,
  url: '',
  kept: null,
  openedAt: null,
  endedAt: null,
  looked: 'none',
  review: 'unreviewed',
  ...change,
})

export const holderProcess = { host: 'here', pid: 7, started: '1' }

let operations = 0

/** An id that no other operation of this run has. */
export const freshId = (): string => {
  operations += 1
  return `operation-${operations}`
}

export const claiming = (change: Partial<Claiming> = {}): Claiming => ({
  type: 'claim',
  operation: freshId(),
  pipeline: 'droid-research',
  now: noon,
  holder: holderProcess,
  leaseMs,
  force: false,
  deadEpoch: null,
  ...change,
})

/** A thousand calls a day from midnight on, used to 85 %. */
export const callLimits = (now: Instant, budget = 1000): LimitsByMeter => ({
  calls: { budget, thresholdBasisPoints: 8500, window: dayWindowAt(now, 0) },
})

export const checkpointing = (change: Partial<Checkpointing> = {}): Checkpointing => ({
  type: 'checkpoint',
  operation: freshId(),
  pipeline: 'droid-research',
  now: noon,
  session: 'droid-research-0001',
  epoch: 1,
  account: 'openrouter',
  accountLimits: callLimits(change.now ?? noon),
  sessionLimits: {},
  accountSpend: {},
  sessionSpend: {},
  leaseMs,
  calls: 0,
  accepted: 0,
  rejected: 0,
  spent: {},
  task: null,
  wrap: null,
  ...change,
})

/** Freezes a value to its depths, so that whoever changes it in place throws. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(deepFreeze)
  return value
}
