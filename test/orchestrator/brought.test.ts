import { describe, expect, it } from 'vitest'
import { broughtPairs, undeliveredPairs } from '../../src/orchestrator/brought.ts'
import { makePart, makeTask } from '../domain/samples.ts'

const unit = (name: string, accepted: number) => ({
  unit: name,
  name,
  ended: true,
  calls: 1,
  callsExpected: 1,
  accepted,
  rejected: {},
})

describe('the pairs that a pipeline has brought', () => {
  it('are those that a reviewer kept, those that wait for one, and those under way', () => {
    const parts = [
      makePart({ part: 1, units: ['a'], pairs: 10, kept: 7, state: 'merged' }),
      makePart({ part: 2, units: ['b'], pairs: 20, state: 'open' }),
      makePart({ part: 3, units: ['c'], pairs: 30, state: 'closed', kept: 30 }),
    ]
    const units = [unit('a', 10), unit('b', 20), unit('c', 30), unit('d', 5)]
    const working = makeTask({ status: 'in-progress', parts, units })
    expect(undeliveredPairs(working)).toBe(5)
    expect(broughtPairs([working])).toBe(32)
    expect(broughtPairs([working, makeTask({ id: 'other', status: 'in-progress', units: [unit('e', 4)] })])).toBe(36)
  })

  it('are none of a task that ended without a delivery, and none where there is no task', () => {
    expect(broughtPairs([makeTask({ status: 'blocked', units: [unit('a', 10)] })])).toBe(0)
    expect(broughtPairs([])).toBe(0)
  })
})
