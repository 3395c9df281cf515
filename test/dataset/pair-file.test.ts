import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairId, parsePairFile, readPairs, readUnit, renderUnit, type UnitDelivery } from '../../src/dataset/pair-file.ts'
import { renderPairFile } from '../../src/dataset/pair-rows.ts'
import { fitsPart, partLimits } from '../../src/dataset/parts.ts'
import { PerpetualError } from '../../src/domain/errors.ts'
import { pairSchema } from '../../src/domain/pair.ts'
import { anyDelivery, delivery, pair } from './sample-pairs.ts'

const textsOf = (unit = delivery()): { json: string; calls: string; review: string } => {
  const [json, calls, review] = renderUnit(unit)
  return { json: json?.text ?? '', calls: calls?.text ?? '', review: review?.text ?? '' }
}
const messageFrom = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof PerpetualError) return error.message
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('the files of a unit', () => {
  test('come back as the delivery that they were rendered from, whatever the texts hold', () => {
    fc.assert(
      fc.property(anyDelivery, unit => {
        const { json, calls } = textsOf(unit)
        expect(readUnit(json, calls)).toStrictEqual(unit)
      }),
      { numRuns: 100 },
    )
  })

  test('render again to the same bytes after being read', () => {
    fc.assert(
      fc.property(anyDelivery, unit => {
        const { json, calls } = textsOf(unit)
        expect(renderPairFile(parsePairFile(json))).toBe(json)
        expect(textsOf(readUnit(json, calls))).toStrictEqual(textsOf(unit))
      }),
      { numRuns: 30 },
    )
  })

  test.each([0, 1, 11, 12, 30, 100])('give a pair with %i citations at most 25 lines', count => {
    const [citation] = pair(1).citations
    const citations = Array.from({ length: count }, () => citation).filter(one => one !== undefined)
    const lines = (pairs: UnitDelivery['pairs']): number => textsOf(delivery({ pairs })).json.split('\n').length
    const one = pair(1, { citations })
    expect(lines([one, one]) - lines([one])).toBeLessThanOrEqual(25)
  })

  test('show no bidirectional or invisible character as itself', () => {
    const { json } = textsOf(delivery({ pairs: [pair(1, { answer: 'a\u202eb\u200bc\u{e0041}d\u2028e' })] }))
    expect(json).toContain(String.raw`a\u202eb\u200bc\udb40\udc41d\u2028e`)
  })

  test('lie below the inbox, beside one another, and count their pairs once', () => {
    expect(renderUnit(delivery()).map(({ path, pairs }) => [path, pairs])).toStrictEqual([
      ['inbox/droid/a1/macd.json', 30],
      ['inbox/droid/a1/macd.calls.jsonl', 0],
      ['inbox/droid/a1/macd.review.md', 0],
    ])
  })

  test('never leave the inbox, whatever the task is called', () => {
    expect(messageFrom(() => renderUnit(delivery({ task: '../../.github' })))).toContain('"../../.github"')
    expect(messageFrom(() => renderUnit(delivery({ agent: 'a/b' })))).toContain('"a/b"')
  })

  test('come in pieces that each fit a part, with calls and rejections in the first alone', () => {
    const pairs = Array.from({ length: 320 }, (_, i) => pair(i + 1, { answer: 'long '.repeat(500) }))
    const files = renderUnit(delivery({ pairs }))
    const pieces = [...Map.groupBy(files, file => file.path.split('.')[0] ?? '').values()]
    expect(pieces.length).toBeGreaterThan(2)
    expect(files.map(file => file.path)).toContain('inbox/droid/a1/macd-2.json')
    for (const piece of pieces) expect(fitsPart(piece)).toBe(true)
    for (const file of files) expect(Buffer.byteLength(file.text)).toBeLessThanOrEqual(partLimits.fileBytes)
    const units = pieces.map(([json, calls]) => readUnit(json?.text ?? '', calls?.text ?? ''))
    expect(units.flatMap(unit => unit.pairs)).toStrictEqual(pairs)
    expect(units.map(unit => unit.calls.length)).toStrictEqual([1, ...Array.from({ length: units.length - 1 }, () => 0)])
    expect(units.reduce((sum, unit) => sum + unit.planted.asked, 0)).toBe(3)
  })
})

