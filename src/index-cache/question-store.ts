import { setImmediate as breathe } from 'node:timers/promises'
import type { Duplicate } from '../dataset/duplicates.ts'
import { createSigner, findNear, usualBands, usualThreshold, type NearSource } from '../dataset/near-search.ts'
import { agreeingRows, rowsPerBand } from '../dataset/min-hash.ts'
import type { KnownFile, KnownQuestion } from '../dataset/question-index.ts'
import { hashOf, normalizeQuestion } from '../dataset/shingles.ts'
import { chunkItems, createBuckets, type Bucket, type Buckets } from './buckets.ts'
import { blobOf, numberIn, numbersIn, textIn } from './columns.ts'
import { inTransaction, openSqlite } from './open-sqlite.ts'

export interface StoredFile extends KnownFile {
  readonly number: number
}

/** Questions of files in one SQLite file. Throws what SQLite throws, and DamagedIndexError. */
export interface QuestionStore {
  files(): readonly StoredFile[]
  /** Takes in whole files; one that another process took in meanwhile stays as it is. */
  add(files: readonly (readonly [KnownFile, readonly KnownQuestion[]])[]): void
  /** Enters what was added into the buckets, in writes of a fraction of a second; until then it is not found. */
  enter(): Promise<void>
  find(question: string, accepts: (item: { readonly id: string; readonly file: number }) => boolean): StoredDuplicate | undefined
  close(): void
}

export type StoredDuplicate = Duplicate & { readonly file: number }

/** The band after the last: a hash of the whole text, by which exact repetitions are found. */
const exactBand = usualBands
const keysPerItem = usualBands + 1

/** Items of the young level at most. */
const youngItems = 2 ** 14

/** Buckets by size, then newest first: rare buckets tell most, as in the table in memory. */
function candidatesIn(buckets: Buckets, keys: Int32Array, { budget, most }: { readonly budget: number; readonly most: number }) {
  const found: Bucket[] = []
  for (let band = 0; band < usualBands; band++) {
    const bucket = buckets.read(band, keys[band] ?? 0)
    if (bucket !== undefined) found.push(bucket)
  }
  const shared = new Map<number, number>()
  let left = budget
  for (const { newest } of found.toSorted((a, b) => a.count - b.count)) {
    for (const item of newest.subarray(0, left)) shared.set(item, (shared.get(item) ?? 0) + 1)
    left -= Math.min(left, newest.length)
    if (left === 0) break
  }
  return [...shared]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([item]) => item)
}

function agreementOf(stored: Int32Array, keys: Int32Array): number {
  let rows = 0
  for (let band = 0; band < usualBands; band++) rows += agreeingRows(stored[band] ?? 0, keys[band] ?? 0)
  return rows / (usualBands * rowsPerBand)
}

export async function openQuestionStore(location: string): Promise<QuestionStore> {
  const database = await openSqlite(location)
  const buckets = createBuckets(database)
  const sign = createSigner(usualBands)
  const addFile = database.prepare('INSERT OR IGNORE INTO file (path, version) VALUES (?, ?)')
  const addItem = database.prepare('INSERT INTO item (file, id, text, keys) VALUES (?, ?, ?, ?)')
  const allFiles = database.prepare('SELECT number, path, version FROM file')
  const readKeys = database.prepare('SELECT keys FROM item WHERE number = ?')
  const readItem = database.prepare('SELECT number, file, id, text FROM item WHERE number = ?')
  const lastItem = database.prepare('SELECT coalesce(max(number), 0) AS number FROM item')
  const keysFrom = database.prepare('SELECT number, keys FROM item WHERE number >= ? AND number <= ? ORDER BY number')

  const itemOf = (number: number) => {
    const row = readItem.get(number)
    return row && { number, file: numberIn(row, 'file'), id: textIn(row, 'id'), text: textIn(row, 'text') }
  }
  const exactKey = (text: string): number => hashOf(text, 0, text.length)

  const addOne = (file: number, { id, question }: KnownQuestion): void => {
    const signature = sign(normalizeQuestion(question))
    const keys = new Int32Array(keysPerItem)
    keys.set(signature.keys)
    keys[exactBand] = exactKey(signature.text)
    addItem.run(file, id, signature.text, blobOf(keys))
  }

  /** The keys of consecutive items, band after band. */
  const readChunk = (first: number, last: number): Int32Array[] => {
    const count = last - first + 1
    const bands = Array.from({ length: keysPerItem }, () => new Int32Array(count))
    for (const row of keysFrom.iterate(first, last)) {
      const at = numberIn(row, 'number') - first
      for (const [band, key] of numbersIn(row, 'keys').entries()) {
        const keys = bands[band]
        if (keys !== undefined) keys[at] = key
      }
    }
    return bands
  }

  const findExact = (text: string, accepts: Parameters<QuestionStore['find']>[1]) => {
    const same = buckets.read(exactBand, exactKey(text))?.newest ?? new Int32Array()
    for (const number of same.toReversed()) {
      const item = itemOf(number)
      if (item?.text === text && accepts(item)) return item
    }
    return undefined
  }

  return {
    files: () =>
      allFiles
        .all()
        .map(row => ({ number: numberIn(row, 'number'), path: textIn(row, 'path'), version: textIn(row, 'version') })),
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
      for (let first = known + 1; first <= last; first += chunkItems) {
        for (const [band, keys] of readChunk(first, Math.min(last, first + chunkItems - 1)).entries()) {
          if (isYoung) buckets.enter(band, { first, keys })
          else buckets.settle(band, { first, keys })
          await breathe()
        }
      }
    },
    find: (question, accepts) => {
      const signature = sign(normalizeQuestion(question))
      const exact = findExact(signature.text, accepts)
      if (exact !== undefined) return { id: exact.id, file: exact.file, jaccard: 1, exact: true }
      const source: NearSource = {
        candidates: (keys, limits) => candidatesIn(buckets, keys, limits),
        agreement: (item, keys) => agreementOf(numbersIn(readKeys.get(item) ?? {}, 'keys'), keys),
        accepts: number => {
          const item = itemOf(number)
          return item !== undefined && accepts(item)
        },
        textOf: number => itemOf(number)?.text ?? '',
      }
      const near = findNear(source, signature, usualThreshold)
      const item = near && itemOf(near.item)
      return near && item && { id: item.id, file: item.file, jaccard: near.jaccard, exact: false }
    },
    close: () => database.close(),
  }
}
