import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facetsAnswer, judgeAnswer, queriesAnswer, researchAnswer, writeAnswer } from '../../../src/pipelines/research/answers.ts'
import { readAnswer } from '../../../src/pipelines/shared/read-answer.ts'
import { answerWith } from './answerer.ts'

const query = { question: 'How is the MACD computed?', facet: 'formula', audience: 'trader', type: 'calculation' }
const verdict = {
  pair_id: 'p1',
  faithfulness: 5,
  correctness: 4,
  completeness: 4,
  self_contained: 5,
  usefulness: 3,
  clarity: 5,
  unsupported: [],
  verdict: 'accept',
  reason: 'Fine.',
}
const queries = (text: string) => readAnswer(queriesAnswer, answerWith(text))

describe('reading an answer', () => {
  it('takes a strict answer as it is', () => {
    expect(queries(JSON.stringify({ queries: [query] }))).toEqual({ type: 'items', items: [query], dropped: [] })
  })

  it('mends fences, trailing commas, comments and a missing end', () => {
    const json = JSON.stringify({ queries: [query, query] })
    const broken = [
      `\`\`\`json\n${json}\n\`\`\``,
      json.replace(/\]\}$/, ',]}'),
      `// here it is\n${json}`,
      json.slice(0, -2),
      `\`\`\`\n${json.slice(0, -1)}`,
    ]
    for (const text of broken) expect(queries(text)).toEqual({ type: 'items', items: [query, query], dropped: [] })
  })

  it('drops extra keys and coerces what is unmistakable', () => {
    expect(
      queries(JSON.stringify({ extra: 1, queries: [{ ...query, type: ' Calculation ', more: true, facet: null, audience: 7 }] })),
    ).toEqual({
      type: 'items',
      items: [{ ...query, facet: '', audience: '7' }],
      dropped: [],
    })
    const loose = { ...verdict, faithfulness: '4/5', correctness: '4.9', verdict: 'Accepted' }
    expect(readAnswer(judgeAnswer, answerWith(JSON.stringify({ verdicts: [loose] })))).toEqual({
      type: 'items',
      items: [{ ...verdict, faithfulness: 4, correctness: 4 }],
      dropped: [],
    })
  })

  it('never makes a score out of nothing', () => {
    for (const faithfulness of [null, '', true, [], 0, 6, 'high', undefined]) {
      expect(readAnswer(judgeAnswer, answerWith(JSON.stringify({ verdicts: [{ ...verdict, faithfulness }] }))).type).toBe(
        'failed',
      )
    }
  })

  it('keeps the valid items of a list and names the others', () => {
    const read = queries(JSON.stringify([query, { ...query, type: 'poem' }, 'noise', { ...query, question: '' }, query]))
    expect(read.type).toBe('items')
    expect(read.type === 'items' && read.items).toEqual([query, query])
    expect(read.type === 'items' && read.dropped.map(line => line.split(':')[0])).toEqual([
      'queries.1.type',
      'queries.2',
      'queries.3.question',
    ])
  })

  it('keeps the valid cards of a result', () => {
    const card = { claim: 'a', quote: 'b', url: 'https://c.example.org', title: 'd', published_at: '' }
    const results = [{ query_id: 'q1', answered: 'yes', cards: [card, { claim: 'only' }, null], gaps: null }]
    expect(readAnswer(researchAnswer, answerWith(JSON.stringify({ results })))).toEqual({
      type: 'items',
      items: [{ query_id: 'q1', answered: true, cards: [card], gaps: [] }],
      dropped: [],
    })
  })

  it('fails with what was wrong where nothing can be used', () => {
    expect(queries('I am sorry.')).toEqual({ type: 'failed', errors: ['the answer has no list `queries`'] })
    expect(queries('')).toEqual({ type: 'failed', errors: ['the answer is not JSON'] })
    expect(queries('{"queries":[]}')).toEqual({ type: 'failed', errors: ['the list `queries` is empty'] })
    expect(queries('{"queries":[{"question":3}]}').type).toBe('failed')
  })

  it('counts an answer that was cut off or filtered as failed whatever it holds', () => {
    const text = JSON.stringify({ queries: [query] })
    expect(readAnswer(queriesAnswer, answerWith(text, { finish: 'length' })).type).toBe('failed')
    expect(readAnswer(queriesAnswer, answerWith(text, { finish: 'content_filter' })).type).toBe('failed')
    expect(readAnswer(queriesAnswer, answerWith(text, { finish: 'other' })).type).toBe('items')
  })

  it('survives any text', () => {
    const hostile = [
      '['.repeat(100_000),
      `{"queries":`.repeat(20_000),
      '{"__proto__":{"queries":[]}}',
      '\u0000\ud800',
      '"'.repeat(50_000),
      'x'.repeat(500_000),
    ]
    for (const text of hostile) expect(queries(text).type).toBe('failed')
    const shapes = [facetsAnswer, queriesAnswer, researchAnswer, writeAnswer, judgeAnswer]
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom(...shapes), (text, shape) => {
        expect(['items', 'failed']).toContain(readAnswer<unknown>(shape, answerWith(text)).type)
      }),
    )
  })
})

describe('the schemas that models are given', () => {
  const objectsIn = (schema: unknown): Record<string, unknown>[] => {
    if (typeof schema !== 'object' || schema === null) return []
    const nested = Object.values(schema).flatMap(objectsIn)
    return 'properties' in schema ? [{ ...schema }, ...nested] : nested
  }

  it('are strict: every key required and no other allowed', () => {
    for (const { schema, strict } of [facetsAnswer, queriesAnswer, researchAnswer, writeAnswer, judgeAnswer]) {
      expect(schema).not.toHaveProperty('$schema')
      expect(strict).toBeDefined()
      for (const object of objectsIn(schema)) {
        expect(object['additionalProperties']).toBe(false)
        expect(object['required']).toEqual(Object.keys(Object(object['properties'])))
      }
    }
  })
})
