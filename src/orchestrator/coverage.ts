import { facets, readCell, type Cell, type Facet, type QuestionType } from '../dataset/database/cell.ts'
import type { Counts } from '../dataset/database/tally.ts'
import { questionTypes } from '../domain/pair.ts'
import type { KnownIndicator } from './known-indicators.ts'

/** One facet of a family. */
export interface FacetRow {
  readonly facet: Facet
  /** Pairs by question type, as far as their facet is known; the others are spread evenly. */
  readonly counts: ReadonlyMap<QuestionType, number>
  /** Question types with less than half of what a cell of the family has on average, or with none. */
  readonly thin: readonly QuestionType[]
}

/** What there is of one family: its part of the coverage grid. */
export interface FamilyGrid {
  readonly family: string
  /** Pairs that are there or on the way. */
  readonly pairs: number
  readonly rows: readonly FacetRow[]
}

export interface CountedCell extends Cell {
  readonly count: number
}

/** The manifest's counts by cell; what is none is left out. */
export const readCells = (counts: Counts): readonly CountedCell[] =>
  Object.entries(counts).flatMap(([key, count]) => {
    const cell = readCell(key)
    return cell === undefined ? [] : [{ ...cell, count }]
  })

const cellsOfFamily = facets.length * questionTypes.length

/** A judge's topic follows where a family has one part alone. */
const belongs = (cell: string, family: string): boolean => cell === family || cell.startsWith(`${family}/`)

/**
 * The grid of one family. Pairs that are in no cell (not integrated yet, or under way) are taken as spread over all of them, and pairs
 * of facets with names of their own over the facets of their question type: what is not known to be missing is not asked for again.
 */
export function familyGrid(
  family: string,
  {
    cells,
    indicators,
    expected,
  }: { readonly cells: readonly CountedCell[]; readonly indicators: readonly KnownIndicator[]; readonly expected: number },
): FamilyGrid {
  const placed = new Map<string, number>()
  let counted = 0
  for (const { count, ...cell } of cells) {
    if (!belongs(cell.family, family)) continue
    counted += count
    for (const facet of cell.facet === null ? facets : [cell.facet]) {
      const place = `${facet}/${cell.type}`
      placed.set(place, (placed.get(place) ?? 0) + (cell.facet === null ? count / facets.length : count))
    }
  }
  const kept = indicators.filter(each => each.gridFamily === family).reduce((sum, { pairs }) => sum + pairs, 0)
  const pairs = Math.max(kept, counted) + expected
  const everywhere = (pairs - counted) / cellsOfFamily
  const least = Math.max(1, pairs / cellsOfFamily / 2)
  const rows = facets.map((facet): FacetRow => {
    const counts = new Map(questionTypes.map(type => [type, (placed.get(`${facet}/${type}`) ?? 0) + everywhere]))
    return { facet, counts, thin: questionTypes.filter(type => (counts.get(type) ?? 0) < least) }
  })
  return { family, pairs, rows }
}
