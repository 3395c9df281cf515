import { afterEach, describe, expect, test } from 'vitest'
import { renderChatRequest } from '../../src/models/chat-request.ts'
import type { ModelFailure } from '../../src/models/model-error.ts'
import { describeModelContract } from '../contracts/model-contract.ts'
import { adapterFor, failureOf, never, sampleRequest } from './samples.ts'
import { completion, freePort, startScriptedServer, type Reply, type Script } from './scripted-server.ts'

const started: { close: () => Promise<void> }[] = []
const start = async (script?: Script) => {
  const server = await startScriptedServer(script)
  started.push(server)
  return server
}
afterEach(async () => {
  await Promise.all(started.splice(0).map(server => server.close()))
})

const errorReply = (status: number, error: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  body: { error },
})
const contractFaults = {
  rate: errorReply(429, { code: 429, message: 'slow down' }),
  overloaded: errorReply(503, { code: 503, message: 'busy' }),
  'provider-down': errorReply(502, { code: 502, message: 'down' }),
  'no-connection': 'drop',
  'no-credit': errorReply(402, { code: 402, message: 'pay' }),
  'key-refused': errorReply(401, { code: 401, message: 'who are you' }),
  'content-blocked': errorReply(403, { code: 403, message: 'flagged', metadata: { reasons: ['violence'] } }),
  'bad-request': errorReply(400, { code: 400, message: 'no' }),
} satisfies Partial<Record<ModelFailure, Reply>>
const faultNames = [
  'rate',
  'overloaded',
  'provider-down',
  'no-connection',
  'no-credit',
  'key-refused',
  'content-blocked',
  'bad-request',
] as const

for (const path of ['/api/v1', '/api/paas/v4', '/v1']) {
  describeModelContract(
    `openai-compatible at ${path}`,
    async () => {
      const next: Reply[] = []
      const server = await startScriptedServer(({ method }) =>
        method === 'POST' ? (next.shift() ?? {}) : { body: { data: {} } },
      )
      return {
        adapter: adapterFor(server.url + path),
        request: sampleRequest,
        sends: () => server.received.filter(({ method }) => method === 'POST').length,
        faults: Object.fromEntries(
          Object.entries(contractFaults).map(([failure, reply]) => [failure, () => void next.push(reply)]),
        ),
        close: server.close,
      }
    },
    faultNames,
  )
}

const bodyFor = async (path: string, webSearch: { maxResults: number } | null) => {
  const server = await start()
  await adapterFor(server.url + path, { title: 'Perpetual', referer: 'https://example.org' }).send(
    { ...sampleRequest, webSearch: webSearch && { ...webSearch, queries: [] } },
    never,
  )
  const [received] = server.received
  if (received === undefined) throw new Error('nothing was received')
  return received
}

