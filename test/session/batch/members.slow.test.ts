import { describe, expect, it } from 'vitest'
import { ModelError } from '../../../src/models/model-error.ts'
import type { BatchProvider } from '../../../src/models/batch.ts'
import { minuteMs } from '../../domain/samples.ts'
import { useBatchWorlds, videos, type BatchWorld } from './batch-world.ts'

const open = useBatchWorlds()
const batchOutcomes = async (world: BatchWorld) => (await world.outcomes()).filter(outcome => outcome.type === 'batch')

describe('two keys of one project, each of which shows the jobs of both', () => {
  it('leave each job one job: none is called off as a double, and each counts once', async () => {
    const world = await open({ videos: [videos(6)] })
    await world.faults('batch-time:1800s')
    let project: BatchProvider | undefined
    const change = (provider: BatchProvider): BatchProvider => (project ??= provider)
    await world.session({ change })
    await world.pass(5 * minuteMs)
    expect(await world.session({ change })).toMatchObject({ budget: { used: 6 } })
    expect(await world.stats()).toMatchObject({ created: 6, alive: 6 })
    await world.pass(30 * minuteMs)
    expect(await world.session({ change })).toMatchObject({ reason: 'queue-empty' })
    expect((await batchOutcomes(world)).map(({ end }) => end)).toEqual(Array.from({ length: 6 }, () => 'succeeded'))
  })
})

describe('a repository that was renamed while jobs are alive', () => {
  it('keeps the jobs whose names it knows', async () => {
    const world = await open({ videos: [videos(3)] })
    await world.faults('batch-time:1800s')
    await world.session()
    await world.pass(11 * minuteMs)
    await world.session({ repositoryId: 'renamed' })
    await world.pass(11 * minuteMs)
    await world.session({ repositoryId: 'renamed' })
    await world.pass(30 * minuteMs)
    expect(await world.session({ repositoryId: 'renamed' })).toMatchObject({ reason: 'queue-empty' })
    expect(await world.stats()).toMatchObject({ created: 3 })
  })
})

describe('a member that was taken out of the configuration', () => {
  it('leaves no slot behind, even of a job that had ended and was not collected', async () => {
    const world = await open({ videos: [videos(2)] })
    await world.session()
    await world.pass(30 * minuteMs)
    await world.session({
      change: provider => ({
        ...provider,
        results: () => Promise.reject(new ModelError('Not now', { failure: 'provider-down', sent: true })),
      }),
    })
    expect((await world.board())?.slots.map(({ state }) => state)).toEqual(['terminal', 'terminal'])
    for (let n = 0; n < 3; n += 1) {
      await world.pass(11 * minuteMs)
      await world.session({ members: ['gemini'] })
    }
    expect((await world.board())?.slots).toEqual([])
    expect((await world.tasks())[0]?.status).toBe('in-review')
  })
})

describe('an account that got another name', () => {
  it('brings its jobs along: none is called off or made again', async () => {
    const world = await open({ videos: [videos(2)] })
    await world.faults('batch-time:1800s')
    let key: BatchProvider | undefined
    const change = (provider: BatchProvider): BatchProvider => (key ??= provider)
    await world.session({ members: ['gemini'], change })
    await world.pass(11 * minuteMs)
    await world.session({ members: ['sister-gemini'], change })
    expect((await world.board())?.slots.map(({ member, state }) => [member, state])).toEqual([
      ['sister-gemini', 'created'],
      ['sister-gemini', 'created'],
    ])
    await world.pass(30 * minuteMs)
    expect(await world.session({ members: ['sister-gemini'], change })).toMatchObject({ reason: 'queue-empty' })
    expect(await world.stats()).toMatchObject({ created: 2 })
    expect((await batchOutcomes(world)).map(({ end }) => end)).toEqual(['succeeded', 'succeeded'])
  })
})

describe('a listing', () => {
  it('proves no absence while the provider does not answer for the job itself', async () => {
    const world = await open({ videos: [videos(1)] })
    await world.faults('batch-time:7200s,list-delay:3600s')
    const change = (provider: BatchProvider): BatchProvider => ({
      ...provider,
      get: () => Promise.reject(new ModelError('Out', { failure: 'provider-down', sent: true })),
    })
    await world.session({ change })
    for (let n = 0; n < 3; n += 1) {
      await world.pass(11 * minuteMs)
      await world.session({ change })
    }
    expect(await world.stats()).toMatchObject({ created: 1 })
  })
})

describe('a session whose claim is gone', () => {
  it('calls no job off, whatever it takes for a double', async () => {
    const world = await open({ videos: [videos(1)] })
    await world.faults('batch-time:7200s')
    await world.session()
    const { holder } = await world.claim()
    await world.claim()
    await world.foreign('gemini', 'ours/droid-eastern/task1/job-1/2')
    const change = (provider: BatchProvider): BatchProvider => ({
      ...provider,
      list: async signal => ({ ...(await provider.list(signal)), complete: false }),
    })
    expect(await world.session({ holder, change })).toMatchObject({ reason: 'lost-claim' })
    expect(await world.stats()).toMatchObject({ alive: 2 })
  })
})

describe('results that cannot be saved', () => {
  it('count for nothing in the same session', async () => {
    const world = await open({ videos: [videos(1)] })
    await world.session()
    await world.pass(30 * minuteMs)
    let fail = false
    await world
      .session({
        around: async (effect, act) => {
          if (effect === 'results') {
            const value = await act()
            fail = true
            return value
          }
          if (effect === 'write' && fail) {
            fail = false
            throw new Error('The disk is full')
          }
          return act()
        },
      })
      .catch(() => {})
    const [task] = await world.tasks()
    expect(task?.status).toBe('in-progress')
    expect(task?.parts).toEqual([])
    await world.pass(30 * minuteMs)
    expect(await world.session()).toMatchObject({ reason: 'queue-empty' })
    expect(await batchOutcomes(world)).toHaveLength(1)
    expect((await world.tasks())[0]?.status).toBe('in-review')
  })
})
