import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commitOnBranch } from '../forge/local/local-fixture.ts'
import { pipeline } from '../support/data-repository.ts'
import { until } from '../support/until.ts'
import { keep, type Rewind } from '../support/rewind.ts'
import { snapshotOf } from '../support/snapshot.ts'
import { createWorld, resultOf, type World } from '../support/world.ts'
import { expectWhole } from './promises.ts'

const state = 'refs/heads/perpetual/state'
const mirror = 'refs/perpetual-mirror/state'
/** A line that a session comes to before its task ends. */
const early = { args: ['--threshold', '0.017'] }

let world: World
let fresh: Rewind
beforeAll(async () => {
  world = await createWorld({ assignments: 1, indicators: 1, callsPerIndicator: 30, concurrency: 2 })
  fresh = keep(world)
}, 60_000)
afterAll(async () => {
  fresh?.remove()
  await world?.remove()
})

describe('a file of the state that cannot be read', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    await world.run(early)
    for (const command of ['pause', 'enable']) await world.cli(command)
  }, 60_000)

  const files = {
    pipeline: `pipelines/${pipeline}.json`,
    task: `tasks/${pipeline}/session_01.json`,
    ledger: 'ledgers/rehearsal.json',
    switch: 'switch.json',
  }
  const results = `results/${pipeline}/session_01/0001.jsonl`
  const spoils = [
    {
      what: 'of a newer version',
      spoil: (text: string): string => text.replace(/"version": ?1/u, '"version": 2, "later": true'),
      expected: /to be of version 1, found 2: a newer perpetual wrote it; update this one$/u,
    },
    {
      what: 'garbage',
      spoil: (text: string): string => `<<<<<<< HEAD\n${text}`,
      expected: /, found garbage; restore it from an earlier commit of that branch$/u,
    },
  ]

  const read = (path: string): string => `${world.repository.git('show', `${state}:${path}`)}\n`
  const heads = (): string[] => [state, mirror].map(ref => world.repository.git('rev-parse', ref))

  async function withSpoiled(path: string, spoil: (text: string) => string, look: () => Promise<void>): Promise<void> {
    const [before = ''] = heads()
    const text = spoil(read(path))
    commitOnBranch(world.repository.folder, 'perpetual/state', [{ path, text }])
    const { total } = await world.provider.stats()
    await look()
    expect(read(path).trim()).toBe(text.trim())
    expect((await world.provider.stats()).total).toBe(total)
    for (const ref of [state, mirror]) world.repository.git('update-ref', ref, before)
  }

  const cases = Object.entries(files).flatMap(([name, path]) => spoils.map(spoiling => ({ name, path, ...spoiling })))
  it.each(cases)(
    'refuses the session and the status where the $name is $what, and stays as it is',
    async ({ path, spoil, expected }) => {
      await withSpoiled(path, spoil, async () => {
        const before = heads()
        for (const { code, stdout, stderr } of await Promise.all([world.cli('run', pipeline), world.cli('status')])) {
          expect(stderr.trimEnd()).toMatch(expected)
          expect(stderr).toMatch(new RegExp(`^perpetual: Expected ${path} on perpetual/state [^\n]+\n$`, 'u'))
          expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
        }
        expect(heads()[0]).toBe(before[0])
      })
    },
  )

  it.each(spoils)(
    'refuses the session where a line of the results is $what, however often it is tried',
    async ({ spoil, expected }) => {
      await withSpoiled(results, spoil, async () => {
        for (let tried = 0; tried < 4; tried += 1) {
          const { code, stdout, stderr } = await world.cli('run', pipeline)
          expect(stderr).toContain(`Expected ${results} on perpetual/state`)
          expect(stderr.trimEnd().split('\n').at(-1)).toMatch(expected)
          expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
        }
        expect(world.repository.tasks().map(task => task.status)).toEqual(['in-progress'])
      })
    },
  )

  it('is no hindrance any more once it is mended', { timeout: 120_000 }, async () => {
    expect(await world.run()).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
    expect((await world.provider.stats()).repeated).toBe(0)
    expectWhole(world.repository)
  })
})

