import type { AskJob, Job, UnitState } from './progress.ts'
import { renderRequest, stageOf } from './requests.ts'
import type { ResearchSettings } from './settings.ts'

/** What every step of an assignment needs to know. */
export interface Context {
  readonly settings: ResearchSettings
  readonly task: string
}

const draftsAhead = (job: Job): number => (job.stage === 'write' ? job.wanted : job.stage === 'look-up' ? job.drafts.length : 0)

/** An upper bound of the calls still to be issued until all that is planned and written is judged. */
const callsNeeded = ({ stages, pairsPerJudge }: ResearchSettings, unit: UnitState): number => {
  switch (unit.phase) {
    case 'facets':
      return stages.plan - 1 + stages.research + stages.write + stages.judge
    case 'queries':
      return stages.research + stages.write + stages.judge
    case 'research':
      return stages.write + stages.judge
    case 'write':
    case 'ended':
      return Math.ceil((unit.queue.length + unit.open.reduce((sum, { job }) => sum + draftsAhead(job), 0)) / pairsPerJudge)
  }
}

/** Calls that neither were issued nor will be needed. */
export const spareCalls = ({ settings }: Context, unit: UnitState): number =>
  settings.callsPerIndicator - unit.issued - callsNeeded(settings, unit)

const withOpen = (context: Context, unit: UnitState, job: Job): UnitState => {
  const stage = job.stage === 'look-up' ? job.stage : stageOf(job)
  const ordinal = (unit.ordinals[stage] ?? 0) + 1
  const id = `${context.task}/${unit.indicator.id}/${stage}/${ordinal}`
  const counted: UnitState = { ...unit, ordinals: { ...unit.ordinals, [stage]: ordinal } }
  if (job.stage === 'look-up') {
    const questions = job.drafts.map(draft => ({ key: draft.id, question: draft.candidate.question }))
    return { ...counted, open: [...unit.open, { work: { type: 'look-up', id, unit: unit.indicator.id, questions }, job }] }
  }
  const request = renderRequest(context.settings, job, { task: context.task, unit: counted, workId: id })
  return {
    ...counted,
    issued: unit.issued + 1,
    open: [...unit.open, { work: { type: 'ask', id, unit: unit.indicator.id, request }, job }],
  }
}

/** Looking questions up sends nothing and is no call. */
export const issueLookUp = (context: Context, unit: UnitState, job: Extract<Job, { stage: 'look-up' }>): UnitState =>
  withOpen(context, unit, job)

/** Issues a call; undefined where it, with all that it makes necessary, would pass the indicator's limit. The one place that spends calls. */
export const tryIssue = (context: Context, unit: UnitState, job: AskJob): UnitState | undefined => {
  const issued = withOpen(context, unit, job)
  return spareCalls(context, issued) < 0 ? undefined : issued
}

/** Issues as many of `jobs` as the limit allows, in order. */
export const issueAll = (context: Context, unit: UnitState, jobs: readonly AskJob[]): UnitState =>
  jobs.reduce((state, job) => tryIssue(context, state, job) ?? state, unit)
