import { expect, it } from 'vitest'
import { keepRepositoryId } from '../../../src/session/batch/repository-id.ts'
import { createStore } from '../session-world.ts'

it('a repository is named once, whoever asks at the same time', async () => {
  const store = createStore()
  const ids = await Promise.all(['one', 'two', 'three'].map(id => keepRepositoryId(store, () => id)))
  expect(new Set(ids).size).toBe(1)
  expect(await keepRepositoryId(store, () => 'four')).toBe(ids[0])
})

it('a name that was spoilt is refused in one line', async () => {
  const store = createStore()
  await store.write(null, [{ path: 'repository.json', text: '{"version":1,"id":"a/b\\n"}' }], '')
  await expect(keepRepositoryId(store, () => 'x')).rejects.toThrow(
    /^Expected repository\.json on perpetual\/state to be a state file/u,
  )
})
