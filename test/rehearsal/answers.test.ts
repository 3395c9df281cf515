import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { facetsAnswer, judgeAnswer, queriesAnswer, researchAnswer, writeAnswer } from '../../src/pipelines/research/answers.ts'
import type { Indicator } from '../../src/domain/research-task.ts'
import { bridges, closings, openings, pitfalls, readings } from '../../src/rehearsal/answer-words.ts'
import { ungrounded } from '../../src/rehearsal/grounding.ts'
import { indicators, neighbours } from './indicators.ts'
import { countDistinct, rehearse } from './kit.ts'

const queriesSchema = z.object({
  queries: z.array(z.object({ question: z.string(), facet: z.string(), audience: z.string(), type: z.string() })),
})
const cardSchema = z.object({
  claim: z.string(),
  quote: z.string(),
  url: z.string(),
  title: z.string(),
  published_at: z.string(),
})
const researchSchema = z.object({
  results: z.array(z.object({ query_id: z.string(), answered: z.boolean(), cards: z.array(cardSchema) })),
})
const pairSchema = z.object({
  query_id: z.string(),
  question: z.string(),
  answer: z.string(),
  short_answer: z.string(),
  worked_example: z.string(),
  card_ids: z.array(z.string()),
})
const verdictsSchema = z.object({
  verdicts: z.array(
    z.object({ pair_id: z.string(), faithfulness: z.number(), verdict: z.string(), unsupported: z.array(z.string()) }),
  ),
})

const opposites = new Map([
  ['above', 'below'],
  ['below', 'above'],
  ['rising', 'falling'],
  ['bullish', 'bearish'],
  ['bearish', 'bullish'],
  ['before', 'after'],
  ['fell', 'rose'],
])
const withOpposite = (text: string): string =>
  text.replace(/\b(?:above|below|rising|bullish|bearish|before|fell)\b/, word => opposites.get(word) ?? word)
const withOtherNumber = (text: string): string => text.replace(/\d+(?!.*\d)/, number => String(Number(number) + 4321))

type Provider = Awaited<ReturnType<typeof rehearse>>

const plan = async (provider: Provider, indicator: Indicator) => {
  const facets = z
    .object({
      facets: z.array(z.object({ id: z.string(), name: z.string() })),
      audiences: z.array(z.string()),
      question_types: z.array(z.string()),
    })
    .parse(await provider.answer({ stage: 'facets', input: { task: 'session_01', indicator } }))
  const batch = async (number: number) =>
    queriesSchema.parse(await provider.answer({ stage: 'queries', input: { indicator, ...facets, count: 65, batch: number } }))
      .queries
  const queries = [...(await batch(1)), ...(await batch(2))]
  return { facets, queries: queries.map((query, index) => ({ query_id: `q${index + 1}`, ...query })) }
}
type Query = Awaited<ReturnType<typeof plan>>['queries'][number]

const researched = async (provider: Provider, indicator: Indicator, queries: readonly Query[]) => {
  const { choices } = await provider.completion({ stage: 'research', input: { indicator, queries }, search: true })
  const { content, annotations = [] } = choices[0].message
  return {
    results: researchSchema.parse(JSON.parse(content)).results,
    pages: annotations.map(({ url_citation }) => url_citation),
  }
}

/** Evidence and pairs for the first hundred queries of an indicator, as the pipeline asks for them: 50 calls of 2, 17 of 6. */
const written = async (provider: Provider, indicator: Indicator) => {
  const queries = (await plan(provider, indicator)).queries.slice(0, 102)
  const cards = new Map<string, { id: string; query_id: string; claim: string; quote: string; title: string }>()
  for (let call = 0; call < 51; call++) {
    const { results, pages } = await researched(provider, indicator, queries.slice(2 * call, 2 * call + 2))
    for (const { query_id, cards: found } of results) {
      for (const [index, { claim, quote, title, url }] of found.entries()) {
        const id = `c${call}-${query_id}-${index}`
        if (pages.some(page => page.url === url && page.content.includes(quote)))
          cards.set(id, { id, query_id, claim, quote, title })
      }
    }
  }
  const pairs: z.infer<typeof pairSchema>[] = []
  for (let call = 0; call < 17; call++) {
    const share = queries.slice(6 * call, 6 * call + 6)
    const own = [...cards.values()].filter(card => share.some(query => query.query_id === card.query_id))
    const answer = await provider.answer({
      stage: 'write',
      input: { indicator, queries: share, cards: own, pairs_wanted: 8, batch: call + 1 },
    })
    expect(writeAnswer.strict.safeParse(answer).error).toBeUndefined()
    pairs.push(...z.object({ pairs: z.array(pairSchema) }).parse(answer).pairs)
  }
  const evidence = (pair: z.infer<typeof pairSchema>) =>
    pair.card_ids.flatMap(id => cards.get(id) ?? []).map(({ id, quote }) => ({ card_id: id, quote }))
  return { queries, pairs: pairs.map((pair, index) => ({ ...pair, pair_id: `p${index}`, evidence: evidence(pair) })) }
}

