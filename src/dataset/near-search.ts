import { createMinHash } from './min-hash.ts'
import { jaccardOf, shinglesOf } from './shingles.ts'

/** 32 bands of 4 rows find 98.8 % of the pairs at Jaccard 0.6; 16 × 8 would find 23.7 %. */
export const usualBands = 32

/** Jaccard similarity, 0 to 1, from which two questions are one. */
export const usualThreshold = 0.7

/** Bucket entries looked at, candidates whose signatures are compared, and candidates whose shingles are compared, for one question. */
export const effort = { entries: 160, signatures: 32, exact: 6 } as const

/** Three standard deviations of 128 rows at Jaccard 0.7: below the threshold − this an estimate is no near miss. */
const estimateSlack = 0.12

/** A normalised question as an index compares it. */
export interface Signature {
  readonly text: string
  readonly shingles: Int32Array
  /** One key a band; overwritten by the next signature of the same signer. */
  readonly keys: Int32Array
}

/** Makes signatures of normalised questions; looking up and then adding the same question makes one. */
export const createSigner = (bands: number): ((text: string) => Signature) => {
  const minHash = createMinHash(bands)
  const keys = new Int32Array(bands)
  let last: Signature | undefined
  return text => {
    if (last?.text === text) return last
    const shingles = shinglesOf(text)
    minHash(shingles, keys)
    last = { text, shingles, keys }
    return last
  }
}

/** Where an index keeps its questions, numbered in the order in which they came. */
export interface NearSource {
  /** The `most` items that share most bands with `keys`; the smallest buckets first, until `budget` entries were looked at. */
  candidates(keys: Int32Array, limits: { readonly budget: number; readonly most: number }): readonly number[]
  /** The share of signature bytes, 0 to 1, in which an item agrees with `keys`. */
  agreement(item: number, keys: Int32Array): number
}

/** An item that may be near, with the Jaccard similarity that its signature lets expect. */
export interface Ranked {
  readonly item: number
  readonly estimate: number
}

/** The items that may be near, nearest first; at most `effort.signatures`. */
export const rankNear = (source: NearSource, { keys }: Signature, threshold: number): readonly Ranked[] =>
  source
    .candidates(keys, { budget: effort.entries, most: effort.signatures })
    .map(item => ({ item, estimate: source.agreement(item, keys) }))
    .filter(({ estimate }) => estimate >= threshold - estimateSlack)
    .toSorted((a, b) => b.estimate - a.estimate || a.item - b.item)

export interface Near {
  readonly item: number
  readonly jaccard: number
}

/** The nearest of ranked items at `threshold` or above, by effort that does not grow with the index. */
export const findNear = (
  ranked: readonly Ranked[],
  { shingles }: Signature,
  { threshold, textOf }: { readonly threshold: number; readonly textOf: (item: number) => string },
): Near | undefined => {
  let best: Near | undefined
  for (const { item, estimate } of ranked.slice(0, effort.exact)) {
    if (best && estimate < best.jaccard - estimateSlack / 2) break
    const jaccard = jaccardOf(shingles, shinglesOf(textOf(item)))
    if (jaccard >= threshold && jaccard > (best?.jaccard ?? 0)) best = { item, jaccard }
  }
  return best
}
