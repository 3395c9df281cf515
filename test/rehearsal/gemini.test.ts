import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseFaults } from '../../src/rehearsal/faults.ts'
import { fingerprintOf } from '../../src/rehearsal/counts.ts'
import { videos } from '../../src/rehearsal/videos.ts'
import { countDistinct, rehearse } from './kit.ts'

const model = 'models/gemini-3.6-flash'
const request = (id: string) => ({
  contents: [
    {
      role: 'user',
      parts: [
        { fileData: { fileUri: `https://www.youtube.com/watch?v=${id}` } },
        { text: `<input>${JSON.stringify({ video: { url: id }, topic: 'MACD', questions: '', count: 1 })}</input>` },
      ],
    },
  ],
  generationConfig: { responseMimeType: 'application/json', responseJsonSchema: { title: 'videos' } },
})
const batchOf = (ids: readonly string[], displayName = 'd') => {
  const requests = ids.map(id => ({ request: request(id), metadata: { key: id } }))
  return { batch: { displayName, inputConfig: { requests: { requests } } } }
}
const jobSchema = z.looseObject({
  name: z.string(),
  done: z.boolean().optional(),
  metadata: z.looseObject({ state: z.string(), batchStats: z.record(z.string(), z.string()) }),
})
interface Sent {
  readonly body?: unknown
  readonly key?: string | null
}

