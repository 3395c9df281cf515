import { z } from 'zod'
import { fractionOf } from './draws.ts'
import type { Faults } from './faults.ts'
import { contentRequestSchema, forbidden, generate, refusedInBatch } from './gemini-content.ts'
import type { GeminiFiles } from './gemini-files.ts'
import type { ItemResult, Job, JobItem, JobsOptions, GeminiJobs } from './gemini-jobs.ts'
import { exhausted, invalid } from './gemini-words.ts'
import { jsonReply, type Reply } from './http.ts'
import type { ProtocolParts } from './protocol.ts'

/** Google's limits: jobs of a key at once, and bytes of an inlined job (ai.google.dev/gemini-api/docs/batch-api). */
const mostAlive = 100
const inlineBytes = 20_000_000

const createSchema = z.looseObject({
  batch: z.looseObject({
    displayName: z.string().min(1),
    inputConfig: z.looseObject({
      fileName: z.string().optional(),
      requests: z
        .looseObject({
          requests: z.array(
            z.looseObject({ request: contentRequestSchema, metadata: z.looseObject({ key: z.string().optional() }).optional() }),
          ),
        })
        .optional(),
    }),
  }),
})
const lineSchema = z.looseObject({ key: z.string().optional(), request: contentRequestSchema })

const prettyError = (error: unknown): string =>
  error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ').slice(0, 500) : 'it is not JSON'

/** The items of a file; a text that says what is wrong with it. */
const itemsOfFile = (text: string | undefined): readonly JobItem[] | string => {
  if (text === undefined) return 'There is no such input file'
  try {
    const lines = text.split('\n').filter(line => line.trim() !== '')
    return lines.map(line => lineSchema.parse(JSON.parse(line))).map(({ key, request }) => ({ key, request }))
  } catch (error) {
    return `The input file does not fit: ${prettyError(error)}`
  }
}

/** Answers one item of a job. Faults of sends that belong to answers meet items too, drawn by job and key. */
export const createItemAnswers =
  ({ answers }: Pick<ProtocolParts, 'answers'>, faults: () => Faults): JobsOptions['answer'] =>
  ({ key, request }: JobItem, job: Job, position: number): ItemResult => {
    const { batch = {}, shares } = faults()
    const draw = (kind: string): number => fractionOf(`${kind}/${job.ordinal}/${key ?? position}`)
    if (draw('item-error') < (batch['item-error'] ?? 0)) return { error: { code: 13, message: 'Internal error encountered.' } }
    if (forbidden(request)) return { error: { code: 7, message: 'The caller does not have permission' } }
    if (refusedInBatch(request))
      return {
        error: { code: 3, message: 'Request contains an invalid argument: fileData of this video is not supported in batches' },
      }
    const flaw = (['malformed', 'length', 'blocked'] as const).find(kind => draw(kind) < (shares[kind] ?? 0)) ?? null
    const ordinal = `${job.ordinal}-${position}`
    const response = generate(request, { model: job.model, answers, flaw, variant: draw('variant'), ordinal })
    return typeof response === 'string' ? { error: { code: 3, message: response } } : { response }
  }

/** A job as an operation; where it has ended, with what it brought. */
export const operationOf = (job: Job, jobs: GeminiJobs): Readonly<Record<string, unknown>> => {
  const state = jobs.stateOf(job)
  const metadata = {
    '@type': 'type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatch',
    model: `models/${job.model}`,
    displayName: job.display,
    name: job.name,
    createTime: new Date(job.createdMs).toISOString(),
    state: `BATCH_STATE_${state}`,
    ...(job.inputFile === undefined ? {} : { inputConfig: { fileName: job.inputFile } }),
    batchStats: { requestCount: String(job.items.length) },
  }
  if (state === 'PENDING' || state === 'RUNNING') return { name: job.name, metadata }
  if (state === 'FAILED')
    return {
      name: job.name,
      metadata,
      done: true,
      error: { code: 13, message: 'The job failed; its requests were not answered.' },
    }
  if (state === 'CANCELLED' || state === 'EXPIRED') return { name: job.name, metadata, done: true }
  const results = jobs.resultsOf(job)
  const failed = results.filter(result => 'error' in result).length
  const batchStats = {
    requestCount: String(results.length),
    successfulRequestCount: String(results.length - failed),
    failedRequestCount: String(failed),
  }
  const inlined = results.map((result, position) => ({ metadata: { key: job.items[position]?.key }, ...result }))
  const output =
    job.inputFile === undefined ? { inlinedResponses: { inlinedResponses: inlined } } : { responsesFile: resultsFileOf(job) }
  return { name: job.name, metadata: { ...metadata, batchStats, output }, done: true, response: output }
}

const resultsFileOf = ({ name }: Job): string => name.replace('batches/', 'files/batch-')

/** The file of results of a job with this name, one line an item; undefined where there is none. */
export const resultsFile = (fileName: string, key: string, jobs: GeminiJobs): string | undefined => {
  const job = jobs.find(fileName.replace('files/batch-', 'batches/'), key)
  if (job?.inputFile === undefined || !jobs.stateOf(job).endsWith('SUCCEEDED')) return undefined
  return jobs
    .resultsOf(job)
    .map((result, position) => `${JSON.stringify({ key: job.items[position]?.key, ...result })}\n`)
    .join('')
}

/** `POST models/{model}:batchGenerateContent`. */
export const createJob = (
  { files, jobs }: { readonly files: GeminiFiles; readonly jobs: GeminiJobs },
  { body, key, model }: { readonly body: Buffer; readonly key: string; readonly model: string },
): Reply => {
  let asked: z.infer<typeof createSchema>['batch']
  try {
    asked = createSchema.parse(JSON.parse(body.toString('utf8'))).batch
  } catch (error) {
    return invalid(`The request does not fit: ${prettyError(error)}`)
  }
  const { fileName, requests } = asked.inputConfig
  if (fileName === undefined && body.length > inlineBytes)
    return invalid('Request payload size exceeds the limit: 20971520 bytes.')
  const items =
    fileName === undefined
      ? (requests?.requests ?? []).map(({ request, metadata }) => ({ key: metadata?.key, request }))
      : itemsOfFile(files.text(fileName, key))
  if (typeof items === 'string') return invalid(items)
  if (items.length === 0) return invalid('Expected at least one request')
  if (jobs.alive(key) >= mostAlive) return exhausted('BatchJobsConcurrentPerProject', 60)
  const job = jobs.add({ key, model, items, display: asked.displayName, inputFile: fileName })
  return jsonReply(200, operationOf(job, jobs))
}
