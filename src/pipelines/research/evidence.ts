import type { z } from 'zod'
import type { EvidenceCard } from '../../dataset/candidate.ts'
import { checkCard } from '../../dataset/gates.ts'
import { citationReason } from '../../dataset/gate-sources.ts'
import type { Outcome } from '../../domain/work.ts'
import type { researchAnswer } from './answers.ts'
import type { Context } from './calls.ts'
import type { Card, Query, UnitState } from './progress.ts'

type Answered = Extract<Outcome, { type: 'answer' }>

/** Twice what a query is asked for; more would crowd the writer's prompt. */
const mostCardsPerQuery = 6
/** Each one that is looked at is searched for in whole pages. */
const mostClaimsPerQuery = 12

/** Whether a pair could pass the citation gate with this card alone: verified, https, no shortener, no denied domain. */
const mayBeCited = (card: EvidenceCard, { settings }: Context): boolean => {
  const alone = {
    question: '',
    answer: '',
    shortAnswer: '',
    workedExample: '',
    type: 'definition',
    difficulty: 'beginner',
    cards: [card],
  } as const
  return citationReason(alone, settings.sources.deny) === undefined
}

/**
 * Keeps the cards whose page the provider says it read and whose quote stands in it. What cannot be verified never reaches
 * the writer: a claim that is read is a claim that is repeated.
 */
export const takeCards = (
  context: Context,
  unit: UnitState,
  found: {
    readonly outcome: Answered
    readonly results: readonly z.infer<typeof researchAnswer.item>[]
    readonly queries: readonly Query[]
  },
): UnitState => {
  const { outcome, results, queries } = found
  const call = outcome.work.split('/').at(-1) ?? ''
  const asked = new Set(queries.map(({ id }) => id))
  const kept = new Map<string, number>()
  const claims = new Map<string, number>()
  const cards: Card[] = []
  let ordinal = 0
  for (const { query_id: query, cards: claimed } of results) {
    if (!asked.has(query)) continue
    for (const { claim, quote, url, title, published_at: publishedAt } of claimed) {
      ordinal += 1
      const tried = (claims.get(query) ?? 0) + 1
      claims.set(query, tried)
      if (tried > mostClaimsPerQuery) continue
      const check = checkCard({ quote, url, annotations: outcome.answer.annotations })
      const id = `c${call}-${ordinal}`
      const card: Card = {
        id,
        claim,
        quote,
        url,
        title,
        publishedAt,
        accessedAt: outcome.at,
        ...check,
        query,
        call: outcome.work,
      }
      const count = kept.get(query) ?? 0
      if (count >= mostCardsPerQuery || !mayBeCited(card, context)) continue
      kept.set(query, count + 1)
      cards.push(card)
    }
  }
  return { ...unit, cards: [...unit.cards, ...cards] }
}
