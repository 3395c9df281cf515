import { assert, asyncProperty, json, jsonValue, oneof, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fingerprintOf } from '../../src/rehearsal/counts.ts'
import { startRehearsal } from '../../src/rehearsal/start-rehearsal.ts'
import { indicators } from './indicators.ts'
import { completionSchema, rehearse, type Ask } from './kit.ts'

const ask: Ask = { stage: 'facets', input: { task: 't', indicator: indicators[0] } }

describe('OpenRouter as rehearsed', () => {
  it('says in header and model name that it is a rehearsal', async () => {
    const provider = await rehearse()
    const response = await provider.send({ ...ask, model: 'acme/large' })
    const body = completionSchema.parse(await response.json())
    expect(response.headers.get('x-perpetual-rehearsal')).toBe('1')
    expect(response.headers.get('x-generation-id')).toBe(body.id)
    expect(body.model).toBe('rehearsal/acme/large')
    const others = await Promise.all([
      fetch(`${provider.urls.openrouter}/models`),
      fetch(`${provider.urls.openrouter}/nothing`),
      fetch(provider.controlUrl),
    ])
    expect(others.map(other => other.headers.get('x-perpetual-rehearsal'))).toEqual(['1', '1', '1'])
  })

  it('gives every answer its own generation id', async () => {
    const provider = await rehearse()
    const ids = await Promise.all(Array.from({ length: 20 }, async () => (await provider.completion(ask)).id))
    expect(new Set(ids).size).toBe(20)
  })

  it('refuses keys as OpenRouter does, and counts these sends too', async () => {
    const provider = await rehearse()
    for (const [key, code] of [
      [null, 401],
      ['wrong-key', 401],
      ['no-credit', 402],
    ] as const) {
      const response = await provider.send({ ...ask, key })
      expect(response.status).toBe(code)
      expect(await response.json()).toMatchObject({ error: { code } })
    }
    expect((await provider.stats()).total).toBe(3)
    expect((await provider.stats()).generated).toBe(0)
    expect((await fetch(`${provider.urls.openrouter}/key`)).status).toBe(401)
    expect((await provider.key('no-credit')).data.limit_remaining).toBe(0)
  })

  it('charges by the prices it names', async () => {
    const provider = await rehearse()
    const pricingSchema = z.object({ prompt: z.string(), completion: z.string(), request: z.string(), web_search: z.string() })
    const models = await (await fetch(`${provider.urls.openrouter}/models`)).json()
    const [{ pricing }] = z.object({ data: z.tuple([z.object({ pricing: pricingSchema })], z.unknown()) }).parse(models).data
    const price = ({ usage }: Awaited<ReturnType<typeof provider.completion>>): number =>
      usage.prompt_tokens * Number(pricing.prompt) +
      usage.completion_tokens * Number(pricing.completion) +
      Number(pricing.request)
    const plain = await provider.completion(ask)
    expect(plain.usage.cost).toBeCloseTo(price(plain), 8)
    const queries = [{ query_id: 'q1', question: 'How does it work?', facet: 'risk', audience: 'traders', type: 'pitfall' }]
    const searched = await provider.completion({ stage: 'research', input: { indicator: indicators[0], queries }, search: true })
    expect(searched.usage.cost).toBeCloseTo(price(searched) + Number(pricing.web_search), 8)
    const { data: key } = await provider.key()
    expect(key.usage_daily).toBeCloseTo(plain.usage.cost + searched.usage.cost, 8)
    expect((await provider.stats()).usd).toBeCloseTo(key.usage, 6)
  })
})

