import { z } from 'zod'
import type { Collection } from '../../dataset/foreign/foreign-row.ts'

/** One line of the rows of an imported piece, as they wait for their session. */
const lineSchema = z.discriminatedUnion('type', [
  z.strictObject({
    version: z.literal(1),
    type: z.literal('row'),
    row: z.int().nonnegative(),
    question: z.string(),
    answer: z.string(),
    id: z.string(),
    topic: z.array(z.string()),
    difficulty: z.string(),
    type_written: z.string(),
    source: z.string(),
    rehearsal: z.boolean(),
  }),
  z.strictObject({ version: z.literal(1), type: z.literal('problem'), row: z.int().nonnegative(), reason: z.string() }),
])

const lineOf = (line: z.infer<typeof lineSchema>): string => `${JSON.stringify(line)}\n`

export const renderImported = ({ rows, problems }: Collection): string =>
  [
    ...rows.map(({ type, ...row }) => lineOf({ version: 1, type: 'row', ...row, topic: [...row.topic], type_written: type })),
    ...problems.map(problem => lineOf({ version: 1, type: 'problem', ...problem })),
  ].join('')

/** What can be read of the lines; one that somebody broke is a problem like any other. */
export function parseImported(text: string): Collection {
  const rows: Collection['rows'][number][] = []
  const problems: Collection['problems'][number][] = []
  for (const [index, written] of text.split('\n').entries()) {
    if (written === '') continue
    const line = readLine(written)
    if (line === undefined) problems.push({ row: index + 1, reason: 'expected an imported row, found a line that is none' })
    else if (line.type === 'problem') problems.push({ row: line.row, reason: line.reason })
    else {
      const { version: _version, type: _type, type_written, ...row } = line
      rows.push({ ...row, type: type_written })
    }
  }
  return { rows, problems }
}

function readLine(written: string): z.infer<typeof lineSchema> | undefined {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(written))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