describe('what is sent', () => {
  test('OpenRouter enforces the schema and is told who asks', async () => {
    const { body, headers, path } = await bodyFor('/api/v1', { maxResults: 5 })
    expect(path).toBe('/api/v1/chat/completions')
    expect(body).toEqual({
      model: 'maker/model',
      messages: [
        { role: 'system', content: 'You answer.' },
        { role: 'user', content: 'What is the MACD?' },
      ],
      max_tokens: 400,
      response_format: { type: 'json_schema', json_schema: { name: 'write', strict: true, schema: sampleRequest.answer.schema } },
      provider: { require_parameters: true },
      tools: [{ type: 'openrouter:web_search', parameters: { max_results: 5 } }],
    })
    expect(headers).toMatchObject({ 'x-openrouter-title': 'Perpetual', 'http-referer': 'https://example.org' })
  })

  test('Z.AI gets the schema in its system prompt and its own web search, and no attribution', async () => {
    const { body, headers } = await bodyFor('/api/paas/v4', { maxResults: 5 })
    expect(body['response_format']).toEqual({ type: 'json_object' })
    expect(body['messages']).toMatchObject([
      { content: expect.stringContaining(JSON.stringify(sampleRequest.answer.schema)) },
      {},
    ])
    expect(body['tools']).toEqual([
      { type: 'web_search', web_search: { enable: true, search_engine: 'search_pro', search_result: true, count: 5 } },
    ])
    expect(body).not.toHaveProperty('provider')
    expect(headers).not.toHaveProperty('x-openrouter-title')
  })

  test("GLM-5 is asked to reason little, as that comes out of the answer's tokens, and no other model is", () => {
    const efforts = (['zai', 'openrouter'] as const).flatMap(flavour =>
      ['glm-5.3-flash', 'glm-4.7-flash'].map(model => {
        const body = renderChatRequest({ ...sampleRequest, model }, { flavour, mode: 'json-object' })
        return 'reasoning_effort' in body ? body.reasoning_effort : undefined
      }),
    )
    expect(efforts).toEqual(['low', undefined, undefined, undefined])
  })

  test('a plain server gets neither tools nor routing', async () => {
    const { body } = await bodyFor('/v1', { maxResults: 5 })
    expect(Object.keys(body).toSorted()).toEqual(['max_tokens', 'messages', 'model', 'response_format'])
  })

  test('what the environment tells the SDK does not reach the wire', async () => {
    process.env['OPENAI_ORG_ID'] = 'org-leaked'
    process.env['OPENAI_CUSTOM_HEADERS'] = 'x-leaked: yes'
    const { headers } = await bodyFor('/v1', null)
    delete process.env['OPENAI_ORG_ID']
    delete process.env['OPENAI_CUSTOM_HEADERS']
    expect(JSON.stringify(headers)).not.toContain('leaked')
    expect(Object.keys(headers).filter(name => name.startsWith('x-'))).toEqual([])
  })

  test('a server that wants no key gets none', async () => {
    const server = await start()
    await adapterFor(`${server.url}/v1`, { key: null }).send(sampleRequest, never)
    expect(server.received[0]?.headers).not.toHaveProperty('authorization')
  })

  test('a redirect is not followed', async () => {
    const elsewhere = await start()
    const server = await start(() => ({ status: 307, headers: { location: `${elsewhere.url}/v1/chat/completions` } }))
    const error = await failureOf(adapterFor(`${server.url}/v1`).send(sampleRequest, never))
    expect(error).toMatchObject({ failure: 'bad-request', actBy: 'fix-config', sent: true, status: 307 })
    expect(elsewhere.received).toHaveLength(0)
    expect(server.received).toHaveLength(1)
  })

  test('the base URL of the coding plan is refused', () => {
    expect(() => adapterFor('https://api.z.ai/api/coding/paas/v4')).toThrow(/coding plan/)
  })
})

const answerTo = async (reply: Reply, path = '/api/v1') => {
  const server = await start(() => reply)
  return adapterFor(server.url + path).send(sampleRequest, never)
}

