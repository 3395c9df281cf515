import { PerpetualError } from '../../domain/errors.ts'
import type { ResearchAssignment } from '../../domain/research-task.ts'
import type { Outcome, DirectWork } from '../../domain/work.ts'
import type { Pipeline, UnitProgress } from '../pipeline.ts'
import { advance, settle } from './advance.ts'
import type { Context } from './calls.ts'
import { renderDelivery } from './delivery.ts'
import { servedOf, type Call } from '../shared/calls.ts'
import { countByGate } from '../shared/rejections.ts'
import { beginUnit, type Issued, type ResearchProgress, type UnitState } from './progress.ts'
import { stageOf } from './requests.ts'
import { scaleSettings, type ResearchSettings } from './settings.ts'
import { createTakenQuestions } from '../shared/taken-questions.ts'

/** The kind of outcome that each type of work can come to; any other is somebody else's. */
const fits = ({ work }: Issued, outcome: Outcome): boolean =>
  outcome.type === 'refusal' || (work.type === 'ask' ? outcome.type === 'answer' : outcome.type === 'matches')

const callOf = ({ job }: Issued, outcome: Outcome): readonly Call[] => {
  if (job.stage === 'look-up' || (outcome.type !== 'answer' && outcome.type !== 'refusal')) return []
  const common = { id: outcome.work, stage: stageOf(job), session: outcome.session, at: outcome.at }
  if (outcome.type === 'refusal') return [{ ...common, promptSha256: '', modelRequested: '', served: null }]
  return [
    { ...common, promptSha256: outcome.promptSha256, modelRequested: outcome.modelRequested, served: servedOf(outcome.answer) },
  ]
}

const unitProgress = (callsExpected: number, unit: UnitState): UnitProgress => ({
  unit: unit.indicator.id,
  name: unit.indicator.name,
  ended: unit.phase === 'ended',
  calls: unit.calls.length,
  callsExpected,
  accepted: unit.accepted.length,
  rejected: countByGate(unit.rejections),
})

/**
 * Researches an assignment: plan, research, write, judge and top up each indicator within its calls.
 * Where `callsPerIndicator` is not the sum of `stages`, stages and targets are scaled to it; throws for fewer calls than a run needs.
 */
export const createResearchPipeline = (configured: ResearchSettings): Pipeline<ResearchAssignment, ResearchProgress> => {
  const settings = scaleSettings(configured)
  const store = createTakenQuestions()
  const contextOf = ({ task }: ResearchAssignment): Context => ({ settings, task })
  return {
    begin: assignment => {
      const context = contextOf(assignment)
      return { assignment, units: assignment.indicators.map(indicator => advance(context, beginUnit(indicator))), taken: [] }
    },
    next: ({ units }): readonly DirectWork[] => units.flatMap(({ open }) => open.map(({ work }) => work)),
    absorb: (progress, outcome) => {
      const index = progress.units.findIndex(({ indicator }) => indicator.id === outcome.unit)
      const unit = progress.units[index]
      const issued = unit?.open.find(({ work }) => work.id === outcome.work)
      if (unit === undefined || issued === undefined || !fits(issued, outcome)) return progress
      const context = contextOf(progress.assignment)
      const taken = store.open(progress)
      const closed = {
        ...unit,
        open: unit.open.filter(one => one !== issued),
        calls: [...unit.calls, ...callOf(issued, outcome)],
      }
      const settled = advance(context, settle(context, closed, { job: issued.job, outcome, taken }))
      return { ...progress, units: progress.units.with(index, settled), taken: taken.close() }
    },
    finished: ({ units }) => units.every(({ phase }) => phase === 'ended'),
    units: ({ units }) => units.map(unit => unitProgress(settings.callsPerIndicator, unit)),
    files: (progress, name) => {
      const unit = progress.units.find(({ indicator }) => indicator.id === name)
      if (unit === undefined)
        throw new PerpetualError(`Expected a unit of ${progress.assignment.task}, got \`${name}\``, { actBy: 'report-bug' })
      return renderDelivery(settings, progress.assignment, unit)
    },
  }
}
