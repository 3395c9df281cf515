import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readSqlite } from '../../src/database-import/read-sqlite.ts'

const databaseOf = (statements: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-sqlite-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'pairs.sqlite')
  const database = new DatabaseSync(path)
  database.exec(statements)
  database.close()
  return path
}

const faq = `CREATE TABLE faq (id INTEGER PRIMARY KEY, "Question" TEXT, "Answer" TEXT, category TEXT);
  INSERT INTO faq VALUES (1, 'What is MACD?', 'A momentum indicator.', 'Momentum'), (2, 'What is RSI?', NULL, '')`

describe('a collection in SQLite', () => {
  test('is read by the names of its columns; a row that says nothing is put aside', async () => {
    const { rows, problems } = await readSqlite(databaseOf(`${faq}; CREATE TABLE log (line TEXT)`))
    expect(rows).toEqual([
      expect.objectContaining({
        row: 1,
        id: '1',
        question: 'What is MACD?',
        answer: 'A momentum indicator.',
        topic: ['Momentum'],
      }),
    ])
    expect(problems).toEqual([{ row: 2, reason: 'expected an answer, found none' }])
  })

  test('of several tables says which there are, and reads the one that is named', async () => {
    const path = databaseOf(
      `${faq}; CREATE TABLE "old ""pairs""" (q TEXT, a TEXT); INSERT INTO "old ""pairs""" VALUES ('Q?', 'A.')`,
    )
    await expect(readSqlite(path)).rejects.toMatchObject({
      actBy: 'fix-config',
      message: expect.stringMatching(/found `faq`, `old "pairs"`; name one with --table$/),
    })
    expect((await readSqlite(path, { table: 'old "pairs"' })).rows.map(({ question }) => question)).toEqual(['Q?'])
    await expect(readSqlite(path, { table: 'log' })).rejects.toThrow('Expected a table `log`')
  })

  test('is never changed, and a view of it is not run', async () => {
    const path = databaseOf(`CREATE VIEW pairs AS SELECT 'Q?' AS question, load_extension('x') AS answer`)
    await expect(readSqlite(path)).rejects.toThrow('found none')
  })

  test('that is none says so in one line', async () => {
    const path = databaseOf('')
    writeFileSync(path, 'no database at all, but long enough to look like one'.repeat(100))
    await expect(readSqlite(path)).rejects.toMatchObject({ actBy: 'fix-config' })
    await expect(readSqlite(`${path}.none`)).rejects.toThrow('Expected an SQLite database at')
  })
})
