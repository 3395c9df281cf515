import { z } from 'zod'
import { messageOf, PerpetualError } from '../domain/errors.ts'
import { difficulties, type Pair, questionTypes } from '../domain/pair.ts'

const citationRowSchema = z.strictObject({ url: z.string(), title: z.string(), quote: z.string() })

/** What a person reads of a pair, and may edit. */
export const pairRowSchema = z.strictObject({
  handle: z.string().min(1),
  question: z.string().min(1),
  answer: z.string().min(1),
  short_answer: z.string(),
  worked_example: z.string(),
  type: z.enum(questionTypes),
  difficulty: z.enum(difficulties),
  facet: z.string(),
  audience: z.string(),
  flags: z.array(z.string()),
  citations: z.array(citationRowSchema),
})
export type PairRow = z.infer<typeof pairRowSchema>

export const pairFileSchema = z.strictObject({
  version: z.literal(1),
  task: z.string(),
  indicator_id: z.string(),
  indicator: z.string(),
  pairs: z.array(pairRowSchema),
})
export type PairFile = z.infer<typeof pairFileSchema>

const looseFileSchema = z.looseObject({ pairs: z.array(z.unknown()) })
const namedRowSchema = z.looseObject({ handle: z.string() })

export const rowOf = (pair: Pair): PairRow => ({
  handle: pair.handle,
  question: pair.question,
  answer: pair.answer,
  short_answer: pair.short_answer,
  worked_example: pair.worked_example,
  type: pair.question_type,
  difficulty: pair.difficulty,
  facet: pair.facet,
  audience: pair.audience,
  flags: pair.flags,
  citations: pair.citations.map(({ url, title, quote }) => ({ url, title, quote })),
})

// Characters that a diff would hide or obey are written as escapes: a reviewer must see what is there.
const unseen = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\udb40[\udc00-\udc7f]/g
const escapeUnseen = (json: string): string =>
  json.replace(unseen, characters =>
    Array.from({ length: characters.length }, (_, i) => `\\u${characters.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  )

/** JSON on one line with spaces, as a person writes it. */
const inline = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (value === null || typeof value !== 'object') return escapeUnseen(JSON.stringify(value))
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${inline(one)}`)
    .join(', ')} }`
}

/** Lines a pair takes besides its citations: braces, ten fields, and the brackets of the list. */
const linesBesidesCitations = 14
const mostLines = 25

const renderCitations = (citations: PairRow['citations']): string => {
  if (citations.length === 0) return '[]'
  const perLine = Math.ceil(citations.length / (mostLines - linesBesidesCitations))
  const lines = citations.map((citation, i) => `${i % perLine === 0 ? '\n        ' : ' '}${inline(citation)}`)
  return `[${lines.join(',')}\n      ]`
}

const renderRow = ({ citations, ...fields }: PairRow): string => {
  const lines = Object.entries(fields).map(([key, value]) => `      ${JSON.stringify(key)}: ${inline(value)},`)
  return ['    {', ...lines, `      "citations": ${renderCitations(citations)}`, '    }'].join('\n')
}

/** The pair file: pretty-printed JSON with at most 25 lines a pair, one citation a line. */
export const renderPairFile = ({ pairs, ...head }: PairFile): string => {
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${inline(value)},`)
  const rows = pairs.length === 0 ? '[]' : `[\n${pairs.map(renderRow).join(',\n')}\n  ]`
  return ['{', ...lines, `  "pairs": ${rows}`, '}', ''].join('\n')
}

/** One line of what zod found wrong, with its place. */
export const issueLine = ({ issues }: z.ZodError): string => {
  const [first] = issues
  if (!first) return 'it does not fit the schema'
  const place = first.path.length === 0 ? '' : ` at \`${first.path.join('.')}\``
  return `${first.message}${place}`.replace(/\s+/g, ' ').slice(0, 300)
}

const nameOf = (row: unknown, index: number): string => {
  const named = namedRowSchema.safeParse(row)
  return named.success ? `Row ${index + 1} (${JSON.stringify(named.data.handle.slice(0, 60))})` : `Row ${index + 1}`
}

export interface FileMistake {
  /** The row's index; null where it is about the whole file. */
  readonly row: number | null
  /** One line that names the row and what is wrong with it. */
  readonly message: string
  readonly cause?: unknown
}

/** A pair file that a reviewer may have edited, or everything that is wrong with it. */
export type ReadPairFile =
  | { readonly type: 'file'; readonly file: PairFile }
  | { readonly type: 'mistakes'; readonly mistakes: readonly [FileMistake, ...FileMistake[]] }

const brokenFile = (message: string, cause?: unknown): ReadPairFile => ({
  type: 'mistakes',
  mistakes: [{ row: null, message, cause }],
})

const rowMistakes = (rows: readonly unknown[]): readonly FileMistake[] => {
  const seen = new Set<string>()
  return rows.flatMap((row, index): readonly FileMistake[] => {
    const parsed = pairRowSchema.safeParse(row)
    if (!parsed.success) return [{ row: index, message: `${nameOf(row, index)}: ${issueLine(parsed.error)}` }]
    const { handle } = parsed.data
    if (seen.has(handle))
      return [{ row: index, message: `${nameOf(row, index)}: expected every handle once, this one stands twice` }]
    seen.add(handle)
    return []
  })
}

export const readPairFile = (text: string): ReadPairFile => {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    return brokenFile(`Expected a pair file in JSON: ${messageOf(error)}`, error)
  }
  const loose = looseFileSchema.safeParse(value)
  if (!loose.success) return brokenFile(`Expected a pair file with a list of \`pairs\`: ${issueLine(loose.error)}`)
  const [first, ...more] = rowMistakes(loose.data.pairs)
  if (first !== undefined) return { type: 'mistakes', mistakes: [first, ...more] }
  const file = pairFileSchema.safeParse(value)
  return file.success
    ? { type: 'file', file: file.data }
    : brokenFile(`Expected the head of a pair file: ${issueLine(file.error)}`)
}

/** Reads a pair file that a reviewer may have edited. Throws one line that names the first row that is wrong and what is wrong with it. */
export const parsePairFile = (text: string): PairFile => {
  const read = readPairFile(text)
  if (read.type === 'file') return read.file
  const [{ message, cause }] = read.mistakes
  throw new PerpetualError(message, { actBy: 'fix-config', cause })
}
