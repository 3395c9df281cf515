import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdToPromises } from './promises.ts'
import { anyMonth, modelOf } from './small-model.ts'

const months = Number(process.env['PERPETUAL_TEST_MONTHS'] ?? 1000)

describe('1,000 random months', () => {
  it('keep every promise at every tick, whatever is late, killed, refused or reviewed', () => {
    const sums = { commits: 0, kills: 0, paidTwice: 0, fenced: 0 }
    fc.assert(
      fc.property(anyMonth(30), month => {
        const { seen } = holdToPromises(modelOf(month))
        sums.commits += seen.commits
        sums.kills += seen.kills
        sums.paidTwice += seen.paidTwice
        sums.fenced += seen.fenced
      }),
      // A month takes too long to be made smaller step by step; as it stands it is printed, with its seed.
      { numRuns: months, endOnFailure: true },
    )
    process.stderr.write(`${months} months: ${JSON.stringify(sums)}\n`)
    // Months in which nothing goes wrong prove nothing.
    expect(sums.kills).toBeGreaterThan(months)
    expect(sums.paidTwice).toBeGreaterThan(months / 10)
    expect(sums.fenced).toBeGreaterThan(months)
  })
})
