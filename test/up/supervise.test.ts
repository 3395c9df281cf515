import { assert, asyncProperty, array, constantFrom, integer, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PerpetualError } from '../../src/domain/errors.ts'
import { plusMs, toEpochMs } from '../../src/domain/instant.ts'
import { crash, createFakeCrew, good } from './fake-crew.ts'

const minute = 60_000

/** Seconds from one to the next. */
const gaps = (instants: readonly string[]): number[] =>
  instants.slice(1).map((each, index) => (toEpochMs(each) - toEpochMs(instants[index] ?? each)) / 1000)

describe('what up looks after', () => {
  it('begins every session that the plan says side by side, each once, and looks again every 30 s', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['a', 'b', 'c']
    crew.launch()
    await crew.clock.advance(5 * minute)
    expect(crew.processes.map(({ pipeline }) => pipeline)).toEqual(['a', 'b', 'c'])
    expect(crew.ticks.length).toBe(11)
  })

  it('looks again soon after a session has ended, and never twice within a second', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['a']
    crew.launch()
    await crew.clock.advance(12_000)
    crew.processes[0]?.end(good())
    await crew.clock.advance(0)
    expect(crew.startsOf('a')).toEqual(['2026-11-22T10:00:00.000Z', '2026-11-22T10:00:12.000Z'])
    crew.processes[1]?.end(good())
    await crew.clock.advance(999)
    expect(crew.processes.length).toBe(2)
    await crew.clock.advance(1)
    expect(crew.processes.length).toBe(3)
  })

  it('waits 5 s after a first failure, twice as long after each further one, 15 minutes at most, and leaves the others alone', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['broken', 'fine']
    crew.plan.onStart = process => process.pipeline === 'broken' && process.end(crash())
    crew.launch()
    await crew.clock.advance(60 * minute)
    expect(gaps(crew.startsOf('broken'))).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900])
    expect(crew.startsOf('fine').length).toBe(1)
    crew.processes.find(({ pipeline }) => pipeline === 'fine')?.end(good())
    await crew.clock.advance(1000)
    expect(crew.startsOf('fine').length).toBe(2)
    expect(crew.ticks.at(-1)?.has('broken')).toBe(true)
  })

  it('begins anew with 5 s after a session that worked', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['a']
    const ends = [crash(), crash(), crash(), good(), crash(), crash()]
    crew.plan.onStart = process => {
      const end = ends.shift()
      if (end !== undefined) process.end(end)
    }
    crew.launch()
    await crew.clock.advance(10 * minute)
    expect(gaps(crew.startsOf('a'))).toEqual([5, 10, 20, 1, 5, 10])
  })

  it('spreads what failed together by a quarter to either side', async () => {
    const drawn = [0, 0.999]
    const crew = createFakeCrew({ random: () => drawn.shift() ?? 0.5 })
    crew.plan.start = ['a', 'b']
    crew.plan.onStart = process => crew.processes.length <= 2 && process.end(crash())
    crew.launch()
    await crew.clock.advance(minute)
    expect([...gaps(crew.startsOf('a')), ...gaps(crew.startsOf('b'))].map(Math.round)).toEqual([4, 6])
  })

  it('leaves a wrong configuration for 15 minutes, or until it is changed, and tells it once', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['a']
    crew.plan.onStart = process => process.end(crash('perpetual: Expected `model` to be there\n', 2))
    crew.launch()
    await crew.clock.advance(29 * minute)
    expect(gaps(crew.startsOf('a'))).toEqual([900])
    expect(crew.lines.filter(text => text.includes('Expected `model`'))).toEqual([
      '10:00:00Z a: failed: Expected `model` to be there; tried again in 15:00, or when the configuration changes',
    ])
    crew.plan.tick = view => Promise.resolve({ ...view, configuration: 'two' })
    await crew.clock.advance(31_000)
    expect(crew.startsOf('a').length).toBe(3)
  })

  it('tells of a missing key once, and tries again every 15 minutes', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['a']
    crew.plan.onStart = process =>
      queueMicrotask(() => {
        process.told({ type: 'rested', reason: 'no-key', until: null })
        process.end(crash('perpetual: Expected the environment variable KEY to hold a key\n', 2))
      })
    crew.launch()
    await crew.clock.advance(40 * minute)
    expect(gaps(crew.startsOf('a'))).toEqual([900, 900])
    expect(crew.lines.filter(text => text.includes('KEY'))).toHaveLength(1)
    crew.ask()
    await crew.clock.advance(0)
    expect(crew.end()?.members[0]).toMatchObject({ tally: { failures: 0, sessions: 0 }, trouble: { type: 'no-key' } })
  })

  it('begins a session that finds nothing to do ever more rarely, and calls it no failure', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['a']
    crew.plan.onStart = process => process.end(good({ outcome: 'rested', reason: 'held', session: null, tasks: [] }))
    crew.launch()
    await crew.clock.advance(2 * minute)
    expect(gaps(crew.startsOf('a'))).toEqual([5, 10, 20, 40])
    expect(crew.lines.filter(text => text.includes('failed'))).toEqual([])
  })

  it('takes a session that its provider ended for a failure', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['a']
    crew.plan.onStart = process => process.end(good({ reason: 'provider: 127.0.0.1:9 could not be reached' }))
    crew.launch()
    await crew.clock.advance(minute)
    expect(gaps(crew.startsOf('a'))).toEqual([5, 10, 20])
    expect(crew.lines[0]).toBe(
      '10:00:00Z a: failed: the provider cannot be used at the moment (127.0.0.1:9 could not be reached); tried again in 0:05',
    )
  })
})

