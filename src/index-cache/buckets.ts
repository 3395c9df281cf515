import type { DatabaseSync } from 'node:sqlite'
import { effort } from '../dataset/near-search.ts'
import { blobOf, numberIn, numbersIn } from './columns.ts'
import { inTransaction } from './open-sqlite.ts'

/**
 * Which items share a band key. Of each bucket only those stand in it that a look-up would look at: the newest ones.
 * There are two levels: items come into a young one of bounded size, so that adding some costs the same whatever the size of the
 * index, and are settled many at a time, sorted, so that neighbours in the table are written one after the other.
 */
export interface Buckets {
  read(band: number, key: number): Bucket | undefined
  bounds(band: number): Bounds
  /** Enters the items of a chunk that the band does not know yet into the young level, in one write. */
  enter(band: number, chunk: Chunk): void
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

const nothing = new Int32Array()

/** `key` and place of each item from `from` on, ascending. Neighbours in the table are then written one after the other. */
const sortedPlaces = (keys: Int32Array, from: number): Float64Array => {
  const sorted = new Float64Array(keys.length - from)
  for (let at = from; at < keys.length; at++) sorted[at - from] = ((keys[at] ?? 0) >>> 0) * chunkItems + at
  sorted.sort()
  return sorted
}

/** The newest of what was there and what comes, newest first. */
const joined = (before: Int32Array, added: readonly number[]): Int32Array => {
  const whole = new Int32Array(Math.min(effort.entries, before.length + added.length))
  for (let at = 0; at < whole.length; at++) whole[at] = added[added.length - 1 - at] ?? before[at - added.length] ?? 0
  return whole
}

/** Rows of the young level stand behind all others. */
const levels = { old: 0, young: 2 ** 40 } as const
const bandRows = 2 ** 32

export function createBuckets(database: DatabaseSync): Buckets {
  const select = database.prepare('SELECT count, newest FROM bucket WHERE key = ?')
  const write = database.prepare('INSERT OR REPLACE INTO bucket (key, count, newest) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM bucket WHERE key >= ? AND key < ?')
  const selectBand = database.prepare('SELECT upto, settled FROM band WHERE number = ?')
  const writeBand = database.prepare('INSERT OR REPLACE INTO band (number, upto, settled) VALUES (?, ?, ?)')

  const readRow = (row: number): Bucket | undefined => {
    const found = select.get(row)
    return found && { count: numberIn(found, 'count'), newest: numbersIn(found, 'newest') }
  }
  const push = (row: number, items: readonly number[]): void => {
    const before = readRow(row)
    write.run(row, (before?.count ?? 0) + items.length, blobOf(joined(before?.newest ?? nothing, items)))
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
    read: (band, key) => {
      const row = band * bandRows + (key >>> 0)
      const [old, young] = [readRow(row), readRow(levels.young + row)]
      if (old === undefined || young === undefined) return old ?? young
      return { count: old.count + young.count, newest: joined(old.newest, [...young.newest].toReversed()) }
    },
    // Another process may have entered or settled some of them meanwhile, so the bounds are read within the write.
    enter: (band, chunk) =>
      inTransaction(database, () => {
        const { upto, settled } = bounds(band)
        const from = upto + 1 - chunk.first
        if (from < 0 || from >= chunk.keys.length) return
        pushAll(levels.young + band * bandRows, chunk, from)
        writeBand.run(band, chunk.first + chunk.keys.length - 1, settled)
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
