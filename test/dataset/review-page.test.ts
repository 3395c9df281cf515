import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeMarkdown, markdownLink } from '../../src/dataset/markdown.ts'
import { deliveryNumbers, renderNumbers } from '../../src/dataset/numbers.ts'
import { renderReview } from '../../src/dataset/review-page.ts'
import { anyDelivery, call, delivery, hostileTexts, pair } from './sample-pairs.ts'

/** What Markdown leaves of a page when its escapes are taken as text. */
const unescaped = (page: string): string => page.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/&#\d+;/g, '·')

describe('the review page', () => {
  test('keeps every text inert, whatever it holds', () => {
    fc.assert(
      fc.property(anyDelivery, unit => {
        const page = unescaped(renderReview(unit))
        const tags = new Set(page.match(/<[^>\n]*>?/g)?.filter(tag => !tag.startsWith('<https:')))
        expect(
          [...tags].filter(tag => !['<br>', '<details>', '</details>', '<summary>', '</summary>'].includes(tag)),
        ).toStrictEqual([])
        expect(page.split('<details>')).toHaveLength(page.split('</details>').length)
        expect(page).not.toMatch(/@[A-Za-z0-9]/)
        expect(page).not.toMatch(/(?<!^#{0,5})#[A-Za-z0-9]/m)
        expect(page).not.toMatch(/[`~]{3}|\u202e|\u001b/)
      }),
      { numRuns: 100 },
    )
  })

  test('names every pair once, and gives no text a heading of its own', () => {
    fc.assert(
      fc.property(anyDelivery, unit => {
        const lines = renderReview(unit).split('\n')
        const named = lines.flatMap(line => /^(?:#### |- )Pair macd\\\.(\d+) /.exec(line)?.slice(1) ?? [])
        expect(new Set(named)).toStrictEqual(new Set(unit.pairs.map((_, i) => String(i + 1))))
        expect(named).toHaveLength(unit.pairs.length)
        const headings = lines.filter(line => /^#{1,6}(?:\s|$)/.test(line))
        expect(headings.every(line => /^(?:## Review: |### |#### Pair )/.test(line))).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test('shows numbers first, then what is flagged or scored lowest, a sample of 20, and folds the rest', () => {
    const pairs = Array.from({ length: 60 }, (_, i) => pair(i + 1, i === 50 ? { flags: ['unverified-quote'] } : {}))
    const worst = pair(60, { judge: { ...pair(60).judge, faithfulness: 4, clarity: 4 } })
    const page = renderReview(delivery({ pairs: [...pairs.slice(0, 59), worst] }))
    const [numbers = '', look = '', sample = '', rest = ''] = page.split(
      /### Flagged and lowest scored|### A sample drawn by hash|<details>/,
    )
    const count = (text: string): number => text.split(/^(?:#### |- )Pair /m).length - 1
    expect(numbers).toContain('| Pairs | 60 |')
    expect(look).toContain('unverified\\-quote')
    expect(look).toContain('#### Pair macd\\.60 ')
    expect([look, sample, rest].map(count)).toStrictEqual([11, 20, 29])
    expect(page).toContain(String.raw`Gate length: Why\? Too short`)
    expect(renderReview(delivery({ pairs: [...pairs.slice(0, 59), worst] }))).toBe(page)
  })

  test('stands without any pairs', () => {
    expect(renderReview(delivery({ pairs: [], rejections: [], calls: [] }))).toContain('| Pairs | 0 |')
  })
})

describe('escaped text', () => {
  test('is one line whatever comes in', () => {
    for (const text of hostileTexts) expect(escapeMarkdown(text)).not.toMatch(/[\n\r\u2028]/)
  })

  test.each([
    ['</details>', '&lt;/details&gt;'],
    ['@octocat', '@&#8203;octocat'],
    ['a\n\nb', 'a<br>b'],
    ['https://x.example', 'https&#8203;\\://x\\.example'],
    ['GH-12', 'GH&#8203;\\-12'],
    ['a | b', 'a \\| b'],
    ['&lt;', '&amp;lt;'],
  ])('%j becomes %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected)
  })

  test('links https alone, and the address cannot end the link', () => {
    expect(markdownLink('T', 'https://e.example/a>b)<c')).toBe('[T](<https://e.example/a%3Eb)%3Cc>)')
    expect(markdownLink('T', 'javascript:alert(1)')).toBe('T (javascript\\:alert\\(1\\))')
    expect(markdownLink('](https://evil.example)', 'https://e.example')).toMatch(/^\[\\\]\\\(.*\]\(<https:\/\/e\.example\/>\)$/)
  })
})

describe('the numbers of a delivery', () => {
  const numbers = deliveryNumbers([
    delivery({ calls: [call(), call({ id: '2', costUsd: 0.002 })] }),
    delivery({ planted: { asked: 2, caught: 1 } }),
  ])

  test('count pairs, calls, cost, rejections and planted errors over all units', () => {
    expect(numbers).toMatchObject({
      pairs: 60,
      calls: 3,
      pairsPerCall: 20,
      rejectedByGate: { length: 2 },
      planted: { asked: 5, caught: 4 },
    })
    expect(numbers.costUsd).toBeCloseTo(0.004)
    expect(numbers.costPerPairUsd).toBeCloseTo(0.004 / 60)
  })

  test('measure variety, sources and scores', () => {
    expect(numbers).toMatchObject({
      commonOpeners: 1,
      nearest: { mean: 1, p95: 1 },
      citationsPerPair: 1,
      quotesMatched: 0.9,
      domains: 4,
      largestDomain: { domain: 'site-1.example.org', share: 16 / 60 },
      grades: { '4.5–5': 60 },
    })
    expect(numbers.distinct[0]).toBeLessThan(numbers.distinct[2])
  })

  test('call a cost unknown where a provider left one unsaid', () => {
    const unknown = deliveryNumbers([delivery({ calls: [call(), call({ costUsd: null })] })])
    expect(unknown.costUsd).toBeNull()
    expect(renderNumbers(unknown)).toContain('unknown')
  })

  test('never divide by nothing', () => {
    const none = deliveryNumbers([])
    expect(JSON.stringify(none)).not.toContain('null,"p95"')
    expect(renderNumbers(none)).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('are a table that a domain cannot break', () => {
    const hostile = pair(1, { citations: pair(1).citations.map(one => ({ ...one, url: 'https://a|b.example/' })) })
    const table = renderNumbers(deliveryNumbers([delivery({ pairs: [hostile] })]))
    for (const line of table.split('\n')) expect(line.split(/(?<!\\)\|/)).toHaveLength(4)
  })
})
