import { afterEach, describe, expect, it } from 'vitest'
import { resultOf, createWorld, type World } from '../support/world.ts'
import { until } from '../support/until.ts'
import { expectWhole } from './promises.ts'

describe('several sessions of one pipeline', () => {
  let world: World
  afterEach(() => world?.remove())

  it(
    'started at once, are one that works and others that rest; forced ones rest too, before the line and at it',
    { timeout: 120_000 },
    async () => {
      world = await createWorld({ budget: 100, assignments: 2, indicators: 2, callsPerIndicator: 40 })
      const { provider, repository } = world
      await provider.control('latency', { latencyMs: 2000 })
      const together = [world.start(), world.start(), world.start()]
      await until('one of them sends', async () => (await provider.stats()).total > 0)
      const forced = await world.run({ args: ['--force'] })
      expect(forced).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'held', spent: { sends: 0 } } })
      await until('the others rest', () => together.filter(cli => cli.isRunning()).length === 1)
      await provider.control('latency', { latencyMs: 0 })
      const ends = (await Promise.all(together.map(cli => cli.ended))).map(resultOf)
      expect(ends.map(end => end.code)).toEqual([0, 0, 0])
      expect(ends.map(end => end.result.reason).toSorted()).toEqual(['budget', 'held', 'held'])
      expect(await provider.stats()).toMatchObject({ total: 85, repeated: 0 })
      const late = await world.run({ args: ['--force'] })
      expect(late).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'budget' } })
      expect((await provider.stats()).total).toBe(85)
      expect(repository.pipelineState().sessions).toBe(1)
      expectWhole(repository)
    },
  )
})
