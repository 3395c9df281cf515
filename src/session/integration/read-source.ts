import { retractionsPath } from '../../dataset/database/paths.ts'
import { readRetracted } from '../../dataset/database/retractions.ts'
import type { IntegrationSource } from '../../domain/integration-task.ts'
import type { Pair } from '../../domain/pair.ts'
import { statePaths } from '../../domain/state.ts'
import type { Part, Task } from '../../domain/task.ts'
import type { FileChange, Forge } from '../../forge/forge.ts'
import type { StateBook } from '../state-book.ts'
import { atCommit } from './at-commit.ts'

export interface SourceSetup {
  readonly forge: Pick<Forge, 'contents'>
  readonly book: Pick<StateBook, 'tasks' | 'store'>
}

/** A delivered file with what stands beside it, at the commit that its task was made for. */
export interface DeliveredTexts {
  readonly path: string
  /** Undefined where there is no such file (any more): a rewritten history. */
  readonly bytes: Uint8Array | undefined
  readonly callsPath: string
  /** Undefined where nothing was delivered beside it: then it is foreign, or somebody deleted it. */
  readonly callsText: string | undefined
  /** How far people looked at the part that brought it, and where. */
  readonly review: Pick<Pair['review'], 'state' | 'pull_request'>
  readonly retracted: ReadonlySet<string>
}

const callsPathOf = (path: string): string => path.replace(/\.[^./]+$/, '.calls.jsonl')

const stateOfLooked = { none: 'merged-unread', some: 'sampled', all: 'checked' } as const

/**
 * What is merged and was not taken in yet counts as what its reviewer said so far. Of a part that was edited, a pair that was not
 * has been looked at with the others: some of them, as far as anybody knows.
 */
function stateOf(part: Part): Pair['review']['state'] {
  if (part.state === 'merged' && part.review !== 'edited') return part.review
  return part.review === 'edited' && part.looked === 'none' ? 'sampled' : stateOfLooked[part.looked]
}

const reviewOf = (part: Part | undefined): DeliveredTexts['review'] => ({
  state: part === undefined ? 'merged-unread' : stateOf(part),
  pull_request: part?.url ?? '',
})

async function readRetractedIds({ contents }: Pick<Forge, 'contents'>): Promise<ReadonlySet<string>> {
  const texts = await contents.read(await contents.head(), [retractionsPath])
  return readRetracted(texts.get(retractionsPath) ?? '')
}

/** Reads one file of a task: its bytes and what is beside it as they were at the commit, retractions and the review as they are now. */
export async function readDeliveredTexts(
  { forge, book }: SourceSetup,
  { path, commit }: { readonly path: string; readonly commit: string },
): Promise<DeliveredTexts> {
  const callsPath = callsPathOf(path)
  const [[bytes, beside], tasks, retracted] = await Promise.all([
    atCommit(forge, commit, at => Promise.all([forge.contents.readBytes(at, path), forge.contents.read(at, [callsPath])])),
    book.tasks(),
    readRetractedIds(forge),
  ])
  const part = tasks.flatMap(task => task.parts).find(each => each.paths.includes(path))
  return { path, bytes, callsPath, callsText: beside.get(callsPath), review: reviewOf(part), retracted }
}

const rowsPath = (task: Pick<Task, 'pipeline' | 'id'>): string => `${statePaths.results(task)}/rows.jsonl`

/** The rows of an imported piece, to be committed together with its task: they go when the task is done, as all results do. */
export const importedRowsFile = (task: Pick<Task, 'pipeline' | 'id'>, text: string): FileChange => ({
  path: rowsPath(task),
  text,
})

/** The lines of an imported piece; undefined where they are gone. */
export async function readImportedRows(
  { forge, book }: SourceSetup,
  task: Pick<Task, 'pipeline'>,
  { rows }: Extract<IntegrationSource, { type: 'import' }>,
): Promise<{ readonly text: string | undefined; readonly retracted: ReadonlySet<string> }> {
  const path = rowsPath({ pipeline: task.pipeline, id: rows })
  const { store } = book
  const texts = await store.read(await store.head(), [path])
  return { text: texts.get(path), retracted: await readRetractedIds(forge) }
}
