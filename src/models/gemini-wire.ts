import type { Failures } from './failure.ts'
import { readGeminiError } from './gemini-error.ts'
import { readLimited } from './limited-body.ts'
import type { Fetch } from './wire.ts'

export interface GeminiWireOptions {
  readonly baseUrl: string
  readonly key: string
  readonly failures: Failures
  /** The most that a JSON answer may hold. */
  readonly answerBytes: number
  readonly fetch?: Fetch | undefined
}

/** Two ways through the same door; both reject with a `ModelError` for an answer that is no 2xx. */
export interface GeminiWire {
  /** The answer whole, at most `answerBytes`. */
  readonly whole: Fetch
  /** The answer while it arrives. */
  readonly stream: Fetch
}

/** An error's body is read that far. */
const errorBytes = 65_536

/** Of the SDK's headers only those that say what is uploaded. */
const keptHeader = /^(content-type|x-goog-upload-.+)$/

const headersOf = (init: RequestInit | undefined, key: string): Headers => {
  const headers = new Headers({ accept: 'application/json', 'user-agent': 'perpetual', 'x-goog-api-key': key })
  for (const [name, value] of new Headers(init?.headers)) if (keptHeader.test(name)) headers.set(name, value)
  return headers
}

const urlOf = (input: string | URL | Request): URL => new URL(input instanceof Request ? input.url : input)

/** The SDK sends a part of an upload again, with waits of its own, where this header is missing. */
const uploadStatus = 'x-goog-upload-status'
const isUploadPart = (headers: Headers): boolean => headers.get('x-goog-upload-command')?.startsWith('upload') ?? false

/**
 * The only door to Gemini: adds the key, so that the SDK never holds it, sends it to the configured host alone, wherever an
 * answer points (an upload's address is the provider's word), follows no redirect, and reads no more than it is told to.
 */
export const createGeminiWire = ({
  baseUrl,
  key,
  failures,
  answerBytes,
  fetch = globalThis.fetch,
}: GeminiWireOptions): GeminiWire => {
  const { origin } = new URL(baseUrl)
  const stream: Fetch = async (input, init) => {
    const url = urlOf(input)
    if (url.origin !== origin)
      throw failures.of('provider-down', { sent: true, detail: `it points to another host, ${url.host}` })
    const headers = headersOf(init, key)
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    if (!response.ok) {
      const body = await readLimited(response, errorBytes)
      const { error, headers: said } = readGeminiError(body.text, response.headers)
      throw failures.ofResponse(error, { status: response.status, headers: said })
    }
    if (isUploadPart(headers) && !response.headers.has(uploadStatus))
      throw failures.of('provider-down', { sent: true, status: response.status, detail: 'the upload has no status' })
    return response
  }
  const whole: Fetch = async (input, init) => {
    const { body, headers, status } = await stream(input, init).then(async response => ({
      body: await readLimited(response, answerBytes),
      headers: response.headers,
      status: response.status,
    }))
    if (body.cut) throw failures.of('provider-down', { sent: true, status, detail: `the answer has over ${answerBytes} bytes` })
    return new Response(body.text === '' ? null : body.text, { status, headers })
  }
  return { whole, stream }
}
