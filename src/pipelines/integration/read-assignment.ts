import { decodeText } from '../../dataset/foreign/decode-text.ts'
import { readCollection, type Collection } from '../../dataset/foreign/read-collection.ts'
import type { Instant } from '../../domain/instant.ts'
import type { IntegrationAssignment } from './assignment.ts'
import { foreignPair, type ForeignSource } from './foreign-pair.ts'
import { parseImported } from './imported-rows.ts'
import { looksDelivered, readDelivered, unreadable, type KnownReview, type ReadSource } from './read-delivered.ts'

interface TaskFacts {
  readonly task: string
  readonly createdAt: Instant
  /** What foreign rows are taken to be written in, until the gate for it looks. */
  readonly language: string
  readonly retracted: ReadonlySet<string>
}

/** A file of the inbox with what stood beside it. */
export interface DeliveredFileTexts {
  readonly path: string
  readonly bytes: Uint8Array | undefined
  readonly callsPath: string
  readonly callsText: string | undefined
  readonly review: KnownReview
}

/** Rows of a foreign file in the inbox: what it brings must fit a part, as our own files do. */
const mostForeignRows = 300

const withoutSubject = { rehearsal: false, subject: { name: '', brief: '' } } as const

const fromCollection = ({ rows, problems }: Collection, source: ForeignSource): ReadSource => ({
  ...withoutSubject,
  rows: rows.map(row => foreignPair(row, source)),
  problems: problems.map(({ row, reason }) => ({ key: row === 0 ? '' : `row-${row}`, question: '', reason })),
})

const readFile = (facts: TaskFacts, file: DeliveredFileTexts): ReadSource => {
  const { path, bytes, callsPath, callsText, review } = file
  if (bytes === undefined) return unreadable(`Expected ${path} at the commit that its task names, found none.`)
  const decoded = path.endsWith('.json') ? decodeText(bytes) : undefined
  const text = decoded?.type === 'text' ? decoded.text : ''
  if (callsText !== undefined || looksDelivered(text)) return readDelivered(text, { callsText, callsPath, review })
  const { task, language, createdAt } = facts
  const name = path.replace(/^.*\//, '')
  const collection = readCollection(bytes, name)
  const count = collection.rows.length + collection.problems.length
  if (count > mostForeignRows)
    return unreadable(
      `Expected at most ${mostForeignRows} rows in a file that was made elsewhere, got ${count}: bring it in with \`perpetual database import ${path}\`.`,
    )
  return fromCollection(collection, { name, task, language, createdAt, review })
}

/** What a task works on for one delivered file. Nothing throws: what cannot be read is put aside with the reason. */
export const readDeliveryAssignment = (
  facts: TaskFacts & Pick<IntegrationAssignment, 'unit' | 'shard'>,
  file: DeliveredFileTexts,
): IntegrationAssignment => {
  const { task, unit, shard, createdAt, retracted } = facts
  const own = { task, unit, shard, earlier: [], createdAt, retracted }
  return { ...own, path: file.path, origin: 'delivered', ...readFile(facts, file) }
}

/** What a task of an imported piece works on; `text` is undefined where its rows are gone. */
export const readImportAssignment = (
  facts: TaskFacts,
  { name, text }: { readonly name: string; readonly text: string | undefined },
): IntegrationAssignment => {
  const { task, createdAt, language, retracted } = facts
  const source = { name, task, language, createdAt, review: { state: 'unreviewed', pull_request: '' } } as const
  const read =
    text === undefined
      ? unreadable('Expected the imported rows with the task, found none: import the file again.')
      : fromCollection(parseImported(text), source)
  const own = { task, unit: 'file', shard: task, earlier: [], createdAt, retracted }
  return { ...own, path: name, origin: 'imported', ...read }
}
