import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Cli } from '../support/cli.ts'
import { seededRandom, type Random } from '../support/random.ts'
import { until } from '../support/until.ts'
import { createWorld, resultOf, type SessionEnd, type World } from '../support/world.ts'
import { callsIn, expectWhole } from './promises.ts'
import { createReviewer, type Reviewer } from './reviewer.ts'

const line = 850
const concurrency = 16
/** max(25, 2 × concurrency): what may be reserved and not settled when a session dies. */
const outstanding = 32
const kills = 20
const faults = '429:0.1,5xx:0.05,malformed:0.03,drop:0.02'

const dayOf = (day: number): string => `2031-05-${String(day).padStart(2, '0')}T09:00:00.000Z`

/** Waits for a random moment of a session: some sends on, some time on, or just as it delivers or wraps. */
async function waitForMoment(world: World, cli: Cli, random: Random): Promise<void> {
  const { provider, repository } = world
  const files = () => repository.tasks().reduce((sum, task) => sum + task.resultFiles, 0)
  // A task that made no progress in three attempts is put before a person, which is another test's business.
  const isNearBlock = repository.tasks().some(task => task.status === 'in-progress' && task.attempts >= 2)
  if (isNearBlock) {
    const before = files()
    await until('it has saved progress', () => files() > before || !cli.isRunning())
  }
  const kind = random.upTo(9)
  if (kind < 5) {
    const target = (await provider.stats()).total + random.upTo(80)
    await until('so many were sent', async () => (await provider.stats()).total >= target || !cli.isRunning())
    return delay(random.upTo(20))
  }
  if (kind < 8) return delay(random.upTo(2000))
  await until('it delivers or wraps', () => /Delivered|Wrapping/u.test(cli.stderr()) || !cli.isRunning())
  return delay(random.upTo(60))
}

function review(world: World, reviewer: Reviewer, random: Random): void {
  const open = world.repository
    .tasks()
    .flatMap(task => task.parts)
    .filter(part => part.state === 'open' && !reviewer.merged().has(part.branch))
  const part = random.pick(open)
  if (part === undefined) return
  if (random.next() < 0.6) reviewer.edit(part)
  if (random.next() < 0.4) reviewer.merge(part)
}

async function expectUnderLine(world: World): Promise<void> {
  for (const [day, sends] of Object.entries((await world.provider.stats()).sends)) expect(sends, day).toBeLessThanOrEqual(line)
}

/** What a session that was left alone may have come to; whatever it is, nobody else's claim was in its way. */
function expectClean(end: SessionEnd): void {
  expect(end.code).toBe(0)
  expect(['budget', 'queue-empty']).toContain(end.result.reason)
}

/** Sessions, day after day, until all tasks are done. */
async function finish(world: World, from: number): Promise<number> {
  for (let day = from; day < 31; day += 1) {
    await world.moveTo(dayOf(day))
    const end = await world.run()
    expectClean(end)
    await expectUnderLine(world)
    if (end.result.reason === 'queue-empty') return day
  }
  throw new Error('The month was not enough')
}

/** Kills sessions at random moments, with a reviewer at work in between; returns the day it has become. */
async function killManyTimes(world: World, reviewer: Reviewer, { random, bound }: { random: Random; bound: number }): Promise<number> {
  const { provider, repository } = world
  let day = 1
  let wasted = 0
  for (let killed = 0; killed < kills; ) {
    const cli = world.start()
    await waitForMoment(world, cli, random)
    cli.signal('SIGKILL', random.next() < 0.5 ? 'process' : 'group')
    const end = await cli.ended
    await expectUnderLine(world)
    await until('what was in flight has arrived', async () => (await provider.stats()).inFlight === 0)
    if (end.signal === 'SIGKILL') {
      killed += 1
      const lost = (await provider.stats()).total - callsIn(repository)
      expect(lost - wasted, `sent and not saved by kill ${killed}`).toBeLessThanOrEqual(bound)
      wasted = lost
      review(world, reviewer, random)
    } else {
      expectClean(resultOf(end))
      if (resultOf(end).result.reason === 'queue-empty') throw new Error(`All was done after ${killed} kills`)
      day += 1
      await world.moveTo(dayOf(day))
    }
  }
  return day
}

describe('sessions that are killed and providers that fail', () => {
  let world: World
  afterEach(() => world?.remove())

  it('lose nothing, double nothing, never pass the line, and send at most what was outstanding again', async () => {
    const random = seededRandom('kills')
    world = await createWorld({ assignments: 4, concurrency })
    const reviewer = createReviewer(world.repository)
    const day = await killManyTimes(world, reviewer, { random, bound: outstanding })
    await finish(world, day)
    await world.run()
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
    const day = await killManyTimes(world, reviewer, { random, bound: Number.POSITIVE_INFINITY })
    await finish(world, day)
    await world.run()
    expectWhole(world.repository)
    reviewer.expectKept()
  })
})
