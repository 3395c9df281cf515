import { afterEach, describe, expect, it } from 'vitest'
import { seededRandom } from '../support/random.ts'
import { until, untilStuck } from '../support/until.ts'
import { createWorld, nextMorning, resultOf, type World, type WorldOptions } from '../support/world.ts'
import { faults, finish, killManyTimes } from './killing.ts'
import { callsIn, expectCommitted, expectWhole } from './promises.ts'
import { createReviewer } from './reviewer.ts'

const pipeline = 'zai-institutional'
const other = 'zai-second'
/** max(25, 2 × concurrency of 8): what may be reserved and not settled when a session dies. */
const outstanding = 25
const reset = '2031-05-02T00:01:00.000Z'
const small = { protocol: 'zai', pipelines: [pipeline], assignments: 1, indicators: 2, callsPerIndicator: 30 } as const

describe('zai-institutional, which speaks the protocol of Z.AI', { timeout: 300_000 }, () => {
  let world: World
  afterEach(() => world?.remove())
  const create = async (options: WorldOptions = {}): Promise<World> => (world = await createWorld({ ...small, ...options }))

  it('lets exactly 4,250 of 5,000 requests through on a day, hands off, and goes on at the exact call on the next', async () => {
    const { provider, repository } = await create({ budget: 5000, assignments: 11, indicators: 5, callsPerIndicator: 100 })
    const first = await world.run()
    expect(first).toMatchObject({
      code: 0,
      result: { outcome: 'wrapped', reason: 'budget', spent: { sends: 4250, calls: 4250 }, next: reset },
    })
    expect(await provider.stats()).toMatchObject({ sends: { '2031-05-01': 4250 }, distinct: 4250, repeated: 0 })
    expect(repository.handoffs().get(first.result.handoff ?? '')).toContain('| 4250 / 5000 (85.0%), line 4250 |')
    const forced = await world.run({ args: ['--force'] })
    expect(forced).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'budget', next: reset } })
    await world.moveTo(nextMorning)
    expect(await world.run()).toMatchObject({ code: 0, result: { outcome: 'completed', reason: 'queue-empty' } })
    const { total, repeated, sends } = await provider.stats()
    expect({ calls: callsIn(repository), repeated }).toEqual({ calls: total, repeated: 0 })
    expect(sends).toEqual({ '2031-05-01': 4250, '2031-05-02': total - 4250 })
    expectWhole(repository)
  })

  it('makes pairs of its topics that say that they are a rehearsal, with what Z.AI searched as their sources', async () => {
    const { repository } = await create({ topics: 2 })
    expect(await world.run()).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
    expect(repository.tasks().map(task => [task.id, task.status])).toEqual([
      ['futures-venues', 'in-review'],
      ['options-structured', 'in-review'],
    ])
    expect(repository.pairs().length).toBeGreaterThan(20)
    expectWhole(repository)
    for (const { path, citations } of repository.pairs()) {
      expect(path).toMatch(/^inbox\/zai\//u)
      expect(citations.length).toBeGreaterThan(0)
    }
    const answers = repository.outcomes().flatMap(outcome => (outcome.type === 'answer' ? [outcome.answer] : []))
    expect(answers.every(answer => answer.rehearsal && answer.modelServed.startsWith('rehearsal/'))).toBe(true)
  })

  it('shares its line with another pipeline of the same key, and both stop at it together', async () => {
    const { provider, repository } = await create({ budget: 100, pipelines: [pipeline, other], callsPerIndicator: 100 })
    const together = [world.start(), world.start({ pipeline: other })]
    const ends = (await Promise.all(together.map(cli => cli.ended))).map(resultOf)
    expect(ends.map(end => [end.code, end.result.reason])).toEqual([
      [0, 'budget'],
      [0, 'budget'],
    ])
    expect(ends.reduce((sum, end) => sum + end.result.spent.sends, 0)).toBe(85)
    for (const name of [pipeline, other]) {
      const forced = await world.run({ pipeline: name, args: ['--force'] })
      expect(forced.result).toMatchObject({ outcome: 'rested', reason: 'budget', next: reset })
    }
    expect(await provider.stats()).toMatchObject({ total: 85, repeated: 0 })
    expect(repository.account().ledgers.calls).toMatchObject({ settled: 85, reservations: [] })
    for (const name of [pipeline, other]) expectCommitted(repository.of(name))
  })

  it('begins with one request at a time, whatever the account may allow, where OpenRouter gets all at once', async () => {
    for (const [protocol, most] of [
      ['zai', 1],
      ['openrouter', 4],
    ] as const) {
      await world?.remove()
      const { provider } = await create({ protocol, concurrency: 4, indicators: 5 })
      await provider.control('latency', { latencyMs: 60_000 })
      world.start()
      expect(await untilStuck(provider)).toBe(most)
    }
  })

  it('is one session of three that race, and the line holds', async () => {
    const { provider, repository } = await create({ budget: 40, callsPerIndicator: 40 })
    await provider.control('latency', { latencyMs: 2000 })
    const together = [world.start(), world.start(), world.start({ args: ['--force'] })]
    await until('the others rest', () => together.filter(cli => cli.isRunning()).length === 1)
    await provider.control('latency', { latencyMs: 0 })
    const ends = (await Promise.all(together.map(cli => cli.ended))).map(resultOf)
    expect(ends.map(end => end.result.reason).toSorted()).toEqual(['budget', 'held', 'held'])
    expect(await provider.stats()).toMatchObject({ total: 34, repeated: 0 })
    expect(repository.pipelineState().sessions).toBe(1)
    expectWhole(repository)
  })

  it('is never passed in dollars, though Z.AI tells no cost', async () => {
    const usd = 0.03
    const { provider, repository } = await create({ usd, indicators: 3, callsPerIndicator: 40, concurrency: 4 })
    expect(await world.run()).toMatchObject({ code: 0, result: { outcome: 'wrapped', reason: 'budget: dollars' } })
    const { usd: charged } = await provider.stats()
    const { settled = 0, reservations } = repository.account().ledgers.usdMicros ?? {}
    expect(reservations).toEqual([])
    expect(charged).toBeLessThanOrEqual(settled / 1e6)
    expect(settled / 1e6).toBeLessThanOrEqual(usd)
    expect(settled / 1e6).toBeGreaterThan(usd * 0.7)
    await world.run({ args: ['--force'] })
    expect((await provider.stats()).usd).toBe(charged)
    expectWhole(repository)
  })
})

