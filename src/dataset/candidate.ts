import type { difficulties, questionTypes, Scores } from '../domain/pair.ts'

/** A piece of evidence as research brought it, with what the code itself could check of it. */
export interface EvidenceCard {
  readonly id: string
  readonly claim: string
  readonly quote: string
  readonly url: string
  readonly title: string
  /** As the model gave it; an empty string where it gave none. */
  readonly publishedAt: string
  readonly accessedAt: string
  /** True where the URL was among that call's annotations and the quote stands in that page's text. Without annotations: false. */
  readonly verified: boolean
  /** Partial ratio of the quote against the page's text, 0 to 100. */
  readonly matchScore: number
}

/** A pair before the gates, with the evidence it cites. */
export interface Candidate {
  readonly question: string
  readonly answer: string
  readonly shortAnswer: string
  readonly workedExample: string
  readonly type: (typeof questionTypes)[number]
  readonly difficulty: (typeof difficulties)[number]
  readonly cards: readonly EvidenceCard[]
}

/** The gates in the order in which they are asked; the first that stops a pair names its rejection. */
export const gates = [
  'schema',
  'refusal',
  'length',
  'language',
  'citation',
  'quote',
  'number',
  'injection',
  'duplicate',
  'judge',
] as const
export type Gate = (typeof gates)[number]

export type GateVerdict =
  | { readonly type: 'pass'; readonly flags: readonly string[] }
  | { readonly type: 'stop'; readonly gate: Gate; readonly reason: string }

export interface Judgement extends Scores {
  readonly model: string
  readonly rubric: string
  readonly verdict: string
  readonly reason: string
  readonly unsupported: readonly string[]
}
