import { afterEach, describe, expect, it } from 'vitest'
import { createWorld, nextMorning, type World } from '../support/world.ts'
import { expectWhole } from './promises.ts'

describe('a budget of dollars a day', () => {
  let world: World
  afterEach(() => world?.remove())

  it('is never passed by what the provider charges, and the next day goes on', { timeout: 120_000 }, async () => {
    const usd = 0.05
    world = await createWorld({ usd, assignments: 1, indicators: 3, callsPerIndicator: 40, concurrency: 8 })
    const { provider, repository } = world
    const first = await world.run()
    expect(first).toMatchObject({ code: 0, result: { outcome: 'wrapped', reason: expect.stringMatching(/^budget/u) } })
    const { usd: charged, total } = await provider.stats()
    expect(charged).toBeLessThanOrEqual(usd)
    // It came as near as the dearest call it could not afford any more.
    expect(charged).toBeGreaterThan(usd * 0.8)
    const ledger = repository.account().ledgers.usdMicros
    expect(ledger).toMatchObject({ budget: usd * 1_000_000, reservations: [] })
    expect((ledger?.settled ?? 0) / 1_000_000).toBeGreaterThanOrEqual(charged)
    expectWhole(repository)
    // What is left pays for no request, so no further session begins before the reset, forced or not.
    for (const args of [[], ['--force']])
      expect(await world.run({ args })).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'budget' } })
    expect((await provider.stats()).total).toBe(total)
    expect((await provider.stats()).usd).toBeLessThanOrEqual(usd)
    await world.moveTo(nextMorning)
    expect((await world.run()).code).toBe(0)
    expect((await provider.stats()).total).toBeGreaterThan(total)
    expect((await provider.stats()).usd).toBeLessThanOrEqual(2 * usd)
    expect((await provider.stats()).repeated).toBe(0)
    expectWhole(repository)
  })
})
