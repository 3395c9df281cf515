import { z } from 'zod'
import { messageOf, PerpetualError } from '../domain/errors.ts'
import { citationSchema, type Pair, pairSchema } from '../domain/pair.ts'
import { sha256 } from './pair-id.ts'
import { issueLine, rowOf } from './pair-rows.ts'
import {
  type CallRecord,
  callRecordSchema,
  type Rejection,
  rejectionSchema,
  unitHeadSchema,
  type UnitDelivery,
} from './unit-delivery.ts'

const { id, schema_version, indicator_id, indicator, topic, language, generation, judge, dedup, review, license } =
  pairSchema.shape

const metaLineSchema = z.strictObject({ type: z.literal('meta'), version: z.literal(1), ...unitHeadSchema.shape })
const callLineSchema = z.strictObject({ type: z.literal('call'), ...callRecordSchema.shape })
const rejectionLineSchema = z.strictObject({ type: z.literal('rejection'), ...rejectionSchema.shape })
const pairLineSchema = z.strictObject({
  type: z.literal('pair'),
  handle: z.string(),
  /** SHA-256 of the row that a person reads, which tells an edited pair. */
  row_sha256: z.string(),
  id,
  schema_version,
  indicator_id,
  indicator,
  topic,
  language,
  generation,
  judge,
  dedup,
  review,
  license,
  citations: z.array(citationSchema.omit({ url: true, title: true, quote: true })),
})
export type PairLine = z.infer<typeof pairLineSchema>

const lineSchema = z.discriminatedUnion('type', [metaLineSchema, callLineSchema, pairLineSchema, rejectionLineSchema])

/** The machine part of a delivery, read back. */
export interface CallLines {
  readonly head: z.infer<typeof unitHeadSchema>
  readonly calls: readonly CallRecord[]
  readonly pairs: ReadonlyMap<string, PairLine>
  readonly rejections: readonly Rejection[]
}

/** SHA-256 of what a person reads of a pair. */
export const rowSha256 = (row: ReturnType<typeof rowOf>): string => sha256(JSON.stringify(row))

const pairLine = (pair: Pair): PairLine => ({
  type: 'pair',
  handle: pair.handle,
  row_sha256: rowSha256(rowOf(pair)),
  id: pair.id,
  schema_version: pair.schema_version,
  indicator_id: pair.indicator_id,
  indicator: pair.indicator,
  topic: pair.topic,
  language: pair.language,
  generation: pair.generation,
  judge: pair.judge,
  dedup: pair.dedup,
  review: pair.review,
  license: pair.license,
  citations: pair.citations.map(({ n, published_at, accessed_at, quote_sha256, match_score }) => ({
    n,
    published_at,
    accessed_at,
    quote_sha256,
    match_score,
  })),
})

/** The machine part: the unit, then one line a call, one a pair, one a rejection. */
export const renderCallLines = ({ pairs, rejections, calls, ...head }: UnitDelivery): string => {
  const lines: z.infer<typeof lineSchema>[] = [
    { type: 'meta', version: 1, ...head },
    ...calls.map(call => ({ type: 'call' as const, ...call })),
    ...pairs.map(pairLine),
    ...rejections.map(rejection => ({ type: 'rejection' as const, ...rejection })),
  ]
  return `${lines.map(line => JSON.stringify(line)).join('\n')}\n`
}

const parseLine = (text: string, number: number): z.infer<typeof lineSchema> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new PerpetualError(`Line ${number} of the calls: ${messageOf(error)}`, { actBy: 'fix-config', cause: error })
  }
  const parsed = lineSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new PerpetualError(`Line ${number} of the calls: ${issueLine(parsed.error)}`, { actBy: 'fix-config' })
}

/** Reads the machine part. Throws one line that names the line and what is wrong with it. */
export const parseCallLines = (text: string): CallLines => {
  const lines = text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parseLine(line, i + 1)]))
  const [meta, ...rest] = lines
  if (meta?.type !== 'meta')
    throw new PerpetualError('Line 1 of the calls: expected the line of type `meta`', { actBy: 'fix-config' })
  const { type: _type, version: _version, ...head } = meta
  const calls: CallRecord[] = []
  const pairs = new Map<string, PairLine>()
  const rejections: Rejection[] = []
  for (const line of rest) {
    if (line.type === 'call') calls.push(withoutType(line))
    else if (line.type === 'rejection') rejections.push(withoutType(line))
    else if (line.type === 'pair') pairs.set(line.handle, line)
  }
  return { head, calls, pairs, rejections }
}

const withoutType = <Line extends { readonly type: string }>({ type: _type, ...rest }: Line): Omit<Line, 'type'> => rest
