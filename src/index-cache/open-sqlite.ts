import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

/** "PQIX": by this SQLite file knows that it is ours (`PRAGMA application_id`). */
const applicationId = 0x50514958

/** Raised whenever the tables, the signatures or the way questions are normalised change; a file of another version is not read. */
export const indexVersion = 1

export const inMemory = ':memory:'

/** How long a writer waits for another one, milliseconds. */
const busyMs = 10_000

/** Pages kept in memory, KiB: the same whatever the size of the index. */
const cacheKib = 32 * 1024

const tables = `
CREATE TABLE file (number INTEGER PRIMARY KEY, path TEXT NOT NULL, version TEXT NOT NULL, UNIQUE (path, version));
CREATE TABLE item (number INTEGER PRIMARY KEY, file INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, keys BLOB NOT NULL);
CREATE TABLE bucket (key INTEGER PRIMARY KEY, count INTEGER NOT NULL, newest BLOB NOT NULL);
CREATE TABLE band (number INTEGER PRIMARY KEY, upto INTEGER NOT NULL, settled INTEGER NOT NULL);
PRAGMA application_id = ${applicationId};
PRAGMA user_version = ${indexVersion};`

/** What stands in the file is none of ours, or not any more. */
export class DamagedIndexError extends Error {}

const numberAt = (database: DatabaseSync, pragma: string): unknown =>
  Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]

/** Runs `work` as one write that happens whole or not at all, whatever kills the process. */
export function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    work()
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function makeTables(database: DatabaseSync): void {
  inTransaction(database, () => {
    const isNew = numberAt(database, 'schema_version') === 0
    if (isNew) database.exec(tables)
    else if (numberAt(database, 'application_id') !== applicationId || numberAt(database, 'user_version') !== indexVersion)
      throw new DamagedIndexError('Expected an index of questions, found another database')
  })
}

/**
 * Opens the file, making it where it is not there. The write-ahead log keeps it whole when a process is killed; after a loss of power
 * SQLite's own order of writes does. Imported late, because Node has SQLite only from 22.13 on.
 */
export async function openSqlite(location: string): Promise<DatabaseSync> {
  const sqlite = await import('node:sqlite')
  if (location !== inMemory) mkdirSync(dirname(location), { recursive: true, mode: 0o700 })
  const database = new sqlite.DatabaseSync(location, { timeout: busyMs })
  try {
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${cacheKib}; PRAGMA temp_store = MEMORY`,
    )
    makeTables(database)
    // Questions may come from a private repository.
    if (location !== inMemory) chmodSync(location, 0o600)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
