import type { ModelAnswer, ModelRequest } from '../domain/model.ts'
import { rehearsalHeader } from './chat-response.ts'
import { createGeminiConnection, type GeminiConnection, type GeminiOptions } from './gemini-connection.ts'
import { renderGeminiRequest } from './gemini-request.ts'
import { readGeminiResponse } from './gemini-response.ts'
import { ModelError } from './model-error.ts'
import { unknownAccount, type ModelAdapter } from './model.ts'

/** A video that the key may not see is refused with 403, as a key is; only the words tell them apart. */
const refusesVideo = ({ video }: ModelRequest, error: ModelError): boolean =>
  video !== undefined && error.failure === 'key-refused' && error.status === 403 && /not have permission/i.test(error.message)

const createGenerate =
  ({ exchange, failures, scrub }: GeminiConnection): ModelAdapter['send'] =>
  (request: ModelRequest, signal: AbortSignal): Promise<ModelAnswer> =>
    exchange(signal, async client => {
      const response = await client.models.generateContent({ model: request.model, ...renderGeminiRequest(request) })
      const rehearsal = response.sdkHttpResponse?.headers?.[rehearsalHeader] !== undefined
      const read = readGeminiResponse(response, { rehearsal, scrub: scrub.text, id: '' })
      if (read.type === 'answer') return read.answer
      throw read.type === 'blocked'
        ? failures.of('content-blocked', { sent: true, status: 200, usage: read.usage, detail: read.reason })
        : failures.of('provider-down', { sent: true, status: 200, detail: 'the answer is no generated content' })
    })

const createSend = (connection: GeminiConnection): ModelAdapter['send'] => {
  const generate = createGenerate(connection)
  return async (request, signal) => {
    try {
      return await generate(request, signal)
    } catch (error) {
      if (!(error instanceof ModelError) || !refusesVideo(request, error)) throw error
      throw connection.failures.of('content-blocked', { sent: true, status: 403, detail: 'the video is not for everyone' })
    }
  }
}

/** Gemini asked directly, one request at a time: for what its batches refuse. It tells no account and searches no web. */
export const createGemini = (options: GeminiOptions): ModelAdapter => {
  const connection = createGeminiConnection(options)
  return { send: createSend(connection), account: () => Promise.resolve(unknownAccount) }
}
