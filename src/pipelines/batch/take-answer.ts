import type { Candidate } from '../../dataset/candidate.ts'
import { checkVideoCandidate } from '../../dataset/gates.ts'
import { sha256 } from '../../dataset/pair-id.ts'
import { momentUrl } from '../../dataset/video-moment.ts'
import type { ModelAnswer } from '../../domain/model.ts'
import { oneLine } from '../../domain/one-line.ts'
import { readAnswer } from '../shared/read-answer.ts'
import type { Rejection } from '../shared/rejections.ts'
import type { TakenQuestions } from '../shared/taken-questions.ts'
import { videosAnswer, type VideoAnswer, type VideoPair } from './answers.ts'
import type { Context, Draft, UnitState } from './progress.ts'

/** An answer about one video, as it came in. */
export interface Answered {
  /** The call that it belongs to. */
  readonly call: string
  readonly at: string
  readonly answer: ModelAnswer
}

/** What an answer made of its unit; a failed one left nothing but what to do better. */
export type Taken =
  | { readonly type: 'taken'; readonly unit: UnitState }
  | { readonly type: 'failed'; readonly unit: UnitState; readonly rejection: Rejection }

const longestTitle = { citation: 300, unit: 120 } as const

interface Written {
  readonly id: string
  readonly pair: VideoPair
  readonly video: VideoAnswer
  readonly answered: Answered
}

const candidateOf = (unit: UnitState, { pair, video, answered }: Written): Candidate => ({
  question: pair.question.trim(),
  answer: pair.answer.trim(),
  shortAnswer: pair.short_answer.trim(),
  workedExample: pair.worked_example.trim(),
  type: pair.type,
  difficulty: pair.difficulty,
  cards: [
    {
      id: 'v1',
      claim: '',
      quote: pair.quote.trim(),
      url: momentUrl(unit.videoId, pair.second),
      title: oneLine(video.title, longestTitle.citation),
      publishedAt: '',
      accessedAt: answered.at,
      verified: false,
      matchScore: 0,
    },
  ],
})

type Sifted = { readonly type: 'draft'; readonly draft: Draft } | { readonly type: 'rejection'; readonly rejection: Rejection }

/** The local gates in their order, then duplicates within the task. */
const sift = (context: Context, unit: UnitState, written: Written & { readonly taken: TakenQuestions }): Sifted => {
  const { settings, assignment } = context
  const { id, pair, video, answered, taken } = written
  const stop = (gate: Rejection['gate'], reason: string): Sifted => ({
    type: 'rejection',
    rejection: { draft: id, question: pair.question, gate, reason },
  })
  const candidate = candidateOf(unit, written)
  const verdict = checkVideoCandidate(candidate, {
    language: settings.language,
    brief: `${assignment.title}\n${assignment.questions}`,
    ...settings.sources,
    video: { unit: unit.unit, durationSeconds: video.duration_seconds },
  })
  if (verdict.type === 'stop') return stop(verdict.gate, verdict.reason)
  const repeated = taken.find(candidate.question)
  if (repeated !== undefined)
    return stop('duplicate', `It repeats ${repeated.id} of this task (Jaccard ${repeated.jaccard.toFixed(2)}).`)
  taken.add(id, candidate.question)
  return { type: 'draft', draft: { id, call: answered.call, candidate, flags: verdict.flags } }
}

/** What passes is looked up in the database and the open deliveries; where nothing does, the video is done. */
const siftAll = (
  context: Context,
  unit: UnitState,
  { video, answered, taken }: Omit<Written, 'id' | 'pair'> & { readonly taken: TakenQuestions },
): UnitState => {
  const sifted = video.pairs.slice(0, unit.count).map((read, index): Sifted => {
    const id = `${unit.unit}.d${index + 1}`
    if ('pair' in read) return sift(context, unit, { id, pair: read.pair, video, answered, taken })
    const reason = `${answered.call}: pairs.${index}.${read.error}`.slice(0, 300)
    return { type: 'rejection', rejection: { draft: '', question: '', gate: 'schema', reason } }
  })
  const drafts = sifted.flatMap(one => (one.type === 'draft' ? [one.draft] : []))
  const rejections = sifted.flatMap(one => (one.type === 'rejection' ? [one.rejection] : []))
  const gated = { ...unit, title: oneLine(video.title, longestTitle.unit), rejections: [...unit.rejections, ...rejections] }
  if (drafts.length === 0) return { ...gated, stage: { type: 'ended' } }
  const questions = drafts.map(({ id, candidate }) => ({ key: id, question: candidate.question }))
  const id = `${context.assignment.task}/${unit.unit}/look-up/1`
  return { ...gated, stage: { type: 'look-up', work: { type: 'look-up', id, unit: unit.unit, questions }, drafts } }
}

/** Reads an answer down the repair ladder and sends its pairs through the gates; one without any pair that can be read has failed. */
export const takeAnswer = (
  context: Context,
  unit: UnitState,
  { answered, taken }: { readonly answered: Answered; readonly taken: TakenQuestions },
): Taken => {
  const { answer, call } = answered
  const read = readAnswer(videosAnswer, answer)
  const [video] = read.type === 'items' ? read.items : []
  const broken = video?.pairs.flatMap(pair => ('error' in pair ? [pair.error] : [])) ?? []
  if (video !== undefined && (broken.length === 0 || broken.length < video.pairs.length))
    return { type: 'taken', unit: siftAll(context, unit, { video, answered, taken }) }
  const errors = read.type === 'failed' ? read.errors : broken.slice(0, 3).map(error => `pairs: ${error}`)
  const reason = `the answer of ${call} could not be used: ${errors[0] ?? 'no reason'} (SHA-256 of its text ${sha256(answer.text)})`
  return {
    type: 'failed',
    unit: {
      ...unit,
      count: answer.finish === 'length' ? Math.ceil(unit.count / 2) : unit.count,
      errors: answer.finish === 'content_filter' ? [] : errors,
    },
    rejection: { draft: '', question: '', gate: 'schema', reason },
  }
}
