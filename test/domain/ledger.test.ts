import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusMs, type Instant } from '../../src/domain/instant.ts'
import {
  bringUpToDate,
  closedSince,
  effectiveBudgetOf,
  isWarned,
  ledgerSchema,
  lineOf,
  openLedger,
  reconcileWithProvider,
  reservedOf,
  roomOf,
  settleAndReserve,
  usedOf,
  type Holder,
  type Ledger,
  type Limit,
} from '../../src/domain/ledger.ts'
import { dayWindowAt } from '../../src/domain/window.ts'
import { deepFreeze, hourMs, minuteMs, noon } from './samples.ts'

const ann: Holder = { pipeline: 'alpha', session: 'alpha-0001', epoch: 1 }
const bob: Holder = { pipeline: 'beta', session: 'beta-0001', epoch: 1 }
const holders: readonly Holder[] = [ann, { ...ann, epoch: 2 }, bob]
const today = dayWindowAt(noon, 0)
const tomorrow = dayWindowAt(plusMs(noon, 24 * hourMs), 0)
const limits: fc.Arbitrary<Limit> = fc.record({
  budget: fc.oneof(fc.nat({ max: 200 }), fc.nat({ max: 2_000_000_000 })),
  thresholdBasisPoints: fc.integer({ min: 0, max: 10_000 }),
})

const reservation = (ledger: Ledger, holder: Holder): number =>
  ledger.reservations
    .filter(each => each.session === holder.session && each.epoch === holder.epoch)
    .reduce((sum, each) => sum + each.amount, 0)

const ledgerWith = (change: Partial<Ledger> = {}): Ledger => ({
  ...openLedger({ budget: 1000, thresholdBasisPoints: 8500 }, today),
  ...change,
})
const reserved = (holder: Holder, amount: number, at: Instant = noon) => ({ ...holder, amount, at })

describe('the line', () => {
  it('is the whole number below budget times threshold, and never above the budget', () => {
    fc.assert(
      fc.property(limits, limit => {
        const line = lineOf(openLedger(limit, null))
        expect(BigInt(line)).toBe((BigInt(limit.budget) * BigInt(limit.thresholdBasisPoints)) / 10_000n)
        expect(line).toBeLessThanOrEqual(limit.budget)
      }),
    )
  })

  it.each([
    [1000, 8500, 850],
    [10, 9000, 9],
    [5000, 8500, 4250],
    [200_000, 8500, 170_000],
    [7, 8500, 5],
    [1, 9999, 0],
    [0, 10_000, 0],
  ])('of %i at %i basis points is %i', (budget, thresholdBasisPoints, line) => {
    expect(lineOf(openLedger({ budget, thresholdBasisPoints }, null))).toBe(line)
  })

  it('obeys the smaller of what is configured and what the provider says', () => {
    expect(lineOf(ledgerWith({ providerBudget: 50 }))).toBe(42)
    expect(effectiveBudgetOf(ledgerWith({ providerBudget: 5000 }))).toBe(1000)
    expect(roomOf(ledgerWith({ providerBudget: 50, settled: 60 }))).toBe(0)
  })
})

type Act =
  | { readonly type: 'spend'; readonly who: number; readonly used: number; readonly hold: number; readonly want: number }
  | { readonly type: 'roll'; readonly hours: number }
  | { readonly type: 'configure'; readonly limit: Limit }
  | { readonly type: 'provider'; readonly budget: number | null }

const share = fc.double({ min: 0, max: 1, noNaN: true })
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('spend' as const),
      who: fc.nat({ max: 2 }),
      used: share,
      hold: share,
      want: fc.nat({ max: 120 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('roll' as const), hours: fc.integer({ min: -30, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('configure' as const), limit: limits }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('provider' as const), budget: fc.option(fc.nat({ max: 300 })) }) },
)

interface Books {
  readonly now: Instant
  readonly limit: Limit
  readonly ledger: Ledger
}

function spend(
  ledger: Ledger,
  { who, used: usedShare, hold: holdShare, want }: Act & { readonly type: 'spend' },
  at: Instant,
): Ledger {
  const holder = holders[who] ?? ann
  const own = reservation(ledger, holder)
  const used = Math.floor(usedShare * own)
  const hold = Math.floor(holdShare * (own - used))
  const after = settleAndReserve(ledger, holder, { used, hold, want, at })
  expect(reservation(after.ledger, holder)).toBe(hold + after.granted)
  expect(after.ledger.settled).toBe(ledger.settled + used)
  // All that is asked for, or all that the line leaves.
  expect(after.granted).toBe(Math.min(want, Math.max(0, lineOf(ledger) - usedOf(ledger) + own - used - hold)))
  return after.ledger
}

