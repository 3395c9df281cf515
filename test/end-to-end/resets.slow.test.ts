import { afterEach, describe, expect, it } from 'vitest'
import { untilStuck } from '../support/until.ts'
import { createWorld, type World } from '../support/world.ts'
import { expectWhole } from './promises.ts'

const line = 17
const first = 5
const concurrency = 8

describe('calls that are in flight over the reset of a day', () => {
  let world: World
  afterEach(() => world?.remove())

  /** A session whose requests leave before the guard band and are answered a minute and a half later, in the next day. */
  async function startOverReset(aheadMs: number) {
    world = await createWorld({ budget: 20, assignments: 1, indicators: 2, callsPerIndicator: 30, concurrency })
    // The first calls of a task wait for each other; after them as many can run as there are turns.
    await world.moveTo('2031-05-01T23:50:00.000Z', aheadMs)
    expect((await world.run({ args: ['--threshold', '0.25'] })).result.spent.sends).toBe(first)
    await world.provider.control('latency', { latencyMs: 90_000 })
    await world.moveTo('2031-05-01T23:58:40.000Z', aheadMs)
    const cli = world.start()
    expect(await untilStuck(world.provider)).toBe(concurrency)
    return cli
  }

  /** The sessions of the next day, to the end of their budget. */
  async function finishNextDay(aheadMs: number): Promise<void> {
    await world.provider.control('latency', { latencyMs: 0 })
    await world.moveTo('2031-05-02T00:01:05.000Z', aheadMs)
    expect(await world.run()).toMatchObject({ code: 0, result: { reason: 'budget' } })
    for (const sends of Object.values((await world.provider.stats()).sends)) expect(sends).toBeLessThanOrEqual(line)
    expectWhole(world.repository)
  }

  it.each([
    ['ahead', 30_000],
    ['behind', -30_000],
  ])('count in both days, so that neither is passed by a provider whose clock is 30 s %s', async (_, aheadMs) => {
    const cli = await startOverReset(aheadMs)
    expect(await cli.ended).toMatchObject({ code: 0 })
    expect(world.repository.account().ledgers.calls).toMatchObject({
      settled: concurrency,
      window: { from: '2031-05-02T00:00:00.000Z' },
    })
    await finishNextDay(aheadMs)
    expect((await world.provider.stats()).sends).toEqual({ '2031-05-01': first + concurrency, '2031-05-02': line - concurrency })
    expect((await world.provider.stats()).repeated).toBe(0)
  })

  it('count in both days where the session was killed with them', async () => {
    const cli = await startOverReset(0)
    cli.kill('with children')
    expect((await cli.ended).signal).toBe('SIGKILL')
    const reserved = world.repository.account().ledgers.calls?.reservations.reduce((sum, each) => sum + each.amount, 0) ?? 0
    expect(reserved).toBeGreaterThanOrEqual(concurrency)
    await finishNextDay(0)
    expect((await world.provider.stats()).sends).toEqual({ '2031-05-01': first + concurrency, '2031-05-02': line - reserved })
  })
})
