import { describe, expect, it } from 'vitest'
import { readAssumptions, usualAssumptions } from '../../src/simulation/assumptions.ts'
import { readWhatIf } from '../../src/simulation/what-if.ts'

const assume = (...texts: readonly string[]) => readAssumptions(usualAssumptions.github, readWhatIf(texts).assumptions)

describe('a what-if', () => {
  it('tells settings of the configuration from what the simulation assumes, with values as YAML writes them', () => {
    const whatIf = readWhatIf([
      'goal=50000',
      ' pipelines.droid-research.enabled = false',
      'pipelines.claude-integration.schedule.after=[]',
      'accounts.zai.requestsPerMinute=null',
      'simulation.reviews.delay=12h',
    ])
    expect(whatIf.config).toEqual([
      { key: 'goal', value: 50_000 },
      { key: 'pipelines.droid-research.enabled', value: false },
      { key: 'pipelines.claude-integration.schedule.after', value: [] },
      { key: 'accounts.zai.requestsPerMinute', value: null },
    ])
    expect(whatIf.assumptions).toEqual([{ key: 'simulation.reviews.delay', value: '12h' }])
  })

  it('moves one assumption and leaves the others', () => {
    const usual = assume()
    expect(assume('simulation.reviews.delay=12h')).toEqual({ ...usual, reviewing: { ...usual.reviewing, delayHours: 12 } })
    expect(assume('simulation.reviews.perDay=20').reviewing.perDay).toBe(20)
    expect(assume('simulation.reviews.perDay=20', 'simulation.cron.every=15m')).toMatchObject({
      reviewing: { perDay: 20 },
      cron: { everyMinutes: 15 },
    })
    expect(assume('simulation.faults.killed=0.5', 'simulation.proposals=false')).toMatchObject({
      faults: { killed: 0.5 },
      proposals: false,
    })
  })

  it.each([
    ['goal', 'Expected `--what-if` to be `key=value`'],
    ['=5', 'Expected `--what-if` to be `key=value`'],
    ['goal=', 'Expected a value, as YAML writes it, after `=`, got nothing'],
    ['goal={ a: 1 }', 'Expected a value'],
    ['goal=[1', 'Expected valid YAML'],
    ['gaol=5', 'did you mean `goal`?'],
    ['simluation.reviews.delay=5h', 'did you mean `simulation`?'],
    ['simulation.reviews.dely=5h', 'did you mean `delay`?'],
    ['simulation.reviews.delay=5', 'a time such as `90s`'],
    ['simulation.reviews.approval=1.2', 'a number from 0 to 1, got `1.2`'],
    ['simulation.cron.every=0s', 'at least 60 s'],
    ['simulation=5', 'Expected `simulation` to be a map of settings'],
    ['simulation.__proto__.x=5', 'Expected the name of a setting'],
    ['__proto__.x=5', 'Expected a key to begin with one of'],
    ['constructor.prototype.x=5', 'Expected a key to begin with one of'],
  ])('refuses %s', (text, said) => {
    expect(() => assume(text)).toThrow(said)
  })

  it('refuses a key of a hundred thousand names before it looks at one of them', () => {
    expect(() => assume(`${'goal.'.repeat(100_000)}x=5`)).toThrow('Expected `--what-if` to be `key=value`')
  })

  it('refuses the same key twice, because one of the two would be lost', () => {
    expect(() => readWhatIf(['goal=5', 'goal=6'])).toThrow('got `goal` twice')
  })

  it('prints no value that looks like a key', () => {
    expect(() => readWhatIf(['sk-or-v1-0123456789abcdef0123456789abcdef'])).toThrow('not shown here')
  })
})
