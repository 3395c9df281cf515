import { statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { fieldNames, foldName } from '../dataset/foreign/fields.ts'
import { collectionOf, type Collection } from '../dataset/foreign/foreign-row.ts'
import { readRow } from '../dataset/foreign/read-row.ts'
import { messageOf, PerpetualError } from '../domain/errors.ts'
import { oneLine } from '../domain/one-line.ts'

/** Bytes of a database that is read whole into memory. */
const maxBytes = 2_000_000_000

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const refuse = (message: string, cause?: unknown): PerpetualError => new PerpetualError(message, { actBy: 'fix-config', cause })

const hasAny = (columns: readonly string[], names: readonly string[]): boolean =>
  columns.some(column => names.includes(foldName(column)))

/** Tables with a question and an answer column. Views and virtual tables are passed over: reading one may run anything that SQLite knows. */
function candidates(database: DatabaseSync): ReadonlyMap<string, readonly string[]> {
  const tables = database
    .prepare(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .all()
  const columnsOf = database.prepare('SELECT name FROM pragma_table_info(?)')
  const found = new Map<string, readonly string[]>()
  for (const { name } of tables) {
    const columns = columnsOf.all(name ?? '').map(row => String(row['name']))
    if (hasAny(columns, fieldNames.question) && hasAny(columns, fieldNames.answer)) found.set(String(name), columns)
  }
  return found
}

function chooseTable(database: DatabaseSync, path: string, asked: string | undefined): string {
  const found = candidates(database)
  const names = [...found.keys()]
  if (asked !== undefined) {
    if (found.has(asked)) return asked
    throw refuse(
      `Expected a table \`${asked}\` with a question and an answer column in ${path}, found ${names.map(name => `\`${name}\``).join(', ') || 'none'}`,
    )
  }
  const [first, ...others] = names
  if (first === undefined) throw refuse(`Expected a table with a question and an answer column in ${path}, found none`)
  if (others.length === 0) return first
  throw refuse(
    `Expected one table with a question and an answer column in ${path}, found ${names.map(name => `\`${name}\``).join(', ')}; name one with --table`,
  )
}

function* readRows(database: DatabaseSync, table: string) {
  let number = 0
  for (const row of database.prepare(`SELECT * FROM ${quoted(table)}`).iterate()) {
    number += 1
    yield readRow(number, Object.entries(row))
  }
}

/**
 * Reads the questions and answers of an SQLite file, which is opened for reading only. `table` names one of several.
 * Throws `fix-config` where the file is no database, or where no table or more than one could be meant.
 */
export async function readSqlite(path: string, { table }: { readonly table?: string | undefined } = {}): Promise<Collection> {
  const sqlite = await import('node:sqlite')
  let database: DatabaseSync | undefined
  try {
    const { size } = statSync(path)
    if (size > maxBytes) throw refuse(`Expected at most ${maxBytes} bytes, found ${size} (${path})`)
    database = new sqlite.DatabaseSync(path, { readOnly: true })
    // A file from elsewhere may name functions in its schema.
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON')
    return collectionOf([...readRows(database, chooseTable(database, path, table))])
  } catch (error) {
    if (error instanceof PerpetualError) throw error
    throw refuse(`Expected an SQLite database at ${path}: ${oneLine(messageOf(error), 200)}`, error)
  } finally {
    database?.close()
  }
}