describe('a reviewer', () => {
  const { json, calls } = textsOf()
  const edit = (
    change: (rows: ReturnType<typeof parsePairFile>['pairs']) => ReturnType<typeof parsePairFile>['pairs'],
  ): string => {
    const file = parsePairFile(json)
    return JSON.stringify({ ...file, pairs: change(file.pairs) }, null, 4)
  }

  test('who only reformats the file has edited nothing', () => {
    expect(
      readPairs(
        edit(rows => rows),
        calls,
      ),
    ).toStrictEqual(delivery().pairs)
  })

  test('who rewrites an answer wins, and the pair says so and keeps its id', () => {
    const [first, second] = readPairs(
      edit(rows => rows.map((row, i) => (i === 0 ? { ...row, answer: 'Better.' } : row))),
      calls,
    )
    expect(first).toStrictEqual({ ...pair(1), answer: 'Better.', review: { ...pair(1).review, state: 'edited' } })
    expect(second).toStrictEqual(pair(2))
    expect(pairSchema.parse(first)).toStrictEqual(first)
  })

  test('who rewrites a question gives the pair a new id, and its nearest neighbour is not known any more', () => {
    const [first] = readPairs(
      edit(rows => rows.map((row, i) => (i === 0 ? { ...row, question: 'What is MACD?' } : row))),
      calls,
    )
    expect(first?.id).toBe(pairId('macd', 'What is MACD?'))
    expect(first?.dedup).toMatchObject({ nearest_id: '', jaccard: 0 })
  })

  test('who changes a quote takes its measured match away', () => {
    const [first] = readPairs(
      edit(rows => rows.map(row => ({ ...row, citations: row.citations.map(one => ({ ...one, quote: 'Mine.' })) }))),
      calls,
    )
    expect(first?.citations).toMatchObject([{ n: 1, quote: 'Mine.', match_score: 0 }])
  })

  test('who deletes pairs leaves the others as they were', () => {
    expect(
      readPairs(
        edit(rows => rows.slice(2, 4)),
        calls,
      ),
    ).toStrictEqual([pair(3), pair(4)])
  })

  test.each([
    ['an unknown type', 'Row 2 ("macd.2")', (row: object) => ({ ...row, type: 'riddle' })],
    ['an empty question', 'Row 2 ("macd.2")', (row: object) => ({ ...row, question: '' })],
    ['a key that is none', 'Row 2 ("macd.2")', (row: object) => ({ ...row, comment: 'hm' })],
    ['a handle that stands twice', 'Row 2 ("macd.1")', (row: object) => ({ ...row, handle: 'macd.1' })],
    ['a pair added by hand', 'Row 2 ("macd.999")', (row: object) => ({ ...row, handle: 'macd.999' })],
    ['something that is no row', 'Row 2: ', () => 'what?'],
  ])('who leaves %s is told the row in one line', (_what, named, change) => {
    const file = parsePairFile(json)
    const broken = JSON.stringify({ ...file, pairs: file.pairs.map((row, i) => (i === 1 ? change(row) : row)) })
    const message = messageFrom(() => readPairs(broken, calls))
    expect(message).toContain(named)
    expect(message).not.toContain('\n')
  })

  test('who breaks the JSON or empties the file is told so in one line', () => {
    for (const broken of ['', '{', 'null', '[]', '{"pairs": 3}', json.replace('"version": 1', '"version": 2')])
      expect(messageFrom(() => readPairs(broken, calls))).toMatch(/^Expected .*[^\n]$/)
    expect(messageFrom(() => readPairs(json, 'oops'))).toContain('Line 1 of the calls')
    expect(messageFrom(() => readPairs(json, calls.split('\n').slice(1).join('\n')))).toContain('`meta`')
  })
})

test('the same question about the same indicator has one id, however it is punctuated', () => {
  expect(pairId('macd', 'What is  MACD?')).toBe(pairId('macd', 'what is macd'))
  expect(pairId('macd', 'What is it?')).not.toBe(pairId('rsi', 'What is it?'))
  expect(pairId('macd', 'What is it?')).toMatch(/^[0-9a-f]{16}$/)
})
