import * as fc from 'fast-check'
import type { Candidate, EvidenceCard } from '../../src/dataset/candidate.ts'
import { questionSha256 } from '../../src/dataset/duplicates.ts'
import { pairId, quoteSha256 } from '../../src/dataset/pair-id.ts'
import type { CallRecord, Rejection, UnitDelivery } from '../../src/dataset/unit-delivery.ts'
import { gates } from '../../src/dataset/candidate.ts'
import { difficulties, type Pair, questionTypes, reviewStates } from '../../src/domain/pair.ts'

export const card = (changes: Partial<EvidenceCard> = {}): EvidenceCard => ({
  id: 'c1-1',
  claim: 'The default settings.',
  quote: 'The MACD line is the 12-period EMA minus the 26-period EMA, and the signal line is its 9-period EMA.',
  url: 'https://charts.example.org/macd',
  title: 'MACD explained',
  publishedAt: '2024-01-15',
  accessedAt: '2026-11-22T10:00:00.000Z',
  verified: true,
  matchScore: 100,
  ...changes,
})

export const candidate = (changes: Partial<Candidate> = {}): Candidate => ({
  question: 'How is the MACD line calculated, and what does its signal line add?',
  answer:
    'The MACD line is the 12-period exponential moving average of the closing price minus the 26-period one. The signal line is a 9-period exponential moving average of the MACD line itself, and a crossing of the two marks a change of momentum rather than a change of trend.',
  shortAnswer: 'The 12-period EMA minus the 26-period EMA, smoothed over 9 periods.',
  workedExample: 'With EMAs of 43,120 and 42,870 the MACD line stands at 250.',
  type: 'calculation',
  difficulty: 'beginner',
  cards: [card()],
  ...changes,
})

export const call = (changes: Partial<CallRecord> = {}): CallRecord => ({
  id: 'a1/macd/write/1',
  stage: 'write',
  modelRequested: 'model/a',
  modelServed: 'model/a-2',
  provider: 'Example',
  generationId: 'gen-1',
  promptSha256: 'ab'.repeat(32),
  inputTokens: 1200,
  outputTokens: 800,
  costUsd: 0.001,
  at: '2026-11-22T10:00:00.000Z',
  rehearsal: false,
  ...changes,
})

export const pair = (number: number, changes: Partial<Pair> = {}): Pair => {
  const question = changes.question ?? `What does MACD reading number ${number} tell a trader about momentum?`
  return {
    id: pairId('macd', question),
    schema_version: 1,
    indicator_id: 'macd',
    indicator: 'MACD',
    topic: ['technical', 'momentum'],
    facet: 'signals',
    audience: 'swing traders',
    question_type: 'interpretation',
    difficulty: 'intermediate',
    language: 'en',
    handle: `macd.${number}`,
    question,
    answer: 'An answer that explains the reading. '.repeat(20).trim(),
    short_answer: 'Momentum rises.',
    worked_example: '',
    citations: [
      {
        n: 1,
        url: `https://site-${number % 4}.example.org/macd`,
        title: 'MACD',
        published_at: '',
        accessed_at: '2026-11-22T10:00:00.000Z',
        quote: `Quote ${number}`,
        quote_sha256: quoteSha256(`Quote ${number}`),
        match_score: number % 10 === 0 ? 80 : 97,
      },
    ],
    generation: {
      pipeline: 'droid-research',
      agent: 'droid',
      task: 'a1',
      session: 'session_1',
      prompt_id: 'write-1',
      prompt_sha256: 'cd'.repeat(32),
      model_requested: 'model/a',
      model_served: 'model/a-2',
      provider: 'Example',
      generation_ids: ['gen-1'],
      input_tokens: 150,
      output_tokens: 100,
      cost_usd: 0.0001,
      created_at: '2026-11-22T10:00:00.000Z',
    },
    judge: {
      model: 'model/b',
      rubric: 'pairs-1',
      faithfulness: 5,
      correctness: 5,
      completeness: 4,
      self_contained: 5,
      usefulness: 4,
      clarity: 5,
      verdict: 'accept',
      reason: 'Sound.',
    },
    dedup: { question_sha256: questionSha256(question), nearest_id: '', jaccard: 0.2 },
    review: { state: 'unreviewed', reviewer: '', reviewed_at: '', pull_request: '', notes: '' },
    flags: [],
    license: '',
    ...changes,
  }
}

