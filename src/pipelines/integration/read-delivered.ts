import { z } from 'zod'
import { parseCallLines, type CallLines } from '../../dataset/call-lines.ts'
import { pairOf, strangerLine } from '../../dataset/pair-file.ts'
import { issueLine, pairRowSchema, type PairRow } from '../../dataset/pair-rows.ts'
import { videoFamily } from '../../dataset/video-moment.ts'
import { messageOf } from '../../domain/errors.ts'
import type { Pair } from '../../domain/pair.ts'
import type { IntegrationAssignment, Problem, SourceRow } from './assignment.ts'

/** How much people looked at the part that a file came with, as far as the state knows. */
export type KnownReview = Pick<Pair['review'], 'state' | 'pull_request'>

/** What reading a file comes to: a part of the assignment. */
export type ReadSource = Pick<IntegrationAssignment, 'rows' | 'problems' | 'rehearsal' | 'subject'>

/** The newest pair file that this version reads. */
const newestVersion = 1

const fileSchema = z.looseObject({ version: z.int(), indicator_id: z.string(), pairs: z.array(z.unknown()) })
const writtenSchema = z.looseObject({ handle: z.string().catch(''), question: z.string().catch('') })

function parseLoosely(text: string): z.infer<typeof fileSchema> | undefined {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text.replace(/^\ufeff/, '')))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Whether a text looks like a file that this system delivered, whatever stands beside it. */
export const looksDelivered = (text: string): boolean => parseLoosely(text) !== undefined

const noSubject = { name: '', brief: '' } as const

export const unreadable = (reason: string): ReadSource => ({
  rows: [],
  problems: [{ key: '', question: '', reason }],
  rehearsal: false,
  subject: noSubject,
})

const problemOf = (raw: unknown, index: number, reason: string): Problem => {
  const written = writtenSchema.safeParse(raw)
  const { handle = '', question = '' } = written.success ? written.data : {}
  return { key: handle === '' ? `row-${index + 1}` : handle, question, reason }
}

/** What a person edited says so already; what nobody is known to have read is at least merged. */
const withReview = (pair: Pair, { state, pull_request }: KnownReview): Pair => ({
  ...pair,
  review: { ...pair.review, pull_request, state: pair.review.state === 'edited' ? 'edited' : state },
})

const readRow = (
  row: PairRow,
  { calls, review }: { readonly calls: CallLines; readonly review: KnownReview },
): SourceRow | undefined => {
  const line = calls.pairs.get(row.handle)
  if (line === undefined) return undefined
  const pair = withReview(pairOf(row, line), review)
  return { key: row.handle, pair, evidence: calls.head.indicator.family === videoFamily ? 'video' : 'quotes' }
}

const readRows = (
  raws: readonly unknown[],
  known: { readonly calls: CallLines; readonly review: KnownReview },
): Pick<ReadSource, 'rows' | 'problems'> => {
  const rows: SourceRow[] = []
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const [index, raw] of raws.entries()) {
    const parsed = pairRowSchema.safeParse(raw)
    const row = parsed.success ? readRow(parsed.data, known) : undefined
    if (!parsed.success) problems.push(problemOf(raw, index, issueLine(parsed.error)))
    else if (row === undefined) problems.push(problemOf(raw, index, strangerLine(parsed.data, index)))
    else if (seen.has(row.key)) problems.push(problemOf(raw, index, 'Expected every handle once, this one stands twice.'))
    else {
      seen.add(row.key)
      rows.push(row)
    }
  }
  return { rows, problems }
}

/**
 * A file that this system delivered, as reviewers left it: each row stands or falls by itself. Nothing throws; what cannot be read is put
 * aside with the reason. `callsText` is undefined where the machine part beside it was deleted.
 */
export function readDelivered(
  text: string,
  {
    callsText,
    callsPath,
    review,
  }: { readonly callsText: string | undefined; readonly callsPath: string; readonly review: KnownReview },
): ReadSource {
  const file = parseLoosely(text)
  if (file === undefined) return unreadable('Expected a pair file in JSON, with a version, an indicator and a list of pairs.')
  if (file.version > newestVersion)
    return unreadable(`Expected a pair file of version ${newestVersion}, got ${file.version}: a newer perpetual wrote it.`)
  const refused = (reason: string): ReadSource => ({
    ...unreadable(reason),
    problems: file.pairs.map((raw, index) => problemOf(raw, index, reason)),
  })
  if (callsText === undefined) return refused(`Expected ${callsPath} beside it, which tells where its pairs come from.`)
  let calls: CallLines
  try {
    calls = parseCallLines(callsText)
  } catch (error) {
    return refused(`${callsPath}: ${messageOf(error)}`.slice(0, 400))
  }
  const { name, brief } = calls.head.indicator
  return {
    ...readRows(file.pairs, { calls, review }),
    rehearsal: calls.calls.some(call => call.rehearsal),
    subject: { name, brief },
  }
}
