import { afterAll, expect, it } from 'vitest'
import { inProcess, makeRepository, removeFolders } from './perpetual.ts'

afterAll(removeFolders)

it('init and import make the 44 assignments and 29 topics of this package, and none twice', async () => {
  const cwd = makeRepository()
  await inProcess(['init'], cwd)
  expect((await inProcess(['tasks', 'import', '--json'], cwd)).stdout).toBe('{"created":73,"existing":0}\n')
  expect((await inProcess(['tasks', 'import', '--json'], cwd)).stdout).toBe('{"created":0,"existing":73}\n')
  const listed = await inProcess(['tasks', 'list', '--pipeline', 'zai-institutional', '--json'], cwd)
  expect(JSON.parse(listed.stdout)).toMatchObject({ tasks: { length: 29 } })
})
