import { afterEach, describe, expect, it } from 'vitest'
import type { RehearsalOptions } from '../../src/rehearsal/start-rehearsal.ts'
import { startProvider, type Provider } from '../support/provider.ts'
import { seededRandom } from '../support/random.ts'
import { until } from '../support/until.ts'
import { morning } from '../support/world.ts'
import { createEasternRepository, videoIds, type EasternOptions, type EasternRepository } from './eastern-world.ts'

const line = 9

let closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.map(close => close()))
  closing = []
})

/** The provider and repositories that use the same two keys, with clocks that go together. */
async function open(options: readonly EasternOptions[], rehearsal: RehearsalOptions = {}) {
  const provider = await startProvider({ clock: morning, ...rehearsal })
  const repositories = await Promise.all(options.map(each => createEasternRepository(provider, each)))
  closing = [() => provider.stop(), ...repositories.map(({ remove }) => remove)]
  let now = Date.parse(morning)
  const setNow = async (instantMs: number): Promise<void> => {
    now = instantMs
    const instant = new Date(now).toISOString()
    for (const repository of repositories) repository.setNow(instant)
    await provider.control('clock', { now: instant })
  }
  await setNow(now)
  return { provider, repositories, pass: (minutes: number) => setNow(now + minutes * 60_000) }
}
const only = (repositories: readonly EasternRepository[]): EasternRepository => {
  const [first] = repositories
  if (first === undefined) throw new Error('A world has a repository')
  return first
}
const peak = async (provider: Provider): Promise<number> => (await provider.stats()).batches.peakAlive

/** Sessions of all repositories in turn until none has anything left. */
async function finish({ repositories, pass }: Pick<Awaited<ReturnType<typeof open>>, 'repositories' | 'pass'>): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const reasons: string[] = []
    for (const repository of repositories) reasons.push((await repository.run()).result.reason)
    if (reasons.every(reason => reason === 'queue-empty')) return
    await pass(11)
  }
  throw new Error('Twenty rounds were not enough')
}

const jobNames = (repositories: readonly EasternRepository[]) =>
  repositories.flatMap(repository => repository.outcomes().map(({ job }) => job))

function expectWhole(repositories: readonly EasternRepository[]): void {
  for (const repository of repositories) {
    expect(repository.tasks().map(({ status }) => status)).toEqual(repository.tasks().map(() => 'in-review'))
    expect(repository.board().slots).toEqual([])
    const units = repository.tasks().flatMap(task => task.parts.flatMap(part => part.units))
    expect(new Set(units).size).toBe(units.length)
    expect(units).toHaveLength(repository.tasks().flatMap(task => task.units).length)
  }
}

describe('the eastern pipeline by its command line', () => {
  it('makes pairs whose evidence is a second of the video, and every one says that it was rehearsed', async () => {
    const world = await open([{ videos: [['refuse00001', ...videoIds(3)]], videosPerJob: 2 }])
    const repository = only(world.repositories)
    expect((await repository.run()).result).toMatchObject({ reason: 'waiting', spent: { slots: 2 }, budget: { line, used: 2 } })
    await world.pass(30)
    expect((await repository.run()).result).toMatchObject({ reason: 'queue-empty', spent: { slots: 0 } })
    const pairs = repository.pairs()
    expect(pairs.length).toBeGreaterThan(4)
    for (const { citations, flags } of pairs) {
      expect(citations[0]?.url).toMatch(/^https:\/\/www\.youtube\.com\/watch\?v=[\w-]{11}&t=\d+s$/u)
      expect(flags).toContain('rehearsal')
    }
    expect((await world.provider.stats()).batches).toMatchObject({ created: 2, direct: 1 })
  })

  it('is killed at any moment, raced by itself and shares its keys with another repository: never more than nine jobs, none twice, nothing lost', async () => {
    const world = await open([{ videos: [videoIds(8), videoIds(8, 20)] }, { videos: [videoIds(4, 40)] }], { latencyMs: 20 })
    const [first, second] = world.repositories
    if (first === undefined || second === undefined) throw new Error('There are two repositories')
    const random = seededRandom('eastern kills')
    let kills = 0
    for (let round = 0; kills < 12 && round < 30; round += 1) {
      const racers = [first.start(), ...(random.next() < 0.4 ? [first.start()] : [])]
      const before = (await world.provider.stats()).batches.submits
      const sends = random.upTo(6)
      const endsAt = performance.now() + 300 + random.upTo(1500)
      await until('its moment has come', async () => {
        if (racers.every(cli => !cli.isRunning()) || performance.now() > endsAt) return true
        return sends > 0 && (await world.provider.stats()).batches.submits - before >= sends
      })
      for (const cli of racers) cli.kill(random.next() < 0.5 ? 'alone' : 'with children')
      const ends = await Promise.all(racers.map(cli => cli.ended))
      kills += ends.filter(({ signal }) => signal === 'SIGKILL').length
      // What was on its way has arrived, and the other repository works only then: two that submit at once may pass the line for a moment.
      await until('nothing is in flight', async () => (await world.provider.stats()).inFlight === 0)
      if (random.next() < 0.5) await second.run()
      expect(await peak(world.provider)).toBeLessThanOrEqual(line)
      await world.pass(random.upTo(12))
    }
    await finish(world)
    expect(await peak(world.provider)).toBeLessThanOrEqual(line)
    expectWhole(world.repositories)
    const names = jobNames(world.repositories)
    expect(new Set(names).size).toBe(names.length)
    // Every job that was ever made brought its results to one of the two.
    expect((await world.provider.stats()).batches.created).toBe(names.length)
  })

  it('loses nothing to jobs that fail or expire, items that fail, listings that lag, and a provider in trouble', async () => {
    const world = await open([{ videos: [videoIds(10)], videosPerJob: 2 }])
    const repository = only(world.repositories)
    await world.provider.control('faults', {
      faults: 'job-fail:0.3,item-error:0.2,list-delay:120s,look-5xx:0.1,5xx:0.1,drop:0.1,malformed:0.1',
    })
    for (let rounds = 0; rounds < 12; rounds += 1) {
      await repository.run()
      await world.pass(11)
    }
    await world.provider.control('faults', { faults: '' })
    await finish(world)
    expect(await peak(world.provider)).toBeLessThanOrEqual(line)
    const [task] = repository.tasks()
    expect(task?.status).toBe('in-review')
    expect(task?.units.every(unit => unit.ended)).toBe(true)
    const works = repository.outcomes().map(({ work }) => work)
    expect(new Set(works).size).toBe(works.length)
  })
})
