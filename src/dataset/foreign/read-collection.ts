import { decodeText } from './decode-text.ts'
import { isObject } from './fields.ts'
import { maxFileBytes, unreadable, type Collection } from './foreign-row.ts'
import { parseJson, readJson, readJsonLines } from './read-json.ts'
import { readTable } from './read-table.ts'

export type { Collection } from './foreign-row.ts'

/** Names of files that this module reads; SQLite is read where there is a disk. */
export const collectionExtensions = ['.json', '.jsonl', '.ndjson', '.csv', '.tsv'] as const

/** Whether a text of several lines is one document a line: its first line is a whole object. */
function isLines(text: string): boolean {
  const first = parseJson(text.split('\n', 1)[0] ?? '')
  return first.type === 'value' && isObject(first.value)
}

/** JSON, or one JSON document a line, whatever the name says. */
function readJsonText(text: string): Collection {
  const parsed = parseJson(text)
  if (parsed.type === 'value') return readJson(parsed.value)
  return isLines(text) ? readJsonLines(text) : unreadable(parsed.reason)
}

/**
 * Reads somebody else's collection of questions and answers: JSON, JSON Lines, CSV or TSV in UTF-8 or UTF-16, by the names of its
 * fields. `name` tells the format where the text does not. What cannot be read is put aside with its row and a reason; nothing is thrown.
 */
export function readCollection(bytes: Uint8Array, name: string): Collection {
  if (bytes.byteLength > maxFileBytes) return unreadable(`expected at most ${maxFileBytes} bytes, found ${bytes.byteLength}`)
  const decoded = decodeText(bytes)
  if (decoded.type === 'unknown') return unreadable(decoded.reason)
  const { text } = decoded
  if (text.trim() === '') return unreadable('expected questions and answers, found an empty file')
  const lower = name.toLowerCase()
  if (lower.endsWith('.tsv')) return readTable(text, true)
  if (lower.endsWith('.csv')) return readTable(text, false)
  if (/\.(jsonl|ndjson)$/.test(lower)) return isLines(text) ? readJsonLines(text) : readJsonText(text)
  return readJsonText(text)
}
