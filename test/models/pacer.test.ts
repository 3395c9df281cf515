import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPacer, type Release } from '../../src/models/pacer.ts'
import { afterRefusal, afterSuccess, fullSpeed, recovered } from '../../src/models/speed.ts'
import { createManualTimer } from './manual-timer.ts'

const never = new AbortController().signal

/** Takes turns and notes when each came. */
const startTaking = (pacer: ReturnType<typeof createPacer>, timer: { nowMs(): number }) => {
  const granted: { name: string; atMs: number; release: Release }[] = []
  return {
    granted,
    names: () => granted.map(({ name }) => name),
    take: (name: string, turn: 'new' | 'retry' = 'new', signal = never): Promise<void> =>
      pacer.acquire(signal, turn).then(release => void granted.push({ name, atMs: timer.nowMs(), release })),
  }
}

describe('turns', () => {
  test('without a cap as many as the concurrency go at once, first come, first served', async () => {
    const { timer, advance } = createManualTimer()
    const { take, names, granted } = startTaking(createPacer({ requestsPerMinute: null, concurrency: 2 }, timer), timer)
    for (const name of ['a', 'b', 'c', 'd']) void take(name)
    await advance(0)
    expect(names()).toEqual(['a', 'b'])
    granted[1]?.release({ outcome: 'ok' })
    granted[0]?.release({ outcome: 'ok' })
    await advance(0)
    expect(names()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('a retry goes before what has not been sent yet, and retries keep their order', async () => {
    const { timer, advance } = createManualTimer()
    const { take, names, granted } = startTaking(createPacer({ requestsPerMinute: null, concurrency: 1 }, timer), timer)
    void take('first')
    void take('new')
    void take('retry 1', 'retry')
    void take('retry 2', 'retry')
    for (let n = 0; n < 3; n += 1) {
      await advance(0)
      granted.at(-1)?.release({ outcome: 'ok' })
    }
    await advance(0)
    expect(names()).toEqual(['first', 'retry 1', 'retry 2', 'new'])
  })

  test('the rate of an account is kept: twenty a minute are one in three seconds', async () => {
    const { timer, advance } = createManualTimer()
    const { take, granted } = startTaking(createPacer({ requestsPerMinute: 20, concurrency: 8 }, timer), timer)
    for (let n = 0; n < 5; n += 1) void take(String(n)).then(() => granted.at(-1)?.release({ outcome: 'ok' }))
    await advance(60_000)
    expect(granted.map(({ atMs }) => atMs)).toEqual([0, 3000, 6000, 9000, 12_000])
  })

  test('no window holds more sends than the rate and the burst allow, whatever the pattern', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 60, max: 6000 }),
        fc.array(fc.record({ gapMs: fc.nat(400), count: fc.integer({ min: 1, max: 20 }) }), { maxLength: 10 }),
        async (requestsPerMinute, arrivals) => {
          const { timer, advance } = createManualTimer()
          const { take, granted } = startTaking(createPacer({ requestsPerMinute, concurrency: 50 }, timer), timer)
          for (const { gapMs, count } of arrivals) {
            for (let n = 0; n < count; n += 1) void take('x').then(() => granted.at(-1)?.release({ outcome: 'ok' }))
            await advance(gapMs)
          }
          await advance(10_000)
          const times = granted.map(({ atMs }) => atMs)
          for (const [index, from] of times.entries()) {
            const inWindow = times.slice(index).filter(atMs => atMs < from + 1000).length
            expect(inWindow).toBeLessThanOrEqual(Math.floor(requestsPerMinute / 60 + 5) + 1)
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  test('one pause holds everybody back', async () => {
    const { timer, advance } = createManualTimer()
    const { take, names, granted } = startTaking(createPacer({ requestsPerMinute: null, concurrency: 4 }, timer), timer)
    void take('refused')
    await advance(0)
    granted[0]?.release({ outcome: 'rate-limited', pauseMs: 5000 })
    void take('a')
    void take('b')
    await advance(4999)
    expect(names()).toEqual(['refused'])
    await advance(1)
    expect(names()).toContain('a')
  })

  test('a turn that is not used is given back at once', async () => {
    const { timer, advance } = createManualTimer()
    const { take, granted } = startTaking(createPacer({ requestsPerMinute: 1, concurrency: 1 }, timer), timer)
    for (let n = 0; n < 50; n += 1) void take('unused').then(() => granted.at(-1)?.release({ outcome: 'unused' }))
    await advance(0)
    expect(granted).toHaveLength(50)
  })

  test('giving a turn back twice counts once', async () => {
    const { timer } = createManualTimer()
    const pacer = createPacer({ requestsPerMinute: null, concurrency: 1 }, timer)
    const release = await pacer.acquire(never)
    release({ outcome: 'ok' })
    release({ outcome: 'ok' })
    expect(pacer.pace().active).toBe(0)
    await pacer.acquire(never)
    expect(pacer.pace().active).toBe(1)
  })

  test('who is called off leaves the line, takes no turn and leaves no alarm', async () => {
    const { timer, advance, alarms } = createManualTimer()
    const pacer = createPacer({ requestsPerMinute: 1, concurrency: 9 }, timer)
    const { take, names } = startTaking(pacer, timer)
    void take('first')
    const controller = new AbortController()
    const left = take('left', 'new', controller.signal)
    await advance(10)
    expect(alarms()).toBe(1)
    controller.abort(new Error('enough'))
    await expect(left).rejects.toThrow('enough')
    expect(alarms()).toBe(0)
    expect(pacer.pace().waiting).toBe(0)
    await expect(pacer.acquire(controller.signal)).rejects.toThrow('enough')
    void take('second')
    await advance(60_000)
    expect(names()).toEqual(['first', 'second'])
  })
})

describe('speed', () => {
  const limits = { requestsPerMinute: 6000, concurrency: 32 }

  test('a refusal cuts rate and concurrency once, however many sends were in flight', () => {
    const cut = afterRefusal(fullSpeed(limits), { startedAtMs: 10, nowMs: 20 }, limits)
    expect(cut).toMatchObject({ ratePerSecond: 70, concurrency: 24 })
    expect(afterRefusal(cut, { startedAtMs: 15, nowMs: 25 }, limits)).toBe(cut)
    expect(afterRefusal(cut, { startedAtMs: 21, nowMs: 30 }, limits)).toMatchObject({ concurrency: 18 })
  })

  test('twenty-five successes bring one more at a time, never above what is configured', () => {
    let speed = { ...fullSpeed(limits), concurrency: 30 }
    for (let n = 0; n < 25; n += 1) speed = { ...afterSuccess(speed, limits) }
    expect(speed.concurrency).toBe(31)
    for (let n = 0; n < 500; n += 1) speed = { ...afterSuccess(speed, limits) }
    expect(speed.concurrency).toBe(32)
  })

  test('a slow start adds one more after each round of successes up to the limit, and one in 25 after a refusal', () => {
    const slow = { requestsPerMinute: null, concurrency: 4, firstConcurrency: 1 }
    let speed = fullSpeed(slow)
    const climb: number[] = []
    for (let n = 0; n < 12; n += 1) {
      climb.push(speed.concurrency)
      speed = afterSuccess(speed, slow)
    }
    expect(climb).toEqual([1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4])
    speed = afterRefusal(speed, { startedAtMs: 10, nowMs: 20 }, slow)
    expect(speed.concurrency).toBe(3)
    for (let n = 0; n < 24; n += 1) speed = afterSuccess(speed, slow)
    expect(speed.concurrency).toBe(3)
    expect(afterSuccess(speed, slow).concurrency).toBe(4)
  })

  test('where no cap is known, the concurrency alone is cut', () => {
    const unknown = { requestsPerMinute: null, concurrency: 32 }
    const cut = afterRefusal(fullSpeed(unknown), { startedAtMs: 10, nowMs: 20 }, unknown)
    expect(cut).toMatchObject({ ratePerSecond: null, concurrency: 24 })
  })

  test('a full minute without a refusal brings back the whole rate, however slow it was', () => {
    let speed = fullSpeed(limits)
    for (let n = 0; n < 50; n += 1) speed = afterRefusal(speed, { startedAtMs: n + 0.5, nowMs: n + 1 }, limits)
    expect(speed.ratePerSecond).toBe(5)
    expect(recovered(speed, 60_000, limits).ratePerSecond).toBe(100)
  })

  test('whatever happens, it stays between a crawl and the limits', () => {
    const events = fc.array(
      fc.oneof(fc.constant('ok' as const), fc.constant('refused' as const), fc.constant('second' as const)),
      { maxLength: 300 },
    )
    const limit = fc.record({
      requestsPerMinute: fc.option(fc.integer({ min: 1, max: 10_000 })),
      concurrency: fc.integer({ min: 1, max: 64 }),
      firstConcurrency: fc.option(fc.integer({ min: 1, max: 64 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(limit, events, (some, happened) => {
        let speed = fullSpeed(some)
        happened.forEach((event, index) => {
          if (event === 'ok') speed = afterSuccess(speed, some)
          if (event === 'refused') speed = afterRefusal(speed, { startedAtMs: index, nowMs: index + 0.5 }, some)
          if (event === 'second') speed = recovered(speed, 1000, some)
          expect(speed.concurrency).toBeGreaterThanOrEqual(1)
          expect(speed.concurrency).toBeLessThanOrEqual(some.concurrency)
          expect(Number.isInteger(speed.concurrency)).toBe(true)
          expect(speed.ratePerSecond ?? 1).toBeGreaterThan(0)
          expect(speed.ratePerSecond ?? 0).toBeLessThanOrEqual(
            some.requestsPerMinute === null ? Infinity : some.requestsPerMinute / 60,
          )
        })
      }),
    )
  })
})