const judged = async (provider: Provider, indicator: Indicator, pairs: readonly unknown[]) => {
  const answer = await provider.answer({ stage: 'judge', input: { indicator, pairs } })
  expect(judgeAnswer.strict.safeParse(answer).error).toBeUndefined()
  return verdictsSchema.parse(answer).verdicts
}

describe('the plan', () => {
  it('names 8 to 10 facets, 4 or 5 audiences and question types, in the schema', async () => {
    const provider = await rehearse()
    for (const indicator of indicators) {
      const answer = await provider.answer({ stage: 'facets', input: { task: 'session_01', indicator } })
      expect(facetsAnswer.strict.safeParse(answer).error).toBeUndefined()
      const { facets } = await plan(provider, indicator)
      expect(facets.facets.length).toBeGreaterThanOrEqual(8)
      expect(facets.facets.length).toBeLessThanOrEqual(10)
      expect(new Set(facets.facets.map(({ id }) => id)).size).toBe(facets.facets.length)
      expect([4, 5]).toContain(facets.audiences.length)
    }
  })

  it('asks at least 110 questions of 130 that no near duplicate repeats, for every indicator and across them', async () => {
    const provider = await rehearse()
    const all: string[] = []
    for (const indicator of [...indicators, ...neighbours]) {
      const { facets, queries } = await plan(provider, indicator)
      expect(queries).toHaveLength(130)
      const plain = queries.map(({ question, facet, audience, type }) => ({ question, facet, audience, type }))
      expect(queriesAnswer.strict.safeParse({ queries: plain }).error).toBeUndefined()
      expect(countDistinct(queries.map(({ question }) => question))).toBeGreaterThanOrEqual(110)
      expect(
        queries.every(({ question }) => question.length >= 12 && question.length <= 300 && question.includes(indicator.name)),
      ).toBe(true)
      expect(new Set(queries.map(({ facet }) => facet)).size).toBe(facets.facets.length)
      all.push(...queries.slice(0, 50).map(({ question }) => question))
    }
    expect(countDistinct(all)).toBeGreaterThanOrEqual(0.95 * all.length)
  })
})

