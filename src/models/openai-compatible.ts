import { PerpetualError } from '../domain/errors.ts'
import type { ModelAnswer, ModelRequest } from '../domain/model.ts'
import { errorIn, readKeyAccount } from './account.ts'
import { renderChatRequest } from './chat-request.ts'
import { readChatResponse } from './chat-response.ts'
import { createFailures, type Failures } from './failure.ts'
import { answerModeOf, flavourOf, type AnswerMode, type Flavour } from './flavour.ts'
import { ModelError } from './model-error.ts'
import { unknownAccount, type ModelAdapter, type ProviderAccount } from './model.ts'
import { createScrubber, type Scrubber } from './scrub.ts'
import { createWire, fitsHeader, type Fetch } from './wire.ts'

export interface OpenAiCompatibleOptions {
  readonly baseUrl: string
  /** Null where the server wants none; an empty string is a key that is missing. */
  readonly key: string | null
  /** The environment variable that the key comes from, for messages. */
  readonly keyName: string
  /** From the base URL where it is left out. */
  readonly flavour?: Flavour | undefined
  /** From the flavour where it is left out. */
  readonly mode?: AnswerMode | undefined
  readonly title?: string | undefined
  readonly referer?: string | undefined
  /** From the first byte out to the last byte in; Node's fetch itself gives up after 300 s without a header. */
  readonly timeoutMs: number
  readonly fetch?: Fetch | undefined
}

/** One adapter's parts, built once. */
interface Parts {
  readonly baseUrl: string
  readonly flavour: Flavour
  readonly mode: AnswerMode
  readonly host: string
  readonly timeoutMs: number
  readonly wire: Fetch
  readonly scrub: Scrubber
  readonly failures: Failures
  /** Why nothing can be sent at all; undefined where it can. */
  readonly unusable: ModelError | undefined
}

const unusableKey = (key: string | null, failures: Failures): ModelError | undefined => {
  if (key === null) return undefined
  if (key === '') return failures.of('key-missing', { sent: false })
  return fitsHeader(key)
    ? undefined
    : failures.of('key-refused', { sent: false, detail: 'it holds characters that no HTTP header may hold' })
}

const refuseBaseUrl = (baseUrl: string): void => {
  if (!URL.canParse(baseUrl))
    throw new PerpetualError('Expected `baseUrl` to be a URL, got something else', { actBy: 'fix-config' })
  const { hostname, pathname } = new URL(baseUrl)
  if (!hostname.endsWith('z.ai') || !pathname.includes('/coding/')) return
  throw new PerpetualError(
    "Expected Z.AI's general `baseUrl`, got the one of its coding plan, which bans accounts that use it from automation",
    {
      actBy: 'fix-config',
    },
  )
}

const partsOf = ({ baseUrl, keyName, timeoutMs, title, referer, fetch, ...options }: OpenAiCompatibleOptions): Parts => {
  refuseBaseUrl(baseUrl)
  const key = options.key?.trim() ?? null
  const flavour = flavourOf(baseUrl, options.flavour)
  const { host } = new URL(baseUrl)
  const scrub = createScrubber(key)
  const failures = createFailures({ host, keyName }, scrub)
  const attribution = flavour === 'openrouter' ? { title, referer } : {}
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    flavour,
    mode: options.mode ?? answerModeOf(flavour),
    host,
    timeoutMs,
    wire: createWire({ key, fetch, ...attribution }),
    scrub,
    failures,
    unusable: unusableKey(key, failures),
  }
}

/** The openai package is the largest thing a session loads, so it is loaded when the account is asked for, else at the first send; the wire brings the key and the timeout is ours. */
const createClientLoader = ({ baseUrl, wire, timeoutMs }: Parts) => {
  const load = async () => {
    const { APIError, OpenAI } = await import('openai')
    const client = new OpenAI({
      baseURL: baseUrl,
      apiKey: 'added-on-the-wire',
      adminAPIKey: null,
      organization: null,
      project: null,
      webhookSecret: null,
      maxRetries: 0,
      timeout: timeoutMs * 2,
      fetch: wire,
      logLevel: 'off',
    })
    return { APIError, client }
  }
  let loaded: ReturnType<typeof load> | undefined
  return () => (loaded ??= load())
}

