import { z } from 'zod'
import type { BatchItem } from '../domain/work.ts'
import type { BatchJob, BatchProvider } from './batch.ts'
import type { GeminiConnection } from './gemini-connection.ts'
import { createdAtOf, fileNameSchema, jobNameSchema, stateOf } from './gemini-job.ts'
import { renderGeminiLine, renderGeminiRequest } from './gemini-request.ts'
import { ModelError } from './model-error.ts'

const createdSchema = z.object({ name: jobNameSchema, state: z.string().catch(''), createTime: z.string().catch('') })
const uploadedSchema = z.object({ name: fileNameSchema })

/** The same failure of which it is certain that it made no job. */
const withoutEffect = (error: ModelError): ModelError => {
  const { actBy, failure, message, retryAfterMs, status, usage } = error
  return new ModelError(message, {
    failure,
    sent: false,
    actBy,
    status: status ?? undefined,
    retryAfterMs: retryAfterMs ?? undefined,
    usage: usage ?? undefined,
  })
}

const rethrowWithoutEffect = (error: unknown): never => {
  throw error instanceof ModelError ? withoutEffect(error) : error
}

/** A request that Google turned away; only a timeout (408) and its own failures leave it open whether there is a job. */
const turnedAway = (error: unknown): error is ModelError =>
  error instanceof ModelError && error.status !== null && error.status >= 400 && error.status < 500 && error.status !== 408

const unexpected = ({ failures }: GeminiConnection): ModelError =>
  failures.of('provider-down', { sent: true, detail: 'the answer tells of no batch job' })

/** Files are gone after 48 hours anyway, so one that cannot be removed is left. */
export const removeFile = (connection: GeminiConnection, name: string, signal: AbortSignal): Promise<unknown> =>
  connection.exchange(signal, client => client.files.delete({ name })).catch(() => undefined)

const upload = async (connection: GeminiConnection, lines: readonly string[], signal: AbortSignal): Promise<string> => {
  const file = new Blob([lines.map(line => `${line}\n`).join('')], { type: 'application/jsonl' })
  const uploaded = await connection
    .exchange(signal, client => client.files.upload({ file, config: { mimeType: 'application/jsonl' } }))
    .catch(rethrowWithoutEffect)
  const read = uploadedSchema.safeParse(uploaded)
  if (!read.success) throw withoutEffect(unexpected(connection))
  return read.data.name
}

/** Inline where it is small enough; `uploaded` is the file that was made for it. */
const sourceOf = async (
  connection: GeminiConnection,
  items: readonly BatchItem[],
  bounds: { inlineBytes: number; signal: AbortSignal },
) => {
  const lines = items.map(({ key, request }) => renderGeminiLine(key, request))
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0)
  if (bytes <= bounds.inlineBytes)
    return { src: items.map(({ key, request }) => ({ ...renderGeminiRequest(request), metadata: { key } })), uploaded: undefined }
  const uploaded = await upload(connection, lines, bounds.signal)
  return { src: uploaded, uploaded }
}

/** Makes one job, through a file where it has more than `inlineBytes`; nothing is sent twice. */
export const createSubmit =
  (connection: GeminiConnection, inlineBytes: number): BatchProvider['submit'] =>
  async ({ display, items, model }, signal): Promise<BatchJob> => {
    const { src, uploaded } = await sourceOf(connection, items, { inlineBytes, signal })
    try {
      const created = await connection.exchange(signal, client =>
        client.batches.create({ model, src, config: { displayName: display } }),
      )
      const read = createdSchema.safeParse(created)
      if (!read.success) throw unexpected(connection)
      const { name, state, createTime } = read.data
      return { name, display, state: stateOf(state), createdAt: createdAtOf(createTime), error: '' }
    } catch (error) {
      if (!turnedAway(error)) throw error
      if (uploaded !== undefined) await removeFile(connection, uploaded, signal)
      throw withoutEffect(error)
    }
  }
