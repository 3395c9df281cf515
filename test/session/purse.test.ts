import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  lineOf,
  openLedger,
  settleAndReserve,
  usedOf,
  type Amounts,
  type Holder,
  type Ledger,
  type Meter,
} from '../../src/domain/ledger.ts'
import type { SpendByMeter } from '../../src/domain/operation.ts'
import { createPurse, limitedMeters, type Purse, type PurseSnapshot, type Ticket } from '../../src/session/purse.ts'
import { noon } from '../domain/samples.ts'

const holder: Holder = { pipeline: 'alpha', session: 'alpha-0001', epoch: 3 }
const other: Holder = { pipeline: 'beta', session: 'beta-0001', epoch: 1 }

interface Books {
  account: Partial<Record<Meter, Ledger>>
  session: Partial<Record<Meter, Ledger>>
}

const openBooks = (line = 100): Books => ({
  account: {
    calls: openLedger({ budget: line, thresholdBasisPoints: 10_000 }, null),
    usdMicros: openLedger({ budget: line * 7, thresholdBasisPoints: 10_000 }, null),
  },
  session: { tokens: openLedger({ budget: line * 5, thresholdBasisPoints: 10_000 }, null) },
})

const spendIn = (ledgers: Books['account'], who: Holder, spend: SpendByMeter): Books['account'] => {
  const next = { ...ledgers }
  for (const meter of limitedMeters(ledgers)) {
    const ledger = ledgers[meter]
    if (ledger)
      next[meter] = settleAndReserve(ledger, who, { ...(spend[meter] ?? { used: 0, hold: 0, want: 0 }), at: noon }).ledger
  }
  return next
}

/** What the state does with a snapshot: both kinds of ledger in one commit. */
const commit = (books: Books, snapshot: PurseSnapshot): Books => ({
  account: spendIn(books.account, holder, snapshot.accountSpend),
  session: spendIn(books.session, holder, snapshot.sessionSpend),
})

const newPurse = (): Purse => createPurse({ account: ['calls', 'usdMicros'], session: ['tokens'] })
const reservedIn = (ledger: Ledger | undefined): number =>
  ledger?.reservations.find(each => each.session === holder.session)?.amount ?? 0
const goal = { calls: 10, usdMicros: 70, tokens: 50 }
const cost = { calls: 1, usdMicros: 7, tokens: 5 }

/** A purse after its first checkpoint. */
const funded = (target: Amounts = goal, line = 100) => {
  const purse = newPurse()
  const snapshot = purse.snapshot(target)
  const books = commit(openBooks(line), snapshot)
  const short = purse.confirm(snapshot, { ...books, holder })
  return { purse, books, short }
}

