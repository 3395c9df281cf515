import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { callsIn } from '../end-to-end/promises.ts'
import { seededRandom, type Random } from '../support/random.ts'
import { until } from '../support/until.ts'
import { expectExactlyOnce } from './exactly-once.ts'
import { createGithubReviewer, type GithubReviewer } from './github-reviewer.ts'
import { createGithubWorld, type GithubWorld, type SessionJob } from './github-world.ts'

const line = 850
const concurrency = 16
/** max(25, 2 × concurrency): what may be reserved and not settled when a session dies. */
const outstanding = 32
const kills = 20
const runners = 3

const dayOf = (day: number): string => `2031-05-${String(day).padStart(2, '0')}T09:00:00.000Z`

interface Race {
  readonly jobs: readonly SessionJob[]
  readonly running: () => number
}

/** Three jobs at once, of which one may work. */
async function startRace(world: GithubWorld): Promise<Race> {
  const jobs = await Promise.all(Array.from({ length: runners }, () => world.start()))
  let running = jobs.length
  for (const job of jobs) void job.ended.then(() => (running -= 1))
  return { jobs, running: () => running }
}

const epochNow = async (world: GithubWorld): Promise<number> => (await world.committed()).pipelineState().epoch

/** Waits for a random moment of a session: some sends on, some time on, or just as it opens a pull request, has delivered or wraps. */
async function waitForMoment(world: GithubWorld, { jobs, running }: Race, random: Random): Promise<void> {
  const { github } = world
  const tasks = (await world.committed()).tasks()
  const files = async () => (await world.committed()).tasks().reduce((sum, task) => sum + task.resultFiles, 0)
  // A task that made no progress in three attempts is put before a person, which is another test's business.
  if (tasks.some(task => task.status === 'in-progress' && task.attempts >= 2)) {
    const before = await files()
    await until('it has saved progress', async () => (await files()) > before || running() === 0)
  }
  const isAtDelivery = random.next() < 0.4
  const sends = (await world.provider.stats()).total + (isAtDelivery ? 100 : random.upTo(60))
  const endsAt = performance.now() + (random.next() < 0.5 || isAtDelivery ? Number.POSITIVE_INFINITY : random.upTo(1500))
  const from = github.requests().length
  const isOpening = (): boolean =>
    github
      .requests()
      .slice(from)
      .some(({ operation }) => operation?.includes('createPullRequest') === true)
  const isTold = (): boolean => jobs.some(job => /Delivered|Wrapping/u.test(job.stdout()))
  const isThere = random.next() < 0.6 ? isOpening : isTold
  const isMoment = (): boolean => isAtDelivery && isThere()
  await until('its moment has come', async () => {
    if (running() === 0 || isMoment() || performance.now() > endsAt) return true
    return (await world.provider.stats()).total >= sends
  })
  await delay(random.upTo(30))
}

async function review(world: GithubWorld, reviewer: GithubReviewer, random: Random): Promise<void> {
  const parts = (await world.committed()).tasks().flatMap(task => task.parts)
  const part = random.pick(parts.filter(({ state, branch }) => state === 'open' && !reviewer.merged().has(branch)))
  if (part === undefined) return
  if (random.next() < 0.6) await reviewer.edit(part)
  if (random.next() < 0.4) await reviewer.merge(part)
}

async function expectUnderLine({ provider }: GithubWorld): Promise<void> {
  for (const [day, sends] of Object.entries((await provider.stats()).sends)) expect(sends, day).toBeLessThanOrEqual(line)
}

/** Starts three sessions and kills those that still run at a random moment; false where all had ended before. */
async function killOne(world: GithubWorld, random: Random): Promise<boolean> {
  const before = await epochNow(world)
  const race = await startRace(world)
  await waitForMoment(world, race, random)
  for (const job of race.jobs) job.signal('SIGKILL')
  const ends = await Promise.all(race.jobs.map(job => job.ended))
  await expectUnderLine(world)
  await until('what was in flight has arrived', async () => (await world.provider.stats()).inFlight === 0)
  const reasons = ends.map(end => (end.code === null ? 'killed' : end.outputs['reason']))
  expect(ends.filter(({ code }) => code !== null && code !== 0).map(({ stdout }) => stdout)).toEqual([])
  if (reasons.includes('killed')) return true
  // Whoever was killed before was in nobody's way: GitHub said that its run had ended.
  expect(
    reasons.filter(reason => reason !== 'held'),
    reasons.join(', '),
  ).toHaveLength(1)
  expect(await epochNow(world)).toBeGreaterThan(before)
  return false
}

/** Kills sessions at random moments, with a reviewer at work in between; returns the day it has become. */
async function killManyTimes(world: GithubWorld, reviewer: GithubReviewer, random: Random): Promise<number> {
  let day = 1
  const lost = [0]
  while (lost.length <= kills) {
    if (await killOne(world, random)) {
      lost.push((await world.provider.stats()).total - callsIn(await world.committed()))
      await review(world, reviewer, random)
    } else {
      day += 1
      await world.moveTo(dayOf(day))
    }
  }
  const byKill = lost.slice(1).map((each, index) => each - (lost[index] ?? 0))
  expect(Math.max(...byKill), `sent and not saved, by kill: ${byKill.join(', ')}`).toBeLessThanOrEqual(outstanding)
  return day
}

/** Sessions, day after day, until all tasks are done. */
async function finish(world: GithubWorld, from: number): Promise<void> {
  for (let day = from; day < 31; day += 1) {
    await world.moveTo(dayOf(day))
    const { code, result } = await world.session()
    expect(code).toBe(0)
    await expectUnderLine(world)
    if (result?.reason === 'queue-empty') return
    expect(['budget', 'asked']).toContain(result?.reason)
  }
  throw new Error('The month was not enough')
}

describe('jobs that are killed at any moment, three at once', () => {
  let world: GithubWorld
  afterEach(() => world?.remove())

  it('lose nothing, double nothing, never pass the line, and are followed at once', async () => {
    const random = seededRandom('kills on GitHub')
    world = await createGithubWorld({ assignments: 5, indicators: 4, callsPerIndicator: 60, concurrency })
    const reviewer = createGithubReviewer(world)
    await finish(world, await killManyTimes(world, reviewer, random))
    // A last look takes in what the reviewer merged.
    expect((await world.session()).result?.reason).toBe('queue-empty')
    const { repeated, total } = await world.provider.stats()
    const lost = total - callsIn(await world.committed())
    expect(repeated).toBeLessThanOrEqual(kills * outstanding)
    expect(lost).toBeLessThanOrEqual(kills * outstanding)
    await expectExactlyOnce(world)
    await reviewer.expectKept()
  })
})
