import { describe, expect, test } from 'vitest'
import { createGemini } from '../../src/models/gemini.ts'
import type { ModelFailure } from '../../src/models/model-error.ts'
import { startRehearsal } from '../../src/rehearsal/start-rehearsal.ts'
import { describeModelContract } from '../contracts/model-contract.ts'
import { optionsFor, rehearseGemini, videoItem } from './gemini-samples.ts'
import { failureOf, never } from './samples.ts'
import { freePort, startScriptedServer, type Reply } from './scripted-server.ts'

const { request } = videoItem('abcdefghij1')
const content = {
  candidates: [
    { content: { parts: [{ text: 'thinking', thought: true }, { text: '{"ok"' }, { text: ':true}' }] }, finishReason: 'STOP' },
  ],
  usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 5, thoughtsTokenCount: 3 },
  modelVersion: 'gemini-3.6-flash-001',
  responseId: 'r1',
}
const errorReply = (
  code: number,
  status: string,
  { message = 'no', details }: { message?: string; details?: unknown } = {},
): Reply => ({
  status: code,
  body: { error: { code, message, status, details } },
})
const info = (reason: string) => [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }]
const perDay = [
  {
    '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
    violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier' }],
  },
]
const faults = {
  rate: errorReply(429, 'RESOURCE_EXHAUSTED'),
  quota: errorReply(429, 'RESOURCE_EXHAUSTED', { details: perDay }),
  overloaded: errorReply(503, 'UNAVAILABLE'),
  'provider-down': errorReply(500, 'INTERNAL'),
  'no-connection': 'drop',
  'no-credit': errorReply(400, 'FAILED_PRECONDITION', { message: 'Enable billing on your project' }),
  'key-refused': errorReply(400, 'INVALID_ARGUMENT', { message: 'API key not valid.', details: info('API_KEY_INVALID') }),
  'content-blocked': { body: { promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: { promptTokenCount: 9 } } },
  'bad-request': errorReply(400, 'INVALID_ARGUMENT'),
} satisfies Partial<Record<ModelFailure, Reply>>
const isFailure = (name: string): name is keyof typeof faults => Object.hasOwn(faults, name)

describeModelContract(
  'gemini',
  async () => {
    const next: Reply[] = []
    const server = await startScriptedServer(() => next.shift() ?? { body: content })
    return {
      adapter: createGemini(optionsFor(server.url)),
      request,
      sends: () => server.received.length,
      faults: Object.fromEntries(Object.entries(faults).map(([failure, reply]) => [failure, () => void next.push(reply)])),
      close: server.close,
    }
  },
  Object.keys(faults).filter(isFailure),
)

describeModelContract(
  'gemini before the embedded provider',
  async () => {
    const rehearsal = await startRehearsal()
    return {
      adapter: createGemini(optionsFor(rehearsal.urls.gemini)),
      request,
      sends: async () => ((await (await fetch(`${rehearsal.control}/stats`)).json()) as { total: number }).total,
      faults: {},
      close: () => rehearsal.close(),
    }
  },
  [],
)

const asked = async (reply: Reply, options = {}) => {
  const server = await startScriptedServer(() => reply)
  try {
    const result = await createGemini(optionsFor(server.url, options))
      .send(request, never)
      .catch((error: unknown) => error)
    return { result, received: server.received }
  } finally {
    await server.close()
  }
}

describe('a direct request', () => {
  test('asks for the video, the prompt and the shape, and leaves out what new models refuse', async () => {
    const { received } = await asked({ body: content })
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ method: 'POST', path: '/v1beta/models/gemini-3.6-flash:generateContent' })
    expect(received[0]?.body).toEqual({
      contents: [{ role: 'user', parts: [{ fileData: { fileUri: request.video?.uri } }, { text: request.prompt }] }],
      systemInstruction: { parts: [{ text: 'You watch.' }] },
      generationConfig: {
        responseMimeType: 'application/json',
        responseJsonSchema: { type: 'object', title: 'videos' },
        maxOutputTokens: 16_000,
      },
    })
  })

  test('answers without thoughts, which are paid for', async () => {
    const { result } = await asked({ body: content })
    expect(result).toEqual({
      text: '{"ok":true}',
      finish: 'stop',
      annotations: [],
      usage: { inputTokens: 10, outputTokens: 8, costUsd: null },
      modelServed: 'gemini-3.6-flash-001',
      provider: 'Google',
      generationId: 'r1',
      rehearsal: false,
    })
  })

  test.each([
    ['MAX_TOKENS', 'length'],
    ['SAFETY', 'content_filter'],
    ['PROHIBITED_CONTENT', 'content_filter'],
    ['__proto__', 'other'],
  ])('that ended with %s has finished as %s', async (finishReason, finish) => {
    const { result } = await asked({ body: { ...content, candidates: [{ finishReason }] } })
    expect(result).toMatchObject({ text: '', finish })
  })

  test('is told how long to wait by the details of an error', async () => {
    const details = [null, 7, { retryDelay: '34.07s' }]
    const { result } = await asked(errorReply(429, 'RESOURCE_EXHAUSTED', { details }))
    expect(result).toMatchObject({ failure: 'rate', retryAfterMs: 34_070 })
  })

  test('for a video that is not public is refused for good, and does not blame the key', async () => {
    const provider = await rehearseGemini()
    const adapter = createGemini(optionsFor(provider.url))
    const error = await failureOf(adapter.send(videoItem('private0001').request, never))
    expect(error).toMatchObject({ failure: 'content-blocked', sent: true })
    await expect(adapter.send(videoItem('refuse00001').request, never)).resolves.toMatchObject({
      finish: 'stop',
      rehearsal: true,
    })
    expect((await provider.stats()).batches).toMatchObject({ direct: 2, submits: 0 })
  })

  test('of whose host nobody listens is not sent', async () => {
    const adapter = createGemini(optionsFor(`http://127.0.0.1:${await freePort()}`))
    expect(await failureOf(adapter.send(request, never))).toMatchObject({ failure: 'no-connection', sent: false })
  })

  test('that is not answered in time, or called off, says which', async () => {
    const server = await startScriptedServer(() => 'hang')
    const adapter = createGemini(optionsFor(server.url, { timeoutMs: 150 }))
    const ended = new AbortController()
    setTimeout(() => ended.abort(), 50)
    const [late, off] = await Promise.all([
      failureOf(adapter.send(request, never)),
      failureOf(adapter.send(request, ended.signal)),
    ])
    await server.close()
    expect(late).toMatchObject({ failure: 'timeout', sent: true })
    expect(off).toMatchObject({ failure: 'aborted', sent: true })
  })

  test('whose answer has no end is read so far and no further', async () => {
    const { result } = await asked({ body: { ...content, padding: 'x'.repeat(5000) } }, { answerBytes: 4000 })
    expect(result).toMatchObject({ failure: 'provider-down', message: expect.stringContaining('over 4000 bytes') })
  })

  test.each([
    ['no JSON', { text: 'not {json' }],
    ['a list', { body: [] }],
    ['null', { body: null }],
    ['no candidate', { body: {} }],
    ['candidates of another kind', { body: { candidates: 'many' } }],
    ['an answer that breaks off', 'drop-in-body'],
  ] as const)('that is answered with %s is the provider’s failure', async (_, reply) => {
    const { result } = await asked(reply)
    expect(result).toMatchObject({ name: 'ModelError', actBy: 'next-run', sent: true, retryable: true })
  })
})
