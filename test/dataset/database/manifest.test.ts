import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { renderCard, shardGlob } from '../../../src/dataset/database/card.ts'
import { renderGrowth } from '../../../src/dataset/database/growth.ts'
import {
  extendManifest,
  type Manifest,
  type NewShard,
  parseManifest,
  renderManifest,
} from '../../../src/dataset/database/manifest.ts'
import { renderRejects } from '../../../src/dataset/database/rejects.ts'
import { renderShards } from '../../../src/dataset/database/row.ts'
import { hostileTexts } from '../sample-pairs.ts'
import { anyRows, row, rows, shardsOf } from './sample-rows.ts'

const facts = { goal: 300, retracted: new Set<string>() }
const all = rows(120)
const shards: NewShard[] = shardsOf(all, 20).map(shard => ({
  ...shard,
  rejects: renderRejects([
    {
      version: 1,
      source_path: 'inbox/x',
      handle: 'x.1',
      question: '?',
      gate: 'number',
      reason: '',
      at: '2026-11-22T10:00:00.000Z',
    },
  ]),
}))
const whole = extendManifest(null, shards, facts)

describe('a manifest', () => {
  test('is the same whatever the steps in which shards were taken in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(shards, { minLength: shards.length }), fc.nat(shards.length), (order, at) => {
        const first = extendManifest(null, order.slice(0, at), facts)
        expect(extendManifest(first, order.slice(at), facts)).toStrictEqual(whole)
      }),
      { numRuns: 30 },
    )
  })

  test('does not change when the same shards come again', () => {
    expect(extendManifest(whole, shards, facts)).toStrictEqual(whole)
    expect(extendManifest(null, [...shards, ...shards], facts)).toStrictEqual(whole)
  })

  test('counts what there is', () => {
    expect(whole).toMatchObject({
      rows: 120,
      goal: 300,
      totals: { rows: 120, citations: 120, quotes: { verified: 108, all: 120 } },
    })
    expect(whole.totals.rejectedByGate).toStrictEqual({ number: 6 })
    expect(whole.totals.byReview).toStrictEqual({ 'merged-unread': 108, checked: 12 })
    expect(whole.history.map(day => [day.date, day.rows])).toStrictEqual([
      ['2026-10-30', 30],
      ['2026-11-01', 60],
      ['2026-11-02', 90],
      ['2026-11-20', 120],
    ])
  })

  test('leaves retracted rows out of what counts toward the goal, and tells those that were erased from those that are there', () => {
    const retracted = new Set(['0123456789abcdef', all[0]?.id ?? '', all[50]?.id ?? ''])
    const anew = extendManifest(null, shards, { goal: 300, retracted })
    expect(anew).toMatchObject({ rows: 118, totals: { rows: 120, retracted: 2, erased: 1 } })
    expect(extendManifest(anew, [], { goal: 300, retracted: new Set([...retracted, all[3]?.id ?? '']) }).rows).toBe(117)
  })

  test('comes back as it was rendered, whatever names the rows brought', () => {
    const names = ['__proto__', 'constructor', '1', ...hostileTexts]
    const hostile = names.map((name, i) => row(i + 1, { topic: [name], license: name }))
    const made = extendManifest(null, renderShards('database/2026/11/h-1.jsonl', hostile), facts)
    expect(Object.values(made.totals.byTopic).reduce((sum, each) => sum + each, 0)).toBe(names.length)
    expect(parseManifest(renderManifest(made))).toStrictEqual(made)
    fc.assert(
      fc.property(anyRows, some => {
        const one = extendManifest(null, renderShards('database/2026/11/h-2.jsonl', some), facts)
        expect(parseManifest(renderManifest(one))).toStrictEqual(one)
      }),
      { numRuns: 20 },
    )
  })

  test('is refused in one line where somebody broke it', () => {
    for (const broken of ['', '{', '[]', renderManifest(whole).replace('"version": 1', '"version": 2')])
      expect(() => parseManifest(broken)).toThrow(/^Expected a manifest in database\/manifest\.json: .*[^\n]$/)
  })

  test('names the first row of a new shard that cannot be read', () => {
    expect(() => extendManifest(whole, [{ path: 'database/2026/11/new-1.jsonl', text: 'oops\n' }], facts)).toThrow(
      'database/2026/11/new-1.jsonl:1: ',
    )
  })
})

const cardOf = (manifest: Manifest): string =>
  renderCard({
    title: 'Crypto indicators',
    manifest,
    dataset: { language: 'en', license: 'CC-BY-4.0' },
    dataFiles: shardGlob,
    growth: 'growth.svg',
  })

describe('the dataset card', () => {
  test('begins with what Hugging Face reads', () => {
    const [, front = ''] = cardOf(whole).split('---\n')
    expect(parse(front)).toMatchObject({
      license: 'cc-by-4.0',
      language: ['en'],
      size_categories: ['n<1K'],
      task_categories: ['question-answering', 'text-generation'],
      configs: [{ config_name: 'default', data_files: [{ split: 'train', path: shardGlob }] }],
    })
  })

  test('has the numbers', () => {
    const card = cardOf(whole)
    expect(card).toContain('**120 of 300 pairs** (40.0 %)')
    expect(card).toContain('Looked at by people: 12 (10.0 %); merged without being read: 108.')
    expect(card).toContain('108 of 120 (90.0 %)')
    expect(card).toContain('| number | 6 | 100.0 % |')
  })

  test('shows hostile names as text, in the front matter too', () => {
    const hostile = hostileTexts.map((name, i) => row(i + 1, { topic: [name], license: name }))
    const manifest = extendManifest(null, renderShards('database/2026/11/h-1.jsonl', hostile), facts)
    const card = renderCard({ title: '"\n---\n<b>', manifest, dataset: { language: 'en', license: 'x"\n- y' }, dataFiles: 'x' })
    expect(card.slice(card.indexOf('\n---\n'))).not.toMatch(/<script|<!--|<b>|<\/details|^\| a \| b \|$/m)
    expect(parse(card.split('\n---\n')[0]?.slice(4) ?? '')).toMatchObject({ pretty_name: '"\n---\n<b>', license: 'x"\n- y' })
  })

  test('of an empty database says so without a division by nothing', () => {
    const card = cardOf(extendManifest(null, [], facts))
    expect(card).toContain('**0 of 300 pairs** (0.0 %)')
    expect(card).not.toMatch(/NaN|Infinity/)
  })
})

describe('the growth picture', () => {
  test.each([
    ['nothing', []],
    ['one day', whole.history.slice(0, 1)],
    ['four days', whole.history],
    ['more than the goal', [{ date: '2026-11-22', rows: 1_234_567, added: 1_234_567 }]],
  ])('of %s stays inside its frame', (_what, history) => {
    const svg = renderGrowth({ history, goal: 300 })
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    const numbers = [...svg.matchAll(/(?:x|x1|x2)="([\d.-]+)"/g)].map(([, value]) => Number(value))
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(760)
    const points = [...svg.matchAll(/points="([^"]*)"/g)].flatMap(([, list = '']) =>
      list.split(' ').map(point => point.split(',')[1]),
    )
    const heights = [...svg.matchAll(/(?:y|y1|y2)="([\d.-]+)"/g)]
      .map(([, y]) => y)
      .concat(points)
      .map(Number)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...heights)).toBeLessThanOrEqual(280)
  })
})
