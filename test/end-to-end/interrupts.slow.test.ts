import { afterEach, describe, expect, it } from 'vitest'
import type { Cli } from '../support/cli.ts'
import { until, untilStuck } from '../support/until.ts'
import { createWorld, resultOf, type World } from '../support/world.ts'
import { callsIn, expectWhole } from './promises.ts'

/** A person waits 5 s at most; the machine of a test may be busy. */
const patienceMs = 20_000

describe('a session that is asked to stop', () => {
  let world: World
  afterEach(() => world?.remove())

  const concurrency = 8
  const create = (): Promise<World> => createWorld({ assignments: 1, indicators: 3, callsPerIndicator: 30, concurrency })

  const doneUnits = (): string[] =>
    world.repository
      .tasks()
      .flatMap(task => task.units)
      .filter(unit => unit.ended)
      .map(unit => unit.unit)

  /** Started, with one unit done and saved. */
  async function startAndWait(): Promise<Cli> {
    // Slow enough that it is still at work when its first unit is seen to be done.
    await world.provider.control('latency', { latencyMs: 250 })
    const cli = world.start()
    await until('a unit is done', () => doneUnits().length > 0)
    return cli
  }

  async function endOf(cli: Cli) {
    const askedMs = performance.now()
    const end = await cli.ended
    expect(performance.now() - askedMs).toBeLessThan(patienceMs)
    return end
  }

  it('saves, delivers what is done, hands off and exits 0; the next one sends nothing again', { timeout: 90_000 }, async () => {
    world = await create()
    const { provider, repository } = world
    const cli = await startAndWait()
    cli.signal('SIGINT', 'group')
    const { code, result } = resultOf(await endOf(cli))
    expect(code).toBe(0)
    expect(result).toMatchObject({ outcome: 'wrapped', reason: 'asked' })
    const parts = repository.tasks().flatMap(task => task.parts)
    expect(parts.flatMap(part => part.units)).toEqual(doneUnits())
    expect(result.deliveries.map(each => each.branch)).toEqual(parts.map(part => part.branch))
    expect((await provider.stats()).total).toBe(callsIn(repository))
    expect(repository.account().ledgers.calls).toMatchObject({ settled: callsIn(repository), reservations: [] })
    expectWhole(repository)
    expect(await world.run()).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
    expect(await provider.stats()).toMatchObject({ repeated: 0, total: callsIn(repository) })
    expectWhole(repository)
  })

  it('waits 2 s for what is in flight and no longer', { timeout: 90_000 }, async () => {
    world = await create()
    const { provider, repository } = world
    const cli = await startAndWait()
    await provider.control('latency', { latencyMs: 60_000 })
    const stuck = await untilStuck(provider)
    cli.signal('SIGTERM')
    expect(resultOf(await endOf(cli))).toMatchObject({ code: 0, result: { reason: 'asked' } })
    expect((await provider.stats()).total - callsIn(repository)).toBe(stuck)
    expect(repository.account().ledgers.calls).toMatchObject({ settled: (await provider.stats()).total, reservations: [] })
    await provider.control('latency', { latencyMs: 0 })
    expect(await world.run()).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
    expect((await provider.stats()).repeated).toBeLessThanOrEqual(stuck)
    expectWhole(repository)
  })

  it('exits at once when it is asked again, and the next one mends what is left', { timeout: 90_000 }, async () => {
    world = await create()
    const { provider, repository } = world
    const cli = await startAndWait()
    await provider.control('latency', { latencyMs: 60_000 })
    await untilStuck(provider)
    cli.signal('SIGINT', 'group')
    await cli.says(/Wrapping/u)
    cli.signal('SIGINT', 'group')
    expect(await endOf(cli)).toMatchObject({ code: 130, signal: null, stdout: '' })
    await provider.control('latency', { latencyMs: 0 })
    expect(await world.run()).toMatchObject({ code: 0, result: { session: 'droid-research-0001', reason: 'queue-empty' } })
    expect((await provider.stats()).repeated).toBeLessThanOrEqual(25)
    expectWhole(repository)
  })
})
