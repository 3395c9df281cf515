import { mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { templatedQuestions } from '../../bench/templated-questions.ts'
import { createDuplicateIndex, normalizeQuestion } from '../../src/dataset/duplicates.ts'
import { cacheFolderForTest, filesOf, indexIn } from './index-kit.ts'

const macd = 'How does the MACD histogram show that momentum is fading?'
const nearMacd = 'How does the MACD histogram show momentum is fading?'
const rsi = 'Which level of the relative strength index do traders call overbought?'
const shard = 'database/2026/11/one.jsonl'
const second = 'database/2026/11/two.jsonl'

const newestFile = (folder: string): string =>
  join(
    folder,
    readdirSync(folder)
      .filter(name => name.endsWith('.sqlite'))
      .toSorted()
      .at(-1) ?? '',
  )

describe('the index of questions', () => {
  test.each(['on disk', 'in memory'])(
    'tells exact and near repetitions with their place, and lets others pass (%s)',
    async where => {
      const index = indexIn(where === 'on disk' ? cacheFolderForTest() : null)
      const { files, read } = filesOf({ [shard]: [rsi, macd] })
      await index.hold(files, read)
      expect(await index.find(' how does the macd histogram show THAT momentum is fading')).toEqual({
        id: `${shard}#1`,
        path: shard,
        jaccard: 1,
        exact: true,
      })
      expect(await index.find(nearMacd)).toMatchObject({ id: `${shard}#1`, exact: false })
      expect(await index.find('What is the funding rate of a perpetual future?')).toBeUndefined()
    },
  )

  test('finds what the index in memory finds, on templated questions', async () => {
    const known = [...new Set(templatedQuestions(1200, 21).map(normalizeQuestion))]
    const plain = createDuplicateIndex()
    for (const [n, question] of known.entries()) plain.add(`${shard}#${n}`, question)
    const index = indexIn(cacheFolderForTest())
    const { files, read } = filesOf({ [shard]: known })
    await index.hold(files, read)
    const asked = [...templatedQuestions(200, 22), ...known.slice(0, 40), 'Something else?']
    let differing = 0
    for (const question of asked) {
      const [left, right] = [plain.find(question), await index.find(question)]
      if (left?.id !== right?.id || left?.jaccard !== right?.jaccard) differing += 1
    }
    expect(asked.filter(question => plain.find(question) !== undefined).length).toBeGreaterThan(40)
    // The table in memory lets some buckets share a slot, which uses up a little of its effort.
    expect(differing / asked.length).toBeLessThanOrEqual(0.01)
  })

  test('is there again in the next process, reads new files alone, and forgets files that are gone', async () => {
    const folder = cacheFolderForTest()
    const first = indexIn(folder)
    const before = filesOf({ [shard]: [macd] })
    await first.hold(before.files, before.read)
    first.close()
    const next = indexIn(folder)
    const after = filesOf({ [shard]: [macd], [second]: [rsi] })
    await next.hold(after.files, after.read)
    expect(after.reads).toEqual([second])
    expect(await next.find(nearMacd)).toMatchObject({ path: shard })
    const without = filesOf({ [second]: [rsi] })
    await next.hold(without.files, without.read)
    expect(await next.find(nearMacd)).toBeUndefined()
    expect(await next.find(rsi)).toMatchObject({ path: second, exact: true })
    expect(without.reads).toEqual([])
  })

  test('reads a file again when it has changed, and goes by what stands in it now', async () => {
    const index = indexIn(cacheFolderForTest())
    const before = filesOf({ [shard]: [macd] })
    await index.hold(before.files, before.read)
    const after = filesOf({ [shard]: [rsi] }, '2')
    await index.hold(after.files, after.read)
    expect(after.reads).toEqual([shard])
    expect(await index.find(macd)).toBeUndefined()
    expect(await index.find(rsi)).toMatchObject({ id: `${shard}#0` })
  })

  test('passes over what is not to count, and names the next one', async () => {
    const index = indexIn(null)
    const { files, read } = filesOf({ [shard]: [macd], [second]: [macd, nearMacd] })
    await index.hold(files, read)
    expect(await index.find(macd)).toMatchObject({ path: shard })
    expect(await index.find(macd, ({ path }) => path !== shard)).toMatchObject({ path: second, exact: true })
    expect(await index.find(macd, ({ id }) => id.startsWith(second) && id.endsWith('1'))).toMatchObject({ exact: false })
    expect(await index.find(macd, () => false)).toBeUndefined()
  })

  test('is made anew without the files that are gone when they are the larger part', async () => {
    const folder = cacheFolderForTest()
    const index = indexIn(folder)
    const many = filesOf(Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`inbox/a/t/${n}.json`, [`Question ${n}?`]])))
    await index.hold(many.files, many.read)
    const few = filesOf({ [shard]: [macd] })
    await index.hold(few.files, few.read)
    expect(await index.find(macd)).toMatchObject({ path: shard })
    expect(readdirSync(folder).filter(name => name.endsWith('.sqlite'))).toEqual(['database-v1-2.sqlite'])
  })

  test('answers two looks at the same time from what both brought', async () => {
    const index = indexIn(cacheFolderForTest())
    const { files, read } = filesOf({ [shard]: [macd] })
    const [, found] = await Promise.all([index.hold(files, read), index.find(macd), index.hold(files, read)])
    expect(found).toMatchObject({ path: shard })
  })
})

