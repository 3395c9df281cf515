import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { renderUnit } from '../../src/dataset/pair-file.ts'
import { renderRetraction } from '../../src/dataset/database/retractions.ts'
import type { FileChange } from '../../src/forge/forge.ts'
import { openLocalForge } from '../../src/forge/local/local-forge.ts'
import { createQuestionIndexes } from '../../src/index-cache/question-indexes.ts'
import { createLookUps } from '../../src/session/look-up.ts'
import { createStateBook, type StateBook } from '../../src/session/state-book.ts'
import type { Task } from '../../src/domain/task.ts'
import { delivery, pair } from '../dataset/sample-pairs.ts'
import { makePart, makeTask } from '../domain/samples.ts'
import { commitOnBranch, makeRepository, systemClock } from '../forge/local/local-fixture.ts'

const shard = 'database/2026/11/one.jsonl'
const ids = { macd: 'a'.repeat(16), rsi: 'b'.repeat(16) }
const questions = {
  macd: 'How does the MACD histogram show that momentum is fading?',
  rsi: 'Which level of the relative strength index do traders call overbought?',
  adx: 'At which value does the average directional index tell a trend from a range?',
  basis: 'Why does the basis of a dated future shrink towards its settlement?',
}
const rowsOf = (rows: Readonly<Record<string, string>>): string =>
  Object.entries(rows)
    .map(([id, question]) => `${JSON.stringify({ id, question, answer: 'A.' })}\n`)
    .join('')
const delivered = (task: string, question: string): readonly FileChange[] =>
  renderUnit(delivery({ task, pairs: [pair(1, { question })] })).map(({ path, text }) => ({ path, text }))

const makeWorld = async () => {
  const top = mkdtempSync(join(tmpdir(), 'perpetual-look-'))
  onTestFinished(() => rmSync(top, { recursive: true, force: true }))
  const folder = makeRepository(join(top, 'repository'), { bare: true })
  const cache = join(top, 'cache')
  const forge = await openLocalForge({ repository: folder, clock: systemClock })
  onTestFinished(() => forge.close())
  const tasks: Task[] = []
  const book: StateBook = { ...createStateBook(forge.state), tasks: async () => tasks }
  const reads: string[] = []
  const counted = {
    ...forge,
    contents: {
      ...forge.contents,
      read: (head: string | null, paths: readonly string[]) => {
        reads.push(...paths)
        return forge.contents.read(head, paths)
      },
    },
  }
  const openSession = (at: string | null = cache) => {
    const indexes = createQuestionIndexes(at)
    onTestFinished(() => indexes.close())
    const open = createLookUps({ forge: counted, book, indexes, openSince: () => '2026-02-01T00:00:00.000Z' })
    return (task: string, scope: 'all' | 'database', question: string) =>
      open({ task, scope })([{ key: 'k', question }]).then(matches => matches.map(({ nearest }) => nearest))
  }
  const openPart = async (id: string, files: readonly FileChange[], openedAt: string | null = null) => {
    const branch = `perpetual/p/${id}-1`
    const asked = { title: id, body: '', labels: [], draft: false, reviewers: [], message: 'Deliver' }
    const pull = await forge.pulls.open({ ...asked, branch, files })
    const part = makePart({ state: 'open', pull: pull.number, branch, openedAt, paths: files.map(({ path }) => path) })
    tasks.push(makeTask({ id, parts: [part] }))
  }
  const commit = (files: readonly FileChange[]) => commitOnBranch(folder, 'main', files)
  return { cache, reads, openSession, openPart, commit }
}

