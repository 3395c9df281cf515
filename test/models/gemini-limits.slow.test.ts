import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { batchFor, geminiModel, minuteMs, rehearseGemini, videoItem } from './gemini-samples.ts'
import { failureOf, never } from './samples.ts'

const display = 'owner/data/youtube_1/job-1/1'
const items = ['abcdefghij1', 'abcdefghij2', 'abcdefghij3'].map(id => videoItem(id))
const job = { display, model: geminiModel, items }

test('a job of more bytes than one part of an upload arrives whole', async () => {
  const provider = await rehearseGemini()
  const batch = batchFor(provider.url, { inlineBytes: 1000 })
  const large = ['abcdefghij1', 'abcdefghij2', 'abcdefghij3'].map(id => videoItem(id, { padding: 'é'.repeat(1_600_000) }))
  const { name } = await batch.submit({ ...job, items: large }, never)
  await provider.advance(3 * minuteMs)
  const results = await batch.results(name, large, never)
  expect(results.map(({ result }) => result.type)).toEqual(['answer', 'answer', 'answer'])
})

test('a listing goes through all pages of one key, whoever made the jobs, and of no other key', async () => {
  const provider = await rehearseGemini()
  const batch = batchFor(provider.url)
  await provider.faults('batch-time:1s')
  for (let round = 0; round < 2; round += 1) {
    const batches = Array.from({ length: 65 }, (_, index) => ({
      ...job,
      items: items.slice(0, 1),
      display: `${round}/${index}`,
    }))
    await Promise.all(batches.map(one => batch.submit(one, never)))
    await provider.advance(minuteMs)
  }
  await batchFor(provider.url, { key: 'AIza-sister-key-0123456789' }).submit(job, never)
  const { complete, jobs } = await batch.list(never)
  expect(complete).toBe(true)
  expect(new Set(jobs.map(({ name }) => name)).size).toBe(130)
  expect(jobs.every(({ state }) => state === 'succeeded')).toBe(true)
  expect((await provider.stats()).batches).toMatchObject({ created: 131, peakAlive: 65, alive: 1 })
})

test('no room at 100 jobs alive is a limit, not a fault of ours', async () => {
  const provider = await rehearseGemini()
  const batch = batchFor(provider.url)
  const one = { ...job, items: items.slice(0, 1) }
  await Promise.all(Array.from({ length: 100 }, () => batch.submit(one, never)))
  expect(await failureOf(batch.submit(one, never))).toMatchObject({ failure: 'rate', sent: false, actBy: 'next-run' })
  expect((await provider.stats()).batches.peakAlive).toBe(100)
})

test('the SDK is loaded by the first request that needs it, not before', async () => {
  const script = `
    import { registerHooks } from 'node:module'
    let loads = 0
    registerHooks({ resolve: (name, context, next) => { if (name === '@google/genai') loads += 1; return next(name, context) } })
    const { createGeminiBatch } = await import('./src/models/gemini-batch.ts')
    const { createGemini } = await import('./src/models/gemini.ts')
    const options = { baseUrl: 'http://127.0.0.1:1', key: 'k'.repeat(20), keyName: 'K', timeoutMs: 1000, inlineBytes: 10 }
    createGemini(options)
    const batch = createGeminiBatch(options)
    await batch.list(new AbortController().signal).catch(() => {})
    const before = loads
    await batch.cancel('batches/a', new AbortController().signal).catch(() => {})
    console.log(JSON.stringify([before, loads]))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  expect(stdout.trim()).toBe('[0,1]')
})
