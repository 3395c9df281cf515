import type { ModelRequest, Usage } from '../domain/model.ts'

/** What a model costs; null where that is not known. */
export interface Prices {
  readonly inputUsdPerMillion: number | null
  readonly outputUsdPerMillion: number | null
  /** For each request, a web search included. */
  readonly requestUsd: number | null
}

export interface Cost {
  readonly tokens: number
  /** Millionths of a US dollar, rounded up; null where it is unknown, which is never a guess. */
  readonly usdMicros: number | null
}

const utf8Bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/** Rounds up, but not for the last bits of a binary fraction: 0.000007 USD are 7 and not 8 millionths. */
const wholeMicros = (micros: number): number => Math.max(0, Math.ceil(micros - 1e-6))

/** US dollars a million tokens are millionths of a dollar a token. Null where one price is unknown. */
const microsOf = (inputTokens: number, outputTokens: number, prices: Prices): number | null => {
  const { inputUsdPerMillion, outputUsdPerMillion, requestUsd } = prices
  const known = inputUsdPerMillion !== null && outputUsdPerMillion !== null && requestUsd !== null
  return known ? wholeMicros(inputTokens * inputUsdPerMillion + outputTokens * outputUsdPerMillion + requestUsd * 1e6) : null
}

/** Nobody knows how long a video is, but Gemini takes no more input than this: about an hour of video, at 300 tokens a second. */
const videoTokens = 1_048_576

/**
 * The most that a request can take. A token is at least one byte of UTF-8, so the bytes of system prompt, prompt and
 * schema bound the input, and a model's whole window what a video adds; `maxTokens` bounds the output. Pages that the
 * provider reads for a web search are not in it; those that a search of our own puts into the prompt are `addedBytes`.
 */
export const worstCase = ({ system, prompt, answer, maxTokens, video }: ModelRequest, prices: Prices, addedBytes = 0): Cost => {
  const text = utf8Bytes(system) + utf8Bytes(prompt) + utf8Bytes(JSON.stringify(answer.schema)) + addedBytes
  const inputTokens = video === undefined ? text : Math.max(text, videoTokens)
  return { tokens: inputTokens + maxTokens, usdMicros: microsOf(inputTokens, maxTokens, prices) }
}

/** What a send took: as its provider says, else (Z.AI tells tokens and no cost) by the prices that are configured. */
export const actualCost = ({ inputTokens, outputTokens, costUsd }: Usage, prices: Prices): Cost => ({
  tokens: inputTokens + outputTokens,
  usdMicros: costUsd === null ? microsOf(inputTokens, outputTokens, prices) : wholeMicros(costUsd * 1e6),
})
