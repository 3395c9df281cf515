import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusMs, toEpochMs, toInstant, type Instant } from '../../src/domain/instant.ts'
import { isCutShort, restsUntil } from '../../src/session/schedule.ts'
import { hourMs, minuteMs, noon } from '../domain/samples.ts'

/** Plays ticks against a pipeline whose sessions each last as long; gives when they began. */
function sessionsOf(
  ticks: readonly Instant[],
  { everyMs, cooldownMs, sessionMs }: { readonly everyMs: number; readonly cooldownMs: number; readonly sessionMs: number },
): readonly Instant[] {
  const begun: Instant[] = []
  let rests: Instant | null = null
  for (const at of ticks) {
    if (rests !== null && rests > at) continue
    begun.push(at)
    rests = restsUntil({ everyMs, cooldownMs }, { startedAt: at, endedAt: plusMs(at, sessionMs), isCutShort: false })
  }
  return begun
}

const spanOf = (instant: Instant, everyMs: number): number => Math.floor(toEpochMs(instant) / everyMs)
const isOnce = (values: readonly number[]): boolean => new Set(values).size === values.length

describe('when the next session may begin', () => {
  const at = (time: string): Instant => `2026-03-10T${time}:00.000Z`
  const last = (startedAt: string, endedAt: string) => ({ startedAt: at(startedAt), endedAt: at(endedAt) })
  it.each([
    { every: 2, cooldown: 30, from: '12:17', to: '12:40', next: '14:00' },
    { every: 2, cooldown: 30, from: '13:59', to: '14:10', next: '14:40' },
    { every: 2, cooldown: 30, from: '12:17', to: '13:50', next: '14:20' },
    { every: 0, cooldown: 30, from: '12:17', to: '12:40', next: '13:10' },
    { every: 1, cooldown: 0, from: '12:00', to: '12:00', next: '13:00' },
    { every: 24, cooldown: 30, from: '00:01', to: '09:00', next: '24:00' },
    { every: 2, cooldown: 0, from: '08:30', to: '15:10', next: '15:10' },
  ])('with a session every $every h and $cooldown min between them, after one from $from to $to, is $next', each => {
    const setting = { everyMs: each.every * hourMs, cooldownMs: each.cooldown * minuteMs }
    const next = each.next === '24:00' ? '2026-03-11T00:00:00.000Z' : at(each.next)
    expect(restsUntil(setting, { ...last(each.from, each.to), isCutShort: false })).toBe(next)
  })
})

describe('ticks that come late, twice or not at all', () => {
  const everyMs = 2 * hourMs
  const spans = 40
  const begin = toInstant(Math.ceil(toEpochMs(noon) / everyMs) * everyMs)
  const spanAt = (span: number, withinMs: number): Instant => plusMs(begin, span * everyMs + withinMs)

  it('lose no span where each has a tick, however late in it, while a session and its cooldown end before the next tick', () => {
    const late = fc.array(fc.integer({ min: 0, max: everyMs - 1 }), { minLength: spans, maxLength: spans })
    fc.assert(
      fc.property(late, lates => {
        const ticks = lates.map((lateMs, span) => spanAt(span, lateMs))
        expect(sessionsOf(ticks, { everyMs, cooldownMs: 0, sessionMs: 0 })).toEqual(ticks)
      }),
    )
  })

  it('begin one session a span, however many there are of them', () => {
    const many = fc.array(fc.integer({ min: 0, max: spans * everyMs - 1 }), { minLength: 1, maxLength: 300 })
    const durations = fc.integer({ min: 0, max: 5 * hourMs })
    fc.assert(
      fc.property(many, durations, durations, (offsets, cooldownMs, sessionMs) => {
        const ticks = offsets.toSorted((a, b) => a - b).map(offset => plusMs(begin, offset))
        const begun = sessionsOf(ticks, { everyMs, cooldownMs, sessionMs })
        expect(isOnce(begun.map(instant => spanOf(instant, everyMs)))).toBe(true)
        const gaps = begun.slice(1).map((from, index) => toEpochMs(from) - toEpochMs(begun[index] ?? ''))
        expect(gaps.filter(gap => gap < cooldownMs + sessionMs)).toEqual([])
      }),
    )
  })

  it('are made up by the next one in the same span where they were dropped, and cost their span alone where there is none', () => {
    const drops = fc.array(fc.boolean(), { minLength: spans * 4, maxLength: spans * 4 })
    fc.assert(
      fc.property(drops, dropped => {
        const ticks = dropped.flatMap((isDropped, nth) => (isDropped ? [] : [spanAt(0, nth * 30 * minuteMs)]))
        const begun = sessionsOf(ticks, { everyMs, cooldownMs: 5 * minuteMs, sessionMs: 10 * minuteMs })
        const spansWithTick = new Set(ticks.map(tick => spanOf(tick, everyMs)))
        expect(begun.map(instant => spanOf(instant, everyMs))).toEqual([...spansWithTick])
      }),
    )
  })

  it('leaves its span to the next one where it was asked to stop, or its provider gave nothing', () => {
    const setting = { everyMs: 7_200_000, cooldownMs: 60_000 }
    const ended = { startedAt: '2026-11-23T10:05:00.000Z', endedAt: '2026-11-23T10:06:00.000Z' }
    const after = (reason: string, calls: number) => restsUntil(setting, { ...ended, isCutShort: isCutShort(reason, { calls }) })
    expect(after('asked', 7)).toBe('2026-11-23T10:07:00.000Z')
    expect(after('provider: connect ECONNREFUSED', 0)).toBe('2026-11-23T10:07:00.000Z')
    for (const [reason, calls] of [
      ['provider: 503', 7],
      ['queue-empty', 0],
      ['deadline', 3],
    ] as const)
      expect(after(reason, calls)).toBe('2026-11-23T12:00:00.000Z')
  })
})
