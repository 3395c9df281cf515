import { expect, test } from 'vitest'
import { z } from 'zod'
import type { ModelRequest } from '../../src/domain/model.ts'
import { startRehearsal } from '../../src/rehearsal/start-rehearsal.ts'
import { describeModelContract } from '../contracts/model-contract.ts'
import { adapterFor, failureOf, never, sampleRequest } from './samples.ts'

const indicator = {
  id: 'macd',
  name: 'MACD',
  family: 'technical/trend',
  brief: 'The MACD subtracts the 26-period exponential average from the 12-period one and adds a 9-period signal line.',
}
const request: ModelRequest = {
  ...sampleRequest,
  prompt: `Plan it.\n<input>\n${JSON.stringify({ task: 'session_01', indicator })}\n</input>`,
  answer: { name: 'facets', schema: { type: 'object', properties: { facets: { type: 'array' } } } },
  maxTokens: 20_000,
}

const statsSchema = z.object({ total: z.int() })

describeModelContract(
  'openai-compatible before the embedded provider',
  async () => {
    const rehearsal = await startRehearsal({})
    return {
      adapter: adapterFor(rehearsal.urls.openrouter),
      request,
      sends: async () => statsSchema.parse(await (await fetch(`${rehearsal.control}/stats`)).json()).total,
      faults: {},
      close: () => rehearsal.close(),
    }
  },
  [],
)

test('an answer of the embedded provider is marked as a rehearsal', async () => {
  const rehearsal = await startRehearsal({})
  const answer = await adapterFor(rehearsal.urls.openrouter).send(request, never)
  await rehearsal.close()
  expect(answer).toMatchObject({ rehearsal: true, finish: 'stop' })
})

test('its daily limit is a quota, and its account tells the count', async () => {
  const rehearsal = await startRehearsal({ dailyLimit: 2 })
  const adapter = adapterFor(rehearsal.urls.openrouter)
  await adapter.send(request, never)
  await adapter.send(request, never)
  const error = await failureOf(adapter.send(request, never))
  const account = await adapter.account(never)
  await rehearsal.close()
  expect(error).toMatchObject({ failure: 'quota', retryable: false })
  expect(account.sendsPerDay).toBe(2)
  expect(account.sendsToday).toBeGreaterThanOrEqual(2)
})
