import { createHash } from 'node:crypto'

const shingleCharacters = 5
const folded = /[\p{P}\p{Z}\p{C}]+/gu
const foldedAscii = /[^a-z0-9$+<=>^`|~]+/g
const ascii = /^[\u0000-\u007f]*$/

/** A question as it is compared: NFKC, lower case, punctuation and spaces folded to one space. Symbols stay: `>` and `<` differ. */
export const normalizeQuestion = (question: string): string =>
  ascii.test(question)
    ? question.toLowerCase().replace(foldedAscii, ' ').trim()
    : question.normalize('NFKC').toLowerCase().normalize('NFKC').replace(folded, ' ').trim()

/** Hex SHA-256 of the normalised question. */
export const questionSha256 = (question: string): string => createHash('sha256').update(normalizeQuestion(question)).digest('hex')

/** The 32-bit hash of a part of a text, such as a shingle: FNV-1a over the characters, mixed as MurmurHash3 ends. */
export const hashOf = (text: string, from: number, to: number): number => {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** The 32-bit hashes of all runs of five characters, ascending, each once; a shorter text is one run. */
export const shinglesOf = (normalized: string): Int32Array => {
  const count = Math.max(1, normalized.length - shingleCharacters + 1)
  const hashes = new Int32Array(count)
  for (let i = 0; i < count; i++) hashes[i] = hashOf(normalized, i, Math.min(i + shingleCharacters, normalized.length))
  hashes.sort()
  let kept = 0
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] ?? 0
    if (i === 0 || hash !== hashes[kept - 1]) hashes[kept++] = hash
  }
  return hashes.subarray(0, kept)
}

/** Jaccard similarity of two shingle sets, 0 to 1. */
export const jaccardOf = (a: Int32Array, b: Int32Array): number => {
  let i = 0
  let j = 0
  let shared = 0
  while (i < a.length && j < b.length) {
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  return shared / (a.length + b.length - shared)
}

/** Jaccard similarity of two questions over runs of five characters, 0 to 1. */
export const jaccard = (a: string, b: string): number =>
  jaccardOf(shinglesOf(normalizeQuestion(a)), shinglesOf(normalizeQuestion(b)))

/** The similarities of one set to all of them at once, counted over the shingles that they share: far fewer steps than pair by pair. */
export const createSimilarities = (sets: readonly Int32Array[]): ((index: number) => Float64Array) => {
  const holders = new Map<number, number[]>()
  for (const [index, set] of sets.entries()) {
    for (const shingle of set) {
      const known = holders.get(shingle)
      if (known === undefined) holders.set(shingle, [index])
      else known.push(index)
    }
  }
  return index => {
    const own = sets[index] ?? new Int32Array()
    const shared = new Float64Array(sets.length)
    for (const shingle of own) for (const holder of holders.get(shingle) ?? []) shared[holder] = (shared[holder] ?? 0) + 1
    return shared.map((count, other) => count / (own.length + (sets[other]?.length ?? 0) - count))
  }
}
