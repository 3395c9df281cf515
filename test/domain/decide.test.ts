import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, type Situation } from '../../src/domain/decide.ts'
import { deepFreeze, minutes, noon } from './samples.ts'

const working: Situation = {
  now: noon,
  asked: false,
  deadline: null,
  sendUntil: minutes(5),
  guarded: false,
  provider: 'up',
  runnable: 3,
  inFlight: 0,
  checkpointing: false,
  credit: 25,
  exhausted: null,
}

const instants = fc.integer({ min: -10, max: 10 }).map(minutes)
const situations: fc.Arbitrary<Situation> = fc.record({
  now: instants,
  asked: fc.boolean(),
  deadline: fc.option(instants),
  sendUntil: instants,
  guarded: fc.boolean(),
  provider: fc.constantFrom('up' as const, 'down' as const),
  runnable: fc.nat({ max: 3 }),
  inFlight: fc.nat({ max: 2 }),
  checkpointing: fc.boolean(),
  credit: fc.nat({ max: 2 }),
  exhausted: fc.constantFrom(null, 'budget' as const, 'session-budget' as const),
})

/** Every reason that ends a session at once, in the order of its urgency. */
const urgent = [
  ['asked', { asked: true }],
  ['provider', { provider: 'down' }],
  ['deadline', { deadline: noon }],
  ['window', { guarded: true }],
] as const satisfies readonly (readonly [string, Partial<Situation>])[]

describe('the next step', () => {
  it('is work while there is something to do and credit for it', () => {
    expect(decide(working)).toEqual({ type: 'work' })
  })

  it.each(urgent)('is to wrap because of %s, whatever credit is left', (reason, change) => {
    expect(decide({ ...working, ...change })).toEqual({ type: 'wrap', reason })
  })

  it('names the most urgent of several reasons', () => {
    urgent.forEach(([reason], index) => {
      const situation = urgent.slice(index).reduce<Situation>((all, [, change]) => ({ ...all, ...change }), working)
      expect(decide({ ...situation, exhausted: 'budget' })).toEqual({ type: 'wrap', reason })
    })
  })

  it.each([
    ['at the very moment at which the claim forbids sending', { sendUntil: noon }, 'wait'],
    ['a millisecond before', { sendUntil: '2026-03-10T12:00:00.001Z' }, 'work'],
    ['at the deadline', { deadline: noon }, 'wrap'],
    ['a millisecond before the deadline', { deadline: '2026-03-10T12:00:00.001Z' }, 'work'],
  ])('%s is to %4$s', (_title, change, type) => {
    expect(decide({ ...working, ...change }).type).toBe(type)
  })

  it.each(['budget', 'session-budget'] as const)(
    'is to wrap because of %s only when nothing is in flight or being saved',
    exhausted => {
      const spent: Situation = { ...working, credit: 0, exhausted }
      expect(decide(spent)).toEqual({ type: 'wrap', reason: exhausted })
      expect(decide({ ...spent, inFlight: 1 })).toEqual({ type: 'wait' })
      expect(decide({ ...spent, checkpointing: true })).toEqual({ type: 'wait' })
    },
  )

  it('is work to the last granted send, though the ledger has no room any more', () => {
    expect(decide({ ...working, credit: 1, exhausted: 'budget' })).toEqual({ type: 'work' })
  })

  it('is to wait where nothing can run yet, or credit was not refused', () => {
    expect(decide({ ...working, runnable: 0, credit: 0, exhausted: 'budget' })).toEqual({ type: 'wait' })
    expect(decide({ ...working, credit: 0 })).toEqual({ type: 'wait' })
  })

  it('is work in no other case: never when asked, after a lapse, past the deadline, in a guard band, without provider or credit', () => {
    fc.assert(
      fc.property(situations, situation => {
        const { asked, now, sendUntil, deadline, guarded, provider, credit, runnable } = situation
        const isLate = now >= sendUntil || (deadline !== null && now >= deadline)
        const isStopped = asked || isLate || guarded || provider === 'down'
        expect(decide(situation).type === 'work').toBe(!isStopped && credit > 0 && runnable > 0)
      }),
      { numRuns: 500 },
    )
  })

  it('depends on nothing but the situation, and wraps for a budget only with nothing in flight', () => {
    fc.assert(
      fc.property(situations, situation => {
        const step = decide(deepFreeze(situation))
        expect(decide({ ...situation })).toEqual(step)
        if (step.type !== 'wrap' || !step.reason.endsWith('budget')) return
        expect(situation).toMatchObject({ inFlight: 0, checkpointing: false, exhausted: step.reason })
      }),
      { numRuns: 500 },
    )
  })
})
