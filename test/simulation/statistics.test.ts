import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviationOf, meanOf, quantileOf, spreadOf } from '../../src/simulation/statistics.ts'

describe('statistics', () => {
  it('takes quantiles by the nearest rank', () => {
    const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    expect(spreadOf(ten)).toEqual({ p10: 1, p50: 5, p90: 9 })
    expect(spreadOf([7])).toEqual({ p10: 7, p50: 7, p90: 7 })
    expect([quantileOf(ten, 0), quantileOf(ten, 1)]).toEqual([1, 10])
  })

  it('says 0 of nothing', () => {
    expect([meanOf([]), deviationOf([]), quantileOf([], 0.5)]).toEqual([0, 0, 0])
  })

  it('puts what is never reached last', () => {
    expect(spreadOf([3, Number.POSITIVE_INFINITY, 5])).toEqual({ p10: 3, p50: 5, p90: Number.POSITIVE_INFINITY })
  })

  it('never leaves the values that it was given, and rises with the share', () => {
    const values = fc.array(fc.integer(), { minLength: 1 })
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (all, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        expect(all).toContain(quantileOf(all, low))
        expect(quantileOf(all, low)).toBeLessThanOrEqual(quantileOf(all, high))
      }),
    )
  })

  it('measures how far values are from their mean', () => {
    expect(meanOf([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5)
    expect(deviationOf([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2)
  })
})
