import { afterEach, describe, expect, it } from 'vitest'
import type { RunResult } from '../../src/session/result.ts'
import { deliver } from '../pipelines/integration/delivered.ts'
import { createGithubWorld, type GithubWorld } from './github-world.ts'
import { commitPipelines, keys, videoIds, type CommitOptions } from './pipelines-world.ts'
import { breakdown } from './requests.ts'

/** What a session may make of the 1,000 that GitHub takes of one repository's workflows in an hour. */
const ofOneSession = 80

describe('the requests to GitHub', { timeout: 240_000 }, () => {
  let world: GithubWorld
  afterEach(() => world?.remove())

  const create = async (options: CommitOptions = {}): Promise<void> => {
    world = await createGithubWorld({ tasks: false, variables: keys })
    await commitPipelines(world, options)
    if (options.batches !== undefined) expect(await world.cli('tasks', 'import', '--quiet')).toMatchObject({ code: 0 })
  }

  /** What one session made, at most `most`. */
  const expectAtMost = async (most: number, pipeline: string): Promise<RunResult | null> => {
    world.github.clearRequests()
    const { code, result, outputs } = await world.session({ pipeline, force: 'true' })
    const requests = world.github.requests()
    expect(code).toBe(0)
    expect(outputs['requests']).toBe(String(requests.length))
    expect(requests.length, breakdown(requests)).toBeLessThanOrEqual(most)
    return result
  }

  it('are at most 80 of a round that hands nine jobs of a task in, and of one that collects and delivers them', async () => {
    await create({ batches: [videoIds(9)] })
    expect(await expectAtMost(ofOneSession, 'droid-eastern')).toMatchObject({ reason: 'slots', spent: { slots: 9 } })
    await world.moveTo('2031-05-01T09:30:00.000Z')
    expect(await expectAtMost(ofOneSession, 'droid-eastern')).toMatchObject({ reason: 'queue-empty', deliveries: [{}] })
  })

  it('are some more where the nine jobs are nine tasks, each with its issue and its pull request', async () => {
    await create({ batches: videoIds(10).map(id => [id]) })
    expect(await expectAtMost(ofOneSession, 'droid-eastern')).toMatchObject({ spent: { slots: 9 } })
    await world.moveTo('2031-05-01T09:30:00.000Z')
    const { deliveries } = (await expectAtMost(140, 'droid-eastern')) ?? {}
    expect(deliveries).toHaveLength(9)
  })

  it('are at most 80 of an integration session that works up to its line of tokens', async () => {
    await create()
    for (let index = 0; index < 6; index += 1)
      await world.github.commit(
        'curator',
        'main',
        [...deliver(index)].map(([path, text]) => ({ path, text })),
      )
    const result = await expectAtMost(ofOneSession, 'claude-integration')
    expect(result).toMatchObject({ reason: 'session-budget: tokens' })
  })

  it('are at most 50 for ten small files of a folder, which come in one pull request', async () => {
    await create({ batches: [videoIds(10)], videosPerJob: 5 })
    await world.session({ pipeline: 'droid-eastern' })
    await world.moveTo('2031-05-01T09:30:00.000Z')
    const { result } = await world.session({ pipeline: 'droid-eastern' })
    for (const { number } of result?.deliveries ?? [])
      await world.github.as('reviewer').rest.pulls.merge({ owner: 'acme', repo: 'pairs', pull_number: number ?? 0 })
    expect((await expectAtMost(50, 'claude-integration'))?.deliveries).toHaveLength(1)
  })
})
