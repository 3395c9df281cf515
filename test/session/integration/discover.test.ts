import { describe, expect, it } from 'vitest'
import { parseIntegrationSource } from '../../../src/domain/integration-task.ts'
import { extendManifest, renderManifest } from '../../../src/dataset/database/manifest.ts'
import { manifestPath, retractionsPath } from '../../../src/dataset/database/paths.ts'
import { readRetracted, renderRetraction } from '../../../src/dataset/database/retractions.ts'
import { renderShard } from '../../../src/dataset/database/row.ts'
import { rows as sampleRows } from '../../dataset/database/sample-rows.ts'
import type { Task } from '../../../src/domain/task.ts'
import { deliveryName, deliveryNames, deliveryTaskId } from '../../../src/session/integration/delivery-task.ts'
import { discoverDeliveries } from '../../../src/session/integration/discover.ts'

const clock = { now: () => '2026-11-22T10:00:00.000Z', sleep: () => Promise.resolve() }

/** What is found where these files are on the default branch and these tasks in the state. */
const discover = (files: Readonly<Record<string, string>>, tasks: readonly Task[] = []) => {
  const paths = Object.keys(files)
  const contents = {
    head: () => Promise.resolve('abc'),
    list: (_head: string | null, folder: string) => Promise.resolve(paths.filter(path => path.startsWith(`${folder}/`))),
    read: (_head: string | null, wanted: readonly string[]) =>
      Promise.resolve(new Map(wanted.flatMap(path => (path in files ? [[path, files[path] ?? ''] as const] : [])))),
    readBytes: () => Promise.resolve(undefined),
    versions: () => Promise.resolve(new Map<string, string>()),
  }
  return discoverDeliveries({
    forge: { contents },
    book: { tasks: () => Promise.resolve(tasks) },
    clock,
    pipeline: 'claude-integration',
  })
}

const path = 'inbox/droid/session_01/macd.json'
const shard = `database/2026/11/${deliveryName(path)}.jsonl`

