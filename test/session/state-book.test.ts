import { describe, expect, it } from 'vitest'
import { PerpetualError } from '../../src/domain/errors.ts'
import type { StateStore } from '../../src/forge/forge.ts'
import { createStateBook } from '../../src/session/state-book.ts'
import { claiming, freshId, makeTask, noon } from '../domain/samples.ts'
import { createStore } from './session-world.ts'

/** A store whose writes fail so many times, after or before they took effect. */
const failing = (
  store: StateStore,
  failures: { count: number; readonly landed: boolean; readonly actBy: 'next-run' | 'fix-config' },
) => ({
  ...store,
  write: async (...change: Parameters<StateStore['write']>) => {
    if (failures.count === 0) return store.write(...change)
    failures.count -= 1
    if (failures.landed) await store.write(...change)
    throw new PerpetualError('git could not write', { actBy: failures.actBy })
  },
})

describe('a write of the state that fails', () => {
  it.each([true, false])('is made up, and counts once (landed: %s)', async landed => {
    const store = createStore()
    const book = createStateBook(failing(store, { count: 2, landed, actBy: 'next-run' }))
    expect((await book.apply(claiming())).type).toBe(landed ? 'already' : 'changed')
    expect(await book.pipeline('droid-research')).toMatchObject({ epoch: 1, sessions: 1 })
  })

  it('is told where it goes on failing, or where a person must act', async () => {
    const often = createStateBook(failing(createStore(), { count: 9, landed: false, actBy: 'next-run' }))
    await expect(often.apply(claiming())).rejects.toThrow('git could not write')
    const once = createStateBook(failing(createStore(), { count: 1, landed: false, actBy: 'fix-config' }))
    await expect(once.apply(claiming())).rejects.toThrow('git could not write')
  })
})

/** A store that goes on from the head it last saw, as one does that pays for every look. */
const remembering = (store: StateStore): StateStore & { readonly looks: () => number } => {
  let known: string | null | undefined
  let looks = 0
  return {
    ...store,
    looks: () => looks,
    knownHead: () => known,
    head: async () => {
      looks += 1
      known = await store.head()
      return known
    },
    write: async (...change) => {
      const result = await store.write(...change)
      if (result.type === 'written') known = result.head
      return result
    },
  }
}

describe('a state book on a store that remembers its head', () => {
  it('writes on what it knows without a look, and looks once after a lost race', async () => {
    const shared = createStore()
    const store = remembering(shared)
    const book = createStateBook(store)
    await book.apply(claiming({ pipeline: 'a' }))
    expect(store.looks()).toBe(1)
    await book.apply(claiming({ pipeline: 'b' }))
    expect(store.looks()).toBe(1)
    await createStateBook(shared).apply(claiming({ pipeline: 'c' }))
    await book.apply(claiming({ pipeline: 'd' }))
    expect(store.looks()).toBe(2)
    expect((await book.read({ accounts: [], pipelines: ['a', 'b', 'c', 'd'], tasks: [] })).pipelines).toMatchObject({
      a: { epoch: 1 },
      b: { epoch: 1 },
      c: { epoch: 1 },
      d: { epoch: 1 },
    })
  })

  it('looks first while others write too, and no longer once they are done', async () => {
    const shared = createStore()
    const store = remembering(shared)
    const [book, other] = [createStateBook(store), createStateBook(shared)]
    let writes = 0
    const counted = createStateBook({
      ...store,
      write: async (...change) => {
        writes += 1
        return await store.write(...change)
      },
    })
    await book.apply(claiming({ pipeline: 'a' }))
    for (const pipeline of ['b', 'c', 'd', 'e']) {
      await other.apply(claiming({ pipeline: `other-${pipeline}` }))
      await counted.apply(claiming({ pipeline }))
    }
    // Only the first was tried in vain.
    expect(writes).toBe(5)
    expect(store.looks()).toBe(5)
    await counted.apply(claiming({ pipeline: 'f' }))
    await counted.apply(claiming({ pipeline: 'g' }))
    expect(writes).toBe(7)
    expect(store.looks()).toBe(6)
  })

  it('decides what it does not write on the newest state only', async () => {
    const shared = createStore()
    const book = createStateBook(remembering(shared))
    const other = createStateBook(shared)
    const held = await book.apply(claiming())
    if (held.type !== 'changed') throw new Error('Expected a claim')
    const claim = held.state.pipelines['droid-research']?.claim
    await other.apply(claiming({ pipeline: 'elsewhere' }))
    // Held as far as the book knows, and proven dead meanwhile for the other.
    await other.apply(claiming({ deadEpoch: claim?.epoch ?? null, holder: { host: 'x', pid: 1, started: '1' } }))
    expect((await book.apply(claiming({ deadEpoch: 1 }))).type).toBe('fenced')
  })
})

describe('operations that go together', () => {
  it('are one commit, or none where one is fenced off', async () => {
    const store = createStore()
    const book = createStateBook(store)
    const adding = {
      type: 'add-tasks',
      operation: freshId(),
      pipeline: 'droid-research',
      now: noon,
      tasks: [makeTask()],
    } as const
    await book.applyAll([adding, claiming()])
    expect(await store.head()).toBe('1')
    expect((await book.applyAll([claiming({ pipeline: 'other' }), claiming()])).type).toBe('fenced')
    expect(await store.head()).toBe('1')
    expect((await book.applyAll([adding])).type).toBe('already')
  })
})
