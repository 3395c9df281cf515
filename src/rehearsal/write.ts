import { z } from 'zod'
import { bridges, closings, openings, pitfalls, readings } from './answer-words.ts'
import { drawnQuestion, facetPhrase } from './compose-question.ts'
import { around, createDraws, hashOf, type Draws } from './draws.ts'
import { drawFlaw, withFlaw } from './flaws.ts'
import { indicatorInputSchema, queryInputSchema, subjectOf, type QueryInput, type Subject } from './subject.ts'
import { workedExample } from './worked-example.ts'

const cardInputSchema = z.object({
  id: z.string(),
  claim: z.string(),
  quote: z.string(),
  title: z.string().default(''),
  query_id: z.string().optional(),
})
type CardInput = z.infer<typeof cardInputSchema>
type Cards = readonly [CardInput, ...CardInput[]]

export const writeInputSchema = z.object({
  indicator: indicatorInputSchema,
  queries: z.array(queryInputSchema),
  cards: z.array(cardInputSchema),
  pairs_wanted: z.int().min(0).max(200).default(8),
})

type WrittenPair = ReturnType<typeof pairOf>

/** Characters: answers have about 500 to 900, of which the claims take at most the last. */
const answerLength = { least: 520, most: 880, claims: 480 }
const longestShortAnswer = 260

const filled = (sentence: string, name: string, facet = ''): string =>
  sentence.replaceAll('{n}', () => name).replaceAll('{f}', () => facet)

const sentenceOf = ({ claim }: CardInput): string => (/[.!?]$/.test(claim) ? claim : `${claim}.`)

const answerOf = (
  subject: Subject,
  query: QueryInput,
  { cards, draws }: { cards: readonly CardInput[]; draws: Draws },
): string => {
  const claims = new Set(cards.map(sentenceOf))
  const sentences = [filled(draws.pick(openings), subject.name, facetPhrase(query.facet)), draws.pick(bridges), ...claims]
  const turn = draws.whole(0, readings.length - 1)
  const common = [around(readings, turn), around(pitfalls, turn), filled(draws.pick(closings), subject.name)]
  const padding = [around(readings, turn + 1), around(pitfalls, turn + 1)]
  let { length } = sentences.join(' ')
  for (const [index, sentence] of [...common, ...padding].entries()) {
    const isWelcome = index < common.length && length + sentence.length < answerLength.most
    if (!isWelcome && length >= answerLength.least) continue
    sentences.push(sentence)
    length += 1 + sentence.length
  }
  return sentences.join(' ')
}

/** The cards whose claims fit into an answer, the first in any case. */
const fitting = (cards: readonly CardInput[]): CardInput[] => {
  let left = answerLength.claims
  return cards.filter((card, index) => {
    left -= card.claim.length
    return index === 0 || left >= 0
  })
}

/**
 * One to three cards: the query's own where cards name their query, else those that stand where they would
 * if cards came in the order of the queries.
 */
const cardsFor = (cards: Cards, queryId: string, { place, draws }: { place: number; draws: Draws }): CardInput[] => {
  const [first, ...rest] = cards.filter(card => card.query_id === queryId)
  const candidates: Cards = first ? [first, ...rest] : cards
  const wanted = draws.pick([1, 2, 2, 2, 3, 3] as const)
  const start = first ? draws.whole(0, candidates.length - 1) : Math.floor(place * candidates.length)
  return fitting(Array.from({ length: Math.min(candidates.length, wanted) }, (_, index) => around(candidates, start + index)))
}

const difficultyOf = (draws: Draws) => draws.pick(['beginner', 'intermediate', 'intermediate', 'advanced'] as const)

interface PairParts {
  readonly subject: Subject
  readonly query: QueryInput
  readonly cards: readonly CardInput[]
  readonly varied: boolean
  readonly draws: Draws
}

const pairOf = ({ subject, query, cards, varied, draws }: PairParts) => {
  const question = varied ? drawnQuestion(subject, query, draws) : query.question
  const answer = answerOf(subject, query, { cards, draws })
  const [claim = answer] = cards.map(card => card.claim)
  return {
    query_id: query.query_id,
    question,
    answer,
    short_answer: claim.length <= longestShortAnswer ? claim : draws.pick(readings),
    worked_example: workedExample(subject.name, draws),
    type: query.type,
    difficulty: difficultyOf(draws),
    card_ids: cards.map(card => card.id),
  }
}

/**
 * The pairs wanted, the queries in turn. Where more pairs than queries are wanted, the first of each query keeps its question;
 * all others vary it, since it may have been answered before. About one in six has a flaw that a local gate stops.
 * Without evidence there are no pairs.
 */
export const write = (input: z.infer<typeof writeInputSchema>): { readonly pairs: readonly WrittenPair[] } => {
  const { queries, pairs_wanted } = input
  const [firstQuery, ...otherQueries] = queries
  const [firstCard, ...otherCards] = input.cards
  if (firstQuery === undefined || firstCard === undefined) return { pairs: [] }
  const subject = subjectOf(input.indicator)
  const seed = `${subject.id}/${hashOf(JSON.stringify(input))}`
  const pairs: WrittenPair[] = []
  for (let index = 0; index < pairs_wanted; index++) {
    const query = around([firstQuery, ...otherQueries], index)
    const draws = createDraws(`${seed}/${index}`)
    const place = (index % queries.length) / queries.length
    const cards = cardsFor([firstCard, ...otherCards], query.query_id, { place, draws })
    const varied = index >= queries.length || pairs_wanted <= queries.length
    const pair = pairOf({ subject, query, cards, varied, draws })
    pairs.push(withFlaw(pair, drawFlaw(draws), pairs.at(-1)?.question))
  }
  return { pairs }
}
