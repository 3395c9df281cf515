import { afterEach, describe, expect, it } from 'vitest'
import { expectCommitted, callsIn } from '../end-to-end/promises.ts'
import { endOf } from '../end-to-end/up-world.ts'
import { startCli, type Cli } from '../support/cli.ts'
import { createRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'
import { createGithubWorld, type GithubWorld } from './github-world.ts'
import { breakdown } from './requests.ts'

/** What a tick in which nothing has changed may ask of GitHub: at one every 30 s a quarter of the 5,000 requests that a token has an hour. */
const ofOneTick = 10

describe('perpetual up on a repository on GitHub', { timeout: 180_000 }, () => {
  let world: GithubWorld
  const folders: { remove(): void }[] = []
  const started: Cli[] = []
  afterEach(async () => {
    for (const cli of started.splice(0)) {
      cli.signal('SIGTERM')
      await cli.ended
    }
    await world?.remove()
    for (const folder of folders.splice(0)) folder.remove()
  })

  function up(...args: readonly string[]): Cli {
    const folder = createRepository()
    folders.push(folder)
    const environment = { ...world.environment(), GITHUB_TOKEN: world.github.token('curator') }
    const cli = startCli(['up', '--json', ...args], { folder: folder.folder, environment })
    started.push(cli)
    return cli
  }

  it('saves what its sessions have within 10 s of SIGTERM, and the next one delivers it and goes on at the exact call', async () => {
    world = await createGithubWorld({ assignments: 1, indicators: 2, callsPerIndicator: 30, concurrency: 4 })
    const { provider } = world
    await provider.control('latency', { latencyMs: 200 })
    const cli = up('--every', '1')
    await until('something is saved', async () => callsIn(await world.committed()) > 0)
    const askedMs = performance.now()
    cli.signal('SIGTERM')
    const { code, summary } = await endOf(cli)
    expect(performance.now() - askedMs).toBeLessThan(10_000)
    expect({ code, outcome: summary.outcome, failures: summary.failures }).toEqual({ code: 0, outcome: 'asked', failures: 0 })
    const saved = await world.committed()
    expect(saved.pipelineState().session?.wrap).toEqual({ reason: 'asked' })
    expect((await provider.stats()).total).toBe(callsIn(saved))
    await provider.control('latency', { latencyMs: 0 })
    // The first only finishes the wrap that was left.
    expect((await endOf(up('--once'))).summary).toMatchObject({ outcome: 'done', failures: 0 })
    expect((await endOf(up('--once'))).summary).toMatchObject({ outcome: 'done', failures: 0 })
    const done = await world.committed()
    expect(done.tasks().map(task => task.status)).toEqual(['in-review'])
    expect(await provider.stats()).toMatchObject({ repeated: 0, total: callsIn(done) })
    expectCommitted(done)
  })

  it('asks little of GitHub while nothing changes', async () => {
    world = await createGithubWorld({ tasks: false })
    const cli = up('--every', '1')
    await cli.says(/Nothing can work now/u)
    world.github.clearRequests()
    const from = performance.now()
    await until('it has looked again', () => performance.now() - from > 8000)
    const requests = world.github.requests()
    cli.signal('SIGTERM')
    const { summary } = await endOf(cli)
    expect(requests.length / (summary.ticks - 1), `${summary.ticks} ticks\n${breakdown(requests)}`).toBeLessThanOrEqual(ofOneTick)
  })
})
