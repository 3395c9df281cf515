import { setImmediate as breathe } from 'node:timers/promises'
import type { Duplicate } from '../dataset/duplicates.ts'
import {
  createSigner,
  effort,
  findNear,
  usualBands,
  usualThreshold,
  type NearSource,
  type Signature,
} from '../dataset/near-search.ts'
import { agreeingRows, rowsPerBand } from '../dataset/min-hash.ts'
import type { KnownFile, KnownQuestion } from '../dataset/question-index.ts'
import { hashOf, normalizeQuestion } from '../dataset/shingles.ts'
import { chunkItems, createBuckets, type Bucket } from './buckets.ts'
import { blobOf, numberIn, numbersIn, textIn } from './columns.ts'
import { inTransaction, openSqlite } from './open-sqlite.ts'

/** A file's name among all versions of all files. */
export const nameOf = ({ path, version }: KnownFile): string => `${path}\n${version}`

export interface StoredFile extends KnownFile {
  readonly number: number
}

/** Questions of files in one SQLite file. Throws what SQLite throws, and DamagedIndexError. */
export interface QuestionStore {
  /** Every file by `nameOf`. Those that this process has seen before are not read again: a file once taken in stays. */
  files(): ReadonlyMap<string, StoredFile>
  /** Takes in whole files; one that another process took in meanwhile stays as it is. */
  add(files: readonly (readonly [KnownFile, readonly KnownQuestion[]])[]): void
  /** Enters what was added into the buckets, in writes of a fraction of a second; until then it is not found. */
  enter(): Promise<void>
  find(question: string, accepts: Accepts): StoredDuplicate | undefined
  close(): void
}

type Accepts = (item: { readonly id: string; readonly file: number }) => boolean

export type StoredDuplicate = Duplicate & { readonly file: number }

/** The band after the last: a hash of the whole text, by which exact repetitions are found. */
const exactBand = usualBands
const keysPerItem = usualBands + 1

/** Items of the young level at most. */
const youngItems = 2 ** 14

/** Buckets by size, then newest first: rare buckets tell most, as in the table in memory. */
function candidatesIn(
  buckets: readonly Bucket[],
  { budget, most }: { readonly budget: number; readonly most: number },
): readonly number[] {
  const shared = new Map<number, number>()
  let left = budget
  for (const { newest } of buckets.toSorted((a, b) => a.count - b.count)) {
    for (const item of newest.subarray(0, left)) shared.set(item, (shared.get(item) ?? 0) + 1)
    left -= Math.min(left, newest.length)
    if (left === 0) break
  }
  return [...shared]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([item]) => item)
}

/** One key a band, the exact one included. */
function keysIn({ keys, text }: Signature): Int32Array {
  const all = new Int32Array(keysPerItem)
  all.set(keys)
  all[exactBand] = hashOf(text, 0, text.length)
  return all
}

function agreementOf(stored: Int32Array, keys: Int32Array): number {
  let rows = 0
  for (let band = 0; band < usualBands; band++) rows += agreeingRows(stored[band] ?? 0, keys[band] ?? 0)
  return rows / (usualBands * rowsPerBand)
}

export async function openQuestionStore(location: string): Promise<QuestionStore> {
  const database = await openSqlite(location)
  const buckets = createBuckets(database, keysPerItem)
  const sign = createSigner(usualBands)
  const addFile = database.prepare('INSERT OR IGNORE INTO file (path, version) VALUES (?, ?)')
  const addItem = database.prepare('INSERT INTO item (file, id, text, keys) VALUES (?, ?, ?, ?)')
  const filesAfter = database.prepare('SELECT number, path, version FROM file WHERE number > ? ORDER BY number')
  const places = Array.from({ length: effort.signatures }, () => '?').join()
  const readKeys = database.prepare(`SELECT number, keys FROM item WHERE number IN (${places})`)
  const readItem = database.prepare('SELECT number, file, id, text FROM item WHERE number = ?')
  const lastItem = database.prepare('SELECT coalesce(max(number), 0) AS number FROM item')
  const keysFrom = database.prepare('SELECT number, keys FROM item WHERE number >= ? AND number <= ? ORDER BY number')

  const seen = new Map<string, StoredFile>()
  let lastFile = 0

  const itemOf = (number: number) => {
    const row = readItem.get(number)
    return row && { number, file: numberIn(row, 'file'), id: textIn(row, 'id'), text: textIn(row, 'text') }
  }
  const addOne = (file: number, { id, question }: KnownQuestion): void => {
    const signature = sign(normalizeQuestion(question))
    addItem.run(file, id, signature.text, blobOf(keysIn(signature)))
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

  /** The oldest of the same text. */
  const findExact = (same: Bucket | undefined, text: string, accepts: Accepts) => {
    for (const number of (same?.newest ?? new Int32Array()).toReversed()) {
      const item = itemOf(number)
      if (item?.text === text && accepts(item)) return item
    }
    return undefined
  }

  /** The keys of at most `effort.signatures` items. */
  const keysOf = (items: readonly number[]): ReadonlyMap<number, Int32Array> =>
    new Map(
      readKeys
        .all(...Array.from({ length: effort.signatures }, (_, at) => items[at] ?? 0))
        .map(row => [numberIn(row, 'number'), numbersIn(row, 'keys')]),
    )

  const sourceOf = (found: readonly Bucket[], accepts: Accepts): NearSource => {
    let stored: ReadonlyMap<number, Int32Array> = new Map()
    return {
      candidates: (_keys, limits) => {
        const items = candidatesIn(found, limits)
        stored = keysOf(items)
        return items
      },
      agreement: (item, keys) => agreementOf(stored.get(item) ?? new Int32Array(usualBands), keys),
      accepts: number => {
        const item = itemOf(number)
        return item !== undefined && accepts(item)
      },
      textOf: number => itemOf(number)?.text ?? '',
    }
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
    find: (question, accepts) => {
      const signature = sign(normalizeQuestion(question))
      const found = buckets.read(keysIn(signature))
      const exact = findExact(found.get(exactBand), signature.text, accepts)
      if (exact !== undefined) return { id: exact.id, file: exact.file, jaccard: 1, exact: true }
      const similar = [...found].flatMap(([band, bucket]) => (band === exactBand ? [] : [bucket]))
      const near = findNear(sourceOf(similar, accepts), signature, usualThreshold)
      const item = near && itemOf(near.item)
      return near && item && { id: item.id, file: item.file, jaccard: near.jaccard, exact: false }
    },
    close: () => database.close(),
  }
}
