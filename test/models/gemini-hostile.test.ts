import { describe, expect, onTestFinished, test } from 'vitest'
import { batchFor, geminiKey, geminiModel, videoItem } from './gemini-samples.ts'
import { createFailures } from '../../src/models/failure.ts'
import { createGeminiWire } from '../../src/models/gemini-wire.ts'
import { readLines } from '../../src/models/limited-body.ts'
import { createScrubber } from '../../src/models/scrub.ts'
import { failureOf, never } from './samples.ts'
import { startScriptedServer, type Reply, type Script } from './scripted-server.ts'

const serve = async (script: Script) => {
  const server = await startScriptedServer(script)
  onTestFinished(() => server.close())
  return server
}
const items = [videoItem('zyxwvutsrq1'), videoItem('zyxwvutsrq2')]
const [first = '', second = ''] = items.map(({ key }) => key)
const name = 'batches/one'
const operation = (output: unknown, overrides: Record<string, unknown> = {}) => ({
  name,
  done: true,
  metadata: { state: 'BATCH_STATE_SUCCEEDED', displayName: 'd', createTime: '2026-11-22T10:00:00Z' },
  response: output,
  ...overrides,
})
const answer = (text: string) => ({ candidates: [{ content: { parts: [{ text }] }, finishReason: 'STOP' }] })
const inlined = (responses: unknown) => ({ body: operation({ inlinedResponses: { inlinedResponses: responses } }) })
const texts = async (script: Script, resultBytes?: number) => {
  const server = await serve(script)
  const results = await batchFor(server.url, { resultBytes }).results(name, items, never)
  return results.map(({ result }) => (result.type === 'answer' ? result.answer.text : `${result.code}: ${result.message}`))
}
const file =
  (text: string): Script =>
  ({ path }) =>
    path.includes(':download') ? { text } : { body: operation({ responsesFile: 'files/out' }) }

describe('results of a hostile provider', () => {
  test('with keys that nobody submitted, or twice, bring each item once and the first counts', async () => {
    const entry = (key: unknown, text: string) => ({ metadata: { key }, response: answer(text) })
    expect(
      await texts(() => inlined([entry('other', 'x'), entry(second, 'b'), entry(first, 'a'), entry(first, 'z'), 7, null])),
    ).toEqual(['a', 'b'])
  })

  test('without keys are taken by their order only where there are as many as were asked for', async () => {
    const bare = (text: string) => ({ response: answer(text) })
    expect(await texts(() => inlined([bare('a'), bare('b')]))).toEqual(['a', 'b'])
    const missing = 'null: the job brought nothing for this item'
    expect(await texts(() => inlined([bare('a')]))).toEqual([missing, missing])
  })

  test('that are no list, no answer or an error without words leave an error', async () => {
    expect(await texts(() => inlined('many'))).toEqual(Array(2).fill('null: the job brought nothing for this item'))
    const blocked = { promptFeedback: { blockReason: 'SAFETY' } }
    expect(
      await texts(() =>
        inlined([
          { metadata: { key: first }, response: 5 },
          { metadata: { key: second }, response: blocked },
        ]),
      ),
    ).toEqual(['null: the response is no generated content', 'null: blocked: SAFETY'])
    expect(await texts(() => inlined([{ error: { code: 'x' } }, { error: {} }]))).toEqual(
      Array(2).fill('null: no reason was given'),
    )
  })

  test('in a file are read past lines that are broken, empty, foreign or far too long', async () => {
    const line = (key: string, text: string) => JSON.stringify({ key, response: answer(text) })
    const long = `"${'x'.repeat(17 * 1024 * 1024)}"`
    const lines = [
      '{"key":',
      '',
      'null',
      '[]',
      line('__proto__', 'p'),
      line(first, 'a'),
      long,
      line(second, 'b'),
      line(first, 'z'),
    ]
    expect(await texts(file(lines.join('\n')))).toEqual(['a', 'b'])
  })

  test('in a file without an end are read so far and no further', async () => {
    const line = `${JSON.stringify({ key: first, response: answer('a') })}\n`
    expect(await texts(file(line + 'x'.repeat(100_000)), 1000)).toEqual(['a', '11: the results have over 1000 bytes'])
  })

  test.each([403, 404])('in a file that is gone (%i) are lost for good, and not asked for again for ever', async status => {
    const gone: Script = ({ path }) =>
      path.includes(':download') ? { status, body: {} } : { body: operation({ responsesFile: 'files/out' }) }
    expect(await texts(gone)).toEqual(Array(2).fill('15: the file of results is gone'))
  })

  test('in a file that breaks off are no results: the next run reads them again', async () => {
    const server = await serve(({ path }) =>
      path.includes(':download') ? 'drop-in-body' : { body: operation({ responsesFile: 'files/out' }) },
    )
    const error = await failureOf(batchFor(server.url).results(name, items, never))
    expect(error).toMatchObject({ failure: 'no-connection', actBy: 'next-run' })
  })

  test('in a file that is called otherwise are not fetched', async () => {
    const server = await serve(() => ({ body: operation({ responsesFile: '../../secrets' }) }))
    const results = await batchFor(server.url).results(name, items, never)
    expect(results.every(({ result }) => result.type === 'error')).toBe(true)
    expect(server.received).toHaveLength(1)
  })

  test('of a real provider are no rehearsal, and those that say so in either way are', async () => {
    const rehearsed = async (reply: Partial<Exclude<Reply, string>>, modelVersion: string) => {
      const server = await serve(() => ({ ...inlined([{ response: { ...answer('a'), modelVersion } }]), ...reply }))
      const [outcome] = await batchFor(server.url).results(name, items.slice(0, 1), never)
      return outcome?.result.type === 'answer' && outcome.result.answer.rehearsal
    }
    expect(await rehearsed({}, geminiModel)).toBe(false)
    expect(await rehearsed({}, `rehearsal/${geminiModel}`)).toBe(true)
    expect(await rehearsed({ headers: { 'x-perpetual-rehearsal': '1' } }, geminiModel)).toBe(true)
  })
})