describe('what integration finds by itself', () => {
  it('is each merged file that people or pipelines delivered, and nothing that only goes with one', async () => {
    const found = await discover({
      [path]: '',
      'inbox/droid/session_01/macd.calls.jsonl': '',
      'inbox/droid/session_01/macd.review.md': '',
      'inbox/other/rows.csv': '',
      'inbox/other/.hidden.json': '',
      'inbox/other/notes.txt': '',
      'tasks/x.json': '',
    })
    expect(found.map(({ body }) => parseIntegrationSource(body))).toEqual([
      { type: 'delivery', paths: [path], commit: 'abc' },
      { type: 'delivery', paths: ['inbox/other/rows.csv'], commit: 'abc' },
    ])
    expect(found[0]?.id).toMatch(/^droid-session_01-macd-[0-9a-f]{8}$/)
  })

  it('is one task for the new files of a folder, so that a reviewer is asked once, and of many files several', async () => {
    const videos = Array.from({ length: 14 }, (_, n) => `inbox/droid/lectures/video-${String(n).padStart(2, '0')}.json`)
    const found = await discover(Object.fromEntries([...videos, path].map(each => [each, ''])))
    expect(found.map(({ title }) => title)).toEqual([
      'Integrate 12 files of inbox/droid/lectures',
      'Integrate 2 files of inbox/droid/lectures',
      `Integrate ${path}`,
    ])
    expect(new Set(found.map(({ id }) => id)).size).toBe(3)
    const [first] = found
    const late = 'inbox/droid/lectures/video-99.json'
    const more = await discover(
      { ...Object.fromEntries(videos.map(each => [each, ''])), [late]: '' },
      first === undefined ? [] : [first],
    )
    expect(more.map(({ body }) => parseIntegrationSource(body))).toEqual([
      { type: 'delivery', paths: [...videos.slice(12), late], commit: 'abc' },
    ])
  })

  it('is not what a task or a shard knows already, also where the state was lost', async () => {
    const [task] = await discover({ [path]: '' })
    expect(await discover({ [path]: '' }, task === undefined ? [] : [{ ...task, status: 'blocked' }])).toEqual([])
    const again = await discover({ [path]: '', [shard]: '', [shard.replace('.jsonl', '-2.jsonl')]: '' })
    expect(again.map(({ body }) => parseIntegrationSource(body)?.type)).toEqual(['card'])
    const second = await discover({ [path]: '', [shard.replace('.jsonl', '-r2.rejects.jsonl')]: '' })
    expect(second).toEqual([])
  })

  it('knows the tasks of older versions, which had one file each, and none whose text nobody can read', async () => {
    const [task] = await discover({ [path]: '' })
    if (task === undefined) throw new Error('Expected a task')
    const older = { ...task, body: JSON.stringify({ type: 'delivery', path, commit: 'abc' }) }
    expect(parseIntegrationSource(older.body)).toEqual({ type: 'delivery', paths: [path], commit: 'abc' })
    expect(await discover({ [path]: '' }, [{ ...older, id: 'renamed' }])).toEqual([])
    expect(await discover({ [path]: '' }, [{ ...task, body: 'unreadable' }])).toEqual([])
  })

  it('has a shard of its own in each attempt, and goes on with the unit that an older version began', async () => {
    const [task] = await discover({ [path]: '' })
    if (task === undefined) throw new Error('Expected a task')
    const name = deliveryName(path)
    expect(deliveryNames(task, path)).toEqual({ unit: name, shard: name })
    expect(deliveryNames({ ...task, id: `${task.id}-r3`, redoes: task.id }, path)).toEqual({ unit: name, shard: `${name}-r3` })
    const begun = { unit: 'file', name: 'macd', ended: false, calls: 1, callsExpected: 2, accepted: 0, rejected: {} }
    expect(deliveryNames({ ...task, units: [begun] }, path)).toEqual({ unit: 'file', shard: name })
  })

  it('is the card once nothing else waits, one at a time, and not again after a person closed it', async () => {
    const [card] = await discover({ [shard]: '' })
    expect(card).toMatchObject({ priority: 'p1', id: expect.stringMatching(/^card-[0-9a-f]{8}$/) })
    if (card === undefined) throw new Error('Expected a card')
    expect(await discover({ [shard]: '' }, [{ ...card, status: 'in-review' }])).toEqual([])
    expect(await discover({ [shard]: '' }, [{ ...card, status: 'rejected' }])).toEqual([])
    const more = { [shard]: '', [shard.replace(/[0-9a-f]{8}\.jsonl/, '00000000.jsonl')]: '' }
    expect(await discover(more, [{ ...card, status: 'rejected' }])).toHaveLength(1)
    const withFile = await discover({ [shard]: '', 'inbox/other/rows.csv': '' })
    expect(withFile.map(({ id }) => id.startsWith('card-'))).toEqual([false])
  })

  it('is no card of a shard that cannot be read, which so keeps no other waiting; nor is one that asks for a person in the way', async () => {
    const broken = { 'database/2026/11/broken.jsonl': '{"id":1}\n' }
    expect(await discover(broken)).toEqual([])
    const [card] = await discover({ ...broken, [shard]: '' })
    expect(card?.title).toMatch(/^Count 1 new shard /)
    if (card === undefined) throw new Error('Expected a card')
    const blocked = { ...card, status: 'blocked' } as const
    expect(await discover({ ...broken, [shard]: '' }, [blocked])).toEqual([])
    expect(await discover({ [shard]: '', [shard.replace('.jsonl', '-2.jsonl')]: '' }, [blocked])).toHaveLength(1)
  })

  it('is a card where something was retracted since the last one, once', async () => {
    const rows = sampleRows(3)
    const written = { path: shard, text: renderShard(rows) }
    const none = { goal: 100, retracted: new Set<string>() }
    const retractions = renderRetraction({
      version: 1,
      selector: 'macd.1',
      because: 'x',
      by: 'local',
      at: clock.now(),
      ids: rows.slice(0, 1).map(({ id }) => id),
    })
    const files = {
      [shard]: written.text,
      [manifestPath]: renderManifest(extendManifest(null, [written], none)),
      [retractionsPath]: retractions,
    }
    const [card] = await discover(files)
    expect(card?.title).toBe('Count what was retracted into the manifest and the card')
    const counted = extendManifest(null, [written], { ...none, retracted: readRetracted(retractions) })
    expect(await discover({ ...files, [manifestPath]: renderManifest(counted) })).toEqual([])
    expect(await discover(files, card === undefined ? [] : [{ ...card, status: 'rejected' }])).toEqual([])
  })

  it('gives names that files and branches can bear, whatever a path holds', () => {
    for (const hostile of ['inbox/../../etc/x.json', 'inbox/Ünï/☃.json', `inbox/${'a'.repeat(300)}/b.json`, 'inbox/-.-/.json'])
      for (const name of [deliveryName(hostile), deliveryTaskId([hostile, `${hostile}l`])])
        expect(name).toMatch(/^[a-z0-9][a-z0-9_-]{0,60}-[0-9a-f]{8}$/)
  })
})
