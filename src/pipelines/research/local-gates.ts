import type { Candidate } from '../../dataset/candidate.ts'
import { checkCandidate } from '../../dataset/gates.ts'
import type { Outcome } from '../../domain/work.ts'
import type { WrittenPair } from './answers.ts'
import { issueLookUp, type Context } from './calls.ts'
import { reject } from './failures.ts'
import type { Rejection } from '../shared/rejections.ts'
import type { Draft, UnitState, WriteJob } from './progress.ts'
import type { TakenQuestions } from '../shared/taken-questions.ts'

interface Written {
  readonly workId: string
  readonly job: WriteJob
  readonly pairs: readonly WrittenPair[]
  /** Why items of the answer were no pairs at all. */
  readonly dropped: readonly string[]
}

type Sifted = { readonly type: 'draft'; readonly draft: Draft } | { readonly type: 'rejection'; readonly rejection: Rejection }

const candidateOf = (unit: UnitState, pair: WrittenPair): Candidate => {
  const cited = new Set(pair.card_ids)
  return {
    question: pair.question.trim(),
    answer: pair.answer.trim(),
    shortAnswer: pair.short_answer.trim(),
    workedExample: pair.worked_example.trim(),
    type: pair.type,
    difficulty: pair.difficulty,
    cards: unit.cards.filter(card => cited.has(card.id)),
  }
}

/** The local gates in their order: schema, the dataset's own, duplicates within the assignment. */
const sift = (
  context: Context,
  unit: UnitState,
  written: { id: string; workId: string; job: WriteJob; pair: WrittenPair; taken: TakenQuestions },
): Sifted => {
  const { id, workId, job, pair, taken } = written
  const stop = (gate: Rejection['gate'], reason: string): Sifted => ({
    type: 'rejection',
    rejection: { draft: id, question: pair.question, gate, reason },
  })
  const query = job.queries.find(one => one.id === pair.query_id)
  if (query === undefined) return stop('schema', 'Its query_id names no query of this call.')
  const given = new Set(job.queries.map(one => one.id))
  const known = new Set(unit.cards.filter(card => given.has(card.query)).map(card => card.id))
  const stranger = pair.card_ids.find(card => !known.has(card))
  if (stranger !== undefined) return stop('citation', `It cites ${JSON.stringify(stranger)}, a card that it was not given.`)
  const candidate = candidateOf(unit, pair)
  const verdict = checkCandidate(candidate, {
    language: context.settings.language,
    brief: `${unit.indicator.name}\n${unit.indicator.brief}`,
    ...context.settings.sources,
  })
  if (verdict.type === 'stop') return stop(verdict.gate, verdict.reason)
  const repeated = taken.find(candidate.question)
  if (repeated !== undefined)
    return stop('duplicate', `It repeats ${repeated.id} of this assignment (Jaccard ${repeated.jaccard.toFixed(2)}).`)
  taken.add(id, candidate.question)
  return { type: 'draft', draft: { id, call: workId, query, candidate, flags: verdict.flags, judgings: [] } }
}

/** Sends a written batch through the local gates; what passes is looked up in the database and the open deliveries. */
export const takeWritten = (
  context: Context,
  unit: UnitState,
  { taken, ...written }: Written & { taken: TakenQuestions },
): UnitState => {
  const { workId, job, pairs, dropped } = written
  const call = workId.split('/').at(-1) ?? ''
  const sifted = pairs
    .slice(0, job.wanted)
    .map((pair, index) => sift(context, unit, { id: `${unit.indicator.id}.w${call}-${index + 1}`, workId, job, pair, taken }))
  const drafts = sifted.flatMap(one => (one.type === 'draft' ? [one.draft] : []))
  const stopped = sifted.flatMap(one => (one.type === 'rejection' ? [one.rejection] : []))
  const broken = dropped.slice(0, job.wanted).map((reason): Rejection => ({
    draft: '',
    question: '',
    gate: 'schema',
    reason: `${workId}: ${reason}`.slice(0, 300),
  }))
  const judged = reject({ ...unit, written: unit.written + sifted.length + broken.length }, [...broken, ...stopped])
  return drafts.length === 0 ? judged : issueLookUp(context, judged, { stage: 'look-up', drafts })
}

/** Pairs that repeat nothing go on to the judge. */
export const takeMatches = (
  unit: UnitState,
  drafts: readonly Draft[],
  outcome: Extract<Outcome, { type: 'matches' }>,
): UnitState => {
  const matches = new Map(outcome.matches.map(match => [match.key, match]))
  const repeats = drafts.flatMap((draft): readonly Rejection[] => {
    const match = matches.get(draft.id)
    if (match === undefined) return []
    const reason = `It repeats ${match.nearest} (Jaccard ${match.jaccard.toFixed(2)}).`
    return [{ draft: draft.id, question: draft.candidate.question, gate: 'duplicate', reason }]
  })
  const fresh = drafts.filter(({ id }) => !matches.has(id))
  return reject({ ...unit, queue: [...unit.queue, ...fresh] }, repeats)
}
