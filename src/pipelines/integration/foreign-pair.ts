import { rehearsalFlag } from '../../dataset/database/row.ts'
import type { ForeignRow } from '../../dataset/foreign/foreign-row.ts'
import { questionSha256 } from '../../dataset/duplicates.ts'
import { isInert } from '../../dataset/gate-injection.ts'
import { pairId, quoteSha256 } from '../../dataset/pair-id.ts'
import { unjudged } from '../../dataset/unjudged.ts'
import type { Instant } from '../../domain/instant.ts'
import { oneLine } from '../../domain/one-line.ts'
import { difficulties, pairVersion, questionTypes, type Citation, type Pair } from '../../domain/pair.ts'
import type { SourceRow } from './assignment.ts'

/** What all rows of a collection have in common. */
export interface ForeignSource {
  /** The collection's, for handles. */
  readonly name: string
  readonly task: string
  readonly language: string
  readonly createdAt: Instant
  readonly review: Pick<Pair['review'], 'state' | 'pull_request'>
}

const longestTopic = 60
const mostTopics = 8

/** How a question of each type begins or speaks, for collections that do not say; the first that fits. */
const typeWords = [
  ['definition', /^(?:what (?:is|are|does \w+ mean)|define)\b/i],
  ['comparison', /\b(?:compared?|difference|differ|versus|vs\.?)\b/i],
  ['calculation', /\b(?:calculat|comput|formula|derive)/i],
  ['pitfall', /\b(?:pitfall|mistake|mislead|wrong|fail|limitation)/i],
  ['strategy', /\b(?:strateg|trade|entry|exit|position)/i],
  ['history', /\b(?:who (?:invented|developed)|history|origin)/i],
] as const

const slugOf = (text: string, most: number): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replaceAll(/^-+|-+$/g, '')

const typeOf = ({ type, question }: ForeignRow): Pair['question_type'] =>
  questionTypes.find(each => each === type.trim().toLowerCase()) ??
  typeWords.find(([, words]) => words.test(question))?.[0] ??
  'interpretation'

const difficultyOf = ({ difficulty }: ForeignRow): Pair['difficulty'] =>
  difficulties.find(each => each === difficulty.trim().toLowerCase()) ?? 'intermediate'

const inert = (text: string, most: number): string => {
  const line = oneLine(text, most)
  return isInert(line) ? line : ''
}

/** Where a collection says that it knows something from, if that is an address that may be cited: nobody has looked there. */
const citationsOf = ({ source }: ForeignRow, accessedAt: Instant): Citation[] =>
  URL.parse(source)?.protocol === 'https:'
    ? [
        {
          n: 1,
          url: source,
          title: '',
          published_at: '',
          accessed_at: accessedAt,
          quote: '',
          quote_sha256: quoteSha256(''),
          match_score: 0,
        },
      ]
    : []

const generationOf = ({ task, createdAt }: ForeignSource): Pair['generation'] => ({
  pipeline: 'import',
  agent: '',
  task,
  session: '',
  prompt_id: '',
  prompt_sha256: '',
  model_requested: '',
  model_served: '',
  provider: '',
  generation_ids: [],
  input_tokens: 0,
  output_tokens: 0,
  cost_usd: -1,
  created_at: createdAt,
})

/** A row that was made elsewhere, as a pair. What it does not say stays empty; nothing is made up but its type, from how it asks. */
export function foreignPair(row: ForeignRow, source: ForeignSource): SourceRow {
  const topic = [...new Set(row.topic.map(each => inert(each, longestTopic)).filter(each => each !== ''))].slice(0, mostTopics)
  const [subject = 'General'] = topic
  const indicator = slugOf(subject, 40) || 'general'
  const citations = citationsOf(row, source.createdAt)
  const origin = citations.length > 0 ? '' : inert(row.source, 200)
  const isDropped = row.source !== '' && citations.length === 0 && origin === ''
  const pair: Pair = {
    id: pairId(indicator, row.question),
    schema_version: pairVersion,
    indicator_id: indicator,
    indicator: subject,
    topic,
    facet: '',
    audience: '',
    question_type: typeOf(row),
    difficulty: difficultyOf(row),
    language: source.language,
    handle: `${slugOf(source.name, 32) || 'import'}.${row.row}`,
    question: row.question,
    answer: row.answer,
    short_answer: '',
    worked_example: '',
    citations,
    generation: generationOf(source),
    judge: unjudged,
    dedup: { question_sha256: questionSha256(row.question), nearest_id: '', jaccard: 0 },
    review: { ...source.review, reviewer: '', reviewed_at: '', notes: origin === '' ? '' : `Source: ${origin}` },
    flags: [...(row.rehearsal ? [rehearsalFlag] : []), ...(isDropped ? ['source-dropped'] : [])],
    license: '',
  }
  return { key: pair.handle, pair, evidence: 'none' }
}
