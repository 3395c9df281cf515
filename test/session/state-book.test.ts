import { describe, expect, it } from 'vitest'
import { PerpetualError } from '../../src/domain/errors.ts'
import type { StateStore } from '../../src/forge/forge.ts'
import { createStateBook } from '../../src/session/state-book.ts'
import { claiming } from '../domain/samples.ts'
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
