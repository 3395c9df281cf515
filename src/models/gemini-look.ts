import type { BatchJob, BatchListing } from './batch.ts'
import { rehearsalHeader } from './chat-response.ts'
import type { GeminiConnection } from './gemini-connection.ts'
import { jobNameSchema, jobOf, operationPageSchema, operationSchema, type Operation } from './gemini-job.ts'
import { ModelError } from './model-error.ts'

const pageSize = 100
/** A provider that never ends its list is not followed for ever; Google allows 100 jobs at once and forgets old ones. */
const mostPages = 100

export interface FoundJob {
  readonly operation: Operation
  /** Whether a header says that this is the embedded provider. */
  readonly rehearsal: boolean
}

/** A plain request, because the SDK drops a job's error; undefined where there is no such job. */
export const createFind =
  ({ api, failures, look }: GeminiConnection) =>
  async (name: string, signal: AbortSignal): Promise<FoundJob | undefined> => {
    if (!jobNameSchema.safeParse(name).success)
      throw failures.of('bad-request', { sent: false, detail: `${name} is no name of a batch job` })
    try {
      return await look(signal, async wire => {
        const response = await wire.whole(`${api}/${name}`)
        const operation = operationSchema.parse(await response.json())
        return { operation, rehearsal: response.headers.has(rehearsalHeader) }
      })
    } catch (error) {
      if (error instanceof ModelError && error.status === 404) return undefined
      throw error
    }
  }

/** All jobs of the key. Only a first page that does not come is an error; later trouble makes the listing incomplete. */
export const createList =
  ({ api, look, scrub }: GeminiConnection) =>
  async (signal: AbortSignal): Promise<BatchListing> => {
    const jobs = new Map<string, BatchJob>()
    const seen = new Set<string>()
    let token = ''
    let complete = true
    for (let page = 0; page < mostPages; page += 1) {
      const query = new URLSearchParams({ pageSize: String(pageSize), ...(token === '' ? {} : { pageToken: token }) })
      try {
        const { operations, nextPageToken } = await look(signal, async wire =>
          operationPageSchema.parse(await (await wire.whole(`${api}/batches?${query.toString()}`)).json()),
        )
        for (const operation of operations) {
          if (operation === null) complete = false
          else jobs.set(operation.name, jobOf(operation, scrub))
        }
        if (nextPageToken === '') return { complete, jobs: [...jobs.values()] }
        token = nextPageToken
      } catch (error) {
        if (page === 0 || !(error instanceof ModelError) || error.failure === 'aborted') throw error
        break
      }
      if (seen.has(token)) break
      seen.add(token)
    }
    return { complete: false, jobs: [...jobs.values()] }
  }
