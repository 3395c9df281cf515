import { afterEach, describe, expect, it } from 'vitest'
import { createWorld, nextMorning, type World } from '../support/world.ts'
import { acceptedIn, callsIn, expectWhole } from './promises.ts'

describe('a budget of 1,000 calls a day with a line at 85 %', () => {
  let world: World
  afterEach(() => world?.remove())

  it(
    'lets exactly 850 sends through on a day, hands off, and goes on at the exact call on the next',
    { timeout: 180_000 },
    async () => {
      world = await createWorld({ budget: 1000, assignments: 2 })
      const { provider, repository } = world
      const first = await world.run()
      expect(first).toMatchObject({
        code: 0,
        result: { outcome: 'wrapped', reason: 'budget', spent: { sends: 850, calls: 850 } },
      })
      expect(await provider.stats()).toMatchObject({ sends: { '2031-05-01': 850 }, total: 850, distinct: 850, repeated: 0 })
      expect(repository.handoffs().get(first.result.handoff ?? '')).toContain('| 850 / 1000 (85.0%), line 850 |')
      expect(repository.account().ledgers.calls).toMatchObject({ settled: 850, reservations: [] })
      expect(repository.tasks().map(task => [task.id, task.status])).toEqual([
        ['session_01', 'in-review'],
        ['session_02', 'in-progress'],
      ])
      expectWhole(repository)

      const forced = await world.run({ args: ['--force'] })
      expect(forced).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'budget', next: '2031-05-02T00:01:00.000Z' } })
      expect((await provider.stats()).total).toBe(850)

      await world.moveTo(nextMorning)
      const second = await world.run()
      expect(second).toMatchObject({ code: 0, result: { outcome: 'completed', reason: 'queue-empty' } })
      const { total, sends, repeated } = await provider.stats()
      expect(repeated).toBe(0)
      expect(sends).toEqual({ '2031-05-01': 850, '2031-05-02': total - 850 })
      expect(callsIn(repository)).toBe(total)
      expect(repository.tasks().map(task => task.status)).toEqual(['in-review', 'in-review'])
      expect(repository.tasks().every(task => task.units.every(unit => unit.ended))).toBe(true)
      expect(acceptedIn(repository)).toBe(first.result.pairs.accepted + second.result.pairs.accepted)
      expectWhole(repository)
    },
  )
})
