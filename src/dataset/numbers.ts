import type { Pair } from '../domain/pair.ts'
import { scoresSchema } from '../domain/pair.ts'
import { gates } from './candidate.ts'
import { hostOf } from './gate-sources.ts'
import { escapeMarkdown } from './markdown.ts'
import { minMatchScore } from './quote-match.ts'
import { createSimilarities, normalizeQuestion, shinglesOf } from './shingles.ts'
import type { UnitDelivery } from './unit-delivery.ts'
import { isJudged } from './unjudged.ts'

/** What is published about every delivery. Shares are 0 to 1. */
export interface DeliveryNumbers {
  readonly pairs: number
  readonly calls: number
  readonly pairsPerCall: number
  /** US dollars; null where the provider left a call's cost unsaid. */
  readonly costUsd: number | null
  readonly costPerPairUsd: number | null
  readonly rejectedByGate: Readonly<Record<string, number>>
  /** Distinct runs of 1, 2, 3 words over all of them, in the questions. */
  readonly distinct: readonly [number, number, number]
  /** Share of the questions that begin with one of the ten commonest pairs of words. */
  readonly commonOpeners: number
  /** Jaccard similarity of each question to its nearest neighbour in the delivery. */
  readonly nearest: { readonly mean: number; readonly p95: number }
  readonly citationsPerPair: number
  /** Share of the citations whose quote was found on the cited page. */
  readonly quotesMatched: number
  readonly domains: number
  readonly largestDomain: { readonly domain: string; readonly share: number }
  /** Pairs by the judge's mean score: `5`, `4.5–5`, `4–4.5`, `below 4`, and those `not judged` yet. */
  readonly grades: Readonly<Record<string, number>>
  readonly planted: { readonly asked: number; readonly caught: number }
}

const scoreNames = scoresSchema.keyof().options

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
const mean = (numbers: readonly number[]): number => shareOf(sum(numbers), numbers.length)

/** The judge's mean score, 0 to 5. */
export const meanScore = ({ judge }: Pair): number => mean(scoreNames.map(name => judge[name]))

const tally = (keys: readonly string[]): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Object.fromEntries(counts)
}

const distinctRuns = (questions: readonly (readonly string[])[], words: number): number => {
  const runs = questions.flatMap(question => question.slice(words - 1).map((_, i) => question.slice(i, i + words).join(' ')))
  return shareOf(new Set(runs).size, runs.length)
}

const openerShare = (questions: readonly (readonly string[])[]): number => {
  const counts = Object.values(tally(questions.map(words => words.slice(0, 2).join(' '))))
  return shareOf(sum(counts.toSorted((a, b) => b - a).slice(0, 10)), questions.length)
}

/** All against all: a part has at most 300 pairs. */
const nearestOf = (normalized: readonly string[]): DeliveryNumbers['nearest'] => {
  const similaritiesOf = createSimilarities(normalized.map(shinglesOf))
  const nearest = normalized.map((_, index) =>
    similaritiesOf(index).reduce((most, value, other) => (other === index ? most : Math.max(most, value)), 0),
  )
  const sorted = nearest.toSorted((a, b) => a - b)
  return { mean: mean(sorted), p95: sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? 0 }
}

const notJudged = 'not judged'

const gradeOf = (pair: Pair): string => {
  if (!isJudged(pair)) return notJudged
  const score = meanScore(pair)
  if (score >= 5) return '5'
  if (score >= 4.5) return '4.5–5'
  return score >= 4 ? '4–4.5' : 'below 4'
}

const largestOf = (counts: Readonly<Record<string, number>>, whole: number): DeliveryNumbers['largestDomain'] => {
  const [largest] = Object.entries(counts).toSorted((a, b) => b[1] - a[1])
  return { domain: largest?.[0] ?? '', share: shareOf(largest?.[1] ?? 0, whole) }
}

/** Counts a delivery of one unit or several. */
export const deliveryNumbers = (units: readonly UnitDelivery[]): DeliveryNumbers => {
  const pairs = units.flatMap(unit => unit.pairs)
  const calls = units.flatMap(unit => unit.calls)
  const costs = calls.flatMap(call => (call.costUsd === null ? [] : [call.costUsd]))
  const costUsd = costs.length < calls.length ? null : sum(costs)
  const normalized = pairs.map(pair => normalizeQuestion(pair.question))
  const words = normalized.map(question => question.split(' '))
  const citations = pairs.flatMap(pair => pair.citations)
  const domains = tally(citations.map(citation => hostOf(citation.url)))
  return {
    pairs: pairs.length,
    calls: calls.length,
    pairsPerCall: shareOf(pairs.length, calls.length),
    costUsd,
    costPerPairUsd: costUsd === null || pairs.length === 0 ? null : costUsd / pairs.length,
    rejectedByGate: tally(units.flatMap(unit => unit.rejections.map(rejection => rejection.gate))),
    distinct: [distinctRuns(words, 1), distinctRuns(words, 2), distinctRuns(words, 3)],
    commonOpeners: openerShare(words),
    nearest: nearestOf(normalized),
    citationsPerPair: shareOf(citations.length, pairs.length),
    quotesMatched: shareOf(citations.filter(citation => citation.match_score >= minMatchScore).length, citations.length),
    domains: Object.keys(domains).length,
    largestDomain: largestOf(domains, citations.length),
    grades: tally(pairs.map(gradeOf)),
    planted: { asked: sum(units.map(unit => unit.planted.asked)), caught: sum(units.map(unit => unit.planted.caught)) },
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`
const dollars = (usd: number | null): string => (usd === null ? 'unknown' : `$${usd.toFixed(usd < 0.1 ? 4 : 2)}`)
const listOf = (counts: Readonly<Record<string, number>>, order: readonly string[]): string =>
  order.flatMap(key => (counts[key] === undefined ? [] : [`${key}: ${counts[key]}`])).join(', ') || 'none'

/** The numbers as a Markdown table. */
export const renderNumbers = (numbers: DeliveryNumbers): string => {
  const { distinct, nearest, largestDomain, planted } = numbers
  const rows = [
    ['Pairs', String(numbers.pairs)],
    ['Calls', `${numbers.calls} (${numbers.pairsPerCall.toFixed(2)} pairs a call)`],
    ['Cost', `${dollars(numbers.costUsd)} (${dollars(numbers.costPerPairUsd)} a pair)`],
    ['Stopped, by gate', listOf(numbers.rejectedByGate, gates)],
    ['Judge’s mean score', listOf(numbers.grades, ['5', '4.5–5', '4–4.5', 'below 4', notJudged])],
    ['Planted errors caught', `${planted.caught} of ${planted.asked}`],
    ['Citations', `${numbers.citationsPerPair.toFixed(1)} a pair, ${percent(numbers.quotesMatched)} found on the cited page`],
    [
      'Domains',
      `${numbers.domains}, the largest ${escapeMarkdown(largestDomain.domain) || 'none'} with ${percent(largestDomain.share)}`,
    ],
    ['Distinct runs of 1, 2, 3 words', distinct.map(percent).join(', ')],
    ['Ten commonest openers', percent(numbers.commonOpeners)],
    ['Nearest neighbour', `${nearest.mean.toFixed(2)} on average, ${nearest.p95.toFixed(2)} at the 95th percentile`],
  ]
  return ['| What | Number |', '| --- | --- |', ...rows.map(row => `| ${row.join(' | ')} |`)].join('\n')
}
