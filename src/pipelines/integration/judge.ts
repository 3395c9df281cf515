import type { Outcome } from '../../domain/work.ts'
import { rejectionReason } from '../shared/accept-rule.ts'
import { readAnswer } from '../shared/read-answer.ts'
import { gradeAnswer, type PairGrade } from './grade-answer.ts'
import type { AcceptedRow, Draft, Grading, IntegrationProgress, JudgeJob, Rejection } from './progress.ts'
import type { IntegrationSettings } from './settings.ts'
import { packSheets, plantsBeside, requestOf, sheetOf } from './sheet.ts'

type Answered = Extract<Outcome, { type: 'answer' }>

/** Times that a pair is shown to a judge before it is given up. */
const mostJudgings = 3
/** Correction turns a file: a model that fails more often has other troubles. */
const maxRepairs = 3
const plantedMissed = 'planted-missed'

export const rejectAll = (
  progress: IntegrationProgress,
  drafts: readonly Draft[],
  { gate, reason }: Pick<Rejection, 'gate' | 'reason'>,
): IntegrationProgress => {
  const rejections = drafts.map(({ key, pair }): Rejection => ({ key, question: pair.question, gate, reason }))
  return { ...progress, rejections: [...progress.rejections, ...rejections] }
}

const notJudged = (progress: IntegrationProgress, drafts: readonly Draft[], reason: string): IntegrationProgress =>
  rejectAll(progress, drafts, { gate: 'judge', reason })

const issue = (settings: IntegrationSettings, progress: IntegrationProgress, job: JudgeJob): IntegrationProgress => {
  const issued = progress.issued + 1
  const { task, unit } = progress.assignment
  const workId = `${task}/${unit}/judge/${issued}`
  const request = requestOf(settings, progress.assignment, { workId, job })
  return { ...progress, issued, open: [...progress.open, { work: { type: 'ask', id: workId, unit, request }, job }] }
}

const jobOf = ({ drafts: all }: IntegrationProgress, drafts: readonly Draft[], errors: readonly string[] = []): JudgeJob => ({
  type: 'judge',
  drafts,
  plants: plantsBeside(all, drafts),
  errors,
})

/** Issues sheets for all that waits: at first everything at once, later what came back, as soon as nothing else can. */
export const judgeWaiting = (settings: IntegrationSettings, progress: IntegrationProgress): IntegrationProgress => {
  if (progress.queue.length === 0 || progress.open.length > 0) return progress
  const sheets = packSheets(settings, progress.queue, progress.drafts)
  return sheets.reduce<IntegrationProgress>((state, drafts) => issue(settings, state, jobOf(state, drafts)), {
    ...progress,
    queue: [],
  })
}

const again = (progress: IntegrationProgress, drafts: readonly Draft[]): IntegrationProgress => {
  const givenUp = drafts.filter(({ judgings }) => judgings.length >= mostJudgings)
  const kept = notJudged(progress, givenUp, 'The judge gave no usable verdict.')
  return { ...kept, queue: [...kept.queue, ...drafts.filter(({ judgings }) => judgings.length < mostJudgings)] }
}

/** Judges the sheet again, once a pair; a pair whose judge passed a planted error twice is kept out. */
const distrust = (
  settings: IntegrationSettings,
  progress: IntegrationProgress,
  drafts: readonly Draft[],
): IntegrationProgress => {
  const isTwice = ({ flags }: Draft): boolean => flags.includes(plantedMissed)
  const once = drafts.filter(draft => !isTwice(draft)).map(draft => ({ ...draft, flags: [...draft.flags, plantedMissed] }))
  const kept = notJudged(progress, drafts.filter(isTwice), 'The judge passed a planted error twice.')
  return once.length === 0 ? kept : issue(settings, kept, jobOf(kept, once))
}

/** The same would come back for the whole sheet, so that one pair cannot keep the others out: halves, down to each alone. */
export const takeRefusal = (
  settings: IntegrationSettings,
  progress: IntegrationProgress,
  { job, reason }: { readonly job: JudgeJob; readonly reason: string },
): IntegrationProgress => {
  const { drafts } = job
  if (drafts.length < 2) return notJudged(progress, drafts, `The judge refused: ${reason}`.slice(0, 300))
  const half = Math.ceil(drafts.length / 2)
  const first = issue(settings, progress, jobOf(progress, drafts.slice(0, half)))
  return issue(settings, first, jobOf(first, drafts.slice(half)))
}

