import type { DeliveredFile } from '../domain/delivered-file.ts'
import { PerpetualError } from '../domain/errors.ts'
import { type Citation, type Pair, pairSchema } from '../domain/pair.ts'
import { type CallLines, type PairLine, parseCallLines, renderCallLines, rowSha256 } from './call-lines.ts'
import { pairId, quoteSha256 } from './pair-id.ts'
import { type PairFile, type PairRow, parsePairFile, renderPairFile, rowOf } from './pair-rows.ts'
import { fitsPart, partLimits } from './parts.ts'
import { renderReview } from './review-page.ts'
import { questionSha256 } from './shingles.ts'
import type { UnitDelivery } from './unit-delivery.ts'

export { pairId } from './pair-id.ts'
export { parsePairFile } from './pair-rows.ts'
export type { UnitDelivery } from './unit-delivery.ts'

const pathSegment = /^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

const folderOf = ({ agent, task, indicator }: UnitDelivery): string => {
  const segments = [agent, task, indicator.id]
  const bad = segments.find(segment => !pathSegment.test(segment))
  if (bad === undefined) return `inbox/${segments.join('/')}`
  throw new PerpetualError(`Expected agent, task and indicator to be usable as file names, got ${JSON.stringify(bad)}`, {
    actBy: 'fix-config',
  })
}

/** The files of one piece; `path` holds only what comes after the stem. */
const filesOf = (delivery: UnitDelivery): readonly DeliveredFile[] => {
  const { task, indicator, pairs } = delivery
  const file: PairFile = {
    version: 1,
    task,
    indicator_id: indicator.id,
    indicator: indicator.name,
    pairs: pairs.map(rowOf),
  }
  return [
    { path: '.json', text: renderPairFile(file), pairs: pairs.length },
    { path: '.calls.jsonl', text: renderCallLines(delivery), pairs: 0 },
    { path: '.review.md', text: renderReview(delivery), pairs: 0 },
  ]
}

/** Halves a delivery until every piece fits a part. The first piece carries calls, rejections and planted errors, so that a sum counts them once. */
const piecesOf = (delivery: UnitDelivery): readonly (readonly DeliveredFile[])[] => {
  const { pairs } = delivery
  const files = pairs.length <= partLimits.pairs ? filesOf(delivery) : undefined
  if (files && (pairs.length < 2 || fitsPart(files))) return [files]
  const half = Math.ceil(pairs.length / 2)
  const rest = { ...delivery, pairs: pairs.slice(half), calls: [], rejections: [], planted: { asked: 0, caught: 0 } }
  return [...piecesOf({ ...delivery, pairs: pairs.slice(0, half) }), ...piecesOf(rest)]
}

/**
 * The files of a unit that has ended: for people `<indicator>.json` and `<indicator>.review.md`, for machines `<indicator>.calls.jsonl`;
 * in pieces (`<indicator>-2.json` …) where one would pass the limits of a part.
 */
export const renderUnit = (delivery: UnitDelivery): readonly DeliveredFile[] => {
  const stem = folderOf(delivery)
  return piecesOf(delivery).flatMap((files, index) =>
    files.map(file => ({ ...file, path: `${stem}${index === 0 ? '' : `-${index + 1}`}${file.path}` })),
  )
}

/** Each citation that stands as it was delivered keeps what was measured of it; an edited one has a match score of 0. */
const citationsOf = (row: PairRow, line: PairLine): Citation[] => {
  const left = [...line.citations]
  return row.citations.map((citation, index) => {
    const hash = quoteSha256(citation.quote)
    const at = left.findIndex(one => one.quote_sha256 === hash)
    const [known] = at < 0 ? [] : left.splice(at, 1)
    const { published_at = '', accessed_at = '', match_score = 0, n = index + 1 } = known ?? {}
    return { n, ...citation, published_at, accessed_at, quote_sha256: hash, match_score }
  })
}

/** A row as a reviewer left it with what was delivered beside it. The schema's parse also puts the keys into its order, so that the same pair has the same bytes in a shard, edited or not. */
export const pairOf = (row: PairRow, line: PairLine): Pair => {
  const { type: _type, row_sha256, citations: _citations, ...machine } = line
  const { type, ...readable } = row
  const whole = pairSchema.parse({ ...machine, ...readable, question_type: type, citations: citationsOf(row, line) })
  if (rowSha256(row) === row_sha256) return whole
  const edited: Pair = { ...whole, review: { ...whole.review, state: 'edited' } }
  const question_sha256 = questionSha256(row.question)
  if (question_sha256 === line.dedup.question_sha256) return edited
  return { ...edited, id: pairId(line.indicator_id, row.question), dedup: { question_sha256, nearest_id: '', jaccard: 0 } }
}

/** What is wrong with a row whose handle was not delivered. */
export const strangerLine = ({ handle }: PairRow, index: number): string =>
  `Row ${index + 1} (${JSON.stringify(handle.slice(0, 60))}): expected the handle of a delivered pair; one added by hand has no provenance`

const pairsOf = (file: PairFile, lines: CallLines): Pair[] =>
  file.pairs.map((row, index) => {
    const line = lines.pairs.get(row.handle)
    if (line) return pairOf(row, line)
    throw new PerpetualError(strangerLine(row, index), { actBy: 'fix-config' })
  })

/**
 * The pairs of a delivery as a reviewer left them: what stands in the pair file wins, an edited pair says so in its review state, and an
 * edited question gets its new id. Throws one line that names the row and what is wrong with it.
 */
export const readPairs = (pairFileText: string, callsText: string): Pair[] =>
  pairsOf(parsePairFile(pairFileText), parseCallLines(callsText))

/** A delivered unit (or one piece of it) read back whole. */
export const readUnit = (pairFileText: string, callsText: string): UnitDelivery => {
  const lines = parseCallLines(callsText)
  return { ...lines.head, calls: lines.calls, rejections: lines.rejections, pairs: pairsOf(parsePairFile(pairFileText), lines) }
}