describe('a look-up', () => {
  test('finds what the database, merged deliveries and open parts have, without the task’s own', async () => {
    const world = await makeWorld()
    world.commit([{ path: shard, text: rowsOf({ [ids.macd]: questions.macd }) }, ...delivered('a2', questions.rsi)])
    await world.openPart('a3', delivered('a3', questions.adx))
    const look = world.openSession()
    expect(await look('a1', 'all', questions.macd)).toEqual([ids.macd])
    expect(await look('a1', 'all', `${questions.macd} Now`)).toEqual([ids.macd])
    expect(await look('a1', 'all', questions.rsi)).toEqual(['inbox/droid/a2/macd.json#macd.1'])
    expect(await look('a1', 'all', questions.adx)).toEqual(['inbox/droid/a3/macd.json#macd.1'])
    expect(await look('a1', 'all', questions.basis)).toEqual([])
    expect(await look('a2', 'all', questions.rsi)).toEqual([])
    expect(await look('a3', 'all', questions.adx)).toEqual([])
  })

  test('of two tasks at the same time leaves out the own part of each alone', async () => {
    const world = await makeWorld()
    await world.openPart('a1', delivered('a1', questions.macd))
    await world.openPart('a2', delivered('a2', questions.rsi))
    const look = world.openSession()
    const found = await Promise.all([
      look('a1', 'all', questions.macd),
      look('a2', 'all', questions.macd),
      look('a1', 'all', questions.rsi),
      look('a2', 'all', questions.rsi),
    ])
    expect(found).toEqual([[], ['inbox/droid/a1/macd.json#macd.1'], ['inbox/droid/a2/macd.json#macd.1'], []])
  })

  test('forgets deliveries that wait unread for too long, and keeps rows, what was opened since, or nobody knows when', async () => {
    const world = await makeWorld()
    await world.openPart('a1', delivered('a1', questions.macd), '2026-01-31T23:59:59.999Z')
    await world.openPart('a2', delivered('a2', questions.rsi), '2026-02-01T00:00:00.000Z')
    await world.openPart('a3', delivered('a3', questions.adx))
    await world.openPart('i1', [{ path: shard, text: rowsOf({ [ids.macd]: questions.basis }) }], '2026-01-01T00:00:00.000Z')
    const look = world.openSession()
    expect(await look('a4', 'all', questions.macd)).toEqual([])
    expect(await look('a4', 'all', questions.rsi)).toEqual(['inbox/droid/a2/macd.json#macd.1'])
    expect(await look('a4', 'all', questions.adx)).toEqual(['inbox/droid/a3/macd.json#macd.1'])
    for (const scope of ['all', 'database'] as const) expect(await look('a4', scope, questions.basis)).toEqual([ids.macd])
  })

  test('of integration sees rows, merged or waiting, and no deliveries', async () => {
    const world = await makeWorld()
    world.commit([{ path: shard, text: rowsOf({ [ids.macd]: questions.macd }) }, ...delivered('a2', questions.rsi)])
    await world.openPart('i1', [{ path: 'database/2026/11/two.jsonl', text: rowsOf({ [ids.rsi]: questions.adx }) }])
    await world.openPart('a3', delivered('a3', questions.basis))
    const look = world.openSession()
    expect(await look('i2', 'database', questions.macd)).toEqual([ids.macd])
    expect(await look('i2', 'database', questions.adx)).toEqual([ids.rsi])
    expect(await look('i1', 'database', questions.adx)).toEqual([])
    expect(await look('i2', 'database', questions.rsi)).toEqual([])
    expect(await look('i2', 'database', questions.basis)).toEqual([])
  })

  test('passes over rejects, rows that were retracted and lines that are none', async () => {
    const world = await makeWorld()
    const row = rowsOf({ [ids.macd]: questions.macd, [ids.rsi]: questions.rsi })
    world.commit([
      { path: shard, text: `${row}not JSON\n{"id":1}\n` },
      { path: 'database/2026/11/one.rejects.jsonl', text: rowsOf({ x: questions.adx }) },
    ])
    const look = world.openSession()
    expect(await look('a1', 'all', questions.macd)).toEqual([ids.macd])
    expect(await look('a1', 'all', questions.adx)).toEqual([])
    const retraction = { version: 1, selector: 'macd.1', because: 'wrong', by: 'ann', at: '2026-11-22T10:00:00.000Z' } as const
    world.commit([{ path: 'database/retractions.jsonl', text: renderRetraction({ ...retraction, ids: [ids.macd] }) }])
    expect(await look('a2', 'all', questions.macd)).toEqual([])
    expect(await look('a2', 'all', questions.rsi)).toEqual([ids.rsi])
  })

  test('reads each file once, in this session and the next, and goes by what stands there now', async () => {
    const world = await makeWorld()
    world.commit([{ path: shard, text: rowsOf({ [ids.macd]: questions.macd }) }, ...delivered('a2', questions.rsi)])
    const readShards = (): string[] => world.reads.splice(0).filter(path => path !== 'database/retractions.jsonl')
    const look = world.openSession()
    await look('a1', 'all', questions.macd)
    expect(readShards()).toEqual([shard, 'inbox/droid/a2/macd.json'])
    world.commit([{ path: 'database/2026/12/three.jsonl', text: rowsOf({ [ids.rsi]: questions.adx }) }])
    expect(await look('a4', 'all', questions.adx)).toEqual([ids.rsi])
    expect(readShards()).toEqual(['database/2026/12/three.jsonl'])
    const next = world.openSession()
    expect(await next('a4', 'all', questions.macd)).toEqual([ids.macd])
    expect(readShards()).toEqual([])
    world.commit([{ path: shard, text: rowsOf({ [ids.macd]: questions.basis }) }])
    expect(await next('a5', 'all', questions.macd)).toEqual([])
    expect(await next('a5', 'all', questions.basis)).toEqual([ids.macd])
  })

  test('without a cache, or with one that cannot be used, finds the same', async () => {
    const world = await makeWorld()
    world.commit([{ path: shard, text: rowsOf({ [ids.macd]: questions.macd }) }])
    mkdirSync(join(world.cache, 'database-v1-1.sqlite'), { recursive: true })
    for (const at of [null, world.cache]) expect(await world.openSession(at)('a1', 'all', questions.macd)).toEqual([ids.macd])
  })
})
