import { z } from 'zod'
import { fractionOf } from './draws.ts'
import { ungrounded } from './grounding.ts'
import { indicatorInputSchema } from './subject.ts'

const pairInputSchema = z.object({
  pair_id: z.string(),
  question: z.string(),
  answer: z.string(),
  short_answer: z.string().default(''),
  worked_example: z.string().default(''),
  evidence: z.array(z.object({ card_id: z.string(), quote: z.string() })).default([]),
})
type PairInput = z.infer<typeof pairInputSchema>

export const judgeInputSchema = z.object({ indicator: indicatorInputSchema, pairs: z.array(pairInputSchema) })

/** The share of faultless pairs that are accepted: a judge has its taste. */
const acceptedShare = 0.78

const scores = ['faithfulness', 'correctness', 'completeness', 'self_contained', 'usefulness', 'clarity'] as const

const allScores = (scoreOf: (name: (typeof scores)[number]) => number) => ({
  faithfulness: scoreOf('faithfulness'),
  correctness: scoreOf('correctness'),
  completeness: scoreOf('completeness'),
  self_contained: scoreOf('self_contained'),
  usefulness: scoreOf('usefulness'),
  clarity: scoreOf('clarity'),
})

/** What to object to in a pair that is faithful but not to the judge's taste. */
const objections = [
  { low: ['completeness', 'usefulness'], reason: 'The answer stays general and leaves out steps that a reader needs.' },
  { low: ['self_contained', 'clarity'], reason: 'The question is hard to understand without its surroundings.' },
  { low: ['correctness'], reason: 'The conclusion goes further than the evidence allows.' },
] as const

const verdictOf = (pair: PairInput, brief: string) => {
  const unsupported = ungrounded(
    [pair.answer, pair.short_answer],
    [...pair.evidence.map(card => card.quote), pair.question, brief],
  )
  if (unsupported.length > 0) {
    const faithfulness = unsupported.length > 1 ? 1 : 2
    const marks = allScores(name => (name === 'faithfulness' ? faithfulness : name === 'correctness' ? 2 : 4))
    return {
      pair_id: pair.pair_id,
      ...marks,
      unsupported,
      verdict: 'reject',
      reason: 'The answer states what its evidence does not.',
    }
  }
  const seed = `${pair.question}/${pair.answer}`
  const taste = fractionOf(`${seed}/taste`)
  if (taste < acceptedShare) {
    const marks = allScores(name => (fractionOf(`${seed}/${name}`) < 0.6 ? 5 : 4))
    return {
      pair_id: pair.pair_id,
      ...marks,
      unsupported: [],
      verdict: 'accept',
      reason: 'Supported by its evidence and useful.',
    }
  }
  const objection = objections[Math.floor(fractionOf(`${seed}/objection`) * objections.length)] ?? objections[0]
  const low = new Set<string>(objection.low)
  const marks = allScores(name => (low.has(name) ? 2 : 4))
  return { pair_id: pair.pair_id, ...marks, unsupported: [], verdict: 'reject', reason: objection.reason }
}

/** One verdict a pair: what its evidence does not support is rejected, of the rest about four in five are accepted, by their text alone. */
export const judge = ({ indicator, pairs }: z.infer<typeof judgeInputSchema>) => ({
  verdicts: pairs.map(pair => verdictOf(pair, indicator.brief)),
})
