import { setImmediate as breathe } from 'node:timers/promises'
import type { KnownFile, KnownQuestion } from '../dataset/question-index.ts'
import { normalizeQuestion } from '../dataset/shingles.ts'
import { chunkItems, createBuckets } from './buckets.ts'
import { blobOf, numberIn, numbersIn, textIn } from './columns.ts'
import { createItemSigner, keysPerItem } from './item-signature.ts'
import { inTransaction, openSqlite } from './open-sqlite.ts'
import { createQuestionSearch, type QuestionSearch } from './question-search.ts'

/** A file's name among all versions of all files. */
export const nameOf = ({ path, version }: KnownFile): string => `${path}\n${version}`

export interface StoredFile extends KnownFile {
  readonly number: number
}

/** Questions of files in one SQLite file. Throws what SQLite throws, and DamagedIndexError. */
export interface QuestionStore extends Pick<QuestionSearch, 'find'> {
  /** Every file by `nameOf`. Those that this process has seen before are not read again: a file once taken in stays. */
  files(): ReadonlyMap<string, StoredFile>
  /** Takes in whole files; one that another process took in meanwhile stays as it is. */
  add(files: readonly (readonly [KnownFile, readonly KnownQuestion[]])[]): void
  /** Enters what was added into the buckets, in writes of a fraction of a second; until then it is not found. */
  enter(): Promise<void>
  close(): void
}

/** Items of the young level at most. */
const youngItems = 2 ** 14

export async function openQuestionStore(location: string): Promise<QuestionStore> {
  const database = await openSqlite(location)
  const buckets = createBuckets(database, keysPerItem)
  const search = createQuestionSearch(database, buckets)
  const sign = createItemSigner()
  const addFile = database.prepare('INSERT OR IGNORE INTO file (path, version) VALUES (?, ?)')
  const addItem = database.prepare('INSERT INTO item (file, id, text, keys) VALUES (?, ?, ?, ?)')
  const filesAfter = database.prepare('SELECT number, path, version FROM file WHERE number > ? ORDER BY number')
  const lastItem = database.prepare('SELECT coalesce(max(number), 0) AS number FROM item')
  const keysFrom = database.prepare('SELECT number, keys FROM item WHERE number >= ? AND number <= ? ORDER BY number')
  const seen = new Map<string, StoredFile>()
  let lastFile = 0

  const addOne = (file: number, { id, question }: KnownQuestion): void => {
    const text = normalizeQuestion(question)
    addItem.run(file, id, text, blobOf(sign(text).keys))
  }
  /** The keys of consecutive items, band after band. */
  const readChunk = (first: number, last: number): Int32Array[] => {
    const bands = Array.from({ length: keysPerItem }, () => new Int32Array(last - first + 1))
    for (const row of keysFrom.iterate(first, last)) {
      const at = numberIn(row, 'number') - first
      for (const [band, key] of numbersIn(row, 'keys').entries()) {
        const keys = bands[band]
        if (keys !== undefined) keys[at] = key
      }
    }
    return bands
  }
  return {
    files: () => {
      for (const row of filesAfter.iterate(lastFile)) {
        const file = { number: numberIn(row, 'number'), path: textIn(row, 'path'), version: textIn(row, 'version') }
        seen.set(nameOf(file), file)
        lastFile = file.number
      }
      return seen
    },
    add: files =>
      inTransaction(database, () => {
        for (const [{ path, version }, questions] of files) {
          const { changes, lastInsertRowid } = addFile.run(path, version)
          if (Number(changes) === 0) continue
          for (const question of questions) addOne(Number(lastInsertRowid), question)
        }
      }),
    enter: async () => {
      const last = numberIn(lastItem.get() ?? {}, 'number')
      const bounds = Array.from({ length: keysPerItem }, (_, band) => buckets.bounds(band))
      const settled = Math.min(...bounds.map(each => each.settled))
      const isYoung = last - settled <= youngItems
      const known = isYoung ? Math.min(...bounds.map(each => each.upto)) : settled
      search.forget()
      for (let first = known + 1; first <= last; first += chunkItems) {
        const chunks = readChunk(first, Math.min(last, first + chunkItems - 1)).map(keys => ({ first, keys }))
        if (isYoung) buckets.enter(chunks)
        else {
          for (const [band, chunk] of chunks.entries()) {
            buckets.settle(band, chunk)
            await breathe()
          }
        }
      }
    },
    find: (question, accepts) => search.find(question, accepts),
    close: () => database.close(),
  }
}
