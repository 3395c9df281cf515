import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadConfig } from '../../src/config/load-config.ts'
import { git, inProcess, makeFolder, makeRepository, perpetual, removeFolders } from './perpetual.ts'

afterAll(removeFolders)

const expected = [
  '.github/perpetual.yml',
  'handoffs/README.md',
  'inbox/README.md',
  'tasks/README.md',
  'tasks/droid-research.yml',
  'tasks/zai-institutional.yml',
]
const report = z.object({ written: z.array(z.string()), kept: z.array(z.string()), repository: z.string() })
const jsonOf = (text: string) => report.parse(JSON.parse(text))

describe('perpetual init', () => {
  it('writes the defaults, folders and tasks from a sub-folder, commits nothing, and says what is next and what it costs', async () => {
    const cwd = makeRepository()
    const sub = join(cwd, 'a', 'b')
    mkdirSync(sub, { recursive: true })
    const { code, stdout, stderr } = await perpetual(['init'], { cwd: sub })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(git(cwd, 'ls-files', '--others').trim().split('\n').toSorted()).toEqual(expected)
    expect(git(cwd, 'rev-list', '--count', 'HEAD').trim()).toBe('1')
    expect(loadConfig(readFileSync(join(cwd, '.github/perpetual.yml'), 'utf8'), 'x')).toEqual(loadConfig('', 'x'))
    expect(stdout).toContain('openrouter: at most $60.00 (droid-research)')
    expect(stdout).toContain('price unknown: gemini-3.6-flash')
    expect(stdout).toContain('together: at most $300.00 in 30 days')
    expect(stdout).toContain('git add .github handoffs inbox tasks'.split(' ').slice(0, 2).join(' '))
    expect(stdout).toContain('perpetual run droid-research')
  })

  it('changes nothing the second time and never overwrites', async () => {
    const cwd = makeRepository()
    mkdirSync(join(cwd, 'inbox'))
    writeFileSync(join(cwd, 'inbox', 'README.md'), 'mine')
    const first = jsonOf((await inProcess(['init', '--json'], cwd)).stdout)
    expect(first).toMatchObject({ kept: ['inbox/README.md'], repository: cwd })
    expect(first.written.toSorted()).toEqual(expected.filter(path => path !== 'inbox/README.md'))
    writeFileSync(
      join(cwd, '.github', 'perpetual.yml'),
      'goal: 5\naccounts: { openrouter: { limits: { usd: { budget: 1 } } } }\n',
    )
    const second = await inProcess(['init'], cwd)
    expect(second.code).toBe(0)
    expect(second.stdout).toContain('= is there already, unchanged: .github/perpetual.yml')
    expect(second.stdout).toContain('openrouter: at most $30.00')
    expect(second.stdout).not.toContain('wrote')
    expect(readFileSync(join(cwd, 'inbox', 'README.md'), 'utf8')).toBe('mine')
    expect(readFileSync(join(cwd, '.github', 'perpetual.yml'), 'utf8')).toContain('goal: 5')
  })

  it('only says what it would write with --dry-run', async () => {
    const cwd = makeRepository()
    const { stdout, code } = await inProcess(['init', '--dry-run'], cwd)
    expect(code).toBe(0)
    expect(stdout).toContain('+ would write .github/perpetual.yml')
    expect(readdirSync(cwd)).toEqual(['.git'])
  })

  it('works in a linked work tree', async () => {
    const cwd = makeRepository()
    const linked = join(makeFolder(), 'linked')
    git(cwd, 'worktree', 'add', '-q', linked)
    expect((await inProcess(['init'], linked)).code).toBe(0)
    expect(readdirSync(linked).toSorted()).toEqual(['.git', '.github', 'handoffs', 'inbox', 'tasks'])
    rmSync(linked, { recursive: true })
  })

  it('refuses no repository, a bare one, one without a commit, and a configuration that is wrong, and writes nothing', async () => {
    const empty = makeFolder()
    git(empty, 'init', '-q')
    const bare = makeFolder()
    git(bare, 'init', '-q', '--bare')
    const wrong = makeRepository()
    mkdirSync(join(wrong, '.github'))
    writeFileSync(join(wrong, '.github', 'perpetual.yml'), 'golas: 5\n')
    const cases: readonly (readonly [string, string])[] = [
      [makeFolder(), 'Expected a git repository, found none'],
      [bare, 'got a bare one'],
      [empty, 'Expected a repository with at least one commit, found none'],
      [wrong, 'did you mean `goal`?'],
    ]
    for (const [folder, message] of cases) {
      const before = readdirSync(folder)
      const { code, stderr } = await inProcess(['init'], folder)
      expect(code).toBe(2)
      expect(stderr).toContain(message)
      expect(readdirSync(folder)).toEqual(before)
    }
  })

  it('never writes through a link that leads out of the repository, nor over a file in a folder’s place', async () => {
    const cwd = makeRepository()
    const outside = makeFolder()
    symlinkSync(outside, join(cwd, 'inbox'))
    const linked = await inProcess(['init'], cwd)
    expect(linked.code).toBe(2)
    expect(linked.stderr).toContain('Expected `inbox` to be a folder of the repository')
    rmSync(join(cwd, 'inbox'))
    writeFileSync(join(cwd, 'tasks'), '')
    expect((await inProcess(['init'], cwd)).stderr).toContain('Expected `tasks` to be a folder of the repository')
    expect(readdirSync(outside)).toEqual([])
    expect(readdirSync(cwd).toSorted()).toEqual(['.git', 'tasks'])
  })
})
