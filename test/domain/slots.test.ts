import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf, openLedger } from '../../src/domain/ledger.ts'
import type { CollectingSlot, IntendingSlots, Operation, RecordingSlots, SlotChange } from '../../src/domain/operation.ts'
import { busyOf, emptyBoard, slotBoardSchema, type Slot } from '../../src/domain/slot.ts'
import type { State } from '../../src/domain/state.ts'
import { transition } from '../../src/domain/transition.ts'
import { dayWindowAt } from '../../src/domain/window.ts'
import { plusMs } from '../../src/domain/instant.ts'
import { claiming, deepFreeze, emptyState, freshId, hourMs, leaseMs, makeTask, minuteMs, minutes, noon } from './samples.ts'

const pipeline = 'droid-eastern'
const limit = { budget: 5, thresholdBasisPoints: 9000 }
const line = lineOf(openLedger(limit, null))
const members = ['gemini', 'sister-gemini'] as const
const dollars = 100
const limitsAt = (now: string): IntendingSlots['accountLimits'] => {
  const usdMicros = { budget: dollars, thresholdBasisPoints: 10_000, window: dayWindowAt(now, 0) }
  return Object.fromEntries(members.map(member => [member, { usdMicros }]))
}
const common = (now = noon, epoch = 1) => ({
  operation: freshId(),
  pipeline,
  now,
  session: `${pipeline}-0001`,
  epoch,
  leaseMs,
  accountLimits: limitsAt(now),
})
type Intended = IntendingSlots['slots'][number]
const intent = (work: string, change: Partial<Intended> = {}): Intended => ({
  work,
  task: 'task1',
  attempt: 1,
  member: 'gemini',
  display: `r/p/${work}/1`,
  usdMicros: 10,
  ...change,
})
const intending = (slots: readonly Intended[], now = noon): IntendingSlots => ({
  ...common(now),
  type: 'intend-slots',
  slots,
  limit,
  units: {},
})
const recording = (changes: readonly SlotChange[], change: Partial<RecordingSlots> = {}): RecordingSlots => ({
  ...common(change.now),
  type: 'record-slots',
  changes,
  others: {},
  starved: null,
  ...change,
})
const collecting = (work: string, usdMicros: number, now = noon): CollectingSlot => ({
  ...common(now),
  type: 'collect-slot',
  work,
  task: 'task1',
  units: [],
  calls: 2,
  accepted: 3,
  rejected: 1,
  spent: { calls: 2, tokens: 7, usdMicros },
})
const unit = { unit: 'v', name: 'V', ended: false, calls: 0, callsExpected: 1, accepted: 0, rejected: {} }
const named = (work: string): SlotChange => ({
  type: 'named',
  work,
  job: `batches/${work}`,
  display: `r/p/${work}/1`,
  attempt: 1,
})

const begun = (): State => {
  const tasks = { task1: makeTask({ id: 'task1', pipeline, status: 'in-progress', attempts: 2 }) }
  const claimed = transition({ ...emptyState, tasks }, claiming({ pipeline }))
  if (claimed.type !== 'changed') throw new Error('A claim was refused')
  return claimed.state
}
const after = (state: State, ...operations: readonly Operation[]): State =>
  operations.reduce((before, operation) => {
    const result = transition(deepFreeze(before), operation)
    if (result.type === 'fenced') throw new Error(`${operation.type} was fenced off: ${result.reason}`)
    return result.state
  }, state)
const boardOf = (state: State) => state.boards[pipeline] ?? emptyBoard(pipeline)
const settledOf = (state: State, member = 'gemini'): number => state.accounts[member]?.ledgers.usdMicros?.settled ?? 0

