import type { Candidate } from './candidate.ts'
import { hostOf } from './gate-sources.ts'
import { statedNumbers, suppliedNumbers } from './numbers-in-text.ts'

export interface NumberRules {
  /** What the task itself says about the subject. */
  readonly brief: string
  readonly minDomainsForNumbers: number
}

/** Whether the numbers and dates of the answer and the short answer stand in the question or one of `sources`: `none` where it states none. */
export const unbackedNumber = (
  candidate: Candidate,
  sources: readonly string[],
): 'none' | 'all' | { readonly missing: string } => {
  const stated = statedNumbers(`${candidate.answer}\n${candidate.shortAnswer}`)
  if (stated.length === 0) return 'none'
  const supplied = suppliedNumbers([candidate.question, ...sources].join('\n'))
  const missing = stated.find(number => !number.readings.some(reading => supplied.has(reading)))
  return missing === undefined ? 'all' : { missing: missing.written.slice(0, 40) }
}

/**
 * A reason where a number or date of the answer or the short answer stands neither in a verified quote nor in the question nor in the
 * brief. Unverified quotes back nothing; the worked example is exempt, because the judge checks its arithmetic.
 */
export const numberReason = (candidate: Candidate, { brief, minDomainsForNumbers }: NumberRules): string | undefined => {
  const verified = candidate.cards.filter(card => card.verified)
  const found = unbackedNumber(candidate, [brief, ...verified.map(card => card.quote)])
  if (found === 'none') return undefined
  if (found !== 'all') return `The number ${found.missing} stands in no verified quote, nor in the question or the brief.`
  const domains = new Set(verified.map(card => hostOf(card.url))).size
  if (domains < minDomainsForNumbers)
    return `It states numbers on the word of ${domains} of the ${minDomainsForNumbers} domains asked for.`
  return undefined
}
