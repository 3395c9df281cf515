import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isShardPath, isStrayPath, rejectsPathOf, shardPathOf } from '../../../src/dataset/database/paths.ts'
import { readRejects, type Reject, renderRejects } from '../../../src/dataset/database/rejects.ts'
import { parseShard, readShard, renderShard, renderShards } from '../../../src/dataset/database/row.ts'
import { partLimits } from '../../../src/dataset/parts.ts'
import { hostileTexts } from '../sample-pairs.ts'
import { anyRows, row, rows } from './sample-rows.ts'

const path = shardPathOf('macd-0a1b2c3d', '2026-11-22T10:00:00.000Z')

describe('a shard', () => {
  test('comes back as the rows that it was rendered from, and renders to the same bytes, whatever the texts hold', () => {
    fc.assert(
      fc.property(anyRows, all => {
        const text = renderShard(all)
        expect(parseShard({ path, text })).toStrictEqual(all)
        expect(renderShard(parseShard({ path, text }))).toBe(text)
        expect(text.split('\n')).toHaveLength(all.length + 1)
      }),
      { numRuns: 40 },
    )
  })

  test('has the same bytes whatever the order in which a row got its keys', () => {
    const one = row(1)
    const turned = { ...Object.fromEntries(Object.entries(one).toReversed()), generation: one.generation } as typeof one
    expect(renderShard([turned])).toBe(renderShard([one]))
  })

  test('is split so that GitHub shows each file whole, and loses no row', () => {
    const all = rows(300).map(one => ({ ...one, answer: 'long '.repeat(500) }))
    const shards = renderShards(path, all)
    expect(shards.map(shard => shard.path)).toContain('database/2026/11/macd-0a1b2c3d-2.jsonl')
    for (const { text, path: each } of shards) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(partLimits.fileBytes)
      expect(isShardPath(each)).toBe(true)
    }
    expect(shards.flatMap(parseShard)).toStrictEqual(all)
  })

  test('may hold one row that is larger than any file should be', () => {
    const huge = row(2, { answer: 'x'.repeat(partLimits.fileBytes) })
    expect(renderShards(path, [row(1), huge, row(3)]).map(parseShard)).toStrictEqual([[row(1)], [huge], [row(3)]])
  })

  test('without rows is one empty file', () => {
    expect(renderShards(path, [])).toStrictEqual([{ path, text: '' }])
    expect(parseShard({ path, text: '' })).toStrictEqual([])
  })

  const lines = renderShard(rows(3)).split('\n')
  test.each([
    ['JSON that is cut off', lines[1]?.slice(0, 90), 'expected JSON'],
    ['an unknown grade', JSON.stringify({ ...row(2), grade: 'S' }), 'grade'],
    ['a key too many', JSON.stringify({ ...row(2), note: '' }), 'note'],
    ['a key too few', JSON.stringify({ ...row(2), origin: undefined }), 'origin'],
    ['an empty line', '', 'expected JSON'],
    ['no object', 'null', 'object'],
  ])('with %s names file, line and what is wrong', (_what, line, words) => {
    const text = [lines[0], line, lines[2], ''].join('\n')
    expect(readShard(text)).toMatchObject({ type: 'mistake', line: 2, message: expect.stringContaining(words) })
    expect(() => parseShard({ path, text })).toThrow(`${path}:2: `)
  })

  test('is told from rejects and from strays by its name', () => {
    expect(rejectsPathOf(path)).toBe('database/2026/11/macd-0a1b2c3d.rejects.jsonl')
    for (const other of [rejectsPathOf(path), 'database/retractions.jsonl', 'database/manifest.json', 'database/2026/x.jsonl'])
      expect(isShardPath(other)).toBe(false)
    expect(
      [path, rejectsPathOf(path), 'database/retractions.jsonl', 'database/2026/11/A b.jsonl'].filter(isStrayPath),
    ).toStrictEqual(['database/2026/11/A b.jsonl'])
  })
})

test('rejects come back as they were written, and a broken line takes nothing with it', () => {
  const rejects = hostileTexts.map((text, i): Reject => ({
    version: 1,
    source_path: text,
    handle: `macd.${i}`,
    question: text,
    gate: 'injection',
    reason: text,
    at: '2026-11-22T10:00:00.000Z',
  }))
  expect(readRejects(renderRejects(rejects))).toStrictEqual(rejects)
  expect(readRejects(`oops\n${renderRejects(rejects.slice(0, 2))}`)).toStrictEqual(rejects.slice(0, 2))
})
