import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { chatRequestSchema, stageRequestOf, type ChatRequest } from './chat-request.ts'
import type { StageAnswer } from './answers.ts'
import { hashOf } from './draws.ts'
import type { DrawnFault } from './faults.ts'
import { jsonReply, type Reply } from './http.ts'
import { errorReply, faultReply, refusalReply } from './openrouter-words.ts'
import type { Delivery, Protocol, ProtocolParts } from './protocol.ts'
import { noCreditKey } from './reception.ts'
import { cutInHalf, spoil } from './spoil.ts'

/** US dollars a token, a request, and a request with search, as `GET /models` says them: about $0.0004 to $0.001 a call. */
const prices = { prompt: 0.000_000_05, completion: 0.000_000_2, request: 0, webSearch: 0.0005 }

const models = ['rehearsal/writer', 'rehearsal/judge', 'rehearsal/researcher']

const keyOf = (request: IncomingMessage): string | null =>
  /^Bearer\s+(\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null

const chatRequestOf = (body: string): ChatRequest | string => {
  try {
    const parsed = chatRequestSchema.safeParse(JSON.parse(body))
    return parsed.success ? parsed.data : z.prettifyError(parsed.error).replaceAll('\n', ' ')
  } catch {
    return 'The body is not JSON'
  }
}

/** A token is taken to be four bytes of UTF-8. */
const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / 4)

/** The end of a completion: cut where `max_tokens` or a fault says so, spoilt where a fault says so. */
const finish = (
  content: string,
  request: ChatRequest,
  fault: DrawnFault | null,
): { content: string; reason: 'stop' | 'length' } => {
  const maxTokens = request.max_tokens ?? request.max_completion_tokens ?? Infinity
  if (tokensOf(content) > maxTokens) return { content: content.slice(0, maxTokens * 4), reason: 'length' }
  if (fault?.kind === 'length') return { content: cutInHalf(content), reason: 'length' }
  return { content: fault?.kind === 'malformed' ? spoil(content, fault.variant) : content, reason: 'stop' }
}

interface Completion {
  readonly request: ChatRequest
  readonly promptText: string
  readonly answer: StageAnswer
  readonly webSearch: boolean
  readonly ordinal: number
  readonly fault: DrawnFault | null
  readonly nowMs: number
}

const completionOf = ({
  request,
  promptText,
  answer,
  webSearch,
  ordinal,
  fault,
  nowMs,
}: Completion): { readonly reply: Reply; readonly usd: number } => {
  const { content, reason } = finish(answer.content, request, fault)
  const promptTokens = tokensOf(promptText)
  const completionTokens = tokensOf(content)
  const tokensUsd = promptTokens * prices.prompt + completionTokens * prices.completion
  const usd = Number((tokensUsd + prices.request + (webSearch ? prices.webSearch : 0)).toFixed(9))
  const id = `gen-${Math.floor(nowMs / 1000)}-${ordinal}-${hashOf(content).toString(16)}`
  const annotations = answer.annotations.map(({ url, title, content: text }) => ({
    type: 'url_citation',
    url_citation: { url, title, content: text, start_index: 0, end_index: 0 },
  }))
  const message = { role: 'assistant', content, refusal: null, ...(webSearch ? { annotations } : {}) }
  const body = {
    id,
    object: 'chat.completion',
    created: Math.floor(nowMs / 1000),
    model: request.model.startsWith('rehearsal/') ? request.model : `rehearsal/${request.model}`,
    provider: 'Rehearsal',
    choices: [{ index: 0, finish_reason: reason, native_finish_reason: reason, logprobs: null, message }],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
      cost: usd,
    },
  }
  return { reply: jsonReply(200, body, { 'x-generation-id': id }), usd }
}

const keyReply = (key: string | null, { counts, dailyLimit }: ProtocolParts): Reply => {
  if (key === null) return refusalReply({ type: 'unauthorized' })
  const { sends, usd } = counts.today(key)
  const remaining = dailyLimit === null ? null : Math.max(0, dailyLimit - sends)
  const credit = key === noCreditKey ? 0 : null
  return jsonReply(200, {
    data: {
      label: 'rehearsal',
      limit: credit,
      limit_remaining: credit,
      usage: counts.totalUsd(key),
      usage_daily: usd,
      is_free_tier: false,
      free_model_daily_requests: { limit: dailyLimit, used: sends, remaining },
    },
  })
}

const modelsReply = (): Reply => {
  const pricing = {
    prompt: '0.00000005',
    completion: '0.0000002',
    request: '0',
    web_search: '0.0005',
  }
  return jsonReply(200, {
    data: models.map(id => ({
      id,
      name: id,
      context_length: 200_000,
      pricing,
      supported_parameters: ['max_tokens', 'response_format', 'structured_outputs', 'tools'],
    })),
  })
}

const answerChat = (
  parts: ProtocolParts,
  send: { readonly body: string; readonly key: string; readonly ordinal: number; readonly fault: DrawnFault | null },
): Reply | 'dropped' => {
  const { fault, ordinal } = send
  const request = chatRequestOf(send.body)
  if (typeof request === 'string') return errorReply(400, { message: request, type: 'invalid_request' })
  if (request.stream === true) return errorReply(400, { message: 'The rehearsal does not stream', type: 'invalid_request' })
  const promptText = JSON.stringify([request.model, request.messages])
  parts.counts.prompt(promptText)
  if (fault?.kind === 'drop' && fault.variant < 0.5) return 'dropped'
  const refused = fault && faultReply(fault, `Bearer ${send.key}`)
  if (refused) return refused
  const stageRequest = stageRequestOf(request)
  if (stageRequest === undefined) {
    return errorReply(400, {
      message: 'Expected a JSON schema with a name, and data between <input> and </input>',
      type: 'invalid_request',
    })
  }
  const result = parts.answers(stageRequest)
  if (result.type === 'unusable') return errorReply(400, { message: result.reason, type: 'invalid_request' })
  const { webSearch } = stageRequest
  const { reply, usd } = completionOf({
    request,
    promptText,
    answer: result.answer,
    webSearch,
    ordinal,
    fault,
    nowMs: parts.clock.nowMs(),
  })
  parts.counts.charge(send.key, usd)
  return reply
}

/** OpenRouter: `POST /chat/completions`, `GET /key`, `GET /models`. */
export const createOpenRouter = (parts: ProtocolParts): Protocol => ({
  name: 'openrouter',
  path: '/api/v1',
  isInference: (request, path) => request.method === 'POST' && path === '/chat/completions',
  infer: async (request, bodyArrives): Promise<Delivery> => {
    const key = keyOf(request)
    const ruling = parts.reception.receive(key)
    const body = await bodyArrives
    if (ruling.type !== 'answer') return { type: 'reply', reply: refusalReply(ruling), delayMs: 0 }
    const { delayMs, fault, ordinal } = ruling
    if (body === null)
      return { type: 'reply', reply: errorReply(413, { message: 'The body is too large', type: 'invalid_request' }), delayMs }
    const reply = answerChat(parts, { body, key: key ?? '', ordinal, fault })
    return reply === 'dropped' || fault?.kind === 'drop'
      ? { type: 'drop', halfOf: reply === 'dropped' ? null : reply, delayMs }
      : { type: 'reply', reply, delayMs }
  },
  look: (request, path) => {
    if (request.method === 'GET' && path === '/key') return keyReply(keyOf(request), parts)
    if (request.method === 'GET' && path === '/models') return modelsReply()
    return errorReply(404, { message: `There is no ${request.method} ${path.slice(0, 200)}`, type: 'not_found' })
  },
})
