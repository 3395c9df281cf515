import { z } from 'zod'
import type { JsonSchema } from '../../domain/model.ts'
import { difficulties, questionTypes } from '../../domain/pair.ts'

const asText = (value: unknown): unknown =>
  value === null || value === undefined ? '' : typeof value === 'number' ? String(value) : value
const asWord = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : value)
const asFlag = (value: unknown): unknown => {
  const word = asWord(value)
  return word === 'true' || word === 'yes' ? true : word === 'false' || word === 'no' ? false : value
}
const asScore = (value: unknown): unknown => {
  const written = typeof value === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*(?:\/\s*5)?\s*$/.exec(value)?.[1] : undefined
  const score = written === undefined ? value : Number(written)
  return typeof score === 'number' ? Math.floor(score) : score
}
const asVerdict = (value: unknown): unknown => {
  const word = asWord(value)
  return typeof word !== 'string' ? word : word.startsWith('accept') ? 'accept' : word.startsWith('reject') ? 'reject' : word
}

/** Lenient twins of the strict types: they mend what is unmistakable and refuse the rest. */
const text = (most: number) => z.unknown().transform(asText).pipe(z.string().max(most))
const filled = (most: number) => z.unknown().transform(asText).pipe(z.string().trim().min(1).max(most))
const word = <Words extends Readonly<Record<string, string>>>(words: z.ZodEnum<Words>) =>
  z.unknown().transform(asWord).pipe(words)
const flag = z.unknown().transform(asFlag).pipe(z.boolean())
const score = z
  .unknown()
  .transform(asScore)
  .pipe(z.literal([1, 2, 3, 4, 5]))
const listOf = <Item>(item: z.ZodType<Item>) =>
  z.array(z.unknown()).transform(values =>
    values.flatMap(value => {
      const read = item.safeParse(value)
      return read.success ? [read.data] : []
    }),
  )

/** One stage's answer: the strict schema that the model is given, and how one item of it is read leniently. */
export interface AnswerShape<Item> {
  readonly name: string
  readonly strict: z.ZodType
  readonly schema: JsonSchema
  /** The key of the list whose items stand or fall one by one; null where the whole answer is the only item. */
  readonly list: string | null
  readonly item: z.ZodType<Item>
}

const shape = <Item>(
  name: string,
  parts: { strict: z.ZodType; list: string | null; item: z.ZodType<Item> },
): AnswerShape<Item> => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(parts.strict)
  return { name, schema, ...parts }
}

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
    verdict: z.unknown().transform(asVerdict).pipe(verdict),
    reason: text(2000),
  }),
})
export type Verdict = z.infer<typeof judgeAnswer.item>
export type WrittenPair = z.infer<typeof writeAnswer.item>
