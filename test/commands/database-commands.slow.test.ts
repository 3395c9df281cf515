import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { searchSqlite } from '../../src/database/search.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { renderShard } from '../../src/dataset/database/row.ts'
import { readRetracted } from '../../src/dataset/database/retractions.ts'
import { hostileTexts } from '../dataset/sample-pairs.ts'
import { row, rows } from '../dataset/database/sample-rows.ts'
import { makeDatabase, shardObjects } from './database-repository.ts'
import { git, makeFolder, removeFolders } from './perpetual.ts'

afterAll(removeFolders)

const all = rows(2000)
const shared = makeDatabase(all)
const linesIn = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as unknown)

describe('perpetual database', () => {
  it('counts 2,000 rows against the goal, and finds them sound', async () => {
    const { stdout } = await shared.run('stats')
    expect(stdout).toContain('2000 of 30000 pairs (6.7 %)')
    expect(stdout).toContain('1800 were merged without being read (90.0 %).')
    expect(stdout).toMatch(/667 +33\.4 % {2}model\/b/)
    expect(await shared.json('stats')).toMatchObject({ rows: 2000, goal: 30_000, retracted: 0, unlisted: 0 })
    expect(await shared.run('verify')).toMatchObject({
      code: 0,
      stdout: 'All 2000 rows in 14 shards are sound, 0 of them retracted.\n',
    })
  })

  it('searches with the file that it built, and builds it again once there are other rows', async () => {
    const database = makeDatabase(rows(20))
    const hits = async (words: string) =>
      (await database.json('search', ...words.split(' '))) as { hits: { id: string }[]; by: string }
    expect((await hits('reading 17 trader')).hits.map(({ id }) => id)).toStrictEqual([row(17).id])
    const [cache = ''] = readdirSync(database.environment['PERPETUAL_CACHE'] ?? '')
    const file = join(database.environment['PERPETUAL_CACHE'] ?? '', cache, 'pairs.sqlite')
    const built = readFileSync(file)
    database.commit({ 'notes.txt': 'x' })
    expect((await hits('zebra trader')).by).toBe('any')
    expect(readFileSync(file).equals(built)).toBe(true)
    database.commit({ 'database/2026/12/new-1.jsonl': `${JSON.stringify(row(777))}\n` })
    expect((await hits('777')).hits).toHaveLength(1)
    writeFileSync(file, 'damaged')
    expect((await hits('777')).hits).toHaveLength(1)
    // As after a row was erased: the same files, one of which holds less.
    const [shard] = database.shards
    database.commit({ [shard?.path ?? '']: renderShard(rows(16)) })
    expect((await hits('reading 17 trader')).hits.map(({ id }) => id)).not.toContain(row(17).id)
    expect(git(database.folder, 'status', '--porcelain')).toBe('')
  })

  it('takes every word as a word, whatever it means to the query language', async () => {
    const file = join(makeFolder(), 'pairs.sqlite')
    await makeDatabase(rows(2)).run('build', '--output', file)
    for (const words of ['a"', 'NEAR(', 'question:*', 'a" OR 1 --', 'x; DROP TABLE pairs', '-momentum', '^a', ...hostileTexts])
      expect(searchSqlite(file, `momentum ${words}`, 5).hits).toHaveLength(2)
    expect(await shared.run('search', '--', '" ( *')).toStrictEqual({
      code: 2,
      stdout: '',
      stderr: 'perpetual: Expected words to search for, got "\\" ( *"\n',
    })
  })

  it('shows hostile texts without what a terminal would obey', async () => {
    const hostile = hostileTexts.map((text, i) =>
      row(i + 1, { question: `needle ${i} ${text}`, short_answer: text, answer: text }),
    )
    const database = makeDatabase(hostile)
    const { stdout, code } = await database.run('search', 'needle', '--limit', '50')
    expect(code).toBe(0)
    expect(stdout).toContain(`${hostile.length} pairs.`)
    expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/u)
    expect(await database.json('verify')).toMatchObject({ sound: true, rows: hostile.length })
  })

  it('builds SQLite and Parquet that others can read, where it is told', async () => {
    const folder = makeFolder()
    const { code, stdout } = await shared.run('build', '--output', join(folder, 'pairs.sqlite'), '--parquet')
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('2000 pairs in ') as string })
    expect(readdirSync(folder).toSorted()).toStrictEqual(['pairs.parquet', 'pairs.sqlite'])
    const database = new DatabaseSync(join(folder, 'pairs.sqlite'), { readOnly: true })
    expect(database.prepare('SELECT count(*) AS n FROM pairs JOIN citations ON citations.pair_id = pairs.id').get()).toEqual({
      n: 2000,
    })
    expect(database.prepare("SELECT value FROM meta WHERE key = 'commit'").get()).toEqual({
      value: git(shared.folder, 'rev-parse', 'main').trim(),
    })
    database.close()
    const read = await parquetReadObjects({
      file: await asyncBufferFromFile(join(folder, 'pairs.parquet')),
      rowStart: 0,
      rowEnd: 3,
    })
    expect(read[0]).toMatchObject({
      id: row(1).id,
      topic: ['technical', 'momentum'],
      citation_match_scores: [97],
      faithfulness: 5,
    })
  })

  it('takes away what a killed process left beside the file, and nothing that a living one makes', async () => {
    const folder = makeFolder()
    const names = [
      '.pairs.sqlite.making-999999999',
      '.pairs.sqlite.making-999999999-journal',
      `.pairs.sqlite.making-${process.ppid}`,
    ]
    for (const name of names) writeFileSync(join(folder, name), 'half')
    expect((await makeDatabase(rows(2)).run('build', '--output', join(folder, 'pairs.sqlite'))).code).toBe(0)
    expect(readdirSync(folder).toSorted()).toStrictEqual([names[2], 'pairs.sqlite'])
  })
})

