import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startCli, type Cli } from '../support/cli.ts'
import { until } from '../support/until.ts'
import { createGithubWorld, type GithubWorld } from './github-world.ts'

const at = { owner: 'acme', repo: 'pairs' }
const count = 44

describe('the import of 44 assignments', () => {
  let world: GithubWorld
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'perpetual-curator-'))
    world = await createGithubWorld({ tasks: false, assignments: count, indicators: 1 })
  })
  afterEach(async () => {
    await world?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const startImport = (by: string, ...args: readonly string[]): Cli =>
    startCli(['tasks', 'import', ...args], {
      folder,
      environment: { ...world.environment(), GITHUB_TOKEN: world.github.token(by) },
    })
  const issues = async () => {
    const octokit = world.github.as('curator')
    return await octokit.paginate(octokit.rest.issues.listForRepo, { ...at, state: 'all', per_page: 100 })
  }
  /** Creations that GitHub took. */
  const posted = (): number =>
    world.github.requests().filter(({ method, path, status }) => method === 'POST' && path.endsWith('/issues') && status === 201)
      .length

  /** Every task has its issue, every issue its task, and none is there twice. */
  async function expectAllOnce(): Promise<void> {
    const all = await issues()
    const tasks = (await world.committed()).tasks()
    expect(tasks).toHaveLength(count)
    expect(all.map(({ title }) => title).toSorted()).toEqual(tasks.map(({ id, title }) => `${id}: ${title}`).toSorted())
    const numbers = new Map(all.map(({ number, title }) => [title, number]))
    for (const { id, title, issue } of tasks) expect(numbers.get(`${id}: ${title}`), id).toBe(issue)
    for (const { labels } of all)
      expect(labels.map(label => (typeof label === 'string' ? label : String(label.name))).toSorted()).toEqual([
        'agent:droid',
        'pipeline:droid-research',
        expect.stringMatching(/^priority:p[0-3]$/u),
        'status:pending',
      ])
  }

  it('makes each issue once, tells how far it is, and changes nothing when it is repeated', async () => {
    const { github } = world
    github.clearRequests()
    const first = await startImport('curator').ended
    expect(first).toMatchObject({ code: 0, stdout: '44 made, 0 there already.\n' })
    expect(first.stderr).toContain('44/44 tasks')
    expect(posted()).toBe(count)
    await expectAllOnce()
    github.clearRequests()
    expect(await startImport('curator').ended).toMatchObject({ code: 0, stdout: '0 made, 44 there already.\n' })
    expect(posted()).toBe(0)
  })

  it('goes on where it was killed, whenever that was and whoever does', async () => {
    const moments = [1, 7, 11, 12, 23, 40]
    world.github.fault({ match: /^POST \S+\/issues$/u, times: 1000, delayMs: 10 })
    for (const [index, moment] of moments.entries()) {
      const started = startImport(index % 2 === 0 ? 'curator' : 'librarian', '--quiet')
      await until(`${moment} are made`, async () => posted() >= moment || !started.isRunning())
      started.kill('with children')
      expect((await started.ended).signal).toBe('SIGKILL')
    }
    world.github.clearFaults()
    expect(await startImport('curator').ended).toMatchObject({ code: 0 })
    await expectAllOnce()
    expect(posted()).toBe(count)
  })

  it('makes no double where two import at once', async () => {
    const both = [startImport('curator', '--quiet'), startImport('librarian', '--quiet')]
    const ends = await Promise.all(both.map(each => each.ended))
    expect(ends.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ])
    await expectAllOnce()
    expect(posted()).toBe(count)
    expect((await world.github.files('perpetual/state')).has('importing.json')).toBe(false)
  })
})
