import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { parseFaults } from '../../src/rehearsal/faults.ts'
import { startRehearsal, type RehearsalOptions } from '../../src/rehearsal/start-rehearsal.ts'
import { indicators } from './indicators.ts'

const completionSchema = z.strictObject({
  id: z.string(),
  request_id: z.string(),
  created: z.int(),
  model: z.string(),
  choices: z.tuple([z.object({ finish_reason: z.string(), message: z.strictObject({ role: z.string(), content: z.string() }) })]),
  usage: z.strictObject({
    prompt_tokens: z.int(),
    completion_tokens: z.int(),
    total_tokens: z.int(),
    prompt_tokens_details: z.unknown(),
  }),
  web_search: z
    .array(z.looseObject({ title: z.string(), link: z.url(), content: z.string(), media: z.string(), publish_date: z.string() }))
    .optional(),
})
const errorSchema = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) })

const question = { query_id: 'q1', question: 'How does it work?', facet: 'risk', audience: 'traders', type: 'pitfall' }
const input = { indicator: indicators[0], queries: [question] }
const schemaInPrompt = `JSON Schema:\n${JSON.stringify({ type: 'object', properties: { results: { type: 'array' } } })}`
const bodyOf = (change: Readonly<Record<string, unknown>> = {}, system = schemaInPrompt) => ({
  model: 'glm-5.3-flash',
  messages: [
    { role: 'system', content: system },
    { role: 'user', content: `<input>\n${JSON.stringify(input)}\n</input>` },
  ],
  max_tokens: 20_000,
  response_format: { type: 'json_object' },
  ...change,
})
const searching = {
  tools: [{ type: 'web_search', web_search: { enable: true, search_engine: 'search_pro', search_result: true } }],
}

const rehearse = async (options: RehearsalOptions = {}) => {
  const rehearsal = await startRehearsal(options)
  onTestFinished(() => rehearsal.close())
  const post = (path: string, body: unknown, key = 'key') =>
    fetch(`${rehearsal.urls.zai}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    })
  return {
    post,
    chat: (body: unknown = bodyOf(), key = 'key') => post('/chat/completions', body, key),
    stats: async (): Promise<unknown> => (await fetch(`${rehearsal.control}/stats`)).json(),
    url: rehearsal.urls.zai,
  }
}

const errorOf = async (response: Response) => ({
  status: response.status,
  code: errorSchema.parse(await response.json()).error.code,
})

describe('Z.AI as rehearsed', () => {
  it('answers by the schema in the prompt, brings what it searched beside the choices, and tells no cost', async () => {
    const { chat } = await rehearse()
    const response = await chat(bodyOf(searching))
    const body = completionSchema.parse(await response.json())
    expect(response.headers.get('x-perpetual-rehearsal')).toBe('1')
    expect(body.model).toBe('rehearsal/glm-5.3-flash')
    expect(JSON.parse(body.choices[0].message.content)).toMatchObject({ results: [{ query_id: 'q1', answered: true }] })
    expect(body.web_search?.length).toBeGreaterThan(1)
    expect(completionSchema.parse(await (await chat()).json()).web_search).toBeUndefined()
  })

  it('does not read a schema that only the response format holds, and answers 200 all the same', async () => {
    const { chat } = await rehearse()
    const format = { type: 'json_schema', json_schema: { name: 'research', strict: true, schema: {} } }
    const response = await chat(bodyOf({ response_format: format }, 'You help.'))
    expect(response.status).toBe(200)
    const content = completionSchema.parse(await response.json()).choices[0].message.content
    expect(JSON.parse(content)).not.toHaveProperty('results')
  })

  it.each([
    ['a developer role', { messages: [{ role: 'developer', content: 'Do it.' }] }],
    ['a forced tool', { tool_choice: 'required' }],
    ['no messages', { messages: [] }],
  ])('refuses %s as an invalid parameter', async (_, change) => {
    const { chat } = await rehearse()
    expect(await errorOf(await chat(bodyOf(change)))).toEqual({ status: 400, code: '1214' })
  })

  it('refuses keys, balances, days and speed by its own codes, and counts all these sends', async () => {
    const provider = await rehearse({ dailyLimit: 2, clock: '2026-11-22T12:00:00Z' })
    expect(await errorOf(await provider.chat(bodyOf(), 'wrong-key'))).toEqual({ status: 401, code: '1000' })
    expect(await errorOf(await provider.chat(bodyOf(), 'no-credit'))).toEqual({ status: 429, code: '1113' })
    await provider.chat()
    await provider.chat()
    const full = await provider.chat()
    expect(await full.clone().text()).toContain('will reset at 2026-11-23 00:00:00')
    expect(await errorOf(full)).toEqual({ status: 429, code: '1308' })
    expect(await provider.stats()).toMatchObject({ total: 5, generated: 2 })
    const fast = await rehearse({ cap: 1 })
    await fast.chat()
    expect(await errorOf(await fast.chat())).toEqual({ status: 429, code: '1302' })
  })

  it.each([
    ['429', ['1302', '1303', '1305']],
    ['quota', ['1308', '1309', '1310']],
    ['blocked', ['1301']],
    ['error200', ['1234']],
    ['5xx', ['500', '1234']],
  ])('meets the fault %s with codes of its own', async (kind, codes) => {
    const { chat } = await rehearse({ faults: parseFaults(`${kind}:1`) })
    const errors = await Promise.all(Array.from({ length: 30 }, async () => errorOf(await chat())))
    expect([...new Set(errors.map(({ code }) => code))].toSorted()).toEqual(codes.toSorted())
  })

  it('searches at an address of its own, where a search is a send like any other', async () => {
    const provider = await rehearse({ dailyLimit: 1 })
    const search = { search_engine: 'search-prime', search_query: 'reserves of stablecoins', count: 2 }
    const body = z
      .looseObject({ search_result: z.array(z.looseObject({ title: z.string(), link: z.url(), content: z.string() })) })
      .parse(await (await provider.post('/web_search', search)).json())
    expect(body.search_result).toHaveLength(2)
    expect(await errorOf(await provider.post('/web_search', search))).toEqual({ status: 429, code: '1308' })
    expect(await provider.stats()).toMatchObject({ total: 2, repeated: 0 })
    const other = await rehearse()
    expect(await errorOf(await other.post('/web_search', { search_query: '' }))).toEqual({ status: 400, code: '1214' })
  })

  it('has no address that tells about a key', async () => {
    const { url } = await rehearse()
    expect((await fetch(`${url}/key`)).status).toBe(404)
    expect((await fetch(`${url}/models`)).status).toBe(404)
  })
})
