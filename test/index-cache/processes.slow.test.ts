import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { templatedQuestions } from '../../bench/templated-questions.ts'
import { createDuplicateIndex } from '../../src/dataset/duplicates.ts'
import { seededRandom } from '../support/random.ts'
import { cacheFolderForTest, indexIn } from './index-kit.ts'

const indexing = join(import.meta.dirname, 'indexing-process.ts')

/** So many that items are settled as well. */
const files = 300
const perFile = 60

interface Ended {
  readonly code: number | null
  readonly held: boolean
}

/** Indexes the first `upto` files in another process; `killAfterMs` ends it that long after its first line. */
async function run(folder: string, upto: number, killAfterMs?: number): Promise<Ended> {
  const child = spawn(process.execPath, [indexing, folder, '0', String(upto)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let lines = ''
  child.stdout.on('data', (chunk: Buffer) => {
    if (lines === '' && killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    lines += chunk.toString()
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, held: lines.includes('held') }
}

const rowsOf = (n: number) => templatedQuestions(perFile, 1000 + n).map((question, at) => ({ id: `${n}.${at}`, question }))

const asked = [...templatedQuestions(300, 5), ...[0, 150, files - 1].flatMap(n => rowsOf(n).map(({ question }) => question))]

/** What an index in this folder finds, after it was brought up to all files, and how many it still had to read. */
async function findings(folder: string) {
  const index = indexIn(folder)
  let read = 0
  const all = Array.from({ length: files }, (_, n) => ({ path: `database/2026/11/${n}.jsonl`, version: '1' }))
  await index.hold(all, async paths => {
    read += paths.length
    return new Map(paths.map(path => [path, rowsOf(Number(/(\d+)\.jsonl$/.exec(path)?.[1]))]))
  })
  const found: (number | undefined)[] = []
  for (const one of asked) found.push((await index.find(one))?.jaccard)
  return { found, read }
}

/** The share of questions, 0 to 1, for which the index in memory says something else. */
function differing(found: readonly (number | undefined)[]): number {
  const plain = createDuplicateIndex()
  for (let n = 0; n < files; n += 1) for (const { id, question } of rowsOf(n)) plain.add(id, question)
  return asked.filter((one, at) => plain.find(one)?.jaccard !== found[at]).length / asked.length
}

const caches = (folder: string): string[] => readdirSync(folder).filter(name => name.endsWith('.sqlite'))

describe('processes that share a cache', () => {
  test('may be killed at any moment: the next one goes on, and finds what the index in memory finds', async () => {
    const folder = cacheFolderForTest()
    const draw = seededRandom('kills of indexing')
    let kills = 0
    for (let upto = 10; upto <= files; upto += 10) {
      const { code, held } = await run(folder, upto, draw.upTo(250))
      if (code === null && !held) kills += 1
    }
    expect(kills).toBeGreaterThan(4)
    const { found, read } = await findings(folder)
    expect(differing(found)).toBeLessThanOrEqual(0.01)
    // What was written before the kills is still there: nothing was thrown away.
    expect(read).toBeLessThan(files / 2)
    expect(caches(folder)).toEqual(['database-v1-1.sqlite'])
  })

  test('write one after the other, each file once, and find the same', async () => {
    const folder = cacheFolderForTest()
    const ended = await Promise.all([run(folder, files), run(folder, files), run(folder, files / 2)])
    expect(ended).toEqual(ended.map(() => ({ code: 0, held: true })))
    const { found, read } = await findings(folder)
    expect(read).toBe(0)
    expect(differing(found)).toBeLessThanOrEqual(0.01)
    expect(caches(folder)).toEqual(['database-v1-1.sqlite'])
  })
})
