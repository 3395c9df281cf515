import { PerpetualError } from '../../domain/errors.ts'

/** How an indicator's calls are split over the stages; their sum is what one indicator may use. */
export interface Stages {
  readonly plan: number
  readonly research: number
  readonly write: number
  readonly judge: number
  /** For correction turns, top-ups and second judgings. */
  readonly reserve: number
}

export interface ResearchSettings {
  readonly pipeline: string
  readonly agent: string
  readonly model: string
  /** Of another family than `model` where one is configured: a judge is too kind to its own style. */
  readonly judgeModel: string
  readonly language: string
  readonly license: string
  /** The most calls that one indicator may use; where it is not the sum of `stages`, these and both targets are scaled to it. */
  readonly callsPerIndicator: number
  readonly stages: Stages
  /** Accepted pairs an indicator at which no top-ups are asked for. */
  readonly acceptTarget: number
  readonly queriesPerIndicator: number
  readonly pairsPerWrite: number
  readonly pairsPerJudge: number
  readonly maxTokens: { readonly plan: number; readonly research: number; readonly write: number; readonly judge: number }
  readonly search: { readonly maxResults: number }
  /** `maxDomainShare`: the largest share of an indicator's citations, 0 to 1, that one domain may have before its pairs are flagged. */
  readonly sources: { readonly deny: readonly string[]; readonly minDomainsForNumbers: number; readonly maxDomainShare: number }
  /** Name of the rubric that the judge's scores follow, written into every pair. */
  readonly rubric: string
}

/** At most three correction turns an indicator while its base stages run: a model that fails more often has other troubles. */
export const maxRepairs = 3

/** Planning needs a call for facets and one for queries; each other stage at least one. */
const leastStages: Stages = { plan: 2, research: 1, write: 1, judge: 1, reserve: 0 }
const stageNames = ['plan', 'research', 'write', 'judge', 'reserve'] as const

const sumOf = (stages: Stages): number => stageNames.reduce((sum, name) => sum + stages[name], 0)

/** The same split for another number of calls, by largest remainder, no stage below what it needs. Throws below five calls. */
export const scaleStages = (stages: Stages, calls: number): Stages => {
  const least = sumOf(leastStages)
  if (!Number.isInteger(calls) || calls < least) {
    throw new PerpetualError(`Expected \`callsPerIndicator\` to be a whole number of at least ${least}, got \`${calls}\``, {
      actBy: 'fix-config',
    })
  }
  const total = sumOf(stages)
  const parts = stageNames.map(name => {
    const exact = (stages[name] * calls) / total
    return {
      name,
      least: leastStages[name],
      rest: exact - Math.floor(exact),
      calls: Math.max(Math.floor(exact), leastStages[name]),
    }
  })
  const missing = (): number => calls - parts.reduce((sum, part) => sum + part.calls, 0)
  for (const part of parts.toSorted((a, b) => b.rest - a.rest)) if (missing() > 0) part.calls += 1
  while (missing() < 0) {
    const [richest] = parts.toSorted((a, b) => b.calls - b.least - (a.calls - a.least))
    if (richest !== undefined) richest.calls -= 1
  }
  const callsOf = (wanted: (typeof stageNames)[number]): number => parts.find(({ name }) => name === wanted)?.calls ?? 0
  return {
    plan: callsOf('plan'),
    research: callsOf('research'),
    write: callsOf('write'),
    judge: callsOf('judge'),
    reserve: callsOf('reserve'),
  }
}

/** Brings stages and targets to `callsPerIndicator` calls. */
export const scaleSettings = <
  Scaled extends Pick<ResearchSettings, 'callsPerIndicator' | 'stages' | 'acceptTarget' | 'queriesPerIndicator'>,
>(
  settings: Scaled,
): Scaled => {
  const ratio = settings.callsPerIndicator / sumOf(settings.stages)
  const stages = scaleStages(settings.stages, settings.callsPerIndicator)
  const scale = (value: number): number => Math.max(1, Math.round(value * ratio))
  return {
    ...settings,
    stages,
    acceptTarget: scale(settings.acceptTarget),
    queriesPerIndicator: scale(settings.queriesPerIndicator),
  }
}
