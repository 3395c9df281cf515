import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAnswers } from '../../src/rehearsal/answers.ts'
import { research } from '../../src/rehearsal/research.ts'

export interface OllamaOptions {
  /** Pulled on this machine. */
  readonly models: readonly string[]
  /** How long a model takes to load before its first answer, milliseconds. */
  readonly loadMs?: number
  /** What the web search knows pages about. */
  readonly subjects?: readonly { readonly id: string; readonly name: string; readonly brief: string }[]
  /** What the web search takes as a key. */
  readonly searchKey?: string
}

export interface OllamaRequest {
  readonly path: string
  readonly body: Record<string, unknown>
}

export interface Ollama {
  /** As `baseUrl` of an account. */
  readonly url: string
  readonly searchUrl: string
  readonly chats: () => readonly OllamaRequest[]
  readonly searches: () => readonly OllamaRequest[]
  /** The most chats that were under way at once. */
  readonly most: () => number
  close(): Promise<void>
}

interface Page {
  readonly url: string
  readonly title: string
  readonly content: string
}

interface Chat {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly name: string } }
}

interface Reply {
  readonly status: number
  readonly body: unknown
}

const between = (whole: string, tag: string): string | undefined =>
  whole.split(`<${tag}>\n`).at(-1)?.split(`\n</${tag}>`)[0] ?? undefined

/** As Ollama words errors for clients of OpenAI (openai/openai.go). */
const refusal = (status: number, message: string): Reply => {
  const type = status === 400 ? 'invalid_request_error' : status === 404 ? 'not_found_error' : 'api_error'
  return { status, body: { error: { message, type, param: null, code: null } } }
}

/** A model that quotes what it was given; one that was given nothing makes its pages up, as models do. */
function quoteCards(inputText: string, pages: readonly Page[]): string {
  const { queries } = JSON.parse(inputText) as { queries: { query_id: string }[] }
  const sentences = pages.flatMap(page => page.content.split(/(?<=[.!?]) /).map(quote => ({ ...page, quote })))
  const results = queries.map(({ query_id }, nth) => ({
    query_id,
    answered: true,
    cards: [0, 1, 2].flatMap(index => {
      const found = sentences[(nth * 3 + index) % Math.max(1, sentences.length)]
      const { quote, url, title } = found ?? { quote: 'It rises.', url: `https://invented.example/${index}`, title: 'Invented' }
      return [{ claim: quote, quote, url, title, published_at: '' }]
    }),
    gaps: [],
  }))
  return JSON.stringify({ results })
}

const answers = createAnswers()

function contentOf({ messages, response_format }: Chat): string {
  const stage = response_format?.json_schema?.name ?? ''
  const prompt = messages.findLast(({ role }) => role === 'user')?.content ?? ''
  const inputText = between(prompt, 'input') ?? '{}'
  const pages = prompt.includes('<pages>\n') ? (JSON.parse(between(prompt, 'pages') ?? '[]') as Page[]) : []
  if (stage === 'research') return quoteCards(inputText, pages)
  const result = answers({ stage, inputText, webSearch: false })
  return result.type === 'answer' ? result.answer.content : result.reason
}

function completionOf(chat: Chat, ordinal: number): unknown {
  const content = contentOf(chat)
  const [prompt_tokens, completion_tokens] = [JSON.stringify(chat.messages).length, content.length].map(bytes => bytes >> 2)
  return {
    id: `chatcmpl-${ordinal}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: chat.model,
    system_fingerprint: 'fp_ollama',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    // No cost, and no word about where it comes from.
    usage: { prompt_tokens, completion_tokens, total_tokens: (prompt_tokens ?? 0) + (completion_tokens ?? 0) },
  }
}

function pagesFor(query: string, { subjects = [] }: OllamaOptions): readonly Page[] {
  const subject = subjects.find(({ name }) => query.toLowerCase().includes(name.toLowerCase())) ?? subjects[0]
  const indicator = { id: 'search', family: '', ...(subject ?? { name: query.slice(0, 70), brief: '' }) }
  const asked = { query_id: 'q1', question: query, facet: '', audience: '', type: 'definition' as const }
  return research({ indicator, queries: [asked] }).annotations
}

/** Ollama as clients of OpenAI's protocol see it on a machine of one's own, and its web search beside it. */
export async function startOllama(options: OllamaOptions): Promise<Ollama> {
  const { models, loadMs = 0, searchKey } = options
  const seen: OllamaRequest[] = []
  const loaded = new Set<string>()
  let [open, most] = [0, 0]
  const chat = async (body: Record<string, unknown>): Promise<Reply> => {
    const asked = body as unknown as Chat
    if (!models.includes(asked.model)) return refusal(404, `model '${asked.model}' not found`)
    open += 1
    most = Math.max(most, open)
    if (!loaded.has(asked.model)) await sleep(loadMs)
    loaded.add(asked.model)
    open -= 1
    return { status: 200, body: completionOf(asked, seen.length) }
  }
  const search = (request: IncomingMessage, body: Record<string, unknown>): Reply => {
    if (request.headers.authorization !== `Bearer ${searchKey}`) return { status: 401, body: { error: 'unauthorized' } }
    const pages = pagesFor(String(body['query']), options).slice(0, Number(body['max_results'] ?? 5))
    return { status: 200, body: { results: pages } }
  }
  const replyTo = async (request: IncomingMessage): Promise<Reply> => {
    const path = request.url ?? ''
    const read = await text(request)
    const body = (read === '' ? {} : JSON.parse(read)) as Record<string, unknown>
    if (request.method === 'POST') seen.push({ path, body })
    if (path === '/v1/chat/completions') return chat(body)
    if (path === '/api/web_search') return search(request, body)
    const listed = models.map(id => ({ id, object: 'model', created: 1_700_000_000, owned_by: 'library' }))
    if (path === '/v1/models') return { status: 200, body: { object: 'list', data: listed } }
    if (path === '/api/tags') return { status: 200, body: { models: models.map(name => ({ name, model: name })) } }
    return { status: 404, body: '404 page not found' }
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, body } = await replyTo(request)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `${origin}/v1`,
    searchUrl: `${origin}/api/web_search`,
    chats: () => seen.filter(({ path }) => path === '/v1/chat/completions'),
    searches: () => seen.filter(({ path }) => path === '/api/web_search'),
    most: () => most,
    close: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}
