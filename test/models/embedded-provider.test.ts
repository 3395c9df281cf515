import { expect, test } from 'vitest'
import { z } from 'zod'
import { startRehearsal } from '../../src/rehearsal/start-rehearsal.ts'
import { describeModelContract } from '../contracts/model-contract.ts'
import { adapterFor, failureOf, never, sampleRequest } from './samples.ts'

const statsSchema = z.object({ total: z.int() })

describeModelContract(
  'openai-compatible before the embedded provider',
  async () => {
    const rehearsal = await startRehearsal({})
    return {
      adapter: adapterFor(rehearsal.urls.openrouter),
      request: sampleRequest,
      sends: async () => statsSchema.parse(await (await fetch(`${rehearsal.control}/rehearsal/stats`)).json()).total,
      faults: {},
      close: () => rehearsal.close(),
    }
  },
  [],
)

test('an answer of the embedded provider is marked as a rehearsal', async () => {
  const rehearsal = await startRehearsal({})
  const answer = await adapterFor(rehearsal.urls.openrouter).send(sampleRequest, never)
  await rehearsal.close()
  expect(answer).toMatchObject({ rehearsal: true, finish: 'stop' })
})

test('its daily limit is a quota, and its account tells the count', async () => {
  const rehearsal = await startRehearsal({ dailyLimit: 2 })
  const adapter = adapterFor(rehearsal.urls.openrouter)
  await adapter.send(sampleRequest, never)
  await adapter.send(sampleRequest, never)
  const error = await failureOf(adapter.send(sampleRequest, never))
  const account = await adapter.account(never)
  await rehearsal.close()
  expect(error).toMatchObject({ failure: 'quota', retryable: false })
  expect(account).toMatchObject({ sendsToday: 2, sendsPerDay: 2 })
})
