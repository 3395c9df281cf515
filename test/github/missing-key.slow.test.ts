import { afterAll, beforeAll, expect, it } from 'vitest'
import { createGithubWorld, type GithubWorld } from './github-world.ts'

let world: GithubWorld
beforeAll(async () => {
  world = await createGithubWorld({
    assignments: 1,
    indicators: 1,
    callsPerIndicator: 20,
    key: 'NOBODY_SET_THIS_KEY',
  })
})
afterAll(() => world?.remove())

it('a pipeline whose key is missing rests in green, says which key, and claims and sends nothing', async () => {
  const before = new Map(world.github.branches())
  const end = await world.session()
  expect(end.code).toBe(0)
  expect(end.result).toMatchObject({ outcome: 'rested', reason: 'no-key', session: null, next: null })
  const warnings = end.commands.filter(({ name }) => name === 'warning').map(({ text }) => text)
  expect(warnings).toEqual([expect.stringMatching(/^Expected the environment variable NOBODY_SET_THIS_KEY .*enabled: false/u)])
  expect(end.commands.filter(({ name }) => name === 'error')).toEqual([])
  expect(new Map(world.github.branches())).toEqual(before)
  expect((await world.provider.stats()).total).toBe(0)
})
