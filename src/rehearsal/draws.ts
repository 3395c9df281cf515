/** A 32-bit hash of a text: FNV-1a with murmur3's finaliser, so that texts that differ in one character fall far apart. */
export const hashOf = (text: string): number => {
  let hash = 0x81_1c_9d_c5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A number in [0, 1) that depends on the text alone. */
export const fractionOf = (text: string): number => hashOf(text) / 0x1_00_00_00_00

/** A stream of draws that depends on its seed alone. */
export interface Draws {
  /** In [0, 1). */
  fraction(): number
  /** A whole number in [low, high]. */
  whole(low: number, high: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
}

/** Mulberry32. */
export const createDraws = (seed: string): Draws => {
  let state = hashOf(seed)
  const fraction = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_00_00_00_00
  }
  return {
    fraction,
    whole: (low, high) => low + Math.floor(fraction() * (high - low + 1)),
    pick: items => items[Math.floor(fraction() * items.length)] ?? items[0],
  }
}

/** The item at `index`, counted round and round. */
export const around = <Item>(items: readonly [Item, ...Item[]], index: number): Item => items[index % items.length] ?? items[0]

/** The items in an order that depends on the seed alone (Fisher and Yates). */
export const shuffled = <Item>(items: readonly Item[], seed: string): Item[] => {
  const order = items.map((item, index) => ({ item, rank: hashOf(`${seed}/${index}`) }))
  return order.toSorted((a, b) => a.rank - b.rank).map(entry => entry.item)
}
