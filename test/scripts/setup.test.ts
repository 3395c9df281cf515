import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const scripts = fileURLToPath(new URL('../../scripts', import.meta.url))

const lock = {
  lockfileVersion: 3,
  packages: {
    '': {},
    'node_modules/plain': { version: '1.0.0' },
    'node_modules/ours': { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
    'node_modules/theirs': { version: '1.0.0', optional: true, os: ['aix'], cpu: [process.arch] },
    'node_modules/of-another': { version: '1.0.0', optional: true },
  },
}

/** A clone with nothing but the scripts and a lock file, and an npm that installs what the test says. */
describe('the set-up of a fresh clone', () => {
  let clone: string
  const stamp = () => join(clone, 'node_modules', '.installed')

  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'perpetual-setup-'))
    mkdirSync(join(clone, 'scripts'))
    for (const name of ['run.js', 'setup.js']) cpSync(join(scripts, name), join(clone, 'scripts', name))
    writeFileSync(join(clone, 'package.json'), JSON.stringify({ type: 'module' }))
    writeFileSync(join(clone, 'package-lock.json'), JSON.stringify(lock))
    mkdirSync(join(clone, 'src'))
    writeFileSync(join(clone, 'src', 'cli.ts'), "console.log('ran', process.argv.slice(2).join(' '))\n")
    mkdirSync(join(clone, 'bin'))
  })

  afterEach(() => rmSync(clone, { recursive: true, force: true }))

  const run = (installed: readonly string[], home = clone) => {
    const made = ['echo "$@" > npm-arguments', ...installed.map(name => `mkdir -p node_modules/${name}`)]
    writeFileSync(join(clone, 'bin', 'npm'), ['#!/bin/sh', ...made, ''].join('\n'))
    chmodSync(join(clone, 'bin', 'npm'), 0o755)
    const path = [join(clone, 'bin'), dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter)
    const env = { PATH: path, HOME: home }
    return spawnSync(process.execPath, ['scripts/run.js', 'perpetual', 'status'], {
      cwd: clone,
      env,
      encoding: 'utf8',
      timeout: 20_000,
    })
  }

  it('refuses where npm left a package of this machine out, and installs it the next time', () => {
    const first = run(['plain'])
    expect(first.stderr).toContain('npm left out ours. Is the package registry reachable?')
    expect(first.status).toBe(2)
    expect(existsSync(stamp())).toBe(false)
    const second = run(['plain', 'ours'])
    expect(second.stdout).toBe('ran status\n')
    expect(second.status).toBe(0)
    expect(run([]).stderr).toBe('')
  })

  it('gives npm a cache of its own where the home cannot be written to', () => {
    expect(run(['plain', 'ours'], '/proc/1/nowhere').status).toBe(0)
    expect(spawnSync('cat', [join(clone, 'npm-arguments')], { encoding: 'utf8' }).stdout).toContain('--cache=')
  })

  it('takes over the lock of a set-up that was killed before it wrote its number', () => {
    mkdirSync(join(clone, '.setup-lock'))
    const longAgo = Date.now() / 1000 - 60
    utimesSync(join(clone, '.setup-lock'), longAgo, longAgo)
    expect(run(['plain', 'ours']).status).toBe(0)
  })
})
