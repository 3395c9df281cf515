import { videoIdIn, videoUnit } from '../../dataset/video-moment.ts'
import { PerpetualError } from '../../domain/errors.ts'
import type { BatchItemOutcome, Outcome, Work } from '../../domain/work.ts'
import type { Pipeline } from '../pipeline.ts'
import { countByGate } from '../shared/rejections.ts'
import { createTakenQuestions, type TakenQuestions } from '../shared/taken-questions.ts'
import { renderDelivery } from './delivery.ts'
import { firstJobs, mayRetry, retryJob } from './jobs.ts'
import type { BatchAssignment, BatchProgress, Context, OpenJob, UnitState } from './progress.ts'
import { putAside, settleDirect, settleItem, settleLookUp, type JobOutcome } from './settle.ts'
import type { BatchSettings } from './settings.ts'
import { unitName } from './unit-name.ts'

const beginUnit = (url: string, count: number): UnitState => {
  const videoId = videoIdIn(url)
  if (videoId === undefined)
    throw new PerpetualError(`Expected the address of a YouTube video, got \`${url.slice(0, 100)}\`; mend the task's text`, {
      actBy: 'fix-config',
    })
  return {
    unit: videoUnit(videoId),
    videoId,
    url,
    title: '',
    stage: { type: 'batch' },
    count,
    errors: [],
    calls: [],
    accepted: [],
    rejections: [],
  }
}

/** Two ids made to have one name are one unit: the first is asked about. */
const beginUnits = ({ videos }: BatchAssignment, count: number): readonly UnitState[] => {
  const units = videos.map(url => beginUnit(url, count))
  return units.filter((unit, index) => units.findIndex(other => other.unit === unit.unit) === index)
}

const replaceUnit = (units: readonly UnitState[], changed: UnitState): readonly UnitState[] =>
  units.map(unit => (unit.unit === changed.unit ? changed : unit))

/** A job that was refused for good came to as much as one that failed. */
const jobOutcomeOf = (outcome: Extract<Outcome, { type: 'batch' | 'refusal' }>) => {
  const { work, session, at } = outcome
  if (outcome.type === 'batch') {
    const { modelRequested, end, error, items } = outcome
    return { job: { work, session, at, modelRequested, end }, error, items }
  }
  const job: JobOutcome = { work, session, at, modelRequested: '', end: 'failed' }
  return { job, error: outcome.reason, items: [] }
}

/** Every item of the job once, in its order: the first that the outcome has of it, or the job's own error. */
const itemsOf = ({ work }: OpenJob, items: readonly BatchItemOutcome[], error: string): readonly BatchItemOutcome[] =>
  work.items.map(
    ({ key }) =>
      items.find(item => item.key === key) ?? { key, promptSha256: '', result: { type: 'error', code: null, message: error } },
  )

/** Takes in a job's outcome: delivered items go through the gates, refused videos are asked about directly, the rest goes into one more job. */
const settleJob = (
  context: Context,
  progress: BatchProgress,
  { open, outcome, taken }: { open: OpenJob; outcome: Extract<Outcome, { type: 'batch' | 'refusal' }>; taken: TakenQuestions },
): BatchProgress => {
  const { job, error, items } = jobOutcomeOf(outcome)
  const retried: UnitState[] = []
  let { units } = progress
  for (const item of itemsOf(open, items, error)) {
    const unit = units.find(one => one.unit === item.key)
    if (unit === undefined) continue
    const settled = settleItem(context, unit, { job, item, taken })
    const isRetried = settled.type === 'failed' && mayRetry(context, open)
    if (isRetried) retried.push(settled.unit)
    const isGivenUp = settled.type === 'failed' && !isRetried
    units = replaceUnit(units, isGivenUp ? putAside(settled.unit, settled.rejection) : settled.unit)
  }
  const others = progress.jobs.filter(one => one !== open)
  return { ...progress, units, jobs: [...others, ...retryJob(context, open, retried)], taken: taken.close() }
}

/** Takes in the outcome of a unit's own work, where it is of the kind that this work can come to. */
const settleUnit = (
  context: Context,
  unit: UnitState,
  { outcome, taken }: { outcome: Outcome; taken: TakenQuestions },
): UnitState => {
  const { stage } = unit
  if (stage.type === 'direct' && (outcome.type === 'answer' || outcome.type === 'refusal'))
    return settleDirect(context, unit, { outcome, taken })
  if (stage.type === 'look-up' && (outcome.type === 'matches' || outcome.type === 'refusal'))
    return settleLookUp(unit, stage.drafts, outcome)
  return unit
}

const worksOf = ({ stage }: UnitState) => (stage.type === 'direct' || stage.type === 'look-up' ? [stage.work] : [])

/**
 * Makes pairs of videos: a question a video, in batch jobs; what fails goes through later jobs, `attempts` in all, and what batch
 * refuses for its video through one direct call. Which jobs run when is the session's.
 */
export const createBatchPipeline = (settings: BatchSettings): Pipeline<BatchAssignment, BatchProgress, Work> => {
  const store = createTakenQuestions()
  const contextOf = (assignment: BatchAssignment): Context => ({ settings, assignment })
  return {
    begin: assignment => {
      const units = beginUnits(assignment, settings.expectedPairs)
      return { assignment, units, jobs: firstJobs(contextOf(assignment), units), taken: [] }
    },
    next: ({ units, jobs }): readonly Work[] => [...units.flatMap(worksOf), ...jobs.map(({ work }) => work)],
    absorb: (progress, outcome) => {
      const context = contextOf(progress.assignment)
      const open = progress.jobs.find(({ work }) => work.id === outcome.work)
      if (open !== undefined)
        return outcome.type === 'batch' || outcome.type === 'refusal'
          ? settleJob(context, progress, { open, outcome, taken: store.open(progress) })
          : progress
      const unit = progress.units.find(one => worksOf(one).some(({ id }) => id === outcome.work))
      if (unit === undefined) return progress
      const taken = store.open(progress)
      const settled = settleUnit(context, unit, { outcome, taken })
      return settled === unit ? progress : { ...progress, units: replaceUnit(progress.units, settled), taken: taken.close() }
    },
    finished: ({ units }) => units.every(({ stage }) => stage.type === 'ended'),
    units: ({ units }) =>
      units.map(unit => ({
        unit: unit.unit,
        name: unitName(unit),
        ended: unit.stage.type === 'ended',
        calls: unit.calls.length,
        callsExpected: 1,
        accepted: unit.accepted.length,
        rejected: countByGate(unit.rejections),
      })),
    files: (progress, name) => {
      const unit = progress.units.find(one => one.unit === name)
      if (unit === undefined)
        throw new PerpetualError(`Expected a unit of ${progress.assignment.task}, got \`${name}\``, { actBy: 'report-bug' })
      return renderDelivery(contextOf(progress.assignment), unit)
    },
  }
}
