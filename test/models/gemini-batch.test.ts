import { describe, expect, test } from 'vitest'
import { batchItemOutcomeSchema } from '../../src/domain/work.ts'
import { batchFor, geminiModel, hourMs, minuteMs, rehearseGemini, videoItem } from './gemini-samples.ts'
import { failureOf, never } from './samples.ts'

const display = 'owner/data/youtube_1/job-1/1'
const items = ['abcdefghij1', 'abcdefghij2', 'abcdefghij3'].map(id => videoItem(id))
const job = { display, model: geminiModel, items }

describe('a batch job', () => {
  test.each([
    ['inline', 1_000_000],
    ['through a file', 10],
  ])('%s goes from alive to succeeded and brings every item once, by its key', async (_, inlineBytes) => {
    const provider = await rehearseGemini()
    const batch = batchFor(provider.url, { inlineBytes })
    const made = await batch.submit(job, never)
    expect(made).toMatchObject({ display, state: 'alive', error: '' })
    await provider.advance(minuteMs)
    expect(await batch.get(made.name, never)).toMatchObject({ name: made.name, display, state: 'alive' })
    await provider.advance(minuteMs)
    expect(await batch.get(made.name, never)).toMatchObject({ state: 'succeeded', createdAt: made.createdAt })
    const results = await batch.results(made.name, items, never)
    expect(results.map(({ key }) => key)).toEqual(items.map(({ key }) => key))
    for (const outcome of results) {
      expect(batchItemOutcomeSchema.parse(outcome)).toEqual(outcome)
      if (outcome.result.type !== 'answer') throw new Error(outcome.result.message)
      const { answer } = outcome.result
      expect(answer).toMatchObject({
        finish: 'stop',
        provider: 'Google',
        modelServed: `rehearsal/${geminiModel}`,
        rehearsal: true,
      })
      expect(answer.usage).toMatchObject({ costUsd: null, inputTokens: expect.any(Number) })
      expect((JSON.parse(answer.text) as { pairs: unknown[] }).pairs).toHaveLength(2)
    }
    expect(new Set(results.map(({ promptSha256 }) => promptSha256)).size).toBe(3)
    expect(new Set(results.map(({ result }) => result.type === 'answer' && result.answer.generationId)).size).toBe(3)
    expect(await batch.results(made.name, items, never)).toEqual(results)
    expect((await provider.stats()).batches).toMatchObject({ created: 1, submits: 1, direct: 0, alive: 0 })
  })

  test('through a file keeps its input until its results are read, and no longer', async () => {
    const provider = await rehearseGemini()
    const batch = batchFor(provider.url, { inlineBytes: 10 })
    const { name } = await batch.submit(job, never)
    await provider.advance(3 * minuteMs)
    expect(await provider.get('files/upload1')).toMatchObject({ name: 'files/upload1', state: 'ACTIVE' })
    await batch.results(name, items, never)
    expect(await provider.get('files/upload1')).toMatchObject({ error: { code: 404 } })
  })

  test('through a file asks exactly what it asks inline', async () => {
    const provider = await rehearseGemini()
    const answers = async (inlineBytes: number) => {
      const batch = batchFor(provider.url, { inlineBytes })
      const { name } = await batch.submit(job, never)
      await provider.advance(3 * minuteMs)
      const results = await batch.results(name, items, never)
      return results.map(({ key, result }) => [key, result.type === 'answer' && [result.answer.text, result.answer.usage]])
    }
    expect(await answers(10)).toEqual(await answers(1_000_000))
  })

  test('tells which items failed and why', async () => {
    const provider = await rehearseGemini()
    const batch = batchFor(provider.url)
    const mixed = [videoItem('abcdefghij1'), videoItem('refuse00001'), videoItem('private0001')]
    const { name } = await batch.submit({ ...job, items: mixed }, never)
    await provider.advance(3 * minuteMs)
    expect(await batch.get(name, never)).toMatchObject({ state: 'partly-succeeded' })
    const [first, second, third] = (await batch.results(name, mixed, never)).map(({ result }) => result)
    expect(first?.type).toBe('answer')
    expect(second).toMatchObject({ type: 'error', code: 3, message: expect.stringContaining('video') })
    expect(third).toMatchObject({ type: 'error', code: 7 })
  })

  test('that failed says why, for itself and for every item', async () => {
    const provider = await rehearseGemini()
    await provider.faults('job-fail:1')
    const batch = batchFor(provider.url)
    const { name } = await batch.submit(job, never)
    await provider.advance(3 * minuteMs)
    const found = await batch.get(name, never)
    expect(found?.state).toBe('failed')
    expect(found?.error).toMatch(/^13 The job failed/)
    const results = await batch.results(name, items, never)
    expect(results.map(({ result }) => result)).toEqual(
      items.map(() => ({ type: 'error', code: 13, message: expect.stringContaining('The job failed') as unknown })),
    )
  })

  test('that never runs expires after 48 hours, without results', async () => {
    const provider = await rehearseGemini()
    await provider.faults('stuck:1')
    const batch = batchFor(provider.url)
    const { name } = await batch.submit(job, never)
    await provider.advance(47 * hourMs)
    expect(await batch.get(name, never)).toMatchObject({ state: 'alive' })
    await provider.advance(hourMs)
    expect(await batch.get(name, never)).toMatchObject({ state: 'expired' })
    const results = await batch.results(name, items, never)
    expect(results.map(({ result }) => result.type)).toEqual(['error', 'error', 'error'])
  })

  test('is cancelled once, and cancelling what has ended or is gone changes nothing', async () => {
    const provider = await rehearseGemini()
    const batch = batchFor(provider.url)
    const { name } = await batch.submit(job, never)
    await batch.cancel(name, never)
    expect(await batch.get(name, never)).toMatchObject({ state: 'cancelled' })
    await batch.cancel(name, never)
    await batch.cancel('batches/never-made', never)
    expect(await batch.get('batches/never-made', never)).toBeUndefined()
  })

  test('that is alive or gone has no results: the next run looks again', async () => {
    const provider = await rehearseGemini()
    const batch = batchFor(provider.url)
    const { name } = await batch.submit(job, never)
    for (const one of [name, 'batches/never-made'])
      expect(await failureOf(batch.results(one, items, never))).toMatchObject({ actBy: 'next-run', failure: 'provider-down' })
  })
})

