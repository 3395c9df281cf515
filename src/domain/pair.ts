import { z } from 'zod'
import { instantSchema } from './instant.ts'

export const pairVersion = 1

export const questionTypes = [
  'definition',
  'calculation',
  'interpretation',
  'comparison',
  'strategy',
  'pitfall',
  'example',
  'history',
] as const
export const difficulties = ['beginner', 'intermediate', 'advanced'] as const

export const citationSchema = z.strictObject({
  n: z.int().positive(),
  url: z.string(),
  title: z.string(),
  published_at: z.string(),
  accessed_at: z.string(),
  quote: z.string(),
  quote_sha256: z.string(),
  /** Partial ratio of the quote against the cited page's text, 0 to 100. */
  match_score: z.number().min(0).max(100),
})
export type Citation = z.infer<typeof citationSchema>

export const scoresSchema = z.strictObject({
  faithfulness: z.number().min(0).max(5),
  correctness: z.number().min(0).max(5),
  completeness: z.number().min(0).max(5),
  self_contained: z.number().min(0).max(5),
  usefulness: z.number().min(0).max(5),
  clarity: z.number().min(0).max(5),
})
export type Scores = z.infer<typeof scoresSchema>

export const reviewStates = ['unreviewed', 'merged-unread', 'sampled', 'checked', 'edited'] as const

/** A question-and-answer pair with all that is known about it. Every key is always there, one type a key, so that a viewer infers one schema. */
export const pairSchema = z.strictObject({
  id: z.string(),
  schema_version: z.literal(pairVersion),
  indicator_id: z.string(),
  indicator: z.string(),
  topic: z.array(z.string()),
  facet: z.string(),
  audience: z.string(),
  question_type: z.enum(questionTypes),
  difficulty: z.enum(difficulties),
  language: z.string(),
  handle: z.string(),
  question: z.string(),
  answer: z.string(),
  short_answer: z.string(),
  worked_example: z.string(),
  citations: z.array(citationSchema),
  generation: z.strictObject({
    pipeline: z.string(),
    agent: z.string(),
    task: z.string(),
    session: z.string(),
    prompt_id: z.string(),
    prompt_sha256: z.string(),
    model_requested: z.string(),
    model_served: z.string(),
    provider: z.string(),
    generation_ids: z.array(z.string()),
    input_tokens: z.int().nonnegative(),
    output_tokens: z.int().nonnegative(),
    /** This pair's share of what its calls cost, US dollars; -1 where the provider did not say. */
    cost_usd: z.number(),
    created_at: instantSchema,
  }),
  judge: z.strictObject({
    model: z.string(),
    rubric: z.string(),
    ...scoresSchema.shape,
    verdict: z.string(),
    reason: z.string(),
  }),
  dedup: z.strictObject({ question_sha256: z.string(), nearest_id: z.string(), jaccard: z.number().min(0).max(1) }),
  review: z.strictObject({
    state: z.enum(reviewStates),
    reviewer: z.string(),
    reviewed_at: z.string(),
    pull_request: z.string(),
    notes: z.string(),
  }),
  flags: z.array(z.string()),
  license: z.string(),
})
export type Pair = z.infer<typeof pairSchema>
