import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../support/until.ts'
import { expectExactlyOnce } from './exactly-once.ts'
import { createGithubWorld, type GithubWorld } from './github-world.ts'

describe('several runs of one pipeline on GitHub', () => {
  let world: GithubWorld
  afterEach(() => world?.remove())

  it(
    'started at once, are one that works and others that rest; forced ones rest too, before the line and at it',
    { timeout: 120_000 },
    async () => {
      world = await createGithubWorld({ budget: 60, assignments: 2, indicators: 2, callsPerIndicator: 20 })
      const { provider } = world
      await provider.control('latency', { latencyMs: 3000 })
      const ended: string[] = []
      const start = async (): Promise<string | undefined> => {
        const { code, result } = await world.session()
        ended.push(`${code}: ${result?.reason}`)
        return result?.session ?? undefined
      }
      const together = [start(), start(), start()]
      await until('one of them sends', async () => (await provider.stats()).total > 0)
      const forced = await world.session({ force: 'true' })
      expect(forced).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'held', spent: { sends: 0 } } })
      await until('the others rest', () => ended.length === 2)
      await provider.control('latency', { latencyMs: 0 })
      const sessions = await Promise.all(together)
      expect(ended).toEqual(['0: held', '0: held', '0: budget'])
      expect(sessions.filter(Boolean)).toEqual(['droid-research-0001'])
      const late = await world.session({ force: 'true' })
      expect(late).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'budget' } })
      expect(await provider.stats()).toMatchObject({ total: 51, repeated: 0 })
      await expectExactlyOnce(world)
    },
  )
})
