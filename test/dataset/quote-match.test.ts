import { distance } from 'fastest-levenshtein'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalUrl, checkCard, partialRatio } from '../../src/dataset/quote-match.ts'

const page = {
  url: 'https://charts.example.org/macd',
  title: 'MACD',
  content:
    'Intro. The **MACD line** is the 12-period EMA minus the 26-period EMA. “Traders” watch the signal line – a 9-period EMA.\nMore text follows here.',
}
const check = (quote: string, url = page.url): ReturnType<typeof checkCard> => checkCard({ quote, url, annotations: [page] })

describe('a card is verified', () => {
  test.each([
    ['word by word', 'The MACD line is the 12-period EMA minus the 26-period EMA.'],
    ['with other quotation marks, dashes, case and spacing', '"traders"  watch the signal line - a 9-period EMA'],
    ['with a small slip', 'The MACD line is 12-period EMA minus the 26-period EMA'],
  ])('%s', (_how, quote) => {
    expect(check(quote)).toMatchObject({ verified: true })
  })

  test('under another spelling of the same address', () => {
    expect(check('“Traders” watch the signal line', 'https://CHARTS.example.org/macd/?utm_source=openai#top')).toStrictEqual({
      verified: true,
      matchScore: 100,
    })
  })

  test('by the best of several annotations of one page', () => {
    const other = { ...page, content: 'Nothing of it.' }
    expect(checkCard({ quote: 'More text follows here', url: page.url, annotations: [other, page, other] })).toStrictEqual({
      verified: true,
      matchScore: 100,
    })
  })
})

describe('a card is not verified', () => {
  test('without annotations, or when its page is not among them', () => {
    const quote = 'More text follows here'
    expect(checkCard({ quote, url: page.url, annotations: [] })).toStrictEqual({ verified: false, matchScore: 0 })
    expect(check(quote, 'https://charts.example.org/rsi')).toStrictEqual({ verified: false, matchScore: 0 })
  })

  test('when the quote is made up', () => {
    const made = check('MACD was invented by Gerald Appel and works best on weekly charts')
    expect(made.verified).toBe(false)
    expect(made.matchScore).toBeLessThan(60)
  })

  test('when one number of it was changed, however well the rest matches', () => {
    const changed = check('The MACD line is the 12-period EMA minus the 28-period EMA.')
    expect(changed.matchScore).toBeGreaterThan(90)
    expect(changed.verified).toBe(false)
  })

  test('when it is so short that any page has it', () => {
    expect(check('EMA')).toStrictEqual({ verified: false, matchScore: 100 })
    expect(check('')).toStrictEqual({ verified: false, matchScore: 0 })
  })
})

test('the partial ratio is that of the best of all windows', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 90 })
  const best = (quote: string, text: string): number => {
    let fewest = quote.length
    for (let from = 0; from <= text.length; from++)
      for (let to = from; to <= text.length; to++) fewest = Math.min(fewest, distance(quote, text.slice(from, to)))
    return fewest
  }
  fc.assert(
    fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 40 }), (quote, text) => {
      fc.pre(quote.length > 0)
      expect(partialRatio(quote, text)).toBe(Math.floor(1000 * (1 - best(quote, text) / quote.length)) / 10)
    }),
    { numRuns: 60 },
  )
})

test('addresses that are none stay as they are', () => {
  expect(canonicalUrl(' not an address ')).toBe('not an address')
  expect(canonicalUrl('https://example.org/')).toBe('https://example.org')
  expect(canonicalUrl('https://example.org/a?b=1&utm_medium=x')).toBe('https://example.org/a?b=1')
})