describe('perpetual database retract', () => {
  const twice = row(2, { question: 'Another question with a handle that stands twice?', handle: 'macd.1' })
  const database = makeDatabase([...rows(1), twice, ...rows(30, 3)])
  const retracted = () => readRetracted(git(database.folder, 'show', 'main:database/retractions.jsonl'))
  const because = ['--because', 'the <b>formula</b> is wrong']

  it('asks for the id where a handle names several pairs, and says where they are', async () => {
    const { code, stderr } = await database.run('retract', 'macd.1', ...because)
    expect(code).toBe(2)
    expect(stderr).toContain('Expected one pair named `macd.1`, found 2; name its id: ')
    for (const id of [row(1).id, twice.id]) expect(stderr).toContain(`${id} (database/2026/11/task-00000.jsonl, `)
  })

  it('takes a pair back through a pull request, once, and everything that reads obeys', async () => {
    const before = shardObjects(database.folder)
    expect(await database.json('retract', twice.id, ...because)).toMatchObject({ ids: [twice.id], pull: { state: 'merged' } })
    const head = git(database.folder, 'rev-parse', 'main')
    expect(await database.run('retract', twice.id, ...because)).toMatchObject({
      code: 0,
      stdout: 'Nothing to do. 1 was retracted before.\n',
    })
    expect(git(database.folder, 'rev-parse', 'main')).toBe(head)
    expect(shardObjects(database.folder)).toBe(before)
    expect([...retracted()]).toStrictEqual([twice.id])
    expect(await database.json('stats')).toMatchObject({ rows: 31, retracted: 1 })
    expect(await database.json('verify')).toMatchObject({ sound: true, rows: 32, retracted: 1 })
    expect(await database.json('search', 'another handle stands twice')).toMatchObject({ by: 'any' })
    const folder = makeFolder()
    expect(await database.json('export', '--format', 'jsonl', '--output', folder)).toMatchObject({ rows: 31 })
  })

  it.each([
    [[], 'got none'],
    [['macd.3', '--task', 'a1'], 'got several'],
    [['macd.999'], 'Expected pairs of the database for `macd.999`, found none'],
    [['--task', ''], 'got an empty one'],
  ])('refuses %j in one line', async (args, expected) => {
    const { code, stderr } = await database.run('retract', ...args, ...because)
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(expected) as string })
    expect((await database.run('retract', 'macd.3')).stderr).toContain('Expected a reason')
  })
})

describe('perpetual database verify', () => {
  it('names the first wrong row and ends with 1', async () => {
    const database = makeDatabase(rows(30))
    const [shard] = database.shards
    if (shard === undefined) throw new Error('no shard')
    database.commit({ [shard.path]: shard.text.replace('reading number 7', 'reading number 7000') })
    const { code, stderr, stdout } = await database.run('verify')
    expect({ code, stdout }).toStrictEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(`Wrong: ${shard.path}:7 (macd.7): expected the id `)
  })

  it('tells of shards that the manifest has not got yet, and of files that nobody reads', async () => {
    const database = makeDatabase(rows(3))
    database.commit({ 'database/2026/11/new-1.jsonl': `${JSON.stringify(row(50))}\n`, 'database/2026/11/My Rows.jsonl': '' })
    const { code, stdout } = await database.run('verify')
    expect(code).toBe(0)
    expect(stdout).toContain('1 files are not in the manifest yet; the next card brings them: database/2026/11/new-1.jsonl.')
    expect(stdout).toContain('not named like a shard, so nobody reads them: database/2026/11/My Rows.jsonl.')
  })
})

