import type { Judgement } from '../../dataset/candidate.ts'
import type { Outcome } from '../../domain/work.ts'
import { rejectionReason } from '../shared/accept-rule.ts'
import { readAnswer } from '../shared/read-answer.ts'
import type { Rejection } from '../shared/rejections.ts'
import { judgeAnswer, type Verdict } from './answers.ts'
import { spareCalls, tryIssue, type Context } from './calls.ts'
import { putAside, reject, tryCorrection, type FailedAnswer } from './failures.ts'
import { judgeSheet } from './judge-sheet.ts'
import type { AcceptedPair, Draft, JudgeJob, UnitState } from './progress.ts'

type Answered = Extract<Outcome, { type: 'answer' }>

/** Times that a pair is shown to a judge before it is given up. */
const mostJudgings = 3
/** Pairs that a planted error may be made from: enough to find one with a number or an opposite. */
const mostPlants = 8
const plantedMissed = 'planted-missed'

const rejectionOf = (draft: Draft, reason: string): Rejection => ({
  draft: draft.id,
  question: draft.candidate.question,
  gate: 'judge',
  reason,
})

const rejectAll = (unit: UnitState, drafts: readonly Draft[], reason: string): UnitState =>
  reject(
    unit,
    drafts.map(draft => rejectionOf(draft, reason)),
  )

/** Sound pairs that are not on the sheet: what waits behind the batch, else what was accepted before. */
const plantsBeside = ({ queue, accepted }: UnitState): readonly Draft[] =>
  (queue.length > 0 ? queue : accepted.map(each => each.draft)).slice(0, mostPlants)

/** Judges full batches as they fill up, and the rest once nothing more can come. */
export const judgeWaiting = (context: Context, unit: UnitState): UnitState => {
  const { pairsPerJudge } = context.settings
  const moreComes = unit.open.some(({ job }) => job.stage === 'write' || job.stage === 'look-up')
  if (unit.queue.length === 0 || (moreComes && unit.queue.length < pairsPerJudge)) return unit
  const drafts = unit.queue.slice(0, pairsPerJudge)
  const shorter = { ...unit, queue: unit.queue.slice(pairsPerJudge) }
  const issued = tryIssue(context, shorter, { stage: 'judge', drafts, plants: plantsBeside(shorter), errors: [] })
  return judgeWaiting(context, issued ?? rejectAll(shorter, drafts, 'No call was left to judge it.'))
}

/** Back into the queue, if it may be judged again and its judging can be paid. */
const waitAgain = (context: Context, unit: UnitState, drafts: readonly Draft[]): UnitState =>
  drafts.reduce((state, draft) => {
    const queued = { ...state, queue: [...state.queue, draft] }
    const allowed = draft.judgings.length < mostJudgings && spareCalls(context, queued) >= 0
    return allowed ? queued : rejectAll(state, [draft], 'The judge gave no usable verdict.')
  }, unit)

/** Judges the batch again, once a pair; a pair whose judge passed a planted error twice is kept out. */
const distrust = (context: Context, unit: UnitState, drafts: readonly Draft[]): UnitState => {
  const twice = drafts.filter(({ flags }) => flags.includes(plantedMissed))
  const once = drafts
    .filter(({ flags }) => !flags.includes(plantedMissed))
    .map(draft => ({ ...draft, flags: [...draft.flags, plantedMissed] }))
  const kept = rejectAll(unit, twice, 'The judge passed a planted error twice.')
  if (once.length === 0) return kept
  const again = tryIssue(context, kept, { stage: 'judge', drafts: once, plants: plantsBeside(kept), errors: [] })
  return again ?? rejectAll(kept, once, 'The judge passed a planted error and no call was left to judge again.')
}

/** Where the answer was cut off, the correction turn judges half of the batch and the rest waits. */
const takeFailure = (
  context: Context,
  unit: UnitState,
  failed: FailedAnswer & { readonly drafts: readonly Draft[]; readonly job: JudgeJob },
): UnitState => {
  const { drafts, job, answer } = failed
  const half = answer.finish === 'length' ? Math.ceil(drafts.length / 2) : drafts.length
  const waiting = { ...unit, queue: [...unit.queue, ...drafts.slice(half)] }
  const corrected = tryCorrection(context, waiting, { ...failed, job: { ...job, drafts: drafts.slice(0, half) } })
  if (corrected !== undefined) return corrected
  const aside = putAside(unit, failed)
  return answer.finish === 'content_filter' ? takeJudgeRefusal(aside, drafts) : waitAgain(context, aside, drafts)
}

/** Asking again would bring the same. */
export const takeJudgeRefusal = (unit: UnitState, drafts: readonly Draft[]): UnitState =>
  rejectAll(unit, drafts, 'The judge refused.')

/** Verdicts by id; an id that is judged twice in one answer has none. */
const verdictsById = (items: readonly Verdict[]): ReadonlyMap<string, Verdict> => {
  const counts = new Map<string, number>()
  for (const { pair_id: id } of items) counts.set(id, (counts.get(id) ?? 0) + 1)
  return new Map(items.filter(({ pair_id: id }) => counts.get(id) === 1).map(item => [item.pair_id, item]))
}

const judgementOf = (context: Context, outcome: Answered, { pair_id: _id, ...verdict }: Verdict): Judgement => ({
  ...verdict,
  model: outcome.answer.modelServed,
  rubric: context.settings.rubric,
})

/** Takes in the verdicts on a batch. They count only if the planted error among them was found. */
export const takeVerdicts = (
  context: Context,
  unit: UnitState,
  { job, outcome }: { job: JudgeJob; outcome: Answered },
): UnitState => {
  const drafts = job.drafts.map(draft => ({ ...draft, judgings: [...draft.judgings, outcome.work] }))
  const read = readAnswer(judgeAnswer, outcome.answer)
  if (read.type === 'failed')
    return takeFailure(context, unit, { workId: outcome.work, answer: outcome.answer, errors: read.errors, drafts, job })
  const { draftIds, plantedId } = judgeSheet(outcome.work, job.drafts, job.plants)
  const verdicts = verdictsById(read.items)
  const onPlanted = verdicts.get(plantedId)
  const caught = onPlanted !== undefined && rejectionReason(onPlanted) !== undefined
  const planted = { asked: unit.planted.asked + 1, caught: unit.planted.caught + (caught ? 1 : 0) }
  if (!caught) return distrust(context, { ...unit, planted }, drafts)
  const byDraft = new Map([...draftIds].map(([pairId, draftId]) => [draftId, verdicts.get(pairId)]))
  const accepted: AcceptedPair[] = []
  const rejected: Rejection[] = []
  for (const draft of drafts) {
    const verdict = byDraft.get(draft.id)
    if (verdict === undefined) continue
    const reason = rejectionReason(verdict)
    if (reason === undefined) accepted.push({ draft, judgement: judgementOf(context, outcome, verdict) })
    else rejected.push(rejectionOf(draft, reason))
  }
  const judged = reject({ ...unit, planted, accepted: [...unit.accepted, ...accepted] }, rejected)
  return waitAgain(
    context,
    judged,
    drafts.filter(({ id }) => byDraft.get(id) === undefined),
  )
}
