import { z } from 'zod'
import { instantSchema } from './instant.ts'
import { amountsSchema } from './ledger.ts'

/** One line of `history/<yyyy-mm>.jsonl`: a session that was wrapped. */
export const historyLineSchema = z.strictObject({
  version: z.literal(1),
  session: z.string(),
  pipeline: z.string(),
  agent: z.string(),
  startedAt: instantSchema,
  endedAt: instantSchema,
  /** Why it wrapped: a code, and after a colon what a person wants to know beside it. */
  reason: z.string(),
  spent: amountsSchema,
  /** Calls that came to an outcome. */
  calls: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  tasks: z.array(z.string()),
  deliveries: z.array(z.strictObject({ branch: z.string(), number: z.int().positive(), url: z.string() })),
})
export type HistoryLine = z.infer<typeof historyLineSchema>

export const renderHistoryLine = (line: HistoryLine): string => `${JSON.stringify(historyLineSchema.parse(line))}\n`

/** The sessions that a history tells of, in the order in which they ended, and how many of its lines cannot be read. */
export interface History {
  readonly sessions: readonly HistoryLine[]
  readonly damaged: number
}

function readLine(line: string): HistoryLine | undefined {
  try {
    return historyLineSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

/** Reads files of history; a line that cannot be read is counted and left out, and a session that stands there twice counts once. */
export function readHistoryTexts(texts: Iterable<string>): History {
  const sessions = new Map<string, HistoryLine>()
  let damaged = 0
  for (const text of texts) {
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue
      const read = readLine(line)
      if (read === undefined) damaged += 1
      else sessions.set(`${read.pipeline}/${read.session}`, read)
    }
  }
  return {
    sessions: [...sessions.values()].toSorted((a, b) => (a.endedAt < b.endedAt ? -1 : a.endedAt > b.endedAt ? 1 : 0)),
    damaged,
  }
}