describe('counting', () => {
  it('counts by the UTC day of its own clock, which can be moved', async () => {
    const provider = await rehearse({ clock: '2026-11-22T23:50:00Z' })
    for (let index = 0; index < 3; index++) await provider.send(ask)
    await provider.control('clock', { advanceMs: 11 * 60_000 })
    const response = await provider.send(ask)
    expect(response.headers.get('date')).toContain('23 Nov 2026')
    expect((await provider.stats()).sends).toEqual({ '2026-11-22': 3, '2026-11-23': 1 })
    expect((await provider.key()).data.free_model_daily_requests).toMatchObject({ used: 1 })
    await provider.control('clock', { now: '2027-01-01T00:00:00.000Z' })
    expect((await provider.stats()).now.slice(0, 16)).toBe('2027-01-01T00:00')
    expect((await provider.key()).data).toMatchObject({ usage_daily: 0, free_model_daily_requests: { used: 0 } })
  })

  it('refuses sends beyond the limit of a day, per key, until the day is over', async () => {
    const provider = await rehearse({ dailyLimit: 2, clock: '2026-11-22T12:00:00Z' })
    const statuses = async (key: string, count: number) => {
      const sent: number[] = []
      for (let index = 0; index < count; index++) sent.push((await provider.send({ ...ask, key })).status)
      return sent
    }
    expect(await statuses('sk-a', 3)).toEqual([200, 200, 429])
    expect(await statuses('sk-b', 1)).toEqual([200])
    const refused = await provider.send({ ...ask, key: 'sk-a' })
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-11-23T00:00:00Z')))
    expect(await refused.json()).toMatchObject({ error: { code: 429, message: expect.stringContaining('free-models-per-day') } })
    expect((await provider.key('sk-b')).data.free_model_daily_requests).toEqual({ limit: 2, used: 1, remaining: 1 })
    await provider.control('clock', { now: '2026-11-23T00:00:01Z' })
    expect(await statuses('sk-a', 1)).toEqual([200])
  })

  it('tells different prompts from repeated ones, and keys by fingerprint only', async () => {
    const provider = await rehearse()
    for (const input of [1, 2, 2, 2])
      await provider.send({ ...ask, input: { task: input, indicator: indicators[0] }, key: 'sk-private' })
    const stats = await provider.stats()
    expect(stats).toMatchObject({ total: 4, distinct: 2, repeated: 2, generated: 4, inFlight: 0, statuses: { '200': 4 } })
    expect(Object.keys(stats.byKey)).toEqual([fingerprintOf('sk-private')])
    expect(JSON.stringify(stats)).not.toContain('sk-private')
    expect(stats.times).toHaveLength(4)
  })

  it('counts a send that the client gives up, as soon as it has arrived', async () => {
    const provider = await rehearse({ latencyMs: 60_000 })
    const gone = new AbortController()
    const sending = provider.send(ask, gone.signal)
    while ((await provider.stats()).inFlight === 0) await new Promise(resolve => setTimeout(resolve, 5))
    gone.abort()
    await expect(sending).rejects.toThrow(/abort/)
    while ((await provider.stats()).inFlight === 1) await new Promise(resolve => setTimeout(resolve, 5))
    expect(await provider.stats()).toMatchObject({ total: 1, statuses: { dropped: 1 } })
  })

  it('goes back to the start when it is reset', async () => {
    const provider = await rehearse({ clock: '2026-11-22T12:00:00Z' })
    await provider.send(ask)
    await provider.control('clock', { advanceMs: 86_400_000 })
    await provider.control('faults', { faults: '5xx:1' })
    await provider.control('reset', {})
    expect(await provider.stats()).toMatchObject({ total: 0, sends: {}, distinct: 0, usd: 0 })
    expect((await provider.send(ask)).status).toBe(200)
    expect((await provider.stats()).sends).toEqual({ '2026-11-22': 1 })
  })
})

describe('a capped provider', () => {
  it('answers what comes too fast by 429 and Retry-After', async () => {
    const provider = await rehearse({ cap: 4 })
    const responses = await Promise.all(Array.from({ length: 12 }, () => provider.send(ask)))
    const refused = responses.filter(({ status }) => status === 429)
    expect(responses.some(({ status }) => status === 200)).toBe(true)
    expect(refused.length).toBeGreaterThan(5)
    expect(refused.every(({ headers }) => Number(headers.get('retry-after')) >= 1)).toBe(true)
  })
})

describe('the server', () => {
  it('says in one line that its port is taken or its clock is no time', async () => {
    const provider = await rehearse()
    const port = Number(new URL(provider.controlUrl).port)
    await expect(startRehearsal({ port })).rejects.toThrow(`Cannot listen on 127.0.0.1:${port}`)
    await expect(startRehearsal({ clock: 'noon' })).rejects.toThrow('`noon`')
  })

  it('answers whatever body it gets and stays up', async () => {
    const provider = await rehearse()
    const post = (path: string, body: string) =>
      fetch(path, { method: 'POST', headers: { authorization: 'Bearer k' }, body }).then(async response => {
        await response.text()
        return response.status
      })
    const hostile = oneof(
      string(),
      json(),
      jsonValue().map(input =>
        JSON.stringify({
          model: 'm',
          messages: [{ role: 'user', content: `<input>\n${JSON.stringify(input)}\n</input>` }],
          response_format: { type: 'json_schema', json_schema: { name: 'judge' } },
        }),
      ),
    )
    await assert(
      asyncProperty(hostile, async body => {
        expect(await post(`${provider.urls.openrouter}/chat/completions`, body)).toBe(400)
      }),
      { numRuns: 60 },
    )
    expect(await post(`${provider.controlUrl}/clock`, '{"now":"soon"}')).toBe(400)
    expect(await post(`${provider.controlUrl}/clock`, '{')).toBe(400)
    expect(await post(`${provider.controlUrl}/nothing`, '')).toBe(404)
    expect((await provider.send(ask)).status).toBe(200)
  })

  it('closes with sends in flight', async () => {
    const rehearsal = await startRehearsal({ latencyMs: 60_000 })
    const sending = fetch(`${rehearsal.urls.openrouter}/chat/completions`, {
      method: 'POST',
      body: '{}',
      headers: { authorization: 'Bearer k' },
    })
    await Promise.all([
      expect(sending).rejects.toThrow('fetch failed'),
      new Promise(resolve => setTimeout(resolve, 50)).then(() => rehearsal.close()),
    ])
  })
})
