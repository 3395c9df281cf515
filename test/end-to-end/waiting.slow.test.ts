import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../support/until.ts'
import { createWorld, resultOf, type World } from '../support/world.ts'
import { expectCommitted, expectWhole } from './promises.ts'

let world: World
afterEach(() => world?.remove())

const statusesOf = (name?: string): readonly string[] => {
  const { repository } = world
  return (name === undefined ? repository : repository.of(name)).tasks().map(({ status }) => status)
}
const openParts = (): readonly number[] =>
  world.repository
    .tasks()
    .flatMap(({ parts }) => parts.flatMap(({ state, pull }) => (state === 'open' && pull !== null ? [pull] : [])))

describe('more parts than reviewers are to have', () => {
  const small = { indicators: 1, callsPerIndicator: 10 }

  it(
    'end a session between its tasks and let none begin, but a forced one; a merge brings it back',
    { timeout: 120_000 },
    async () => {
      world = await createWorld({ ...small, assignments: 6, maxWaiting: 1 })
      const first = await world.run()
      expect(first).toMatchObject({ code: 0, result: { outcome: 'wrapped', reason: 'reviews', tasks: { length: 2 } } })
      expect(statusesOf().toSorted()).toEqual(['in-review', 'in-review', 'pending', 'pending', 'pending', 'pending'])
      expect([...world.repository.handoffs().values()][0]).toContain('enough deliveries wait for a review')
      const sent = (await world.provider.stats()).total

      const rested = { code: 0, result: { outcome: 'rested', reason: 'reviews', next: null, spent: { sends: 0 } } }
      expect(await world.run()).toMatchObject(rested)
      expect((await world.provider.stats()).total).toBe(sent)

      expect(await world.run({ args: ['--force', '--max-tasks', '2'] })).toMatchObject({
        code: 0,
        result: { outcome: 'completed', reason: 'max-tasks', tasks: { length: 2 } },
      })
      expect(openParts()).toHaveLength(4)
      for (const part of openParts().slice(0, 2))
        expect(await world.cli('review', 'accept', String(part))).toMatchObject({ code: 0 })
      expect(await world.run()).toMatchObject(rested)
      expect(await world.cli('review', 'accept', String(openParts()[0]))).toMatchObject({ code: 0 })
      expect(await world.run()).toMatchObject({ code: 0, result: { reason: 'reviews', tasks: { length: 1 } } })
      expect(statusesOf().filter(status => status === 'pending')).toHaveLength(1)
      expectCommitted(world.repository)
    },
  )

  it('are counted over all pipelines', { timeout: 120_000 }, async () => {
    world = await createWorld({ ...small, assignments: 2, maxWaiting: 1, pipelines: ['droid-research', 'zai-research'] })
    expect((await world.run()).result.tasks).toHaveLength(2)
    expect(await world.run({ pipeline: 'zai-research' })).toMatchObject({
      code: 0,
      result: { outcome: 'rested', reason: 'reviews' },
    })
    expect(statusesOf('zai-research')).toEqual(['pending', 'pending'])
  })
})

describe('a pipeline with a session every two hours', () => {
  it(
    'has one in each span, however often it is asked and however late it begins; a forced one comes on top',
    { timeout: 120_000 },
    async () => {
      world = await createWorld({
        indicators: 1,
        callsPerIndicator: 10,
        assignments: 4,
        every: '2h',
        now: '2031-05-01T09:50:00.000Z',
      })
      const one = ['--max-tasks', '1']
      expect(await world.run({ args: one })).toMatchObject({ result: { reason: 'max-tasks', next: '2031-05-01T10:00:00.000Z' } })
      expect(await world.run({ args: one })).toMatchObject({
        code: 0,
        result: { outcome: 'rested', reason: 'cooling', next: '2031-05-01T10:00:00.000Z' },
      })
      expect(await world.run({ args: [...one, '--force'] })).toMatchObject({ result: { reason: 'max-tasks' } })
      await world.moveTo('2031-05-01T10:00:05.000Z')
      const both = await Promise.all([world.run({ args: one }), world.run({ args: one })])
      expect(both.map(({ result }) => result.outcome).toSorted()).toEqual(['completed', 'rested'])
      expect(await world.run({ args: one })).toMatchObject({ result: { reason: 'cooling', next: '2031-05-01T12:00:00.000Z' } })
      // A day without ticks costs nothing but itself.
      await world.moveTo('2031-05-02T13:59:00.000Z')
      expect(await world.run({ args: one })).toMatchObject({ result: { reason: 'max-tasks', next: '2031-05-02T14:00:00.000Z' } })
      expect(world.repository.pipelineState().sessions).toBe(4)
      expectWhole(world.repository)
    },
  )
})

describe('a pipeline that runs after another one', () => {
  it(
    'rests while that is at work, works once it has delivered, and goes beside it where it is forced',
    { timeout: 120_000 },
    async () => {
      const [first, second] = ['droid-research', 'zai-research']
      world = await createWorld({
        indicators: 1,
        callsPerIndicator: 10,
        assignments: 2,
        pipelines: [first, second],
        after: { [second]: [first] },
      })
      const { provider } = world
      const one = ['--max-tasks', '1']
      await provider.control('latency', { latencyMs: 2000 })
      const working = world.start({ args: one })
      await until('it sends', async () => (await provider.stats()).total > 0)
      expect(await world.run({ pipeline: second })).toMatchObject({
        code: 0,
        result: { outcome: 'rested', reason: 'after', next: null, spent: { sends: 0 } },
      })
      await provider.control('latency', { latencyMs: 0 })
      expect(resultOf(await working.ended)).toMatchObject({ code: 0, result: { deliveries: { length: 1 } } })
      expect(await world.run({ pipeline: second, args: one })).toMatchObject({ code: 0, result: { reason: 'max-tasks' } })

      await provider.control('latency', { latencyMs: 2000 })
      const total = (await provider.stats()).total
      const again = world.start()
      await until('it sends again', async () => (await provider.stats()).total > total)
      expect(await world.run({ pipeline: second })).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'after' } })
      const forced = world.start({ pipeline: second, args: ['--force'] })
      await until('both are at work', () => world.repository.of(second).pipelineState().session !== null)
      await provider.control('latency', { latencyMs: 0 })
      for (const cli of [again, forced])
        expect(resultOf(await cli.ended)).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
      expectWhole(world.repository)
    },
  )
})