describe('a purse', () => {
  it('gives nothing before a checkpoint has granted anything', () => {
    const purse = newPurse()
    expect([purse.covers(cost), purse.draw(cost), purse.covers({})]).toEqual([false, undefined, true])
  })

  it('gives exactly as many sends as were granted', () => {
    const { purse, short } = funded()
    const tickets = Array.from({ length: 12 }, () => purse.draw(cost)).filter(ticket => ticket !== undefined)
    expect([tickets.length, short]).toEqual([10, null])
  })

  it('gives nothing where one of several ledgers has too little', () => {
    const { purse } = funded({ ...goal, usdMicros: 6 })
    expect(purse.covers(cost)).toBe(false)
    expect(purse.draw({ ...cost, usdMicros: 6 })).toBeDefined()
  })

  it('does not know of meters that nobody limits', () => {
    expect(funded().purse.draw({ ...cost, slots: 1_000_000 })).toBeDefined()
  })

  it('gives back what a send did not cost', () => {
    const { purse } = funded()
    for (let n = 0; n < 50; n += 1) {
      const ticket = purse.draw(cost)
      expect(ticket).toBeDefined()
      purse.settle(ticket ?? { cost: {} }, {})
    }
    expect(purse.owed()).toEqual({ calls: 0, usdMicros: 0 })
  })

  it('says whose line cut a grant short', () => {
    expect(funded(goal, 9).short).toEqual({ reason: 'budget', meter: 'calls' })
    expect(funded({ tokens: 501 }, 100).short).toEqual({ reason: 'session-budget', meter: 'tokens' })
    expect(funded({ calls: 101, tokens: 501 }, 100).short).toEqual({ reason: 'budget', meter: 'calls' })
    expect(funded({ calls: 100 }, 100).short).toBeNull()
  })

  it('owes what was used and not settled, with what is in flight', () => {
    const { purse } = funded()
    const sent = purse.draw(cost)
    purse.draw(cost)
    if (sent !== undefined) purse.settle(sent, { calls: 1, usdMicros: 2 })
    expect(purse.owed()).toEqual({ calls: 2, usdMicros: 9 })
  })

  it('gives back at once what is over a lowered target, so that nothing draws it while the commit is on its way', () => {
    const { purse, books } = funded()
    purse.draw(cost)
    const snapshot = purse.snapshot({})
    expect(purse.covers(cost)).toBe(false)
    expect(snapshot.accountSpend.calls).toEqual({ used: 0, hold: 1, want: 0 })
    const after = commit(books, snapshot)
    expect([reservedIn(after.account.calls), reservedIn(after.session.tokens)]).toEqual([1, 5])
    expect(purse.confirm(snapshot, { ...after, holder })).toBeNull()
    expect(purse.covers(cost)).toBe(false)
  })

  it('holds no more than the target together with what is in flight', () => {
    const { purse } = funded()
    purse.draw({ calls: 3 })
    expect(purse.snapshot({ calls: 5 }).accountSpend.calls).toEqual({ used: 0, hold: 5, want: 0 })
    purse.draw({ calls: 2 })
    expect(purse.snapshot({ calls: 4 }).accountSpend.calls).toEqual({ used: 0, hold: 5, want: 0 })
  })

  it('settles honestly what cost more than was reserved, and gives nothing until that is made up', () => {
    const { purse, books } = funded({ ...goal, usdMicros: 10 })
    const ticket = purse.draw(cost)
    if (ticket !== undefined) purse.settle(ticket, { calls: 1, usdMicros: 30, tokens: 5 })
    expect(purse.covers({ usdMicros: 1 })).toBe(false)
    const snapshot = purse.snapshot({ ...goal, usdMicros: 10 })
    const after = commit(books, snapshot)
    purse.confirm(snapshot, { ...after, holder })
    expect(after.account.usdMicros?.settled).toBe(30)
    expect(reservedIn(after.account.usdMicros)).toBe(10)
    expect([purse.covers({ usdMicros: 10 }), purse.covers({ usdMicros: 11 })]).toEqual([true, false])
  })
})

type Deed =
  | { readonly type: 'draw'; readonly cost: Amounts }
  | { readonly type: 'settle'; readonly which: number; readonly share: number }
  | { readonly type: 'snapshot'; readonly target: Amounts }
  | { readonly type: 'commit' | 'confirm' | 'drop' }
  | { readonly type: 'other'; readonly want: number; readonly share: number }

