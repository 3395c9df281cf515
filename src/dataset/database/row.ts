import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'
import { instantSchema } from '../../domain/instant.ts'
import { pairSchema } from '../../domain/pair.ts'
import { partLimits } from '../parts.ts'
import { type LineMistake, readLines } from './lines.ts'

export const rowGrades = ['A', 'B', 'C', 'D', 'F', ''] as const

/** One line of the database: a pair, with how it came in. */
export const rowSchema = z.strictObject({
  ...pairSchema.shape,
  /** An empty string where no judge looked at it. */
  grade: z.enum(rowGrades),
  origin: z.enum(['delivered', 'imported']),
  /** The delivered or imported file that it came from. */
  source_path: z.string(),
  integrated_at: instantSchema,
})
export type DatabaseRow = z.infer<typeof rowSchema>

/** The flag of a pair that the embedded provider made. */
export const rehearsalFlag = 'rehearsal'
/** What its models are called; a flag alone is taken off by one edit. */
const rehearsalModel = 'rehearsal/'
export const isRehearsal = ({ flags, generation }: Pick<DatabaseRow, 'flags' | 'generation'>): boolean =>
  flags.includes(rehearsalFlag) || generation.model_served.startsWith(rehearsalModel)

/** The schema's parse puts the keys into its order, so that the same row has the same bytes. */
export const renderRow = (row: DatabaseRow): string => `${JSON.stringify(rowSchema.parse(row))}\n`

/** One JSON line a row. */
export const renderShard = (rows: readonly DatabaseRow[]): string => rows.map(renderRow).join('')

export interface Shard {
  readonly path: string
  readonly text: string
}

/**
 * Rows as files that GitHub shows whole (450 KB): `<path>`, then `<name>-2.jsonl`, …; a row that is larger is a file by itself.
 * Without rows there is one empty file, which says that its source was looked at.
 */
export function renderShards(path: string, rows: readonly DatabaseRow[]): readonly Shard[] {
  const texts: string[][] = [[]]
  let bytes = 0
  for (const line of rows.map(renderRow)) {
    const size = Buffer.byteLength(line)
    if (bytes > 0 && bytes + size > partLimits.fileBytes) {
      texts.push([])
      bytes = 0
    }
    texts.at(-1)?.push(line)
    bytes += size
  }
  return texts.map((lines, index) => ({
    path: index === 0 ? path : path.replace(/\.jsonl$/, `-${index + 1}.jsonl`),
    text: lines.join(''),
  }))
}

/** The rows of a shard, or the first line that is none. */
export type ReadShard =
  | { readonly type: 'rows'; readonly rows: readonly DatabaseRow[] }
  | ({ readonly type: 'mistake' } & LineMistake)

export function readShard(text: string): ReadShard {
  const rows: DatabaseRow[] = []
  for (const line of readLines(text, rowSchema)) {
    if (line.type === 'mistake') return line
    rows.push(line.value)
  }
  return { type: 'rows', rows }
}

/** Throws one line that names the file, the line and what is wrong with it. */
export function parseShard({ path, text }: Shard): readonly DatabaseRow[] {
  const read = readShard(text)
  if (read.type === 'rows') return read.rows
  throw new PerpetualError(
    `Expected rows of the database, got ${path}:${read.line}: ${read.message}; \`perpetual database verify\` looks at all, git has the line as it was`,
    { actBy: 'fix-config' },
  )
}
