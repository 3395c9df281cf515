import { describe, expect, it } from 'vitest'
import { minuteMs } from '../../domain/samples.ts'
import { createBatchWorld, killAt, videos, type BatchWorld } from './batch-world.ts'

/** Five jobs for three slots, so that the line always binds. */
const line = 3
const jobs = 5
const open = () => createBatchWorld({ slots: 4, videos: [videos(3), videos(2, 10)] })

/** Sessions one after the other, until nothing is left; false where that takes more than twenty. */
async function untilDone(world: BatchWorld): Promise<boolean> {
  for (let sessions = 0; sessions < 20; sessions += 1) {
    const { reason } = await world.session()
    if (reason === 'queue-empty') return true
    await world.pass(11 * minuteMs)
  }
  return false
}

async function expectAllOnce(world: BatchWorld): Promise<void> {
  expect(await untilDone(world)).toBe(true)
  const stats = await world.stats()
  // A job whose intent was committed and that was never made is made at the next attempt; no other is made twice.
  expect([stats.created, stats.peakAlive]).toEqual([jobs, line])
  const outcomes = (await world.outcomes()).filter(outcome => outcome.type === 'batch')
  expect(outcomes.map(({ work }) => work).toSorted()).toEqual([
    'task1/job-1',
    'task1/job-2',
    'task1/job-3',
    'task2/job-1',
    'task2/job-2',
  ])
  const tasks = await world.tasks()
  expect(tasks.map(({ status }) => status)).toEqual(['in-review', 'in-review'])
  const parts = tasks.flatMap(task => task.parts)
  expect(parts.flatMap(part => part.units)).toHaveLength(jobs)
  expect(new Set(parts.flatMap(part => part.units)).size).toBe(jobs)
  expect((await world.board())?.slots).toEqual([])
  expect(await world.forge.pulls.list({})).toHaveLength(parts.length)
}

/** Kills a session at each of its effects, in a world of its own each, after so many whole sessions; gives how many effects there were. */
async function killEverywhere(wholeSessions: number, when: 'before' | 'after'): Promise<number> {
  for (let nth = 1; ; nth += 1) {
    const world = await open()
    try {
      for (let done = 0; done < wholeSessions; done += 1) {
        await world.session()
        await world.pass(11 * minuteMs)
      }
      const killed = await world.session({ around: killAt(nth, when) }).then(
        () => false,
        () => true,
      )
      if (!killed) return nth - 1
      await expectAllOnce(world)
    } catch (error) {
      throw new Error(`Killed ${when} effect ${nth}`, { cause: error })
    } finally {
      await world.close()
    }
  }
}

describe('a session that is killed at any of its effects loses no job, makes none twice and stays at its line', () => {
  it('while it submits', async () => {
    expect(await killEverywhere(0, 'before')).toBeGreaterThan(10)
    expect(await killEverywhere(0, 'after')).toBeGreaterThan(10)
  })

  it('while it collects and fills its slots again', async () => {
    expect(await killEverywhere(1, 'before')).toBeGreaterThan(15)
    expect(await killEverywhere(1, 'after')).toBeGreaterThan(15)
  })
})
