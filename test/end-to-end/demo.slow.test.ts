import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseManifest } from '../../src/dataset/database/manifest.ts'
import { isShardPath } from '../../src/dataset/database/paths.ts'
import { readShard, type DatabaseRow } from '../../src/dataset/database/row.ts'
import { parsePairFile } from '../../src/dataset/pair-rows.ts'
import type { RunResult } from '../../src/session/result.ts'
import { runCli, type CliEnd } from '../support/cli.ts'
import { git } from '../support/repository.ts'

const here = realpathSync(mkdtempSync(join(tmpdir(), 'perpetual-demo-test-')))
const folder = join(here, 'perpetual-demo')
let demo: CliEnd
beforeAll(async () => {
  demo = await runCli(['demo', '--quiet'], { folder: here })
}, 240_000)
afterAll(() => rmSync(here, { recursive: true, force: true, maxRetries: 5 }))

const filesOnMain = (below: string): string[] =>
  git(folder, 'ls-tree', '-r', '--name-only', 'main', below).split('\n').filter(Boolean)
const textOf = (path: string): string => git(folder, 'show', `main:${path}`)

function rowsOf(path: string): readonly DatabaseRow[] {
  const read = readShard(`${textOf(path)}\n`)
  if (read.type === 'rows') return read.rows
  throw new Error(`${path}:${read.line}: ${read.message}`)
}

/** One object for each line of the history, in the order in which sessions ended. */
const sessions = (): readonly Pick<RunResult, 'pipeline' | 'reason'>[] =>
  git(folder, 'ls-tree', '-r', '--name-only', 'perpetual/state', 'history/')
    .split('\n')
    .filter(Boolean)
    .flatMap(path => git(folder, 'show', `perpetual/state:${path}`).split('\n').filter(Boolean))
    .map(line => JSON.parse(line) as RunResult)

describe('the demo', () => {
  it('needs no key, warns of budgets alone, and ends in a clean and whole repository', () => {
    expect(demo.code, demo.stderr).toBe(0)
    for (const line of demo.stderr.split('\n').filter(Boolean))
      expect(line).toMatch(/has used \d+ of \d+ tokens; the session wraps at 170000\.$/u)
    expect(demo.stdout).toContain(`The repository: ${folder}\n`)
    expect(git(folder, 'status', '--porcelain', '--untracked-files=all')).toBe('')
    const fsck = ['fsck', '--full', '--strict', '--no-dangling', '--no-progress']
    expect(execFileSync('git', fsck, { cwd: folder, encoding: 'utf8' })).toBe('')
  })

  it('plays four pipelines: research delivers, eastern submits and collects, integration stops at its tokens and goes on', () => {
    const ended = sessions()
    const of = (name: string) => ended.filter(({ pipeline }) => pipeline === name).map(({ reason }) => reason)
    expect(of('droid-research')).toEqual(['max-tasks'])
    expect(of('zai-institutional')).toEqual(['max-tasks'])
    expect(of('droid-eastern')).toEqual(['waiting', 'queue-empty'])
    const integrated = of('claude-integration')
    expect(integrated.length).toBeGreaterThan(1)
    expect(new Set(integrated.slice(0, -1))).toEqual(new Set(['session-budget: tokens']))
    expect(integrated.at(-1)).toBe('queue-empty')
  })

  it('brings pairs of all three sources to main, all marked as rehearsal', () => {
    const paths = filesOnMain('inbox/').filter(path => path.endsWith('.json'))
    expect(new Set(paths.map(path => path.split('/').slice(1, 3).join('/')))).toEqual(
      new Set(['droid/session_01', 'droid/lectures-on-market-microstructure', 'zai/futures-venues']),
    )
    const pairs = paths.flatMap(path => parsePairFile(textOf(path)).pairs)
    expect(pairs.length).toBeGreaterThan(450)
    expect(demo.stdout).toContain(`Done: ${pairs.length} question-and-answer pairs on main, 1 rejected; `)
    expect(pairs.filter(({ flags }) => !flags.includes('rehearsal'))).toEqual([])
  })

  it('integrates them into a database of which status tells the growth, and which verifies', async () => {
    const rows = filesOnMain('database/').filter(isShardPath).flatMap(rowsOf)
    expect(new Set(rows.map(({ generation }) => generation.pipeline))).toEqual(
      new Set(['droid-research', 'zai-institutional', 'droid-eastern']),
    )
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(rows.filter(({ judge, grade }) => judge.model === '' || grade === '')).toEqual([])
    expect(parseManifest(textOf('database/manifest.json')).rows).toBe(rows.length)
    expect(textOf('database/README.md')).toContain(`**${rows.length} of 30,000 pairs**`)

    const status = await runCli(['status', '--json'], { folder })
    expect(JSON.parse(status.stdout)).toMatchObject({
      pairs: { database: rows.length, toIntegrate: 0, waiting: 0, underWay: 0 },
      reviews: [],
      blocked: [],
    })
    expect(demo.stdout).toContain(`${rows.length} of 30,000 pairs are in the database (`)
    expect((await runCli(['database', 'verify', '--quiet'], { folder })).code).toBe(0)
    const handoff = /git show (perpetual\/state:\S+)/u.exec(demo.stdout)?.[1] ?? ''
    expect(git(folder, 'show', handoff)).toContain('session_01')
  })
})