export const delivery = (changes: Partial<UnitDelivery> = {}): UnitDelivery => ({
  pipeline: 'droid-research',
  agent: 'droid',
  task: 'a1',
  title: 'Momentum indicators',
  indicator: { id: 'macd', name: 'MACD', family: 'momentum', brief: 'Two averages and their distance.' },
  planted: { asked: 3, caught: 3 },
  pairs: Array.from({ length: 30 }, (_, i) => pair(i + 1)),
  rejections: [{ question: 'Why?', gate: 'length', reason: 'Too short.' }],
  calls: [call()],
  ...changes,
})

/** Everything a hostile page or model could put into a text. */
export const hostileTexts = [
  '</details>',
  '<!-- hidden',
  '-->',
  '<script>alert(1)</script>',
  '@octocat please look',
  '```\n# heading\n```',
  '[a](javascript:alert(1))',
  'line\nbreak\r\nand\u2028more',
  '| a | b |',
  '\u202eevil\u202c',
  '$x^2$ #42 https://evil.example www.evil.example',
  '"quotes" \\ back\\slash',
  '\u0000\u001b[31m',
  '中文 émoji 🚀 \ud800',
  '\u{e0041}',
  '&lt;img src=x&gt;',
  '- a list\n1. or two\n> quote',
]

const text = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
  fc.tuple(fc.constantFrom(...hostileTexts), fc.string({ unit: 'grapheme', maxLength: 20 })).map(parts => parts.join(' ')),
)
const filled = text.filter(value => value !== '')
const score = fc.integer({ min: 0, max: 5 })
const amount = fc.nat(10_000)
const at = fc.constant('2026-11-22T10:00:00.000Z')

const citation = fc.record({
  url: text,
  title: text,
  quote: text,
  published_at: text,
  accessed_at: text,
  match_score: fc.integer({ min: 0, max: 100 }),
})

const anyPair = fc.record({
  texts: fc.record({
    question: filled,
    answer: filled,
    short_answer: text,
    worked_example: text,
    facet: text,
    audience: text,
    license: text,
  }),
  citations: fc.array(citation, { maxLength: 30 }),
  flags: fc.array(text, { maxLength: 3 }),
  topic: fc.array(text, { maxLength: 3 }),
  question_type: fc.constantFrom(...questionTypes),
  difficulty: fc.constantFrom(...difficulties),
  generation: fc.record({
    session: text,
    prompt_id: text,
    model_served: text,
    generation_ids: fc.array(text, { maxLength: 2 }),
    input_tokens: amount,
    cost_usd: fc.constantFrom(-1, 0, 0.25),
  }),
  judge: fc.record({ model: text, faithfulness: score, clarity: score, reason: text }),
  review: fc.record({ state: fc.constantFrom(...reviewStates), notes: text }),
})

/** Deliveries of every shape, with hostile texts in every field, whose hashes and handles hold together as a pipeline makes them. */
export const anyDelivery: fc.Arbitrary<UnitDelivery> = fc
  .record({
    head: fc.record({ title: text, pipeline: text }),
    name: filled.map(value => value.slice(0, 100)),
    pairs: fc.array(anyPair, { maxLength: 6 }),
    rejections: fc.array(fc.record({ question: text, gate: fc.constantFrom(...gates), reason: text }), {
      maxLength: 3,
    }) as fc.Arbitrary<Rejection[]>,
    calls: fc.array(
      fc.record({ id: text, stage: text, modelServed: text, inputTokens: amount, costUsd: fc.constantFrom(null, 0, 0.5), at }),
      { maxLength: 3 },
    ),
  })
  .map(({ head, name, pairs, rejections, calls }) =>
    delivery({
      ...head,
      indicator: { id: 'macd', name, family: 'momentum', brief: 'Brief.' },
      rejections: rejections.map(one => ({ ...one })),
      calls: calls.map(one => call(one)),
      pairs: pairs.map(({ texts, citations, generation, judge, review, ...rest }, i) => {
        const base = pair(i + 1, { question: texts.question })
        return {
          ...base,
          ...texts,
          ...rest,
          indicator: name,
          citations: citations.map((one, n) => ({ n: n + 1, ...one, quote_sha256: quoteSha256(one.quote) })),
          generation: { ...base.generation, ...generation },
          judge: { ...base.judge, ...judge },
          review: { ...base.review, ...review },
        }
      }),
    }),
  )
