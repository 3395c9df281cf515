import { describe, expect, test } from 'vitest'
import { extendManifest, type Manifest } from '../../../src/dataset/database/manifest.ts'
import { readRetracted, renderRetraction } from '../../../src/dataset/database/retractions.ts'
import { renderShard, type DatabaseRow, type Shard } from '../../../src/dataset/database/row.ts'
import { describeSelector, domainOf, matches, pairSelector } from '../../../src/dataset/database/selector.ts'
import { pairId } from '../../../src/dataset/pair-id.ts'
import { createVerifier, describeFault } from '../../../src/dataset/database/verify.ts'
import { row, rows, shardsOf } from './sample-rows.ts'

const all = rows(40)
const shards = shardsOf(all, 20)
const retracted = new Set<string>()
const manifest = extendManifest(null, shards, { goal: 100, retracted })

const faultOf = (found: readonly Shard[], of: Manifest | null = manifest, rehearsal = false): string => {
  const verifier = createVerifier({ manifest: of, retracted, rehearsal })
  for (const shard of found) {
    const fault = verifier.shard({ ...shard, rejects: '' })
    if (fault !== undefined) return describeFault(fault)
  }
  const fault = verifier.end()
  return fault === undefined ? 'sound' : describeFault(fault)
}

/** The shards with the third row of the second one changed. */
const changed = (change: (row: DatabaseRow) => DatabaseRow): Shard[] =>
  shards.map((shard, i) =>
    i === 1 ? { ...shard, text: renderShard(all.slice(20).map((one, at) => (at === 2 ? change(one) : one))) } : shard,
  )

describe('verifying', () => {
  test('finds a sound database sound, with its manifest and without', () => {
    expect(faultOf(shards)).toBe('sound')
    expect(faultOf(shards, null)).toBe('sound')
    expect(faultOf([])).toContain('which the manifest lists, found none')
    expect(faultOf([], null)).toBe('sound')
  })

  const place = `${shards[1]?.path}:3 (macd.23): `
  test.each<[string, (row: DatabaseRow) => DatabaseRow, string]>([
    ['an edited question', one => ({ ...one, question: 'Something else?' }), 'expected the id '],
    ['a made-up id', one => ({ ...one, id: 'f'.repeat(16) }), 'expected the id '],
    ['the hash of another question', one => ({ ...one, dedup: row(1).dedup }), 'expected `dedup.question_sha256`'],
    [
      'an edited quote',
      one => ({ ...one, citations: one.citations.map(each => ({ ...each, quote: 'Mine.' })) }),
      'expected `quote_sha256` of citation 1',
    ],
    ['a pair of the embedded provider', one => ({ ...one, flags: ['rehearsal'] }), 'expected no pair of the embedded provider'],
    [
      'a pair of the embedded provider whose flag was taken off',
      one => ({ ...one, flags: [], generation: { ...one.generation, model_served: 'rehearsal/writer' } }),
      'expected no pair of the embedded provider',
    ],
    [
      'a question that stands twice, about another indicator',
      one => {
        const { question, dedup } = row(5)
        return { ...one, indicator_id: 'other', question, dedup, id: pairId('other', question) }
      },
      'expected every question once, this one stands in',
    ],
  ])('names the row with %s', (_what, change, words) => {
    expect(faultOf(changed(change))).toContain(place + words)
    expect(faultOf(changed(change), null)).toContain(place + words)
  })

  test('names a row that stands twice, and where it stood first', () => {
    expect(faultOf(changed(() => row(5)))).toContain(`${shards[1]?.path}:3 (macd.5): expected every id once`)
    expect(faultOf(changed(() => row(5)))).toContain(`stands in ${shards[0]?.path}:5 too`)
  })

  test('names the shard in which an answer was edited, a row removed, or more added', () => {
    expect(faultOf(changed(one => ({ ...one, answer: one.answer.replace('An', 'no') })))).toContain('SHA-256')
    expect(faultOf(shards.map(shard => ({ ...shard, text: `${shard.text.split('\n')[0]}\n` })))).toContain(
      'bytes that the manifest has',
    )
    expect(faultOf(shards.slice(0, 1))).toBe(`${shards[1]?.path}: expected this shard, which the manifest lists, found none`)
  })

  test('names the number in which the manifest differs', () => {
    const totals = { ...manifest.totals, byModel: { ...manifest.totals.byModel, 'model/a': 99 } }
    expect(faultOf(shards, { ...manifest, totals })).toBe(
      'database/manifest.json: expected totals.byModel.model/a to be 13, got 99',
    )
  })

  test('tells of shards that the manifest does not list, and lets a rehearsal have its own pairs', () => {
    const more: Shard = { path: 'database/2026/12/new-1.jsonl', text: renderShard(rows(3, 1000)) }
    const verifier = createVerifier({ manifest, retracted: new Set([all[0]?.id ?? '']), rehearsal: true })
    for (const shard of [...shards, more]) expect(verifier.shard({ ...shard, rejects: '' })).toBeUndefined()
    expect(verifier.end()).toBeUndefined()
    expect(verifier.seen()).toStrictEqual({ rows: 43, retracted: 1, unlisted: [more.path] })
    expect(
      faultOf(
        changed(one => ({ ...one, flags: ['rehearsal'] })),
        null,
        true,
      ),
    ).toBe('sound')
  })
})

describe('retractions', () => {
  const ids = Array.from({ length: 450 }, (_, i) => i.toString(16).padStart(16, '0'))
  const lines = renderRetraction({
    version: 1,
    selector: 'domain:example.org',
    because: 'line\nbreak " </script>',
    by: 'ada',
    at: '2026-11-22T10:00:00.000Z',
    ids,
  })

  test('come back as they were written, a few hundred to a line, and twice is once', () => {
    expect(lines.trimEnd().split('\n')).toHaveLength(3)
    expect([...readRetracted(lines)]).toStrictEqual(ids)
    expect(readRetracted(lines + lines)).toStrictEqual(readRetracted(lines))
    expect(readRetracted('')).toStrictEqual(new Set())
  })

  test.each(['oops\n', '{}\n', '\n', lines.replace('"version":1', '"version":2'), lines.replace('0000000000000000', 'x')])(
    'that somebody broke are never passed over: %j',
    broken => {
      expect(() => readRetracted(broken)).toThrow(/^Expected a retraction, got database\/retractions\.jsonl:1: /)
    },
  )

  test('are chosen by handle, id, task, domain with what is below it, and model', () => {
    const one = row(1)
    const below = { ...one, citations: one.citations.map(each => ({ ...each, url: 'https://a.Example.org./x' })) }
    expect(pairSelector('MACD.17')).toStrictEqual({ type: 'handle', value: 'MACD.17' })
    expect(pairSelector(one.id.toUpperCase())).toStrictEqual({ type: 'id', value: one.id })
    expect(['https://www.Example.org/page', 'EXAMPLE.org', 'www.example.org'].map(domainOf)).toStrictEqual(
      Array.from({ length: 3 }, () => 'example.org'),
    )
    for (const value of ['example.org', 'a.example.org']) expect(matches({ type: 'domain', value }, below)).toBe(true)
    for (const value of ['ample.org', 'b.example.org', 'org.evil']) expect(matches({ type: 'domain', value }, below)).toBe(false)
    expect(matches({ type: 'model', value: one.generation.model_served }, one)).toBe(true)
    expect(matches({ type: 'task', value: 'a1' }, one)).toBe(true)
    expect(matches({ type: 'task', value: 'a2' }, one)).toBe(false)
    expect(describeSelector({ type: 'task', value: 'a2' })).toBe('task:a2')
  })
})
