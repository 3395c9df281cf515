import { z } from 'zod'
import { around, fractionOf } from './draws.ts'
import { ungrounded } from './grounding.ts'

const pairSchema = z.object({
  id: z.string(),
  question: z.string(),
  answer: z.string(),
  short_answer: z.string().default(''),
  evidence: z.array(z.string()).default([]),
})
type IntegratedPair = z.infer<typeof pairSchema>

const subjectSchema = z.object({ name: z.string().default(''), brief: z.string().default('') })
type Subject = z.infer<typeof subjectSchema>

export const integrateInputSchema = z.object({
  subject: subjectSchema.default({ name: '', brief: '' }),
  pairs: z.array(pairSchema),
})

/** The share of faultless pairs that are accepted: they passed a judge before. */
const acceptedShare = 0.9

const topicWords = [
  ['derivatives', /\b(?:funding|futures|options?|open interest|perpetuals?|basis)\b/i],
  ['on-chain', /\b(?:on-chain|wallets?|addresses|UTXOs?|hash rate|miners?|MVRV|SOPR|NUPL|realized)\b/i],
  ['custody', /\b(?:custody|custodians?|prime brokerage)\b/i],
  ['regulation', /\b(?:regulat\w+|licen[cs]\w+|jurisdiction)\b/i],
  ['stablecoins', /\bstablecoins?\b/i],
  ['momentum', /\b(?:momentum|RSI|MACD|oscillator|stochastic)\b/i],
  ['volatility', /\b(?:volatility|bands?|ATR|range)\b/i],
  ['volume', /\bvolumes?\b/i],
  ['trend', /\b(?:trend|moving averages?)\b/i],
] as const
const levels = ['beginner', 'intermediate', 'advanced'] as const

const topicsOf = ({ question, answer }: IntegratedPair): readonly string[] => {
  const found = topicWords.filter(([, words]) => words.test(`${question} ${answer}`)).map(([topic]) => topic)
  return found.length === 0 ? ['trading'] : found.slice(0, 3)
}

/** Where there is no evidence, nothing can be compared, and only what gives itself away is found. */
const madeUp = /\bexactly [\d.,]+ (?:percent|%)/i

/** A subject's name claims nothing, whatever numbers it holds: that of the task, and of the video. */
const namesOf = ({ name, brief }: Subject): readonly string[] => [name, brief.split('\n', 1)[0] ?? ''].filter(each => each !== '')

const faultsOf = (pair: IntegratedPair, subject: Subject): readonly string[] => {
  if (pair.evidence.length === 0) return (madeUp.exec(pair.answer) ?? []).slice(0, 1)
  const names = namesOf(subject)
  const unnamed = (text: string): string => names.reduce((rest, name) => rest.replaceAll(name, 'it'), text)
  return ungrounded([pair.answer, pair.short_answer].map(unnamed), [...pair.evidence, pair.question, subject.brief].map(unnamed))
}

const gradeOf = (pair: IntegratedPair, subject: Subject) => {
  const faults = faultsOf(pair, subject)
  const seed = `${pair.question}/${pair.answer}`
  const mark = (index: number): number => (fractionOf(`${seed}/score-${index}`) < 0.6 ? 5 : 4)
  const common = {
    id: pair.id,
    topic: topicsOf(pair),
    difficulty: around(levels, Math.floor(fractionOf(`${seed}/level`) * levels.length)),
  }
  if (faults.length > 0)
    return {
      ...common,
      scores: [1, 2, 4, 4, 4, 4],
      unsupported: faults.slice(0, 2),
      reason: 'It states what its evidence does not.',
    }
  if (fractionOf(`${seed}/integrated`) < acceptedShare)
    return { ...common, scores: [0, 1, 2, 3, 4, 5].map(mark), unsupported: [], reason: '' }
  return {
    ...common,
    scores: [4, 3, 3, 4, 3, 4],
    unsupported: [],
    reason: 'The conclusion goes further than the evidence allows.',
  }
}

/** One grade a pair: what its evidence does not support is rejected, of the rest about nine in ten are accepted, by their text alone. */
export const integrate = ({ subject, pairs }: z.infer<typeof integrateInputSchema>) => ({
  grades: pairs.map(pair => gradeOf(pair, subject)),
})
