/** Random numbers that a seed repeats (mulberry32); the seed is printed, so that a failure can be seen again. */
export function seededRandom(name: string) {
  const seed = Number(process.env['PERPETUAL_TEST_SEED'] ?? Date.now() % 1_000_000)
  process.stderr.write(`${name}: PERPETUAL_TEST_SEED=${seed}\n`)
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    /** A whole number from 0 up to and with `most`. */
    upTo: (most: number): number => Math.floor(next() * (most + 1)),
    pick: <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(next() * items.length)],
  }
}

export type Random = ReturnType<typeof seededRandom>
