import { createHash } from 'node:crypto'
import { normalizeQuestion } from './shingles.ts'

/** Hex SHA-256 of a text in UTF-8. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * A pair's id: 16 hex digits of SHA-256 over its indicator and normalised question. The same question about the same indicator
 * has the same id wherever and whenever it was written, so that delivering or importing it twice makes one row; an edited answer keeps it.
 */
export const pairId = (indicatorId: string, question: string): string =>
  sha256(`${indicatorId}\n${normalizeQuestion(question)}`).slice(0, 16)

/** The hash by which a citation is recognised again after a review. */
export const quoteSha256 = (quote: string): string => sha256(quote)
