import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLocalForge } from '../../src/forge/local/local-forge.ts'
import { createSystemClock } from '../../src/system-clock.ts'
import { runCli } from '../support/cli.ts'
import { createRepository, git } from '../support/repository.ts'
import { morning, type StateFiles } from './report-world.ts'

const golden = (name: string): string => readFileSync(join(import.meta.dirname, 'golden', name), 'utf8')
const stateFile = 'handoffs/team/2026-11-22.md'

describe('perpetual report in a repository on this disk', () => {
  const repository = createRepository()
  const { folder } = repository
  const reportAt = (at: string, ...options: readonly string[]) =>
    runCli(['report', ...options], {
      folder,
      environment: { PERPETUAL_CLOCK_OFFSET_MS: String(Date.parse(at) - Date.now()) },
    })
  const report = (...options: readonly string[]) => reportAt(morning, ...options)
  const forge = () => openLocalForge({ repository: folder, clock: createSystemClock(0) })
  const heads = (): string => git(folder, 'for-each-ref', '--format=%(objectname) %(refname)')
  const saved = (): string => git(folder, 'show', `perpetual/state:${stateFile}`)

  beforeAll(async () => {
    mkdirSync(join(folder, '.github'))
    writeFileSync(join(folder, '.github', 'perpetual.yml'), 'goal: 30000\n')
    const files = JSON.parse(golden('state.json')) as StateFiles
    const opened = await forge()
    const changes = Object.entries(files).map(([path, text]) => ({ path, text }))
    await opened.state.write(await opened.state.head(), changes, 'A recorded state')
    await opened.close()
  })
  afterAll(() => repository.remove())

  const issues = async () => {
    const opened = await forge()
    const found = await opened.issues.list({ labels: ['perpetual:report'] })
    await opened.close()
    return found
  }

  it('prints it and changes nothing with --no-write', async () => {
    const before = heads()
    const { code, stdout, stderr } = await report('--no-write')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('4,110 of 30,000 pairs are in the database (13.7 %)')
    expect(stdout).toContain('\n  openrouter: calls                               █████████████████░░░ 85.0 %')
    expect(heads()).toBe(before)
  })

  it('saves one file a day and edits one issue, and saves nothing that it said already', async () => {
    const first = await report()
    expect(first.code).toBe(0)
    expect(first.stderr).toMatch(/^The report is issue #\d+, and handoffs\/team\/2026-11-22\.md on perpetual\/state\.\n$/u)
    expect(saved()).toMatch(/^# Team Status Report of 2026-11-22\n\n\*\*4,110 of 30,000 pairs\*\*/u)
    const [issue, ...others] = await issues()
    expect(others).toEqual([])
    expect(issue?.title).toBe('Team Status Report')
    expect(`${issue?.body.trim()}`).toBe(
      saved()
        .replace(/^# [^\n]*\n\n/u, '')
        .trim(),
    )

    const state = git(folder, 'rev-parse', 'perpetual/state')
    // Two minutes later, which is a change of the moment alone.
    const second = await reportAt('2026-11-22T05:45:00.000Z', '--json')
    expect(second.stderr).toContain('which said the same already')
    expect(git(folder, 'rev-parse', 'perpetual/state')).toBe(state)
    expect(JSON.parse(second.stdout)).toMatchObject({
      goal: 30_000,
      pairs: { database: 4110 },
      published: { file: stateFile, isNew: false, issue: issue?.number, url: null },
    })
  })

  it('says in it what changed within the day, in the same file and the same issue', async () => {
    const opened = await forge()
    const head = await opened.state.head()
    const task = JSON.parse(
      (JSON.parse(golden('state.json')) as StateFiles)['tasks/droid-research/session_13.json'] ?? '',
    ) as object
    const text = JSON.stringify({ ...task, status: 'pending', reason: null })
    await opened.state.write(head, [{ path: 'tasks/droid-research/session_13.json', text }], 'Unblock')
    await opened.close()
    expect(saved()).toContain('1 task is blocked')
    expect((await report()).code).toBe(0)
    expect(saved()).not.toContain('is blocked')
    const [issue, ...others] = await issues()
    expect([issue?.body.includes('is blocked'), others]).toEqual([false, []])
  })

  it('makes one file and one issue where several report at the same moment', async () => {
    const ends = await Promise.all([report(), report(), report()])
    expect(ends.map(({ code, stderr }) => ({ code, warned: /perpetual:/u.test(stderr) }))).toEqual(
      ends.map(() => ({ code: 0, warned: false })),
    )
    expect(await issues()).toHaveLength(1)
    expect(git(folder, 'ls-tree', '--name-only', 'perpetual/state', 'handoffs/team/').split('\n')).toEqual([stateFile])
  })
})
