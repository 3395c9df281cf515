import { createChat, keyOf, type ChatDialect, type Completion } from './chat.ts'
import { stageRequestOf } from './chat-request.ts'
import { jsonReply, usualBodyBytes, type Reply } from './http.ts'
import { errorReply, faultReply, refusalReply } from './openrouter-words.ts'
import type { Protocol, ProtocolParts } from './protocol.ts'
import { noCreditKey } from './reception.ts'

/** As `GET /models` says them: about $0.0004 to $0.001 a call. */
const prices = { prompt: 0.000_000_05, completion: 0.000_000_2, webSearch: 0.0005 }

const models = ['rehearsal/writer', 'rehearsal/judge', 'rehearsal/researcher']

const completionReply = (completion: Completion): Reply => {
  const { id, content, reason, promptTokens, completionTokens } = completion
  const annotations = completion.annotations.map(({ url, title, content: text }) => ({
    type: 'url_citation',
    url_citation: { url, title, content: text, start_index: 0, end_index: 0 },
  }))
  const message = { role: 'assistant', content, refusal: null, ...(completion.webSearch ? { annotations } : {}) }
  const body = {
    id,
    object: 'chat.completion',
    created: completion.createdSeconds,
    model: completion.model,
    provider: 'Rehearsal',
    choices: [{ index: 0, finish_reason: reason, native_finish_reason: reason, logprobs: null, message }],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
      cost: completion.usd,
    },
  }
  return jsonReply(200, body, { 'x-generation-id': id })
}

const dialect: ChatDialect = {
  prices,
  objection: () => undefined,
  read: request => stageRequestOf(request),
  refusal: refusalReply,
  fault: faultReply,
  badRequest: message => errorReply(400, { message, type: 'invalid_request' }),
  tooLarge: () => errorReply(413, { message: 'The body is too large', type: 'invalid_request' }),
  completion: completionReply,
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

/** OpenRouter: `POST /chat/completions`, `GET /key`, `GET /models`. */
export const createOpenRouter = (parts: ProtocolParts): Protocol => {
  const chat = createChat(parts, dialect)
  return {
    name: 'openrouter',
    path: '/api/v1',
    bodyBytes: usualBodyBytes,
    isInference: (request, path) => request.method === 'POST' && path === '/chat/completions',
    infer: (request, _path, body) => chat(request, body),
    look: (request, path) => {
      if (request.method === 'GET' && path === '/key') return keyReply(keyOf(request), parts)
      if (request.method === 'GET' && path === '/models') return modelsReply()
      return errorReply(404, { message: `There is no ${request.method} ${path.slice(0, 200)}`, type: 'not_found' })
    },
  }
}
