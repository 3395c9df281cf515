import type { BatchProvider } from './batch.ts'
import { createCollect } from './gemini-collect.ts'
import { createGeminiConnection, type GeminiConnection, type GeminiOptions } from './gemini-connection.ts'
import { jobOf } from './gemini-job.ts'
import { createFind, createList } from './gemini-look.ts'
import { createSubmit } from './gemini-submit.ts'
import { ModelError } from './model-error.ts'

export interface GeminiBatchOptions extends GeminiOptions {
  /** A job of more goes through a file; Google takes 20 MB inline. */
  readonly inlineBytes: number
  /** The most that is read of a file of results; 1 GiB where it is left out. */
  readonly resultBytes?: number | undefined
}

const resultBytesDefault = 1024 ** 3

/** A job that is gone or has ended meanwhile need not be cancelled, so its refusal is no error. */
const createCancel =
  ({ exchange, scrub }: GeminiConnection, find: ReturnType<typeof createFind>): BatchProvider['cancel'] =>
  async (name, signal) => {
    try {
      await exchange(signal, client => client.batches.cancel({ name }))
    } catch (error) {
      if (!(error instanceof ModelError) || error.failure !== 'bad-request') throw error
      const found = await find(name, signal)
      if (found !== undefined && jobOf(found.operation, scrub).state === 'alive') throw error
    }
  }

/** Gemini's batch jobs for one key. Throws a `PerpetualError` for a base URL that is none; a missing key is told by the first request. */
export const createGeminiBatch = ({ inlineBytes, resultBytes, ...options }: GeminiBatchOptions): BatchProvider => {
  const connection = createGeminiConnection(options)
  const find = createFind(connection)
  return {
    submit: createSubmit(connection, inlineBytes),
    get: async (name, signal) => {
      const found = await find(name, signal)
      return found && jobOf(found.operation, connection.scrub)
    },
    list: createList(connection),
    cancel: createCancel(connection, find),
    results: createCollect(connection, { find, resultBytes: resultBytes ?? resultBytesDefault }),
  }
}
