/** Rows of a band: four signature bytes are one 32-bit band key, which keeps 300,000 signatures in 38 MB. */
export const rowsPerBand = 4

/** Fixed multipliers and offsets (splitmix32 from a fixed seed), so that every run makes the same signatures. */
const permutationsOf = (count: number): { readonly multipliers: Int32Array; readonly offsets: Int32Array } => {
  let seed = 0x9e3779b9
  const draw = (): number => {
    seed = (seed + 0x9e3779b9) | 0
    const once = Math.imul(seed ^ (seed >>> 16), 0x21f0aaad)
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97)
    return twice ^ (twice >>> 15)
  }
  const multipliers = Int32Array.from({ length: count }, () => draw() | 1)
  const offsets = Int32Array.from({ length: count }, draw)
  return { multipliers, offsets }
}

/**
 * Makes MinHash signatures of shingle sets: one 32-bit key a band. Of each minimum eight bits are kept,
 * so two unlike rows agree by chance once in 256 times.
 */
export const createMinHash = (bands: number): ((shingles: Int32Array, into: Int32Array) => void) => {
  const permutations = bands * rowsPerBand
  const { multipliers, offsets } = permutationsOf(permutations)
  const least = new Int32Array(permutations)
  return (shingles, into) => {
    for (let i = 0; i < permutations; i++) {
      const multiplier = multipliers[i] ?? 1
      const offset = offsets[i] ?? 0
      let smallest = 0x7fffffff
      for (let at = 0; at < shingles.length; at++) {
        const value = (Math.imul(shingles[at] ?? 0, multiplier) + offset) | 0
        if (value < smallest) smallest = value
      }
      least[i] = smallest
    }
    for (let band = 0; band < bands; band++) {
      let key = 0
      for (let row = 0; row < rowsPerBand; row++) key = (key << 8) | (((least[band * rowsPerBand + row] ?? 0) >>> 8) & 0xff)
      into[band] = key
    }
  }
}

/** How many of the four bytes of two keys agree. */
export const agreeingRows = (a: number, b: number): number => {
  const differing = a ^ b
  const zeroBytes = ~(((differing & 0x7f7f7f7f) + 0x7f7f7f7f) | differing) & 0x80808080
  return Math.imul(zeroBytes >>> 7, 0x01010101) >>> 24
}