describe('what Z.AI refuses', { timeout: 300_000 }, () => {
  let world: World
  afterEach(() => world?.remove())
  const create = async (options: WorldOptions = {}): Promise<World> => (world = await createWorld({ ...small, ...options }))

  it('is a balance (1113): one send, no retry, "no balance", and a person must act', async () => {
    const { provider, repository } = await create({ concurrency: 1 })
    const { code, result } = await world.run({ key: 'no-credit' })
    expect(code).toBe(2)
    expect(result).toMatchObject({ outcome: 'wrapped', spent: { sends: 1 } })
    expect(result.reason).toMatch(/^provider: .* says no balance: .*top it up.*1113/u)
    expect((await provider.stats()).total).toBe(1)
    expect(repository.tasks().map(task => task.attempts)).toEqual([0])
    expect(repository.account().ledgers.calls?.closed).toBeUndefined()
    // A balance comes back when somebody pays, not with the reset.
    expect(await world.run()).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
    expectWhole(repository)
  })

  it.each(['zai', 'openrouter'] as const)(
    "is the day's quota (1308) as said by %s: the window is closed for everyone with the key until its reset",
    async protocol => {
      const concurrency = 4
      const { provider, repository } = await create({ protocol, pipelines: [pipeline, other], concurrency })
      await provider.control('faults', { faults: 'quota:1' })
      const first = await world.run()
      expect(first).toMatchObject({ code: 0, result: { outcome: 'wrapped', next: reset } })
      expect(first.result.reason).toMatch(/^provider: .*quota is used up/u)
      const { total } = await provider.stats()
      expect(total).toBeLessThanOrEqual(concurrency)
      await provider.control('faults', { faults: '' })
      for (const name of [pipeline, other])
        for (const args of [[], ['--force']]) {
          const next = await world.run({ pipeline: name, args })
          expect(next).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'budget', next: reset } })
        }
      expect((await provider.stats()).total).toBe(total)
      expect(repository.tasks().map(task => task.attempts)).toEqual([0])
      await world.moveTo(nextMorning)
      for (const name of [pipeline, other])
        expect(await world.run({ pipeline: name })).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
      for (const name of [pipeline, other]) expectCommitted(repository.of(name))
    },
  )

  it("is the day's quota in the middle of a session: what was answered is kept, nothing beyond what was in flight is lost", async () => {
    const { provider, repository } = await create({ provider: { dailyLimit: 20 }, concurrency: 4 })
    const first = await world.run()
    expect(first.result.reason).toMatch(/quota is used up/u)
    const { total, generated } = await provider.stats()
    expect(generated).toBe(20)
    expect(total).toBeLessThanOrEqual(24)
    expect(callsIn(repository)).toBe(20)
    expect((await world.run({ args: ['--force'] })).result).toMatchObject({ outcome: 'rested', reason: 'budget' })
    expect((await provider.stats()).total).toBe(total)
    expectWhole(repository)
  })

  it('is unsafe content (1301): an outcome that is not asked again', async () => {
    const { provider, repository } = await create()
    await provider.control('faults', { faults: 'blocked:0.1' })
    expect(await world.run()).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
    const { total, repeated } = await provider.stats()
    expect({ calls: callsIn(repository), repeated }).toEqual({ calls: total, repeated: 0 })
    expectWhole(repository)
  })

  it('is speed (1302, 1303, 1305), and its other faults: all is finished, and nothing but what failed is sent again', async () => {
    const { provider, repository } = await create({ callsPerIndicator: 60 })
    await provider.control('faults', { faults })
    expect(await world.run()).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
    const { total, repeated } = await provider.stats()
    expect(total - callsIn(repository)).toBe(repeated)
    expectWhole(repository)
  })
})

describe('zai-institutional, killed at random moments', { timeout: 600_000 }, () => {
  let world: World
  afterEach(() => world?.remove())
  const kills = 8

  it.each([
    ['by a provider that answers', '', outstanding],
    ['by a provider that fails', faults, Number.POSITIVE_INFINITY],
  ])('loses and doubles nothing and never passes the line, %s', async (_, fault, bound) => {
    const random = seededRandom('institutional kills')
    world = await createWorld({ protocol: 'zai', pipelines: [pipeline], assignments: 2, concurrency: 8 })
    await world.provider.control('faults', { faults: fault })
    const reviewer = createReviewer(world.repository)
    await finish(world, await killManyTimes(world, { reviewer, random, kills, bound }))
    // A last look takes in what the reviewer merged.
    expect((await world.run()).result.reason).toBe('queue-empty')
    const { total, repeated } = await world.provider.stats()
    expect(repeated).toBeLessThanOrEqual(total - callsIn(world.repository))
    expectWhole(world.repository)
    reviewer.expectKept()
  })
})