describe('jobs of a hostile provider', () => {
  test('with names that are none are not believed', async () => {
    const server = await serve(() => ({ body: { name: 'batches/../keys', metadata: { state: 'BATCH_STATE_PENDING' } } }))
    const batch = batchFor(server.url)
    const submitting = batch.submit({ display: 'd', model: geminiModel, items }, never)
    expect(await failureOf(submitting)).toMatchObject({ failure: 'provider-down', sent: true })
    expect(await failureOf(batch.get(name, never))).toMatchObject({ failure: 'provider-down' })
    const before = server.received.length
    expect(await failureOf(batch.get('batches/../keys', never))).toMatchObject({ failure: 'bad-request', sent: false })
    expect(server.received).toHaveLength(before)
  })

  test.each([
    ['BATCH_STATE_SOMETHING_NEW', false, 'alive'],
    ['BATCH_STATE_SOMETHING_NEW', true, 'succeeded'],
    ['JOB_STATE_CANCELLING', false, 'cancelling'],
    ['constructor', false, 'alive'],
    [7, false, 'alive'],
  ])('in the state %s, done: %s, are %s', async (state, done, expected) => {
    const server = await serve(() => ({ body: { name, done, metadata: { state } } }))
    expect(await batchFor(server.url).get(name, never)).toMatchObject({ state: expected, createdAt: null })
  })

  test('in pages that repeat, break or hold other things are an incomplete list, from which nothing follows', async () => {
    const page = (index: number) => ({ operations: [{ name: `batches/n${index}` }], nextPageToken: 'again' })
    const endless = await serve((_, n) => ({ body: page(n) }))
    const list = await batchFor(endless.url).list(never)
    expect(list.complete).toBe(false)
    expect(endless.received.length).toBeLessThan(5)
    const broken = await serve((_, n) => (n === 1 ? { body: page(n) } : { status: 500, body: {} }))
    expect(await batchFor(broken.url).list(never)).toMatchObject({ complete: false, jobs: [{ name: 'batches/n1' }] })
    const strange = await serve(() => ({ body: { operations: [{ name: 'keys/1' }, { name }] } }))
    expect(await batchFor(strange.url).list(never)).toMatchObject({ complete: false, jobs: [{ name }] })
    const down = await serve(() => ({ status: 500, body: {} }))
    expect(await failureOf(batchFor(down.url).list(never))).toMatchObject({ failure: 'provider-down' })
    const none = await serve(() => ({ body: {} }))
    expect(await batchFor(none.url).list(never)).toEqual({ complete: true, jobs: [] })
  })
})

describe('an upload to a hostile provider', () => {
  const submitOne = (url: string) =>
    batchFor(url, { inlineBytes: 10 }).submit({ display: 'd', model: geminiModel, items: items.slice(0, 1) }, never)

  test('that loses its status is sent once, not three times as the SDK would', async () => {
    const server = await serve(({ headers }) => ({
      headers: headers['x-goog-upload-command'] === 'start' ? { 'x-goog-upload-url': `${server.url}/upload/1` } : {},
      body: {},
    }))
    expect(await failureOf(submitOne(server.url))).toMatchObject({ failure: 'provider-down', sent: false })
    expect(server.received.map(({ path }) => path)).toEqual(['/upload/v1beta/files', '/upload/1'])
  })

  test('that is to go to another host does not go there', async () => {
    const elsewhere = await serve(() => ({ headers: { 'x-goog-upload-status': 'final' }, body: { file: { name: 'files/a' } } }))
    const server = await serve(({ headers }) =>
      headers['x-goog-upload-command'] === 'start'
        ? { headers: { 'x-goog-upload-url': `${elsewhere.url}/upload/1` }, body: {} }
        : { status: 400, body: {} },
    )
    expect(await failureOf(submitOne(server.url))).toMatchObject({ sent: false })
    expect(elsewhere.received).toEqual([])
    const failures = createFailures({ host: 'h', keyName: 'K' }, createScrubber(geminiKey))
    const wire = createGeminiWire({ baseUrl: server.url, key: geminiKey, failures, answerBytes: 1000 })
    expect(await failureOf(wire.whole(`${elsewhere.url}/v1beta/batches`))).toMatchObject({ failure: 'provider-down' })
    expect(elsewhere.received).toEqual([])
  })

  test('whose file is none makes no job', async () => {
    const server = await serve(({ headers }) =>
      headers['x-goog-upload-command'] === 'start'
        ? { headers: { 'x-goog-upload-url': `${server.url}/upload/1` }, body: {} }
        : { headers: { 'x-goog-upload-status': 'final' }, body: { file: { name: '../keys' } } },
    )
    expect(await failureOf(submitOne(server.url))).toMatchObject({ failure: 'provider-down', sent: false })
    expect(server.received).toHaveLength(2)
  })
})

test('lines come whole, however the body is cut', async () => {
  const text = 'é1\n\nzwölf\nlast'
  const bytes = new TextEncoder().encode(text)
  const body = new ReadableStream<Uint8Array>({
    start: controller => {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
      controller.close()
    },
  })
  const lines: (string | null)[] = []
  const bounds = { bytes: 100, lineBytes: 4, onCut: () => undefined }
  for await (const line of readLines(new Response(body), bounds)) lines.push(line)
  expect(lines).toEqual(['é1', '', null, 'last'])
})