describe('what comes back', () => {
  test('an answer carries text, usage, cost, and who made it', async () => {
    await expect(answerTo({})).resolves.toEqual({
      text: '{"ok":true}',
      finish: 'stop',
      annotations: [],
      usage: { inputTokens: 10, outputTokens: 5, costUsd: 0.001 },
      modelServed: 'maker/model-served',
      provider: 'Maker',
      generationId: 'gen-1',
      rehearsal: false,
    })
  })

  test('the header of the embedded provider marks a rehearsal', async () => {
    await expect(answerTo({ headers: { 'x-perpetual-rehearsal': '1' } })).resolves.toMatchObject({ rehearsal: true })
  })

  test('without an id in the body the header tells the generation', async () => {
    const { id: _, provider: __, ...body } = completion()
    const answer = await answerTo({ headers: { 'x-generation-id': 'gen-header' }, body })
    expect(answer.generationId).toBe('gen-header')
    expect(answer.provider).toMatch(/^127\.0\.0\.1:\d+$/)
  })

  test('citations of OpenRouter become annotations, and a bad one costs only itself', async () => {
    const message = {
      content: '{}',
      annotations: [
        {
          type: 'url_citation',
          url_citation: { url: 'https://a.example', title: 'A', content: 'text of A', start_index: 0, end_index: 1 },
        },
        { type: 'url_citation', url_citation: { title: 'no url' } },
        { type: 'file', file: {} },
        'nonsense',
        { type: 'url_citation', url_citation: { url: 'https://b.example' } },
      ],
    }
    const answer = await answerTo({ body: completion({ choices: [{ finish_reason: 'stop', message }] }) })
    expect(answer.annotations).toEqual([
      { url: 'https://a.example', title: 'A', content: 'text of A' },
      { url: 'https://b.example', title: '', content: '' },
    ])
  })

  test('search results of Z.AI become annotations', async () => {
    const body = completion({
      web_search: [{ title: 'A', link: 'https://a.example', content: 'text', media: 'x' }, { title: 'no link' }],
    })
    const answer = await answerTo({ body }, '/api/paas/v4')
    expect(answer.annotations).toEqual([{ url: 'https://a.example', title: 'A', content: 'text' }])
  })

  test.each([
    ['stop', 'stop'],
    ['length', 'length'],
    ['content_filter', 'content_filter'],
    ['sensitive', 'content_filter'],
    ['tool_calls', 'other'],
    [null, 'other'],
  ])('finish reason %s is %s', async (reason, finish) => {
    const answer = await answerTo({ body: completion({ choices: [{ finish_reason: reason, message: { content: '{}' } }] }) })
    expect(answer.finish).toBe(finish)
  })

  test('a refusal of the model is a content filter and keeps its usage', async () => {
    const answer = await answerTo({
      body: completion({ choices: [{ finish_reason: 'stop', message: { content: null, refusal: 'I will not' } }] }),
    })
    expect(answer).toMatchObject({ text: '', finish: 'content_filter', usage: { inputTokens: 10 } })
  })

  test('nonsense in the usage counts as not told', async () => {
    const answer = await answerTo({ body: completion({ usage: { prompt_tokens: -5, completion_tokens: 'many', cost: -1 } }) })
    expect(answer.usage).toEqual({ inputTokens: 0, outputTokens: 0, costUsd: null })
  })

  test('overlong names are cut', async () => {
    const answer = await answerTo({ body: completion({ id: 'x'.repeat(10_000), model: 'y'.repeat(10_000) }) })
    expect([answer.generationId.length, answer.modelServed.length]).toEqual([200, 200])
  })
})

const failureWith = async (reply: Reply, path = '/api/v1', timeoutMs = 5000) => {
  const server = await start(() => reply)
  const error = await failureOf(adapterFor(server.url + path, { timeoutMs }).send(sampleRequest, never))
  expect(server.received).toHaveLength(1)
  return error
}

