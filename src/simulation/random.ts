import type { Drawn } from './model.ts'

/** Draws that depend on a seed alone. */
export interface Random {
  /** In [0, 1). */
  fraction(): number
  /** True in this share of the draws. */
  chance(share: number): boolean
  /** A whole number from 0 up to and without `end`. */
  below(end: number): number
  normal(): number
  exponential(mean: number): number
  /** Its logarithm is normally distributed around the median's. */
  logNormal(median: number, sigma: number): number
  /** Whole and never negative. */
  count(drawn: Drawn): number
}

const hashOf = (text: string): number => {
  let hash = 0x81_1c_9d_c5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** Mulberry32, seeded with a text. */
export function createRandom(seed: string): Random {
  let state = hashOf(seed)
  const fraction = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_00_00_00_00
  }
  /** Box and Muller. */
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction())
  return {
    fraction,
    normal,
    chance: share => fraction() < share,
    below: end => Math.floor(fraction() * end),
    exponential: mean => -mean * Math.log(1 - fraction()),
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    count: ({ mean, spread }) => Math.max(0, Math.round(mean + spread * normal())),
  }
}
