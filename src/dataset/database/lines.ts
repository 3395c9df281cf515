import { z } from 'zod'
import { messageOf } from '../../domain/errors.ts'
import { oneLine } from '../../domain/one-line.ts'
import { issueLine } from '../pair-rows.ts'

export interface LineMistake {
  /** From 1. */
  readonly line: number
  readonly message: string
  /** The row's handle, where it has one. */
  readonly handle: string
}

export type ReadLine<Value> =
  | { readonly type: 'value'; readonly line: number; readonly value: Value }
  | ({ readonly type: 'mistake' } & LineMistake)

const namedSchema = z.looseObject({ handle: z.string() })

const handleOf = (value: unknown): string => {
  const named = namedSchema.safeParse(value)
  return named.success ? oneLine(named.data.handle, 60) : ''
}

/** The lines of a JSON Lines file as its schema reads them; one that does not fit says why, and does not end it. An empty text has no lines. */
export function* readLines<Schema extends z.ZodType>(text: string, schema: Schema): Generator<ReadLine<z.output<Schema>>> {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (const [index, written] of lines.entries()) {
    const line = index + 1
    let value: unknown
    try {
      value = JSON.parse(written)
    } catch (error) {
      yield { type: 'mistake', line, handle: '', message: `expected JSON: ${oneLine(messageOf(error), 200)}` }
      continue
    }
    const parsed = schema.safeParse(value)
    if (parsed.success) yield { type: 'value', line, value: parsed.data }
    else yield { type: 'mistake', line, handle: handleOf(value), message: issueLine(parsed.error) }
  }
}
