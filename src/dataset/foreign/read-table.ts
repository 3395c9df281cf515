import { parse } from 'csv-parse/sync'
import { messageOf } from '../../domain/errors.ts'
import { oneLine } from '../../domain/one-line.ts'
import { fieldNames, foldName } from './fields.ts'
import { collectionOf, maxRowCharacters, unreadable, type Collection, type ReadRow } from './foreign-row.ts'
import { readRow } from './read-row.ts'

/** A row with its fields, before anything is known of them; more is a quote that nobody closed. */
const maxRecordCharacters = 5 * maxRowCharacters

interface Line {
  readonly cells: readonly string[]
  /** Of the file, from 1. */
  readonly line: number
}

const delimiters = [',', ';', '\t', '|'] as const

/** The one of which the first line has most. */
const delimiterOf = (text: string): string => {
  const first = text.slice(0, 10_000).split('\n', 1)[0] ?? ''
  const counts = delimiters.map(delimiter => first.split(delimiter).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}

const names: ReadonlySet<string> = new Set([...fieldNames.question, ...fieldNames.answer])

/** A first line whose cells are names of fields; two columns without names are a question and an answer. */
function headerOf(first: Line | undefined): { readonly names: readonly string[]; readonly isFirst: boolean } | undefined {
  if (first === undefined) return undefined
  if (first.cells.some(cell => names.has(foldName(cell)))) return { names: first.cells, isFirst: true }
  return first.cells.length === 2 ? { names: ['question', 'answer'], isFirst: false } : undefined
}

/** Comma-separated values in any of their dialects; a line that cannot be read is put aside alone. */
export function readTable(text: string, isTabbed: boolean): Collection {
  const lines: Line[] = []
  const broken: ReadRow[] = []
  try {
    parse(text, {
      delimiter: isTabbed ? '\t' : delimiterOf(text),
      quote: '"',
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: maxRecordCharacters,
      skip_records_with_error: true,
      on_skip: error => {
        const line = typeof error?.['lines'] === 'number' ? error['lines'] : 0
        broken.push({ type: 'problem', row: line, reason: `expected a row: ${oneLine(messageOf(error), 200)}` })
        return undefined
      },
      on_record: (cells: readonly string[], { lines: line }) => {
        lines.push({ cells, line })
        return null
      },
    })
  } catch (error) {
    broken.push({
      type: 'problem',
      row: lines.at(-1)?.line ?? 0,
      reason: `expected a table to its end: ${oneLine(messageOf(error), 200)}`,
    })
  }
  const header = headerOf(lines[0])
  if (header === undefined)
    return broken.length > 0
      ? collectionOf(broken)
      : unreadable('expected a first line with the names of a question and an answer column, found none')
  const rows = header.isFirst ? lines.slice(1) : lines
  const read = rows.map(({ cells, line }) =>
    readRow(
      line,
      header.names.map((name, at): [string, unknown] => [name, cells[at] ?? '']),
    ),
  )
  if (read.length + broken.length === 0) return unreadable('expected questions and answers, found none')
  return collectionOf([...read, ...broken].toSorted((a, b) => rowNumber(a) - rowNumber(b)))
}

const rowNumber = (read: ReadRow): number => (read.type === 'row' ? read.row.row : read.row)
