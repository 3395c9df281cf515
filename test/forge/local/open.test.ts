import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLocalForge } from '../../../src/forge/local/local-forge.ts'
import { gitIn, makeRepository, systemClock, temporaryFolder } from './local-fixture.ts'

const run = promisify(execFile)

describe('opening the local forge', () => {
  let top = ''
  let repository = ''
  const path = process.env['PATH']

  beforeEach(() => {
    top = temporaryFolder()
    repository = makeRepository(join(top, 'repository'))
  })
  afterEach(() => {
    process.env['PATH'] = path
    rmSync(top, { recursive: true, force: true })
  })

  const open = (folder: string) => openLocalForge({ repository: folder, clock: systemClock })
  const refusal = async (folder: string): Promise<string> => {
    const error: unknown = await open(folder).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({ name: 'PerpetualError', actBy: 'fix-config' })
    const message = error instanceof Error ? error.message : ''
    expect(message).not.toContain('\n')
    return message
  }

  it('refuses a folder that is no repository, or is not there', async () => {
    mkdirSync(join(top, 'plain'))
    expect(await refusal(join(top, 'plain'))).toMatch(/Expected a git repository in .*plain, found none/)
    expect(await refusal(join(top, 'none'))).toMatch(/No such file/)
  })

  it('refuses a repository without a commit', async () => {
    gitIn(top, ['init', '--quiet', 'fresh'])
    expect(await refusal(join(top, 'fresh'))).toMatch(/at least one commit/)
  })

  it('refuses where git is missing or too old', async () => {
    const bin = join(top, 'bin')
    mkdirSync(bin)
    process.env['PATH'] = bin
    expect(await refusal(repository)).toMatch(/git.* 2\.38 .*cannot be started/)
    writeFileSync(join(bin, 'git'), '#!/bin/sh\necho git version 2.37.9\n')
    chmodSync(join(bin, 'git'), 0o755)
    expect(await refusal(repository)).toMatch(/2\.38 or newer .* found git version 2\.37\.9/)
  })

  it('works in a sub-folder and in a linked work tree, on the same state', async () => {
    mkdirSync(join(repository, 'sub/folder'), { recursive: true })
    gitIn(repository, ['worktree', 'add', '--quiet', '-b', 'side', join(top, 'linked')])
    const [inSub, inLinked] = await Promise.all([open(join(repository, 'sub/folder')), open(join(top, 'linked'))])
    expect([inSub.defaultBranch, inLinked.defaultBranch]).toEqual(['main', 'side'])
    await inSub.state.write(null, [{ path: 'a', text: '1' }], 'Write')
    expect((await inLinked.state.read(await inLinked.state.head(), ['a'])).get('a')).toBe('1')
    await Promise.all([inSub.close(), inLinked.close()])
  })

  it("takes the remote's default branch, then the one checked out, then a usual name", async () => {
    const branchOf = async () => {
      const forge = await open(repository)
      await forge.close()
      return forge.defaultBranch
    }
    gitIn(repository, ['switch', '--quiet', '--create', 'feature'])
    expect(await branchOf()).toBe('feature')
    gitIn(repository, ['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main'])
    expect(await branchOf()).toBe('main')
    gitIn(repository, ['symbolic-ref', '--delete', 'refs/remotes/origin/HEAD'])
    gitIn(repository, ['switch', '--quiet', '--detach'])
    expect(await branchOf()).toBe('main')
    gitIn(repository, ['switch', '--quiet', '--create', 'perpetual/p/review-me'])
    expect(await branchOf()).toBe('main')
  })

  it('refuses a detached HEAD where no usual branch exists', async () => {
    gitIn(repository, ['branch', '--move', 'main', 'trunk'])
    gitIn(repository, ['switch', '--quiet', '--detach'])
    expect(await refusal(repository)).toMatch(/HEAD is on none/)
  })

  it("says which branch is in the way of the state's", async () => {
    gitIn(repository, ['branch', 'perpetual'])
    const forge = await open(repository)
    await expect(forge.state.write(null, [{ path: 'a', text: '1' }], 'Write')).rejects.toThrow(
      /`perpetual` is in its way: rename it/,
    )
    await forge.close()
  })

  it('runs no hook, and is not led astray by the git variables of whoever called', async () => {
    mkdirSync(join(repository, '.git/hooks'), { recursive: true })
    const hook = join(repository, '.git/hooks/reference-transaction')
    writeFileSync(hook, '#!/bin/sh\nexit 1\n')
    chmodSync(hook, 0o755)
    process.env['GIT_DIR'] = join(top, 'nowhere')
    try {
      const forge = await open(repository)
      expect((await forge.state.write(null, [{ path: 'a', text: '1' }], 'Write')).type).toBe('written')
      await forge.close()
    } finally {
      delete process.env['GIT_DIR']
    }
  })

  it("gives git no secret of the caller's environment, and a process group of its own", async () => {
    const bin = join(top, 'bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'git'), `#!/bin/sh\nenv >> '${top}/seen'\nPATH='${path}' exec git "$@"\n`)
    chmodSync(join(bin, 'git'), 0o755)
    process.env['PATH'] = `${bin}:${path}`
    process.env['OPENROUTER_API_KEY'] = 'sk-very-secret'
    try {
      const forge = await open(repository)
      expect((await forge.state.write(null, [{ path: 'a', text: '1' }], 'Write')).type).toBe('written')
      const seen = readFileSync(join(top, 'seen'), 'utf8')
      expect(seen).toContain('GIT_TERMINAL_PROMPT=0')
      expect(seen).not.toContain('sk-very-secret')
      const { stdout } = await run('ps', ['-eo', 'pid,pgid,args'])
      const [pid, group] =
        stdout
          .split('\n')
          .find(line => line.includes(`${repository}/.git`))
          ?.trim()
          .split(/\s+/) ?? []
      expect(group).toBe(pid)
      await forge.close()
    } finally {
      delete process.env['OPENROUTER_API_KEY']
    }
  })

  it('keeps no process alive that forgets to close it', async () => {
    const script = `
      import { openLocalForge } from ${JSON.stringify(join(import.meta.dirname, '../../../src/forge/local/local-forge.ts'))}
      const clock = { now: () => '2026-01-01T00:00:00.000Z', sleep: () => Promise.resolve() }
      const forge = await openLocalForge({ repository: process.argv[1], clock })
      await forge.state.write(null, [{ path: 'a', text: '1' }], 'Write')
      console.log(await forge.state.list(await forge.state.head(), ''))`
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script, repository], { timeout: 20_000 })
    expect(stdout).toContain('a')
  })

  it('serves after a git that reads objects for it was killed', async () => {
    const forge = await open(repository)
    const written = await forge.state.write(null, [{ path: 'a', text: '1' }], 'Write')
    const head = written.type === 'written' ? written.head : null
    const { stdout } = await run('ps', ['-eo', 'pid,args'])
    const readers = stdout.split('\n').filter(line => line.includes(`${repository}/.git`) && line.includes('cat-file'))
    expect(readers).toHaveLength(1)
    for (const line of readers) process.kill(Number(line.trim().split(' ')[0]), 'SIGKILL')
    expect((await forge.state.read(head, ['a'])).get('a')).toBe('1')
    await forge.close()
    await expect(forge.state.head()).rejects.toMatchObject({ actBy: 'report-bug' })
  })

  it('tidies up and stays readable, also for what was read before', async () => {
    const forge = await open(repository)
    const written = await forge.state.write(null, [{ path: 'a', text: '1' }], 'Write')
    gitIn(repository, ['config', 'gc.auto', '1'])
    await forge.tidy()
    gitIn(repository, ['gc', '--quiet', '--prune=now'])
    expect(await forge.state.head()).toBe(written.type === 'written' ? written.head : '')
    expect((await forge.state.read(await forge.state.head(), ['a'])).get('a')).toBe('1')
    await forge.close()
  })
})
