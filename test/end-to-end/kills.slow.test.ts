import { afterEach, describe, expect, it } from 'vitest'
import { seededRandom } from '../support/random.ts'
import { createWorld, type World } from '../support/world.ts'
import { expectClean, faults, finish, killManyTimes, line } from './killing.ts'
import { callsIn, expectWhole } from './promises.ts'
import { createReviewer } from './reviewer.ts'

const concurrency = 16
/** max(25, 2 × concurrency): what may be reserved and not settled when a session dies. */
const outstanding = 32
const kills = 20

describe('sessions that are killed and providers that fail', () => {
  let world: World
  afterEach(() => world?.remove())

  it('lose nothing, double nothing, never pass the line, and send at most what was outstanding again', async () => {
    const random = seededRandom('kills')
    world = await createWorld({ assignments: 4, concurrency })
    const reviewer = createReviewer(world.repository)
    const day = await killManyTimes(world, { reviewer, random, kills, bound: outstanding })
    await finish(world, day)
    // A last look takes in what the reviewer merged.
    expect((await world.run()).result.reason).toBe('queue-empty')
    const { repeated, total } = await world.provider.stats()
    expect(repeated).toBeLessThanOrEqual(kills * outstanding)
    expect(total - callsIn(world.repository)).toBeLessThanOrEqual(kills * outstanding)
    expectWhole(world.repository)
    reviewer.expectKept()
  })

  it('send exactly the line on a day of faults, and finish everything', async () => {
    world = await createWorld({ assignments: 2, concurrency })
    await world.provider.control('faults', { faults })
    const first = await world.run()
    expectClean(first)
    expect((await world.provider.stats()).sends).toEqual({ '2031-05-01': line })
    await finish(world, 2)
    const { repeated, total } = await world.provider.stats()
    // A request that failed was sent again, and nothing else was.
    expect(total - callsIn(world.repository)).toBe(repeated)
    expectWhole(world.repository)
  })

  it('lose and double nothing and never pass the line where both come together', async () => {
    const random = seededRandom('kills and faults')
    world = await createWorld({ assignments: 4, concurrency })
    await world.provider.control('faults', { faults })
    const reviewer = createReviewer(world.repository)
    const day = await killManyTimes(world, { reviewer, random, kills, bound: Number.POSITIVE_INFINITY })
    await finish(world, day)
    // A last look takes in what the reviewer merged.
    expect((await world.run()).result.reason).toBe('queue-empty')
    expectWhole(world.repository)
    reviewer.expectKept()
  })
})