const kind = <const Type extends Deed['type']>(type: Type) => fc.constant(type)
/** `dearest` is what a send may cost at the most, as a multiple of what was put aside for it. */
const deedsUpTo = (dearest: number): fc.Arbitrary<Deed> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        type: kind('draw'),
        cost: fc.record({ calls: fc.nat({ max: 2 }), usdMicros: fc.nat({ max: 9 }), tokens: fc.nat({ max: 9 }) }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ type: kind('settle'), which: fc.nat(), share: fc.double({ min: 0, max: dearest, noNaN: true }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: kind('snapshot'),
        target: fc.record({ calls: fc.nat({ max: 30 }), usdMicros: fc.nat({ max: 200 }), tokens: fc.nat({ max: 150 }) }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ type: kind('commit') }) },
    { weight: 3, arbitrary: fc.record({ type: kind('confirm') }) },
    { weight: 1, arbitrary: fc.record({ type: kind('drop') }) },
    {
      weight: 1,
      arbitrary: fc.record({ type: kind('other'), want: fc.nat({ max: 60 }), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    },
  )

/** A purse with its ledgers beside it, and a count of all that was really used and is in flight. */
function createBench() {
  const purse = newPurse()
  let books = openBooks()
  const flying: Ticket[] = []
  let isHonest = true
  const used: Record<string, number> = {}
  let othersSettled: Record<string, number> = {}
  let pending: { readonly snapshot: PurseSnapshot; readonly committed: Books | null } | null = null

  const settle = (which: number, share: number): void => {
    const [ticket] = flying.length === 0 ? [] : flying.splice(which % flying.length, 1)
    if (ticket === undefined) return
    const actual: Amounts = Object.fromEntries(
      Object.entries(ticket.cost).map(([meter, amount]) => [meter, Math.floor(amount * share)]),
    )
    for (const [meter, amount] of Object.entries(actual)) used[meter] = (used[meter] ?? 0) + amount
    purse.settle(ticket, actual)
  }

  const beOther = (want: number, share: number): void => {
    const spend: SpendByMeter = Object.fromEntries(
      limitedMeters(books.account).map(meter => {
        const own = books.account[meter]?.reservations.find(each => each.session === other.session)?.amount ?? 0
        const settled = Math.floor(own * share)
        othersSettled = { ...othersSettled, [meter]: (othersSettled[meter] ?? 0) + settled }
        return [meter, { used: settled, hold: own - settled, want }]
      }),
    )
    books = { ...books, account: spendIn(books.account, other, spend) }
  }

  const act = (deed: Deed): void => {
    if (deed.type === 'draw') {
      const isCovered = purse.covers(deed.cost)
      const ticket = purse.draw(deed.cost)
      isHonest &&= isCovered === (ticket !== undefined)
      if (ticket !== undefined) flying.push(ticket)
    } else if (deed.type === 'settle') settle(deed.which, deed.share)
    else if (deed.type === 'other') beOther(deed.want, deed.share)
    else if (deed.type === 'snapshot') pending ??= { snapshot: purse.snapshot(deed.target), committed: null }
    else if (deed.type === 'commit' && pending !== null && pending.committed === null) {
      books = commit(books, pending.snapshot)
      pending = { ...pending, committed: books }
    } else if (deed.type === 'confirm' && pending?.committed) {
      purse.confirm(pending.snapshot, { ...pending.committed, holder })
      pending = null
    }
    // A commit that never landed: nothing was settled or granted.
    else if (deed.type === 'drop' && pending?.committed === null) pending = null
  }

  const heldOf = (meter: Meter): number => flying.reduce((sum, ticket) => sum + (ticket.cost[meter] ?? 0), 0)
  const settledOf = (meter: Meter): number =>
    ((meter === 'tokens' ? books.session : books.account)[meter]?.settled ?? 0) - (othersSettled[meter] ?? 0)
  const reserveOf = (meter: Meter): number => reservedIn((meter === 'tokens' ? books.session : books.account)[meter])
  return {
    purse,
    act,
    /** True while `covers` always foretold what `draw` does. */
    isHonest: () => isHonest,
    heldOf,
    settledOf,
    reserveOf,
    usedOf: (meter: Meter) => used[meter] ?? 0,
    isUnconfirmed: () => pending?.committed !== null && pending !== null,
    ledgers: () => [...Object.values(books.account), ...Object.values(books.session)],
    drain: () => {
      while (flying.length > 0) settle(0, 1)
      for (const type of ['commit', 'confirm'] as const) act({ type })
      act({ type: 'snapshot', target: {} })
      for (const type of ['commit', 'confirm'] as const) act({ type })
    },
  }
}

const lanes = ['calls', 'usdMicros', 'tokens'] as const
const livesOf = (dearest: number) => fc.array(deedsUpTo(dearest), { minLength: 10, maxLength: 120 })

describe('a purse beside its ledgers, with draws, ends of sends and commits in any order', () => {
  it('never has more used and in flight than was settled and reserved in a commit', () => {
    fc.assert(
      fc.property(livesOf(1), life => {
        const bench = createBench()
        for (const deed of life) {
          bench.act(deed)
          expect(bench.isHonest()).toBe(true)
          for (const meter of lanes)
            expect(bench.usedOf(meter) + bench.heldOf(meter)).toBeLessThanOrEqual(bench.settledOf(meter) + bench.reserveOf(meter))
          for (const ledger of bench.ledgers()) expect(usedOf(ledger)).toBeLessThanOrEqual(lineOf(ledger))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('owes what it used and did not settle yet, with what is in flight', () => {
    fc.assert(
      fc.property(livesOf(2), life => {
        const bench = createBench()
        for (const deed of life) {
          bench.act(deed)
          if (bench.isUnconfirmed()) continue
          const expected = (meter: Meter) => bench.usedOf(meter) - bench.settledOf(meter) + bench.heldOf(meter)
          expect(bench.purse.owed()).toEqual({ calls: expected('calls'), usdMicros: expected('usdMicros') })
        }
      }),
      { numRuns: 200 },
    )
  })

  it('leaks nothing: when all has ended, what was used is settled and nothing is reserved', () => {
    fc.assert(
      fc.property(livesOf(2), life => {
        const bench = createBench()
        for (const deed of life) bench.act(deed)
        bench.drain()
        for (const meter of lanes) expect([bench.settledOf(meter), bench.reserveOf(meter)]).toEqual([bench.usedOf(meter), 0])
        expect(bench.purse.owed()).toEqual({ calls: 0, usdMicros: 0 })
        expect(bench.purse.covers({ calls: 1 })).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})