function play({ now, limit, ledger }: Books, act: Act): Books {
  if (act.type === 'spend') return { now, limit, ledger: spend(ledger, act, now) }
  if (act.type === 'provider') return { now, limit, ledger: { ...ledger, providerBudget: act.budget } }
  const next = {
    now: act.type === 'roll' ? plusMs(now, act.hours * hourMs) : now,
    limit: act.type === 'roll' ? limit : act.limit,
  }
  return { ...next, ledger: bringUpToDate(ledger, next.limit, dayWindowAt(next.now, 451)) }
}

describe('settling and reserving', () => {
  it('keeps settled and reserved under the line, whatever the order of spending, resets and changed limits', () => {
    fc.assert(
      fc.property(limits, fc.array(acts, { maxLength: 60 }), (limit, sequence) => {
        let books: Books = { now: noon, limit, ledger: deepFreeze(openLedger(limit, dayWindowAt(noon, 451))) }
        for (const act of sequence) {
          const before = books.ledger
          books = play(books, act)
          const { ledger } = books
          expect(usedOf(ledger)).toBeLessThanOrEqual(Math.max(act.type === 'spend' ? lineOf(ledger) : 0, usedOf(before)))
          expect(ledgerSchema.safeParse(ledger).success).toBe(true)
          expect((ledger.window?.from ?? '') >= (before.window?.from ?? '')).toBe(true)
          deepFreeze(ledger)
        }
      }),
    )
  })

  it('grants a second holder only what the first one left', () => {
    const first = settleAndReserve(ledgerWith(), ann, { used: 0, hold: 0, want: 840, at: noon })
    const second = settleAndReserve(first.ledger, bob, { used: 0, hold: 0, want: 25, at: noon })
    expect([first.granted, second.granted, usedOf(second.ledger)]).toEqual([840, 10, 850])
  })

  it('grants nothing more after the budget was lowered, and takes away nothing that is in flight', () => {
    const granted = settleAndReserve(ledgerWith(), ann, { used: 0, hold: 0, want: 100, at: noon }).ledger
    const lowered = bringUpToDate(granted, { budget: 50, thresholdBasisPoints: 10_000 }, today)
    const after = settleAndReserve(lowered, ann, { used: 20, hold: 80, want: 25, at: noon })
    expect(after.granted).toBe(0)
    expect([after.ledger.settled, reservedOf(after.ledger)]).toEqual([20, 80])
    expect(settleAndReserve(lowered, bob, { used: 0, hold: 0, want: 1, at: noon }).granted).toBe(0)
  })

  it('believes no holder who claims to hold more than it was granted', () => {
    const { ledger, granted } = settleAndReserve(ledgerWith({ settled: 849 }), ann, { used: 0, hold: 500, want: 3, at: noon })
    expect(granted).toBe(1)
    expect(usedOf(ledger)).toBe(850)
  })

  it('keeps no reservation of nothing', () => {
    const { ledger } = settleAndReserve(ledgerWith({ reservations: [reserved(ann, 5)] }), ann, {
      used: 5,
      hold: 0,
      want: 0,
      at: noon,
    })
    expect(ledger.reservations).toEqual([])
  })
})

describe('a closed ledger', () => {
  it('has no room whatever its line says, and the next window opens it again', () => {
    const closed = closedSince(ledgerWith({ settled: 3 }), noon)
    expect(roomOf(closed)).toBe(0)
    expect(lineOf(closed)).toBe(850)
    const { ledger, granted } = settleAndReserve(closed, ann, { used: 0, hold: 0, want: 10, at: noon })
    expect({ granted, reserved: reservedOf(ledger) }).toEqual({ granted: 0, reserved: 0 })
    expect(ledgerSchema.parse(closed)).toEqual(closed)
    expect(roomOf(bringUpToDate(closed, closed, today))).toBe(0)
    expect(roomOf(bringUpToDate(closed, closed, tomorrow))).toBe(850)
    expect(closedSince(ledgerWith({ window: tomorrow }), noon).closed).toBeUndefined()
  })
})

