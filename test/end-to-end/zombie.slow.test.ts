import { afterEach, describe, expect, it } from 'vitest'
import type { Cli } from '../support/cli.ts'
import { until, untilStuck } from '../support/until.ts'
import { createWorld, resultOf, type SessionEnd, type World } from '../support/world.ts'
import { expectWhole } from './promises.ts'

const concurrency = 8
const zombiesOperation = /^Operation: droid-research-0001\/1\//mu

const settingOf = (world: World, commit: string): unknown => {
  const { operations: _, ...rest } = JSON.parse(
    world.repository.git('show', `${commit}:pipelines/droid-research.json`),
  ) as Record<string, unknown>
  return rest
}

const otherRefs = (world: World): string =>
  world.repository
    .git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads/')
    .split('\n')
    .filter(line => !line.includes('/perpetual/state '))
    .join('\n')

/** The session that takes over, after those that found the claim alive and rested. */
async function takeOver(world: World): Promise<SessionEnd> {
  const first = await world.run()
  expect(first).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'held' } })
  for (;;) {
    const end = await world.run()
    expect(end.code).toBe(0)
    if (end.result.reason !== 'held') return end
  }
}

/** A session that is stopped, while it waits for requests that have all arrived, so that none is half sent. */
async function stopInTheMiddle(world: World, faults = ''): Promise<Cli> {
  const { provider, repository } = world
  await provider.control('latency', { latencyMs: 200 })
  const zombie = world.start()
  await until('progress was saved', () => repository.tasks().some(task => task.resultFiles >= 2))
  await provider.control('latency', { latencyMs: 5000 })
  await provider.control('faults', { faults })
  await untilStuck(provider)
  zombie.signal('SIGSTOP')
  await provider.control('latency', { latencyMs: 0 })
  await provider.control('faults', { faults: '' })
  await until('all was answered', async () => (await provider.stats()).inFlight === 0)
  return zombie
}

/** What the zombie wrote after its claim went to another: only what its own reservations came to. */
function expectOnlySettled(world: World, before: string): void {
  const { repository } = world
  const added = repository.git('log', '--format=%B', `${before}..perpetual/state`)
  expect(added.match(/^Operation: .*$/gmu)).toEqual(['Operation: droid-research-0001/1/rehearsal/settle'])
  const changed = repository.git('diff', '--name-only', before, 'perpetual/state').split('\n')
  expect(changed.filter(path => path !== 'pipelines/droid-research.json' && !path.startsWith('ledgers/'))).toEqual([])
  expect(settingOf(world, 'perpetual/state')).toEqual(settingOf(world, before))
}

describe('a session that wakes up after its claim went to another', () => {
  let world: World
  afterEach(() => world?.remove())

  const create = (callsPerIndicator = 40): Promise<World> =>
    createWorld({ lease: '6s', concurrency, assignments: 1, indicators: 3, callsPerIndicator })

  it('writes nothing but what its own reservations came to, and sends nothing', async () => {
    world = await create()
    // Some of what is in flight fails, which it would try again if it were let.
    const zombie = await stopInTheMiddle(world, '5xx:0.4')
    const heir = await takeOver(world)
    expect(heir.result).toMatchObject({ session: 'droid-research-0001', outcome: 'completed', reason: 'queue-empty' })
    expectWhole(world.repository)
    const [head, refs, { total }] = [
      world.repository.git('rev-parse', 'perpetual/state'),
      otherRefs(world),
      await world.provider.stats(),
    ]
    zombie.signal('SIGCONT')
    expect(resultOf(await zombie.ended)).toMatchObject({ code: 0, result: { reason: 'lost-claim', deliveries: [] } })
    expect((await world.provider.stats()).total).toBe(total)
    expect(otherRefs(world)).toBe(refs)
    expectOnlySettled(world, head)
    expect(world.repository.account().ledgers.calls).toMatchObject({ settled: total, reservations: [] })
    expectWhole(world.repository)
  })

  it('leaves the other alone while that one works', async () => {
    world = await create()
    const { provider, repository } = world
    const zombie = await stopInTheMiddle(world)
    const before = { total: (await provider.stats()).total, spent: repository.pipelineState().session?.spent.calls ?? 0 }
    await provider.control('latency', { latencyMs: 100 })
    let heir = world.start()
    await until('it was taken over', async () => {
      if (!heir.isRunning()) heir = world.start()
      return repository.pipelineState().claim?.epoch === 2 && (await provider.stats()).inFlight > 0
    })
    zombie.signal('SIGCONT')
    expect(resultOf(await zombie.ended).result.reason).toBe('lost-claim')
    const end = resultOf(await heir.ended)
    expect(end.result).toMatchObject({ outcome: 'completed', reason: 'queue-empty' })
    // All that was sent since are the sends of the heir.
    expect((await provider.stats()).total - before.total).toBe(end.result.spent.sends - before.spent)
    const messages = repository.git('log', '--reverse', '--format=%B%x00', 'perpetual/state').split('\0')
    const since = messages.slice(messages.findIndex(message => message.includes('Operation: droid-research-0001/2/')))
    expect(since.filter(message => zombiesOperation.test(message))).toEqual([
      expect.stringContaining('Operation: droid-research-0001/1/rehearsal/settle'),
    ])
    expect(repository.account().ledgers.calls).toMatchObject({ settled: (await provider.stats()).total, reservations: [] })
    expectWhole(repository)
  })

  it('goes on where nobody came in the meantime', async () => {
    world = await create()
    const { provider, repository } = world
    const sleeper = await stopInTheMiddle(world)
    const claimEndsAt = Date.parse(repository.pipelineState().claim?.expiresAt ?? '')
    await until('its claim has lapsed', async () => Date.parse((await provider.stats()).now) > claimEndsAt)
    sleeper.signal('SIGCONT')
    expect(resultOf(await sleeper.ended)).toMatchObject({ code: 0, result: { outcome: 'completed', reason: 'queue-empty' } })
    expect((await provider.stats()).repeated).toBe(0)
    expect(repository.pipelineState().epoch).toBe(1)
    expectWhole(repository)
  })

  it('delivers nothing twice where it was stopped while it delivered', async () => {
    // So many calls a unit that their pairs do not fit one part.
    world = await create(100)
    const zombie = world.start()
    await zombie.says(/Delivered/u)
    zombie.signal('SIGSTOP')
    const heir = await takeOver(world)
    expect(heir.result).toMatchObject({ session: 'droid-research-0001', outcome: 'completed', reason: 'queue-empty' })
    expect(world.repository.tasks()[0]?.parts.length).toBeGreaterThan(1)
    expectWhole(world.repository)
    const [head, refs, { total }] = [
      world.repository.git('rev-parse', 'perpetual/state'),
      otherRefs(world),
      await world.provider.stats(),
    ]
    zombie.signal('SIGCONT')
    expect(resultOf(await zombie.ended).code).toBe(0)
    expect((await world.provider.stats()).total).toBe(total)
    expect(otherRefs(world)).toBe(refs)
    expectOnlySettled(world, head)
    expectWhole(world.repository)
  })
})