/** One correction turn a sheet; where the answer was cut off, for half of it while the rest waits. */
const takeFailure = (
  settings: IntegrationSettings,
  progress: IntegrationProgress,
  { job, outcome, errors }: { readonly job: JudgeJob; readonly outcome: Answered; readonly errors: readonly string[] },
): IntegrationProgress => {
  const { finish } = outcome.answer
  if (finish === 'content_filter') return takeRefusal(settings, progress, { job, reason: 'its answer was filtered.' })
  const { drafts } = job
  if (job.errors.length > 0 || progress.repairs >= maxRepairs) return again(progress, drafts)
  const half = finish === 'length' ? Math.ceil(drafts.length / 2) : drafts.length
  const waiting = { ...progress, repairs: progress.repairs + 1, queue: [...progress.queue, ...drafts.slice(half)] }
  return issue(settings, waiting, jobOf(waiting, drafts.slice(0, half), errors))
}

/** Grades by id; an id that is graded twice in one answer has none. */
const gradesById = (items: readonly PairGrade[]): ReadonlyMap<string, PairGrade> => {
  const named = Map.groupBy(items, ({ id }) => id)
  return new Map(items.filter(({ id }) => named.get(id)?.length === 1).map(item => [item.id, item]))
}

const gradingOf = (grade: PairGrade, { model, rubric }: Pick<Grading, 'model' | 'rubric'>): Grading => {
  const [faithfulness, correctness, completeness, self_contained, usefulness, clarity] = grade.scores
  const { unsupported, reason, difficulty, topic } = grade
  const scores = { faithfulness, correctness, completeness, self_contained, usefulness, clarity }
  return { model, rubric, ...scores, unsupported, reason, verdict: 'accept', topics: [...new Set(topic)].slice(0, 3), difficulty }
}

const sortOut = (
  progress: IntegrationProgress,
  drafts: readonly Draft[],
  gradingFor: (draft: Draft) => Grading | undefined,
): IntegrationProgress => {
  const accepted: AcceptedRow[] = []
  const rejections: Rejection[] = []
  const left: Draft[] = []
  for (const draft of drafts) {
    const grading = gradingFor(draft)
    const reason = grading === undefined ? undefined : rejectionReason(grading)
    if (grading === undefined) left.push(draft)
    else if (reason === undefined) accepted.push({ draft, grading })
    else rejections.push({ key: draft.key, question: draft.pair.question, gate: 'judge', reason })
  }
  const sorted = {
    ...progress,
    accepted: [...progress.accepted, ...accepted],
    rejections: [...progress.rejections, ...rejections],
  }
  return again(sorted, left)
}

/** Takes in the grades of a sheet. They count only if the planted error among them was found. */
export const takeGrades = (
  settings: IntegrationSettings,
  progress: IntegrationProgress,
  { job, outcome }: { readonly job: JudgeJob; readonly outcome: Answered },
): IntegrationProgress => {
  const drafts = job.drafts.map(draft => ({ ...draft, judgings: [...draft.judgings, outcome.work] }))
  if (outcome.answer.rehearsal && !settings.allowRehearsal)
    return rejectAll(progress, drafts, {
      gate: 'rehearsal',
      reason: 'The embedded provider judged it, and this database is a real one.',
    })
  const read = readAnswer(gradeAnswer, outcome.answer)
  if (read.type === 'failed') return takeFailure(settings, progress, { job: { ...job, drafts }, outcome, errors: read.errors })
  const { keys, plantedId } = sheetOf(outcome.work, job)
  const by = { model: outcome.answer.modelServed, rubric: settings.rubric }
  const gradings = new Map([...gradesById(read.items)].map(([id, grade]) => [id, gradingOf(grade, by)]))
  const onPlanted = gradings.get(plantedId)
  const isCaught = onPlanted !== undefined && rejectionReason(onPlanted) !== undefined
  const planted = { asked: progress.planted.asked + 1, caught: progress.planted.caught + (isCaught ? 1 : 0) }
  if (!isCaught) return distrust(settings, { ...progress, planted }, drafts)
  const byKey = new Map([...keys].map(([id, key]) => [key, gradings.get(id)]))
  return sortOut({ ...progress, planted }, drafts, ({ key }) => byKey.get(key))
}
