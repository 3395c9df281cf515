import { z } from 'zod'
import type { ModelAnswer, Usage } from '../domain/model.ts'

/** Names and ids are short everywhere; whatever is longer is cut before it is kept with every pair. */
const short = z
  .string()
  .transform(text => text.slice(0, 200))
  .catch('')
const answerCharacters = 1_000_000
/** No answer takes more; what a provider claims beyond that would leave the integers that ledgers are kept in. */
const count = z.int().nonnegative().max(1_000_000_000).catch(0)

const partSchema = z
  .object({ text: z.string().catch(''), thought: z.boolean().catch(false) })
  .nullable()
  .catch(null)
const candidateSchema = z.object({
  content: z.object({ parts: z.array(partSchema).catch([]) }).catch({ parts: [] }),
  finishReason: short,
})

/** What `generateContent` may answer, read from a stranger: everything optional, nothing trusted. */
const bodySchema = z.object({
  candidates: z.array(candidateSchema).catch([]),
  promptFeedback: z.object({ blockReason: short }).catch({ blockReason: '' }),
  usageMetadata: z
    .object({
      promptTokenCount: count,
      toolUsePromptTokenCount: count,
      candidatesTokenCount: count,
      thoughtsTokenCount: count,
    })
    .optional()
    .catch(undefined),
  modelVersion: short,
  responseId: short,
})
type Body = z.infer<typeof bodySchema>

export type GeminiResponse =
  | { readonly type: 'answer'; readonly answer: ModelAnswer }
  /** The prompt itself was stopped; `reason` is Google's word for it. */
  | { readonly type: 'blocked'; readonly reason: string; readonly usage: Usage }
  | { readonly type: 'unreadable' }

export interface GeminiResponseContext {
  /** Whether a header says that the embedded provider answered; its model name says so too. */
  readonly rehearsal: boolean
  readonly scrub: (text: string) => string
  /** Stands for the response's id where there is none. */
  readonly id: string
}

/** FinishReason at ai.google.dev/api/generate-content; whatever stops content counts as a filter. */
const finishes: ReadonlyMap<string, ModelAnswer['finish']> = new Map([
  ['STOP', 'stop'],
  ['MAX_TOKENS', 'length'],
  ...['SAFETY', 'RECITATION', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII', 'LANGUAGE'].map(
    reason => [reason, 'content_filter'] as const,
  ),
])

const usageOf = ({ usageMetadata }: Body): Usage => ({
  inputTokens: (usageMetadata?.promptTokenCount ?? 0) + (usageMetadata?.toolUsePromptTokenCount ?? 0),
  // Thoughts are paid for as output.
  outputTokens: (usageMetadata?.candidatesTokenCount ?? 0) + (usageMetadata?.thoughtsTokenCount ?? 0),
  costUsd: null,
})

/** Reads a GenerateContentResponse, as the SDK or a batch brings it. */
export const readGeminiResponse = (data: unknown, { rehearsal, scrub, id }: GeminiResponseContext): GeminiResponse => {
  const result = bodySchema.safeParse(data)
  if (!result.success) return { type: 'unreadable' }
  const { candidates, modelVersion, promptFeedback, responseId } = result.data
  const usage = usageOf(result.data)
  const [candidate] = candidates
  if (candidate === undefined)
    return promptFeedback.blockReason === ''
      ? { type: 'unreadable' }
      : { type: 'blocked', reason: scrub(promptFeedback.blockReason), usage }
  const text = candidate.content.parts.map(part => (part === null || part.thought ? '' : part.text)).join('')
  return {
    type: 'answer',
    answer: {
      text: scrub(text.slice(0, answerCharacters)),
      finish: finishes.get(candidate.finishReason) ?? 'other',
      annotations: [],
      usage,
      modelServed: scrub(modelVersion),
      provider: 'Google',
      generationId: scrub(responseId) || id,
      rehearsal: rehearsal || modelVersion.startsWith('rehearsal/'),
    },
  }
}
