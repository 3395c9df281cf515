import type { ResearchAssignment } from '../../domain/research-task.ts'
import type { DirectWork } from '../../domain/work.ts'
import type { Pipeline } from '../pipeline.ts'

export interface TallySettings {
  readonly agent: string
  readonly model: string
}

interface Unit {
  readonly unit: string
  readonly name: string
  /** Null until the model has answered. */
  readonly slogan: string | null
  /** Null until they are counted. */
  readonly letters: number | null
}

export interface TallyProgress {
  readonly task: string
  readonly units: readonly Unit[]
}

/** Asks for a slogan on each indicator and has its letters counted. */
export const createTallyPipeline = ({ agent, model }: TallySettings): Pipeline<ResearchAssignment, TallyProgress> => {
  const workOf = ({ task }: TallyProgress, { unit, name, slogan, letters }: Unit): readonly DirectWork[] => {
    if (letters !== null) return []
    if (slogan !== null) return [{ type: 'count', id: `${task}/${unit}/count`, unit, text: slogan }]
    const answer = { name: 'slogan', schema: { type: 'string' } }
    const request = { model, system: 'You write slogans.', prompt: name, answer, maxTokens: 100, webSearch: null }
    return [{ type: 'ask', id: `${task}/${unit}/ask`, unit, request }]
  }
  return {
    begin: ({ task, indicators }) => ({
      task,
      units: indicators.map(({ id, name }) => ({ unit: id, name, slogan: null, letters: null })),
    }),
    next: progress => progress.units.flatMap(unit => workOf(progress, unit)),
    absorb: (progress, outcome) => ({
      ...progress,
      units: progress.units.map(unit => {
        if (unit.unit !== outcome.unit) return unit
        if (outcome.type === 'answer') return { ...unit, slogan: unit.slogan ?? outcome.answer.text }
        if (outcome.type === 'counted') return { ...unit, letters: outcome.letters }
        return { ...unit, slogan: '', letters: 0 }
      }),
    }),
    finished: ({ units }) => units.every(({ letters }) => letters !== null),
    units: ({ units }) =>
      units.map(({ unit, name, slogan, letters }) => ({
        unit,
        name,
        ended: letters !== null,
        calls: slogan === null ? 0 : 1,
        callsExpected: 1,
        accepted: letters === null || letters === 0 ? 0 : 1,
        rejected: {},
      })),
    files: ({ task, units }, name) =>
      units.flatMap(({ unit, slogan, letters }) =>
        unit === name ? [{ path: `inbox/${agent}/${task}/${unit}.md`, text: `${slogan}: ${letters} letters\n`, pairs: 1 }] : [],
      ),
  }
}
