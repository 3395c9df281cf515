import { afterEach, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../support/world.ts'
import { callsIn, expectWhole } from './promises.ts'

const line = 34

describe('the reset of a day', () => {
  let world: World
  afterEach(() => world?.remove())

  it.each([
    ['ahead', 30_000],
    ['behind', -30_000],
  ])(
    'never lets more than the line through on either day of a provider whose clock is 30 s %s',
    { timeout: 90_000 },
    async (_, aheadMs) => {
      world = await createWorld({ budget: 40, assignments: 1, indicators: 3, callsPerIndicator: 40, concurrency: 8 })
      const { provider, repository } = world
      await world.moveTo('2031-05-01T23:50:00.000Z', aheadMs)
      expect((await world.run({ args: ['--threshold', '0.5'] })).result).toMatchObject({ reason: 'budget', spent: { sends: 20 } })
      for (const time of ['01T23:59:35', '02T00:00:05']) {
        await world.moveTo(`2031-05-${time}.000Z`, aheadMs)
        const inBand = await world.run({ args: ['--force'] })
        expect(inBand, time).toMatchObject({
          code: 0,
          result: {
            outcome: 'rested',
            reason: 'window',
            next: '2031-05-02T00:01:00.000Z',
          },
        })
      }
      await world.moveTo('2031-05-02T00:01:05.000Z', aheadMs)
      expect((await world.run()).result).toMatchObject({ reason: 'budget', spent: { sends: line } })
      expect((await provider.stats()).sends).toEqual({ '2031-05-01': 20, '2031-05-02': line })
      expect((await provider.stats()).repeated).toBe(0)
      expectWhole(repository)
    },
  )

  it('is not crossed by a session that is at work: it stops sending a minute before and wraps', { timeout: 90_000 }, async () => {
    world = await createWorld({ assignments: 1, indicators: 5, callsPerIndicator: 100, concurrency: 4 })
    const { provider, repository } = world
    await provider.control('latency', { latencyMs: 300 })
    await world.moveTo('2031-05-01T23:58:53.000Z')
    expect((await world.run()).result).toMatchObject({ outcome: 'wrapped', reason: 'window' })
    const times = await provider.times()
    expect(times.length).toBe(callsIn(repository))
    // A request that left just before may arrive a little later.
    expect(Math.max(...times)).toBeLessThan(Date.parse('2031-05-01T23:59:05.000Z'))
    expectWhole(repository)
  })
})