describe('slots', () => {
  it('are taken up to the line, jobs of others included, and charged at once', () => {
    const works = ['a', 'b', 'c', 'd', 'e']
    const state = after(begun(), recording([], { others: { gemini: 2 } }), {
      ...intending(works.map(work => intent(`task1/job-${work}`))),
      units: { task1: [unit], task9: [unit] },
    })
    expect(state.tasks['task1']?.units).toEqual([unit])
    expect(boardOf(state).slots.map(({ work }) => work)).toEqual(['task1/job-a', 'task1/job-b'])
    expect(settledOf(state)).toBe(20)
    expect(state.pipelines[pipeline]).toMatchObject({
      claim: { expiresAt: plusMs(noon, leaseMs) },
      session: { tasks: ['task1'] },
    })
  })

  it('are not taken where a member’s dollars have no room, nor twice for a work', () => {
    const state = after(
      begun(),
      intending([intent('a', { usdMicros: 60 }), intent('b', { usdMicros: 50 }), intent('c', { usdMicros: 40 }), intent('a')]),
    )
    expect(boardOf(state).slots.map(({ work }) => work)).toEqual(['a', 'c'])
  })

  it('are free with their results in one operation, and dollars are what they were', () => {
    const taken = after(begun(), intending([intent('a'), intent('b')]), recording([named('a'), { type: 'ended', work: 'a' }]))
    const state = after(taken, collecting('a', 4))
    expect([boardOf(state).slots.map(({ work }) => work), settledOf(state)]).toEqual([['b'], 14])
    expect(state.tasks['task1']).toMatchObject({ resultFiles: 1, attempts: 0, spent: { calls: 2, tokens: 7, usdMicros: 4 } })
    expect(state.pipelines[pipeline]?.session).toMatchObject({ calls: 2, accepted: 3, spent: { slots: 1, usdMicros: 4 } })
    expect(transition(state, collecting('a', 4))).toMatchObject({ type: 'fenced', reason: 'no-such-slot' })
  })

  it('give back nothing into a window that was not charged, but charge what was under-estimated', () => {
    const tomorrow = plusMs(noon, 24 * hourMs)
    const taken = after(begun(), intending([intent('a'), intent('b')]), recording([named('a'), named('b')]))
    const cheaper = after(taken, collecting('a', 4, tomorrow))
    // Nothing is written to the ledger of the day that is over.
    expect([settledOf(taken), settledOf(cheaper)]).toEqual([20, 20])
    expect(settledOf(after(cheaper, collecting('b', 25, tomorrow)))).toBe(15)
  })

  it('are free after a job was missing twice, ten minutes apart, unless it showed in between', () => {
    const missing = (now: string): RecordingSlots => recording([{ type: 'missing', work: 'a' }], { now })
    const once = after(begun(), intending([intent('a')]), missing(noon), missing(minutes(9)))
    expect(boardOf(once).slots).toMatchObject([{ missingSince: noon }])
    const freed = boardOf(after(once, missing(minutes(10))))
    expect([freed.slots, freed.attempts]).toEqual([[], { a: 1 }])
    const seen = after(once, recording([{ type: 'present', work: 'a' }]), missing(minutes(10)))
    expect(boardOf(seen).slots).toMatchObject([{ missingSince: minutes(10) }])
  })

  it('of jobs that have ended are kept until they are collected, however long they are missing', () => {
    const ended = after(begun(), intending([intent('a')]), recording([named('a'), { type: 'ended', work: 'a' }]))
    const missing = [noon, minutes(30)].map(now => recording([{ type: 'missing', work: 'a' }], { now }))
    expect(boardOf(after(ended, ...missing)).slots).toMatchObject([{ state: 'terminal' }])
  })

  it('of refused jobs are free with their dollars and lose no attempt; of withdrawn ones the attempt is noted', () => {
    const taken = after(begun(), intending([intent('a'), intent('b')]))
    const state = after(
      taken,
      recording([
        { type: 'refused', work: 'a' },
        { type: 'withdrawn', work: 'b' },
      ]),
    )
    expect([boardOf(state).slots, boardOf(state).attempts, settledOf(state)]).toEqual([[], { b: 1 }, 10])
  })
})

const works = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const work = fc.constantFrom(...works)
const adopted = (id: string): Slot => ({
  ...intent(id),
  state: 'created',
  job: `batches/${id}`,
  intendedAt: noon,
  missingSince: null,
})
const change: fc.Arbitrary<SlotChange> = fc.oneof(
  work.map(named),
  work.map(id => ({ type: 'adopted', slot: adopted(id) }) as const),
  fc.record({
    type: fc.constantFrom('ended', 'present', 'missing', 'refused', 'withdrawn', 'dropped'),
    work,
  }),
)
type Deed = (now: string) => Operation
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.array(fc.record({ work, member: fc.constantFrom(...members), usdMicros: fc.nat({ max: 40 }) }), { maxLength: 6 }).map(
    (slots): Deed =>
      now =>
        intending(
          slots.map(slot => intent(slot.work, slot)),
          now,
        ),
  ),
  fc.record({ changes: fc.array(change, { maxLength: 4 }), others: fc.record({ gemini: fc.nat({ max: 2 }) }) }).map(
    ({ changes, others }): Deed =>
      now =>
        recording(changes, { now, others }),
  ),
  fc.record({ work, usd: fc.nat({ max: 60 }) }).map(
    ({ work: id, usd }): Deed =>
      now =>
        collecting(id, usd, now),
  ),
)

/** Members that were charged beyond their dollars. */
const overdrawn = (before: State, next: State): readonly string[] =>
  members.filter(member => settledOf(next, member) > Math.max(dollars, settledOf(before, member)))

describe('whatever happens to slots', () => {
  it('intending never lifts what is busy above the line, a work has one slot, doubled operations change nothing, and old epochs neither', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(deed, fc.nat({ max: 12 })), { minLength: 5, maxLength: 40 }), life => {
        let state = begun()
        let now = noon
        for (const [make, wait] of life) {
          now = plusMs(now, wait * minuteMs)
          const operation = make(now)
          const before = boardOf(state)
          expect(transition(state, { ...operation, ...('epoch' in operation ? { epoch: 7 } : {}) }).type).toBe('fenced')
          const result = transition(deepFreeze(state), operation)
          if (result.type === 'fenced') continue
          const board = boardOf(result.state)
          expect(transition(result.state, operation)).toEqual({ type: 'already', state: result.state })
          expect(new Set(board.slots.map(slot => slot.work)).size).toBe(board.slots.length)
          const isIntent = operation.type === 'intend-slots'
          expect(isIntent ? busyOf(board) : 0).toBeLessThanOrEqual(Math.max(line, busyOf(before)))
          expect(isIntent ? overdrawn(state, result.state) : []).toEqual([])
          expect(slotBoardSchema.safeParse(board).success).toBe(true)
          expect(members.every(member => settledOf(result.state, member) >= 0)).toBe(true)
          state = result.state
        }
      }),
      { numRuns: 200 },
    )
  })
})
