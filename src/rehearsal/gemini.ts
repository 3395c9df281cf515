import type { IncomingMessage } from 'node:http'
import { fractionOf } from './draws.ts'
import type { DrawnFault } from './faults.ts'
import { createItemAnswers, createJob, operationOf, resultsFile } from './gemini-batches.ts'
import { contentRequestSchema, forbidden, generate, type ContentRequest } from './gemini-content.ts'
import { createGeminiFiles, type GeminiFiles } from './gemini-files.ts'
import { createGeminiJobs, type BatchStats, type GeminiJobs } from './gemini-jobs.ts'
import { errorReply, faultReply, invalid, notFound, refusalReply, unavailable } from './gemini-words.ts'
import { jsonReply, type Reply } from './http.ts'
import type { Delivery, Protocol, ProtocolParts } from './protocol.ts'
import { refusedKeyPrefix } from './reception.ts'

/** As much as an inlined job or a part of an upload takes. */
const bodyBytes = 24 * 1024 * 1024
const path = '/gemini'
const models = ['gemini-3.6-flash', 'gemini-3.8-flash', 'gemini-3.8-pro']

interface Store {
  readonly parts: ProtocolParts
  readonly jobs: GeminiJobs
  readonly files: GeminiFiles
}

interface Send {
  readonly model: string
  readonly key: string
  readonly ordinal: number
  readonly fault: DrawnFault | null
  readonly body: Buffer
}

const queryOf = (request: IncomingMessage): URLSearchParams => new URL(request.url ?? '/', 'http://rehearsal').searchParams

const keyOf = (request: IncomingMessage): string | null => {
  const header = request.headers['x-goog-api-key']
  const key = (typeof header === 'string' ? header : undefined) ?? queryOf(request).get('key') ?? ''
  return key === '' ? null : key
}

const contentRequestOf = (body: Buffer): ContentRequest | undefined => {
  try {
    return contentRequestSchema.safeParse(JSON.parse(body.toString('utf8'))).data
  } catch {
    return undefined
  }
}

const answerDirect = ({ parts }: Store, { body, fault, key, model, ordinal }: Send): Reply => {
  const request = contentRequestOf(body)
  if (request === undefined) return invalid('The request does not fit')
  parts.counts.prompt(JSON.stringify([model, request.contents]))
  if (forbidden(request)) return errorReply(403, { message: 'The caller does not have permission', status: 'PERMISSION_DENIED' })
  const flaw = fault?.kind === 'length' || fault?.kind === 'malformed' || fault?.kind === 'blocked' ? fault.kind : null
  const context = { model, answers: parts.answers, flaw, variant: fault?.variant ?? 0, ordinal: String(ordinal) }
  const response = generate(request, context)
  if (typeof response === 'string') return invalid(response)
  parts.counts.charge(key, 0)
  return jsonReply(200, response)
}

/** Answers a send; what was dropped before it had an effect is null. */
const answerSend = (store: Store, method: string, send: Send): Reply | null => {
  const { fault, key } = send
  if (fault?.kind === 'drop' && fault.variant < 0.5) return null
  const refused = fault && faultReply(fault, key)
  if (refused) return refused
  if (method === 'generateContent') return answerDirect(store, send)
  const reply = createJob(store, send)
  return fault?.kind === 'malformed' ? { ...reply, body: reply.body.slice(0, 40) } : reply
}

const sendPath = /^\/v1beta\/models\/([^/:]+):(generateContent|batchGenerateContent)$/

const infer = async (
  store: Store,
  request: IncomingMessage,
  [at, arriving]: [string, Promise<Buffer | null>],
): Promise<Delivery> => {
  const [, model = '', method = ''] = sendPath.exec(at) ?? []
  const key = keyOf(request)
  const ruling = store.parts.reception.receive(key)
  if (method === 'generateContent') store.jobs.asked(key ?? '')
  else store.jobs.submitted(key ?? '')
  const body = await arriving
  if (ruling.type !== 'answer') return { type: 'reply', reply: refusalReply(ruling), delayMs: 0 }
  const { delayMs, fault, ordinal } = ruling
  if (body === null) return { type: 'reply', reply: invalid('Request payload size exceeds the limit.'), delayMs }
  const reply = answerSend(store, method, { model, key: key ?? '', ordinal, fault, body })
  if (reply === null) return { type: 'drop', halfOf: null, delayMs }
  return fault?.kind === 'drop' ? { type: 'drop', halfOf: reply, delayMs } : { type: 'reply', reply, delayMs }
}

