import { jsonrepair } from 'jsonrepair'
import { z } from 'zod'
import type { ModelAnswer } from '../../domain/model.ts'
import type { AnswerShape } from './answer-shape.ts'

/** What could be read of an answer: its valid items and why the others were dropped, or why nothing could be used. */
export type ReadAnswer<Item> =
  | { readonly type: 'items'; readonly items: readonly Item[]; readonly dropped: readonly string[] }
  | { readonly type: 'failed'; readonly errors: readonly string[] }

/** In characters; an honest answer has a tenth of it. */
const longestAnswer = 400_000
/** Mending takes quadratic time: two seconds for the worst of this length, minutes for the worst of the longest. */
const longestMended = 60_000
/** Far beyond what any stage asks for; looking at each of 100,000 would take seconds. */
const mostItems = 1000
/** As many as a correction turn can make use of. */
const mostErrors = 8

const parsed = (source: string): { readonly value: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(source)
    return { value }
  } catch {
    return undefined
  }
}

const withoutFences = (source: string): string => {
  const fenced = /```(?:json)?\s*\n?([\s\S]*?)(?:```|$)/.exec(source)
  return (fenced?.[1] ?? source).trim()
}

/** Mends what `jsonrepair` can mend; it throws on the rest, and overflows the stack on hostile nesting. */
const mended = (source: string): { readonly value: unknown } | undefined => {
  if (source.length > longestMended) return undefined
  try {
    return parsed(jsonrepair(withoutFences(source)))
  } catch {
    return undefined
  }
}

const recordSchema = z.record(z.string(), z.unknown())

const itemsOf = (value: unknown, list: string | null): readonly unknown[] | undefined => {
  if (list === null) return [value]
  if (Array.isArray(value)) return value.slice(0, mostItems)
  const record = recordSchema.safeParse(value)
  const found = record.success ? record.data[list] : undefined
  return Array.isArray(found) ? found.slice(0, mostItems) : undefined
}

const errorsOf = (error: z.ZodError, at: readonly PropertyKey[]): readonly string[] =>
  error.issues.map(issue => `${[...at, ...issue.path].map(String).join('.')}: ${issue.message}`.slice(0, 200))

/** The ladder's lower steps: extra keys dropped, enums and numbers coerced, the valid items of the list kept. */
const readItems = <Item>(shape: AnswerShape<Item>, value: unknown): ReadAnswer<Item> => {
  const raw = itemsOf(value, shape.list)
  if (raw === undefined) return { type: 'failed', errors: [`the answer has no list \`${shape.list ?? ''}\``] }
  const items: Item[] = []
  const dropped: string[] = []
  raw.forEach((entry, index) => {
    const read = shape.item.safeParse(entry)
    if (read.success) items.push(read.data)
    else dropped.push(errorsOf(read.error, shape.list === null ? [] : [shape.list, index]).join('; '))
  })
  if (items.length > 0) return { type: 'items', items, dropped }
  const errors = dropped.length === 0 ? [`the list \`${shape.list ?? ''}\` is empty`] : dropped
  return { type: 'failed', errors: errors.slice(0, mostErrors) }
}

/**
 * Reads an answer down the repair ladder: strict, mended, coerced, item by item. Any text is possible; nothing throws.
 * An answer that was cut off or filtered is a failure whatever it holds.
 */
export const readAnswer = <Item>(shape: AnswerShape<Item>, answer: ModelAnswer): ReadAnswer<Item> => {
  if (answer.finish === 'length')
    return { type: 'failed', errors: ['the answer was cut off at the token limit: answer with fewer items'] }
  if (answer.finish === 'content_filter') return { type: 'failed', errors: ['the answer was filtered by the provider'] }
  if (answer.text.length > longestAnswer)
    return { type: 'failed', errors: [`the answer is longer than ${longestAnswer} characters`] }
  const document = parsed(answer.text) ?? mended(answer.text)
  if (document === undefined) return { type: 'failed', errors: ['the answer is not JSON'] }
  return readItems(shape, document.value)
}