describe('a window', () => {
  const limit = { budget: 1000, thresholdBasisPoints: 8500 }

  it('charges what is reserved at the reset to both windows', () => {
    const before = ledgerWith({ settled: 700, reservations: [reserved(ann, 25)] })
    expect(usedOf(before)).toBe(725)
    const after = bringUpToDate(before, limit, tomorrow)
    expect([after.settled, usedOf(after), after.window]).toEqual([0, 25, tomorrow])
  })

  it('forgets a reservation that neither this window nor the one before renewed', () => {
    const before = ledgerWith({ reservations: [reserved(ann, 25, plusMs(today.from, -1)), reserved(bob, 3, today.from)] })
    expect(bringUpToDate(before, limit, tomorrow).reservations).toEqual([reserved(bob, 3, today.from)])
  })

  it('never moves back', () => {
    const before = ledgerWith({ settled: 3, window: tomorrow })
    expect(bringUpToDate(before, limit, today)).toEqual(before)
  })

  it('forgets nothing while it lasts, even where the configuration moves the reset, and everything two days later', () => {
    const resets = fc.nat({ max: 1439 })
    const cases = fc.record({
      reset: resets,
      moved: resets,
      later: fc.nat({ max: 3 * 1440 }),
      settled: fc.integer({ min: 1, max: 850 }),
    })
    fc.assert(
      fc.property(cases, ({ reset, moved, later, settled }) => {
        const ledger = ledgerWith({ window: dayWindowAt(noon, reset), settled })
        const now = plusMs(noon, later * minuteMs)
        const after = bringUpToDate(ledger, limit, dayWindowAt(now, moved))
        expect(after.settled === settled || now >= (ledger.window?.to ?? '')).toBe(true)
        expect(after.settled === 0 || later < 2 * 1440).toBe(true)
      }),
    )
  })
})

describe("the provider's own count", () => {
  const settleAfterMs = 5 * minuteMs
  const count = (change: Partial<Parameters<typeof reconcileWithProvider>[1]> = {}) => ({
    sendsToday: null,
    sendsPerDay: null,
    now: plusMs(noon, settleAfterMs),
    settleAfterMs,
    isDead: () => true,
    ...change,
  })

  it('never makes used less than what is settled, what the dead really sent, and all that the living hold', () => {
    const shares = fc.record({ all: fc.nat({ max: 60 }), sent: share })
    fc.assert(
      fc.property(fc.nat({ max: 850 }), fc.tuple(shares, shares), fc.nat({ max: 9 }), (settled, [live, dead], foreign) => {
        const before = deepFreeze(ledgerWith({ settled, reservations: [reserved(ann, live.all), reserved(bob, dead.all)] }))
        const ofTheDead = Math.floor(dead.all * dead.sent)
        const sendsToday = settled + Math.floor(live.all * live.sent) + ofTheDead + foreign
        const after = reconcileWithProvider(before, count({ sendsToday, isDead: each => each.pipeline === bob.pipeline }))
        expect(usedOf(after)).toBeGreaterThanOrEqual(settled + ofTheDead + live.all)
        expect(usedOf(after)).toBeGreaterThanOrEqual(sendsToday)
        expect(usedOf(after)).toBeLessThanOrEqual(sendsToday + live.all)
        expect(reservation(after, ann)).toBe(live.all)
        expect(ledgerSchema.safeParse(after).success).toBe(true)
      }),
    )
  })

  it('is adopted as it is where nobody lives, and a lower one takes back nothing that is settled', () => {
    const before = ledgerWith({ settled: 100, reservations: [reserved(bob, 25)] })
    for (const [sendsToday, settled] of [
      [0, 100],
      [100, 100],
      [113, 113],
      [400, 400],
    ] as const)
      expect(reconcileWithProvider(before, count({ sendsToday }))).toMatchObject({ settled, reservations: [] })
  })

  it('frees what a dead session reserved only after its last request must have arrived', () => {
    const before = ledgerWith({ settled: 100, reservations: [reserved(bob, 25)] })
    const early = reconcileWithProvider(before, count({ sendsToday: 104, now: plusMs(noon, settleAfterMs - 1) }))
    const late = reconcileWithProvider(before, count({ sendsToday: 104 }))
    expect([usedOf(early), usedOf(late)]).toEqual([125, 104])
  })

  it('changes nothing where the provider tells none', () => {
    const before = ledgerWith({ settled: 100, reservations: [reserved(bob, 25)] })
    expect(reconcileWithProvider(before, count())).toEqual(before)
  })

  it('stays known for the rest of the window when the provider cannot be asked later', () => {
    const told = reconcileWithProvider(ledgerWith(), count({ sendsPerDay: 50 }))
    const silent = reconcileWithProvider(told, count())
    expect(lineOf(silent)).toBe(42)
    expect(reconcileWithProvider(silent, count({ sendsPerDay: 1000 })).providerBudget).toBe(1000)
    expect(bringUpToDate(silent, { budget: 1000, thresholdBasisPoints: 8500 }, tomorrow).providerBudget).toBeNull()
  })
})

describe('a warning', () => {
  it('is due from its share of the budget on, counting what is settled', () => {
    expect(isWarned(ledgerWith({ settled: 749 }), 7500)).toBe(false)
    expect(isWarned(ledgerWith({ settled: 750 }), 7500)).toBe(true)
    expect(isWarned(ledgerWith({ budget: 0 }), 7500)).toBe(false)
    expect(isWarned(ledgerWith({ reservations: [reserved(ann, 800)] }), 7500)).toBe(false)
  })
})
