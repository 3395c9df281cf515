import { z } from 'zod'
import { oneLine } from '../../domain/one-line.ts'
import { hostOf } from '../gate-sources.ts'
import { minMatchScore } from '../quote-match.ts'
import { cellOf } from './cell.ts'
import { readRejects } from './rejects.ts'
import { type DatabaseRow, isRehearsal } from './row.ts'

const count = z.int().nonnegative()
const counts = z.record(z.string(), count)
export type Counts = Readonly<Record<string, number>>

/** What is counted of rows and rejects; every number of two sets is the sum of theirs, so that new rows cost only themselves. */
export const totalsSchema = z.strictObject({
  rows: count,
  /** By the month in which the pair was written. */
  byMonth: counts,
  byPipeline: counts,
  /** By the model that served, and by whose. */
  byModel: counts,
  byProvider: counts,
  /** Citations by the domain that they point to. */
  byDomain: counts,
  byLicense: counts,
  byGrade: counts,
  byTopic: counts,
  byDifficulty: counts,
  byType: counts,
  byOrigin: counts,
  byReview: counts,
  /** By the cell of the coverage grid, `family / facet / type`; those that were counted before there was one are missing. */
  byCell: counts.default({}),
  citations: count,
  /** Citations whose quote was found on the cited page, and all that have a quote. */
  quotes: z.strictObject({ verified: count, all: count }),
  /** Rows that the embedded provider made. */
  rehearsal: count,
  rejectedByGate: counts,
})
export type Totals = z.infer<typeof totalsSchema>

const longestName = 100

/** Hostile texts as keys: one visible line, and no name that JavaScript or zod treat as something else. */
const nameOf = (text: string): string => {
  const name = oneLine(text, longestName)
  if (name === '') return 'none'
  return name === '__proto__' ? '"__proto__"' : name
}

const groups = [
  'byMonth',
  'byPipeline',
  'byModel',
  'byProvider',
  'byDomain',
  'byLicense',
  'byGrade',
  'byTopic',
  'byDifficulty',
  'byType',
  'byOrigin',
  'byReview',
  'byCell',
  'rejectedByGate',
] as const
type Group = (typeof groups)[number]

const namesOf = (row: DatabaseRow): Readonly<Record<Exclude<Group, 'rejectedByGate'>, readonly string[]>> => ({
  byMonth: [row.generation.created_at.slice(0, 7)],
  byPipeline: [row.generation.pipeline],
  byModel: [row.generation.model_served],
  byProvider: [row.generation.provider],
  byDomain: row.citations.map(({ url }) => hostOf(url)),
  byLicense: [row.license],
  byGrade: [row.grade],
  byTopic: row.topic,
  byDifficulty: [row.difficulty],
  byType: [row.question_type],
  byOrigin: [row.origin],
  byReview: [row.review.state],
  byCell: [cellOf(row)].filter(cell => cell !== undefined),
})

/** The commonest first, then by name, so that the same counts have the same bytes. */
const sorted = (group: ReadonlyMap<string, number>): Counts =>
  Object.fromEntries([...group].toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)))

export interface Tally {
  add(row: DatabaseRow): void
  /** The text of a file of rejects. */
  addRejects(text: string): void
  totals(): Totals
}

/** Counts rows and rejects, from nothing or on top of what was counted before. */
export function createTally(before?: Totals): Tally {
  const tables = new Map<Group, Map<string, number>>(groups.map(group => [group, new Map(Object.entries(before?.[group] ?? {}))]))
  const sums = {
    rows: before?.rows ?? 0,
    citations: before?.citations ?? 0,
    verified: before?.quotes.verified ?? 0,
    quotes: before?.quotes.all ?? 0,
    rehearsal: before?.rehearsal ?? 0,
  }
  const raise = (group: Group, text: string): void => {
    const table = tables.get(group)
    const name = nameOf(text)
    table?.set(name, (table.get(name) ?? 0) + 1)
  }
  const table = (group: Group): Counts => sorted(tables.get(group) ?? new Map())
  return {
    add: row => {
      const quoted = row.citations.filter(({ quote }) => quote !== '')
      sums.rows += 1
      sums.citations += row.citations.length
      sums.quotes += quoted.length
      sums.verified += quoted.filter(({ match_score }) => match_score >= minMatchScore).length
      if (isRehearsal(row)) sums.rehearsal += 1
      const names = namesOf(row)
      for (const group of groups) if (group !== 'rejectedByGate') for (const name of names[group]) raise(group, name)
    },
    addRejects: text => {
      for (const { gate } of readRejects(text)) raise('rejectedByGate', gate)
    },
    totals: () => ({
      rows: sums.rows,
      byMonth: table('byMonth'),
      byPipeline: table('byPipeline'),
      byModel: table('byModel'),
      byProvider: table('byProvider'),
      byDomain: table('byDomain'),
      byLicense: table('byLicense'),
      byGrade: table('byGrade'),
      byTopic: table('byTopic'),
      byDifficulty: table('byDifficulty'),
      byType: table('byType'),
      byOrigin: table('byOrigin'),
      byReview: table('byReview'),
      byCell: table('byCell'),
      citations: sums.citations,
      quotes: { verified: sums.verified, all: sums.quotes },
      rehearsal: sums.rehearsal,
      rejectedByGate: table('rejectedByGate'),
    }),
  }
}
