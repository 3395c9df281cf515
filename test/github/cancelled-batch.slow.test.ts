import { describe, expect, it, type TestContext } from 'vitest'
import { until } from '../support/until.ts'
import { cancelJob } from './cancel-job.ts'
import { createGithubWorld, type SessionEnd, type SessionJob } from './github-world.ts'
import { boardOf, commitPipelines, keys, videoIds } from './pipelines-world.ts'

const pipeline = 'droid-eastern'
const works = ['lectures-1/job-1', 'lectures-1/job-2', 'lectures-2/job-1']

/** Two tasks, three jobs, and a job that is in the middle of handing them in. */
async function create({ onTestFinished }: TestContext) {
  const world = await createGithubWorld({ tasks: false, variables: keys })
  onTestFinished(() => world.remove())
  await commitPipelines(world, { batches: [videoIds(2), videoIds(1, 3)] })
  expect(await world.cli('tasks', 'import', '--quiet')).toMatchObject({ code: 0 })
  const created = async (): Promise<number> => (await world.provider.stats()).batches.created
  const slots = async () => (await boardOf(world.github))?.slots ?? []
  const session = (): Promise<SessionEnd> => world.session({ pipeline, force: 'true' })
  return {
    world,
    created,
    slots,
    session,
    start: (): Promise<SessionJob> => world.start({ pipeline }),
    /** The next sessions find every job that was made, make those that were not, and make none twice. */
    expectAllOnce: async (): Promise<void> => {
      expect(await session()).toMatchObject({ code: 0, result: { session: 'droid-eastern-0001', outcome: 'wrapped' } })
      // Where it is not known whether a job was made, only listings tell: two of them, ten minutes apart.
      for (const instant of ['2031-05-01T09:30:00.000Z', '2031-05-01T09:45:00.000Z', '2031-05-01T10:00:00.000Z']) {
        await world.moveTo(instant)
        expect(await session()).toMatchObject({ code: 0 })
      }
      expect(await slots()).toEqual([])
      expect((await world.provider.stats()).batches).toMatchObject({ created: works.length, alive: 0 })
      const tasks = (await world.committed({ pipeline, account: '' })).tasks()
      expect(tasks.map(({ status }) => status)).toEqual(['in-review', 'in-review'])
      const parts = tasks.flatMap(task => task.parts)
      expect(parts.flatMap(part => part.units).toSorted()).toEqual(videoIds(works.length))
      const { data } = await world.github.as('curator').rest.pulls.list({ owner: 'acme', repo: 'pairs', state: 'all' })
      expect(data.map(({ head }) => head.ref).toSorted()).toEqual(parts.map(({ branch }) => branch).toSorted())
      const { sessions, session: open, claim } = (await world.committed({ pipeline, account: '' })).pipelineState()
      expect({ open, claim }).toEqual({ open: null, claim: null })
      const handoffs = (await world.committed({ pipeline, account: '' })).handoffs()
      expect(handoffs.size).toBe(sessions)
    },
  }
}

describe.concurrent('a job that is cancelled while it hands batch jobs in', { timeout: 120_000 }, () => {
  it('before the provider has answered saves and exits 0; the next one adopts what was made', async context => {
    const { world, created, slots, start, expectAllOnce } = await create(context)
    const job = await start()
    await until('the jobs are intended', async () => (await slots()).length > 0)
    await world.provider.control('latency', { latencyMs: 60_000 })
    await until('one was made', async () => (await created()) > 0)
    expect(await cancelJob(job)).toMatchObject({ code: 0, outputs: { outcome: 'wrapped', reason: 'asked' } })
    await world.provider.control('latency', { latencyMs: 0 })
    // The others were never sent, so their slots are free again.
    expect((await slots()).map(({ state, work }) => [state, work])).toEqual([['intended', works[0]]])
    expect(await created()).toBe(1)
    await expectAllOnce()
  })

  it('before their names were committed is killed, and the next one adopts all of them', async context => {
    const { world, created, slots, start, expectAllOnce } = await create(context)
    world.github.fault({ match: ({ body }) => body.includes('record-slots'), delayMs: 30_000 })
    const job = await start()
    await until('all were made', async () => (await created()) === works.length)
    expect((await slots()).map(({ state, work }) => [state, work])).toEqual(works.map(work => ['intended', work]))
    expect(await cancelJob(job, 0.2)).toMatchObject({ code: 143, outputs: {} })
    await expectAllOnce()
  })
})
