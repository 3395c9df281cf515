import { describe, expect, it } from 'vitest'
import { forecastOf as forecast } from '../../src/simulation/forecast.ts'
import type { Trace } from '../../src/simulation/model.ts'
import { defaultConfig, makeDay, makeTrace, pipelineDay } from './made-forecast.ts'

const forecastOf = (traces: readonly Trace[]) =>
  forecast(traces, { config: defaultConfig, days: Math.max(...traces.map(({ days }) => days.length)) })

describe('a forecast', () => {
  it('leaves the beginning out of its means, and what comes after the goal', () => {
    const days = [
      ...Array.from({ length: 3 }, () => 0),
      ...Array.from({ length: 17 }, () => 100),
      ...Array.from({ length: 10 }, () => 7000),
    ]
    const trace = { days: days.map(added => makeDay({ added, usd: added / 100 })), database: 0, goalDay: 20 }
    const { pairsPerDay, usd, warmUpDays } = forecastOf([trace])
    expect(warmUpDays).toBe(3)
    expect(pairsPerDay).toEqual({ mean: 100, p10: 100, p50: 100, p90: 100 })
    expect(usd).toEqual({ perDay: 1, total: expect.closeTo(717, 5) as unknown, perPair: 0.01, byAccount: {} })
  })

  it('says for which share of the runs a day is late enough, and nothing where too few get there', () => {
    const traces = [10, 20, 30, null].map(goalDay => makeTrace(40, { added: 1 }, { goalDay }))
    expect(forecastOf(traces)).toMatchObject({ goalDay: { p10: 10, p50: 20, p90: null }, reached: 0.75 })
  })

  it('has no dollars a pair where no pair came', () => {
    expect(forecastOf([makeTrace(10, { usd: 3 })]).usd).toMatchObject({ perDay: 3, total: 30, perPair: null })
  })

  it('takes the busiest hour of all days and runs', () => {
    const busy = { ...makeTrace(10, { githubRequestsInHour: 5 }), days: [makeDay({ githubRequestsInHour: 700 })] }
    expect(forecastOf([makeTrace(10, { githubRequestsInHour: 5 }), busy]).githubRequests.mostInHour).toBe(700)
  })

  it('ranks what a pipeline waited for by its share of the time', () => {
    const day = pipelineDay({ accepted: 40, usedOfLine: 0.5, restHours: { budget: 6, reviews: 12, cooling: 0 } })
    const [pipeline] = forecastOf([makeTrace(10, { pipelines: { research: day } })]).pipelines
    expect(pipeline).toEqual({
      pipeline: 'research',
      acceptedPerDay: 40,
      sendsPerDay: 0,
      sessionsPerDay: 0,
      usedOfLine: 0.5,
      usedOfDollars: null,
      rests: [
        { reason: 'reviews', share: 0.5 },
        { reason: 'budget', share: 0.25 },
      ],
    })
  })

  it('says how much of an account’s dollars is used, by whoever uses it; of several accounts together', () => {
    const pipelines = { 'droid-research': pipelineDay({}), 'droid-eastern': pipelineDay({}) }
    const day = { usd: 2.5, usdByAccount: { openrouter: 1.5, gemini: 1 }, pipelines }
    const made = forecastOf([makeTrace(10, day)])
    expect(made.usd.byAccount).toEqual({ gemini: 1, openrouter: 1.5 })
    expect(made.pipelines.map(each => each.usedOfDollars)).toEqual([0.75, 0.25])
  })

  it('takes ten thousand runs’ days without a stack that ends', () => {
    const many = Array.from({ length: 400 }, () => makeTrace(365, { added: 1, githubRequestsInHour: 1 }))
    expect(forecastOf(many).pairsPerDay.mean).toBe(1)
  })
})
