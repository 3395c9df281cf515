import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Cli } from '../support/cli.ts'
import type { Random } from '../support/random.ts'
import { until } from '../support/until.ts'
import { resultOf, type SessionEnd, type World } from '../support/world.ts'
import { callsIn } from './promises.ts'
import type { Reviewer } from './reviewer.ts'

/** The line of the budget that a world has unless it says otherwise. */
export const line = 850
export const faults = '429:0.1,5xx:0.05,malformed:0.03,drop:0.02'

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
  const isAtDelivery = random.next() < 0.2
  const sends = (await provider.stats()).total + (isAtDelivery ? 150 : random.upTo(80))
  const endsAt = performance.now() + (random.next() < 0.5 || isAtDelivery ? Number.POSITIVE_INFINITY : random.upTo(2000))
  const isMoment = (): boolean => isAtDelivery && /Delivered|Wrapping/u.test(cli.stderr())
  await until('its moment has come', async () => {
    if (!cli.isRunning() || isMoment() || performance.now() > endsAt) return true
    return (await provider.stats()).total >= sends
  })
  await delay(random.upTo(30))
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
export function expectClean(end: SessionEnd): void {
  expect(end.code).toBe(0)
  expect(['budget', 'queue-empty']).toContain(end.result.reason)
}

/** Sessions, day after day, until all tasks are done. */
export async function finish(world: World, from: number): Promise<number> {
  for (let day = from; day < 31; day += 1) {
    await world.moveTo(dayOf(day))
    const end = await world.run()
    expectClean(end)
    await expectUnderLine(world)
    if (end.result.reason === 'queue-empty') return day
  }
  throw new Error('The month was not enough')
}

export interface Killing {
  readonly reviewer: Reviewer
  readonly random: Random
  readonly kills: number
  /** What may be sent and not saved by one kill. */
  readonly bound: number
}

/** Starts a session and kills it at a random moment, alone or together with the git it runs; false where it had ended before. */
async function killOne(world: World, random: Random): Promise<boolean> {
  const cli = world.start()
  await waitForMoment(world, cli, random)
  cli.kill(random.next() < 0.5 ? 'alone' : 'with children')
  const end = await cli.ended
  await expectUnderLine(world)
  await until('what was in flight has arrived', async () => (await world.provider.stats()).inFlight === 0)
  if (end.signal === 'SIGKILL') return true
  expectClean(resultOf(end))
  if (resultOf(end).result.reason === 'queue-empty') throw new Error('All was done before it was killed often enough')
  return false
}

/** Kills sessions at random moments, with a reviewer at work in between; returns the day it has become. */
export async function killManyTimes(world: World, { reviewer, random, kills, bound }: Killing): Promise<number> {
  let day = 1
  const lost = [0]
  while (lost.length <= kills) {
    if (await killOne(world, random)) {
      lost.push((await world.provider.stats()).total - callsIn(world.repository))
      review(world, reviewer, random)
    } else {
      day += 1
      await world.moveTo(dayOf(day))
    }
  }
  const byKill = lost.slice(1).map((each, index) => each - (lost[index] ?? 0))
  expect(Math.max(...byKill), `sent and not saved, by kill: ${byKill.join(', ')}`).toBeLessThanOrEqual(bound)
  return day
}