describe('a cache that is not as it was left', () => {
  const made = async (questions: readonly string[]) => {
    const folder = cacheFolderForTest()
    const index = indexIn(folder)
    const { files, read } = filesOf({ [shard]: questions })
    await index.hold(files, read)
    index.close()
    return folder
  }
  const many = [macd, ...templatedQuestions(60, 31)]

  const damages: Readonly<Record<string, (file: string) => void>> = {
    'is no database': file => writeFileSync(file, 'nothing of ours '.repeat(4000)),
    'was cut short': file => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096),
    'has pages of zeros': file => writeFileSync(file, Buffer.alloc(statSync(file).size - 8192), { flag: 'r+', flush: true }),
    'is of another program': file => {
      writeFileSync(file, '')
      const other = new DatabaseSync(file)
      other.exec('CREATE TABLE item (a, b); PRAGMA user_version = 1')
      other.close()
    },
    'has lost a table': file => {
      const database = new DatabaseSync(file)
      database.exec('DROP TABLE bucket')
      database.close()
    },
    'has values of other kinds': file => {
      const database = new DatabaseSync(file)
      database.exec("UPDATE item SET keys = 'none'")
      database.close()
    },
  }
  test.each(Object.entries(damages))('is made anew when it %s', async (_, damage) => {
    const folder = await made(many)
    damage(newestFile(folder))
    const index = indexIn(folder)
    const { files, read, reads } = filesOf({ [shard]: many })
    await index.hold(files, read)
    expect(await index.find(nearMacd)).toMatchObject({ path: shard, exact: false })
    expect(reads).toEqual([shard])
    expect(readdirSync(folder).filter(name => name.endsWith('.sqlite'))).toEqual(['database-v1-2.sqlite'])
    index.close()
    const next = indexIn(folder)
    const again = filesOf({ [shard]: many })
    await next.hold(again.files, again.read)
    expect(again.reads).toEqual([])
  })

  test('that breaks in the middle of a session is made anew, and the question is answered', async () => {
    const folder = cacheFolderForTest()
    const index = indexIn(folder)
    const { files, read, reads } = filesOf({ [shard]: many })
    await index.hold(files, read)
    const other = new DatabaseSync(newestFile(folder))
    other.exec('DROP TABLE bucket')
    other.close()
    expect(await index.find(nearMacd)).toMatchObject({ path: shard })
    expect(reads).toEqual([shard, shard])
  })

  test('is left alone where it cannot be used: the answers come from memory', async () => {
    const folder = cacheFolderForTest()
    const blocked = join(folder, 'file')
    writeFileSync(blocked, '')
    const index = indexIn(join(blocked, 'below'))
    const { files, read } = filesOf({ [shard]: [macd] })
    await index.hold(files, read)
    expect(await index.find(nearMacd)).toMatchObject({ path: shard })
  })

  test('in which a folder stands where the file should be is passed over', async () => {
    const folder = cacheFolderForTest()
    mkdirSync(join(folder, 'database-v1-1.sqlite'))
    const index = indexIn(folder)
    const { files, read } = filesOf({ [shard]: [macd] })
    await index.hold(files, read)
    expect(await index.find(nearMacd)).toMatchObject({ path: shard })
  })

  test('is readable for its owner alone, as questions may be private', async () => {
    const folder = await made([macd])
    expect(statSync(newestFile(folder)).mode & 0o077).toBe(0)
  })

  test('gives way to another error than its own', async () => {
    const index = indexIn(cacheFolderForTest())
    const failing = index.hold([{ path: shard, version: '1' }], async () => {
      throw new Error('GitHub is down')
    })
    await expect(failing).rejects.toThrow('GitHub is down')
    const { files, read } = filesOf({ [shard]: [macd] })
    await index.hold(files, read)
    expect(await index.find(macd)).toMatchObject({ exact: true })
  })
})