describe('what goes wrong', () => {
  const inTwoHours = String(Date.now() + 7_200_000)

  const cases: readonly [string, Reply, Record<string, unknown>][] = [
    [
      '401',
      errorReply(401, { message: 'User not found' }),
      { failure: 'key-refused', actBy: 'fix-config', retryable: false, status: 401 },
    ],
    ['403', errorReply(403, { message: 'no' }), { failure: 'key-refused', actBy: 'fix-config' }],
    ['403 key limit', errorReply(403, { message: 'Key limit exceeded (total limit)' }), { failure: 'no-credit' }],
    [
      '403 moderation',
      errorReply(403, { message: 'no', metadata: { reasons: ['hate'] } }),
      { failure: 'content-blocked', retryable: false },
    ],
    [
      '402',
      errorReply(402, { message: 'Insufficient credits' }),
      { failure: 'no-credit', actBy: 'fix-config', retryable: false },
    ],
    [
      '404',
      errorReply(404, { message: 'No endpoints found' }),
      { failure: 'bad-request', actBy: 'fix-config', retryable: false },
    ],
    ['400', errorReply(400, { message: 'schema is broken' }), { failure: 'bad-request', actBy: 'report-bug', retryable: false }],
    ['400 model', errorReply(400, { message: 'x/y is not a valid model ID' }), { failure: 'bad-request', actBy: 'fix-config' }],
    ['400 context', errorReply(400, { message: "This model's maximum context length is 8192 tokens" }), { actBy: 'report-bug' }],
    ['422', errorReply(422, { message: 'no' }), { failure: 'bad-request', actBy: 'report-bug' }],
    ['408', errorReply(408, { message: 'late' }), { failure: 'timeout', retryable: true, sent: true }],
    [
      '429 with seconds',
      errorReply(429, { message: 'slow' }, { 'retry-after': '7' }),
      { failure: 'rate', retryAfterMs: 7000, retryable: true },
    ],
    [
      '429 with milliseconds',
      errorReply(429, { message: 'slow' }, { 'retry-after-ms': '70' }),
      { failure: 'rate', retryAfterMs: 70 },
    ],
    ['429 without a hint', errorReply(429, { message: 'slow' }), { failure: 'rate', retryAfterMs: null }],
    [
      '429 free-models-per-day',
      errorReply(429, { message: 'Rate limit exceeded: free-models-per-day' }),
      { failure: 'quota', retryable: false },
    ],
    [
      '429 that reopens in hours',
      errorReply(429, { message: 'Rate limit exceeded', metadata: { headers: { 'X-RateLimit-Reset': inTwoHours } } }),
      { failure: 'quota' },
    ],
    ['insufficient_quota', errorReply(429, { code: 'insufficient_quota', message: 'billing' }), { failure: 'no-credit' }],
    ['500', errorReply(500, { message: 'oops' }), { failure: 'provider-down', retryable: true, sent: true }],
    [
      '502 in HTML',
      { status: 502, headers: { 'content-type': 'text/html' }, text: '<html>Bad\n gateway</html>' },
      { failure: 'provider-down' },
    ],
    [
      '503',
      errorReply(503, { message: 'busy' }, { 'retry-after': '3' }),
      { failure: 'overloaded', retryAfterMs: 3000, retryable: true },
    ],
    ['500 without a body', { status: 500, text: '' }, { failure: 'provider-down', status: 500 }],
    ['429 with a code as text', errorReply(429, 'slow down'), { failure: 'rate' }],
    [
      '200 with an error',
      { body: { error: { code: 502, message: 'mid-way' } } },
      { failure: 'provider-down', status: 502, sent: true },
    ],
    ['200 with a rate error', { body: { error: { code: 429, message: 'mid-way' } } }, { failure: 'rate', status: 429 }],
    ['200 with an error of no code', { body: { error: { message: 'mid-way' } } }, { failure: 'provider-down', status: 200 }],
    [
      '200 with an error in the choice',
      { body: completion({ choices: [{ error: { code: 503, message: 'x' } }] }) },
      { failure: 'overloaded' },
    ],
    ['200 without choices', { body: { id: 'x' } }, { failure: 'provider-down', sent: true }],
    ['200 with no choice', { body: completion({ choices: [] }) }, { failure: 'provider-down', sent: true }],
    ['200 with a list', { body: [] }, { failure: 'provider-down', sent: true }],
    ['200 with half a JSON', { text: '{"id": "gen-1", "choices": [' }, { failure: 'provider-down', sent: true, retryable: true }],
    ['200 with HTML', { headers: { 'content-type': 'text/html' }, text: '<html>' }, { failure: 'provider-down', sent: true }],
    ['200 with nothing', { text: '' }, { failure: 'provider-down', sent: true }],
    ['a connection dropped before the headers', 'drop', { failure: 'no-connection', sent: true, retryable: true }],
    ['a connection dropped in the body', 'drop-in-body', { failure: 'no-connection', sent: true, retryable: true }],
  ]
  test.each(cases)('%s', async (_, reply, expected) => {
    const error = await failureWith(reply)
    expect(error).toMatchObject(expected)
    expect(error.message).not.toContain('\n')
    expect(error.message).toContain('127.0.0.1')
  })

  test.each([
    ['1112', 'key-refused'],
    ['1113', 'no-credit'],
    ['1301', 'content-blocked'],
    ['1302', 'rate'],
    ['1303', 'rate'],
    ['1304', 'quota'],
    ['1305', 'overloaded'],
    ['1308', 'quota'],
    ['1309', 'quota'],
    ['1310', 'quota'],
  ])("Z.AI's %s is %s, whatever its status", async (code, failure) => {
    for (const status of [429, 400, 200]) {
      const error = await failureWith({ status, body: { error: { code, message: 'in Chinese' } } }, '/api/paas/v4')
      expect(error.failure).toBe(failure)
      expect(error.message).toContain(code)
    }
  })

  test('a Retry-After date is measured by the clock of the provider', async () => {
    const headers = { date: 'Fri, 01 Jan 2100 00:00:00 GMT', 'retry-after': 'Fri, 01 Jan 2100 00:01:30 GMT' }
    await expect(failureWith(errorReply(429, { message: 'slow' }, headers))).resolves.toMatchObject({ retryAfterMs: 90_000 })
  })

  test('an error in mid-generation keeps what it used', async () => {
    const usage = { prompt_tokens: 7, completion_tokens: 3, cost: 0.5 }
    const error = await failureWith({ body: { error: { code: 502, message: 'x' }, usage } })
    expect(error.usage).toEqual({ inputTokens: 7, outputTokens: 3, costUsd: 0.5 })
  })

  test.each(['hang', 'hang-in-error', { delayMs: 2000 }] as const)(
    'no answer in time is a timeout that was sent: %j',
    async reply => {
      await expect(failureWith(reply, '/api/v1', 150)).resolves.toMatchObject({ failure: 'timeout', sent: true, retryable: true })
    },
  )

  test('nobody listening is no send', async () => {
    const error = await failureOf(adapterFor(`http://127.0.0.1:${await freePort()}/v1`).send(sampleRequest, never))
    expect(error).toMatchObject({ failure: 'no-connection', sent: false, retryable: true })
    expect(error.message).toContain('ECONNREFUSED')
  })

  test('a name that does not exist is no send', async () => {
    const error = await failureOf(adapterFor('http://nobody.invalid/v1').send(sampleRequest, never))
    expect(error).toMatchObject({ failure: 'no-connection', sent: false })
  })

  test('a TLS handshake that fails is no send', async () => {
    const server = await start()
    const error = await failureOf(adapterFor(`${server.url.replace('http:', 'https:')}/v1`).send(sampleRequest, never))
    expect(error).toMatchObject({ failure: 'no-connection', sent: false })
    expect(server.received).toHaveLength(0)
  })

  test('an abort in mid-flight was sent and is no failure of the provider', async () => {
    const controller = new AbortController()
    const server = await start(() => {
      controller.abort()
      return 'hang'
    })
    const error = await failureOf(adapterFor(`${server.url}/v1`).send(sampleRequest, controller.signal))
    expect(error).toMatchObject({ failure: 'aborted', sent: true, retryable: false })
  })

  test.each(['', '   '])('a missing key (%j) sends nothing and names the variable', async missing => {
    const server = await start()
    const error = await failureOf(adapterFor(`${server.url}/v1`, { key: missing }).send(sampleRequest, never))
    expect(error).toMatchObject({ failure: 'key-missing', sent: false, actBy: 'fix-config' })
    expect(error.message).toContain('OPENROUTER_API_KEY')
    expect(server.received).toHaveLength(0)
  })
})

