import type { Outcome } from '../../domain/work.ts'
import type { AnswerShape } from '../shared/answer-shape.ts'
import { facetsAnswer, queriesAnswer, researchAnswer, writeAnswer } from './answers.ts'
import { issueAll, type Context } from './calls.ts'
import { takeCards } from './evidence.ts'
import { putAside, reject, tryCorrection } from './failures.ts'
import { judgeWaiting, takeJudgeRefusal, takeVerdicts } from './judge.ts'
import { takeMatches, takeWritten } from './local-gates.ts'
import { askQueries, askResearch, takeFacets, takeQueries } from './plan.ts'
import type { AskJob, Draft, Job, UnitState } from './progress.ts'
import { readAnswer } from '../shared/read-answer.ts'
import type { TakenQuestions } from '../shared/taken-questions.ts'
import { askFirstWrites, topUp } from './write.ts'

type Answered = Extract<Outcome, { type: 'answer' }>

interface Settling {
  readonly job: Job
  readonly outcome: Outcome
  readonly taken: TakenQuestions
}

const facetsJob: AskJob = { stage: 'facets', errors: [] }

interface Taking<Item> {
  readonly job: AskJob
  readonly outcome: Answered
  readonly shape: AnswerShape<Item>
  readonly take: (items: readonly Item[], dropped: readonly string[]) => UnitState
}

/** Reads the answer and takes its items, or else corrects it once, or else puts it aside. */
const takeItems = <Item>(context: Context, unit: UnitState, { job, outcome, shape, take }: Taking<Item>): UnitState => {
  const read = readAnswer(shape, outcome.answer)
  if (read.type === 'items') return take(read.items, read.dropped)
  const failed = { workId: outcome.work, answer: outcome.answer, errors: read.errors }
  return tryCorrection(context, unit, { ...failed, job }) ?? putAside(unit, failed)
}

const takeAnswer = (
  context: Context,
  unit: UnitState,
  { job, outcome, taken }: Settling & { job: AskJob; outcome: Answered },
): UnitState => {
  const workId = outcome.work
  switch (job.stage) {
    case 'facets':
      return takeItems(context, unit, { job, outcome, shape: facetsAnswer, take: ([item]) => takeFacets(unit, item) })
    case 'queries':
      return takeItems(context, unit, { job, outcome, shape: queriesAnswer, take: items => takeQueries(unit, items, job.count) })
    case 'research': {
      const take: Taking<(typeof researchAnswer)['item']['_output']>['take'] = results =>
        takeCards(context, unit, { outcome, results, queries: job.queries })
      return takeItems(context, unit, { job, outcome, shape: researchAnswer, take })
    }
    case 'write': {
      const take: Taking<(typeof writeAnswer)['item']['_output']>['take'] = (pairs, dropped) =>
        takeWritten(context, unit, { workId, job, pairs, dropped, taken })
      return takeItems(context, unit, { job, outcome, shape: writeAnswer, take })
    }
    case 'judge':
      return takeVerdicts(context, unit, { job, outcome })
  }
}

/** What was not looked up is not known to be new. */
const notLookedUp = (unit: UnitState, drafts: readonly Draft[]): UnitState =>
  reject(
    unit,
    drafts.map(({ id, candidate }) => ({
      draft: id,
      question: candidate.question,
      gate: 'duplicate',
      reason: 'It could not be looked up.',
    })),
  )

/** Takes in what a work came to. A refused call is spent; the indicator goes on without what it would have brought. */
export const settle = (context: Context, unit: UnitState, { job, outcome, taken }: Settling): UnitState => {
  if (job.stage === 'look-up')
    return outcome.type === 'matches' ? takeMatches(unit, job.drafts, outcome) : notLookedUp(unit, job.drafts)
  if (outcome.type === 'answer') return takeAnswer(context, unit, { job, outcome, taken })
  return job.stage === 'judge' ? takeJudgeRefusal(unit, job.drafts) : unit
}

const ended = (unit: UnitState): UnitState => ({ ...unit, phase: 'ended' })

const finishWriting = (context: Context, unit: UnitState): UnitState => {
  const judging = judgeWaiting(context, unit)
  if (judging.open.length > 0) return judging
  const more = topUp(context, judging)
  return more.open.length > 0 ? more : ended(more)
}

/** Issues what can run now. A stage begins when nothing of the one before is open; judging overlaps with writing. */
export const advance = (context: Context, unit: UnitState): UnitState => {
  if (unit.phase === 'write') return finishWriting(context, unit)
  if (unit.phase === 'ended' || unit.open.length > 0) return unit
  switch (unit.phase) {
    case 'facets':
      return unit.issued === 0 ? issueAll(context, unit, [facetsJob]) : advanceOver(context, askQueries(context, unit))
    case 'queries':
      return advanceOver(context, askResearch(context, unit))
    case 'research':
      return finishWriting(context, askFirstWrites(context, unit))
  }
}

/** A stage that has nothing to ask is passed over. */
const advanceOver = (context: Context, unit: UnitState): UnitState => (unit.open.length > 0 ? unit : advance(context, unit))
