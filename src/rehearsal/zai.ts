import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { Annotation } from '../domain/model.ts'
import { createChat, keyOf, tokensOf, type ChatDialect, type Completion } from './chat.ts'
import { stageRequestOf, type ChatRequest } from './chat-request.ts'
import { hashOf } from './draws.ts'
import { jsonReply, usualBodyBytes, type Reply } from './http.ts'
import type { Delivery, Protocol, ProtocolParts } from './protocol.ts'
import { research } from './research.ts'
import { errorReply, faultReply, refusalReply } from './zai-words.ts'

/** US dollars a token and a search, far below what Z.AI takes. Its answers never tell a cost. */
const prices = { prompt: 0.000_000_05, completion: 0.000_000_2, webSearch: 0.0005 }

const resultOf = ({ url, title, content }: Annotation) => ({
  title,
  link: url,
  content,
  media: new URL(url).hostname,
  icon: '',
  publish_date: '2025-06-01',
})

const completionReply = (completion: Completion): Reply => {
  const { id, content, reason, promptTokens, completionTokens } = completion
  const results = completion.annotations.map((page, index) => ({ ...resultOf(page), refer: `ref_${index + 1}` }))
  return jsonReply(200, {
    id,
    request_id: id,
    created: completion.createdSeconds,
    model: completion.model,
    choices: [{ index: 0, finish_reason: reason, message: { role: 'assistant', content } }],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
      prompt_tokens_details: { cached_tokens: 0 },
    },
    ...(completion.webSearch ? { web_search: results } : {}),
  })
}

const objectionTo = ({ messages, tool_choice }: ChatRequest): string | undefined => {
  if (messages.some(({ role }) => !['system', 'user', 'assistant', 'tool'].includes(role)))
    return 'messages: the role is none of system, user, assistant, tool'
  return tool_choice === undefined || tool_choice === 'auto' ? undefined : 'tool_choice: only auto is supported'
}

const dialect: ChatDialect = {
  prices,
  objection: objectionTo,
  // What only a `json_schema` says goes unread, with 200: the answer is an object of the model's own making.
  read: request =>
    stageRequestOf(request, { enforcesSchema: false }) ?? {
      content: JSON.stringify({ answer: 'As you wish.' }),
      annotations: [],
    },
  refusal: refusalReply,
  fault: faultReply,
  badRequest: message => errorReply(400, '1214', message),
  tooLarge: () => errorReply(400, '1261', 'Prompt exceeds max length'),
  completion: completionReply,
}

const searchSchema = z.looseObject({
  search_engine: z.string().min(1),
  search_query: z.string().min(1).max(1000),
  count: z.int().min(1).max(50).default(10),
})

const pagesOn = ({ search_query, count }: z.infer<typeof searchSchema>): readonly Annotation[] =>
  research({
    indicator: { id: 'search', name: search_query.slice(0, 70), family: '', brief: '' },
    queries: [{ query_id: 'q1', question: search_query, facet: '', audience: '', type: 'interpretation' }],
  }).annotations.slice(0, count)

const searchReply = (parts: ProtocolParts, key: string, body: Buffer | null): Reply => {
  const text = body?.toString('utf8') ?? ''
  parts.counts.prompt(text)
  const parsed = searchSchema.safeParse(parse(text))
  if (!parsed.success) return errorReply(400, '1214', z.prettifyError(parsed.error).replaceAll('\n', ' '))
  parts.counts.charge(key, prices.webSearch)
  const id = `search-${tokensOf(text)}-${hashOf(text).toString(16)}`
  return jsonReply(200, {
    id,
    request_id: id,
    created: Math.floor(parts.clock.nowMs() / 1000),
    search_intent: [{ query: parsed.data.search_query, intent: 'SEARCH_ALL', keywords: parsed.data.search_query }],
    search_result: pagesOn(parsed.data).map((page, index) => ({ ...resultOf(page), refer: `ref_${index + 1}` })),
  })
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A search is a request like any other: counted, paced, refused and spoilt by the same faults. */
const search = async (parts: ProtocolParts, request: IncomingMessage, bodyArrives: Promise<Buffer | null>): Promise<Delivery> => {
  const key = keyOf(request) ?? ''
  const ruling = parts.reception.receive(keyOf(request))
  const body = await bodyArrives
  if (ruling.type !== 'answer') return { type: 'reply', reply: refusalReply(ruling), delayMs: 0 }
  const { fault, delayMs } = ruling
  const refused = fault && faultReply(fault, `Bearer ${key}`)
  if (fault?.kind === 'drop') return { type: 'drop', halfOf: null, delayMs }
  return { type: 'reply', reply: refused ?? searchReply(parts, key, body), delayMs }
}

/** Z.AI: `POST /chat/completions` and `POST /web_search`; it has no address that tells about a key. */
export const createZai = (parts: ProtocolParts): Protocol => {
  const chat = createChat(parts, dialect)
  return {
    name: 'zai',
    path: '/api/paas/v4',
    bodyBytes: usualBodyBytes,
    isInference: (request, path) => request.method === 'POST' && ['/chat/completions', '/web_search'].includes(path),
    infer: (request, path, body) => (path === '/web_search' ? search(parts, request, body) : chat(request, body)),
    look: (request, path) => errorReply(404, '404', `There is no ${request.method} ${path.slice(0, 200)}`),
  }
}
