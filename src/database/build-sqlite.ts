import { rename } from 'node:fs/promises'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { columnNames, flatRow, type ColumnName } from '../dataset/database/export-rows.ts'
import type { DatabaseRow } from '../dataset/database/row.ts'
import type { DatabaseSource } from './source.ts'
import { withScratch } from './scratch.ts'

/** Raised where the tables change: a file of another version is built anew. */
export const sqliteVersion = 1

const searched = ['question', 'short_answer', 'answer', 'indicator'] as const

const schema = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE pairs (row INTEGER PRIMARY KEY, ${columnNames.map(name => `${name} NOT NULL`).join(', ')});
  CREATE TABLE citations (pair_id TEXT NOT NULL, n INTEGER NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL, quote TEXT NOT NULL, match_score REAL NOT NULL);
  CREATE VIRTUAL TABLE pairs_text USING fts5(${searched.join(', ')}, content='pairs', content_rowid='row', tokenize='porter unicode61 remove_diacritics 2');
  BEGIN;`

const indexes = `
  COMMIT;
  CREATE UNIQUE INDEX pairs_by_id ON pairs (id);
  CREATE INDEX pairs_by_handle ON pairs (handle);
  CREATE INDEX citations_by_pair ON citations (pair_id);`

interface Statements {
  readonly pair: StatementSync
  readonly text: StatementSync
  readonly citation: StatementSync
}

const holes = (count: number): string => Array.from({ length: count }, () => '?').join(', ')

const prepare = (database: DatabaseSync): Statements => ({
  pair: database.prepare(`INSERT INTO pairs (${columnNames.join(', ')}) VALUES (${holes(columnNames.length)})`),
  text: database.prepare(`INSERT INTO pairs_text (rowid, ${searched.join(', ')}) VALUES (${holes(searched.length + 1)})`),
  citation: database.prepare(`INSERT INTO citations VALUES (${holes(6)})`),
})

function insert({ pair, text, citation }: Statements, row: DatabaseRow, license: string): void {
  const flat = flatRow(row, license)
  const cell = (name: ColumnName): string | number => {
    const value = flat[name]
    return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)
  }
  const { lastInsertRowid } = pair.run(...columnNames.map(cell))
  text.run(lastInsertRowid, ...searched.map(cell))
  for (const { n, url, title, quote, match_score } of row.citations)
    citation.run(row.id, n, url.toWellFormed(), title.toWellFormed(), quote.toWellFormed(), match_score)
}

export interface BuildOptions {
  readonly file: string
  /** Of the dataset, for rows without one of their own; may be ''. */
  readonly license: string
  readonly onShard: (done: number) => void
}

/**
 * Makes an SQLite file of all rows that are not retracted: `pairs`, `citations`, `pairs_text` for full-text search, and `meta`.
 * It is put in place whole or not at all. Returns how many rows it has.
 */
export const buildSqlite = (source: DatabaseSource, { file, license, onShard }: BuildOptions): Promise<number> =>
  withScratch(file, async scratch => {
    const database = new DatabaseSync(scratch)
    let rows = 0
    try {
      database.exec(schema)
      const statements = prepare(database)
      let shards = 0
      for await (const shard of source.rows()) {
        for (const row of shard.rows) insert(statements, row, license)
        rows += shard.rows.length
        shards += 1
        onShard(shards)
      }
      const meta = database.prepare('INSERT INTO meta VALUES (?, ?)')
      const facts = { version: sqliteVersion, commit: source.head, fingerprint: source.fingerprint, rows, license }
      for (const [key, value] of Object.entries(facts)) meta.run(key, String(value))
      database.exec(indexes)
    } finally {
      database.close()
    }
    await rename(scratch, file)
    return rows
  })
