import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRetracted } from '../../src/dataset/database/retractions.ts'
import type { DatabaseRow } from '../../src/dataset/database/row.ts'
import { templatedQuestions } from '../../bench/templated-questions.ts'
import { row, rows } from '../dataset/database/sample-rows.ts'
import { type DatabaseRepository, makeDatabase, shardObjects } from './database-repository.ts'
import { git, makeFolder, perpetual, removeFolders } from './perpetual.ts'

afterAll(removeFolders)
const because = ['--because', 'the <b>formula</b> is wrong']

describe('perpetual database retract', () => {
  const database = makeDatabase(rows(40))
  const retracted = () => readRetracted(git(database.folder, 'show', 'main:database/retractions.jsonl'))

  it('waits for a person where integration merges nothing by itself, and extends the open pull request', async () => {
    const waiting = makeDatabase(rows(40), 'pipelines: { claude-integration: { integration: { merge: never } } }\n')
    const first = await waiting.json('retract', 'macd.3', ...because)
    expect(first).toMatchObject({ ids: [row(3).id], pull: { number: 1, state: 'open' } })
    expect(await waiting.json('retract', 'macd.3', ...because)).toMatchObject({ ids: [], already: 1, pull: { number: 1 } })
    const more = await waiting.json('retract', '--domain', 'site-3.example.org', ...because)
    expect(more).toMatchObject({ already: 1, pull: { number: 1, state: 'open' } })
    expect(more['ids']).toHaveLength(9)
    expect(git(waiting.folder, 'for-each-ref', 'refs/heads/perpetual/retractions').trim().split('\n')).toHaveLength(1)
    expect(readRetracted(git(waiting.folder, 'show', 'perpetual/retractions/1:database/retractions.jsonl')).size).toBe(10)
    expect(await waiting.json('stats')).toMatchObject({ rows: 40 })
  })

  it('loses no pair when several retract at once', async () => {
    const ids = [10, 11, 12, 13].map(number => row(number).id)
    const ran = await Promise.all(ids.map(id => database.run('retract', id, ...because)))
    expect(ran.map(({ code, stderr }) => ({ code, stderr }))).toStrictEqual(
      ids.map(() => ({ code: 0, stderr: expect.any(String) as string })),
    )
    for (const id of ids) expect(retracted().has(id)).toBe(true)
  })
})

/** Each question once, as pairs of every kind. */
const templatedRows = (count: number): DatabaseRow[] =>
  [...new Set(templatedQuestions(Math.ceil(count * 1.2), 7))].slice(0, count).map((question, i) => row(i + 1, { question }))

describe('a database of 100,000 rows', () => {
  const count = 100_000
  const heap = { NODE_OPTIONS: '--max-old-space-size=400' }
  let database: DatabaseRepository
  let objects = ''
  const one = row(1, { question: templatedQuestions(2, 7)[0] ?? '' })

  /** The command in a process of its own, whose heap is bounded. */
  const run = async (...args: readonly string[]) => {
    const ran = await perpetual(['--json', 'database', ...args], {
      cwd: database.folder,
      environment: { ...database.environment, ...heap },
    })
    expect({ code: ran.code, stderr: ran.stderr }).toMatchObject({ code: 0 })
    return JSON.parse(ran.stdout) as Record<string, unknown>
  }

  beforeAll(() => {
    database = makeDatabase(templatedRows(count))
    objects = shardObjects(database.folder)
  }, 300_000)

  it('is counted and verified', async () => {
    expect(await run('stats')).toMatchObject({ rows: count, retracted: 0, unlisted: 0 })
    expect(await run('verify')).toMatchObject({ sound: true, rows: count })
  })

  it('leaves nothing half when building it is stopped', async () => {
    const folder = makeFolder()
    const file = join(folder, 'pairs.sqlite')
    writeFileSync(file, 'before')
    let asked = false
    const once = () => {
      if (asked || !existsSync(folder) || readdirSync(folder).length < 2) return false
      asked = true
      return true
    }
    const { folder: cwd, environment } = database
    const { code, stderr } = await perpetual(['database', 'build', '--output', file], { cwd, environment, interruptWhen: once })
    expect(code).toBe(1)
    expect(stderr).toContain('Stopped before the end; nothing was written.')
    expect(readFileSync(file, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toStrictEqual(['pairs.sqlite'])
  })

  it('is built, searched, retracted from and exported, and its shards stay byte for byte the same', async () => {
    const file = join(makeFolder(), 'pairs.sqlite')
    expect(await run('build', '--output', file, '--parquet')).toMatchObject({ rows: count })
    const parquet = await asyncBufferFromFile(file.replace('.sqlite', '.parquet'))
    expect((await parquetMetadataAsync(parquet)).num_rows).toBe(BigInt(count))
    const words = one.question.split(' ')
    const best = async () =>
      ((await run('search', '--limit', '5', '--', ...words)) as { hits: { id: string }[] }).hits.map(({ id }) => id)
    expect(await best()).toContain(one.id)
    expect(await run('retract', one.id, ...because)).toMatchObject({ ids: [one.id], pull: { state: 'merged' } })
    expect(await best()).not.toContain(one.id)
    expect(await run('retract', '--domain', 'site-2.example.org', ...because)).toMatchObject({ already: expect.any(Number) })
    const left = (await run('stats')) as { rows: number; totals: { byDomain: Record<string, number> } }
    expect(left.rows).toBeGreaterThan(74_000)
    expect(left.rows).toBeLessThan(76_000)
    expect(left.totals.byDomain['site-2.example.org']).toBeUndefined()
    expect(await run('verify')).toMatchObject({ sound: true, rows: count, retracted: count - left.rows })
    const folder = makeFolder()
    expect(await run('export', '--format', 'huggingface', '--output', folder)).toMatchObject({ rows: left.rows })
    const parts = readdirSync(join(folder, 'data'))
    expect(parts).toStrictEqual(['train-00000-of-00002.parquet', 'train-00001-of-00002.parquet'])
    const last = await asyncBufferFromFile(join(folder, 'data', parts[1] ?? ''))
    expect(await parquetReadObjects({ file: last, columns: ['id'] })).toHaveLength(left.rows - 50_000)
    expect(shardObjects(database.folder)).toBe(objects)
    expect(git(database.folder, 'status', '--porcelain')).toBe('')
  })
})
