import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { jsonReply, type Reply } from './http.ts'
import { invalid, notFound } from './gemini-words.ts'
import type { ProviderClock } from './provider-clock.ts'

interface StoredFile {
  readonly name: string
  readonly key: string
  readonly display: string
  readonly mimeType: string
  readonly createdMs: number
  parts: readonly Buffer[]
  final: boolean
}

/** Files of the Files API, which are gone 48 hours after their upload. */
export interface GeminiFiles {
  /** `POST /upload/v1beta/files`: the start of a resumable upload, or a part of it. `base` is what the upload's address begins with. */
  upload(request: IncomingMessage, key: string, context: { readonly body: Buffer; readonly base: string }): Reply
  /** A file that was uploaded whole by this key. */
  text(name: string, key: string): string | undefined
  describe(name: string, key: string): Reply
  remove(name: string, key: string): Reply
  reset(): void
}

const lifeMs = 48 * 3_600_000
const startSchema = z.looseObject({
  file: z.looseObject({ displayName: z.string().default(''), mimeType: z.string().default('') }).prefault({}),
})

const startOf = (body: Buffer): z.infer<typeof startSchema>['file'] | undefined => {
  try {
    return startSchema.safeParse(JSON.parse(body.toString('utf8'))).data?.file
  } catch {
    return undefined
  }
}

const viewOf = ({ name, display, mimeType, createdMs, parts }: StoredFile) => ({
  name,
  displayName: display,
  mimeType,
  sizeBytes: String(parts.reduce((sum, part) => sum + part.length, 0)),
  createTime: new Date(createdMs).toISOString(),
  expirationTime: new Date(createdMs + lifeMs).toISOString(),
  uri: `https://generativelanguage.googleapis.com/v1beta/${name}`,
  state: 'ACTIVE',
})

const takePart = (file: StoredFile, request: IncomingMessage, body: Buffer): Reply => {
  const offset = file.parts.reduce((sum, part) => sum + part.length, 0)
  if (Number(request.headers['x-goog-upload-offset']) !== offset || file.final)
    return invalid(`Expected a part from byte ${offset} on`)
  file.parts = [...file.parts, body]
  file.final = String(request.headers['x-goog-upload-command']).includes('finalize')
  return file.final
    ? jsonReply(200, { file: viewOf(file) }, { 'x-goog-upload-status': 'final' })
    : jsonReply(200, {}, { 'x-goog-upload-status': 'active' })
}

export const createGeminiFiles = (clock: ProviderClock): GeminiFiles => {
  const files = new Map<string, StoredFile>()
  let made = 0
  const find = (name: string, key: string): StoredFile | undefined => {
    const file = files.get(name)
    return file?.key === key && clock.nowMs() < file.createdMs + lifeMs ? file : undefined
  }
  const start = (key: string, body: Buffer, base: string): Reply => {
    const said = startOf(body)
    if (said === undefined) return invalid('Expected a description of the file')
    made += 1
    const id = `upload${made}`
    const file = { name: `files/${id}`, key, display: said.displayName, mimeType: said.mimeType }
    files.set(file.name, { ...file, createdMs: clock.nowMs(), parts: [], final: false })
    return jsonReply(200, {}, { 'x-goog-upload-url': `${base}?upload_id=${id}`, 'x-goog-upload-status': 'active' })
  }
  return {
    upload: (request, key, { body, base }) => {
      if (request.headers['x-goog-upload-command'] === 'start') return start(key, body, base)
      const id = new URL(request.url ?? '/', 'http://rehearsal').searchParams.get('upload_id') ?? ''
      const file = find(`files/${id}`, key)
      return file === undefined ? notFound('There is no such upload') : takePart(file, request, body)
    },
    text: (name, key) => {
      const file = find(name, key)
      return file?.final ? Buffer.concat(file.parts).toString('utf8') : undefined
    },
    describe: (name, key) => {
      const file = find(name, key)
      return file === undefined ? notFound(`There is no ${name}`) : jsonReply(200, viewOf(file))
    },
    remove: (name, key) => {
      if (find(name, key) === undefined) return notFound(`There is no ${name}`)
      files.delete(name)
      return jsonReply(200, {})
    },
    reset: () => files.clear(),
  }
}
