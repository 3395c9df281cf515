import { inspect } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createGemini } from '../../src/models/gemini.ts'
import { batchFor, geminiKey, geminiModel, optionsFor, videoItem } from './gemini-samples.ts'
import { failureOf, never } from './samples.ts'
import { startScriptedServer, type Received, type Script } from './scripted-server.ts'

const serve = async (script: Script) => {
  const server = await startScriptedServer(script)
  onTestFinished(() => server.close())
  return server
}
const items = [videoItem('zyxwvutsrq1'), videoItem('zyxwvutsrq2')]
const name = 'batches/one'
const operation = (output: unknown, overrides: Record<string, unknown> = {}) => ({
  name,
  done: true,
  metadata: { state: 'BATCH_STATE_SUCCEEDED', displayName: 'd' },
  response: output,
  ...overrides,
})
const answer = (text: string) => ({ candidates: [{ content: { parts: [{ text }] }, finishReason: 'STOP' }] })

describe('the key', () => {
  const allOf = (error: Error): string =>
    [error.stack, JSON.stringify(error), inspect(error, { depth: 20, showHidden: true }), inspect(error.cause)].join('\n')
  const traces = (text: string): readonly string[] =>
    Array.from({ length: geminiKey.length - 5 }, (_, at) => geminiKey.slice(at, at + 6)).filter(piece => text.includes(piece))
  const echo = ({ headers }: Received): string => JSON.stringify(headers)
  const echoes: readonly [string, Script][] = [
    ['a 400 that echoes all headers', received => ({ status: 400, body: { error: { code: 400, message: echo(received) } } })],
    [
      'a 500 that echoes them as text',
      received => ({ status: 500, headers: { 'content-type': 'text/plain' }, text: echo(received) }),
    ],
    ['a 200 of broken JSON that echoes them', received => ({ text: `{"error": ${echo(received)} and` })],
    ['a redirect', () => ({ status: 302, headers: { location: `http://127.0.0.1:9/?key=${geminiKey}` } })],
  ]

  test.each(echoes)('shows nowhere after %s, and goes out in one header alone', async (_, script) => {
    const server = await serve(script)
    const batch = batchFor(server.url)
    const attempts = [
      createGemini(optionsFor(server.url)).send(videoItem('zyxwvutsrq1').request, never),
      batch.submit({ display: 'd', model: geminiModel, items }, never),
      batch.list(never),
      batch.results(name, items, never),
    ]
    for (const error of await Promise.all(attempts.map(failureOf))) expect(traces(allOf(error))).toEqual([])
    for (const { headers, path } of server.received) {
      expect(headers['x-goog-api-key']).toBe(geminiKey)
      expect(traces(`${path}${JSON.stringify({ ...headers, 'x-goog-api-key': '' })}`)).toEqual([])
    }
  })

  test('shows in no result of a job that quotes it', async () => {
    const error = { code: 3, message: `no ${geminiKey}` }
    const responses = [{ response: answer(`my key is ${geminiKey}`) }, { error }]
    const server = await serve(() => ({
      body: operation({ inlinedResponses: { inlinedResponses: responses } }, { error: { code: 1, message: geminiKey } }),
    }))
    const batch = batchFor(server.url)
    const results = (await batch.results(name, items, never)).map(({ result }) => result)
    expect(traces(JSON.stringify([results, await batch.get(name, never)]))).toEqual([])
  })

  test('is not carried along a redirect', async () => {
    const elsewhere = await serve(() => ({ body: { name } }))
    const server = await serve(() => ({ status: 307, headers: { location: `${elsewhere.url}/v1beta/${name}` } }))
    expect(await failureOf(batchFor(server.url).get(name, never))).toMatchObject({ failure: 'bad-request', actBy: 'fix-config' })
    expect(elsewhere.received).toEqual([])
  })

  test('that fits no header is told without sending anything', async () => {
    const server = await serve(() => ({}))
    const error = await failureOf(batchFor(server.url, { key: `${geminiKey}\n${geminiKey}` }).list(never))
    expect(error).toMatchObject({ failure: 'key-refused', sent: false })
    expect(traces(allOf(error))).toEqual([])
    expect(server.received).toEqual([])
  })
})
