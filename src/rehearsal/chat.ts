import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { StageAnswer, StageRequest } from './answers.ts'
import { chatRequestSchema, type ChatRequest } from './chat-request.ts'
import { hashOf } from './draws.ts'
import type { DrawnFault } from './faults.ts'
import type { Reply } from './http.ts'
import type { Delivery, ProtocolParts } from './protocol.ts'
import type { Ruling } from './reception.ts'
import { cutInHalf, spoil } from './spoil.ts'

/** A completion before a dialect puts it into words. */
export interface Completion {
  readonly id: string
  readonly createdSeconds: number
  /** The model that is said to have served, which says that it is a rehearsal. */
  readonly model: string
  readonly content: string
  readonly reason: 'stop' | 'length'
  readonly annotations: StageAnswer['annotations']
  readonly webSearch: boolean
  readonly promptTokens: number
  readonly completionTokens: number
  readonly usd: number
}

/** How one provider says what all chat servers say. */
export interface ChatDialect {
  /** US dollars a token, and a request with search. */
  readonly prices: { readonly prompt: number; readonly completion: number; readonly webSearch: number }
  /** What is wrong with a request for this provider alone; undefined where nothing is. */
  readonly objection: (request: ChatRequest) => string | undefined
  /** What is asked for; an answer where the provider answers something that nobody asked for. */
  readonly read: (request: ChatRequest) => StageRequest | StageAnswer | undefined
  readonly refusal: (ruling: Exclude<Ruling, { type: 'answer' }>) => Reply
  /** The error with which a fault answers in place of a completion; null for one that lets the completion be made first. */
  readonly fault: (fault: DrawnFault, authorization: string) => Reply | null
  readonly badRequest: (message: string) => Reply
  readonly tooLarge: () => Reply
  readonly completion: (completion: Completion) => Reply
}

/** The key of `Authorization: Bearer`; null where there is none. */
export const keyOf = (request: IncomingMessage): string | null =>
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
export const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / 4)

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

interface Send {
  readonly body: string
  readonly key: string
  readonly ordinal: number
  readonly fault: DrawnFault | null
}

const completionOf = (
  { prices }: ChatDialect,
  made: Pick<Send, 'ordinal' | 'fault'> & {
    readonly request: ChatRequest
    readonly promptText: string
    readonly answer: StageAnswer
    readonly webSearch: boolean
    readonly nowMs: number
  },
): Completion => {
  const { request, answer, webSearch, nowMs } = made
  const { content, reason } = finish(answer.content, request, made.fault)
  const [promptTokens, completionTokens] = [tokensOf(made.promptText), tokensOf(content)]
  const tokensUsd = promptTokens * prices.prompt + completionTokens * prices.completion
  const createdSeconds = Math.floor(nowMs / 1000)
  return {
    id: `gen-${createdSeconds}-${made.ordinal}-${hashOf(content).toString(16)}`,
    createdSeconds,
    model: request.model.startsWith('rehearsal/') ? request.model : `rehearsal/${request.model}`,
    content,
    reason,
    annotations: answer.annotations,
    webSearch,
    promptTokens,
    completionTokens,
    usd: Number((tokensUsd + (webSearch ? prices.webSearch : 0)).toFixed(9)),
  }
}

const answerChat = (parts: ProtocolParts, dialect: ChatDialect, send: Send): Reply | 'dropped' => {
  const { fault } = send
  const request = chatRequestOf(send.body)
  if (typeof request === 'string') return dialect.badRequest(request)
  if (request.stream === true) return dialect.badRequest('The rehearsal does not stream')
  const promptText = JSON.stringify([request.model, request.messages])
  parts.counts.prompt(promptText)
  if (fault?.kind === 'drop' && fault.variant < 0.5) return 'dropped'
  const refused = fault && dialect.fault(fault, `Bearer ${send.key}`)
  if (refused) return refused
  const objection = dialect.objection(request)
  if (objection !== undefined) return dialect.badRequest(objection)
  const asked = dialect.read(request)
  if (asked === undefined) return dialect.badRequest('Expected a JSON schema with a name, and data between <input> and </input>')
  const result = 'stage' in asked ? parts.answers(asked) : { type: 'answer' as const, answer: asked }
  if (result.type === 'unusable') return dialect.badRequest(result.reason)
  const completion = completionOf(dialect, {
    ...send,
    request,
    promptText,
    answer: result.answer,
    webSearch: 'stage' in asked && asked.webSearch,
    nowMs: parts.clock.nowMs(),
  })
  parts.counts.charge(send.key, completion.usd)
  return dialect.completion(completion)
}

/** Answers `POST /chat/completions` in one dialect: the send is counted at once, before its body has arrived. */
export const createChat =
  (parts: ProtocolParts, dialect: ChatDialect) =>
  async (request: IncomingMessage, bodyArrives: Promise<Buffer | null>): Promise<Delivery> => {
    const key = keyOf(request)
    const ruling = parts.reception.receive(key)
    const body = await bodyArrives
    if (ruling.type !== 'answer') return { type: 'reply', reply: dialect.refusal(ruling), delayMs: 0 }
    const { delayMs, fault, ordinal } = ruling
    if (body === null) return { type: 'reply', reply: dialect.tooLarge(), delayMs }
    const reply = answerChat(parts, dialect, { body: body.toString('utf8'), key: key ?? '', ordinal, fault })
    return reply === 'dropped' || fault?.kind === 'drop'
      ? { type: 'drop', halfOf: reply === 'dropped' ? null : reply, delayMs }
      : { type: 'reply', reply, delayMs }
  }
