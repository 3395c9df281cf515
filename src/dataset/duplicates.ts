import { createBandTable } from './band-table.ts'
import { createSigner, findNear, rankNear, usualBands, usualThreshold } from './near-search.ts'
import { createSimilarities, normalizeQuestion, shinglesOf } from './shingles.ts'

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
  readonly bands?: number
  readonly threshold?: number
  /** Questions to make room for; more may come, growing then takes a moment. */
  readonly expected?: number
}

/** An index of questions in memory: exact by normalised text, near by MinHash of character 5-grams and then the exact Jaccard similarity. */
export const createDuplicateIndex = ({
  bands = usualBands,
  threshold = usualThreshold,
  expected = 0,
}: DuplicateIndexOptions = {}): DuplicateIndex => {
  const sign = createSigner(bands)
  const table = createBandTable(bands, expected)
  const ids: string[] = []
  const texts: string[] = []
  const positions = new Map<string, number>()
  const textOf = (item: number): string => texts[item] ?? ''

  const near = (text: string): Duplicate | undefined => {
    const signature = sign(text)
    const found = findNear(rankNear(table, signature, threshold), signature, { threshold, textOf })
    return found && { id: ids[found.item] ?? '', jaccard: found.jaccard, exact: false }
  }
  return {
    get size() {
      return ids.length
    },
    add: (id, question) => {
      const text = normalizeQuestion(question)
      if (positions.has(text)) return
      positions.set(text, ids.length)
      ids.push(id)
      texts.push(text)
      table.add(sign(text).keys)
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