describe('the branch of the state', () => {
  beforeEach(() => fresh.back())

  const head = (): string => world.repository.git('rev-parse', state)
  const older = (): string => world.repository.git('rev-parse', `${state}~3`)
  const restoringCommand = (stderr: string): string[] =>
    /`git (update-ref refs\/heads\/perpetual\/state [0-9a-f]+)` restores it/u.exec(stderr)?.[1]?.split(' ') ?? []

  /** A session that has saved some of its work and is at more of it. */
  async function inTheMiddle() {
    await world.provider.control('latency', { latencyMs: 80 })
    const cli = world.start()
    await until('something was saved', () => world.repository.tasks().some(task => task.resultFiles > 0))
    return cli
  }

  async function expectTheRest(mayRepeat: number): Promise<void> {
    await world.provider.control('latency', { latencyMs: 0 })
    expect(await world.run()).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
    expect((await world.provider.stats()).repeated).toBeLessThanOrEqual(mayRepeat)
    expectWhole(world.repository)
  }

  it('is put back where somebody deleted it between two sessions', { timeout: 120_000 }, async () => {
    expect((await world.run(early)).code).toBe(0)
    const before = head()
    world.repository.git('update-ref', '-d', state)
    expect((await world.cli('status')).code).toBe(0)
    expect(head()).toBe(before)
    world.repository.git('update-ref', '-d', state)
    await expectTheRest(0)
  })

  it('is put back where somebody deletes it under a session, which goes on', { timeout: 120_000 }, async () => {
    const cli = await inTheMiddle()
    world.repository.git('update-ref', '-d', state)
    expect(resultOf(await cli.ended)).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
    expect((await world.provider.stats()).repeated).toBe(0)
    expectWhole(world.repository)
  })

  it('is refused where somebody took it back between two sessions, until it is restored', { timeout: 120_000 }, async () => {
    expect((await world.run(early)).code).toBe(0)
    world.repository.git('update-ref', state, older())
    const { total } = await world.provider.stats()
    const refused = await Promise.all([
      world.cli('run', pipeline),
      world.cli('status'),
      world.cli('tasks', 'list'),
      world.cli('review', 'list'),
      world.cli('pause'),
    ])
    for (const { code, stdout, stderr } of refused) {
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(
        /^perpetual: Expected the branch perpetual\/state to go on from [0-9a-f]{12}, found it rewritten: [^\n]+ accepts it as it is\n$/u,
      )
    }
    expect((await world.provider.stats()).total).toBe(total)
    world.repository.git(...restoringCommand(refused[0]?.stderr ?? ''))
    await expectTheRest(0)
  })

  it(
    'ends a session cleanly where somebody takes it back under it; restored, the next goes on',
    { timeout: 120_000 },
    async () => {
      const cli = await inTheMiddle()
      world.repository.git('update-ref', state, older())
      const { code, stderr } = await cli.ended
      expect(code).toBe(2)
      expect(stderr.split('\n').filter(line => line.startsWith('perpetual: '))).toHaveLength(1)
      world.repository.git(...restoringCommand(stderr))
      await expectTheRest(25)
    },
  )

  it(
    'accepted as it was before, brings no more sends than the line, because the provider counts too',
    { timeout: 120_000 },
    async () => {
      const before = head()
      expect(await world.run(early)).toMatchObject({ code: 0, result: { spent: { sends: 17 } } })
      world.repository.git('update-ref', state, before)
      world.repository.git('update-ref', '-d', mirror)
      expect((await world.run(early)).code).toBe(0)
      expect((await world.provider.stats()).total).toBe(17)
    },
  )

  it('is written past the lock of a git that was killed, whether the lock is old or new', { timeout: 120_000 }, async () => {
    const lock = join(world.repository.folder, '.git', `${state}.lock`)
    const agesSeconds = { pause: 60, enable: 0 }
    for (const [command, ageSeconds] of Object.entries(agesSeconds)) {
      writeFileSync(lock, '')
      const seconds = Date.now() / 1000 - ageSeconds
      utimesSync(lock, seconds, seconds)
      expect(await world.cli(command)).toMatchObject({ code: 0, stderr: '' })
      expect(existsSync(lock)).toBe(false)
    }
  })
})

describe('a session', { timeout: 60_000 }, () => {
  beforeEach(() => fresh.back())

  it('that is only to say what it would do changes nothing and sends nothing', async () => {
    const before = snapshotOf(world.repository.folder)
    const end = await world.cli('run', pipeline, '--dry-run')
    expect(end).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('session_01 is next') })
    expect(await world.run({ args: ['--dry-run', '--force'] })).toMatchObject({
      code: 0,
      result: { outcome: 'rested', session: null },
    })
    expect(snapshotOf(world.repository.folder)).toEqual(before)
    expect((await world.provider.stats()).total).toBe(0)
  })

  it('rests while all is paused, forced or not, and works again once it is enabled', async () => {
    expect(await world.cli('pause')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Now paused\. /u) })
    expect((await world.cli('pause')).stdout).toMatch(/^Already paused\. /u)
    expect((await world.cli('status')).stdout).toMatch(/^PAUSED\. /u)
    const before = snapshotOf(world.repository.folder)
    const said = { code: 0, stderr: '', stdout: `${pipeline} rested: the pipelines are paused.\n` }
    for (const args of [[], ['--force']]) expect(await world.cli('run', pipeline, ...args)).toMatchObject(said)
    expect(snapshotOf(world.repository.folder)).toEqual(before)
    expect((await world.provider.stats()).total).toBe(0)
    expect(await world.cli('enable')).toMatchObject({ code: 0, stdout: 'Now enabled.\n' })
    expect(await world.run(early)).toMatchObject({ code: 0, result: { outcome: 'wrapped', spent: { sends: 17 } } })
  })
})
