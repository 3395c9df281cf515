import { expect, test } from 'vitest'
import { z } from 'zod'
import type { ModelRequest } from '../../src/domain/model.ts'
import type { ModelAdapter } from '../../src/models/model.ts'
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

for (const protocol of ['openrouter', 'zai'] as const)
  describeModelContract(
    `openai-compatible before the embedded provider as ${protocol}`,
    async () => {
      const rehearsal = await startRehearsal({})
      const setFault = (faults: string) => async () => {
        await fetch(`${rehearsal.control}/faults`, { method: 'POST', body: JSON.stringify({ faults }) })
      }
      const adapter = adapterFor(rehearsal.urls[protocol])
      const once: ModelAdapter['send'] = async (asked, signal) => {
        try {
          return await adapter.send(asked, signal)
        } finally {
          await setFault('')()
        }
      }
      return {
        adapter: { ...adapter, send: once },
        request,
        sends: async () => statsSchema.parse(await (await fetch(`${rehearsal.control}/stats`)).json()).total,
        faults: { quota: setFault('quota:1'), 'content-blocked': setFault('blocked:1') },
        close: () => rehearsal.close(),
      }
    },
    ['quota', 'content-blocked'],
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

test('the pages that Z.AI searched become annotations, and its answer tells tokens and no cost', async () => {
  const rehearsal = await startRehearsal({})
  const queries = [{ query_id: 'q1', question: 'How does it work?', facet: 'risk', audience: 'traders', type: 'pitfall' }]
  const research: ModelRequest = {
    ...request,
    prompt: `Search.\n<input>\n${JSON.stringify({ indicator, queries })}\n</input>`,
    answer: { name: 'research', schema: { type: 'object', properties: { results: { type: 'array' } } } },
    webSearch: { maxResults: 5, queries: [] },
  }
  const answer = await adapterFor(rehearsal.urls.zai).send(research, never)
  await rehearsal.close()
  expect(answer.annotations).toHaveLength(5)
  for (const { url, title, content } of answer.annotations) expect([url, title, content].every(text => text !== '')).toBe(true)
  expect(answer).toMatchObject({ rehearsal: true, usage: { costUsd: null } })
  expect(answer.usage.inputTokens).toBeGreaterThan(0)
})
