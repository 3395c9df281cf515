import { createHash } from 'node:crypto'
import type { ModelAnswer, ModelRequest } from '../../../src/domain/model.ts'
import type { ResearchAssignment } from '../../../src/domain/research-task.ts'
import type { Outcome, DirectWork } from '../../../src/domain/work.ts'
import type { ResearchSettings } from '../../../src/pipelines/research/settings.ts'

export const settings: ResearchSettings = {
  pipeline: 'droid-research',
  agent: 'droid',
  model: 'test/writer',
  judgeModel: 'test/judge',
  language: 'en',
  license: 'CC-BY-4.0',
  callsPerIndicator: 100,
  stages: { plan: 3, research: 50, write: 18, judge: 18, reserve: 11 },
  acceptTarget: 88,
  queriesPerIndicator: 100,
  pairsPerWrite: 8,
  pairsPerJudge: 8,
  maxTokens: { plan: 8000, research: 4000, write: 9000, judge: 3000 },
  search: { maxResults: 5 },
  sources: { deny: [], minDomainsForNumbers: 1, maxDomainShare: 1 },
  rubric: 'research-1',
}

const names = [
  ['macd', 'Moving Average Convergence Divergence'],
  ['rsi', 'Relative Strength Index'],
  ['mvrv', 'Market Value to Realized Value'],
  ['sopr', 'Spent Output Profit Ratio'],
  ['funding-rate', 'Perpetual Funding Rate'],
] as const

export const assignmentOf = (indicators: number): ResearchAssignment => ({
  task: 'session_23',
  title: 'Five indicators',
  indicators: names.slice(0, indicators).map(([id, name]) => ({
    id,
    name,
    family: 'technical/momentum',
    brief: `${name} measures how the market moves against its own past and warns when the move grows tired.`,
  })),
})

/** What the scripted model gets wrong; every rate is decided by a hash, so an answer follows from its request alone. */
export interface Habits {
  /** Written pairs with a number that no quote has. */
  readonly invents: number
  /** Pairs that its judge finds too weak. */
  readonly rejects: number
  /** Judge calls, by work id, that let the planted error pass. */
  readonly misses: (workId: string) => boolean
}

export const goodHabits: Habits = { invents: 0.15, rejects: 0.22, misses: () => false }

const hash = (text: string): number => Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16)
const chance = (text: string, rate: number): boolean => hash(`chance/${text}`) / 0x1_0000_0000 < rate
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const words =
  'signal trend crossover histogram divergence volatility liquidity halving miner exchange wallet holder drawdown rally breakout reversal momentum leverage basis spread settlement cohort cycle threshold regime session candle window smoothing weighting sampling calibration backtest slippage correlation dominance inflow outflow reserve supply demand capitulation accumulation distribution hedging arbitrage funding premium discount'.split(
    ' ',
  )
const openers =
  'How does|Why would|When might|Which traders ask how|Under what conditions does|For whom does|Where in a cycle does|To what extent can'.split(
    '|',
  )

const phrase = (seed: string, count: number): string =>
  Array.from({ length: count }, (_, index) => words[hash(`${seed}/${index}`) % words.length]).join(' ')
const questionOf = (name: string, seed: string): string =>
  `${openers[hash(seed) % openers.length]} the ${name} treat ${phrase(`${seed}/a`, 3)} with ${phrase(`${seed}/b`, 3)} and ${phrase(`${seed}/c`, 2)}?`

/* eslint-disable @typescript-eslint/no-explicit-any -- the data of a prompt is what the test itself asks about */
export const inputOf = (request: ModelRequest): any => JSON.parse(/<input>\n(.*)\n<\/input>/s.exec(request.prompt)?.[1] ?? '')

const claimOf = (queryId: string, name: string, index: number): string =>
  `A reading of ${name} above ${20 + (hash(queryId + index) % 70)} rises in ${phrase(`${queryId}/${index}`, 3)}.`

const researchValue = (input: any) => {
  const results = input.queries.map(({ query_id }: any) => ({
    query_id,
    answered: true,
    cards: [0, 1, 2].map(index => {
      const claim = claimOf(query_id, input.indicator.name, index)
      const url = `https://site${hash(query_id) % 7}.example.org/${query_id}/${index}`
      return { claim, quote: claim, url, title: `Page ${index}`, published_at: '2025-03-01' }
    }),
    gaps: [],
  }))
  const annotations = results.flatMap(({ cards }: any) =>
    cards.map(({ url, title, quote }: any) => ({ url, title, content: `On this page: ${quote} And more.` })),
  )
  return { value: { results }, annotations }
}

