import { describe, expect, test } from 'vitest'
import { parsePairFile, renderUnit } from '../../src/dataset/pair-file.ts'
import { compareDelivery, parseHandles } from '../../src/dataset/review.ts'
import { rejectPairs } from '../../src/dataset/reviewed-file.ts'
import { PerpetualError } from '../../src/domain/errors.ts'
import { delivery } from './sample-pairs.ts'

const path = 'inbox/droid/a1/macd.json'
const delivered = new Map(renderUnit(delivery()).map(file => [file.path, file.text]))
const text = delivered.get(path) ?? ''
const rewrite = (from: string, to: string): Map<string, string> => new Map([...delivered, [path, text.replace(from, to)]])

describe('handles', () => {
  test.each([
    ['macd.3', ['macd.3']],
    ['macd.3 macd.7-9', ['macd.3', 'macd.7', 'macd.8', 'macd.9']],
    ['macd.3,macd.5,  funding-rate.1-2', ['macd.3', 'macd.5', 'funding-rate.1', 'funding-rate.2']],
    ['macd.3 macd.2-4', ['macd.3', 'macd.2', 'macd.4']],
  ])('%s are spelled out, each once', (written, expected) => {
    expect(parseHandles(written)).toStrictEqual(expected)
  })

  test.each([
    '',
    ' , ',
    'macd',
    'macd.',
    'macd.9-7',
    'macd.1-99999',
    'macd.3 because',
    '../macd.3',
    'macd.3\u202e',
    'MACD.3',
    'macd.-1',
  ])('%j are refused in one line', written => {
    expect(() => parseHandles(written)).toThrow(PerpetualError)
    expect(() => parseHandles(written)).toThrow(/^Expected handles like `macd\.3` or `macd\.7-9`, got [^\n]+$/)
  })
})

describe('rejecting pairs', () => {
  test('takes them out, leaves every other row as it was and names what it took', () => {
    const result = rejectPairs({ path, text }, ['macd.3', 'macd.30', 'macd.99', 'rsi.1'])
    expect(result.removed).toStrictEqual(['macd.3', 'macd.30'])
    const left = parsePairFile(text).pairs.filter(row => !['macd.3', 'macd.30'].includes(row.handle))
    expect(parsePairFile(result.text).pairs).toStrictEqual(left)
    expect(rejectPairs({ path, text: result.text }, ['macd.3', 'macd.30'])).toStrictEqual({ text: result.text, removed: [] })
  })

  test('without any of them gives the text back byte for byte', () => {
    const compact = JSON.stringify(JSON.parse(text))
    expect(rejectPairs({ path, text: compact }, ['rsi.1'])).toStrictEqual({ text: compact, removed: [] })
  })

  test('can take the last one', () => {
    const all = parsePairFile(text).pairs.map(row => row.handle)
    expect(parsePairFile(rejectPairs({ path, text }, all).text).pairs).toStrictEqual([])
  })
})

describe('comparing a part with what was delivered', () => {
  test('finds nothing where nothing happened, reformatting included', () => {
    const kept = new Map([...delivered, [path, JSON.stringify(JSON.parse(text))]])
    expect(compareDelivery({ delivered, kept })).toStrictEqual({ delivered: 30, kept: 30, edited: [], removed: [] })
  })

  test('names edited and removed pairs', () => {
    const edited = rewrite('Momentum rises.', 'Momentum turns.')
    const kept = new Map([...edited, [path, rejectPairs({ path, text: edited.get(path) ?? '' }, ['macd.7']).text]])
    expect(compareDelivery({ delivered, kept })).toStrictEqual({
      delivered: 30,
      kept: 29,
      edited: ['macd.1'],
      removed: ['macd.7'],
    })
  })

  test('counts a deleted file as all of its pairs removed', () => {
    expect(compareDelivery({ delivered, kept: new Map() })).toMatchObject({ delivered: 30, kept: 0, removed: { length: 30 } })
  })

  test('names the file that cannot be read', () => {
    expect(() => compareDelivery({ delivered, kept: rewrite('"pairs"', '"pears"') })).toThrow(
      /^inbox\/droid\/a1\/macd\.json: Expected/,
    )
  })
})
