import { describe, expect, it } from 'vitest'
import { describeBinding, renderSimulation, simulatedCase, type Simulation } from '../../src/report/simulation.ts'
import { forecastOf } from '../../src/simulation/forecast.ts'
import type { Trace } from '../../src/simulation/model.ts'
import type { Fact } from '../../src/simulation/yields.ts'
import { defaultConfig, makeTrace, pipelineDay } from '../simulation/made-forecast.ts'

const facts: readonly Fact[] = [
  { pipeline: 'droid-research', what: 'pairs a unit', value: 70.25, source: 'measured', from: '12 ended units' },
  { pipeline: 'droid-research', what: 'calls a unit', value: 100, source: 'configuration', from: '' },
  { pipeline: 'droid-research', what: 'dollars a request', value: 0.01103, source: 'estimate', from: '' },
  { pipeline: null, what: 'of the parts are merged', value: 0.9, source: 'estimate', from: '' },
  { pipeline: null, what: 'hours until a part is reviewed', value: 12, source: 'asked', from: '' },
]

const traceOf = (added: number, goalDay: number | null): Trace =>
  makeTrace(
    60,
    {
      added,
      usd: 3.5,
      usdByAccount: { openrouter: 1.9 },
      githubRequests: 740,
      githubRequestsInHour: 313,
      runnerMinutes: 48.8,
      pipelines: {
        'droid-research': pipelineDay({ accepted: added, usedOfLine: 0.2, restHours: { budget: 15, cooling: 1 } }),
        'zai-implementation': pipelineDay({ restHours: { unsupported: 23 } }),
      },
    },
    { goalDay },
  )

const caseOf = (added: number, goalDay: number | null) =>
  simulatedCase('2026-12-01', {
    goal: 30_000,
    forecast: forecastOf([traceOf(added, goalDay), traceOf(added, null)], { config: defaultConfig, days: 60 }),
    facts,
  })

const simulation: Simulation = {
  from: '2026-12-01',
  seed: 7,
  of: 'this repository as it stands',
  baseline: caseOf(540, null),
  whatIf: { ...caseOf(812, 38), asked: ['accounts.openrouter.limits.usd.budget=4', 'simulation.reviews.delay=12h'] },
  advice: {
    target: 1000,
    alone: [
      { change: 'reviews.maxWaiting=16', resource: 'reviewers', pairsPerDay: 120.4, usdPerDay: 1.41 },
      { change: 'simulation.cron.every=30m', resource: 'ticks', pairsPerDay: 20, usdPerDay: -0.1 },
    ],
    together: {
      changes: ['reviews.maxWaiting=16', 'accounts.openrouter.limits.usd.budget=8'],
      pairsPerDay: 1033,
      usdPerDay: 9.25,
    },
  },
}

const golden = `60 days from 2026-12-01, 2 runs, seed 7: this repository as it stands.
What if accounts.openrouter.limits.usd.budget=4
What if simulation.reviews.delay=12h

                                                as it stands      with the what-if
Pairs a day that reach the database                      540                   812
  one day in ten brings less than                        540                   812
  one day in two brings less than                        540                   812
  nine days in ten bring less than                       540                   812
Goal                                                  30,000                30,000
  one run in ten is there by                  not in 60 days            2027-01-07
  one run in two is there by                  not in 60 days            2027-01-07
  nine runs in ten are there by               not in 60 days        not in 60 days
Dollars a day                                          $3.50                 $3.50
  in all, up to the goal                             $210.00               $210.00
  a pair                                             $0.0065               $0.0043
Requests to GitHub a day                                 740                   740
  most in an hour                               313 of 1,000          313 of 1,000
Runner minutes a month                                 1,464                 1,464

Means are of the days after the first 6, up to the goal.
A private repository on the Free plan has 2,000 minutes a month; for a public one they are free.

PIPELINE              PAIRS  OF LINE  WHAT HOLDS IT UP
droid-research          812   20.0 %  the dollars of its account are used up
zai-implementation        0    0.0 %  not run by this version

What binds most: reviewers.
That is less than 1,000 pairs a day. What would bring more, each by itself:
  +120 pairs, +$1.41 a day          --what-if reviews.maxWaiting=16
  +20 pairs, -$0.10 a day           --what-if simulation.cron.every=30m

Together these come to 1,033 pairs and $9.25 a day:
  --what-if reviews.maxWaiting=16
  --what-if accounts.openrouter.limits.usd.budget=8

What it reckons with:
  droid-research
    measured here: 70.3 pairs a unit (12 ended units)
    configuration and tasks: 100 calls a unit
    estimates: $0.011 a request
  people and cron
    estimates: 90 % of the parts are merged
    asked for: 12 hours until a part is reviewed`