const open = async (options = {}) => {
  const provider = await rehearse(options)
  const call = async (method: string, path: string, { body, key = 'sk-one' }: Sent = {}): Promise<Response> =>
    fetch(`${provider.urls.gemini}/v1beta/${path}`, {
      method,
      headers: key === null ? {} : { 'x-goog-api-key': key },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const advance = (advanceMs: number): Promise<unknown> => provider.control('clock', { advanceMs })
  const make = async (ids: readonly string[], key = 'sk-one') =>
    jobSchema.parse(await (await call('POST', `${model}:batchGenerateContent`, { body: batchOf(ids), key })).json())
  const stateOf = async (name: string): Promise<string> =>
    jobSchema.parse(await (await call('GET', name)).json()).metadata.state.replace('BATCH_STATE_', '')
  return { ...provider, call, advance, make, stateOf }
}

describe('Gemini as rehearsed', () => {
  it('takes a job through its states on the provider’s clock, and counts its items at the end', async () => {
    const provider = await open()
    const { name, metadata, done } = await provider.make(['abc', 'refuse1'])
    expect([metadata.state, done]).toEqual(['BATCH_STATE_PENDING', undefined])
    await provider.advance(31_000)
    expect(await provider.stateOf(name)).toBe('RUNNING')
    await provider.advance(90_000)
    const ended = jobSchema.parse(await (await provider.call('GET', name)).json())
    expect(ended).toMatchObject({ done: true, metadata: { state: 'BATCH_STATE_PARTIALLY_SUCCEEDED' } })
    expect(ended.metadata.batchStats).toEqual({ requestCount: '2', successfulRequestCount: '1', failedRequestCount: '1' })
    await provider.control('faults', { faults: 'batch-time:600s' })
    const slow = await provider.make(['abc'])
    await provider.advance(500_000)
    expect(await provider.stateOf(slow.name)).toBe('RUNNING')
    await provider.advance(100_000)
    expect(await provider.stateOf(slow.name)).toBe('SUCCEEDED')
  })

  it('counts jobs alive and their peak, by key and over all keys, by the provider’s clock', async () => {
    const provider = await open()
    await Promise.all([provider.make(['a']), provider.make(['b']), provider.make(['c'], 'sk-two')])
    await provider.advance(121_000)
    await provider.make(['d'])
    await provider.call('POST', `${model}:generateContent`, { body: request('e'), key: 'sk-two' })
    const { batches, total } = await provider.stats()
    expect(batches).toEqual({
      created: 4,
      alive: 1,
      peakAlive: 3,
      submits: 4,
      direct: 1,
      byKey: {
        [fingerprintOf('sk-one')]: { created: 3, alive: 1, peakAlive: 2, submits: 3, direct: 0 },
        [fingerprintOf('sk-two')]: { created: 1, alive: 0, peakAlive: 1, submits: 1, direct: 1 },
      },
    })
    expect(total).toBe(5)
    await provider.control('reset', {})
    expect((await provider.stats()).batches).toEqual({ created: 0, alive: 0, peakAlive: 0, submits: 0, direct: 0, byKey: {} })
  })

  it('shows jobs and files to the key that made them, and to no other', async () => {
    const provider = await open()
    const { name } = await provider.make(['a'])
    for (const key of ['sk-two', null, 'wrong'])
      expect((await provider.call('GET', name, { key })).status).toBe(key === 'sk-two' ? 404 : 400)
    expect(await (await provider.call('GET', 'batches', { key: 'sk-two' })).json()).toEqual({ operations: [] })
    expect((await provider.call('POST', `${name}:cancel`, { body: {}, key: 'sk-two' })).status).toBe(404)
    expect((await provider.call('DELETE', name)).status).toBe(200)
    expect((await provider.call('GET', name)).status).toBe(404)
  })

  it('refuses what is no job, in one line each', async () => {
    const provider = await open()
    for (const body of [7, {}, batchOf([]), { batch: { displayName: 'd', inputConfig: { fileName: 'files/none' } } }]) {
      const response = await provider.call('POST', `${model}:batchGenerateContent`, { body })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({
        error: { status: 'INVALID_ARGUMENT', message: expect.not.stringContaining('\n') },
      })
    }
    expect((await provider.stats()).batches).toMatchObject({ created: 0, submits: 4 })
  })

  it('fails the shares of jobs and items that were asked for, always the same', async () => {
    const provider = await open({ faults: parseFaults('job-fail:0.3,stuck:0.2,item-error:0.25') })
    const jobs = await Promise.all(Array.from({ length: 60 }, () => provider.make(['a', 'b', 'c', 'd'])))
    await provider.advance(121_000)
    const states = await Promise.all(jobs.map(({ name }) => provider.stateOf(name)))
    expect(await Promise.all(jobs.map(({ name }) => provider.stateOf(name)))).toEqual(states)
    const share = (state: string): number => states.filter(one => one === state).length / states.length
    expect(Math.abs(share('FAILED') - 0.24)).toBeLessThan(0.15)
    expect(Math.abs(share('PENDING') - 0.2)).toBeLessThan(0.15)
    expect(share('PARTIALLY_SUCCEEDED')).toBeGreaterThan(share('SUCCEEDED'))
  })
})

describe('faults of batch jobs', () => {
  it('are read beside those of sends, and do not add up with them', () => {
    expect(parseFaults('429:0.9,stuck:0.9,batch-time:30s,list-delay:500ms')).toMatchObject({
      shares: { '429': 0.9 },
      batch: { stuck: 0.9, 'batch-time': 30_000, 'list-delay': 500 },
    })
    for (const wrong of ['stuck:2s', 'list-delay:0.5', 'stuck:0.1,stuck:0.2'])
      expect(() => parseFaults(wrong)).toThrow('Expected faults')
  })
})

describe('pairs of a rehearsed video', () => {
  const all = Array.from({ length: 20 }, (_, index) =>
    videos({ video: { url: `v${index}` }, topic: 'Order flow', questions: '', count: 12 }),
  )

  it('are the same for the same video and others for another, but for a few', () => {
    expect(videos({ video: { url: 'v0' }, topic: 'Order flow', questions: '', count: 12 })).toEqual(all[0])
    const questions = all.flatMap(({ pairs }) => pairs.map(({ question }) => question))
    const distinct = countDistinct(questions)
    expect(distinct).toBeGreaterThan(0.85 * questions.length)
    expect(distinct).toBeLessThan(questions.length - 4)
  })

  it('name moments in their order, of which a few lie beyond the end', () => {
    const beyond = all.flatMap(({ pairs, duration_seconds }) => pairs.filter(({ second }) => second >= duration_seconds))
    expect(beyond.length).toBeGreaterThan(0)
    expect(beyond.length).toBeLessThan(0.06 * 240)
    for (const { pairs, duration_seconds } of all) {
      const seconds = pairs.map(({ second }) => second).filter(second => second < duration_seconds)
      expect(seconds.toSorted((a, b) => a - b)).toEqual(seconds)
    }
  })

  it('answer the questions that were wished for first', () => {
    const questions = ['- What is a footprint chart?', 'How is delta read?', 'no question', 'Short?']
    const input = { video: { url: 'v' }, topic: 'Order flow', count: 4 }
    const asked = (wishes: string | string[]) => videos({ ...input, questions: wishes }).pairs.map(({ question }) => question)
    expect(asked(questions).slice(0, 2)).toEqual(['What is a footprint chart?', 'How is delta read?'])
    expect(asked(questions.join('\n'))).toEqual(asked(questions))
  })
})
