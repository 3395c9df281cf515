import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toEpochMs } from '../../src/domain/instant.ts'
import { ranksOf } from '../../src/orchestrator/pooling.ts'
import { hourMs, minuteMs } from '../domain/samples.ts'
import { hourly, playTicks, type Habit, type HeldSession } from './pooled-days.ts'

const countOf = (sessions: readonly HeldSession[], pipeline: string): number =>
  sessions.filter(each => each.pipeline === pipeline).length

/** The longest time that a pipeline was without a session, milliseconds; what lies before its first one and after its last one counts. */
function longestGap(sessions: readonly HeldSession[], pipeline: string, ticks: readonly string[]): number {
  const own = sessions.filter(each => each.pipeline === pipeline)
  const [first = '', last = ''] = [ticks[0], ticks.at(-1)]
  const gaps = [...own, { from: last }].map(({ from }, index) => toEpochMs(from) - toEpochMs(own[index - 1]?.to ?? first))
  return Math.max(...gaps)
}

const research = (pipeline: string, change: Partial<Habit> = {}): Habit => ({
  pipeline,
  accounts: ['openrouter'],
  share: 1,
  sessionMs: 20 * minuteMs,
  pairs: 10,
  ...change,
})

describe('the share of the goal that is missing', () => {
  const shares = [
    { pipeline: 'a', share: 3, pairs: 150, enabled: true },
    { pipeline: 'b', share: 1, pairs: 300, enabled: true },
    { pipeline: 'c', share: null, pairs: 0, enabled: true },
    { pipeline: 'd', share: 4, pairs: 0, enabled: false },
  ]

  it('is of what the enabled ones bring together, and never less than nothing', () => {
    expect([...ranksOf(shares, 400)]).toEqual([
      ['a', 0.5],
      ['b', 0],
    ])
  })

  it('is nothing for anybody where nobody has a share', () => {
    expect([...ranksOf([{ pipeline: 'c', share: null, pairs: 0, enabled: true }], 400)]).toEqual([])
  })
})

describe('thirty days of pipelines that share an account', () => {
  it('see two of them alternate, though both could always work', () => {
    const { sessions } = playTicks({ habits: [research('a'), research('b')], ticks: hourly(30) })
    expect(sessions.length).toBe(30 * 24)
    for (const [index, { pipeline }] of sessions.entries()) expect(pipeline).not.toBe(sessions[index - 1]?.pipeline)
  })

  it('see each bring its share, whatever its sessions bring, with ticks that come late', () => {
    const late = fc.array(fc.integer({ min: 0, max: 42 * minuteMs }), { minLength: 24, maxLength: 24 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 5, max: 40 }), late, (share, pairs, lates) => {
        const habits = [research('a', { share }), research('b', { pairs })]
        const { sessions } = playTicks({ habits, ticks: hourly(10, tick => lates[tick % 24] ?? 0) })
        const [a, b] = [countOf(sessions, 'a') * 10, countOf(sessions, 'b') * pairs]
        // To within a session of each.
        expect(Math.abs(a / share - b)).toBeLessThanOrEqual(10 / share + pairs)
      }),
      { numRuns: 15 },
    )
  })

  it('starve none behind one that brings nothing and is the most behind for ever', () => {
    const ticks = hourly(60)
    const { sessions } = playTicks({ habits: [research('fruitless', { pairs: 0 }), research('b')], ticks })
    expect(longestGap(sessions, 'b', ticks)).toBeLessThan(8 * 24 * hourMs)
    expect(countOf(sessions, 'fruitless')).toBeGreaterThan(1000)
  })

  it('starve none behind one that uses the day up with its first session', () => {
    const ticks = hourly(60)
    const habits = [research('greedy', { pairs: 0, calls: 850 }), research('b', { calls: 100 }), research('c', { calls: 100 })]
    const { sessions } = playTicks({ habits, ticks })
    for (const name of ['b', 'c']) expect(longestGap(sessions, name, ticks)).toBeLessThan(9 * 24 * hourMs)
  })

  it('see what has no share take turns with what has one', () => {
    const habits = [research('integration', { share: null, pairs: 0 }), research('a')]
    const { sessions } = playTicks({ habits, ticks: hourly(2) })
    expect(countOf(sessions, 'integration')).toBe(24)
    expect(countOf(sessions, 'a')).toBe(24)
  })

  it('see a batch pipeline of two accounts and one pipeline on each of them all work, never two on one account', () => {
    const batch = research('batch', { accounts: ['gemini', 'sister'], sessionMs: 3 * minuteMs })
    const habits = [
      batch,
      research('a', { accounts: ['gemini'] }),
      research('b', { accounts: ['sister'], sessionMs: 5 * hourMs }),
    ]
    const ticks = hourly(30)
    const { sessions } = playTicks({ habits, ticks })
    for (const { pipeline } of habits) expect(longestGap(sessions, pipeline, ticks)).toBeLessThan(24 * hourMs)
    for (const account of ['gemini', 'sister']) {
      const held = sessions.filter(({ accounts }) => accounts.includes(account))
      for (const [index, { from }] of held.entries()) expect(from >= (held[index - 1]?.to ?? '')).toBe(true)
    }
  })
})

describe('what runs after others', () => {
  const integration = (change: Partial<Habit> = {}): Habit =>
    research('integration', { accounts: ['claude'], share: null, pairs: 0, after: ['eastern', 'research'], ...change })
  const after = (habits: readonly Habit[], days = 10) => {
    const ticks = hourly(days)
    const { sessions } = playTicks({ habits, ticks })
    return { sessions, gap: longestGap(sessions, 'integration', ticks) }
  }

  it('has its turn with every second tick, though one of them begins with every tick and never delivers', () => {
    const eastern = research('eastern', { accounts: ['gemini'], sessionMs: 2 * minuteMs, pairs: 0 })
    expect(after([eastern, integration()]).gap).toBeLessThanOrEqual(2 * hourMs)
    expect(after([{ ...eastern, pairs: 5 }, integration()]).gap).toBeLessThanOrEqual(2 * hourMs)
  })

  it('has its turn at least once in each two sessions of one that is always at work', () => {
    for (const sessionMs of [59 * minuteMs, 5 * hourMs, 23 * hourMs])
      for (const pairs of [0, 10]) {
        const { gap } = after([research('research', { sessionMs, pairs }), integration()])
        expect(gap).toBeLessThanOrEqual(sessionMs + 2 * hourMs)
      }
  })

  it('waits no longer than a day for a session that lasts for days', () => {
    const { gap } = after([research('research', { sessionMs: 100 * hourMs }), integration()], 30)
    expect(gap).toBeLessThanOrEqual(25 * hourMs)
  })

  it('has its turn on the account of those that it waits for', () => {
    const shared = { accounts: ['openrouter'] }
    const { gap } = after([research('research'), research('eastern', shared), integration(shared)])
    expect(gap).toBeLessThanOrEqual(4 * hourMs)
  })

  it('starves nobody where it is a circle', () => {
    const circle = (pipeline: string, other: string): Habit => research(pipeline, { accounts: [pipeline], after: [other] })
    const ticks = hourly(10)
    const { sessions } = playTicks({ habits: [circle('a', 'b'), circle('b', 'c'), circle('c', 'a')], ticks })
    for (const name of ['a', 'b', 'c']) expect(longestGap(sessions, name, ticks)).toBeLessThanOrEqual(3 * hourMs)
  })
})
