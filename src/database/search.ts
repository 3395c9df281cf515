import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { sqliteVersion } from './build-sqlite.ts'

const hitSchema = z.object({
  id: z.string(),
  handle: z.string(),
  indicator: z.string(),
  question: z.string(),
  short_answer: z.string(),
  answer: z.string(),
  grade: z.string(),
  model: z.string(),
  citation_urls: z.string().transform((text): readonly string[] => z.array(z.string()).parse(JSON.parse(text))),
})
export type Hit = z.infer<typeof hitSchema>

export interface Found {
  /** Best first. */
  readonly hits: readonly Hit[]
  /** How many rows match in all. */
  readonly matching: number
  /** `any` where no row has all the words. */
  readonly by: 'all' | 'any'
}

const mostWords = 32

/** Each word as a string of the query language, so that none of them is an operator. */
export const quotedWords = (text: string): readonly string[] =>
  text
    .replaceAll('\0', ' ')
    .split(/\s+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
    .slice(0, mostWords)
    .map(word => `"${word.replaceAll('"', '""')}"`)

/** The question counts most, then what it is about and the short answer. */
const ranking = 'bm25(pairs_text, 8.0, 3.0, 1.0, 4.0)'
const wanted = Object.keys(hitSchema.shape)
  .map(name => `pairs.${name}`)
  .join(', ')
const countSchema = z.object({ count: z.number() })

function run(database: DatabaseSync, query: string, limit: number): { hits: readonly Hit[]; matching: number } {
  const count = database.prepare('SELECT count(*) AS count FROM pairs_text WHERE pairs_text MATCH ?').get(query)
  const rows = database
    .prepare(
      `SELECT ${wanted} FROM pairs_text JOIN pairs ON pairs.row = pairs_text.rowid WHERE pairs_text MATCH ? ORDER BY ${ranking} LIMIT ?`,
    )
    .all(query, limit)
  return { hits: rows.map(row => hitSchema.parse(row)), matching: countSchema.parse(count).count }
}

/** Rows with all the words, or where there is none, with any of them. */
export function searchSqlite(file: string, words: string, limit: number): Found {
  const quoted = quotedWords(words)
  if (quoted.length === 0) return { hits: [], matching: 0, by: 'all' }
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const all = run(database, quoted.join(' '), limit)
    if (all.matching > 0 || quoted.length === 1) return { ...all, by: 'all' }
    return { ...run(database, quoted.join(' OR '), limit), by: 'any' }
  } finally {
    database.close()
  }
}

const metaSchema = z.array(z.object({ key: z.string(), value: z.string() }))

/** The fingerprint of the rows that a file was built from; undefined where it is missing, damaged or of another version. */
export function builtFrom(file: string): string | undefined {
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      const meta = new Map(
        metaSchema.parse(database.prepare('SELECT key, value FROM meta').all()).map(({ key, value }) => [key, value]),
      )
      return meta.get('version') === String(sqliteVersion) ? meta.get('fingerprint') : undefined
    } finally {
      database.close()
    }
  } catch {
    return undefined
  }
}