describe('what up says', () => {
  it('names the end of the rest where a session that its provider ended has wrapped', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['a']
    const next = '2026-11-22T10:40:00.000Z'
    crew.plan.onStart = process => process.end(good({ reason: 'provider: down', next }))
    crew.launch()
    await crew.clock.advance(0)
    expect(crew.lines[0]).toMatch(/; tried again in 40:00$/)
  })

  it('takes the claim of another process, which is renewed again and again, for nothing that comes next', async () => {
    const crew = createFakeCrew()
    crew.plan.tick = async view => {
      const held = { type: 'rest', reason: 'held', until: plusMs(view.at, 10 * minute), waitsFor: null } as const
      return { ...view, pipelines: [{ pipeline: 'a', decision: held, budget: null, usd: null, handoff: null }] }
    }
    crew.launch()
    await crew.clock.advance(5 * minute)
    expect(crew.lines).toEqual(['10:00:00Z a: a session of another process is at work', '10:00:00Z Nothing can work now.'])
  })
})

describe('a tick that fails', () => {
  const broken = () => Promise.reject(new PerpetualError('Expected the network, got none', { actBy: 'next-run' }))

  it('is told once, tried again with back-off, and leaves the sessions at work', async () => {
    const crew = createFakeCrew({ everyMs: 1000 })
    crew.plan.start = ['a']
    crew.launch()
    await crew.clock.advance(0)
    crew.plan.tick = broken
    await crew.clock.advance(60 * minute)
    expect(crew.ticks.length).toBeLessThan(25)
    expect(crew.running).toEqual(new Set(['a']))
    expect(crew.lines).toEqual(['10:00:01Z Cannot plan: Expected the network, got none; tried again in 0:05'])
    crew.plan.tick = view => Promise.resolve(view)
    await crew.clock.advance(5 * minute)
    expect(crew.lines.at(-1)).toMatch(/Planning works again/u)
  })

  it('that finds the configuration broken is tried again as often as any, so that a mended one counts at once', async () => {
    const crew = createFakeCrew()
    crew.launch()
    await crew.clock.advance(0)
    crew.plan.tick = () => Promise.reject(new PerpetualError('Expected a number', { actBy: 'fix-config' }))
    await crew.clock.advance(10 * minute)
    expect(crew.ticks.length).toBe(21)
    expect(crew.end()).toBeUndefined()
  })

  it('ends up only where it is the first one and the configuration is wrong, or where there is but one', async () => {
    const wrong = createFakeCrew()
    wrong.plan.tick = () => Promise.reject(new PerpetualError('Expected a number', { actBy: 'fix-config' }))
    await expect(wrong.begin()).rejects.toThrow('Expected a number')
    const once = createFakeCrew({ once: true })
    once.plan.tick = broken
    await expect(once.begin()).rejects.toThrow('Expected the network')
    const offline = createFakeCrew()
    offline.plan.tick = broken
    offline.plan.start = ['a']
    offline.launch()
    await offline.clock.advance(minute)
    offline.plan.tick = view => Promise.resolve(view)
    await offline.clock.advance(minute)
    expect(offline.running).toEqual(new Set(['a']))
  })

  it('or hangs does not keep it from ending', async () => {
    const crew = createFakeCrew()
    crew.plan.tick = () => new Promise(() => {})
    crew.launch()
    await crew.clock.advance(minute)
    crew.ask()
    await crew.clock.advance(0)
    expect(crew.end()).toMatchObject({ outcome: 'asked', ticks: 1 })
  })

  it('waits no longer for a clock that was set back', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['a']
    crew.launch()
    await crew.clock.advance(10_000)
    crew.clock.set('2026-11-22T04:00:00.000Z')
    // Its end wakes whoever waits for the next tick, which by the clock is six hours away.
    crew.processes[0]?.end(good())
    await crew.clock.advance(2 * minute)
    expect(crew.ticks.length).toBeGreaterThanOrEqual(4)
  })
})

