import type { DeliveredFile } from '../domain/delivered-file.ts'
import { PerpetualError } from '../domain/errors.ts'
import { type Citation, type Pair, pairSchema } from '../domain/pair.ts'
import { type CallLines, type PairLine, parseCallLines, renderCallLines, rowSha256 } from './call-lines.ts'
import { pairId, quoteSha256 } from './pair-id.ts'
import { type PairFile, type PairRow, parsePairFile, renderPairFile, rowOf } from './pair-rows.ts'
import { fitsPart } from './parts.ts'
import { renderReview } from './review-page.ts'
import { questionSha256 } from './shingles.ts'
import type { UnitDelivery } from './unit-delivery.ts'

export { pairId, quoteSha256 } from './pair-id.ts'
export { type PairFile, type PairRow, parsePairFile } from './pair-rows.ts'
export type { CallRecord, Rejection, UnitDelivery } from './unit-delivery.ts'

const pathSegment = /^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

const stemOf = ({ agent, task, indicator }: UnitDelivery, number: number): string => {
  const segments = [agent, task, indicator.id]
  const bad = segments.find(segment => !pathSegment.test(segment))
  if (bad !== undefined)
    throw new PerpetualError(`Expected agent, task and indicator to be usable as folder names, got ${JSON.stringify(bad)}`, {
      actBy: 'fix-config',
    })
  return `inbox/${segments.join('/')}${number === 1 ? '' : `-${number}`}`
}

const filesOf = (delivery: UnitDelivery, number: number): readonly DeliveredFile[] => {
  const { task, indicator, pairs } = delivery
  const stem = stemOf(delivery, number)
  const file: PairFile = { version: 1, task, indicator_id: indicator.id, indicator: indicator.name, pairs: pairs.map(rowOf) }
  return [
    { path: `${stem}.json`, text: renderPairFile(file), pairs: pairs.length },
    { path: `${stem}.calls.jsonl`, text: renderCallLines(delivery), pairs: 0 },
    { path: `${stem}.review.md`, text: renderReview(delivery), pairs: 0 },
  ]
}

/** The first piece carries calls, rejections and planted errors, so that the sum over the pieces counts them once. */
const piecesOf = (delivery: UnitDelivery, number: number): readonly UnitDelivery[] => {
  const { pairs } = delivery
  if (pairs.length < 2 || fitsPart(filesOf(delivery, number))) return [delivery]
  const half = Math.ceil(pairs.length / 2)
  const rest = { ...delivery, pairs: pairs.slice(half), calls: [], rejections: [], planted: { asked: 0, caught: 0 } }
  return [...piecesOf({ ...delivery, pairs: pairs.slice(0, half) }, number), ...piecesOf(rest, number + 1)]
}

/**
 * The files of a unit that has ended: for people `<indicator>.json` and `<indicator>.review.md`, for machines `<indicator>.calls.jsonl`;
 * in halves (`<indicator>-2.json` …) where one would pass the limits of a part.
 */
export const renderUnit = (delivery: UnitDelivery): readonly DeliveredFile[] =>
  piecesOf(delivery, 1).flatMap((piece, index) => filesOf(piece, index + 1))

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

/** The schema's parse also puts the keys into its order, so that the same pair has the same bytes in a shard, edited or not. */
const pairOf = (row: PairRow, line: PairLine): Pair => {
  const { type: _type, row_sha256, citations: _citations, ...machine } = line
  const { type, ...readable } = row
  const whole = pairSchema.parse({ ...machine, ...readable, question_type: type, citations: citationsOf(row, line) })
  if (rowSha256(row) === row_sha256) return whole
  const edited: Pair = { ...whole, review: { ...whole.review, state: 'edited' } }
  const question_sha256 = questionSha256(row.question)
  if (question_sha256 === line.dedup.question_sha256) return edited
  return { ...edited, id: pairId(line.indicator_id, row.question), dedup: { question_sha256, nearest_id: '', jaccard: 0 } }
}

const pairsOf = (file: PairFile, lines: CallLines): Pair[] =>
  file.pairs.map((row, index) => {
    const line = lines.pairs.get(row.handle)
    if (line) return pairOf(row, line)
    throw new PerpetualError(
      `Row ${index + 1} (${JSON.stringify(row.handle.slice(0, 60))}): expected the handle of a delivered pair; one added by hand has no provenance`,
      { actBy: 'fix-config' },
    )
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
