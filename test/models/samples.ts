import type { ModelRequest } from '../../src/domain/model.ts'
import { createOpenAiCompatible, type OpenAiCompatibleOptions } from '../../src/models/openai-compatible.ts'
import { ModelError } from '../../src/models/model-error.ts'

export const key = 'sk-or-v1-0123456789abcdef-THE-SECRET-fedcba9876543210'

export const sampleRequest: ModelRequest = {
  model: 'maker/model',
  system: 'You answer.',
  prompt: 'What is the MACD?',
  answer: {
    name: 'write',
    schema: { type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'], additionalProperties: false },
  },
  maxTokens: 400,
  webSearch: null,
}

export const adapterFor = (baseUrl: string, options: Partial<OpenAiCompatibleOptions> = {}) =>
  createOpenAiCompatible({ baseUrl, key, keyName: 'OPENROUTER_API_KEY', timeoutMs: 5000, ...options })

/** The `ModelError` that a promise rejects with; anything else fails the test. */
export const failureOf = async (promise: Promise<unknown>): Promise<ModelError> => {
  const error = await promise.then(
    value => {
      throw new Error(`expected a failure, got ${JSON.stringify(value)}`)
    },
    (thrown: unknown) => thrown,
  )
  if (error instanceof ModelError) return error
  throw error
}

export const never = new AbortController().signal