const writeValue = (input: any, workId: string, { invents }: Habits) => {
  const pairs = Array.from({ length: input.pairs_wanted }, (_, index) => {
    const query = input.queries[index % input.queries.length]
    const cards = input.cards.filter((card: any) => card.query_id === query.query_id).slice(0, 2)
    const seed = `${workId}/${index}`
    const invented = chance(seed, invents) ? ' It worked in 98765 cases.' : ''
    const padding =
      'The reading is useful because it puts the present move into the context of the past, and it is limited by the quality of the data that it is made from, which is why it should be confirmed.'
    return {
      query_id: query.query_id,
      question: index < input.queries.length && input.batch <= 18 ? query.question : questionOf(input.indicator.name, seed),
      answer: `${cards.map((card: any) => card.claim).join(' ')} ${padding}${invented}`,
      short_answer: 'It depends on the context of the move and on the data.',
      worked_example: '',
      type: 'interpretation',
      difficulty: 'intermediate',
      card_ids: cards.map((card: any) => card.id),
    }
  })
  return { pairs }
}

const judgeValue = (input: any, workId: string, { rejects, misses }: Habits) => ({
  verdicts: input.pairs.map((pair: any) => {
    const altered = pair.evidence.some(({ quote }: any) => !pair.answer.includes(quote))
    const bad = (altered && !misses(workId)) || (!altered && chance(pair.question, rejects))
    const level = bad ? 2 : 5
    return {
      pair_id: pair.pair_id,
      faithfulness: level,
      correctness: level,
      completeness: 4,
      self_contained: 5,
      usefulness: 4,
      clarity: 5,
      unsupported: [],
      verdict: bad ? 'reject' : 'accept',
      reason: bad ? 'It contradicts its evidence.' : 'It holds.',
    }
  }),
})

const valueOf = (
  request: ModelRequest,
  workId: string,
  habits: Habits,
): { value: unknown; annotations: ModelAnswer['annotations'] } => {
  const input = inputOf(request)
  const plain = (value: unknown) => ({ value, annotations: [] })
  switch (request.answer.name) {
    case 'facets':
      return plain({
        facets: [{ id: 'mechanics', name: 'Mechanics' }],
        audiences: ['trader'],
        question_types: ['interpretation'],
      })
    case 'queries':
      return plain({
        queries: Array.from({ length: input.count }, (_, index) => ({
          question: questionOf(input.indicator.name, `${input.indicator.id}/${input.batch}/${index}`),
          facet: 'mechanics',
          audience: 'trader',
          type: 'interpretation',
        })),
      })
    case 'research':
      return researchValue(input)
    case 'write':
      return plain(writeValue(input, workId, habits))
    default:
      return plain(judgeValue(input, workId, habits))
  }
}

const at = '2026-11-22T12:00:00.000Z'

export const answerWith = (text: string, changes: Partial<ModelAnswer> = {}): ModelAnswer => ({
  text,
  finish: 'stop',
  annotations: [],
  usage: { inputTokens: 1001, outputTokens: 503, costUsd: 0.0004 },
  modelServed: 'test/served',
  provider: 'test',
  generationId: `gen-${hash(text)}`,
  rehearsal: false,
  ...changes,
})

export const outcomeOf = (
  work: DirectWork,
  parts: { answer: ModelAnswer } | { refusal: string } | { matches: Outcome & { type: 'matches' } },
): Outcome => {
  const common = { version: 1 as const, work: work.id, unit: work.unit, session: 's-1', at, durationMs: 5 }
  if ('refusal' in parts) return { ...common, type: 'refusal', reason: parts.refusal }
  if ('matches' in parts) return parts.matches
  const prompt = work.type === 'ask' ? work.request.prompt : ''
  return { ...common, type: 'answer', promptSha256: sha256(prompt), modelRequested: 'test/requested', answer: parts.answer }
}

export const matchesOf = (work: DirectWork, keys: readonly string[] = []): Outcome => ({
  version: 1,
  work: work.id,
  unit: work.unit,
  session: 's-1',
  at,
  durationMs: 1,
  type: 'matches',
  matches: keys.map(key => ({ key, nearest: 'database/old', jaccard: 0.8 })),
})

/** What a well-behaved session brings back for a piece of work. */
export const perform = (work: DirectWork, habits: Habits = goodHabits): Outcome => {
  if (work.type === 'look-up') return matchesOf(work)
  const { value, annotations } = valueOf(work.request, work.id, habits)
  return outcomeOf(work, { answer: answerWith(JSON.stringify(value), { annotations }) })
}
