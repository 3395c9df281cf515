import { z } from 'zod'
import { difficulties } from '../../domain/pair.ts'
import { filled, listOf, score, shape, text, word } from '../shared/answer-shape.ts'

/** The closed list of topics that a judge may give; a database whose topics anybody makes up cannot be filtered. */
export const topics = [
  'technical',
  'on-chain',
  'derivatives',
  'macro',
  'market-structure',
  'trend',
  'momentum',
  'volatility',
  'volume',
  'valuation',
  'sentiment',
  'liquidity',
  'mining',
  'staking',
  'stablecoins',
  'etf',
  'custody',
  'regulation',
  'accounting',
  'risk',
  'defi',
  'trading',
] as const

const difficulty = z.enum(difficulties)
const topic = z.enum(topics)

/** Ids and numbers, never a text for a pair; the scores stand in a list, because their names would cost half of the answer. */
export const gradeAnswer = shape('integrate', {
  strict: z.strictObject({
    grades: z.array(
      z.strictObject({
        id: z.string(),
        scores: z.array(z.int()),
        unsupported: z.array(z.string()),
        topic: z.array(topic),
        difficulty,
        reason: z.string(),
      }),
    ),
  }),
  list: 'grades',
  item: z.object({
    id: filled(40),
    scores: z.tuple([score, score, score, score, score, score]),
    unsupported: z.array(text(1000)),
    topic: listOf(word(topic)).catch([]),
    difficulty: word(difficulty),
    reason: text(2000),
  }),
})
export type PairGrade = z.infer<typeof gradeAnswer.item>
