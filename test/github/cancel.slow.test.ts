import { describe, expect, it, type TestContext } from 'vitest'
import { callsIn } from '../end-to-end/promises.ts'
import { until, untilStuck } from '../support/until.ts'
import { cancelJob } from './cancel-job.ts'
import { expectExactlyOnce } from './exactly-once.ts'
import { createGithubWorld, type SessionJob } from './github-world.ts'

async function create({ onTestFinished }: TestContext) {
  const world = await createGithubWorld({ assignments: 1, indicators: 3, callsPerIndicator: 30, concurrency: 8 })
  onTestFinished(() => world.remove())
  await world.provider.control('latency', { latencyMs: 150 })
  const unitsDone = async () => (await world.committed()).tasks().flatMap(task => task.units.filter(unit => unit.ended))
  return {
    world,
    unitsDone,
    /** A session with one unit done. */
    inTheMiddle: async (): Promise<SessionJob> => {
      const job = await world.start()
      await until('a unit is done', async () => (await unitsDone()).length > 0)
      return job
    },
    /** From now on. */
    untilAsked: async (operation: RegExp): Promise<void> => {
      const from = world.github.requests().length
      const isAsked = (): boolean =>
        world.github
          .requests()
          .slice(from)
          .some(each => operation.test(each.operation ?? ''))
      await until(`GitHub is asked for ${operation}`, isAsked)
    },
    expectFinished: async (lost: number): Promise<void> => {
      await world.provider.control('latency', { latencyMs: 0 })
      expect(await world.session()).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
      await expectExactlyOnce(world)
      expect((await world.provider.stats()).total - callsIn(await world.committed())).toBeLessThanOrEqual(lost)
    },
  }
}

describe.concurrent('a job that is cancelled', { timeout: 120_000 }, () => {
  it('saves in GitHub’s time and exits 0; the next one delivers and hands off once, at once', async context => {
    const { world, unitsDone, inTheMiddle, expectFinished } = await create(context)
    const { provider } = world
    const job = await inTheMiddle()
    await provider.control('latency', { latencyMs: 60_000 })
    const stuck = await untilStuck(provider)
    const end = await cancelJob(job)
    expect(end).toMatchObject({ code: 0, outputs: { outcome: 'wrapped', reason: 'asked', deliveries: '0' } })
    const saved = await world.committed()
    expect(saved.pipelineState().session?.wrap).toEqual({ reason: 'asked' })
    expect((await provider.stats()).total - callsIn(saved)).toBe(stuck)
    expect(saved.account().ledgers.calls).toMatchObject({ settled: (await provider.stats()).total, reservations: [] })
    expect(saved.tasks().flatMap(task => task.parts)).toEqual([])
    const { total } = await provider.stats()
    const next = await world.session()
    expect(next).toMatchObject({ code: 0, result: { session: 'droid-research-0001', outcome: 'wrapped', reason: 'asked' } })
    const wrapped = await world.committed()
    const units = wrapped.tasks().flatMap(task => task.parts.flatMap(part => part.units))
    expect(units).toEqual((await unitsDone()).map(({ unit }) => unit))
    expect(units.length).toBeGreaterThan(0)
    expect((await provider.stats()).total).toBe(total)
    await expectExactlyOnce(world)
    await expectFinished(stuck)
  })

  it('while it delivers ends in time, and nothing is delivered twice', async context => {
    const { world, untilAsked, expectFinished } = await create(context)
    await world.provider.control('latency', { latencyMs: 0 })
    world.github.fault({ match: /createPullRequest/u, delayMs: 1_500 })
    const job = await world.start()
    await untilAsked(/createPullRequest/u)
    expect(await cancelJob(job)).toMatchObject({ code: 0 })
    await world.session()
    await expectFinished(0)
  })

  it('while GitHub hangs is stopped, and what it had asked for comes too late', async context => {
    const { world, inTheMiddle, untilAsked, expectFinished } = await create(context)
    const job = await inTheMiddle()
    world.github.fault({ match: /createCommitOnBranch/u, delayMs: 5_000 })
    await untilAsked(/createCommitOnBranch/u)
    expect(await cancelJob(job, 0.2)).toMatchObject({ code: 143, outputs: {} })
    const lost = (await world.provider.stats()).total - callsIn(await world.committed())
    expect(lost).toBeLessThanOrEqual(25)
    await world.provider.control('latency', { latencyMs: 0 })
    await world.session()
    await until('GitHub has answered', () => world.github.requests().every(each => each.status !== 0))
    await expectFinished(25)
  })

  it('and interrupted again exits at once; the next one mends what is left', async context => {
    const { world, inTheMiddle, expectFinished } = await create(context)
    const job = await inTheMiddle()
    await world.provider.control('latency', { latencyMs: 60_000 })
    await untilStuck(world.provider)
    job.signal('SIGINT')
    await until('it wraps', () => job.stdout().includes('Wrapping'))
    job.signal('SIGINT')
    expect(await job.ended).toMatchObject({ code: 130, outputs: {} })
    await expectFinished(25)
  })
})
