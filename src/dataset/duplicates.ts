import { createBandTable } from './band-table.ts'
import { createMinHash } from './min-hash.ts'
import { createSimilarities, jaccardOf, normalizeQuestion, shinglesOf } from './shingles.ts'

export { jaccard, normalizeQuestion, questionSha256 } from './shingles.ts'

export interface Duplicate {
  /** Of the question that is repeated. */
  readonly id: string
  /** 0 to 1; 1 where it is exact. */
  readonly jaccard: number
  readonly exact: boolean
}

export interface DuplicateIndex {
  readonly size: number
  /** Takes in a question; one that is there already, under whatever id, changes nothing. */
  add(id: string, question: string): void
  /** The nearest question that this one repeats. */
  find(question: string): Duplicate | undefined
}

export interface DuplicateIndexOptions {
  /** 32 bands of 4 rows find 98.8 % of the pairs at Jaccard 0.6; 16 × 8 would find 23.7 %. */
  readonly bands?: number
  /** Jaccard similarity, 0 to 1, from which two questions are one. */
  readonly threshold?: number
  /** Questions to make room for; more may come, growing then takes a moment. */
  readonly expected?: number
}

/** Bucket entries looked at, candidates whose signatures are compared, and candidates whose shingles are compared, for one question. */
const effort = { entries: 160, signatures: 32, exact: 6 }
/** Three standard deviations of 128 rows at Jaccard 0.7: below `threshold` − this an estimate is no near miss. */
const estimateSlack = 0.12

/** An index of questions in memory: exact by normalised text, near by MinHash of character 5-grams and then the exact Jaccard similarity. */
export const createDuplicateIndex = ({
  bands = 32,
  threshold = 0.7,
  expected = 0,
}: DuplicateIndexOptions = {}): DuplicateIndex => {
  const minHash = createMinHash(bands)
  const table = createBandTable(bands, expected)
  const ids: string[] = []
  const texts: string[] = []
  const positions = new Map<string, number>()
  const last = { text: '', shingles: shinglesOf(''), keys: new Int32Array(bands), valid: false }

  /** Looking up and then adding the same question makes its signature once. */
  const sign = (text: string): void => {
    if (last.valid && last.text === text) return
    last.text = text
    last.shingles = shinglesOf(text)
    minHash(last.shingles, last.keys)
    last.valid = true
  }
  const ranked = (): { item: number; estimate: number }[] =>
    table
      .candidates(last.keys, { budget: effort.entries, most: effort.signatures })
      .map(item => ({ item, estimate: table.agreement(item, last.keys) }))
      .filter(({ estimate }) => estimate >= threshold - estimateSlack)
      .toSorted((a, b) => b.estimate - a.estimate || a.item - b.item)
      .slice(0, effort.exact)
  const near = (text: string): Duplicate | undefined => {
    sign(text)
    let best: Duplicate | undefined
    for (const { item, estimate } of ranked()) {
      if (best && estimate < best.jaccard - estimateSlack / 2) break
      const similarity = jaccardOf(last.shingles, shinglesOf(texts[item] ?? ''))
      if (similarity >= threshold && similarity > (best?.jaccard ?? 0))
        best = { id: ids[item] ?? '', jaccard: similarity, exact: false }
    }
    return best
  }
  return {
    get size() {
      return ids.length
    },
    add: (id, question) => {
      const text = normalizeQuestion(question)
      if (positions.has(text)) return
      sign(text)
      positions.set(text, ids.length)
      ids.push(id)
      texts.push(text)
      table.add(last.keys)
    },
    find: question => {
      const text = normalizeQuestion(question)
      const position = positions.get(text)
      return position === undefined ? near(text) : { id: ids[position] ?? '', jaccard: 1, exact: true }
    },
  }
}

/**
 * The `count` questions that differ most from one another, in the order given: starting with the first, always the one
 * whose nearest chosen neighbour is farthest. Exact repetitions are never kept, so fewer than `count` may come back.
 */
export const mostDifferent = (questions: readonly string[], count: number): readonly string[] => {
  const distinct = new Map<string, string>()
  for (const question of questions) {
    const text = normalizeQuestion(question)
    if (!distinct.has(text)) distinct.set(text, question)
  }
  const all = [...distinct].map(([text, question]) => ({ question, shingles: shinglesOf(text), nearest: -1, chosen: false }))
  const similaritiesOf = createSimilarities(all.map(one => one.shingles))
  for (let round = 0; round < Math.min(count, all.length); round++) {
    let pick = -1
    for (const [index, one] of all.entries()) {
      if (!one.chosen && (pick === -1 || one.nearest < (all[pick]?.nearest ?? 0))) pick = index
    }
    const similarities = similaritiesOf(pick)
    for (const [index, one] of all.entries()) {
      if (index === pick) one.chosen = true
      else one.nearest = Math.max(one.nearest, similarities[index] ?? 0)
    }
  }
  return all.filter(one => one.chosen).map(one => one.question)
}
