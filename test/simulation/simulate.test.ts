import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulate } from '../../src/simulation/simulate.ts'
import { holdToPromises } from './promises.ts'
import { anyMonth, modelOf, smallModel } from './small-model.ts'

/** Alone with its key, with reviewers who are never full and tasks that never run out: nothing but its line holds it up. */
function busyModel() {
  const model = smallModel({
    days: 6,
    start: '2026-12-01T07:31:00.000Z',
    cron: { everyMinutes: 60, lateMinutes: 3, dropped: 0, twice: 0 },
  })
  const { alpha } = model.yields
  if (alpha === undefined) throw new Error('alpha has a yield')
  const config = { ...model.config, reviews: { ...model.config.reviews, maxWaiting: 10_000 } }
  return { ...model, config, yields: { alpha }, beginning: { database: 0, queue: { alpha: 100 }, proposals: false } }
}

describe('a simulation', () => {
  it('brings the same trace from the same model, and another one from another seed', () => {
    const model = modelOf(fc.sample(anyMonth(4), { seed: 5, numRuns: 1 })[0] ?? missing())
    expect(simulate(model)).toEqual(simulate(model))
    expect(simulate({ ...model, seed: model.seed + 1 })).not.toEqual(simulate(model))
  })

  it('uses each window exactly to its line in calm days with enough work', () => {
    const counted: (readonly number[])[] = []
    const model = busyModel()
    simulate(model, {
      tick: ({ provider }) => counted.push([...(provider.counted.get('key')?.values() ?? [])].map(({ sends }) => sends)),
    })
    const days = counted.at(-1) ?? []
    expect(days.length).toBeGreaterThanOrEqual(6)
    expect(days.slice(0, -1).every(sends => sends === 85)).toBe(true)
  })

  it('sends no more than the line in any day of the provider, whose clock is off by most of a minute, with a session at work at the reset', () => {
    const days: number[] = []
    // Its first volley of requests ends, and is settled, just before the day begins anew.
    const cron = { everyMinutes: 60, lateMinutes: 0, dropped: 0, twice: 0 }
    for (let seed = 0; seed < 8; seed += 1)
      simulate(
        { ...busyModel(), cron, days: 1, seed, start: '2026-12-01T07:27:50.000Z' },
        { tick: ({ provider }) => days.push(...[...(provider.counted.get('key')?.values() ?? [])].map(({ sends }) => sends)) },
      )
    expect(Math.max(...days)).toBe(85)
  })

  it('counts what comes in: rows of the database are what reviewers kept and integration took', () => {
    const { trace } = holdToPromises(smallModel({ days: 6 }))
    const sum = (count: (day: (typeof trace.days)[number]) => number): number =>
      trace.days.reduce((total, day) => total + count(day), 0)
    expect(sum(day => day.added)).toBe(trace.database)
    expect(trace.database).toBeGreaterThan(100)
    expect(sum(day => day.delivered)).toBeLessThanOrEqual(sum(day => day.accepted))
    expect(sum(day => day.merged) + sum(day => day.rejected)).toBeLessThanOrEqual(sum(day => day.delivered))
  })

  it('keeps every promise in random weeks', () => {
    let commits = 0
    fc.assert(
      fc.property(anyMonth(7), week => {
        commits += holdToPromises(modelOf(week)).seen.commits
      }),
      { numRuns: 8, endOnFailure: true },
    )
    expect(commits).toBeGreaterThan(1000)
  })
})

function missing(): never {
  throw new Error('Nothing was drawn')
}
