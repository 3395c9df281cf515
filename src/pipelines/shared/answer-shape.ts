import { z } from 'zod'
import type { JsonSchema } from '../../domain/model.ts'

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
export const text = (most: number) => z.unknown().transform(asText).pipe(z.string().max(most))
export const filled = (most: number) => z.unknown().transform(asText).pipe(z.string().trim().min(1).max(most))
export const word = <Words extends Readonly<Record<string, string>>>(words: z.ZodEnum<Words>) =>
  z.unknown().transform(asWord).pipe(words)
export const flag = z.unknown().transform(asFlag).pipe(z.boolean())
export const score = z
  .unknown()
  .transform(asScore)
  .pipe(z.literal([1, 2, 3, 4, 5]))
/** A judge's word on a pair. */
export const ruling = z
  .unknown()
  .transform(asVerdict)
  .pipe(z.enum(['accept', 'reject']))
export const listOf = <Item>(item: z.ZodType<Item>) =>
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

export const shape = <Item>(
  name: string,
  parts: { strict: z.ZodType; list: string | null; item: z.ZodType<Item> },
): AnswerShape<Item> => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(parts.strict)
  return { name, schema, ...parts }
}
