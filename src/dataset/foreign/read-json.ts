import { messageOf } from '../../domain/errors.ts'
import { oneLine } from '../../domain/one-line.ts'
import { fieldsOf, isList, isObject, listNames, textOf, topicsOf } from './fields.ts'
import { collectionOf, unreadable, type Collection, type ReadRow } from './foreign-row.ts'
import { isRow, readRow } from './read-row.ts'

export type ParsedJson =
  | { readonly type: 'value'; readonly value: unknown }
  | { readonly type: 'broken'; readonly reason: string }

/** Anything may stand in a foreign file, so what comes out is looked at field by field. */
export function parseJson(text: string): ParsedJson {
  try {
    const value: unknown = JSON.parse(text)
    return { type: 'value', value }
  } catch (error) {
    return { type: 'broken', reason: `expected JSON: ${oneLine(messageOf(error), 200)}` }
  }
}

/** Our own files of a later version: what a field means there is not known here. */
const newest = 1

/** Containers within containers that are looked into. */
const deepest = 6

interface Found {
  readonly value: unknown
  readonly topic: readonly string[]
}

/** The rows of a container, in their order: lists, known names, and lists under any name where no known one is there. */
function* rowsIn({ value, topic }: Found, depth: number): Generator<Found> {
  if (depth > deepest) {
    yield { value, topic }
    return
  }
  if (isList(value)) {
    for (const item of value)
      yield* isObject(item) && !isRow(item) ? rowsIn({ value: item, topic }, depth + 1) : [{ value: item, topic }]
    return
  }
  if (!isObject(value) || isRow(value)) {
    yield { value, topic }
    return
  }
  const fields = fieldsOf(Object.entries(value))
  const own = topicsOf(fields)
  const lists = [...fields].filter(([, inner]) => isList(inner) && inner.some(isObject))
  const known = lists.filter(([name]) => listNames.includes(name))
  const chosen = known.length > 0 ? known : lists
  if (chosen.length === 0) yield { value, topic }
  for (const [, inner] of chosen) yield* rowsIn({ value: inner, topic: own.length > 0 ? own : topic }, depth + 1)
}

/** A table by columns: `{ "question": ["…"], "answer": ["…"] }`. */
function readColumns(value: object): readonly ReadRow[] | undefined {
  const columns = Object.entries(value).filter(([, column]) => isList(column))
  const length = Math.max(0, ...columns.map(([, column]) => (isList(column) ? column.length : 0)))
  const isTable = length > 0 && columns.length > 1 && columns.every(([, column]) => isList(column) && !column.some(isObject))
  if (!isTable) return undefined
  return Array.from({ length }, (_, at) =>
    readRow(
      at + 1,
      columns.map(([name, column]): [string, unknown] => [name, isList(column) ? column[at] : undefined]),
    ),
  )
}

export const readItem = (row: number, { value, topic }: Found): ReadRow =>
  isObject(value)
    ? readRow(row, Object.entries(value), topic)
    : {
        type: 'problem',
        row,
        reason: `expected an object, found ${value === null ? 'null' : isList(value) ? 'a list' : typeof value}`,
      }

const newerVersion = (value: object): string | undefined => {
  const fields = fieldsOf(Object.entries(value))
  const version = fields.get('version')
  const isOurs = fields.has('indicatorid') && fields.has('pairs')
  return isOurs && typeof version === 'number' && version > newest
    ? `made by a newer version of Perpetual (${version}; this one reads ${newest}); update it, or integrate with that one`
    : undefined
}

/** A JSON document in whatever shape a collection of questions and answers has. */
export function readJson(value: unknown): Collection {
  if (isObject(value)) {
    const newer = newerVersion(value)
    if (newer !== undefined) return unreadable(newer)
    const columns = readColumns(value)
    if (columns !== undefined) return collectionOf(columns)
  } else if (!isList(value)) return unreadable(`expected questions and answers, found ${textOf(value).slice(0, 40) || 'nothing'}`)
  const read = [...rowsIn({ value, topic: [] }, 0)].map((found, at) => readItem(at + 1, found))
  return read.length === 0 ? unreadable('expected questions and answers, found none') : collectionOf(read)
}

/** One JSON document a line; an empty line is none, a broken one is put aside alone. */
export function readJsonLines(text: string): Collection {
  const read: ReadRow[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = parseJson(line)
    read.push(
      parsed.type === 'value'
        ? readItem(at + 1, { value: parsed.value, topic: [] })
        : { type: 'problem', row: at + 1, reason: parsed.reason },
    )
  }
  return read.length === 0 ? unreadable('expected questions and answers, found none') : collectionOf(read)
}
