import { basename } from 'node:path'
import type { Collection, ForeignProblem, ForeignRow } from '../dataset/foreign/foreign-row.ts'
import { PerpetualError } from '../domain/errors.ts'
import { oneLine } from '../domain/one-line.ts'
import type { Task } from '../domain/task.ts'
import { renderImported } from '../pipelines/integration/imported-rows.ts'
import type { Project } from '../project.ts'
import { hashedId, integrationTask } from '../session/integration/delivery-task.ts'
import { importedRowsFile } from '../session/integration/read-source.ts'

/** What fits a part, so that each task is one pull request. */
const rowsPerTask = 300
/** Bytes of one task's rows: a commit that carries more is slow on GitHub. */
const bytesPerTask = 400_000

const byteLengthOf = ({ question, answer }: ForeignRow): number => Buffer.byteLength(question) + Buffer.byteLength(answer) + 300

/** The rows of a collection in pieces, in their order; what could not be read goes with the first piece, so that it is told once. */
function piecesOf({ rows, problems }: Collection): readonly Collection[] {
  const pieces: { rows: ForeignRow[]; problems: readonly ForeignProblem[] }[] = []
  let bytes = 0
  for (const row of rows) {
    const size = byteLengthOf(row)
    const open = pieces.at(-1)
    if (open !== undefined && open.rows.length < rowsPerTask && bytes + size <= bytesPerTask) {
      open.rows.push(row)
      bytes += size
    } else {
      pieces.push({ rows: [row], problems: [] })
      bytes = size
    }
  }
  const [first] = pieces
  if (first !== undefined) first.problems = problems.slice(0, rowsPerTask)
  return pieces
}

interface Piece {
  readonly task: Task
  readonly text: string
}

/** Ids follow from the name and the rows, so that importing the same file again finds its tasks. */
function tasksOf(
  collection: Collection,
  { name, pipeline, createdAt }: { readonly name: string; readonly pipeline: string; readonly createdAt: string },
): readonly Piece[] {
  const pieces = piecesOf(collection)
  return pieces.map((piece, index) => {
    const text = renderImported(piece)
    const number = index + 1
    const id = hashedId(`import-${name}-${number}`, `${name}\n${text}`)
    const source = { type: 'import', name, piece: number, pieces: pieces.length, rows: id } as const
    const title = `Integrate ${oneLine(name, 150)}, piece ${number} of ${pieces.length}`
    return { task: integrationTask({ pipeline, id, title, priority: 'p2', order: number, createdAt, source }), text }
  })
}

export interface Imported {
  readonly pipeline: string
  readonly rows: number
  /** Rows that could not be read, each with its reason. */
  readonly problems: readonly ForeignProblem[]
  readonly tasks: { readonly created: number; readonly existing: number }
}

/** The pipeline that integrates. Throws `fix-config` where the configuration has none, or several and none is named. */
export function integrationPipeline({ config }: Pick<Project, 'config'>, wanted: string | undefined): string {
  const names = Object.entries(config.pipelines).flatMap(([name, { kind }]) => (kind === 'integration' ? [name] : []))
  const [only, ...others] = names
  if (wanted !== undefined && names.includes(wanted)) return wanted
  if (wanted === undefined && only !== undefined && others.length === 0) return only
  const found = names.length === 0 ? 'none' : names.map(name => `\`${name}\``).join(', ')
  const expected =
    wanted === undefined ? 'one pipeline of kind integration' : `a pipeline of kind integration named \`${wanted}\``
  throw new PerpetualError(`Expected ${expected}, found ${found}${others.length > 0 ? '; name it with --pipeline' : ''}`, {
    actBy: 'fix-config',
  })
}

/**
 * Makes tasks of a collection, each with its rows in the same commit. What is there already stays as it is: so an import goes on where
 * it was stopped, and the same file again changes nothing.
 */
export async function importCollection(
  { book, clock }: Project,
  collection: Collection,
  {
    name,
    pipeline,
    onProgress,
  }: { readonly name: string; readonly pipeline: string; readonly onProgress: (done: number, total: number) => void },
): Promise<Imported> {
  const pieces = tasksOf(collection, { name: basename(name) || name, pipeline, createdAt: clock.now() })
  await book.refresh()
  const known = new Set((await book.tasks(pipeline)).map(({ id }) => id))
  const missing = pieces.filter(({ task }) => !known.has(task.id))
  for (const [index, { task, text }] of missing.entries()) {
    await book.apply(
      { type: 'add-tasks', operation: `import/${task.id}`, pipeline, now: clock.now(), tasks: [task] },
      { files: [importedRowsFile(task, text)] },
    )
    onProgress(index + 1, missing.length)
  }
  return {
    pipeline,
    rows: collection.rows.length,
    problems: collection.problems,
    tasks: { created: missing.length, existing: pieces.length - missing.length },
  }
}