/** Turns whatever a request threw into a `ModelError`: the caller's abort and our own deadline first, which leave odd errors behind. */
const createTranslator =
  ({ failures }: Parts, { signal, deadline }: { readonly signal: AbortSignal; readonly deadline: AbortSignal }) =>
  (error: unknown, ofSdk: (error: unknown) => ModelError | undefined = () => undefined): ModelError => {
    if (error instanceof ModelError) return error
    if (signal.aborted) return failures.of('aborted', { sent: true })
    if (deadline.aborted) return failures.of('timeout', { sent: true })
    // JSON.parse quotes the body in its message, so that is left out.
    return ofSdk(error) ?? (error instanceof SyntaxError ? failures.unreadable(200) : failures.ofConnection(error))
  }

/** `message` of the SDK is the status and then the body's text, where the body is no JSON. */
const textOf = (message: string): string => message.replace(/^\d{3} /, '').replace(/^status code \(no body\)$/, '')

type LoadClient = ReturnType<typeof createClientLoader>

const createSend = (parts: Parts, loadClient: LoadClient): ModelAdapter['send'] => {
  const { failures, flavour, host, mode, scrub, timeoutMs, unusable } = parts
  return async (request: ModelRequest, signal: AbortSignal): Promise<ModelAnswer> => {
    if (unusable !== undefined) throw unusable
    const { APIError, client } = await loadClient()
    if (signal.aborted) throw failures.of('aborted', { sent: false })
    const deadline = AbortSignal.timeout(timeoutMs)
    const body = renderChatRequest(request, { mode, flavour })
    try {
      // Not `chat.completions.create`: its type knows no provider's web search, and promises an answer that no provider must keep.
      const sent = client.post<unknown>('/chat/completions', { body, signal: AbortSignal.any([signal, deadline]) })
      const { data, response } = await sent.withResponse()
      const { headers, status } = response
      const read = readChatResponse(data, { headers, scrub: scrub.text, provider: host })
      if (read.type === 'error') throw failures.ofResponse(read.error, { status, headers, usage: read.usage })
      if (read.type === 'unreadable') throw failures.unreadable(status)
      return read.answer
    } catch (error) {
      throw createTranslator(parts, { signal, deadline })(error, thrown =>
        thrown instanceof APIError && thrown.status !== undefined && thrown.headers !== undefined
          ? failures.ofResponse(thrown.error ?? textOf(thrown.message), { status: thrown.status, headers: thrown.headers })
          : undefined,
      )
    }
  }
}

const createAccount = (parts: Parts, loadClient: LoadClient): ModelAdapter['account'] => {
  const { baseUrl, failures, flavour, timeoutMs, unusable, wire } = parts
  return async (signal: AbortSignal): Promise<ProviderAccount> => {
    // A session asks this just before its first send; a load that fails is told there.
    void loadClient().catch(() => {})
    if (flavour !== 'openrouter') return unknownAccount
    if (unusable !== undefined) throw unusable
    const deadline = AbortSignal.timeout(timeoutMs)
    try {
      const response = await wire(`${baseUrl}/key`, { signal: AbortSignal.any([signal, deadline]) })
      const body: unknown = await response.json().catch(() => undefined)
      if (!response.ok) throw failures.ofResponse(errorIn(body), response)
      return readKeyAccount(body)
    } catch (error) {
      throw createTranslator(parts, { signal, deadline })(error)
    }
  }
}

/**
 * A provider that speaks OpenAI's chat completions: OpenRouter, Z.AI, Ollama and their like.
 * Throws a `PerpetualError` for a base URL that must not be used; a key that is missing is told by the first send.
 */
export const createOpenAiCompatible = (options: OpenAiCompatibleOptions): ModelAdapter => {
  const parts = partsOf(options)
  const loadClient = createClientLoader(parts)
  return { send: createSend(parts, loadClient), account: createAccount(parts, loadClient) }
}
