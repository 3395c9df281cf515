import { z } from 'zod'
import { difficulties, questionTypes } from '../../domain/pair.ts'
import { filled, flag, listOf, ruling, score, shape, text, word } from '../shared/answer-shape.ts'

const type = z.enum(questionTypes)
const difficulty = z.enum(difficulties)
const verdict = z.enum(['accept', 'reject'])
const strictScore = z.literal([1, 2, 3, 4, 5])

/** Limits in characters: generous against what a good answer needs, so that a hostile one cannot bloat prompts and files. */
const facet = z.object({ id: filled(60), name: filled(120) })
export const facetsAnswer = shape('facets', {
  strict: z.strictObject({
    facets: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    audiences: z.array(z.string()),
    question_types: z.array(type),
  }),
  list: null,
  item: z.object({ facets: listOf(facet), audiences: listOf(filled(80)), question_types: listOf(word(type)) }),
})

export const queriesAnswer = shape('queries', {
  strict: z.strictObject({
    queries: z.array(z.strictObject({ question: z.string(), facet: z.string(), audience: z.string(), type })),
  }),
  list: 'queries',
  item: z.object({ question: filled(300), facet: text(120), audience: text(80), type: word(type) }),
})

const card = z.object({ claim: filled(1000), quote: filled(600), url: filled(2000), title: text(300), published_at: text(40) })
export const researchAnswer = shape('research', {
  strict: z.strictObject({
    results: z.array(
      z.strictObject({
        query_id: z.string(),
        answered: z.boolean(),
        cards: z.array(
          z.strictObject({ claim: z.string(), quote: z.string(), url: z.string(), title: z.string(), published_at: z.string() }),
        ),
        gaps: z.array(z.string()),
      }),
    ),
  }),
  list: 'results',
  item: z.object({ query_id: filled(40), answered: flag, cards: listOf(card), gaps: listOf(text(1000)).catch([]) }),
})

export const writeAnswer = shape('write', {
  strict: z.strictObject({
    pairs: z.array(
      z.strictObject({
        query_id: z.string(),
        question: z.string(),
        answer: z.string(),
        short_answer: z.string(),
        worked_example: z.string(),
        type,
        difficulty,
        card_ids: z.array(z.string()),
      }),
    ),
  }),
  list: 'pairs',
  item: z.object({
    query_id: filled(40),
    question: filled(2000),
    answer: filled(20_000),
    short_answer: filled(4000),
    worked_example: text(8000),
    type: word(type),
    difficulty: word(difficulty),
    card_ids: z.array(filled(40)).max(20),
  }),
})

export const judgeAnswer = shape('judge', {
  strict: z.strictObject({
    verdicts: z.array(
      z.strictObject({
        pair_id: z.string(),
        faithfulness: strictScore,
        correctness: strictScore,
        completeness: strictScore,
        self_contained: strictScore,
        usefulness: strictScore,
        clarity: strictScore,
        unsupported: z.array(z.string()),
        verdict,
        reason: z.string(),
      }),
    ),
  }),
  list: 'verdicts',
  item: z.object({
    pair_id: filled(40),
    faithfulness: score,
    correctness: score,
    completeness: score,
    self_contained: score,
    usefulness: score,
    clarity: score,
    unsupported: z.array(text(1000)),
    verdict: ruling,
    reason: text(2000),
  }),
})
export type Verdict = z.infer<typeof judgeAnswer.item>
export type WrittenPair = z.infer<typeof writeAnswer.item>