describe('perpetual database export', () => {
  it('asks for a licence first, and says where it is set', async () => {
    const folder = join(makeFolder(), 'out')
    const { code, stderr } = await makeDatabase(rows(2), '').run('export', '--format', 'jsonl', '--output', folder)
    expect(code).toBe(2)
    expect(stderr).toContain('set `dataset.license` in .github/perpetual.yml')
    expect(existsSync(folder)).toBe(false)
  })

  it.each([
    [
      'messages',
      {
        messages: [
          { role: 'user', content: row(1).question },
          { role: 'assistant', content: row(1).answer },
        ],
      },
    ],
    [
      'sharegpt',
      {
        conversations: [
          { from: 'human', value: row(1).question },
          { from: 'gpt', value: row(1).answer },
        ],
      },
    ],
    ['alpaca', { instruction: row(1).question, input: '', output: row(1).answer }],
  ])('writes %s with model, provider, domains and licence of every row', async (format, expected) => {
    const folder = join(makeFolder(), 'out')
    expect(await shared.json('export', '--format', format, '--output', folder)).toMatchObject({ rows: 2000, left: 0 })
    const lines = linesIn(join(folder, `${format}.jsonl`))
    expect(lines).toHaveLength(2000)
    expect(lines[0]).toStrictEqual({
      ...expected,
      id: row(1).id,
      model: 'model/b',
      provider: 'Example',
      source_domains: ['site-1.example.org'],
      grade: 'B',
      license: 'CC-BY-4.0',
    })
  })

  it('leaves out models, providers, domains and low grades', async () => {
    const folder = join(makeFolder(), 'out')
    const without = ['--without-model', 'model/c', '--without-provider', 'other', '--without-domain', 'SITE-3.example.org']
    await shared.json('export', '--format', 'jsonl', '--output', folder, ...without, '--min-grade', 'D')
    const left = all.filter(
      ({ generation, citations, grade }) =>
        generation.model_served !== 'model/c' &&
        generation.provider !== 'Other' &&
        citations[0]?.url !== 'https://site-3.example.org/macd' &&
        ['A', 'B', 'C', 'D'].includes(grade),
    )
    expect(linesIn(join(folder, 'jsonl.jsonl'))).toStrictEqual(left.map(one => ({ ...one, license: 'CC-BY-4.0' })))
  })

  it('makes a Hugging Face folder whose card names the files that are there', async () => {
    const folder = makeFolder()
    await shared.json('export', '--format', 'huggingface', '--output', folder, '--without-model', 'model/c')
    expect(readdirSync(join(folder, 'data'))).toStrictEqual(['train-00000-of-00001.parquet'])
    const card = readFileSync(join(folder, 'README.md'), 'utf8')
    expect(parse(card.split('---\n')[1] ?? '')).toMatchObject({
      license: 'cc-by-4.0',
      configs: [{ config_name: 'default', data_files: [{ split: 'train', path: 'data/train-*.parquet' }] }],
    })
    const file = await asyncBufferFromFile(join(folder, 'data', 'train-00000-of-00001.parquet'))
    const read = await parquetReadObjects({ file })
    const kept = all.filter(({ generation }) => generation.model_served !== 'model/c')
    expect(read.map(each => each['id'])).toStrictEqual(kept.map(({ id }) => id))
    expect(read.at(-1)).toMatchObject({ question: kept.at(-1)?.question, flags: [], source_domains: [expect.any(String)] })
  })

  it('writes into a folder with files only with --force, and leaves what is not its own', async () => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    writeFileSync(join(folder, 'data', 'train-00007-of-00009.parquet'), 'old')
    const args = ['export', '--format', 'huggingface', '--output', folder]
    const { code, stderr } = await shared.run(...args)
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('which has files') as string })
    expect((await shared.run(...args, '--force')).code).toBe(0)
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine')
    expect(readdirSync(join(folder, 'data'))).toStrictEqual(['train-00000-of-00001.parquet'])
  })
})
