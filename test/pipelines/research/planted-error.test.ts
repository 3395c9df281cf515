import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeSheet } from '../../../src/pipelines/research/judge-sheet.ts'
import { plantError, type JudgedText } from '../../../src/pipelines/shared/planted-error.ts'
import type { Draft } from '../../../src/pipelines/research/progress.ts'

const pairOf = (answer: string, quote: string): JudgedText => ({
  question: 'When is the RSI overbought?',
  answer,
  short_answer: answer.slice(0, 40),
  worked_example: '',
  evidence: [{ card_id: 'c1-1', quote }],
})

const draftOf = (id: string, answer: string, quote: string): Draft => ({
  id,
  call: 'w',
  query: { id: 'q1', question: 'Q?', facet: '', audience: '', type: 'definition' },
  candidate: {
    question: `Question ${id}?`,
    answer,
    shortAnswer: 'Short.',
    workedExample: '',
    type: 'definition',
    difficulty: 'beginner',
    cards: [
      {
        id: 'c1-1',
        claim: quote,
        quote,
        url: 'https://a.example.org',
        title: '',
        publishedAt: '',
        accessedAt: '',
        verified: true,
        matchScore: 100,
      },
    ],
  },
  flags: [],
  judgings: [],
})

describe('a planted error', () => {
  it('changes a number that the evidence proves to one that stands nowhere', () => {
    const pair = pairOf('The RSI is overbought above 70, after 14 periods.', 'Readings above 70 are overbought.')
    const planted = plantError([pair], 'seed')
    const changed = /above ([\d.]+), after 14/.exec(planted?.answer ?? '')?.[1]
    expect(changed).toBeDefined()
    expect(changed).not.toBe('70')
    expect(planted?.short_answer).not.toContain('70')
    expect(planted?.evidence).toEqual(pair.evidence)
  })

  it('swaps an opposite where the evidence proves no number', () => {
    const planted = plantError([pairOf('Above the line it is bullish.', 'It is Bullish there.')], 'seed')
    expect(planted?.answer).toBe('Above the line it is bearish.')
    expect(plantError([pairOf('Above it, above all.', 'Not above.')], 'seed')?.answer).toBe('Below it, below all.')
  })

  it('leaves opposites alone that the evidence says nothing of, since their swap may be as true', () => {
    expect(plantError([pairOf('It is above all a mean.', 'It is a mean.')], 'seed')?.answer).toContain(
      'It is above all a mean. Its documented',
    )
  })

  it('writes the other number like the one it replaces', () => {
    const numbers = ['1,000', '12.50', '0.5', '2', '0', '1,250,000.75']
    for (const number of numbers) {
      const planted = plantError([pairOf(`It is ${number} there.`, `There, ${number} it is.`)], `seed ${number}`)
      const other = /^It is (\S+) there\.$/.exec(planted?.answer ?? '')?.[1] ?? ''
      expect(other).not.toBe(number)
      expect(other.split('.')[1]?.length).toBe(number.split('.')[1]?.length)
      expect(other).toMatch(/^(?:\d{1,3}(?:,\d{3})*|\d+)(?:\.\d+)?$/)
    }
    expect(plantError([pairOf('Since 1.2.3 it rises.', 'Since 1.2.3 it rises.')], 'seed')?.answer).toBe('Since 1.2.3 it falls.')
  })

  it('invents a claim where there is nothing to change', () => {
    const planted = plantError([pairOf('It is a mean.', 'It is a mean.')], 'seed')
    expect(planted?.answer).toMatch(/^It is a mean\. Its documented success rate is exactly \d+ percent in every market\.$/)
  })

  it('does not mistake the number of a list for a claim', () => {
    expect(plantError([pairOf('1. It rises.\n2. It stops.', 'Step 1 rises.')], 'seed')?.answer).toBe('1. It falls.\n2. It stops.')
  })

  it('always differs from every pair of the batch, and is the same for the same seed', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('1,000.50 above 3', '0', '0.00', '١٢ ½', 'rises 12.5% before 2024-01-05', '70 70 70'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), fc.string(), (texts, seed) => {
        const pairs = texts.map(([answer, quote]) => pairOf(answer, quote))
        const planted = plantError(pairs, seed)
        expect(planted).toBeDefined()
        expect(pairs.map(({ answer }) => answer)).not.toContain(planted?.answer)
        expect(plantError(pairs, seed)).toEqual(planted)
      }),
    )
  })
})

describe('a judge sheet', () => {
  const drafts = Array.from({ length: 8 }, (_, index) =>
    draftOf(`macd.w1-${index}`, `It rises above ${index + 30}.`, `Above ${index + 30} it rises.`),
  )

  it('shows every draft and one more, with ids that tell nothing', () => {
    const { rows, draftIds, plantedId } = judgeSheet('t/macd/judge/1', drafts)
    expect(rows.length).toBe(9)
    expect(new Set(rows.map(row => row.pair_id)).size).toBe(9)
    expect([...draftIds.values()]).toEqual(drafts.map(({ id }) => id))
    expect(draftIds.has(plantedId)).toBe(false)
    for (const row of rows) expect(row.pair_id).toMatch(/^p[0-9a-f]{10}$/)
    const planted = rows.find(row => row.pair_id === plantedId)
    expect(
      drafts.filter(({ candidate }) => candidate.question === planted?.question && candidate.answer !== planted?.answer).length,
    ).toBe(1)
  })

  it('plants in another place from call to call', () => {
    const positions = Array.from({ length: 60 }, (_, call) => {
      const { rows, plantedId } = judgeSheet(`t/macd/judge/${call}`, drafts)
      return rows.findIndex(row => row.pair_id === plantedId)
    })
    expect(new Set(positions).size).toBe(9)
  })

  it('plants a copy of another batch where there is one, so that no row stands beside its own copy', () => {
    const plants = drafts.slice(4)
    const { rows, plantedId } = judgeSheet('t/macd/judge/2', drafts.slice(0, 4), plants)
    const planted = rows.find(row => row.pair_id === plantedId)
    const isCopyOf = ({ candidate }: (typeof drafts)[number]) =>
      candidate.cards.some(card => planted?.evidence.some(({ quote }) => quote === card.quote))
    expect(plants.filter(isCopyOf).length).toBe(1)
    expect(drafts.slice(0, 4).filter(isCopyOf)).toEqual([])
  })
})
