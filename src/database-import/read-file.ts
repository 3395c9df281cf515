import { open, readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { collectionExtensions, readCollection, type Collection } from '../dataset/foreign/read-collection.ts'
import { oneOf } from '../config/nearest.ts'
import { show } from '../config/show.ts'
import { messageOf, PerpetualError } from '../domain/errors.ts'
import { readSqlite } from './read-sqlite.ts'

export const importFormats = ['json', 'jsonl', 'csv', 'tsv', 'sqlite'] as const
export type ImportFormat = (typeof importFormats)[number]

/** The first bytes of every SQLite file (sqlite.org/fileformat.html, 1.3). */
const sqliteMark = 'SQLite format 3\u0000'

const refuse = (message: string, cause?: unknown): PerpetualError => new PerpetualError(message, { actBy: 'fix-config', cause })

async function isSqlite(path: string): Promise<boolean> {
  const file = await open(path).catch((error: unknown) => {
    throw refuse(`Expected a file to import, got ${show(path)}: ${messageOf(error)}`, error)
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sqliteMark.length), 0, sqliteMark.length, 0)
    return buffer.subarray(0, bytesRead).toString('latin1') === sqliteMark
  } catch (error) {
    throw refuse(`Expected a file to import, got ${show(path)}: ${messageOf(error)}`, error)
  } finally {
    await file.close()
  }
}

export interface ReadOptions {
  /** Undefined: by the bytes and the name. */
  readonly format: ImportFormat | undefined
  /** Of an SQLite file that has several. */
  readonly table: string | undefined
}

/** The questions and answers of somebody else's file. Throws `fix-config` where there is no such file, or no format that it could be. */
export async function readImport(path: string, { format, table }: ReadOptions): Promise<Collection> {
  const isDatabase = format === 'sqlite' || (format === undefined && (await isSqlite(path)))
  if (isDatabase) return readSqlite(path, { table })
  if (table !== undefined) throw refuse(`Expected an SQLite file with \`--table\`, got ${show(path)}`)
  const extension = extname(path).toLowerCase()
  if (format === undefined && !collectionExtensions.some(each => each === extension))
    throw refuse(
      `Expected a file that ends in ${collectionExtensions.join(', ')}, or an SQLite database, got ${show(path)}; name its format with --format, ${oneOf(undefined, importFormats)}`,
    )
  const bytes = await readFile(path).catch((error: unknown) => {
    throw refuse(`Expected a file to import, got ${show(path)}: ${messageOf(error)}`, error)
  })
  return readCollection(bytes, format === undefined ? path : `import.${format}`)
}
