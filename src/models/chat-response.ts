import { z } from 'zod'
import type { Annotation, ModelAnswer, Usage } from '../domain/model.ts'

/** Names and ids are short everywhere; whatever is longer is cut before it is kept with every pair. */
const shortCharacters = 200
const short = z
  .string()
  .transform(text => text.slice(0, shortCharacters))
  .catch('')
/** Pages are searched for every quote and kept with every answer, so a provider must not bring books. */
const mostPages = 40
const pageCharacters = 100_000
const answerCharacters = 1_000_000
const address = z.string().max(2000)
const page = z
  .string()
  .transform(text => text.slice(0, pageCharacters))
  .catch('')
/** No answer takes more; what a provider claims beyond that would leave the integers that ledgers are kept in. */
const mostTokens = 1_000_000_000
const mostUsd = 10_000
const count = z.int().nonnegative().max(mostTokens).catch(0)

const usageSchema = z.object({
  prompt_tokens: count,
  completion_tokens: count,
  cost: z.number().nonnegative().max(mostUsd).nullable().catch(null),
})
const citationSchema = z.object({
  type: z.literal('url_citation'),
  url_citation: z.object({ url: address, title: short, content: page }),
})
const searchResultSchema = z.object({ link: address, title: short, content: page })
/** A list of which one bad entry does not cost the good ones. */
const lenientList = z.array(z.unknown()).catch([])

const errorSchema = z.union([z.string().transform(message => ({ message })), z.looseObject({})])
const messageSchema = z.object({
  content: z.string().nullable().catch(null),
  refusal: z.string().nullable().catch(null),
  annotations: lenientList,
})
const choiceSchema = z.object({
  message: messageSchema.optional().catch(undefined),
  finish_reason: short,
  error: errorSchema.nullish().catch(undefined),
})

/** What a chat completion may hold, read from a stranger: everything optional, nothing trusted. */
const bodySchema = z.object({
  id: short,
  model: short,
  provider: short,
  choices: z.array(choiceSchema).catch([]),
  usage: usageSchema.nullish().catch(undefined),
  web_search: lenientList,
  error: errorSchema.nullish().catch(undefined),
})
type Body = z.infer<typeof bodySchema>

export type ChatResponse =
  | { readonly type: 'answer'; readonly answer: ModelAnswer }
  /** A body that names an error instead of (or beside) an answer; `error` is untrusted. */
  | { readonly type: 'error'; readonly error: unknown; readonly usage: Usage | undefined }
  | { readonly type: 'unreadable' }

export interface ChatResponseContext {
  readonly headers: Headers
  /** Takes the key out of everything that is kept. */
  readonly scrub: (text: string) => string
  /** Named as the provider where the answer names none. */
  readonly provider: string
}

/** The header that the embedded provider puts on all its answers. */
export const rehearsalHeader = 'x-perpetual-rehearsal'

/** Finish reasons by their name at OpenAI and, for `sensitive`, at Z.AI. */
const finishes: ReadonlyMap<string, ModelAnswer['finish']> = new Map([
  ['stop', 'stop'],
  ['length', 'length'],
  ['content_filter', 'content_filter'],
  ['sensitive', 'content_filter'],
])

const parsed = <T>(schema: z.ZodType<T>, values: readonly unknown[]): readonly T[] =>
  values.flatMap(value => {
    const result = schema.safeParse(value)
    return result.success ? [result.data] : []
  })

const annotationsOf = (body: Body, citations: readonly unknown[]): readonly Annotation[] => [
  ...parsed(citationSchema, citations).map(({ url_citation }) => url_citation),
  ...parsed(searchResultSchema, body.web_search).map(({ link, title, content }) => ({ url: link, title, content })),
]

const usageOf = ({ usage }: Body): Usage | undefined =>
  usage ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens, costUsd: usage.cost } : undefined

/** Reads the body of a 2xx. A provider that tells no usage gets zeros: see `reportedUsage`. */
export const readChatResponse = (data: unknown, { headers, scrub, provider }: ChatResponseContext): ChatResponse => {
  const result = bodySchema.safeParse(data)
  if (!result.success) return { type: 'unreadable' }
  const body = result.data
  const choice = body.choices[0]
  const error = body.error ?? choice?.error
  const usage = usageOf(body)
  if (error) return { type: 'error', error, usage }
  if (choice?.message === undefined) return { type: 'unreadable' }
  const { content, refusal, annotations } = choice.message
  const refused = content === null && refusal !== null
  return {
    type: 'answer',
    answer: {
      text: scrub((content ?? '').slice(0, answerCharacters)),
      finish: refused ? 'content_filter' : (finishes.get(choice.finish_reason) ?? 'other'),
      annotations: annotationsOf(body, annotations)
        .slice(0, mostPages)
        .map(({ url, title, content: read }) => ({
          url: scrub(url),
          title: scrub(title),
          content: scrub(read),
        })),
      usage: usage ?? { inputTokens: 0, outputTokens: 0, costUsd: null },
      modelServed: scrub(body.model),
      provider: scrub(body.provider || provider),
      generationId: scrub(body.id || (headers.get('x-generation-id') ?? '').slice(0, shortCharacters)),
      rehearsal: headers.has(rehearsalHeader),
    },
  }
}

/** The usage to settle with; null where the provider told none, since no answer takes zero tokens. */
export const reportedUsage = ({ usage }: ModelAnswer): Usage | null =>
  usage.inputTokens + usage.outputTokens === 0 ? null : usage
