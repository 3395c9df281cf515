import { oneLine } from '../../domain/one-line.ts'
import type { BatchEnd, BatchItemOutcome, Outcome } from '../../domain/work.ts'
import { servedOf, type Call } from '../shared/calls.ts'
import type { Rejection } from '../shared/rejections.ts'
import type { TakenQuestions } from '../shared/taken-questions.ts'
import { isVideoRefusal } from './item-error.ts'
import type { Context, Draft, UnitState } from './progress.ts'
import { renderRequest } from './requests.ts'
import { takeAnswer, type Taken } from './take-answer.ts'

/** A provider's words in a reason, characters. */
const longestReason = 200

export const putAside = (unit: UnitState, rejection: Rejection): UnitState => ({
  ...unit,
  stage: { type: 'ended' },
  rejections: [...unit.rejections, rejection],
})

const refusal = (reason: string): Rejection => ({
  draft: '',
  question: '',
  gate: 'refusal',
  reason: oneLine(reason, longestReason),
})

const askDirectly = (context: Context, unit: UnitState): UnitState => {
  const id = `${context.assignment.task}/${unit.unit}/direct`
  return { ...unit, stage: { type: 'direct', work: { type: 'ask', id, unit: unit.unit, request: renderRequest(context, unit) } } }
}

/** What every item of a job has in common. */
export interface JobOutcome {
  readonly work: string
  readonly session: string
  readonly at: string
  readonly modelRequested: string
  readonly end: BatchEnd
}

/** Takes in what a batch job brought for one video. */
export const settleItem = (
  context: Context,
  unit: UnitState,
  { job, item, taken }: { readonly job: JobOutcome; readonly item: BatchItemOutcome; readonly taken: TakenQuestions },
): Taken => {
  const { promptSha256, result } = item
  const id = `${job.work}/${unit.unit}`
  const call: Call = {
    id,
    stage: 'batch',
    session: job.session,
    at: job.at,
    promptSha256,
    modelRequested: job.modelRequested,
    served: result.type === 'answer' ? servedOf(result.answer) : null,
  }
  const called = { ...unit, calls: [...unit.calls, call] }
  if (result.type === 'answer')
    return takeAnswer(context, called, { answered: { call: id, at: job.at, answer: result.answer }, taken })
  if (isVideoRefusal(result, job.end)) return { type: 'taken', unit: askDirectly(context, called) }
  return { type: 'failed', unit: called, rejection: refusal(`${id} brought no answer: ${result.message || job.end}`) }
}

/** Takes in what the one direct call came to; whatever it is, the video is not asked about again. */
export const settleDirect = (
  context: Context,
  unit: UnitState,
  { outcome, taken }: { readonly outcome: Extract<Outcome, { type: 'answer' | 'refusal' }>; readonly taken: TakenQuestions },
): UnitState => {
  const { work: id, session, at } = outcome
  const common = { id, stage: 'direct', session, at }
  if (outcome.type === 'refusal') {
    const call: Call = { ...common, promptSha256: '', modelRequested: '', served: null }
    return putAside({ ...unit, calls: [...unit.calls, call] }, refusal(`The video was refused: ${outcome.reason}`))
  }
  const { promptSha256, modelRequested, answer } = outcome
  const call: Call = { ...common, promptSha256, modelRequested, served: servedOf(answer) }
  const called = { ...unit, calls: [...unit.calls, call] }
  const settled = takeAnswer(context, called, { answered: { call: id, at, answer }, taken })
  return settled.type === 'taken' ? settled.unit : putAside(settled.unit, settled.rejection)
}

/** Pairs that repeat nothing are accepted; what was not looked up is not known to be new. The judge comes with integration. */
export const settleLookUp = (
  unit: UnitState,
  drafts: readonly Draft[],
  outcome: Extract<Outcome, { type: 'matches' | 'refusal' }>,
): UnitState => {
  const matches = new Map(outcome.type === 'matches' ? outcome.matches.map(match => [match.key, match]) : [])
  const reasonFor = (id: string): string | undefined => {
    if (outcome.type === 'refusal') return 'It could not be looked up.'
    const match = matches.get(id)
    return match && `It repeats ${match.nearest} (Jaccard ${match.jaccard.toFixed(2)}).`
  }
  const repeats = drafts.flatMap(({ id, candidate }): readonly Rejection[] => {
    const reason = reasonFor(id)
    return reason === undefined ? [] : [{ draft: id, question: candidate.question, gate: 'duplicate', reason }]
  })
  return {
    ...unit,
    stage: { type: 'ended' },
    accepted: drafts.filter(({ id }) => reasonFor(id) === undefined),
    rejections: [...unit.rejections, ...repeats],
  }
}