describe('a listing', () => {
  test('shows a new job only after the delay that was asked for', async () => {
    const provider = await rehearseGemini()
    await provider.faults('list-delay:30s')
    const batch = batchFor(provider.url)
    const { name } = await batch.submit(job, never)
    expect(await batch.list(never)).toEqual({ complete: true, jobs: [] })
    expect(await batch.get(name, never)).toMatchObject({ name })
    await provider.advance(31_000)
    expect((await batch.list(never)).jobs).toMatchObject([{ name, display, state: 'alive' }])
  })
})

describe('a submission that fails', () => {
  test('after its effect says that it may have been sent, and the job is found by its display name', async () => {
    const provider = await rehearseGemini()
    await provider.faults('drop:1')
    const batch = batchFor(provider.url)
    const sent: boolean[] = []
    for (let index = 0; index < 8; index += 1) {
      const error = await failureOf(batch.submit({ ...job, display: `${display}/${index}` }, never))
      expect(error).toMatchObject({ failure: 'no-connection', actBy: 'next-run' })
      sent.push(error.sent)
    }
    expect(sent).toEqual(Array.from({ length: 8 }, () => true))
    const { jobs } = await batch.list(never)
    const { batches } = await provider.stats()
    expect(batches.submits).toBe(8)
    expect(jobs).toHaveLength(batches.created)
    expect(batches.created).toBeGreaterThan(0)
    expect(batches.created).toBeLessThan(8)
    expect(jobs.every(one => one.display.startsWith(display))).toBe(true)
  })

  test('because Google turned it away is certain to have made nothing, and leaves no file', async () => {
    const provider = await rehearseGemini()
    await provider.faults('429:1')
    const inline = await failureOf(batchFor(provider.url).submit(job, never))
    expect(inline).toMatchObject({ failure: 'rate', sent: false, status: 429, retryAfterMs: 50 })
    await provider.faults('quota:1')
    const filed = await failureOf(batchFor(provider.url, { inlineBytes: 10 }).submit(job, never))
    expect(filed).toMatchObject({ failure: 'quota', sent: false })
    expect(await provider.get('files/upload1')).toMatchObject({ error: { code: 404 } })
    expect((await batchFor(provider.url).list(never)).jobs).toEqual([])
  })

  test('in its upload has made no job', async () => {
    const provider = await rehearseGemini()
    await provider.faults('look-5xx:1')
    const error = await failureOf(batchFor(provider.url, { inlineBytes: 10 }).submit(job, never))
    expect(error).toMatchObject({ failure: 'overloaded', sent: false })
    expect((await provider.stats()).batches.submits).toBe(0)
  })

  test('with an answer that cannot be read may have made a job', async () => {
    const provider = await rehearseGemini()
    await provider.faults('malformed:1')
    const error = await failureOf(batchFor(provider.url).submit(job, never))
    expect(error).toMatchObject({ failure: 'provider-down', sent: true })
    expect((await provider.stats()).batches.created).toBe(1)
  })

  test('for its key says so', async () => {
    const provider = await rehearseGemini()
    const withKey = (key: string | null) => failureOf(batchFor(provider.url, { key }).submit(job, never))
    expect(await withKey('wrong-key')).toMatchObject({ failure: 'key-refused', actBy: 'fix-config' })
    expect(await withKey('no-credit')).toMatchObject({ failure: 'no-credit', actBy: 'fix-config' })
    expect(await withKey(null)).toMatchObject({ failure: 'key-missing', sent: false })
    expect((await provider.stats()).batches).toMatchObject({ created: 0, submits: 2 })
  })
})
