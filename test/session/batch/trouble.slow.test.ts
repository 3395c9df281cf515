import { describe, expect, it } from 'vitest'
import { ModelError } from '../../../src/models/model-error.ts'
import { createGeminiBatch } from '../../../src/models/gemini-batch.ts'
import type { BatchProvider } from '../../../src/models/batch.ts'
import { minuteMs } from '../../domain/samples.ts'
import { useBatchWorlds, pipeline, videos, type BatchWorld } from './batch-world.ts'

const open = useBatchWorlds()
const batchOutcomes = async (world: BatchWorld) => (await world.outcomes()).filter(outcome => outcome.type === 'batch')
const warnings = ({ events }: BatchWorld): string =>
  events.flatMap(event => (event.type === 'warning' ? [event.message] : [])).join('\n')

/** The same provider, but a job's creation is never answered. */
const answerless = (provider: BatchProvider): BatchProvider => ({
  ...provider,
  submit: async (job, signal) => {
    await provider.submit(job, signal)
    throw new ModelError('The answer was lost', { failure: 'provider-down', sent: true })
  },
})
const vanishing = (provider: BatchProvider): BatchProvider => ({
  ...provider,
  submit: () => Promise.reject(new ModelError('The connection broke', { failure: 'provider-down', sent: true })),
})

describe('a round', () => {
  it('fills nine slots, least busy member first, and tells in the handoff what is alive', async () => {
    const world = await open({ videos: [videos(6), videos(6, 20)] })
    expect(await world.session()).toMatchObject({ reason: 'slots', budget: { used: 9 }, spent: { slots: 9 } })
    expect((await world.statsOf('gemini')).alive).toBe(5)
    expect((await world.statsOf('sister-gemini')).alive).toBe(4)
    expect((await world.handoffs())[0]).toMatch(
      /batch jobs \| 9 \/ 10 \(90\.0%\), line 9[\s\S]*batch jobs at gemini \| 5, the oldest since 2026-03-10T12:00/u,
    )
    expect((await world.board())?.starved).toBe(true)
    expect((await world.tasks()).map(({ units }) => units.length)).toEqual([6, 6])
  })
})

describe('a session that may begin only so many tasks', () => {
  it('goes on with those in progress and begins no more', async () => {
    const world = await open({ videos: [videos(1), videos(2, 10), videos(1, 20)] })
    await world.session({ maxTasks: 1 })
    expect((await world.tasks()).map(({ status }) => status)).toEqual(['in-progress', 'pending', 'pending'])
    await world.session({ maxTasks: 1 })
    expect((await world.tasks()).map(({ status }) => status)).toEqual(['in-progress', 'in-progress', 'pending'])
    expect(await world.stats()).toMatchObject({ created: 3 })
  })
})

