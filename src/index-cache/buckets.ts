import type { DatabaseSync } from 'node:sqlite'
import { effort } from '../dataset/near-search.ts'
import { blobOf, numberIn, numbersIn, type Row } from './columns.ts'
import { inTransaction } from './open-sqlite.ts'

/**
 * Which items share a band key. Of each bucket only those stand in it that a look-up would look at: the newest ones.
 * There are two levels: items come into a young one of bounded size, so that adding some costs the same whatever the size of the
 * index, and are settled many at a time, sorted, so that neighbours in the table are written one after the other.
 */
export interface Buckets {
  /** The buckets of some keys, one a band, with one question to SQLite; by band, where there is one. */
  read(keys: Int32Array): ReadonlyMap<number, Bucket>
  bounds(band: number): Bounds
  /** Enters the items of a chunk that a band does not know yet into the young level, for all bands in one write. */
  enter(chunks: readonly Chunk[]): void
  /** Enters those that are not settled yet into the old level, and empties the young one as far as they stood in it, in one write. */
  settle(band: number, chunk: Chunk): void
}

/** The last item that a band knows, and the last one of its old level. */
export interface Bounds {
  readonly upto: number
  readonly settled: number
}

export interface Bucket {
  /** How many there ever were. */
  readonly count: number
  /** Newest first, at most `effort.entries`. */
  readonly newest: Int32Array
}

/** Consecutive items from `first` on, with one key each. */
export interface Chunk {
  readonly first: number
  readonly keys: Int32Array
}

/** Items of a chunk at most: a key and a place in the chunk are sorted as one number below 2^53. */
export const chunkItems = 2 ** 17

/** `key` and place of each item from `from` on, ascending. Neighbours in the table are then written one after the other. */
const sortedPlaces = (keys: Int32Array, from: number): Float64Array => {
  const sorted = new Float64Array(keys.length - from)
  for (let at = from; at < keys.length; at++) sorted[at - from] = ((keys[at] ?? 0) >>> 0) * chunkItems + at
  sorted.sort()
  return sorted
}

/** The newest of what is newer and of what is older, newest first. */
const joined = (newer: Int32Array, older: Int32Array): Int32Array => {
  const whole = new Int32Array(Math.min(effort.entries, newer.length + older.length))
  whole.set(newer.subarray(0, whole.length))
  whole.set(older.subarray(0, whole.length - Math.min(newer.length, whole.length)), Math.min(newer.length, whole.length))
  return whole
}

/** Rows of the young level stand behind all others. */
const levels = { old: 0, young: 2 ** 40 } as const
const bandRows = 2 ** 32

export function createBuckets(database: DatabaseSync, bands: number): Buckets {
  const select = database.prepare('SELECT count, newest FROM bucket WHERE key = ?')
  const selectAll = database.prepare(
    `SELECT key, count, newest FROM bucket WHERE key IN (${Array.from({ length: 2 * bands }, () => '?').join()}) ORDER BY key`,
  )
  const write = database.prepare('INSERT OR REPLACE INTO bucket (key, count, newest) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM bucket WHERE key >= ? AND key < ?')
  const selectBand = database.prepare('SELECT upto, settled FROM band WHERE number = ?')
  const writeBand = database.prepare('INSERT OR REPLACE INTO band (number, upto, settled) VALUES (?, ?, ?)')

  const bucketOf = (row: Row): Bucket => ({ count: numberIn(row, 'count'), newest: numbersIn(row, 'newest') })
  /** `items` ascending. */
  const push = (row: number, items: readonly number[]): void => {
    const found = select.get(row)
    const newer = Int32Array.from(items.slice(-effort.entries)).toReversed()
    if (found === undefined) write.run(row, items.length, blobOf(newer))
    else {
      const before = bucketOf(found)
      write.run(row, before.count + items.length, blobOf(joined(newer, before.newest)))
    }
  }
  const pushAll = (start: number, { first, keys }: Chunk, from: number): void => {
    const places = sortedPlaces(keys, from)
    let items: number[] = []
    for (const [at, place] of places.entries()) {
      items.push(first + (place % chunkItems))
      const key = Math.floor(place / chunkItems)
      const following = places[at + 1]
      if (following !== undefined && Math.floor(following / chunkItems) === key) continue
      push(start + key, items)
      items = []
    }
  }
  const bounds = (band: number): Bounds => {
    const found = selectBand.get(band)
    return found === undefined ? { upto: 0, settled: 0 } : { upto: numberIn(found, 'upto'), settled: numberIn(found, 'settled') }
  }
  return {
    bounds,
    read: keys => {
      const rows = Array.from(keys, (key, band) => band * bandRows + (key >>> 0))
      const found = new Map<number, Bucket>()
      // In the order of keys, so that a young row comes after the old one.
      for (const row of selectAll.all(...rows, ...rows.map(old => levels.young + old))) {
        const band = Math.floor((numberIn(row, 'key') % levels.young) / bandRows)
        const [bucket, old] = [bucketOf(row), found.get(band)]
        const whole = old && { count: old.count + bucket.count, newest: joined(bucket.newest, old.newest) }
        found.set(band, whole ?? bucket)
      }
      return found
    },
    // Another process may have entered or settled some of them meanwhile, so the bounds are read within the write.
    enter: chunks =>
      inTransaction(database, () => {
        for (const [band, chunk] of chunks.entries()) {
          const { upto, settled } = bounds(band)
          const from = upto + 1 - chunk.first
          if (from < 0 || from >= chunk.keys.length) continue
          pushAll(levels.young + band * bandRows, chunk, from)
          writeBand.run(band, chunk.first + chunk.keys.length - 1, settled)
        }
      }),
    settle: (band, chunk) =>
      inTransaction(database, () => {
        const { upto, settled } = bounds(band)
        const [from, last] = [settled + 1 - chunk.first, chunk.first + chunk.keys.length - 1]
        if (from < 0 || from >= chunk.keys.length) return
        pushAll(levels.old + band * bandRows, chunk, from)
        if (last >= upto) remove.run(levels.young + band * bandRows, levels.young + (band + 1) * bandRows)
        writeBand.run(band, Math.max(upto, last), last)
      }),
  }
}
