import { isInert } from '../../dataset/gate-injection.ts'
import { mostDifferent, normalizeQuestion } from '../../dataset/duplicates.ts'
import type { facetsAnswer, queriesAnswer } from './answers.ts'
import { issueAll, type Context } from './calls.ts'
import type { AskJob, Query, UnitState } from './progress.ts'
import type { z } from 'zod'

/** Asked for beyond what is kept, so that near repetitions can be dropped: 130 for 100. */
const surplus = 1.3

export const takeFacets = (unit: UnitState, item: z.infer<typeof facetsAnswer.item> | undefined): UnitState =>
  item === undefined
    ? unit
    : { ...unit, plan: { facets: item.facets, audiences: item.audiences, questionTypes: item.question_types } }

/** More than were asked for are ignored, and what aims at a model or a browser: facet and audience are published with each pair. */
export const takeQueries = (unit: UnitState, items: readonly z.infer<typeof queriesAnswer.item>[], count: number): UnitState => ({
  ...unit,
  suggested: [
    ...unit.suggested,
    ...items.slice(0, count).filter(({ question, facet, audience }) => [question, facet, audience].every(isInert)),
  ],
})

export const askQueries = (context: Context, unit: UnitState): UnitState => {
  const { stages, queriesPerIndicator } = context.settings
  const batches = stages.plan - 1
  const count = Math.ceil((queriesPerIndicator * surplus) / batches)
  const jobs = Array.from({ length: batches }, (_, index): AskJob => ({ stage: 'queries', batch: index + 1, count, errors: [] }))
  return issueAll(context, { ...unit, phase: 'queries' }, jobs)
}

/** The most different of what was suggested, in the order in which it was, with ids. */
export const chooseQueries = ({ suggested }: UnitState, count: number): readonly Query[] => {
  const first = new Map<string, Omit<Query, 'id'>>()
  for (const query of suggested) {
    const text = normalizeQuestion(query.question)
    if (text !== '' && !first.has(text)) first.set(text, query)
  }
  const kept = new Set(
    mostDifferent(
      [...first.values()].map(({ question }) => question),
      count,
    ),
  )
  return [...first.values()]
    .filter(({ question }) => kept.has(question))
    .map((query, index) => ({ id: `q${index + 1}`, ...query }))
}

const chunksOf = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

export const askResearch = (context: Context, unit: UnitState): UnitState => {
  const { stages, queriesPerIndicator } = context.settings
  const queries = chooseQueries(unit, queriesPerIndicator)
  const queriesPerCall = Math.ceil(queriesPerIndicator / stages.research)
  const jobs = chunksOf(queries, queriesPerCall).map((chunk): AskJob => ({ stage: 'research', queries: chunk, errors: [] }))
  return issueAll(context, { ...unit, phase: 'research', queries }, jobs)
}
