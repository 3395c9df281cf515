import { inspect } from 'node:util'
import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { createScrubber } from '../../src/models/scrub.ts'
import { adapterFor, failureOf, key, never, sampleRequest } from './samples.ts'
import { completion, startScriptedServer, type Received, type Reply } from './scripted-server.ts'

const started: { close: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(started.splice(0).map(server => server.close()))
})

/** Everything that a logger, a reporter or a careless `JSON.stringify` could show of an error. */
const allOf = (error: Error): string =>
  [
    error.message,
    error.stack,
    String(error),
    JSON.stringify(error),
    inspect(error, { depth: 20, showHidden: true }),
    inspect(error.cause),
  ].join('\n')

/** No six characters of the key in a row. */
const expectNoTrace = (text: string): void => {
  const traces = Array.from({ length: key.length - 5 }, (_, at) => key.slice(at, at + 6)).filter(piece => text.includes(piece))
  expect(traces).toEqual([])
}

const echo = ({ headers }: Received): string => JSON.stringify(headers)
const echoes: readonly [string, (received: Received) => Reply][] = [
  [
    'a 401 that echoes all headers',
    received => ({ status: 401, body: { error: { message: echo(received), headers: received.headers } } }),
  ],
  [
    'a 500 that echoes them as text',
    received => ({ status: 500, headers: { 'content-type': 'text/plain' }, text: echo(received) }),
  ],
  ['a 200 with an error that echoes them', received => ({ body: { error: { code: 502, message: echo(received) } } })],
  ['a 200 of broken JSON that echoes them', received => ({ text: `{"error": ${echo(received)} and more` })],
  ['a 429 with half the key in it', () => ({ status: 429, body: { error: { message: `Key ${key.slice(0, 20)} is too fast` } } })],
  ['a 400 with the end of the key', () => ({ status: 400, body: { error: { message: `…${key.slice(-9)}`, code: key } } })],
  [
    'a redirect with the key in its place',
    () => ({ status: 302, headers: { location: `http://elsewhere.invalid/?key=${key}` } }),
  ],
]

describe('the key', () => {
  test.each(echoes)('shows nowhere after %s', async (_, script) => {
    const server = await startScriptedServer(script)
    started.push(server)
    const error = await failureOf(adapterFor(`${server.url}/api/v1`).send(sampleRequest, never))
    expect(server.received[0]?.headers.authorization).toBe(`Bearer ${key}`)
    expectNoTrace(allOf(error))
    expect(error.cause).toBeUndefined()
  })

  test('shows nowhere after an account request that echoes it', async () => {
    const server = await startScriptedServer(received => ({ status: 500, body: { error: { message: echo(received) } } }))
    started.push(server)
    const error = await failureOf(adapterFor(`${server.url}/api/v1`).account(never))
    expect(error.failure).toBe('provider-down')
    expectNoTrace(allOf(error))
  })

  test('shows nowhere where it does not fit into a header', async () => {
    const broken = `${key}\n${key}`
    const error = await failureOf(adapterFor('http://127.0.0.1:9999/v1', { key: broken }).send(sampleRequest, never))
    expect(error).toMatchObject({ failure: 'key-refused', sent: false, actBy: 'fix-config' })
    expectNoTrace(allOf(error))
  })

  test('shows in no part of an answer that echoes it', async () => {
    const server = await startScriptedServer(({ headers }) => ({
      body: completion({
        id: headers.authorization,
        model: headers.authorization,
        provider: key,
        choices: [
          {
            finish_reason: 'stop',
            message: {
              content: `It is ${key}.`,
              annotations: [
                { type: 'url_citation', url_citation: { url: `https://a.example/${key}`, title: key, content: key } },
              ],
            },
          },
        ],
      }),
    }))
    started.push(server)
    const answer = await adapterFor(`${server.url}/api/v1`).send(sampleRequest, never)
    expectNoTrace(JSON.stringify(answer))
    expect(answer.text).toBe('It is [key].')
  })

  test('a key that ends in a line break, as secrets do, works', async () => {
    const server = await startScriptedServer()
    started.push(server)
    await adapterFor(`${server.url}/api/v1`, { key: `${key}\n` }).send(sampleRequest, never)
    expect(server.received[0]?.headers.authorization).toBe(`Bearer ${key}`)
  })
})

describe('scrubbing', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefgh0123456789-'.split('')), minLength: 20, maxLength: 60 })

  test('whatever stands around any piece of six characters, it goes', () => {
    fc.assert(
      fc.property(
        letters,
        fc.tuple(fc.string(), fc.string()),
        fc.tuple(fc.nat(), fc.integer({ min: 6, max: 60 })),
        (...[secret, around, [from, length]]) => {
          const start = from % (secret.length - 6)
          const piece = secret.slice(start, start + length)
          expect(createScrubber(secret).message(around.join(piece))).not.toContain(piece)
        },
      ),
    )
  })

  test('an answer without the key is left as it is', () => {
    fc.assert(
      fc.property(letters, fc.string({ maxLength: 400 }), (secret, text) => {
        fc.pre(!Array.from({ length: secret.length }, (_, at) => secret.slice(at, at + 12)).some(piece => text.includes(piece)))
        expect(createScrubber(secret).text(text)).toBe(text)
      }),
    )
  })

  test('an answer with any twelve characters of the key loses them', () => {
    fc.assert(
      fc.property(letters, fc.nat(), fc.integer({ min: 12, max: 60 }), (secret, from, length) => {
        const start = from % (secret.length - 12)
        const piece = secret.slice(start, start + length)
        expect(createScrubber(secret).text(`(${piece})`)).not.toContain(piece.slice(0, 12))
      }),
    )
  })

  test('a message is one line of at most 300 characters without control characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }).map(text => text.repeat(10)),
        text => {
          const message = createScrubber('secret-of-twenty-char').message(text)
          expect(message.length).toBeLessThanOrEqual(300)
          expect(message).not.toMatch(/[\n\r\u0000-\u001f\u2028\u2029]/)
        },
      ),
    )
  })

  test('a short key, as local servers take, leaves answers alone', () => {
    expect(createScrubber('ollama').text('{"tool":"ollama"}')).toBe('{"tool":"ollama"}')
  })
})