describe('the account', () => {
  test('OpenRouter tells its own daily count and credit', async () => {
    const data = {
      limit: 10,
      limit_remaining: 7.5,
      usage: 2.5,
      free_model_daily_requests: { limit: 1000, used: 12, remaining: 988 },
    }
    const server = await start(() => ({ body: { data } }))
    await expect(adapterFor(`${server.url}/api/v1`).account(never)).resolves.toEqual({
      sendsToday: 12,
      sendsPerDay: 1000,
      creditLeftUsd: 7.5,
    })
    expect(server.received.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /api/v1/key'])
  })

  test('others tell nothing and are not asked', async () => {
    const server = await start()
    await expect(adapterFor(`${server.url}/v1`).account(never)).resolves.toEqual({
      sendsToday: null,
      sendsPerDay: null,
      creditLeftUsd: null,
    })
    expect(server.received).toHaveLength(0)
  })

  test.each([
    { body: {} },
    { text: 'no JSON' },
    { body: { data: { limit_remaining: null, free_model_daily_requests: 'many' } } },
  ])('nonsense tells nothing: %j', async reply => {
    const server = await start(() => reply)
    const account = await adapterFor(`${server.url}/api/v1`).account(never)
    expect(account).toEqual({ sendsToday: null, sendsPerDay: null, creditLeftUsd: null })
  })

  test('a refused key is told', async () => {
    const server = await start(() => errorReply(401, { message: 'no' }))
    await expect(failureOf(adapterFor(`${server.url}/api/v1`).account(never))).resolves.toMatchObject({ failure: 'key-refused' })
  })
})
