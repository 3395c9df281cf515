import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusMs } from '../../src/domain/instant.ts'
import { compareTasks, mayFollow, nextTask, priorities, taskSchema, taskStatuses, type Task } from '../../src/domain/task.ts'
import { taskIdPattern } from '../../src/domain/task-form.ts'
import { makeTask, noon } from './samples.ts'

const tasks: fc.Arbitrary<Task> = fc
  .record({
    id: fc.stringMatching(taskIdPattern),
    priority: fc.constantFrom(...priorities),
    order: fc.integer({ min: -2, max: 2 }),
    createdAt: fc.nat({ max: 2 }).map(days => plusMs(noon, days)),
    status: fc.constantFrom(...taskStatuses),
  })
  .map(makeTask)

const manyTasks = fc.uniqueArray(tasks, { selector: task => task.id, maxLength: 12 })

describe('the order of tasks', () => {
  it('is by priority, then order, then age', () => {
    const late = makeTask({ id: 'a', priority: 'p0', createdAt: plusMs(noon, 1) })
    const queue = [
      makeTask({ id: 'z', priority: 'p0', order: 0, createdAt: plusMs(noon, 5) }),
      makeTask({ id: 'y', priority: 'p0', createdAt: noon }),
      late,
      makeTask({ id: 'b', priority: 'p1', order: -9 }),
    ]
    expect(queue.toReversed().toSorted(compareTasks)).toEqual(queue)
  })

  it('is total, so that the next task does not depend on how tasks are listed', () => {
    fc.assert(
      fc.property(manyTasks, fc.func(fc.nat()), (all, weight) => {
        const shuffled = all.toSorted((a, b) => weight(a.id) - weight(b.id))
        expect(shuffled.toSorted(compareTasks)).toEqual(all.toSorted(compareTasks))
        expect(nextTask(shuffled)).toBe(nextTask(all))
      }),
    )
  })

  it('never brings a task that does not wait', () => {
    fc.assert(
      fc.property(manyTasks, all => {
        const next = nextTask(all)
        const pending = all.filter(task => task.status === 'pending')
        expect(next === undefined).toBe(pending.length === 0)
        expect(pending.every(task => next !== undefined && compareTasks(next, task) <= 0)).toBe(true)
      }),
    )
  })
})

describe("a task's status", () => {
  it('leaves completed and rejected never, and returns to pending only from where a person stopped it', () => {
    for (const status of taskStatuses) {
      expect(mayFollow('completed', status) || mayFollow('rejected', status)).toBe(false)
      expect(mayFollow(status, 'pending')).toBe(status === 'blocked' || status === 'invalid')
    }
  })

  it('is completed or rejected only after work', () => {
    for (const status of taskStatuses) {
      const worked = status === 'in-progress' || status === 'in-review'
      expect([mayFollow(status, 'completed'), mayFollow(status, 'rejected')]).toEqual([worked, worked])
    }
  })
})

describe('a task as it is stored', () => {
  it.each([
    ['an unknown key', { extra: 1 }],
    ['a broken amount', { spent: { calls: 1.5 } }],
    ['a negative amount', { spent: { calls: -1 } }],
    ['an unknown meter', { spent: { wishes: 1 } }],
    ['an unknown status', { status: 'mining' }],
    ['a newer version', { version: 2 }],
  ])('has no %s', (_title, change) => {
    expect(taskSchema.safeParse(makeTask()).success).toBe(true)
    expect(taskSchema.safeParse({ ...makeTask(), ...change }).success).toBe(false)
  })
})
