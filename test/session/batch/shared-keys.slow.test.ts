import { describe, expect, it } from 'vitest'
import { minuteMs } from '../../domain/samples.ts'
import { useBatchWorlds, videos, type BatchWorld } from './batch-world.ts'

const open = useBatchWorlds()
const names = ['droid-eastern', 'droid-western'] as const

const jobsOf = async (world: BatchWorld, name: string): Promise<readonly string[]> =>
  ((await world.board(name))?.slots ?? []).map(({ job }) => job ?? 'none').toSorted()

const slotsOf = async (world: BatchWorld, name: string): Promise<readonly string[]> =>
  ((await world.board(name))?.slots ?? []).map(({ display, state }) => `${display} ${state}`).toSorted()

describe('two batch pipelines of one repository that share both keys and have tasks of the same name', () => {
  it('adopt, call off and collect nothing of each other', async () => {
    const world = await open({ videos: [videos(3)], pipelines: names })
    await world.faults('batch-time:1800s')
    for (const pipeline of names) expect(await world.session({ pipeline })).toMatchObject({ spent: { slots: 3 } })
    const jobs = await Promise.all(names.map(name => jobsOf(world, name)))
    expect(new Set(jobs.flat()).size).toBe(6)
    for (let round = 0; round < 2; round += 1) {
      await world.pass(5 * minuteMs)
      for (const pipeline of names) await world.session({ pipeline })
      expect(await Promise.all(names.map(name => jobsOf(world, name)))).toEqual(jobs)
    }
    expect(await world.stats()).toMatchObject({ created: 6, alive: 6 })
    await world.pass(30 * minuteMs)
    for (const pipeline of names) {
      expect(await world.session({ pipeline })).toMatchObject({ outcome: 'completed', reason: 'queue-empty' })
      const brought = (await world.outcomes(pipeline)).flatMap(outcome => (outcome.type === 'batch' ? [outcome.end] : []))
      expect(brought).toEqual(['succeeded', 'succeeded', 'succeeded'])
      expect(await world.tasks(pipeline)).toMatchObject([{ status: 'in-review' }])
    }
    expect(await world.stats()).toMatchObject({ created: 6, alive: 0 })
  })

  it('find each its own jobs again whose names were lost in a crash', async () => {
    const world = await open({ videos: [videos(2)], pipelines: names })
    await world.faults('batch-time:1800s')
    // Killed once its jobs are there, before their names are committed.
    let submits = 0
    const around = async <Value>(effect: string, act: () => Promise<Value>): Promise<Value> => {
      if (effect === 'write' && submits === 2) throw new Error('killed')
      const value = await act()
      if (effect === 'submit') submits += 1
      return value
    }
    await expect(world.session({ pipeline: 'droid-eastern', around })).rejects.toThrow('killed')
    expect(await jobsOf(world, 'droid-eastern')).toEqual(['none', 'none'])
    expect(await world.session({ pipeline: 'droid-western' })).toMatchObject({ spent: { slots: 2 } })
    await world.session({ pipeline: 'droid-eastern' })
    for (const name of names)
      expect(await slotsOf(world, name)).toEqual([`ours/${name}/task1/job-1/1 created`, `ours/${name}/task1/job-2/1 created`])
    expect(await world.stats()).toMatchObject({ created: 4, alive: 4 })
  })

  it('count each the jobs of the other, so that neither lifts both above its own line', async () => {
    const world = await open({ videos: [videos(12)], pipelines: names })
    await world.faults('batch-time:1800s')
    // Lines of 4 and of 9, over both keys.
    expect(await world.session({ pipeline: 'droid-western', slots: 5 })).toMatchObject({
      reason: 'slots',
      budget: { line: 4, used: 4 },
    })
    expect(await world.session({ pipeline: 'droid-eastern' })).toMatchObject({ reason: 'slots', budget: { line: 9, used: 9 } })
    expect(await world.stats()).toMatchObject({ alive: 9 })
    for (let round = 0; round < 2; round += 1) {
      await world.pass(5 * minuteMs)
      expect(await world.session({ pipeline: 'droid-western', slots: 5 })).toMatchObject({
        budget: { line: 4, used: 9 },
        spent: { slots: 0 },
      })
      expect(await world.session({ pipeline: 'droid-eastern' })).toMatchObject({
        budget: { line: 9, used: 9 },
        spent: { slots: 0 },
      })
    }
    expect(await world.stats()).toMatchObject({ created: 9, alive: 9, peakAlive: 9 })
  })

  it('keep to one line together, whatever the order of their rounds, until all is done', async () => {
    const world = await open({ videos: [videos(14)], pipelines: names })
    await world.faults('batch-time:600s')
    const reasons = new Map<string, string>()
    for (let round = 0; round < 12 && [...reasons.values()].filter(reason => reason === 'queue-empty').length < 2; round += 1) {
      for (const pipeline of round % 2 === 0 ? names : names.toReversed())
        reasons.set(pipeline, (await world.session({ pipeline })).reason)
      await world.pass(11 * minuteMs)
    }
    expect([...reasons.values()]).toEqual(['queue-empty', 'queue-empty'])
    expect(await world.stats()).toMatchObject({ created: 28, peakAlive: 9, alive: 0 })
  })
})

describe('a round while reviewers have enough to read', () => {
  it('collects what was begun and delivers it, and begins no task; the next one after their reviews does', async () => {
    const world = await open({ videos: [videos(2), videos(2, 3)] })
    await world.session({ maxTasks: 1 })
    await world.pass(30 * minuteMs)
    const full = await world.session({ waitingParts: 9 })
    expect(full).toMatchObject({ outcome: 'wrapped', spent: { slots: 0 }, budget: { used: 0 } })
    expect(full.deliveries).toHaveLength(1)
    expect((await world.tasks()).map(({ status }) => status)).toEqual(['in-review', 'pending'])
    expect(await world.session({ waitingParts: 8 })).toMatchObject({ spent: { slots: 2 } })
    expect((await world.tasks()).map(({ status }) => status)).toEqual(['in-review', 'in-progress'])
  })

  it('goes on with what was begun, and begins more where it is forced', async () => {
    const world = await open({ videos: [videos(12), videos(2, 13)] })
    await world.session({ maxTasks: 1 })
    await world.pass(30 * minuteMs)
    expect(await world.session({ waitingParts: 9 })).toMatchObject({ spent: { slots: 3 } })
    expect((await world.tasks()).map(({ status }) => status)).toEqual(['in-progress', 'pending'])
    expect(await world.session({ waitingParts: 9, force: true })).toMatchObject({ spent: { slots: 2 } })
    expect((await world.tasks()).map(({ status }) => status)).toEqual(['in-progress', 'in-progress'])
  })
})
