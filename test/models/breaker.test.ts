import { describe, expect, test } from 'vitest'
import { breakerAfter, closedBreaker, createBreaker, type BreakerEvent } from '../../src/models/breaker.ts'
import { ModelError } from '../../src/models/model-error.ts'
import type { ModelFailure } from '../../src/models/model-error.ts'

const failed = (failure: ModelFailure, successesBefore = 0): BreakerEvent => ({
  type: 'failure',
  error: new ModelError(`it was ${failure}`, { failure, sent: true }),
  successesBefore,
})
const after = (events: readonly BreakerEvent[], threshold = 5) =>
  events.reduce((state, event) => breakerAfter(state, event, threshold), closedBreaker)

describe('the breaker', () => {
  test.each(['provider-down', 'overloaded', 'timeout', 'no-connection', 'bad-request'] as const)(
    'opens at the fifth %s in a row',
    failure => {
      expect(after(Array.from({ length: 4 }, () => failed(failure))).openedBy).toBeNull()
      expect(after(Array.from({ length: 5 }, () => failed(failure))).openedBy?.failure).toBe(failure)
    },
  )

  test.each(['key-missing', 'key-refused', 'no-credit', 'quota'] as const)('opens at once on %s', failure => {
    expect(after([failed(failure)]).openedBy?.failure).toBe(failure)
  })

  test('opens at once on a model name that does not exist, which is the same for every prompt', () => {
    const error = new ModelError('no such model', { failure: 'bad-request', sent: true, actBy: 'fix-config' })
    expect(after([{ type: 'failure', error, successesBefore: 0 }]).openedBy).toBe(error)
  })

  test('a success starts the count anew', () => {
    const four = Array.from({ length: 4 }, () => failed('provider-down'))
    const more = Array.from({ length: 4 }, () => failed('provider-down', 1))
    expect(after([...four, { type: 'success' }, ...more])).toMatchObject({ failures: 4, openedBy: null })
  })

  test('failures of sends that began before the last success do not count', () => {
    const inFlight = Array.from({ length: 32 }, () => failed('provider-down', 0))
    expect(after([{ type: 'success' }, ...inFlight])).toMatchObject({ failures: 0, openedBy: null })
  })

  test('refused content and refused speed are no outage', () => {
    expect(after(Array.from({ length: 50 }, () => failed('content-blocked'))).openedBy).toBeNull()
    expect(after(Array.from({ length: 50 }, () => failed('rate'))).openedBy).toBeNull()
  })

  test('five requests given up for speed with no success between are one', () => {
    const error = new ModelError('slow down', { failure: 'rate', sent: true })
    expect(after(Array.from({ length: 5 }, () => ({ type: 'given-up', error, successesBefore: 0 }) as const)).openedBy).toBe(
      error,
    )
  })

  test('stays open, tells why, and calls off who waits', () => {
    const breaker = createBreaker({ threshold: 2 })
    breaker.record(failed('timeout'))
    expect([breaker.reason(), breaker.opened.aborted]).toEqual([undefined, false])
    breaker.record(failed('timeout'))
    breaker.record({ type: 'success' })
    expect([breaker.reason(), breaker.opened.aborted]).toEqual(['it was timeout', true])
  })
})
