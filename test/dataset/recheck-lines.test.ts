import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPairLines } from '../../src/dataset/recheck-lines.ts'
import { renderUnit } from '../../src/dataset/pair-file.ts'
import { anyDelivery, delivery } from './sample-pairs.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('the lines of the pairs in a file', () => {
  it('are those of their handles, as delivered and however it was reformatted', () => {
    const text = renderUnit(delivery())[0]?.text ?? ''
    for (const written of [text, JSON.stringify(JSON.parse(text), null, 4), text.replaceAll('\n', '\r\n'), `\ufeff${text}`]) {
      const lines = written.split('\n')
      const found = findPairLines(written)
      if (found.type !== 'rows') throw new Error(found.problem)
      expect(found.lines.map(line => /"handle": "(.*?)"/u.exec(lines[line - 1] ?? '')?.[1])).toEqual(
        Array.from({ length: 30 }, (_, index) => `macd.${index + 1}`),
      )
    }
  })

  it('are those on which they begin where they name no handle, or are no objects', () => {
    const text = '{\n"pairs": [\n3,\n{ "a": { "handle": 1 } },\n[\n{ "handle": 1 }],\n{\n"handle": 2\n}\n] }'
    expect(findPairLines(text)).toEqual({ type: 'rows', lines: [3, 4, 5, 8] })
  })

  it('are those of the last list where the name stands twice', () => {
    expect(findPairLines('{"pairs": [{}, {}],\n"pairs": [\n{}]}')).toEqual({ type: 'rows', lines: [3] })
  })

  it('are found at every depth of nesting', () => {
    const deep = 200_000
    expect(findPairLines(`{"pairs": [${'['.repeat(deep)}${']'.repeat(deep)}]}`)).toEqual({ type: 'rows', lines: [1] })
  })
})

describe('a text that is no JSON', () => {
  it.each([
    ['{\n  "pairs": [\n    { "handle": "macd.1", }\n  ]\n}', 3, 27, 'Expected a name in double quotes, found `}`'],
    ['{\n  "pairs": [1,\n  ]\n}', 3, 3, 'Expected a value, found `]`'],
    ['{ "a": 1\n  "b": 2 }', 2, 3, 'Expected `,` or `}`, found a text'],
    ['{ "a": "one\ntwo" }', 1, 8, 'Expected a value, found something that is no JSON'],
    ['{ "a": "\\x" }', 1, 8, 'Expected a value, found something that is no JSON'],
    ['{ "a" 1 }', 1, 7, 'Expected `:` after a name, found a value'],
    ["{ 'a': 1 }", 1, 3, 'Expected a name in double quotes or `}`, found something that is no JSON'],
    ['{ "a": 1', 1, 9, 'Expected `,` or `}`, found the end of the file'],
    ['', 1, 1, 'Expected a value, found the end of the file'],
    ['{}\n<<<<<<< main\n', 2, 1, 'Expected nothing more, found something that is no JSON'],
    ['{ "a": 01 }', 1, 8, 'Expected a value, found something that is no JSON'],
  ])('%j is broken at line %i, column %i', (...[text, line, column, problem]) => {
    expect(findPairLines(text)).toEqual({ type: 'broken', place: { line, column }, problem })
  })

  it('is what the runtime takes for none, whatever it is', () => {
    const signs = fc.string({ unit: fc.constantFrom(...Array.from('{}[],:"\\\n \t0123e.-+aé\u2028')), maxLength: 3 })
    const piece = fc.oneof(signs, fc.constantFrom('true', 'null', '"a"', '"\\u00e9"', '1e5', '{"pairs":['))
    const random = fc.array(piece, { maxLength: 12 }).map(parts => parts.join(''))
    const cut = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', '}', ',', '\u0001')).map(([text, at, put]) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + put + text.slice(place + 1)
    })
    fc.assert(
      fc.property(fc.oneof(random, cut, fc.json()), text => {
        expect(findPairLines(text).type).toBe(isJson(text) ? 'rows' : 'broken')
      }),
      { numRuns: 3000 },
    )
  })

  it('is never made of a delivery', () => {
    fc.assert(
      fc.property(anyDelivery, unit => {
        expect(findPairLines(renderUnit(unit)[0]?.text ?? '')).toMatchObject({
          type: 'rows',
          lines: { length: unit.pairs.length },
        })
      }),
      { numRuns: 50 },
    )
  })
})
