import { afterEach, describe, expect, it } from 'vitest'
import { until, untilStuck } from '../support/until.ts'
import { callsIn, expectCommitted } from './promises.ts'
import { createUpWorld, endOf, pipelines, type UpWorld } from './up-world.ts'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('perpetual up', { timeout: 180_000 }, () => {
  let world: UpWorld
  afterEach(() => world?.remove())

  const create = async (options: Parameters<typeof createUpWorld>[0] = {}): Promise<UpWorld> =>
    (world = await createUpWorld(options))

  const calls = (): number => pipelines.reduce((sum, name) => sum + callsIn(world.repository.of(name)), 0)
  const expectAll = (): void => {
    for (const name of pipelines) expectCommitted(world.repository.of(name))
  }
  /** All three at work, with something saved. */
  const untilBusy = (): Promise<void> =>
    until('all three have saved something', () => pipelines.every(name => callsIn(world.repository.of(name)) > 0))

  it('runs three pipelines side by side, each to the line of its budget, and says so in lines and as one object', async () => {
    const { provider } = await create({ budget: 40, concurrency: 4 })
    await provider.control('latency', { latencyMs: 300 })
    const { code, stderr, stdout, summary } = await world.runUp('--once')
    expect(code, stderr).toBe(0)
    const first = (text: RegExp): number => stderr.split('\n').findIndex(line => text.test(line))
    const lastBegin = Math.max(...pipelines.map(name => first(new RegExp(`${name}: session ${name}-0001 begins`, 'u'))))
    expect(lastBegin).toBeGreaterThanOrEqual(2)
    expect(first(/wrapped: the budget line is reached/u)).toBeGreaterThan(lastBegin)
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(summary).toMatchObject({ outcome: 'done', ticks: 1, sessions: 3, failures: 0, restarts: 0 })
    expect(summary.pipelines.map(each => each.last?.reason)).toEqual(['budget', 'budget', 'budget'])
    expect(stderr).not.toContain('\u001B')
    expect(await provider.stats()).toMatchObject({ total: 3 * 34, repeated: 0 })
    expectAll()
  })

  it('backs off from a pipeline whose provider cannot be reached, and leaves the others alone', async () => {
    await create()
    world.configure(config => ({
      ...config,
      accounts: {
        ...config.accounts,
        'zai-second': { ...config.accounts.rehearsal, key: 'KEY_1', baseUrl: 'http://127.0.0.1:9/v1' },
      },
    }))
    const cli = world.startUp('--every', '1')
    await until('the others have done all, and it was tried again', () => {
      const done = pipelines.filter(name => world.repository.of(name).tasks()[0]?.status === 'in-review')
      return done.length === 2 && /zai-second: failed 2 times in a row/u.test(cli.stderr())
    })
    cli.signal('SIGTERM')
    const { code, stderr, summary } = await endOf(cli)
    expect(code).toBe(0)
    expect(stderr).toMatch(/zai-second: failed: the provider cannot be used .*127\.0\.0\.1:9.*; tried again in 0:0[4-6]/u)
    expect(stderr).toMatch(/zai-second: failed 2 times in a row: .*; tried again in 0:(?:0[7-9]|1[0-3])/u)
    expect(summary.pipelines.filter(each => each.failures > 0).map(each => each.pipeline)).toEqual(['zai-second'])
    expect(summary.restarts).toBeGreaterThanOrEqual(1)
    expectAll()
  })

  it('begins again what was killed, and pays at most for what was outstanding', async () => {
    const { provider } = await create({ concurrency: 4 })
    await provider.control('latency', { latencyMs: 200 })
    const cli = world.startUp('--every', '1')
    await untilBusy()
    const [victim] = world.holders()
    if (victim !== undefined) process.kill(victim, 'SIGKILL')
    await cli.says(/failed: it was ended by SIGKILL; tried again in 0:0[4-6]/u)
    await until('all is done', () => pipelines.every(name => world.repository.of(name).tasks()[0]?.status === 'in-review'))
    cli.signal('SIGTERM')
    const { summary } = await endOf(cli)
    expect(summary).toMatchObject({ failures: 1, restarts: 1 })
    expect((await provider.stats()).repeated).toBeLessThanOrEqual(25)
    expectAll()
  })

  it('ends within 10 s of SIGTERM with everything saved although the provider hangs, and goes on at the exact call', async () => {
    const { provider } = await create({ concurrency: 4 })
    await provider.control('latency', { latencyMs: 150 })
    const cli = world.startUp('--every', '1')
    await untilBusy()
    await provider.control('latency', { latencyMs: 120_000 })
    const stuck = await untilStuck(provider)
    const askedMs = performance.now()
    cli.signal('SIGTERM')
    const { code, summary, stderr } = await endOf(cli)
    expect(performance.now() - askedMs).toBeLessThan(10_000)
    expect({ code, outcome: summary.outcome, sessions: summary.sessions }, stderr).toEqual({
      code: 0,
      outcome: 'asked',
      sessions: 3,
    })
    expect(world.holders()).toEqual([])
    expect((await provider.stats()).total - calls()).toBe(stuck)
    await provider.control('latency', { latencyMs: 0 })
    expect((await world.runUp('--once')).code).toBe(0)
    expect((await provider.stats()).repeated).toBeLessThanOrEqual(stuck)
    expect(pipelines.map(name => world.repository.of(name).tasks()[0]?.status)).toEqual(['in-review', 'in-review', 'in-review'])
    expectAll()
  })

  it('gives its sessions one graceful stop where Ctrl-C reaches the whole group, and ends them all at a second one', async () => {
    const { provider } = await create({ concurrency: 4 })
    await provider.control('latency', { latencyMs: 150 })
    const first = world.startUp('--every', '1')
    await untilBusy()
    first.signal('SIGINT', 'group')
    expect((await endOf(first)).summary.pipelines.map(each => each.last?.reason)).toEqual(['asked', 'asked', 'asked'])
    expect(world.holders()).toEqual([])
    await provider.control('latency', { latencyMs: 120_000 })
    const second = world.startUp('--every', '1')
    await until('all three are at work again', () => world.holders().length === 3)
    const pids = world.holders()
    second.signal('SIGINT', 'group')
    await second.says(/Stopping/u)
    second.signal('SIGINT', 'group')
    expect(await second.ended).toMatchObject({ code: 130 })
    await until('no session is left', () => !pids.some(isAlive), 2000)
  })

  it('takes its sessions with it where it is killed: each saves, wraps and ends by itself', async () => {
    const { provider } = await create({ concurrency: 4 })
    await provider.control('latency', { latencyMs: 150 })
    const cli = world.startUp('--every', '1')
    await untilBusy()
    const pids = world.holders()
    expect(pids.length).toBe(3)
    cli.kill('alone')
    await cli.ended
    await until('no session is left', () => !pids.some(isAlive), 20_000)
    expect(world.holders()).toEqual([])
    for (const name of pipelines)
      expect([...world.repository.of(name).handoffs().values()].join('')).toContain('it was asked to stop')
    expect((await provider.stats()).total).toBe(calls())
    expectAll()
  })

  it('does nothing twice where two of it look after one repository', async () => {
    const { provider } = await create({ budget: 60, concurrency: 4 })
    await provider.control('latency', { latencyMs: 100 })
    const both = [world.startUp('--every', '1'), world.startUp('--every', '1')]
    await until('every line is reached', async () => (await provider.stats()).total >= 3 * 51)
    await until('no claim is left', () => world.holders().length === 0)
    for (const cli of both) cli.signal('SIGTERM')
    const ends = await Promise.all(both.map(endOf))
    expect(ends.map(end => [end.code, end.summary.failures])).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect(ends.reduce((sum, end) => sum + end.summary.sessions, 0)).toBe(3)
    expect(ends.map(end => end.stderr).join('')).toMatch(/: a session of another process is at work/u)
    expect(await provider.stats()).toMatchObject({ total: 3 * 51, repeated: 0 })
    expectAll()
  })

  it('goes on while the configuration is broken, and counts with a changed one without being started again', async () => {
    const { provider } = await create({ concurrency: 4 })
    await provider.control('latency', { latencyMs: 150 })
    const cli = world.startUp('--every', '1', '--only', 'droid-research', '--only', 'zai-second')
    await until('it works', () => callsIn(world.repository) > 0)
    const before = world.write('goal: many\n')
    await cli.says(/Cannot plan: .*perpetual\.yml/u)
    const saved = callsIn(world.repository)
    await until('sessions go on', () => callsIn(world.repository) > saved)
    world.write(before.replace('goal: 30000', 'goal: 20000'))
    await cli.says(/Planning works again/u)
    await until('both are done', () =>
      ['droid-research', 'zai-second'].every(name => world.repository.of(name).tasks()[0]?.status === 'in-review'),
    )
    cli.signal('SIGTERM')
    expect((await endOf(cli)).summary).toMatchObject({ failures: 0, sessions: 2 })
    expect(callsIn(world.repository.of('claude-third'))).toBe(0)
  })

  it('refuses what nobody could mean before it begins', async () => {
    await create()
    const unknown = await world.command('up', '--only', 'droid-reserch')
    expect(unknown).toMatchObject({ code: 2, stdout: '' })
    expect(unknown.stderr).toMatch(/Expected `--only` to name a pipeline of .*droid-research.*, got `droid-reserch`/u)
    expect(await world.command('up', '--every', '0')).toMatchObject({ code: 2 })
    world.write('goal: many\n')
    expect(await world.command('up')).toMatchObject({ code: 2 })
  })
})
