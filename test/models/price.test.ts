import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { actualCost, worstCase } from '../../src/models/price.ts'
import { sampleRequest } from './samples.ts'

const prices = { inputUsdPerMillion: 3, outputUsdPerMillion: 15, requestUsd: 0.01 }

test('the worst case is a token a byte in, all tokens out, and the price of the request', () => {
  const request = { ...sampleRequest, system: 'ä', prompt: '€', answer: { name: 'x', schema: {} }, maxTokens: 100 }
  expect(worstCase(request, prices)).toEqual({ tokens: 2 + 3 + 2 + 100, usdMicros: 7 * 3 + 100 * 15 + 10_000 })
})

test('with a video, the worst case is all that a model takes in, because nobody knows how long the video is', () => {
  const request = { ...sampleRequest, maxTokens: 100, video: { uri: 'https://www.youtube.com/watch?v=video000001' } }
  expect(worstCase(request, prices)).toEqual({
    tokens: 1_048_576 + 100,
    usdMicros: 1_048_576 * 3 + 100 * 15 + 10_000,
  })
})

test('a price that is unknown makes the dollars unknown and leaves the tokens', () => {
  for (const name of ['inputUsdPerMillion', 'outputUsdPerMillion', 'requestUsd'] as const) {
    const cost = worstCase(sampleRequest, { ...prices, [name]: null })
    expect(cost.usdMicros).toBeNull()
    expect(cost.tokens).toBeGreaterThan(400)
  }
  const usage = { inputTokens: 1000, outputTokens: 200, costUsd: null }
  expect(actualCost(usage, { ...prices, requestUsd: null })).toEqual({ tokens: 1200, usdMicros: null })
})

test('a provider that tells tokens and no cost is charged by the configured prices, one that tells it by its word', () => {
  const usage = { inputTokens: 1000, outputTokens: 200, costUsd: null }
  expect(actualCost(usage, prices)).toEqual({ tokens: 1200, usdMicros: 1000 * 3 + 200 * 15 + 10_000 })
  expect(actualCost({ ...usage, costUsd: 0.5 }, prices).usdMicros).toBe(500_000)
})

test('dollars become whole millionths, rounded up, and not by the last bit of a fraction', () => {
  const micros = (costUsd: number) => actualCost({ inputTokens: 0, outputTokens: 0, costUsd }, prices).usdMicros
  expect([micros(0), micros(0.000007), micros(0.0000071), micros(1.1), micros(0.29)]).toEqual([0, 7, 8, 1_100_000, 290_000])
  fc.assert(fc.property(fc.nat(2_000_000_000), whole => micros(whole / 1e6) === whole))
})