const listReply = ({ jobs }: Store, request: IncomingMessage, key: string): Reply => {
  const query = queryOf(request)
  const size = Math.min(Math.max(Number(query.get('pageSize')) || 50, 1), 100)
  const start = Number(query.get('pageToken') ?? 0)
  const all = jobs.list(key)
  const operations = all.slice(start, start + size).map(job => operationOf(job, jobs))
  return jsonReply(200, { operations, ...(start + size < all.length ? { nextPageToken: String(start + size) } : {}) })
}

const jobReply = (
  { jobs, parts }: Store,
  method: string,
  { name, verb, key }: { name: string; verb: string; key: string },
): Reply => {
  const job = jobs.find(name, key)
  if (job === undefined) return notFound(`There is no ${name}`)
  if (method === 'GET' && verb === '') return jsonReply(200, operationOf(job, jobs))
  if (method === 'DELETE') {
    jobs.remove(job)
    return jsonReply(200, {})
  }
  if (method !== 'POST' || verb !== 'cancel') return notFound(`There is no ${method} ${name}`)
  if (!['PENDING', 'RUNNING'].includes(jobs.stateOf(job)))
    return errorReply(400, { message: 'The batch has ended already', status: 'FAILED_PRECONDITION' })
  job.cancelledMs = parts.clock.nowMs()
  return jsonReply(200, {})
}

const fileReply = (
  { files, jobs }: Store,
  method: string,
  { name, verb, key }: { name: string; verb: string; key: string },
): Reply => {
  if (method === 'DELETE') return files.remove(name, key)
  if (method !== 'GET' || verb !== 'download') return files.describe(name, key)
  const text = resultsFile(name, key, jobs) ?? files.text(name, key)
  return text === undefined
    ? errorReply(403, {
        message: `You do not have permission to access the File ${name} or it may not exist.`,
        status: 'PERMISSION_DENIED',
      })
    : { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: Buffer.from(text) }
}

const look = (store: Store, request: IncomingMessage, { at, body, key }: { at: string; body: Buffer; key: string }): Reply => {
  const method = request.method ?? 'GET'
  if (method === 'POST' && at === '/upload/v1beta/files')
    return store.files.upload(request, key, { body, base: `http://${request.headers.host ?? ''}${path}/upload/v1beta/files` })
  if (method === 'GET' && at === '/v1beta/batches') return listReply(store, request, key)
  if (method === 'GET' && at === '/v1beta/models')
    return jsonReply(200, { models: models.map(name => ({ name: `models/${name}` })) })
  const [, kind = '', id = '', verb = ''] = /^\/v1beta\/(batches|files)\/([\w-]+)(?::(\w+))?$/.exec(at) ?? []
  if (kind === 'batches') return jobReply(store, method, { name: `batches/${id}`, verb, key })
  if (kind === 'files') return fileReply(store, method, { name: `files/${id}`, verb, key })
  return notFound(`There is no ${method} ${at.slice(0, 200)}`)
}

/** Gemini with what its batches did; see `GeminiJobs` for when a job ends. */
export interface Gemini extends Protocol {
  batches(): BatchStats
  reset(): void
}

/** Gemini, as its SDK speaks it: batches, files, `generateContent`, models. Jobs and files belong to the key that made them. */
export const createGemini = (parts: ProtocolParts): Gemini => {
  const faults = (): ReturnType<ProtocolParts['reception']['faults']> => parts.reception.faults()
  const jobs = createGeminiJobs({ clock: parts.clock, faults, answer: createItemAnswers(parts, faults) })
  const store: Store = { parts, jobs, files: createGeminiFiles(parts.clock) }
  let looks = 0
  return {
    name: 'gemini',
    path,
    bodyBytes,
    isInference: (request, at) => request.method === 'POST' && sendPath.test(at),
    infer: (request, at, body) => infer(store, request, [at, body]),
    look: async (request, at, arriving) => {
      const body = await arriving
      const key = keyOf(request)
      if (key === null || key.startsWith(refusedKeyPrefix)) return refusalReply({ type: 'unauthorized' })
      looks += 1
      if (fractionOf(`look/${looks}`) < (faults().batch?.['look-5xx'] ?? 0)) return unavailable()
      return body === null ? invalid('Request payload size exceeds the limit.') : look(store, request, { at, body, key })
    },
    batches: () => jobs.stats(),
    reset: () => {
      jobs.reset()
      store.files.reset()
    },
  }
}
