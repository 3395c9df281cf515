import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { startRehearsal, type RehearsalOptions } from '../../src/rehearsal/start-rehearsal.ts'

export const completionSchema = z.object({
  id: z.string().min(1),
  object: z.literal('chat.completion'),
  created: z.int(),
  model: z.string(),
  provider: z.string(),
  choices: z.tuple([
    z.object({
      finish_reason: z.enum(['stop', 'length']),
      message: z.object({
        role: z.literal('assistant'),
        content: z.string(),
        annotations: z
          .array(
            z.object({
              type: z.literal('url_citation'),
              url_citation: z.object({ url: z.url(), title: z.string(), content: z.string() }),
            }),
          )
          .optional(),
      }),
    }),
  ]),
  usage: z.object({
    prompt_tokens: z.int().positive(),
    completion_tokens: z.int().positive(),
    total_tokens: z.int(),
    cost: z.number().positive(),
  }),
})

const counts = z.record(z.string(), z.int())
const batchCounts = { created: z.int(), alive: z.int(), peakAlive: z.int(), submits: z.int(), direct: z.int() }
const statsSchema = z.strictObject({
  now: z.iso.datetime(),
  sends: counts,
  total: z.int(),
  byKey: z.record(z.string(), counts),
  generated: z.int(),
  usd: z.number(),
  statuses: counts,
  distinct: z.int(),
  repeated: z.int(),
  inFlight: z.int(),
  maxInFlight: z.int(),
  batches: z.strictObject({ ...batchCounts, byKey: z.record(z.string(), z.strictObject(batchCounts)) }),
  times: z.array(z.number()),
})

const keySchema = z.object({
  data: z.object({
    usage: z.number(),
    usage_daily: z.number(),
    limit_remaining: z.number().nullable(),
    free_model_daily_requests: z.strictObject({ limit: z.int().nullable(), used: z.int(), remaining: z.int().nullable() }),
  }),
})

export interface Ask {
  readonly stage: string
  readonly input: unknown
  readonly key?: string | null
  readonly model?: string
  readonly search?: boolean
  readonly maxTokens?: number
  readonly system?: string
  readonly jsonObject?: boolean
}

const bodyOf = ({
  stage,
  input,
  model = 'acme/small',
  search = false,
  maxTokens = 20_000,
  system = 'You help.',
  jsonObject = false,
}: Ask) => ({
  model,
  messages: [
    { role: 'system', content: system },
    { role: 'user', content: `Do it.\n<input>\n${JSON.stringify(input).replaceAll('<', '\\u003c')}\n</input>` },
  ],
  max_tokens: maxTokens,
  response_format: jsonObject
    ? { type: 'json_object' }
    : { type: 'json_schema', json_schema: { name: stage, strict: true, schema: {} } },
  ...(search ? { tools: [{ type: 'openrouter:web_search', parameters: { max_results: 5 } }] } : {}),
})

/** A rehearsal on a free port, closed at the end of the test. */
export const rehearse = async (options: RehearsalOptions = {}) => {
  const rehearsal = await startRehearsal(options)
  onTestFinished(() => rehearsal.close())
  const send = (ask: Ask, signal?: AbortSignal): Promise<Response> =>
    fetch(`${rehearsal.urls.openrouter}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(ask.key === null ? {} : { authorization: `Bearer ${ask.key ?? 'sk-test'}` }),
      },
      body: JSON.stringify(bodyOf(ask)),
      ...(signal ? { signal } : {}),
    })
  const control = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(
      `${rehearsal.control}/${path}`,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    )
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
  return {
    urls: rehearsal.urls,
    controlUrl: rehearsal.control,
    send,
    control,
    completion: async (ask: Ask) => completionSchema.parse(await (await send(ask)).json()),
    /** The parsed content of a completion. */
    answer: async (ask: Ask): Promise<unknown> =>
      JSON.parse(completionSchema.parse(await (await send(ask)).json()).choices[0].message.content),
    stats: async () => statsSchema.parse(await control('stats?times')),
    key: async (key = 'sk-test') =>
      keySchema.parse(
        await (await fetch(`${rehearsal.urls.openrouter}/key`, { headers: { authorization: `Bearer ${key}` } })).json(),
      ),
  }
}

const shingles = (text: string): Set<string> => {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return new Set(Array.from({ length: Math.max(1, plain.length - 4) }, (_, start) => plain.slice(start, start + 5)))
}

/** How many of the texts can be kept so that no two have a Jaccard index of 0.7 or more on character 5-grams. */
export const countDistinct = (texts: readonly string[]): number => {
  const kept: Set<string>[] = []
  for (const candidate of texts.map(shingles)) {
    const isNear = (other: Set<string>): boolean => {
      const common = [...candidate].filter(shingle => other.has(shingle)).length
      return common / (candidate.size + other.size - common) >= 0.7
    }
    if (!kept.some(isNear)) kept.push(candidate)
  }
  return kept.length
}
