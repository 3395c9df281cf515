import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderUnit } from '../../src/dataset/pair-file.ts'
import { fitsPart, packParts } from '../../src/dataset/parts.ts'
import { delivery, pair } from './sample-pairs.ts'

const limits = { pairs: 10, lines: 40, bytes: 400, fileBytes: 200 }
const unitOf = (name: string, pieces: readonly { pairs: number; bytes: number }[]): Parameters<typeof packParts>[0][number] => ({
  unit: name,
  files: pieces.flatMap(({ pairs, bytes }, i) => [
    { path: `inbox/d/t/${name}${i === 0 ? '' : `-${i + 1}`}.json`, text: 'x'.repeat(bytes), pairs },
    { path: `inbox/d/t/${name}${i === 0 ? '' : `-${i + 1}`}.calls.jsonl`, text: 'y\n'.repeat(3), pairs: 0 },
  ]),
})

const anyUnits = fc.array(fc.array(fc.record({ pairs: fc.nat(10), bytes: fc.nat(200) }), { minLength: 1, maxLength: 4 }), {
  maxLength: 8,
})

describe('parts', () => {
  test('hold every file once, in order, within the limits, and no pair file without what goes with it', () => {
    fc.assert(
      fc.property(anyUnits, shapes => {
        const units = shapes.map((shape, i) => unitOf(`u${i}`, shape))
        const parts = packParts(units, limits)
        expect(parts.flatMap(part => part.files)).toStrictEqual(units.flatMap(unit => unit.files))
        for (const part of parts) {
          expect(fitsPart(part.files, limits)).toBe(true)
          expect(part.files.length % 2).toBe(0)
          expect(part.units).toStrictEqual([...new Set(part.files.map(file => /u\d+/.exec(file.path)?.[0]))])
        }
      }),
    )
  })

  test('are as full as the limits allow', () => {
    const units = ['a', 'b', 'c', 'd'].map(name => unitOf(name, [{ pairs: 4, bytes: 10 }]))
    expect(packParts(units, limits).map(part => part.units)).toStrictEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test('give what passes the limits by itself a part by itself', () => {
    const units = [
      unitOf('a', [{ pairs: 1, bytes: 10 }]),
      unitOf('b', [{ pairs: 1, bytes: 999 }]),
      unitOf('c', [{ pairs: 1, bytes: 10 }]),
    ]
    expect(packParts(units, limits).map(part => part.units)).toStrictEqual([['a'], ['b'], ['c']])
  })

  test('of a real assignment of five indicators with 88 pairs each are few', () => {
    const units = ['a', 'b', 'c', 'd', 'e'].map(id => ({
      unit: id,
      files: renderUnit(
        delivery({
          indicator: { ...delivery().indicator, id },
          pairs: Array.from({ length: 88 }, (_, i) => pair(i + 1)),
        }),
      ),
    }))
    expect(packParts(units).map(part => part.units)).toStrictEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ])
  })
})
