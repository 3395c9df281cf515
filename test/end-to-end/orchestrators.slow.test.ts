import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readHistoryTexts } from '../../src/domain/history.ts'
import type { Plan } from '../../src/orchestrator/plan.ts'
import { batchSeed, configureAll, keys, videoIds } from '../github/pipelines-world.ts'
import { deliver } from '../pipelines/integration/delivered.ts'
import { runCli } from '../support/cli.ts'
import { readCommitted, seedsOf, topicsOf, type CommittedState } from '../support/data-repository.ts'
import { startProvider, type Provider } from '../support/provider.ts'
import { createRepository, git } from '../support/repository.ts'
import { morning, resultOf } from '../support/world.ts'

const producers = ['droid-eastern', 'droid-research', 'zai-institutional'] as const
const integration = 'claude-integration'
const lines = (text: string): string[] => text.split('\n').filter(line => line !== '')

/** A data repository with all pipelines as they are by default, a session an hour each, and work for every one. */
async function createAll(provider: Provider) {
  const { folder, remove } = createRepository('perpetual-orchestrators-')
  const environment = { ...keys, PERPETUAL_CLOCK_OFFSET_MS: String(Date.parse(morning) - Date.now()) }
  const { pipelines, ...config } = configureAll()(provider.urls)
  const hourly = Object.fromEntries(
    Object.entries(pipelines).map(([name, each]) => [name, { ...each, schedule: { every: '1h', cooldown: '0s' } }]),
  )
  const files = new Map([
    ['.github/perpetual.yml', stringify({ ...config, pipelines: hourly })],
    ['tasks/droid-research.yml', stringify(seedsOf({ assignments: 2, indicators: 1 }), { aliasDuplicateObjects: false })],
    ['tasks/droid-eastern.yml', stringify({ tasks: [batchSeed('lectures', videoIds(3))] })],
    ['tasks/zai-institutional.yml', stringify(topicsOf(2))],
    ...deliver(0),
  ])
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '-m', 'Set up')
  const cli = (...args: readonly string[]) => runCli(args, { folder, environment })
  const imported = await cli('tasks', 'import', '--quiet')
  if (imported.code !== 0) throw new Error(`The import failed: ${imported.stderr}`)
  const below = (path: string): ReadonlyMap<string, string> => {
    const paths = lines(git(folder, 'ls-tree', '-r', '--name-only', 'perpetual/state', '--', path))
    return new Map(paths.map(each => [each, git(folder, 'show', `perpetual/state:${each}`)]))
  }
  return {
    folder,
    cli,
    remove,
    of: (pipeline: string): CommittedState => readCommitted({ below, delivered: () => '' }, { pipeline, account: '' }),
    history: () => readHistoryTexts([...below('history').values()]),
    rawHistory: () => [...below('history').values()].flatMap(lines),
  }
}
type All = Awaited<ReturnType<typeof createAll>>

/** What an orchestrator does: looks, and runs all that it is told to start at once. Gives what came of each. */
async function orchestrate({ cli }: All): Promise<readonly string[]> {
  const planned = await cli('plan', '--json')
  if (planned.code !== 0) throw new Error(`The plan failed: ${planned.stderr}`)
  const { start } = JSON.parse(planned.stdout) as Plan
  const ends = await Promise.all(start.map(async name => resultOf(await cli('run', name, '--json'))))
  return ends.map(({ code, result }) => `${result.pipeline} ${code} ${result.outcome === 'rested' ? 'rested' : 'worked'}`)
}

describe('five orchestrators at once', () => {
  let provider: Provider
  let all: All
  afterEach(async () => {
    await provider?.stop()
    all?.remove()
  })

  it(
    'start nothing twice: each pipeline has one session, and each session one line of history',
    { timeout: 600_000 },
    async () => {
      provider = await startProvider({ clock: morning, latencyMs: 100 })
      await provider.control('faults', { faults: 'batch-time:7200s' })
      all = await createAll(provider)
      const tick = async (): Promise<readonly string[]> =>
        (await Promise.all(Array.from({ length: 5 }, () => orchestrate(all)))).flat()
      const ends = [...(await tick()), ...(await tick())]
      const names = [...producers, integration]
      expect(ends.filter(end => end.endsWith(' worked')).toSorted()).toEqual(names.map(name => `${name} 0 worked`).toSorted())
      expect(ends.filter(end => !end.includes(' 0 '))).toEqual([])

      expect(all.history().damaged).toBe(0)
      expect(all.rawHistory()).toHaveLength(names.length)
      expect(
        all
          .history()
          .sessions.map(({ session }) => session)
          .toSorted(),
      ).toEqual(names.map(name => `${name}-0001`).toSorted())
      for (const name of names) {
        const { session, claim, sessions } = all.of(name).pipelineState()
        expect({ session, claim, sessions }).toEqual({ session: null, claim: null, sessions: 1 })
        expect([...all.of(name).handoffs().keys()]).toEqual([`handoffs/${name}/${name}-0001.md`])
      }
      const pulls = names.flatMap(name =>
        all
          .of(name)
          .tasks()
          .flatMap(({ parts }) => parts.map(({ pull }) => pull)),
      )
      expect(new Set(pulls).size).toBe(pulls.length)
      const settled = all.history().sessions.reduce((sum, { spent }) => sum + (spent.calls ?? 0), 0)
      // What the history tells of, and three jobs.
      expect(await provider.stats()).toMatchObject({ total: settled + 3, repeated: 0, batches: { created: 3, peakAlive: 3 } })
      expect(git(all.folder, 'fsck', '--full', '--strict', '--no-dangling', '--no-progress')).toBe('')
    },
  )
})
