import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantSchema, plusMs, toEpochMs, toInstant } from '../../src/domain/instant.ts'
import { dayWindowAt, guardEndsAt, guardMs, windowSchema } from '../../src/domain/window.ts'

const dayMs = 86_400_000
const instants = fc.integer({ min: Date.UTC(2001, 0, 1), max: Date.UTC(2090, 0, 1) }).map(toInstant)
const resetMinutes = fc.integer({ min: 0, max: 1439 })

describe('the window of a day', () => {
  it('contains the moment it is asked for, lasts a day and begins at the reset, at whatever minute that is', () => {
    fc.assert(
      fc.property(instants, resetMinutes, (now, resetMinute) => {
        const window = dayWindowAt(now, resetMinute)
        expect(windowSchema.safeParse(window).success).toBe(true)
        expect(window.from <= now && now < window.to).toBe(true)
        expect(toEpochMs(window.to) - toEpochMs(window.from)).toBe(dayMs)
        const from = new Date(window.from)
        expect(from.getUTCHours() * 60 + from.getUTCMinutes()).toBe(resetMinute)
        expect(from.getUTCSeconds() + from.getUTCMilliseconds()).toBe(0)
      }),
    )
  })

  it('is the same for every moment in it, and the next one begins where it ends', () => {
    fc.assert(
      fc.property(instants, resetMinutes, fc.integer({ min: 0, max: dayMs - 1 }), (now, resetMinute, intoMs) => {
        const window = dayWindowAt(now, resetMinute)
        expect(dayWindowAt(plusMs(window.from, intoMs), resetMinute)).toEqual(window)
        expect(dayWindowAt(window.to, resetMinute).from).toBe(window.to)
      }),
    )
  })

  it.each([
    ['2026-03-10T07:29:59.999Z', 450, '2026-03-09T07:30:00.000Z'],
    ['2026-03-10T07:30:00.000Z', 450, '2026-03-10T07:30:00.000Z'],
    ['2026-01-01T00:00:00.000Z', 1439, '2025-12-31T23:59:00.000Z'],
    ['2024-02-29T23:59:59.999Z', 0, '2024-02-29T00:00:00.000Z'],
    ['2026-03-29T01:30:00.000Z', 61, '2026-03-29T01:01:00.000Z'],
  ])('at %s with a reset at minute %i began at %s', (now, resetMinute, from) => {
    expect(dayWindowAt(now, resetMinute).from).toBe(from)
  })
})

describe('the guard band', () => {
  const window = { from: '2026-03-10T07:31:00.000Z', to: '2026-03-11T07:31:00.000Z' }

  it.each([
    ['a minute before the reset', plusMs(window.to, -guardMs), null],
    ['a millisecond later', plusMs(window.to, 1 - guardMs), plusMs(window.to, guardMs)],
    ['at the reset', window.to, plusMs(window.to, guardMs)],
    ['a millisecond before it ends', plusMs(window.to, guardMs - 1), plusMs(window.to, guardMs)],
    ['a minute after the reset', plusMs(window.to, guardMs), null],
    ['right after the beginning', plusMs(window.from, 1), plusMs(window.from, guardMs)],
    ['in the middle of the day', '2026-03-10T19:00:00.000Z', null],
  ])('%s says when sending is allowed again', (_title, now, expected) => {
    expect(guardEndsAt(now, window)).toBe(expected)
  })

  it('is left by the moment that it names, and holds nowhere but within a minute of a reset', () => {
    fc.assert(
      fc.property(instants, resetMinutes, (now, resetMinute) => {
        const own = dayWindowAt(now, resetMinute)
        const end = guardEndsAt(now, own)
        const nearestMs = Math.min(toEpochMs(now) - toEpochMs(own.from), toEpochMs(own.to) - toEpochMs(now))
        expect(end !== null).toBe(nearestMs < guardMs)
        if (end === null) return
        expect(end > now).toBe(true)
        expect(guardEndsAt(end, dayWindowAt(end, resetMinute))).toBeNull()
      }),
    )
  })
})

describe('an instant', () => {
  it('compares as a string as it does in time', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(a < b).toBe(toEpochMs(a) < toEpochMs(b))
        expect(instantSchema.safeParse(a).success).toBe(true)
      }),
    )
  })

  it.each([
    '2026-03-10T12:00:00Z',
    '2026-03-10T12:00:00.000+01:00',
    '2026-03-10T12:00:00.0000Z',
    '2026-02-30T12:00:00.000Z',
    'now',
  ])('is not %s', text => {
    expect(instantSchema.safeParse(text).success).toBe(false)
  })
})
