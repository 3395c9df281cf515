import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from '../support/cli.ts'
import { filesIn } from '../support/snapshot.ts'

const here = realpathSync(mkdtempSync(join(tmpdir(), 'perpetual-demo-test-')))
afterAll(() => rmSync(here, { recursive: true, force: true, maxRetries: 5 }))

describe('the demo', () => {
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