describe('a job whose name was lost', () => {
  it('is adopted at the next look, and made once', async () => {
    const world = await open({ videos: [videos(1)] })
    await world.session({ change: answerless })
    // The look after creating finds it already.
    expect((await world.board())?.slots).toMatchObject([{ state: 'created', job: expect.stringMatching(/^batches\//u) }])
    await world.pass(30 * minuteMs)
    expect(await world.session()).toMatchObject({ reason: 'queue-empty' })
    expect(await world.stats()).toMatchObject({ created: 1 })
  })

  it('is adopted though listings show it late, and a made one that is not listed yet is not missing', async () => {
    const world = await open({ videos: [videos(2)] })
    await world.faults('list-delay:300s,batch-time:3600s')
    const isFirst = { first: true }
    await world.session({
      change: provider => ({
        ...provider,
        submit: async (job, signal) => {
          const made = await provider.submit(job, signal)
          if (!isFirst.first) return made
          isFirst.first = false
          throw new ModelError('The answer was lost', { failure: 'provider-down', sent: true })
        },
      }),
    })
    expect((await world.board())?.slots).toMatchObject([
      { state: 'intended', missingSince: expect.any(String) },
      { state: 'created', missingSince: null },
    ])
    await world.pass(6 * minuteMs)
    await world.session()
    expect((await world.board())?.slots).toMatchObject([
      { state: 'created', missingSince: null },
      { state: 'created', missingSince: null },
    ])
    expect(await world.stats()).toMatchObject({ created: 2 })
  })
})

describe('a job that never came to be', () => {
  it('frees its slot at the second complete listing ten minutes later, and is made at the next attempt', async () => {
    const world = await open({ videos: [videos(1)] })
    await world.session({ change: vanishing })
    await world.pass(9 * minuteMs)
    await world.session({ change: vanishing })
    expect((await world.board())?.slots).toMatchObject([{ state: 'intended', attempt: 1 }])
    await world.pass(2 * minuteMs)
    await world.session({
      change: provider => ({ ...provider, list: async signal => ({ ...(await provider.list(signal)), complete: false }) }),
    })
    expect((await world.board())?.slots).toMatchObject([{ state: 'intended', attempt: 1 }])
    await world.session()
    expect((await world.board())?.slots).toMatchObject([
      { state: 'created', attempt: 2, display: 'ours/droid-eastern/task1/job-1/2' },
    ])
    expect(await world.stats()).toMatchObject({ created: 1 })
  })

  it('frees its slot at once where it was surely refused, and the other member gets it', async () => {
    const world = await open({ videos: [videos(4)] })
    const refusing: NonNullable<Parameters<BatchWorld['session']>[0]>['change'] = (provider, account) =>
      account === 'gemini'
        ? { ...provider, submit: () => Promise.reject(new ModelError('Quota', { failure: 'quota', sent: false, status: 429 })) }
        : provider
    await world.session({ change: refusing })
    const board = await world.board()
    expect(board?.slots.map(({ member, attempt }) => [member, attempt])).toEqual(
      Array.from({ length: 4 }, () => ['sister-gemini', 1]),
    )
    expect(board?.attempts).toEqual({})
    expect((await world.book.account('gemini')).ledgers.usdMicros?.settled).toBe(0)
  })

  it('sets its task aside where the provider takes every other job', async () => {
    const world = await open({ videos: [videos(2), videos(1, 10), videos(1, 20)] })
    await world.session({
      change: provider => ({
        ...provider,
        submit: (job, signal) =>
          job.display.includes('task2')
            ? Promise.reject(new ModelError('No such thing', { failure: 'bad-request', sent: false, status: 400 }))
            : provider.submit(job, signal),
      }),
    })
    expect((await world.tasks()).map(({ status }) => status)).toEqual(['in-progress', 'blocked', 'in-progress'])
    expect((await world.tasks())[1]?.reason).toMatch(/No such thing/u)
    expect(warnings(world)).toMatch(/refuses task2\/job-1: No such thing/u)
  })

  it('for a reason that may be the configuration’s sets no task aside', async () => {
    const world = await open({ videos: [videos(2)] })
    const refused = new ModelError('No such model', { failure: 'bad-request', sent: false, status: 404 })
    await world.session({ change: provider => ({ ...provider, submit: () => Promise.reject(refused) }) })
    expect(await world.tasks()).toMatchObject([{ status: 'in-progress' }])
    expect(await world.board()).toMatchObject({ slots: [], attempts: {}, starved: true })
  })
})

describe('doubles', () => {
  it('are cancelled, the oldest kept, and count while they live', async () => {
    const world = await open({ videos: [videos(1)] })
    await world.faults('batch-time:3600s')
    const oldest = await world.foreign('gemini', 'ours/droid-eastern/task1/job-1/1')
    await world.foreign('gemini', 'ours/droid-eastern/task1/job-1/1')
    await world.foreign('sister-gemini', 'ours/droid-eastern/task1/job-1/2')
    await world.session()
    expect((await world.board())?.slots).toMatchObject([{ job: oldest, state: 'created' }])
    expect(await world.stats()).toMatchObject({ created: 3, alive: 1 })
  })

  it('that one creation made are found by the slot that was intended, the oldest kept', async () => {
    const world = await open({ videos: [videos(1)] })
    await world.faults('batch-time:3600s')
    const made: string[] = []
    await world.session({
      change: provider => ({
        ...provider,
        submit: async (job, signal) => {
          for (const _ of ['first', 'second']) {
            made.push((await provider.submit(job, signal)).name)
            await world.pass(1000)
          }
          throw new ModelError('The answer was lost', { failure: 'timeout', sent: true })
        },
      }),
    })
    expect((await world.board())?.slots).toMatchObject([{ job: made[0], state: 'created' }])
    expect(await world.stats()).toMatchObject({ created: 2, alive: 1 })
  })

  it('of work that has its outcome are cancelled, and those of others never', async () => {
    const world = await open({ videos: [videos(1)] })
    await world.session()
    await world.pass(30 * minuteMs)
    await world.session()
    await world.faults('batch-time:3600s')
    await world.foreign('gemini', 'ours/droid-eastern/task1/job-1/7')
    await world.foreign('gemini', 'theirs/droid-eastern/task1/job-1/7')
    await world.foreign('gemini', 'ours-too/task1/job-1/7')
    await world.session()
    expect(await world.stats()).toMatchObject({ alive: 2 })
  })
})

describe('another repository with the same key', () => {
  it('has its jobs counted and left alone', async () => {
    const world = await open({ videos: [videos(12)] })
    await world.faults('batch-time:3600s')
    for (let n = 1; n <= 4; n += 1)
      await world.foreign(n % 2 === 0 ? 'gemini' : 'sister-gemini', `theirs/droid-eastern/x/job-${n}/1`)
    expect(await world.session()).toMatchObject({ reason: 'slots', spent: { slots: 5 }, budget: { used: 9 } })
    expect(await world.stats()).toMatchObject({ alive: 9, peakAlive: 9 })
    expect((await world.handoffs())[0]).toMatch(/batch jobs at gemini \| \d, the oldest since [^,]+, and 2 of others/u)
  })

  it('that fills the slots at the same time makes us call off our newest', async () => {
    const world = await open({ videos: [videos(12)] })
    await world.faults('batch-time:3600s')
    let raced = false
    await world.session({
      change: provider => ({
        ...provider,
        submit: async (job, signal) => {
          if (!raced) for (let n = 1; n <= 3; n += 1) await world.foreign('gemini', `theirs/droid-eastern/x/job-${n}/1`)
          raced = true
          return provider.submit(job, signal)
        },
      }),
    })
    expect(await world.stats()).toMatchObject({ alive: 9 })
    expect((await world.board())?.slots).toHaveLength(6)
    // What was called off is no failure: it is submitted again when there is room.
    await world.pass(61 * minuteMs)
    for (let sessions = 0; sessions < 4; sessions += 1) {
      await world.session()
      await world.pass(61 * minuteMs)
    }
    const outcomes = await batchOutcomes(world)
    expect(outcomes.map(({ end }) => end)).toEqual(Array.from({ length: 12 }, () => 'succeeded'))
  })
})

describe('sessions that race', () => {
  it('make no job twice: two of three find the claim gone and change nothing', async () => {
    const world = await open({ videos: [videos(12)] })
    const holders = [(await world.claim()).holder, (await world.claim()).holder, (await world.claim()).holder]
    const results = await Promise.all(holders.map(holder => world.session({ holder })))
    expect(results.map(({ reason }) => reason)).toEqual(['lost-claim', 'lost-claim', 'slots'])
    expect(await world.stats()).toMatchObject({ created: 9, peakAlive: 9 })
  })
})

describe('a member that fails', () => {
  it.each([
    ['has no key', { without: ['gemini'] as const }],
    [
      'is out',
      {
        change: (provider: BatchProvider, account: string): BatchProvider =>
          account === 'gemini'
            ? createGeminiBatch({ baseUrl: 'http://127.0.0.1:9', key: 'k', keyName: 'K', timeoutMs: 500, inlineBytes: 1000 })
            : provider,
      },
    ],
  ])('because it %s leaves the other working, and its slots stay', async (_why, session) => {
    const world = await open({ videos: [videos(5)], videosPerJob: 1 })
    await world.session()
    await world.pass(30 * minuteMs)
    expect(await world.session(session)).toMatchObject({ reason: 'waiting' })
    expect((await world.board())?.slots.map(({ member, state }) => [member, state])).toEqual(
      Array.from({ length: 3 }, () => ['gemini', 'created']),
    )
    expect(await batchOutcomes(world)).toHaveLength(2)
    expect(await world.session()).toMatchObject({ reason: 'queue-empty' })
    expect(await world.stats()).toMatchObject({ created: 5 })
  })

  it('leaves nothing to do where there is no other', async () => {
    const world = await open()
    const result = await world.session({ without: ['gemini', 'sister-gemini'] })
    expect(result).toMatchObject({ outcome: 'wrapped', reason: 'provider: the key of gemini is missing', actBy: 'next-run' })
  })
})

describe('jobs that do not succeed', () => {
  it('are tried again in later jobs, and lose nothing that was delivered', async () => {
    const world = await open({ videos: [['private0001', ...videos(2)]], videosPerJob: 3 })
    for (let sessions = 0; sessions < 5; sessions += 1) {
      await world.session()
      await world.pass(30 * minuteMs)
    }
    expect((await batchOutcomes(world)).map(({ end }) => end)).toContain('partly-succeeded')
    const [task] = await world.tasks()
    expect(task?.status).toBe('in-review')
    expect(task?.units.filter(({ accepted }) => accepted > 0)).toHaveLength(2)
  })

  it('expired and failed ones are tried again', async () => {
    const world = await open({ videos: [videos(1)] })
    await world.faults('stuck:1')
    await world.session()
    await world.pass(49 * 60 * minuteMs)
    await world.session()
    await world.faults('job-fail:1')
    await world.pass(30 * minuteMs)
    await world.session()
    await world.faults('')
    await world.pass(30 * minuteMs)
    await world.session()
    expect((await batchOutcomes(world)).map(({ work, end }) => [work, end])).toEqual([
      ['task1/job-1', 'expired'],
      ['task1/job-2', 'failed'],
      ['task1/job-3', 'succeeded'],
    ])
  })

  it('what a batch refuses for its video goes through one direct call, metered like any other', async () => {
    const world = await open({ videos: [['refuse00001', ...videos(1)]], videosPerJob: 2 })
    await world.session()
    await world.pass(30 * minuteMs)
    expect(await world.session()).toMatchObject({ reason: 'queue-empty' })
    expect(await world.stats()).toMatchObject({ created: 1, direct: 1 })
    const ledgers = await Promise.all(['gemini', 'sister-gemini'].map(async name => (await world.book.account(name)).ledgers))
    expect(ledgers.map(({ calls }) => calls?.settled ?? 0)).toEqual([1, 0])
    expect(ledgers.flatMap(each => Object.values(each)).flatMap(({ reservations }) => reservations)).toEqual([])
    const [task] = await world.tasks()
    expect(task?.units.every(({ accepted }) => accepted > 0)).toBe(true)
  })
})

describe('dollars', () => {
  it('have a line: a job without room is not submitted, and what a job cost less comes back', async () => {
    const world = await open({ videos: [videos(5)], usdMicros: 25, worstUsdMicros: 10 })
    expect(await world.session()).toMatchObject({ reason: 'budget: dollars', spent: { slots: 4 } })
    const settled = async () =>
      Promise.all(['gemini', 'sister-gemini'].map(async name => (await world.book.account(name)).ledgers.usdMicros?.settled))
    expect(await settled()).toEqual([20, 20])
    await world.pass(30 * minuteMs)
    // Four were collected at 4 each, and the fifth is charged at its worst.
    await world.session()
    expect(await settled()).toEqual([18, 8])
    expect((await world.book.pipeline(pipeline)).session).toBeNull()
  })

  it('that direct calls were granted and did not use are there for the next job of the same session', async () => {
    const world = await open({
      videos: [['refuse00001', ...videos(3)]],
      videosPerJob: 2,
      slots: 2,
      usdMicros: 60,
      worstUsdMicros: 10,
    })
    const without = ['sister-gemini'] as const
    expect(await world.session({ without })).toMatchObject({ reason: 'slots', spent: { slots: 1 } })
    await world.pass(30 * minuteMs)
    expect(await world.session({ without })).toMatchObject({ reason: 'slots', spent: { slots: 1 } })
    expect(await world.stats()).toMatchObject({ created: 2, direct: 1 })
  })
})

describe('a signal', () => {
  it('on a forge where wrapping takes a while saves and leaves the wrap to the next session', async () => {
    const world = await open({ videos: [videos(4)] })
    const stop = new AbortController()
    const change = (provider: BatchProvider): BatchProvider => ({
      ...provider,
      submit: async (job, signal) => {
        const made = await provider.submit(job, signal)
        stop.abort()
        return made
      },
    })
    expect(await world.session({ asked: stop.signal, onSignal: 'save', change })).toMatchObject({
      reason: 'asked',
      handoff: null,
    })
    expect((await world.board())?.slots).toMatchObject([{ state: 'created' }])
    expect((await world.book.pipeline(pipeline)).session?.wrap).toEqual({ reason: 'asked' })
    await world.session()
    expect(await world.handoffs()).toHaveLength(1)
    await world.session()
    expect(await world.stats()).toMatchObject({ created: 4 })
  })
})

describe('a state that was lost', () => {
  it('adopts the jobs that are alive, and collects what they bring', async () => {
    const world = await open({ videos: [videos(3)] })
    await world.faults('batch-time:3600s')
    for (let n = 1; n <= 3; n += 1) await world.foreign('gemini', `ours/droid-eastern/task1/job-${n}/1`, n)
    await world.session()
    expect((await world.board())?.slots.map(({ state }) => state)).toEqual(['created', 'created', 'created'])
    await world.pass(61 * minuteMs)
    expect(await world.session()).toMatchObject({ reason: 'queue-empty' })
    expect(await world.stats()).toMatchObject({ created: 3 })
  })
})
