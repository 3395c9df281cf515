import { z } from 'zod'
import { messageOf, PerpetualError } from '../domain/errors.ts'
import { citationSchema, type Pair, pairSchema } from '../domain/pair.ts'
import { sha256 } from './pair-id.ts'
import { issueLine, rowOf } from './pair-rows.ts'
import { factorOut, putBack } from './shared-fields.ts'
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

const metaLineSchema = z.strictObject({
  type: z.literal('meta'),
  version: z.literal(1),
  ...unitHeadSchema.shape,
  /** What all pairs of this file have in common, and their lines leave out. */
  shared: z.record(z.string(), z.unknown()),
})
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

/** A pair's line as it is written: without what is shared. */
const shortPairLineSchema = z.looseObject({ type: z.literal('pair') })
const lineSchema = z.discriminatedUnion('type', [metaLineSchema, callLineSchema, shortPairLineSchema, rejectionLineSchema])

/** The machine part of a delivery, read back. */
export interface CallLines {
  readonly head: z.infer<typeof unitHeadSchema>
  readonly calls: readonly CallRecord[]
  readonly pairs: ReadonlyMap<string, PairLine>
  readonly rejections: readonly Rejection[]
}

/** SHA-256 of what a person reads of a pair. */
export const rowSha256 = (row: ReturnType<typeof rowOf>): string => sha256(JSON.stringify(row))

const pairLine = (pair: Pair): Omit<PairLine, 'type'> => ({
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
  const { shared, rest } = factorOut(pairs.map(pairLine))
  const lines: z.infer<typeof lineSchema>[] = [
    { type: 'meta', version: 1, ...head, shared },
    ...calls.map(call => ({ type: 'call' as const, ...call })),
    ...rest.map(line => ({ type: 'pair' as const, ...line })),
    ...rejections.map(rejection => ({ type: 'rejection' as const, ...rejection })),
  ]
  return `${lines.map(line => JSON.stringify(line)).join('\n')}\n`
}

const mistake = (number: number, problem: string, cause?: unknown): PerpetualError =>
  new PerpetualError(`Line ${number} of the calls: ${problem}`, { actBy: 'fix-config', cause })

/** Reads one line, with its number for errors. */
const parseLine = (text: string, number: number): { readonly number: number; readonly line: z.infer<typeof lineSchema> } => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw mistake(number, messageOf(error), error)
  }
  const parsed = lineSchema.safeParse(value)
  if (parsed.success) return { number, line: parsed.data }
  throw mistake(number, issueLine(parsed.error))
}

const withoutType = <Line extends { readonly type: string }>({ type: _type, ...rest }: Line): Omit<Line, 'type'> => rest

/** Reads the machine part. Throws one line that names the line and what is wrong with it. */
export const parseCallLines = (text: string): CallLines => {
  const lines = text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parseLine(line, i + 1)]))
  const [meta, ...rest] = lines
  if (meta?.line.type !== 'meta') throw mistake(1, 'expected the line of type `meta`')
  const { type: _type, version: _version, shared, ...head } = meta.line
  const calls: CallRecord[] = []
  const pairs = new Map<string, PairLine>()
  const rejections: Rejection[] = []
  for (const { number, line } of rest) {
    if (line.type === 'call') calls.push(withoutType(line))
    else if (line.type === 'rejection') rejections.push(withoutType(line))
    else if (line.type === 'pair') {
      const whole = pairLineSchema.safeParse(putBack(shared, line))
      if (!whole.success) throw mistake(number, issueLine(whole.error))
      pairs.set(whole.data.handle, whole.data)
    }
  }
  return { head, calls, pairs, rejections }
}
