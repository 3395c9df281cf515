import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../support/until.ts'
import { createWorld, resultOf, type World } from '../support/world.ts'
import { callsIn, expectWhole } from './promises.ts'

describe('a provider that cannot be used', () => {
  let world: World
  afterEach(() => world?.remove())

  const create = (callsPerIndicator = 20): Promise<World> =>
    createWorld({ assignments: 1, indicators: 2, callsPerIndicator, concurrency: 8 })
  const attempts = (): readonly number[] => world.repository.tasks().map(task => task.attempts)

  it('costs nothing and counts as no attempt where it is not there', { timeout: 90_000 }, async () => {
    world = await create()
    const { provider, repository } = world
    await provider.stop()
    for (let run = 0; run < 2; run += 1) {
      const { code, result } = await world.run()
      expect(code).toBe(0)
      expect(result).toMatchObject({ outcome: 'wrapped', spent: { sends: 0 } })
      expect(result.reason).toMatch(/^provider: .* could not be reached; the next run goes on/u)
    }
    expect(attempts()).toEqual([0])
    expect(repository.tasks().map(task => task.status)).toEqual(['in-progress'])
    expect(repository.account().ledgers.calls).toMatchObject({ settled: 0, reservations: [] })
    expectWhole(repository)
  })

  it('is left alone after a few failures, and the next session goes on where it was', { timeout: 90_000 }, async () => {
    // Work for several seconds, so that the provider fails in the middle of it.
    world = await create(80)
    const { provider, repository } = world
    await provider.control('latency', { latencyMs: 300 })
    const cli = world.start()
    await until('progress was saved', () => repository.tasks().some(task => task.resultFiles > 0))
    await provider.control('faults', { faults: '5xx:1' })
    await provider.control('latency', { latencyMs: 0 })
    const { code, result } = resultOf(await cli.ended)
    expect(code).toBe(0)
    expect(result.reason).toMatch(/^provider: .*; the next run goes on/u)
    expect(result.spent.sends).toBe((await provider.stats()).total)
    expect((await world.run()).code).toBe(0)
    expect(attempts()).toEqual([0])
    expect(repository.account().ledgers.calls).toMatchObject({ settled: (await provider.stats()).total, reservations: [] })
    expectWhole(repository)
    await provider.control('faults', { faults: '' })
    expect(await world.run()).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
    const { total, repeated } = await provider.stats()
    expect(total - callsIn(repository)).toBe(repeated)
    expectWhole(repository)
  })

  it(
    'asks the person for another key in one line and with exit code 2, and goes on once it has one',
    { timeout: 90_000 },
    async () => {
      world = await create()
      const { repository } = world
      const refusals = [
        ['no-credit', /no credit left for the key in REHEARSAL_KEY; top it up/u],
        ['wrong-key', /refused the key in REHEARSAL_KEY; put a valid one there/u],
      ] as const
      for (const [key, expected] of refusals) {
        const { code, result, stderr } = await world.run({ key })
        expect(code).toBe(2)
        expect(result.reason).toMatch(expected)
        expect(stderr.split('\n').filter(text => expected.test(text))).toHaveLength(1)
      }
      expect(attempts()).toEqual([0])
      expectWhole(repository)
      expect(await world.run()).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
      expectWhole(repository)
    },
  )

  it('asks for a missing key before anything is claimed', async () => {
    world = await create()
    const end = await world.start({ key: '' }).ended
    expect(end.code).toBe(2)
    expect(end.stderr).toBe(
      "perpetual: Expected the environment variable REHEARSAL_KEY to hold the provider's key, found none; set it, or try `perpetual demo`, which needs none\n",
    )
    expect(world.repository.git('log', '--format=%s', 'perpetual/state')).not.toContain('claim')
  })
})
