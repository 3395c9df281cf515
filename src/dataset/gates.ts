import type { Candidate, Gate, GateVerdict } from './candidate.ts'
import { injectionReason } from './gate-injection.ts'
import { languageReason } from './gate-language.ts'
import { numberReason } from './gate-numbers.ts'
import { citationReason, quoteReason, sourceFlags } from './gate-sources.ts'
import { lengthReason, refusalReason } from './gate-wording.ts'

export { lengthLimits } from './gate-wording.ts'
export { checkCard } from './quote-match.ts'

export interface GateContext {
  /** Language tag; `en` is checked, every other passes. */
  readonly language: string
  /** The subject's name and brief, whose numbers an answer may use. */
  readonly brief: string
  /** Domains that must not be cited, with all that is below them. */
  readonly deny: readonly string[]
  /** Independent domains that must back a pair which states numbers. */
  readonly minDomainsForNumbers: number
}

type Check = readonly [Gate, (candidate: Candidate, context: GateContext) => string | undefined]

const checks: readonly Check[] = [
  ['refusal', refusalReason],
  ['length', lengthReason],
  ['language', (candidate, { language }) => languageReason(candidate, language)],
  ['citation', (candidate, { deny }) => citationReason(candidate, deny)],
  ['quote', quoteReason],
  ['number', numberReason],
  ['injection', injectionReason],
]

/** Asks the local gates in the order of `gates`; the first that stops the pair names gate and reason. Schema, duplicate and judge are the caller's. */
export const checkCandidate = (candidate: Candidate, context: GateContext): GateVerdict => {
  for (const [gate, check] of checks) {
    const reason = check(candidate, context)
    if (reason !== undefined) return { type: 'stop', gate, reason }
  }
  return { type: 'pass', flags: sourceFlags(candidate.cards) }
}