describe('up that is asked to end', () => {
  it('asks each session once, waits for what it saves, and begins no other', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['a', 'b']
    crew.launch()
    await crew.clock.advance(minute)
    crew.ask()
    await crew.clock.advance(2000)
    crew.processes[0]?.end(good({ reason: 'asked' }))
    await crew.clock.advance(5000)
    expect(crew.end()).toBeUndefined()
    crew.processes[1]?.end(good({ reason: 'asked' }))
    await crew.clock.advance(0)
    expect(crew.processes.map(({ asked }) => asked)).toEqual([['stop'], ['stop']])
    expect(crew.end()).toMatchObject({ outcome: 'asked', members: [{ tally: { sessions: 1 } }, { tally: { sessions: 1 } }] })
    expect(crew.processes.length).toBe(2)
  })

  it('kills after 8 s what does not end, and is over within 10 s', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['a', 'stubborn']
    crew.launch()
    await crew.clock.advance(minute)
    crew.ask()
    await crew.clock.advance(0)
    crew.processes[0]?.end(good())
    await crew.clock.advance(7999)
    expect(crew.processes[1]?.asked).toEqual(['stop'])
    await crew.clock.advance(1)
    expect(crew.processes[1]?.asked).toEqual(['stop', 'kill'])
    await crew.clock.advance(1000)
    expect(crew.end()?.outcome).toBe('asked')
    expect(crew.lines.at(-1)).toMatch(/stubborn: did not end in time and was killed/u)
  })

  it('takes no end of a session that it stopped for a failure', async () => {
    const crew = createFakeCrew()
    crew.plan.start = ['a']
    crew.launch()
    await crew.clock.advance(1)
    crew.ask()
    await crew.clock.advance(0)
    crew.processes[0]?.end({ code: 143, signal: null, stdout: '', stderr: '', error: null })
    await crew.clock.advance(0)
    expect(crew.end()?.members[0]).toMatchObject({ trouble: null, tally: { failures: 0 } })
  })

  it('with --once ends by itself after what could work at the beginning', async () => {
    const crew = createFakeCrew({ once: true })
    crew.plan.start = ['a', 'b']
    crew.launch()
    await crew.clock.advance(60 * minute)
    crew.processes[0]?.end(good())
    await crew.clock.advance(minute)
    expect(crew.end()).toBeUndefined()
    crew.processes[1]?.end(crash())
    await crew.clock.advance(0)
    expect(crew.end()).toMatchObject({ outcome: 'done', ticks: 1 })
    expect(crew.processes.length).toBe(2)
  })
})

describe('whatever happens', () => {
  const step = record({
    does: constantFrom('wait', 'end', 'crash', 'misconfigured', 'break the tick', 'mend the tick', 'reconfigure'),
    of: constantFrom('a', 'b', 'c'),
    seconds: integer({ min: 0, max: 1200 }),
  })

  it('no pipeline has two sessions, and none is asked twice', async () => {
    await assert(
      asyncProperty(array(step, { maxLength: 25 }), async steps => {
        const crew = createFakeCrew()
        let configuration = 0
        const works: typeof crew.plan.tick = view => Promise.resolve({ ...view, configuration: String(configuration) })
        crew.plan.start = ['a', 'b', 'c']
        crew.plan.tick = works
        crew.launch()
        for (const { does, of, seconds } of steps) {
          const own = crew.processes.findLast(({ pipeline }) => pipeline === of)
          if (does === 'end') own?.end(good())
          if (does === 'crash') own?.end(crash())
          if (does === 'misconfigured') own?.end(crash('', 2))
          if (does === 'reconfigure') configuration += 1
          if (does === 'break the tick') crew.plan.tick = () => Promise.reject(new Error('no network'))
          if (does === 'mend the tick') crew.plan.tick = works
          await crew.clock.advance(seconds * 1000)
        }
        crew.ask()
        await crew.clock.advance(10_000)
        // A pipeline that had two at once would have thrown, and `up` would not have come to its end.
        expect(crew.end()?.outcome).toBe('asked')
        for (const { asked } of crew.processes) expect(asked.filter(each => each === 'stop').length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 10 },
    )
  })
})
