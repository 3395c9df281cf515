import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load-config.ts'

const changed = (key: string, value: unknown, text = '') => loadConfig(text, '--what-if', [{ key, value }])

describe('a change over a configuration', () => {
  it('sets one value and leaves all others and their order as they are', () => {
    const before = loadConfig('', 'x')
    const after = changed('accounts.zai.limits.usd.budget', 10)
    expect(after.accounts['zai']?.limits.usdMicros?.budget).toBe(10_000_000)
    expect(Object.keys(after.accounts)).toEqual(Object.keys(before.accounts))
    const { zai: _, ...others } = after.accounts
    const { zai: __, ...othersBefore } = before.accounts
    expect({ ...after, accounts: others }).toEqual({ ...before, accounts: othersBefore })
  })

  it('finds names that hold dots, the longest first', () => {
    const { prices } = changed('accounts.zai.prices.glm-5.3-flash.requestUsd', 0.5).accounts['zai'] ?? {}
    expect(prices?.['glm-5.3-flash']?.requestUsd).toBe(0.5)
    expect(prices?.['glm-5.3']?.requestUsd).toBe(0)
  })

  it('reaches what only the schema knows', () => {
    expect(changed('accounts.gemini.requestsPerMinute', 5).accounts['gemini']?.requestsPerMinute).toBe(5)
    expect(changed('reviews.maxWaiting', 30, 'reviews: { maxWaiting: 4 }').reviews.maxWaiting).toBe(30)
  })

  it.each([
    ['accounts.zia.limits.usd.budget', 1, 'Expected the name of an account', 'got `zia`'],
    ['pipelines.droid-reserch.enabled', false, 'did you mean `droid-research`?', 'got `droid-reserch`'],
    ['gaol', 1, 'did you mean `goal`?', 'got `gaol`'],
    ['accounts.zai.limits.usd.budgt', 1, 'did you mean `budget`?', '(--what-if, accounts.zai.limits.usd)'],
    ['accounts.zai.limits.usd.budget', 'much', 'in US dollars, 0 or more, got `much`', '--what-if'],
    ['goal', -5, 'Expected `goal` to be a positive whole number of pairs, got `-5`', '--what-if'],
    ['goal.x', 1, 'Expected `goal` to be a positive whole number of pairs, got a map', '--what-if'],
    ['pipelines.claude-integration.schedule.after', ['nobody'], 'got `nobody`', 'schedule.after[0]'],
  ])('refuses %s=%j with what was expected', (key, value, ...said) => {
    for (const text of said) expect(() => changed(key, value)).toThrow(text)
  })

  it.each([
    '__proto__.polluted',
    'accounts.__proto__.polluted',
    'accounts.zai.__proto__.polluted',
    'accounts.zai.constructor.x',
    'accounts..x',
    '',
  ])('takes no hostile key: %j', key => {
    expect(() => changed(key, 1)).toThrow('Expected')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})