describe('a simulation, for a terminal', () => {
  it('shows what stands there beside what would be, what binds, what to type, and where the numbers come from', () => {
    expect(renderSimulation(simulation)).toBe(golden)
  })

  it('says so where the target is reached, and shows one column where nothing was asked for', () => {
    const reached = { ...simulation, baseline: caseOf(1200, 25), whatIf: null }
    const text = renderSimulation(reached)
    expect(text).toContain('That is 1,000 pairs a day or more. What would bring more, each by itself:')
    expect(text).not.toContain('Together')
    expect(text).not.toContain('as it stands      ')
  })

  it('stays within 100 columns, with a thousand pipelines of long names and facts too', () => {
    const name = (index: number): string => `pipeline-${index}-`.padEnd(40, 'x')
    const day = pipelineDay({ restHours: { budget: 24 } })
    const pipelines = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [name(index), day]))
    const many = Array.from({ length: 1000 }, (_, index): Fact => ({
      pipeline: name(index),
      what: 'pairs a unit',
      value: index,
      source: 'estimate',
      from: '',
    }))
    const big = simulatedCase('2026-12-01', {
      goal: 1_000_000,
      forecast: forecastOf([makeTrace(30, { pipelines })], { config: defaultConfig, days: 30 }),
      facts: many,
    })
    const lines = renderSimulation({ ...simulation, baseline: big, whatIf: null, advice: null }).split('\n')
    expect(lines.length).toBeLessThan(150)
    expect(lines.filter(line => line.length > 100)).toEqual([])
    expect(lines.some(line => line === 'and 980 more')).toBe(true)
  })
})

describe('what holds a pipeline up', () => {
  const base = {
    pipeline: 'x',
    acceptedPerDay: 1,
    sendsPerDay: 1,
    sessionsPerDay: 1,
    usedOfLine: 0.5,
    usedOfDollars: null,
    rests: [],
  }

  it('is the reason for most of its rest, and never that it is at work', () => {
    expect(
      describeBinding({
        ...base,
        rests: [
          { reason: 'held', share: 0.7 },
          { reason: 'reviews', share: 0.2 },
        ],
      }),
    ).toBe('enough deliveries wait for a review (20 % of the time)')
    expect(describeBinding({ ...base, rests: [{ reason: 'held', share: 0.7 }] })).toBe('nothing but its own speed')
    expect(describeBinding({ ...base, usedOfLine: 1 })).toBe('its line')
  })

  it('tells a used-up line from dollars that are used up long before it, also where sessions begin for nothing', () => {
    const rests = [{ reason: 'budget', share: 0.6 }] as const
    const cooling = [{ reason: 'cooling', share: 0.6 }] as const
    const spent = 'the dollars of its account are used up'
    expect(describeBinding({ ...base, usedOfLine: 1, usedOfDollars: 0.9, rests })).toBe(
      'its budget line is reached (60 % of the time)',
    )
    expect(describeBinding({ ...base, usedOfDollars: 0.9, rests })).toBe(spent)
    expect(describeBinding({ ...base, usedOfDollars: 0.9, rests: cooling })).toBe(spent)
    expect(describeBinding({ ...base, usedOfDollars: 0.3, rests: cooling })).toBe(
      'rests after its last session (60 % of the time)',
    )
  })
})
