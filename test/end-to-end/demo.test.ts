import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parsePairFile } from '../../src/dataset/pair-rows.ts'
import { runCli } from '../support/cli.ts'
import { git } from '../support/repository.ts'
import { filesIn } from '../support/snapshot.ts'

const here = realpathSync(mkdtempSync(join(tmpdir(), 'perpetual-demo-test-')))
afterAll(() => rmSync(here, { recursive: true, force: true, maxRetries: 5 }))

describe('the demo', () => {
  it(
    'needs no key, ends in a clean repository, and counts the pairs that are on main, all marked as rehearsal',
    { timeout: 120_000 },
    async () => {
      const { code, stdout, stderr } = await runCli(['demo', '--quiet'], { folder: here })
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      const folder = join(here, 'perpetual-demo')
      expect(stdout).toContain(`The repository: ${folder}\n`)
      expect(git(folder, 'status', '--porcelain', '--untracked-files=all')).toBe('')
      const fsck = ['fsck', '--full', '--strict', '--no-dangling', '--no-progress']
      expect(execFileSync('git', fsck, { cwd: folder, encoding: 'utf8' })).toBe('')

      const paths = git(folder, 'ls-tree', '-r', '--name-only', 'main', 'inbox/')
        .split('\n')
        .filter(path => path.endsWith('.json'))
      const pairs = paths.flatMap(path => parsePairFile(git(folder, 'show', `main:${path}`)).pairs)
      expect(paths).toHaveLength(5)
      expect(pairs.length).toBeGreaterThan(300)
      expect(stdout).toContain(`Done: ${pairs.length} question-and-answer pairs on main, 1 rejected, `)
      expect(pairs.filter(({ flags }) => !flags.includes('rehearsal'))).toEqual([])

      const status = await runCli(['status', '--json'], { folder })
      expect(JSON.parse(status.stdout)).toMatchObject({
        pairs: { merged: pairs.length, waiting: 0, underWay: 0 },
        reviews: [],
        blocked: [],
      })
      const handoff = /git show (perpetual\/state:\S+)/u.exec(stdout)?.[1] ?? ''
      expect(git(folder, 'show', handoff)).toContain('session_01')
    },
  )

  it('is refused where its folder is there already, and touches nothing in it', async () => {
    const taken = join(here, 'taken')
    mkdirSync(taken)
    writeFileSync(join(taken, 'mine.txt'), 'Mine')
    const before = filesIn(here)
    for (const name of ['taken', 'taken/mine.txt', taken]) {
      const { code, stdout, stderr } = await runCli(['demo', '--folder', name], { folder: here })
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(/^perpetual: Expected `--folder` to name a folder that is not there yet, got `[^\n]+`\n$/u)
    }
    expect(filesIn(here)).toEqual(before)
    expect(existsSync(join(here, 'perpetual-demo-2'))).toBe(false)
  })
})
