import { z } from 'zod'

/** A JSON Schema (draft 2020-12) as a plain object. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** One question to a language model, independent of who answers it. */
export interface ModelRequest {
  readonly model: string
  readonly system: string
  readonly prompt: string
  /** The shape the answer must have; `name` also tells the stage ("plan", "research", "write", "judge"). */
  readonly answer: { readonly name: string; readonly schema: JsonSchema }
  readonly maxTokens: number
  /** Asks the provider to search the web; null where the model must not. `queries` are what a search of its own is asked, where the provider has none. */
  readonly webSearch: { readonly maxResults: number; readonly queries: readonly string[] } | null
  /** A public video that goes with the prompt, for models that watch: its address. */
  readonly video?: { readonly uri: string }
}

/** A web page that the provider says it read for this answer. */
export const annotationSchema = z.strictObject({ url: z.string(), title: z.string(), content: z.string() })
export type Annotation = z.infer<typeof annotationSchema>

export const usageSchema = z.strictObject({
  inputTokens: z.int().nonnegative(),
  outputTokens: z.int().nonnegative(),
  /** US dollars as the provider says; null where it does not say. */
  costUsd: z.number().nonnegative().nullable(),
})
export type Usage = z.infer<typeof usageSchema>

/** What came back, with all that a pair's provenance needs. */
export const modelAnswerSchema = z.strictObject({
  text: z.string(),
  finish: z.enum(['stop', 'length', 'content_filter', 'other']),
  annotations: z.array(annotationSchema),
  usage: usageSchema,
  modelServed: z.string(),
  provider: z.string(),
  generationId: z.string(),
  /** True where the embedded provider answered. */
  rehearsal: z.boolean(),
})
export type ModelAnswer = z.infer<typeof modelAnswerSchema>
