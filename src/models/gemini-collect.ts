import type { BatchItem } from '../domain/work.ts'
import type { BatchProvider } from './batch.ts'
import type { GeminiConnection } from './gemini-connection.ts'
import { jobOf, outputOf, type Operation } from './gemini-job.ts'
import type { createFind } from './gemini-look.ts'
import { createResultsReader, type ResultsReader } from './gemini-results.ts'
import { removeFile } from './gemini-submit.ts'
import { readLines } from './limited-body.ts'
import { ModelError } from './model-error.ts'

/** Why an item has no result, in the order in which it is found out. */
type Missing = Parameters<ResultsReader['outcomes']>[0]

const nothingForIt: Missing = { code: null, message: 'the job brought nothing for this item' }
/** No answer of a model is longer. */
const lineBytes = 16 * 1024 * 1024
/** gRPC's codes for what is lost, which is not for want of the item's video as 5 would be, and for what is too large. */
const dataLoss = 15
const outOfRange = 11

interface Collecting {
  readonly connection: GeminiConnection
  readonly operation: Operation
  readonly reader: ResultsReader
  readonly items: readonly BatchItem[]
  readonly resultBytes: number
  readonly signal: AbortSignal
}

const takeLine = (reader: ResultsReader, line: string | null): void => {
  if (line === null || line.trim() === '') return
  try {
    reader.take(JSON.parse(line))
  } catch {
    // A line that is no JSON belongs to no item that we know.
  }
}

/** Reads the file line by line. Google answers 403 for a file that is gone as well; the job itself was just shown with this key. */
const collectFile = async (file: string, { connection, reader, resultBytes, signal }: Collecting): Promise<Missing> => {
  const { api, look } = connection
  let missing = nothingForIt
  const onCut = (): void => {
    missing = { code: outOfRange, message: `the results have over ${resultBytes} bytes` }
  }
  try {
    await look(signal, async wire => {
      const response = await wire.stream(`${api}/${file}:download?alt=media`)
      for await (const line of readLines(response, { bytes: resultBytes, lineBytes, onCut })) takeLine(reader, line)
    })
    return missing
  } catch (error) {
    const gone = error instanceof ModelError && (error.status === 403 || error.status === 404)
    if (!gone) throw error
    return { code: dataLoss, message: 'the file of results is gone' }
  }
}

const collectAll = async (collecting: Collecting, jobError: string): Promise<Missing> => {
  const { items, operation, reader } = collecting
  const { inlinedResponses, responsesFile } = outputOf(operation)
  const responses = inlinedResponses?.inlinedResponses ?? []
  // Answers come in the order of their requests; where one is missing, that order tells nothing.
  const placed = responses.length === items.length
  for (const [position, response] of responses.entries()) reader.take(response, placed ? position : undefined)
  const missing = responsesFile === undefined ? nothingForIt : await collectFile(responsesFile, collecting)
  return jobError === '' ? missing : { code: operation.error?.code ?? null, message: jobError }
}

/** What a job that has ended brought. A job that is alive or gone is an error for the next run, which looks at it again. */
export const createCollect =
  (
    connection: GeminiConnection,
    { find, resultBytes }: { readonly find: ReturnType<typeof createFind>; readonly resultBytes: number },
  ): BatchProvider['results'] =>
  async (name, items, signal) => {
    const { failures, scrub } = connection
    const found = await find(name, signal)
    const job = found && jobOf(found.operation, scrub)
    if (found === undefined || job === undefined || job.state === 'alive' || job.state === 'cancelling')
      throw failures.of('provider-down', { sent: true, detail: `${name} has no results ${found ? 'yet' : 'any more'}` })
    const { operation, rehearsal } = found
    const reader = createResultsReader(items, { job: name, rehearsal, scrub })
    const missing = await collectAll({ connection, operation, reader, items, resultBytes, signal }, job.error)
    const input = operation.metadata.inputConfig?.fileName
    if (input !== undefined) await removeFile(connection, input, signal)
    return reader.outcomes(missing)
  }
