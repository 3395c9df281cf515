import { describe, expect, it } from 'vitest'
import type { Forecast } from '../../src/simulation/forecast.ts'
import { adviseOn } from '../../src/simulation/levers.ts'
import { scenarioOf, type Scenario } from '../../src/simulation/scenario.ts'
import { readWhatIf } from '../../src/simulation/what-if.ts'
import { makeForecast, makeOutset } from './made-forecast.ts'

const outset = makeOutset()

const pairs = (mean: number) => ({ mean, p10: mean, p50: mean, p90: mean })

/** Dollars make pairs, reviewers let them through: whichever is less. */
function worldOf({ model: { config } }: Scenario): Forecast {
  const made = ((config.accounts['openrouter']?.limits.usdMicros?.budget ?? 0) / 1_000_000) * 100
  const read = config.reviews.maxWaiting * 30
  const pipeline = {
    pipeline: 'droid-research',
    acceptedPerDay: made,
    sendsPerDay: 0,
    sessionsPerDay: 1,
    usedOfLine: 0.2,
    usedOfDollars: made <= read ? 1 : 0.5,
    rests: [{ reason: made <= read ? ('budget' as const) : ('reviews' as const), share: 0.8 }],
  }
  const usd = { perDay: made / 100, total: 0, perPair: null, byAccount: {} }
  return makeForecast({ pairsPerDay: pairs(Math.min(made, read)), deliveredPerDay: made, usd, pipelines: [pipeline] })
}

const advise = (target: number, ...texts: readonly string[]) =>
  adviseOn({
    target,
    whatIf: readWhatIf(texts),
    scenarioOf: whatIf => scenarioOf(outset, whatIf),
    forecastOf: scenario => Promise.resolve(worldOf(scenario)),
  })

describe('advice', () => {
  it('tries only more of what is waited for, and says what each change brings by itself', async () => {
    const { alone } = await advise(1000)
    expect(alone).toEqual([
      { change: 'accounts.openrouter.limits.usd.budget=4', resource: 'dollars of openrouter', pairsPerDay: 40, usdPerDay: 2 },
    ])
  })

  it('goes on past the first limit to the next, until the target is reached', async () => {
    const { together } = await advise(1000)
    expect(together).toEqual({
      changes: ['accounts.openrouter.limits.usd.budget=16', 'reviews.maxWaiting=64'],
      pairsPerDay: 1600,
      usdPerDay: 16,
    })
  })

  it('builds on what was asked for and doubles it in its place', async () => {
    const { alone, together } = await advise(700, 'accounts.openrouter.limits.usd.budget=10')
    expect(alone[0]).toMatchObject({ change: 'reviews.maxWaiting=16', resource: 'reviewers' })
    expect(together?.changes).toContain('reviews.maxWaiting=32')
    expect(together?.pairsPerDay).toBe(960)
  })

  it('changes nothing where the target is reached, or nothing helps', async () => {
    expect((await advise(100)).together).toBeNull()
    const stuck = await adviseOn({
      target: 1000,
      whatIf: readWhatIf([]),
      scenarioOf: whatIf => scenarioOf(outset, whatIf),
      forecastOf: () => Promise.resolve(makeForecast({ pairsPerDay: pairs(10) })),
    })
    expect(stuck).toEqual({ target: 1000, alone: [], together: null })
  })

  it('offers only what can be typed as a what-if', async () => {
    const { alone, together } = await advise(5000)
    for (const change of [...alone.map(lever => lever.change), ...(together?.changes ?? [])])
      expect(() => scenarioOf(outset, readWhatIf([change]))).not.toThrow()
  })
})

describe('a scenario', () => {
  it('takes a configuration’s what-if and an assumption’s, and says what was asked for', () => {
    const { model, facts } = scenarioOf(outset, readWhatIf(['goal=500', 'simulation.reviews.approval=0.5']))
    expect(model.config.goal).toBe(500)
    expect(model.reviewing.approval).toBe(0.5)
    expect(facts.find(({ what }) => what === 'of the parts are merged')).toMatchObject({ value: 0.5, source: 'asked' })
  })

  it('copies producing pipelines with accounts of their own, and lets integration run after all of them', () => {
    const { model } = scenarioOf(makeOutset({ pipelines: 100 }), readWhatIf([]))
    const { pipelines, accounts } = model.config
    const producing = Object.entries(pipelines).filter(
      ([name]) => model.yields[name]?.type !== 'integration' && name in model.yields,
    )
    expect(producing).toHaveLength(100)
    const used = producing.flatMap(([, settings]) =>
      settings.kind === 'batch' ? settings.accounts : [settings.kind === 'research' ? settings.account : ''],
    )
    expect(new Set(used).size).toBe(used.length)
    expect(used.every(name => Object.hasOwn(accounts, name))).toBe(true)
    expect(pipelines['claude-integration']?.schedule.after).toHaveLength(100)
  })

  it('changes the copies with their original', () => {
    const whatIf = readWhatIf(['accounts.openrouter.limits.usd.budget=9'])
    const { accounts } = scenarioOf(makeOutset({ pipelines: 9 }), whatIf).model.config
    expect(accounts['openrouter-3']?.limits.usdMicros?.budget).toBe(9_000_000)
  })
})
