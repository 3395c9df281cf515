import { onTestFinished } from 'vitest'
import type { BatchItem } from '../../src/domain/work.ts'
import type { BatchProvider } from '../../src/models/batch.ts'
import { createGeminiBatch, type GeminiBatchOptions } from '../../src/models/gemini-batch.ts'
import type { GeminiOptions } from '../../src/models/gemini-connection.ts'
import type { RehearsalStats } from '../../src/rehearsal/counts.ts'
import { startRehearsal, type RehearsalOptions } from '../../src/rehearsal/start-rehearsal.ts'

export const geminiKey = 'AIzaSy-0123456789abcdef-THE-SECRET-fedcba987'
export const geminiModel = 'gemini-3.6-flash'

/** A question about one video, as the batch pipeline asks it. */
export const videoItem = (id: string, { count = 2, padding = '' } = {}): BatchItem => {
  const url = `https://www.youtube.com/watch?v=${id}`
  const input = { video: { url }, topic: 'MACD', questions: '', count }
  return {
    key: id.toLowerCase(),
    request: {
      model: geminiModel,
      system: 'You watch.',
      prompt: `Write.${padding}\n<input>\n${JSON.stringify(input)}\n</input>`,
      answer: { name: 'videos', schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' } },
      maxTokens: 16_000,
      webSearch: null,
      video: { uri: url },
    },
  }
}

export const optionsFor = (baseUrl: string, options: Partial<GeminiOptions> = {}): GeminiOptions => ({
  baseUrl,
  key: geminiKey,
  keyName: 'GEMINI_API_KEY',
  timeoutMs: 5000,
  ...options,
})

export const batchFor = (baseUrl: string, options: Partial<GeminiBatchOptions> = {}): BatchProvider =>
  createGeminiBatch({ ...optionsFor(baseUrl), inlineBytes: 1_000_000, ...options })

/** A rehearsal on a free port, closed at the end of the test. */
export const rehearseGemini = async (options: RehearsalOptions = {}) => {
  const rehearsal = await startRehearsal(options)
  onTestFinished(() => rehearsal.close())
  const control = async (path: string, body: unknown): Promise<void> => {
    const response = await fetch(`${rehearsal.control}/${path}`, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(await response.text())
  }
  return {
    url: rehearsal.urls.gemini,
    faults: (faults: string) => control('faults', { faults }),
    advance: (advanceMs: number) => control('clock', { advanceMs }),
    stats: async () => (await (await fetch(`${rehearsal.control}/stats`)).json()) as RehearsalStats,
    get: async (path: string): Promise<unknown> =>
      (await fetch(`${rehearsal.urls.gemini}/v1beta/${path}`, { headers: { 'x-goog-api-key': geminiKey } })).json(),
  }
}

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
