import { agreeingRows, rowsPerBand } from './min-hash.ts'

/** Which items share a band key: for each band, hash buckets with chains through typed arrays, newest first. */
export interface BandTable {
  readonly size: number
  /** Adds the next item with one key a band. */
  add(keys: Int32Array): void
  /** The share of signature bytes, 0 to 1, in which an item agrees with `keys`. */
  agreement(item: number, keys: Int32Array): number
  /** The `most` items that share most bands with `keys`; the smallest buckets first, until `budget` entries were looked at. */
  candidates(keys: Int32Array, limits: { readonly budget: number; readonly most: number }): readonly number[]
}

interface Store {
  readonly capacity: number
  readonly keys: Int32Array
  /** Two numbers a bucket, in one cache line: its newest item + 1, and how many items it has. */
  readonly buckets: Int32Array
  /** The item + 1 before this one in the same bucket; 0 ends the chain. */
  readonly next: Int32Array
  readonly shared: Uint8Array
}

const allocate = (bands: number, capacity: number): Store => {
  return {
    capacity,
    keys: new Int32Array(capacity * bands),
    buckets: new Int32Array(capacity * bands * 2),
    next: new Int32Array(capacity * bands),
    shared: new Uint8Array(capacity),
  }
}

const slotOf = (key: number, slots: number): number => (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 7) & (slots - 1)

const enter = (
  { capacity: slots, buckets, next }: Store,
  { keys, bands, item }: { keys: Int32Array; bands: number; item: number },
): void => {
  for (let band = 0; band < bands; band++) {
    const bucket = (band * slots + slotOf(keys[band] ?? 0, slots)) * 2
    next[item * bands + band] = buckets[bucket] ?? 0
    buckets[bucket] = item + 1
    buckets[bucket + 1] = (buckets[bucket + 1] ?? 0) + 1
  }
}

/** Rare buckets tell most: items of one template crowd a few buckets, a real repetition also shares the rare ones. */
const bucketsBySize = (store: Store, keys: Int32Array): number[] => {
  const sized: number[] = []
  for (let band = 0; band < keys.length; band++) {
    const slot = slotOf(keys[band] ?? 0, store.capacity)
    const count = store.buckets[(band * store.capacity + slot) * 2 + 1] ?? 0
    if (count > 0) sized.push(count * keys.length + band)
  }
  return sized.toSorted((a, b) => a - b).map(one => one % keys.length)
}

/** The `most` items with the highest counts, ties by age, by counting: a comparing sort would take longer than all the rest. */
const mostShared = (found: readonly number[], shared: Uint8Array, most: number): readonly number[] => {
  if (found.length <= most) return found
  const tally = new Int32Array(256)
  for (const item of found) tally[shared[item] ?? 0] = (tally[shared[item] ?? 0] ?? 0) + 1
  let least = 255
  let above = 0
  while (least > 1 && above + (tally[least] ?? 0) < most) above += tally[least--] ?? 0
  let ties = most - above
  return found.filter(item => {
    const times = shared[item] ?? 0
    return times > least || (times === least && ties-- > 0)
  })
}

/** `expected` items find room without growing. */
export const createBandTable = (bands: number, expected = 0): BandTable => {
  let store = allocate(bands, 2 ** Math.ceil(Math.log2(Math.max(256, expected))))
  let size = 0
  const grow = (): void => {
    const larger = allocate(bands, store.capacity * 2)
    larger.keys.set(store.keys)
    store = larger
    for (let item = 0; item < size; item++)
      enter(store, { keys: store.keys.subarray(item * bands, (item + 1) * bands), bands, item })
  }
  return {
    get size() {
      return size
    },
    agreement: (item, keys) => {
      let rows = 0
      for (let band = 0; band < bands; band++) rows += agreeingRows(store.keys[item * bands + band] ?? 0, keys[band] ?? 0)
      return rows / (bands * rowsPerBand)
    },
    add: keys => {
      if (size === store.capacity) grow()
      store.keys.set(keys, size * bands)
      enter(store, { keys, bands, item: size })
      size++
    },
    candidates: (keys, { budget, most }) => {
      const { buckets, next, shared, capacity: slots } = store
      const found: number[] = []
      let left = budget
      for (const band of bucketsBySize(store, keys)) {
        const key = keys[band] ?? 0
        let link = buckets[(band * slots + slotOf(key, slots)) * 2] ?? 0
        for (; link > 0 && left > 0; left--) {
          const item = link - 1
          link = next[item * bands + band] ?? 0
          const times = shared[item] ?? 0
          if (times === 0) found.push(item)
          shared[item] = times + 1
        }
        if (left === 0) break
      }
      const kept = mostShared(found, shared, most)
      for (const item of found) shared[item] = 0
      return kept
    },
  }
}
