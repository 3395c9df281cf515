import type { DatabaseSync } from 'node:sqlite'
import type { Duplicate } from '../dataset/duplicates.ts'
import { agreeingRows, rowsPerBand } from '../dataset/min-hash.ts'
import { effort, findNear, rankNear, usualBands, usualThreshold, type NearSource, type Ranked } from '../dataset/near-search.ts'
import { normalizeQuestion } from '../dataset/shingles.ts'
import type { Bucket, Buckets } from './buckets.ts'
import { numberIn, numbersIn, textIn } from './columns.ts'
import { createItemSigner, exactBand } from './item-signature.ts'

export type StoredDuplicate = Duplicate & { readonly file: number }

/** Whether an item counts for this question. */
export type Accepts = (item: { readonly id: string; readonly file: number }) => boolean

export interface QuestionSearch {
  find(question: string, accepts: Accepts): StoredDuplicate | undefined
  /** To be called when items came in: what was found before may not be all any more. */
  forget(): void
}

/** Questions whose candidates are remembered, as the same ones are looked up again before they come in. */
const mostRemembered = 2_000

/**
 * Candidates that share one looked-at bucket alone, whose signatures are compared; the rarest bucket's first. A repetition at Jaccard 0.7
 * shares eight of 32 on average, and each signature is a page read from somewhere else in the file.
 */
const mostOfOne = 12

/** What a question may repeat, whatever counts for it. */
interface Candidates {
  /** Items of the same text, the oldest first. */
  readonly same: readonly number[]
  readonly ranked: readonly Ranked[]
}

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
  const several = [...shared].filter(([, times]) => times > 1).toSorted((a, b) => b[1] - a[1])
  const once = [...shared].filter(([, times]) => times === 1).slice(0, mostOfOne)
  return [...several, ...once].slice(0, most).map(([item]) => item)
}

function agreementOf(stored: Int32Array, keys: Int32Array): number {
  let rows = 0
  for (let band = 0; band < usualBands; band++) rows += agreeingRows(stored[band] ?? 0, keys[band] ?? 0)
  return rows / (usualBands * rowsPerBand)
}

/** Finds what a question repeats by an effort that does not grow with the number of items. */
export function createQuestionSearch(database: DatabaseSync, buckets: Buckets): QuestionSearch {
  const sign = createItemSigner()
  const places = Array.from({ length: effort.signatures }, () => '?').join()
  const readKeys = database.prepare(`SELECT number, keys FROM item WHERE number IN (${places})`)
  const readItem = database.prepare('SELECT file, id, text FROM item WHERE number = ?')
  const remembered = new Map<string, Candidates>()

  const itemOf = (number: number) => {
    const row = readItem.get(number)
    return row && { file: numberIn(row, 'file'), id: textIn(row, 'id'), text: textIn(row, 'text') }
  }
  const textOf = (number: number): string => itemOf(number)?.text ?? ''

  /** The keys of at most `effort.signatures` items. */
  const keysOf = (items: readonly number[]): ReadonlyMap<number, Int32Array> =>
    new Map(
      readKeys
        .all(...Array.from({ length: effort.signatures }, (_, at) => items[at] ?? 0))
        .map(row => [numberIn(row, 'number'), numbersIn(row, 'keys')]),
    )
  const sourceOf = (found: readonly Bucket[]): NearSource => {
    let stored: ReadonlyMap<number, Int32Array> = new Map()
    return {
      candidates: (_keys, limits) => {
        const items = candidatesIn(found, limits)
        stored = keysOf(items)
        return items
      },
      agreement: (item, keys) => agreementOf(stored.get(item) ?? new Int32Array(usualBands), keys),
    }
  }
  const candidatesOf = (text: string): Candidates => {
    const { signature, keys } = sign(text)
    const found = buckets.read(keys)
    const same = [...(found.get(exactBand)?.newest ?? [])].toReversed().filter(number => textOf(number) === text)
    const similar = [...found].flatMap(([band, bucket]) => (band === exactBand ? [] : [bucket]))
    return { same, ranked: rankNear(sourceOf(similar), signature, usualThreshold) }
  }
  const remember = (text: string): Candidates => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    const candidates = candidatesOf(text)
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(text, candidates)
    return candidates
  }
  return {
    find: (question, accepts) => {
      const text = normalizeQuestion(question)
      const { same, ranked } = remember(text)
      const counting = (number: number) => {
        const item = itemOf(number)
        return item !== undefined && accepts(item) ? item : undefined
      }
      for (const number of same) {
        const exact = counting(number)
        if (exact !== undefined) return { id: exact.id, file: exact.file, jaccard: 1, exact: true }
      }
      const accepted = ranked.filter(({ item }) => counting(item) !== undefined)
      const near = findNear(accepted, sign(text).signature, { threshold: usualThreshold, textOf })
      const item = near && itemOf(near.item)
      return near && item && { id: item.id, file: item.file, jaccard: near.jaccard, exact: false }
    },
    forget: () => remembered.clear(),
  }
}
