import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Pull } from '../../../src/forge/forge.ts'
import { useFixture } from '../../contracts/use-fixture.ts'
import { gitIn, makeLocalForge } from './local-fixture.ts'

const delivery = {
  branch: 'perpetual/p/t-1',
  title: 'T',
  body: '',
  labels: [],
  draft: false,
  reviewers: [],
  files: [{ path: 'inbox/p/t.json', text: '{}\n' }],
  message: 'Deliver',
}

describe('locks of git', () => {
  let folder = ''
  const fixture = useFixture(async () => {
    const made = await makeLocalForge({ bare: false })
    folder = made.folder
    return made
  })

  const plant = (name: string, ageSeconds = 60): string => {
    const lock = join(folder, '.git', name)
    mkdirSync(dirname(lock), { recursive: true })
    writeFileSync(lock, '')
    const seconds = Date.now() / 1000 - ageSeconds
    utimesSync(lock, seconds, seconds)
    return lock
  }
  /** Enough loose objects for `gc --auto`, which counts those whose id starts with 17. */
  const makeGarbage = (): void => {
    gitIn(folder, ['config', 'gc.auto', '1'])
    const starting17 = (text: string) => createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex').startsWith('17')
    for (let n = 0, found = 0; found < 3; n += 1) {
      if (!starting17(`${n}`)) continue
      execFileSync('git', ['-C', folder, 'hash-object', '-w', '--stdin'], { input: `${n}` })
      found += 1
    }
  }
  const write = () => fixture().forge.state.write(null, [{ path: 'a', text: '1' }], 'Write')

  it('are removed where a dead git left them on the state', async () => {
    const lock = plant('refs/heads/perpetual/state.lock')
    expect((await write()).type).toBe('written')
    expect(existsSync(lock)).toBe(false)
  })

  it('are removed once, by several sessions that find the same one', async () => {
    plant('refs/heads/perpetual/state.lock')
    const others = [await fixture().another(), await fixture().another()]
    const results = await Promise.all([
      write(),
      ...others.map(({ state }) => state.write(null, [{ path: 'a', text: '2' }], 'Write')),
    ])
    expect(results.map(({ type }) => type).toSorted()).toEqual(['stale', 'stale', 'written'])
  })

  it('are respected while a process has them open', async () => {
    const lock = plant('refs/heads/perpetual/state.lock')
    const released = join(folder, '.git/released')
    const hold = 'exec 3>>"$0"; touch -d "1 minute ago" "$0"; echo ready; sleep 1.2; touch "$1"; rm -f "$0"'
    const holder = spawn('sh', ['-c', hold, lock, released], { stdio: ['ignore', 'pipe', 'ignore'] })
    await once(holder.stdout, 'data')
    expect((await write()).type).toBe('written')
    expect(existsSync(released)).toBe(true)
    expect(existsSync(lock)).toBe(false)
  })

  it('are removed from packed branches, from HEAD and from the index as well', async () => {
    const pull = await fixture().forge.pulls.open({
      branch: 'perpetual/p/t-1',
      title: 'T',
      body: '',
      labels: [],
      draft: false,
      reviewers: [],
      files: [{ path: 'inbox/a', text: 'a' }],
      message: 'Deliver',
    })
    makeGarbage()
    const locks = ['packed-refs.lock', 'HEAD.lock', 'index.lock'].map(name => plant(name))
    expect(await fixture().forge.pulls.merge(pull.number, { expectedHead: pull.head, message: 'Merge' })).toMatchObject({
      type: 'merged',
    })
    await fixture().forge.tidy()
    expect(locks.filter(lock => existsSync(lock))).toEqual([])
    expect(gitIn(folder, ['status', '--porcelain'])).toBe('')
  })

  it('of Perpetual itself are taken over from a process that has ended', async () => {
    const child = spawn('true')
    await once(child, 'exit')
    const lock = join(folder, '.git/perpetual-checkout.lock')
    writeFileSync(lock, `${child.pid} 1`)
    const pull = await fixture().forge.pulls.open(delivery)
    expect(await fixture().forge.pulls.merge(pull.number, { expectedHead: pull.head, message: 'Merge' })).toMatchObject({
      type: 'merged',
    })
    expect(existsSync(lock)).toBe(false)
  })

  it('of Perpetual itself keep merges apart, so that who loses a race takes back no files of who won', async () => {
    const forges = [fixture().forge, await fixture().another(), await fixture().another(), await fixture().another()]
    // A git that takes its time between finding out where a branch is and touching files: the moment in which others get in.
    const slow = join(folder, '../slow-git')
    mkdirSync(slow)
    const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    const script = `#!/bin/sh\ncase "$*" in *read-tree*) sleep 0.0$(($$ % 10)) ;; esac\nexec ${git} "$@"\n`
    writeFileSync(join(slow, 'git'), script, { mode: 0o755 })
    vi.stubEnv('PATH', `${slow}:${process.env['PATH']}`)
    onTestFinished(() => void vi.unstubAllEnvs())
    for (let round = 0; round < 8; round += 1) {
      const pulls: Pull[] = []
      for (const name of ['a', 'b', 'c']) {
        const files = [{ path: `inbox/${round}/${name}.json`, text: '{}\n' }]
        pulls.push(await fixture().forge.pulls.open({ ...delivery, branch: `perpetual/p/${round}-${name}`, files }))
      }
      const merging = forges.flatMap(forge =>
        pulls.map(pull => forge.pulls.merge(pull.number, { expectedHead: pull.head, message: 'Merge' })),
      )
      expect(new Set((await Promise.all(merging)).map(({ type }) => type))).toEqual(new Set(['merged']))
      expect(gitIn(folder, ['status', '--porcelain'])).toBe('')
    }
  })
})
