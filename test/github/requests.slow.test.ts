import { afterEach, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { acceptedIn, expectCommitted } from '../end-to-end/promises.ts'
import { configOf, pipeline, seedsOf } from '../support/data-repository.ts'
import { createGithubWorld, type GithubWorld } from './github-world.ts'
import { breakdown } from './requests.ts'

/** What GitHub takes of one repository's workflows in an hour. */
const hourly = 1000
const ofOneSession = 80
const names = ['one', 'two', 'three', 'four', 'five'] as const
const keyOf = (name: string): string => `KEY_${name.toUpperCase()}`

describe('the requests that sessions of 850 calls make to GitHub', () => {
  let world: GithubWorld
  afterEach(() => world?.remove())

  it('are at most 80 of a session that nobody contends with, and counted as the summary says', async () => {
    world = await createGithubWorld({ budget: 1000, assignments: 2 })
    const { github } = world
    github.clearRequests()
    const { result, outputs, summary } = await world.session()
    expect(result).toMatchObject({ reason: 'budget', spent: { calls: 850 } })
    const requests = github.requests()
    expect(outputs['requests']).toBe(String(requests.length))
    expect(summary).toContain(`| requests to GitHub | ${requests.length} |`)
    expect(requests.length, breakdown(requests)).toBeLessThanOrEqual(ofOneSession)
  })

  it('are fewer than an hour’s in five sessions at once, which all keep what is promised', async () => {
    const variables = Object.fromEntries(names.map(name => [keyOf(name), `key-${name}`]))
    // At a provider's pace: a checkpoint takes far less time than what it saves.
    world = await createGithubWorld({ tasks: false, variables, rehearsal: { latencyMs: 1200 } })
    const { github, provider } = world
    const one = configOf({ providerUrl: provider.url })
    const config = {
      ...one,
      accounts: Object.fromEntries(names.map(name => [name, { ...one.accounts.rehearsal, key: keyOf(name) }])),
      pipelines: Object.fromEntries(names.map(name => [`research-${name}`, { ...one.pipelines[pipeline], account: name }])),
    }
    const { tasks } = seedsOf({ assignments: 2 * names.length })
    const files = names.map((name, index) => ({
      path: `tasks/research-${name}.yml`,
      text: stringify({ tasks: tasks.slice(2 * index, 2 * index + 2) }, { aliasDuplicateObjects: false }),
    }))
    const main = [
      { path: '.github/perpetual.yml', text: stringify(config) },
      { path: `tasks/${pipeline}.yml`, text: null },
      ...files,
    ]
    await github.commit('curator', 'main', main)
    expect(await world.cli('tasks', 'import', '--quiet')).toMatchObject({ code: 0 })
    github.clearRequests()

    const sessions = await Promise.all(names.map(name => world.session({ pipeline: `research-${name}` })))
    const requests = github.requests()
    expect(sessions.reduce((sum, { outputs }) => sum + Number(outputs['requests']), 0)).toBe(requests.length)
    expect(sessions.map(({ code, result }) => [code, result?.reason, result?.spent.sends])).toEqual(
      names.map(() => [0, 'budget', 850]),
    )
    expect(requests.length, breakdown(requests)).toBeLessThan(hourly)
    const { byKey, total, repeated } = await provider.stats()
    expect({ total, repeated }).toEqual({ total: 5 * 850, repeated: 0 })
    expect(Object.values(byKey).map(days => Object.values(days))).toEqual(names.map(() => [850]))
    for (const name of names) {
      const committed = await world.committed({ pipeline: `research-${name}`, account: name })
      expect(committed.account().ledgers.calls).toMatchObject({ settled: 850, reservations: [] })
      expect(acceptedIn(committed)).toBeGreaterThan(500)
      const statuses = committed.tasks().map(task => task.status)
      expect(statuses.toSorted()).toEqual(['in-progress', 'in-review'])
      expect(committed.pipelineState().sessions).toBe(1)
      expectCommitted(committed)
    }
  })
})
