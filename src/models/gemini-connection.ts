import type { GoogleGenAI } from '@google/genai'
import { PerpetualError } from '../domain/errors.ts'
import { createFailures, type Failures } from './failure.ts'
import { createGeminiWire, type GeminiWire } from './gemini-wire.ts'
import { ModelError } from './model-error.ts'
import { createScrubber, type Scrubber } from './scrub.ts'
import { fitsHeader, type Fetch } from './wire.ts'

export interface GeminiOptions {
  /** With or without a slash at the end; `/v1beta/…` follows. */
  readonly baseUrl: string
  /** Null and an empty string are a key that is missing. */
  readonly key: string | null
  /** The environment variable that the key comes from, for messages. */
  readonly keyName: string
  /** From the first byte out to the last byte in, for each request; an upload counts as one. */
  readonly timeoutMs: number
  /** The most that a JSON answer may hold; 64 MiB where it is left out, since inline results come with their job. */
  readonly answerBytes?: number | undefined
  readonly fetch?: Fetch | undefined
}

/** One key at one host, which both Gemini adapters speak through. */
export interface GeminiConnection {
  readonly failures: Failures
  readonly scrub: Scrubber
  /** `{base}/v1beta`. */
  readonly api: string
  /** Runs one request of the SDK with its deadline; rejects with a `ModelError` and nothing else. */
  readonly exchange: <Value>(signal: AbortSignal, run: (client: GoogleGenAI) => Promise<Value>) => Promise<Value>
  /** The same without the SDK, for what it drops; it need not be loaded for that. */
  readonly look: <Value>(signal: AbortSignal, run: (wire: GeminiWire) => Promise<Value>) => Promise<Value>
}

const answerBytesDefault = 64 * 1024 * 1024

const unusableKey = (key: string, failures: Failures): ModelError | undefined => {
  if (key === '') return failures.of('key-missing', { sent: false })
  return fitsHeader(key)
    ? undefined
    : failures.of('key-refused', { sent: false, detail: 'it holds characters that no HTTP header may hold' })
}

/** The same wire within one request's bounds, so that the SDK's uploads, which take no signal, obey them too. */
const boundedBy = (wire: GeminiWire, bounds: AbortSignal): GeminiWire => ({
  whole: (input, init) => wire.whole(input, { ...init, signal: bounds }),
  stream: (input, init) => wire.stream(input, { ...init, signal: bounds }),
})

/** The SDK takes 40 ms and more to load, so that happens at the first request that needs it. */
const createClientLoader = (baseUrl: string) => {
  const load = () => import('@google/genai')
  let loaded: ReturnType<typeof load> | undefined
  return async (fetch: Fetch): Promise<GoogleGenAI> => {
    const { GoogleGenAI: Client } = await (loaded ??= load())
    // Named here, because the SDK asks the environment for all that is not: another cloud, host or version.
    return new Client({ vertexai: false, apiKey: 'added-on-the-wire', apiVersion: 'v1beta', httpOptions: { baseUrl, fetch } })
  }
}

/** Throws a `PerpetualError` for a base URL that is none; a key that is missing is told by the first request. */
export const createGeminiConnection = ({ keyName, timeoutMs, fetch, ...options }: GeminiOptions): GeminiConnection => {
  if (!URL.canParse(options.baseUrl))
    throw new PerpetualError('Expected `baseUrl` to be a URL, got something else', { actBy: 'fix-config' })
  const baseUrl = options.baseUrl.replace(/\/+$/, '')
  const key = options.key?.trim() ?? ''
  const scrub = createScrubber(key)
  const failures = createFailures({ host: new URL(baseUrl).host, keyName }, scrub)
  const unusable = unusableKey(key, failures)
  const wire = createGeminiWire({ baseUrl, key, failures, answerBytes: options.answerBytes ?? answerBytesDefault, fetch })
  const load = createClientLoader(baseUrl)
  const look: GeminiConnection['look'] = async (signal, run) => {
    if (unusable !== undefined) throw unusable
    if (signal.aborted) throw failures.of('aborted', { sent: false })
    const deadline = AbortSignal.timeout(timeoutMs)
    try {
      return await run(boundedBy(wire, AbortSignal.any([signal, deadline])))
    } catch (error) {
      if (error instanceof ModelError) throw error
      // The caller's abort and our own deadline come first, because they leave odd errors behind.
      if (signal.aborted) throw failures.of('aborted', { sent: true })
      if (deadline.aborted) throw failures.of('timeout', { sent: true })
      // Fetch names what it failed on; whatever else is thrown, the SDK's reading of an answer that it did not expect, does not.
      if (error instanceof Error && error.cause !== undefined) throw failures.ofConnection(error)
      throw failures.of('provider-down', { sent: true, detail: 'the answer is nothing that was asked for' })
    }
  }
  return {
    failures,
    scrub,
    api: `${baseUrl}/v1beta`,
    look,
    exchange: (signal, run) => look(signal, async bounded => run(await load(bounded.whole))),
  }
}
