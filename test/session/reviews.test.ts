import { describe, expect, it } from 'vitest'
import type { Part, Task } from '../../src/domain/task.ts'
import type { Forge, Pull, StateStore } from '../../src/forge/forge.ts'
import { takeInReviews } from '../../src/session/reviews.ts'
import { createStateBook } from '../../src/session/state-book.ts'
import { freshId, makePart, makeTask, minutes, noon } from '../domain/samples.ts'
import { createStore } from './session-world.ts'

const unused = (): never => {
  throw new Error('A review asks for nothing else')
}

const pullWith = (number: number, state: Pull['state']): Pull => ({
  number,
  title: '',
  body: '',
  branch: '',
  base: 'main',
  head: '',
  state,
  author: '',
  labels: [],
  createdAt: noon,
  mergeCommit: null,
  first: 'f',
  endedAt: null,
  url: '',
})

/** A forge that knows pull requests by their number, each with the state given and nothing in it. */
const forgeOf = (store: StateStore, states: Readonly<Record<number, Pull['state']>>): Forge => ({
  kind: 'local',
  defaultBranch: 'main',
  state: store,
  issues: { create: unused, get: unused, list: unused, update: unused, comment: unused, comments: unused },
  pulls: {
    open: unused,
    get: async number => pullWith(number, states[number] ?? 'open'),
    list: unused,
    paths: unused,
    read: async () => new Map(),
    edit: unused,
    merge: unused,
    close: unused,
    comment: unused,
  },
  contents: { head: unused, read: async () => new Map(), list: unused, readBytes: unused, versions: unused },
  tidy: unused,
  close: unused,
})

const partWith = (part: number, state: Part['state']): Part =>
  makePart({
    part,
    state,
    pull: part,
    paths: [],
    kept: state === 'open' ? null : 9,
    review: state === 'merged' ? 'sampled' : 'unreviewed',
  })

const reviewed = async (task: Task, states: Readonly<Record<number, Pull['state']>>) => {
  const store = createStore()
  const book = createStateBook(store)
  const { pipeline } = task
  await book.apply({ type: 'add-tasks', operation: freshId(), pipeline, now: noon, tasks: [task] })
  const setting = { expectedCallMs: 1000, concurrency: 8 }
  const setup = {
    book,
    forge: forgeOf(store, states),
    clock: { now: () => minutes(9), sleep: async () => {} },
    setting,
    report: () => {},
  }
  for (let look = 0; look < 3; look += 1) for (const each of await book.tasks()) await takeInReviews(setup, each)
  return (await book.tasks())[0]
}

describe('taking in reviews', () => {
  it('ends a task whose parts had all been reviewed before its work was done', async () => {
    const task = makeTask({ status: 'in-review', parts: [partWith(1, 'closed'), partWith(2, 'merged')] })
    expect(await reviewed(task, {})).toMatchObject({ status: 'completed', endedAt: minutes(9), grade: { quality: 0.9 } })
  })

  it('rejects such a task where nothing was merged', async () => {
    const task = makeTask({ status: 'in-review', parts: [partWith(1, 'closed')] })
    expect(await reviewed(task, {})).toMatchObject({ status: 'rejected' })
  })

  it('leaves a task that is still being worked on, or has a part open', async () => {
    const working = makeTask({ status: 'in-progress', parts: [partWith(1, 'merged')] })
    const waiting = makeTask({ status: 'in-review', parts: [partWith(1, 'merged'), partWith(2, 'open')] })
    expect(await reviewed(working, {})).toMatchObject({ status: 'in-progress', grade: null })
    expect(await reviewed(waiting, { 2: 'open' })).toMatchObject({ status: 'in-review', grade: null })
  })

  it('ends a task with the look that finds its last part closed', async () => {
    const task = makeTask({ status: 'in-review', parts: [partWith(1, 'merged'), partWith(2, 'open')] })
    expect(await reviewed(task, { 2: 'closed' })).toMatchObject({
      status: 'completed',
      parts: [{ state: 'merged' }, { state: 'closed' }],
    })
  })
})
