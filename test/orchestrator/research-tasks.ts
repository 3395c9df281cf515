import { renderResearchBody } from '../../src/domain/issue-body.ts'
import { questionTypes } from '../../src/domain/pair.ts'
import { renderTopicBody } from '../../src/domain/task-forms/topic.ts'
import type { Task } from '../../src/domain/task.ts'
import { facets } from '../../src/dataset/database/cell.ts'
import { makePart, makeTask } from '../domain/samples.ts'

export interface SampleUnit {
  readonly id: string
  readonly family?: string
  readonly brief?: string
  readonly accepted?: number
  readonly rejected?: Readonly<Record<string, number>>
}

const indicatorOf = ({ id, family = 'technical/trend', brief = `What ${id} is.` }: SampleUnit) => ({
  id,
  name: id.toUpperCase(),
  family,
  brief,
})

const unitOf = ({ id, accepted = 80, rejected = {} }: SampleUnit) => ({
  unit: id,
  name: id.toUpperCase(),
  ended: true,
  calls: 100,
  callsExpected: 100,
  accepted,
  rejected: { ...rejected },
})

/** An assignment of these indicators, worked on and merged as a whole unless told otherwise. */
export function assignment(id: string, units: readonly SampleUnit[], change: Partial<Task> = {}): Task {
  const pairs = units.reduce((sum, { accepted = 80 }) => sum + accepted, 0)
  return makeTask({
    id,
    body: renderResearchBody({ task: id, title: 'Assigned', indicators: units.map(indicatorOf) }),
    status: 'completed',
    units: units.map(unitOf),
    parts: [makePart({ units: units.map(unit => unit.id), pairs, state: 'merged', kept: pairs })],
    ...change,
  })
}

export const pendingAssignment = (id: string, units: readonly SampleUnit[], change: Partial<Task> = {}): Task =>
  assignment(id, units, { status: 'pending', units: [], parts: [], ...change })

export function topic(id: string, title: string, change: Partial<Task> = {}): Task {
  const done = assignment(id, [{ id, family: 'institutional' }])
  return {
    ...done,
    pipeline: 'zai-institutional',
    body: renderTopicBody({ task: id, title, brief: `All about ${title}.` }),
    ...change,
  }
}

/** Every cell of a family with so many pairs, but those of some facets. */
export const cellsOf = (family: string, each: number, without: readonly string[] = []): Record<string, number> =>
  Object.fromEntries(
    facets
      .filter(facet => !without.includes(facet))
      .flatMap(facet => questionTypes.map(type => [`${family} / ${facet} / ${type}`, each])),
  )