describe('research', () => {
  it('quotes word for word from the pages that it lists, but for about 4 % of the cards', async () => {
    const provider = await rehearse()
    let [cardsSeen, bad] = [0, 0]
    for (const indicator of indicators) {
      const { queries } = await plan(provider, indicator)
      for (let call = 0; call < 50; call++) {
        const { results, pages } = await researched(provider, indicator, queries.slice(2 * call, 2 * call + 2))
        const cards = results.flatMap(result => result.cards)
        cardsSeen += cards.length
        bad += cards.filter(({ url, quote }) => !pages.some(page => page.url === url && page.content.includes(quote))).length
        expect(cards).toHaveLength(6)
        expect(cards.every(({ quote }) => quote.split(/\s+/).length <= 40)).toBe(true)
        expect(new Set(pages.map(({ url }) => new URL(url).hostname)).size).toBeGreaterThanOrEqual(4)
        expect(pages.every(({ url }) => /^https:\/\/[a-z]+\.rehearsal\.example\//.test(url))).toBe(true)
      }
    }
    expect(bad / cardsSeen).toBeGreaterThan(0.02)
    expect(bad / cardsSeen).toBeLessThan(0.06)
  })

  it('fits its schema and brings no pages where no search was asked for', async () => {
    const provider = await rehearse()
    const [indicator] = indicators
    const queries = [{ query_id: 'q1', question: 'How does it work?', facet: 'risk', audience: 'traders', type: 'pitfall' }]
    const { choices } = await provider.completion({ stage: 'research', input: { indicator, queries } })
    expect(researchAnswer.strict.safeParse(JSON.parse(choices[0].message.content)).error).toBeUndefined()
    expect(choices[0].message.annotations).toBeUndefined()
  })
})

describe('writing and judging', () => {
  it('writes pairs of which the judge accepts about two thirds and sees every changed number or direction', async () => {
    const provider = await rehearse()
    for (const indicator of indicators.slice(0, 3)) {
      const { pairs, queries } = await written(provider, indicator)
      expect(pairs).toHaveLength(136)
      expect(countDistinct(pairs.map(({ question }) => question))).toBeGreaterThanOrEqual(0.9 * pairs.length)
      const own = new Map(queries.map(({ query_id, question }) => [query_id, question]))
      expect(pairs.filter(({ query_id, question }) => own.get(query_id) === question).length).toBeGreaterThan(85)
      const lengths = pairs.map(({ answer }) => answer.length).filter(length => length > 100)
      expect(Math.min(...lengths)).toBeGreaterThanOrEqual(500)
      expect(Math.max(...lengths)).toBeLessThanOrEqual(960)
      const verdicts = await judged(provider, indicator, pairs)
      expect(verdicts.map(({ pair_id }) => pair_id)).toEqual(pairs.map(({ pair_id }) => pair_id))
      const accepted = new Set(verdicts.filter(({ verdict }) => verdict === 'accept').map(({ pair_id }) => pair_id))
      expect(accepted.size / pairs.length).toBeGreaterThan(0.6)
      expect(accepted.size / pairs.length).toBeLessThan(0.85)
      const sound = pairs.filter(({ pair_id }) => accepted.has(pair_id))
      const planted = (plant: (text: string) => string) =>
        sound.map(pair => ({ ...pair, answer: plant(pair.answer) })).filter((pair, index) => pair.answer !== sound[index]?.answer)
      for (const wrong of [...planted(withOpposite), ...planted(withOtherNumber)]) {
        const [verdict] = await judged(provider, indicator, [wrong])
        expect(verdict).toMatchObject({ verdict: 'reject', unsupported: [expect.any(String)] })
        expect(verdict?.faithfulness).toBeLessThanOrEqual(2)
      }
    }
  })

  it('writes nothing without evidence, and as many pairs as are wanted with it', async () => {
    const provider = await rehearse()
    const [indicator] = indicators
    const queries = [{ query_id: 'q1', question: 'How does it work?', facet: 'risk', audience: 'traders', type: 'pitfall' }]
    const cards = [{ id: 'c1', claim: 'It rose by 7 percent.', quote: 'It rose by 7 percent.', title: 'A page' }]
    expect(await provider.answer({ stage: 'write', input: { indicator, queries, cards: [], pairs_wanted: 8 } })).toEqual({
      pairs: [],
    })
    const { pairs } = z
      .object({ pairs: z.array(pairSchema) })
      .parse(await provider.answer({ stage: 'write', input: { indicator, queries, cards, pairs_wanted: 5 } }))
    expect(pairs).toHaveLength(5)
    expect(new Set(pairs.map(({ question }) => question)).size).toBe(5)
  })

  it('keeps its own sentences free of numbers and directions, which must come from evidence', () => {
    for (const sentence of [...openings, ...bridges, ...readings, ...pitfalls, ...closings])
      expect(ungrounded([sentence], [])).toEqual([])
  })
})

describe('any stage', () => {
  it('answers the same request with the same bytes, on another server and with another seed too', async () => {
    const [one, other] = [await rehearse({ seed: 1 }), await rehearse({ seed: 2 })]
    const [indicator] = indicators
    const queries = [{ query_id: 'q1', question: 'How does it work?', facet: 'risk', audience: 'traders', type: 'pitfall' }]
    for (const ask of [
      { stage: 'facets', input: { task: 't', indicator } },
      { stage: 'research', input: { indicator, queries }, search: true },
    ]) {
      const messages = await Promise.all(
        [one, one, other].map(async provider => (await provider.completion(ask)).choices[0].message),
      )
      expect(messages[1]).toEqual(messages[0])
      expect(messages[2]).toEqual(messages[0])
    }
  })

  it('is found in the prompt where the response format names none', async () => {
    const provider = await rehearse()
    const [indicator] = indicators
    const input = { task: 't', indicator }
    const named = await provider.answer({ stage: 'facets', input })
    for (const system of [
      'Answer in JSON: { "schema_name": "facets" }',
      'Answer as <answer name="facets">',
      'It must match this JSON Schema:\n{"type":"object","properties":{"facets":{"type":"array"}}}',
    ]) {
      expect(await provider.answer({ stage: '', input, system, jsonObject: true })).toEqual(named)
    }
  })

  it('mends broken JSON in a repair', async () => {
    const provider = await rehearse()
    const text = '```json\n{"pairs": [{"a": 1,},]}\n```'
    expect(await provider.answer({ stage: 'repair', input: { stage: 'write', errors: ['bad'], text } })).toEqual({
      pairs: [{ a: 1 }],
    })
  })

  it('refuses data that does not fit, in one line', async () => {
    const provider = await rehearse()
    for (const ask of [
      { stage: 'nonsense', input: {} },
      { stage: 'write', input: { indicator: 7 } },
      { stage: 'constructor', input: {} },
    ]) {
      const response = await provider.send(ask)
      expect(response.status).toBe(400)
      const { error } = z.object({ error: z.object({ code: z.number(), message: z.string() }) }).parse(await response.json())
      expect(error.code).toBe(400)
      expect(error.message).not.toContain('\n')
    }
  })
})
