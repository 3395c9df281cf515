import { DamagedIndexError } from './open-sqlite.ts'

/** What went wrong with the file: it is `damaged`, so that another one helps, or `unusable` here (read-only, full, locked). */
export type IndexFailure = 'damaged' | 'unusable'

/** SQLITE_ERROR (tables that are not as expected), IOERR (a file that was cut short), CORRUPT and NOTADB; https://sqlite.org/rescode.html */
const damage: ReadonlySet<number> = new Set([1, 10, 11, 26])

/** Undefined for what has nothing to do with the file. */
export function failureOf(error: unknown): IndexFailure | undefined {
  if (error instanceof DamagedIndexError) return 'damaged'
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return undefined
  // The low byte is the kind; the rest tells more of it.
  const kind = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0
  return damage.has(kind) ? 'damaged' : 'unusable'
}
