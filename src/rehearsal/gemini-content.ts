import { z } from 'zod'
import type { AnswerResult, StageRequest } from './answers.ts'
import { blockIn } from './chat-request.ts'
import { tokensOf } from './chat.ts'
import { hashOf } from './draws.ts'
import { cutInHalf, spoil } from './spoil.ts'

const partSchema = z.looseObject({
  text: z.string().optional(),
  fileData: z.looseObject({ fileUri: z.string() }).optional(),
})
const contentSchema = z.looseObject({ role: z.string().optional(), parts: z.array(partSchema).min(1) })

/** A GenerateContentRequest, as far as the rehearsal looks at it. */
export const contentRequestSchema = z.looseObject({
  contents: z.array(contentSchema).min(1),
  systemInstruction: contentSchema.optional(),
  generationConfig: z
    .looseObject({
      maxOutputTokens: z.int().positive().optional(),
      responseMimeType: z.string().optional(),
      responseJsonSchema: z.looseObject({ title: z.string().optional() }).optional(),
    })
    .optional(),
})
export type ContentRequest = z.infer<typeof contentRequestSchema>

/** The addresses of the videos that go with a prompt. */
export const videosOf = ({ contents }: ContentRequest): readonly string[] =>
  contents.flatMap(({ parts }) => parts.flatMap(({ fileData }) => (fileData === undefined ? [] : [fileData.fileUri])))

const videoId = (uri: string): string => /(?:[?&]v=|youtu\.be\/|\/shorts\/)([\w-]+)/.exec(uri)?.[1] ?? ''

/** Videos that batches refuse and direct requests take, and those that no request may see, by the beginning of their ids. */
export const refusedInBatch = (request: ContentRequest): boolean =>
  videosOf(request).some(uri => videoId(uri).startsWith('refuse'))
export const forbidden = (request: ContentRequest): boolean => videosOf(request).some(uri => videoId(uri).startsWith('private'))

/** A second of video is about 300 tokens (ai.google.dev/gemini-api/docs/video-understanding); a rehearsed one is short. */
const videoTokens = 18_000

const textOf = (content: z.infer<typeof contentSchema> | undefined): string =>
  content?.parts.map(part => part.text ?? '').join('\n') ?? ''

const stageRequestOf = ({ contents, generationConfig }: ContentRequest): StageRequest | undefined => {
  const stage = generationConfig?.responseJsonSchema?.title
  const inputText = blockIn(textOf(contents.at(-1)))
  return stage === undefined || inputText === undefined ? undefined : { stage, inputText, webSearch: false }
}

export interface ContentContext {
  readonly model: string
  readonly answers: (request: StageRequest) => AnswerResult
  /** What becomes of the answer. */
  readonly flaw: 'length' | 'malformed' | 'blocked' | null
  readonly variant: number
  /** Makes the response's id its own. */
  readonly ordinal: string
}

const finish = (content: string, { flaw, variant }: ContentContext, maxTokens: number): { text: string; reason: string } => {
  if (tokensOf(content) > maxTokens) return { text: content.slice(0, maxTokens * 4), reason: 'MAX_TOKENS' }
  if (flaw === 'length') return { text: cutInHalf(content), reason: 'MAX_TOKENS' }
  return { text: flaw === 'malformed' ? spoil(content, variant) : content, reason: 'STOP' }
}

/** A GenerateContentResponse; a text where the request cannot be answered, which says why. */
export const generate = (request: ContentRequest, context: ContentContext): Readonly<Record<string, unknown>> | string => {
  const stageRequest = stageRequestOf(request)
  if (stageRequest === undefined) return 'Expected responseJsonSchema with a title, and data between <input> and </input>'
  const result = context.answers(stageRequest)
  if (result.type === 'unusable') return result.reason
  const promptTokens = tokensOf(JSON.stringify(request.contents)) + videosOf(request).length * videoTokens
  const common = {
    modelVersion: `rehearsal/${context.model}`,
    responseId: `${hashOf(stageRequest.inputText).toString(36)}-${context.ordinal}`,
  }
  if (context.flaw === 'blocked')
    return { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata: { promptTokenCount: promptTokens }, ...common }
  const { text, reason } = finish(result.answer.content, context, request.generationConfig?.maxOutputTokens ?? Infinity)
  const [candidates, thoughts] = [tokensOf(text), 40]
  return {
    candidates: [{ index: 0, content: { role: 'model', parts: [{ text }] }, finishReason: reason }],
    usageMetadata: {
      promptTokenCount: promptTokens,
      candidatesTokenCount: candidates,
      thoughtsTokenCount: thoughts,
      totalTokenCount: promptTokens + candidates + thoughts,
    },
    ...common,
  }
}
