import type { Candidate } from './candidate.ts'
import { hostOf } from './gate-sources.ts'
import { statedNumbers, suppliedNumbers } from './numbers-in-text.ts'

export interface NumberRules {
  /** What the task itself says about the subject. */
  readonly brief: string
  readonly minDomainsForNumbers: number
}

/**
 * A reason where a number or date of the answer or the short answer stands neither in a verified quote nor in the question nor in the
 * brief. Unverified quotes back nothing; the worked example is exempt, because the judge checks its arithmetic.
 */
export const numberReason = (candidate: Candidate, { brief, minDomainsForNumbers }: NumberRules): string | undefined => {
  const stated = statedNumbers(`${candidate.answer}\n${candidate.shortAnswer}`)
  if (stated.length === 0) return undefined
  const verified = candidate.cards.filter(card => card.verified)
  const supplied = suppliedNumbers([candidate.question, brief, ...verified.map(card => card.quote)].join('\n'))
  const missing = stated.find(number => !number.readings.some(reading => supplied.has(reading)))
  if (missing) return `The number ${missing.written.slice(0, 40)} stands in no verified quote, nor in the question or the brief.`
  const domains = new Set(verified.map(card => hostOf(card.url))).size
  if (domains < minDomainsForNumbers)
    return `It states numbers on the word of ${domains} of the ${minDomainsForNumbers} domains asked for.`
  return undefined
}
