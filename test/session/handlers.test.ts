import { describe, expect, it } from 'vitest'
import type { AskWork } from '../../src/domain/work.ts'
import { ModelError } from '../../src/models/model-error.ts'
import type { ModelFailure } from '../../src/models/model-error.ts'
import type { Asked } from '../../src/models/model.ts'
import { createHandlers } from '../../src/session/handlers.ts'
import { sampleRequest } from '../models/samples.ts'
import { noon } from '../domain/samples.ts'

const work: AskWork = { type: 'ask', id: 'session_01/macd/write/1', unit: 'macd', request: sampleRequest }

const handlersFor = (asked: Asked, isDown = false) =>
  createHandlers({
    ask: async () => asked,
    lookUp: async () => [],
    isDown: () => isDown,
    session: 'droid-research-0001',
    clock: { now: () => noon, sleep: async () => {} },
  })

const givenUp = (failure: ModelFailure): Asked => ({
  type: 'unfinished',
  reason: 'provider',
  error: new ModelError('it did not answer', { failure, sent: true }),
  sends: 6,
})

const ask = (handlers: ReturnType<typeof handlersFor>) => handlers.ask(work, new AbortController().signal)

describe('a question that never finds an answer', () => {
  it('is taken for refused after two rounds of all attempts, while the provider answers others', async () => {
    const handlers = handlersFor(givenUp('timeout'))
    expect(await ask(handlers)).toEqual({ type: 'unfinished' })
    expect(await ask(handlers)).toMatchObject({
      type: 'outcome',
      outcome: { type: 'refusal', work: work.id, reason: 'No answer in 2 rounds: it did not answer' },
    })
  })

  it.each([
    ['the provider is down', handlersFor(givenUp('provider-down'), true)],
    ['the provider wants fewer requests', handlersFor(givenUp('rate'))],
    ['there is no connection', handlersFor(givenUp('no-connection'))],
    ['the session may not send', handlersFor({ type: 'unfinished', reason: 'no-permit', sends: 0 })],
  ])('is left for another time where %s', async (_where, handlers) => {
    for (let round = 0; round < 5; round += 1) expect(await ask(handlers)).toEqual({ type: 'unfinished' })
  })
})
