import { hostOf } from '../gate-sources.ts'
import { domainOf, cites, isByModel } from './selector.ts'
import { type DatabaseRow, rowGrades } from './row.ts'

/** What of the database is exported. */
export interface ExportFilter {
  readonly withoutModels: readonly string[]
  readonly withoutProviders: readonly string[]
  readonly withoutDomains: readonly string[]
  /** Rows below it, and rows without a grade, are left out. */
  readonly minGrade: 'A' | 'B' | 'C' | 'D' | 'F' | undefined
}

/** Whether a row is exported; a domain takes its subdomains with it. */
export function createFilter(filter: ExportFilter): (row: DatabaseRow) => boolean {
  const domains = filter.withoutDomains.map(domainOf)
  const providers = new Set(filter.withoutProviders.map(name => name.toLowerCase()))
  const grades: ReadonlySet<string> =
    filter.minGrade === undefined ? new Set(rowGrades) : new Set(rowGrades.slice(0, rowGrades.indexOf(filter.minGrade) + 1))
  return row =>
    grades.has(row.grade) &&
    !providers.has(row.generation.provider.toLowerCase()) &&
    !filter.withoutModels.some(model => isByModel(row, model)) &&
    !domains.some(domain => cites(row, domain))
}

const domainsOf = ({ citations }: DatabaseRow): readonly string[] => [
  ...new Set(citations.map(({ url }) => hostOf(url)).filter(host => host !== '')),
]

/** By what a reader can leave a provider or a domain out later. */
const sourceOf = (row: DatabaseRow, license: string) => ({
  id: row.id,
  model: row.generation.model_served,
  provider: row.generation.provider,
  source_domains: domainsOf(row),
  grade: row.grade,
  license: row.license === '' ? license : row.license,
})

const answerOf = ({ answer, worked_example }: DatabaseRow): string =>
  worked_example === '' ? answer : `${answer}\n\n${worked_example}`

/** A row as one line of each kind of JSON Lines file; `license` is that of the dataset, for rows without one of their own. */
export const lineFormats = {
  jsonl: (row: DatabaseRow, license: string): object => ({ ...row, license: row.license === '' ? license : row.license }),
  messages: (row: DatabaseRow, license: string): object => ({
    messages: [
      { role: 'user', content: row.question },
      { role: 'assistant', content: answerOf(row) },
    ],
    ...sourceOf(row, license),
  }),
  sharegpt: (row: DatabaseRow, license: string): object => ({
    conversations: [
      { from: 'human', value: row.question },
      { from: 'gpt', value: answerOf(row) },
    ],
    ...sourceOf(row, license),
  }),
  alpaca: (row: DatabaseRow, license: string): object => ({
    instruction: row.question,
    input: '',
    output: answerOf(row),
    ...sourceOf(row, license),
  }),
} as const
export type LineFormat = keyof typeof lineFormats

/** Columns of a flat table: one type a column, lists of texts or numbers at most. */
export const columns = {
  id: 'text',
  indicator_id: 'text',
  indicator: 'text',
  topic: 'texts',
  facet: 'text',
  audience: 'text',
  question_type: 'text',
  difficulty: 'text',
  language: 'text',
  handle: 'text',
  question: 'text',
  answer: 'text',
  short_answer: 'text',
  worked_example: 'text',
  citation_urls: 'texts',
  citation_titles: 'texts',
  citation_quotes: 'texts',
  citation_match_scores: 'numbers',
  source_domains: 'texts',
  pipeline: 'text',
  agent: 'text',
  task: 'text',
  model: 'text',
  model_requested: 'text',
  provider: 'text',
  created_at: 'text',
  judge_model: 'text',
  faithfulness: 'number',
  correctness: 'number',
  completeness: 'number',
  self_contained: 'number',
  usefulness: 'number',
  clarity: 'number',
  grade: 'text',
  review_state: 'text',
  flags: 'texts',
  license: 'text',
  origin: 'text',
  source_path: 'text',
  integrated_at: 'text',
} as const
export type ColumnName = keyof typeof columns
/** In their order. */
export const columnNames = Object.keys(columns).filter((name): name is ColumnName => Object.hasOwn(columns, name))
export type Cell = string | number | readonly string[] | readonly number[]

/** Halves of surrogate pairs, which JSON can carry and UTF-8 cannot, become the replacement character. */
const whole = (text: string): string => text.toWellFormed()

const citationCells = ({ citations }: DatabaseRow) => ({
  citation_urls: citations.map(({ url }) => whole(url)),
  citation_titles: citations.map(({ title }) => whole(title)),
  citation_quotes: citations.map(({ quote }) => whole(quote)),
  citation_match_scores: citations.map(({ match_score }) => match_score),
})

const provenanceCells = ({ generation, judge }: DatabaseRow) => ({
  pipeline: whole(generation.pipeline),
  agent: whole(generation.agent),
  task: whole(generation.task),
  model: whole(generation.model_served),
  model_requested: whole(generation.model_requested),
  provider: whole(generation.provider),
  created_at: generation.created_at,
  judge_model: whole(judge.model),
  faithfulness: judge.faithfulness,
  correctness: judge.correctness,
  completeness: judge.completeness,
  self_contained: judge.self_contained,
  usefulness: judge.usefulness,
  clarity: judge.clarity,
})

/** A row as a table has it. */
export const flatRow = (row: DatabaseRow, license: string): Readonly<Record<ColumnName, Cell>> => ({
  id: row.id,
  indicator_id: whole(row.indicator_id),
  indicator: whole(row.indicator),
  topic: row.topic.map(whole),
  facet: whole(row.facet),
  audience: whole(row.audience),
  question_type: row.question_type,
  difficulty: row.difficulty,
  language: whole(row.language),
  handle: whole(row.handle),
  question: whole(row.question),
  answer: whole(row.answer),
  short_answer: whole(row.short_answer),
  worked_example: whole(row.worked_example),
  ...citationCells(row),
  source_domains: domainsOf(row),
  ...provenanceCells(row),
  grade: row.grade,
  review_state: row.review.state,
  flags: row.flags.map(whole),
  license: whole(row.license === '' ? license : row.license),
  origin: row.origin,
  source_path: whole(row.source_path),
  integrated_at: row.integrated_at,
})
