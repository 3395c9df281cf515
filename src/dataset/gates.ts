import type { Candidate, Gate, GateVerdict } from './candidate.ts'
import { injectionReason } from './gate-injection.ts'
import { languageReason } from './gate-language.ts'
import { numberReason } from './gate-numbers.ts'
import { addressReason, citationReason, quoteReason, sourceFlags } from './gate-sources.ts'
import { momentReason, spokenNumberReason, spokenReason, type VideoSource } from './gate-video.ts'
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

type Check<Context> = readonly [Gate, (candidate: Candidate, context: Context) => string | undefined]

const wordingChecks: readonly Check<GateContext>[] = [
  ['refusal', refusalReason],
  ['length', lengthReason],
  ['language', (candidate, { language }) => languageReason(candidate, language)],
]

const checks: readonly Check<GateContext>[] = [
  ...wordingChecks,
  ['citation', (candidate, { deny }) => citationReason(candidate, deny)],
  ['quote', quoteReason],
  ['number', numberReason],
  ['injection', injectionReason],
]

export interface VideoGateContext extends GateContext {
  readonly video: VideoSource
}

const videoChecks: readonly Check<VideoGateContext>[] = [
  ...wordingChecks,
  ['citation', (candidate, { video, deny }) => momentReason(candidate, video, deny)],
  ['quote', candidate => quoteReason(candidate) ?? spokenReason(candidate)],
  ['number', spokenNumberReason],
  ['injection', injectionReason],
]

const firstStop = <Context>(candidate: Candidate, list: readonly Check<Context>[], context: Context): GateVerdict => {
  for (const [gate, check] of list) {
    const reason = check(candidate, context)
    if (reason !== undefined) return { type: 'stop', gate, reason }
  }
  return { type: 'pass', flags: sourceFlags(candidate.cards) }
}

/** Asks the local gates in the order of `gates`; the first that stops the pair names gate and reason. Schema, duplicate and judge are the caller's. */
export const checkCandidate = (candidate: Candidate, context: GateContext): GateVerdict => firstStop(candidate, checks, context)

/** The local gates for a pair made from a video: its cards stay unverified, because nobody keeps the words that were spoken. */
export const checkVideoCandidate = (candidate: Candidate, context: VideoGateContext): GateVerdict =>
  firstStop(candidate, videoChecks, context)

const unsourcedChecks: readonly Check<GateContext>[] = [
  ...wordingChecks,
  ['citation', ({ cards }, { deny }) => cards.map(({ url }) => addressReason(url, deny)).find(reason => reason !== undefined)],
  ['injection', injectionReason],
]

/** The local gates for a pair that was made elsewhere: what asks for evidence is not asked, only that no address is one that must not be cited. */
export const checkUnsourcedCandidate = (candidate: Candidate, context: GateContext): GateVerdict =>
  firstStop(candidate, unsourcedChecks, context)
