import { afterEach, describe, expect, it } from 'vitest'
import { createWorld, resultOf, type World } from '../support/world.ts'
import { callsIn, expectWhole } from './promises.ts'

const line = 850
const days = 5

describe('day after day', () => {
  let world: World
  afterEach(() => world?.remove())

  it('three sessions at once send exactly the line, forced or not, and every pair is there once in the end', async () => {
    world = await createWorld({ assignments: 10 })
    const { provider, repository } = world
    const expected: Record<string, number> = {}
    for (let day = 1; day <= days; day += 1) {
      await world.moveTo(`2031-05-0${day}T09:00:00.000Z`)
      const together = [world.start(), world.start({ args: ['--force'] }), world.start()]
      const ends = (await Promise.all(together.map(cli => cli.ended))).map(resultOf)
      expect(ends.map(end => `${end.code} ${end.result.reason}`).toSorted()).toEqual(['0 budget', '0 held', '0 held'])
      expect(await world.run({ args: ['--force'] })).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'budget' } })
      expected[`2031-05-0${day}`] = line
      const { sends, repeated } = await provider.stats()
      expect(sends).toEqual(expected)
      expect(repeated).toBe(0)
    }
    expect(callsIn(repository)).toBe(days * line)
    expect(repository.pipelineState().sessions).toBe(days)
    expectWhole(repository)
  })
})
