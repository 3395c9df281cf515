import { z } from 'zod'
import type { JsonSchema } from '../../domain/model.ts'
import { difficulties, questionTypes } from '../../domain/pair.ts'
import { filled, text, word, type AnswerShape } from '../shared/answer-shape.ts'

const type = z.enum(questionTypes)
const difficulty = z.enum(difficulties)

/** The name of the answer and of its schema, by which the embedded provider knows what is asked. */
export const videosName = 'videos'

const strict = z
  .strictObject({
    title: z.string(),
    duration_seconds: z.int(),
    pairs: z.array(
      z.strictObject({
        question: z.string(),
        answer: z.string(),
        short_answer: z.string(),
        worked_example: z.string(),
        type,
        difficulty,
        second: z.int(),
        quote: z.string(),
      }),
    ),
  })
  .meta({ title: videosName })
const { $schema: _dialect, ...schema } = z.toJSONSchema(strict)

/** A number that came as one or as a text of digits; whether it is whole and in its range is a gate's question. */
const number = z
  .unknown()
  .transform(value => (typeof value === 'string' && /^\s*-?\d{1,15}(?:\.\d{1,9})?\s*$/.test(value) ? Number(value) : value))
  .pipe(z.number())

const pairItem = z.object({
  question: filled(2000),
  answer: filled(20_000),
  short_answer: filled(4000),
  worked_example: text(8000),
  type: word(type),
  difficulty: word(difficulty),
  second: number,
  quote: filled(2000),
})
export type VideoPair = z.infer<typeof pairItem>

const readPair = (value: unknown): { readonly pair: VideoPair } | { readonly error: string } => {
  const read = pairItem.safeParse(value)
  if (read.success) return { pair: read.data }
  const [issue] = read.error.issues
  return { error: `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'no pair'}`.slice(0, 200) }
}

/** No more items than this are looked at. */
const mostPairs = 200

const videoAnswer = z.object({
  title: text(1000),
  duration_seconds: number.pipe(z.number().positive()),
  pairs: z.array(z.unknown()).transform(values => values.slice(0, mostPairs).map(readPair)),
})

/** All pairs of one video; an item that is no pair is told apart, and the rest stands. */
export const videosAnswer: AnswerShape<z.infer<typeof videoAnswer>> & { readonly schema: JsonSchema } = {
  name: videosName,
  strict,
  schema,
  list: null,
  item: videoAnswer,
}
export type VideoAnswer = z.infer<typeof videoAnswer>
