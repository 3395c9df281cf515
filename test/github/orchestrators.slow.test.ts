import { afterEach, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { startStep } from '../action/step.ts'
import { configOf, seedsOf } from '../support/data-repository.ts'
import { createGithubWorld, runPermissions, type GithubWorld } from './github-world.ts'

const names = ['droid-one', 'droid-two', 'droid-three'] as const
/** The first and the third share one account. */
const accountOf = { 'droid-one': 'first', 'droid-two': 'second', 'droid-three': 'first' } as const

async function commitPipelines({ github, provider, cli }: GithubWorld): Promise<void> {
  const options = { providerUrl: provider.url, pipelines: names, every: '1h', callsPerIndicator: 20, concurrency: 4 }
  const { accounts, pipelines, ...config } = configOf(options)
  const own = Object.fromEntries(names.map(name => [name, { ...pipelines[name], account: accountOf[name] }]))
  const text = stringify({
    ...config,
    accounts: { first: accounts.rehearsal, second: { ...accounts.rehearsal, key: 'SECOND_KEY' } },
    pipelines: own,
  })
  const seeds = names.map((name, nth) => ({
    path: `tasks/${name}.yml`,
    text: stringify(seedsOf({ assignments: 1, indicators: 1 }, nth), { aliasDuplicateObjects: false }),
  }))
  await github.commit('curator', 'main', [
    { path: '.github/perpetual.yml', text },
    { path: 'tasks/droid-research.yml', text: null },
    ...seeds,
  ])
  const imported = await cli('tasks', 'import', '--quiet')
  if (imported.code !== 0) throw new Error(`The import failed: ${imported.stderr}`)
}

/** A run of the workflow: the job that plans, then a job for each pipeline that it names, all at once. */
async function tick({ github, environment, session }: GithubWorld): Promise<readonly string[]> {
  const planning = await startStep({
    inputs: { command: 'plan', token: github.botToken(runPermissions) },
    environment: environment(),
  })
  const { code, outputs, stdout } = await planning.ended
  if (code !== 0) throw new Error(`The plan failed: ${stdout}`)
  const start = JSON.parse(outputs['pipelines'] ?? '') as readonly string[]
  const ends = await Promise.all(start.map(pipeline => session({ pipeline })))
  return ends.map(
    ({ code: ended, result }) => `${result?.pipeline} ${ended} ${result?.outcome === 'rested' ? 'rested' : 'worked'}`,
  )
}

describe('several ticks at once on GitHub', () => {
  let world: GithubWorld
  afterEach(() => world?.remove())

  it('start nothing twice, and what shares an account in its turn', { timeout: 600_000 }, async () => {
    world = await createGithubWorld({ tasks: false, variables: { SECOND_KEY: 'second' }, rehearsal: { latencyMs: 300 } })
    await commitPipelines(world)
    const together = async (): Promise<readonly string[]> => (await Promise.all([tick(world), tick(world), tick(world)])).flat()
    const ends = [...(await together()), ...(await together())]
    expect(ends.filter(end => end.endsWith(' worked')).toSorted()).toEqual(names.map(name => `${name} 0 worked`).toSorted())
    expect(ends.filter(end => !end.includes(' 0 '))).toEqual([])
    expect(await tick(world)).toEqual([])
    let calls = 0
    for (const name of names) {
      const committed = await world.committed({ pipeline: name, account: accountOf[name] })
      expect(committed.pipelineState()).toMatchObject({ session: null, claim: null, sessions: 1 })
      expect(committed.history().map(({ session }) => session)).toEqual([`${name}-0001`])
      expect(committed.handoffs().size).toBe(1)
      expect(committed.tasks().flatMap(({ parts }) => parts)).toHaveLength(1)
      calls += committed.outcomes().length
    }
    const first = (await world.committed({ pipeline: 'droid-one', account: 'first' })).account().ledgers.calls?.settled ?? 0
    const second = (await world.committed({ pipeline: 'droid-two', account: 'second' })).account().ledgers.calls?.settled ?? 0
    expect(calls).toBeGreaterThan(0)
    expect(await world.provider.stats()).toMatchObject({ total: first + second, repeated: 0 })
    const { data } = await world.github
      .as('curator')
      .rest.pulls.list({ owner: world.github.owner, repo: world.github.repo, state: 'all' })
    expect(data).toHaveLength(names.length)
  })
})
