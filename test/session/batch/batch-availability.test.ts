import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../src/domain/ledger.ts'
import { emptyBoard, type Slot } from '../../../src/domain/slot.ts'
import { emptyAccount, emptyPipeline } from '../../../src/domain/state.ts'
import { dayWindowAt } from '../../../src/domain/window.ts'
import { batchAvailability, type BatchAvailabilityInput } from '../../../src/session/batch/batch-availability.ts'
import { holderProcess, makeTask, minutes, noon } from '../../domain/samples.ts'

const pipeline = 'droid-eastern'
const pending = makeTask({ pipeline, id: 'task2' })
const busy = makeTask({ pipeline, id: 'task1', status: 'in-progress' })
const slot = (n: number): Slot => ({
  work: `task1/job-${n}`,
  task: 'task1',
  attempt: 1,
  member: 'gemini',
  display: `r/droid-eastern/task1/job-${n}/1`,
  state: 'created',
  job: `batches/${n}`,
  usdMicros: 1,
  intendedAt: noon,
  missingSince: null,
})
const slots = (count: number): Slot[] => Array.from({ length: count }, (_, index) => slot(index))
const limits = { usdMicros: { budget: 10, thresholdBasisPoints: 10_000, window: dayWindowAt(noon, 0) } }
const full = {
  ...emptyAccount('gemini'),
  ledgers: { usdMicros: { ...openLedger(limits.usdMicros, dayWindowAt(noon, 0)), settled: 10 } },
}
const member = (account = emptyAccount('gemini')) => ({ setting: { accountLimits: () => limits }, account })
const cooling = { ...emptyPipeline(pipeline), cooldownUntil: minutes(20) }
const look = (change: Partial<BatchAvailabilityInput>) =>
  batchAvailability({
    now: noon,
    paused: false,
    force: false,
    pipeline: emptyPipeline(pipeline),
    tasks: [],
    deadEpoch: null,
    after: [],
    waitingParts: 0,
    maxWaitingParts: 8,
    board: emptyBoard(pipeline),
    slots: { budget: 10, thresholdBasisPoints: 9000 },
    members: [member()],
    ...change,
  })
const withSlots = (count: number, change = {}) => ({ ...emptyBoard(pipeline), slots: slots(count), ...change })

describe('a round of a batch pipeline makes sense', () => {
  it('where a task waits or a job is alive, and tells the slots in use', () => {
    expect(look({})).toMatchObject({ type: 'rest', reason: 'queue-empty' })
    expect(look({ tasks: [pending] })).toMatchObject({ type: 'available', task: 'task2', early: false })
    expect(look({ board: withSlots(2, { others: { gemini: 1 } }) })).toMatchObject({
      type: 'available',
      budget: { limit: 10, line: 9, used: 3 },
    })
  })

  it('after the cooldown; early where work waits and fewer than half of the slots are in use, unless the last round could not submit it', () => {
    const input = { pipeline: cooling, tasks: [busy, pending] }
    expect(look({ ...input, board: withSlots(4) })).toMatchObject({ type: 'available', early: true })
    expect(look({ ...input, board: withSlots(5) })).toMatchObject({ type: 'rest', reason: 'cooling', until: minutes(20) })
    expect(look({ ...input, board: withSlots(4, { starved: true }) })).toMatchObject({ reason: 'cooling' })
    expect(look({ ...input, tasks: [busy], board: withSlots(1) })).toMatchObject({ reason: 'cooling' })
    expect(look({ ...input, board: withSlots(9), force: true })).toMatchObject({ type: 'available' })
  })

  it('with more parts waiting than reviewers are to have for jobs that are alive alone, and never early', () => {
    const input = { tasks: [busy, pending], waitingParts: 9 }
    expect(look(input)).toMatchObject({ type: 'rest', reason: 'reviews', until: null })
    expect(look({ ...input, waitingParts: 8 })).toMatchObject({ type: 'available' })
    expect(look({ ...input, maxWaitingParts: null })).toMatchObject({ type: 'available' })
    expect(look({ ...input, force: true })).toMatchObject({ type: 'available' })
    expect(look({ ...input, board: withSlots(1) })).toMatchObject({ type: 'available', early: false })
    expect(look({ ...input, board: withSlots(1), pipeline: cooling })).toMatchObject({ reason: 'cooling', early: false })
  })

  it('while one that it runs after is at work for jobs that are alive alone', () => {
    const other = emptyPipeline('droid-research')
    const session = { id: 's', startedAt: noon, ledgers: {}, spent: {}, calls: 0, accepted: 0, rejected: 0, tasks: [] }
    const input = { tasks: [pending], after: [{ ...other, session: { ...session, deliveries: [], wrap: null } }] }
    expect(look(input)).toMatchObject({ type: 'rest', reason: 'after', waitsFor: 'droid-research' })
    expect(look({ ...input, after: [other] })).toMatchObject({ type: 'available' })
    expect(look({ ...input, force: true })).toMatchObject({ type: 'available' })
    expect(look({ ...input, board: withSlots(1) })).toMatchObject({ type: 'available' })
  })

  it('not while it is paused, held, or without dollars at every member and jobs to look at', () => {
    const tasks = [pending]
    const claim = { epoch: 1, session: 's', holder: holderProcess, expiresAt: minutes(5) }
    expect(look({ tasks, paused: true })).toMatchObject({ reason: 'paused' })
    expect(look({ tasks, pipeline: { ...emptyPipeline(pipeline), claim } })).toMatchObject({ reason: 'held', until: minutes(5) })
    expect(look({ tasks, members: [member(full)] })).toMatchObject({ reason: 'budget', until: '2026-03-11T00:01:00.000Z' })
    expect(look({ tasks, members: [member(full), member()] })).toMatchObject({ type: 'available' })
    expect(look({ tasks, members: [member(full)], board: withSlots(1) })).toMatchObject({ type: 'available' })
  })
})
