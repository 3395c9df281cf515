import type { Account } from '../config/accounts.ts'

/**
 * What neither a configuration nor an empty history tells. None of it is measured; all of it is shown as an estimate, and replaced by
 * what a repository has measured as soon as there is enough of it.
 */
export const estimates = {
  /** Requests for each call that came to an outcome: one in fifty is sent again. */
  sendsPerCall: 1.02,
  /** From request to answer, milliseconds: a long structured answer, as the speed part of a grade takes it too. */
  msPerCall: 12_000,
  /** Pairs of a unit differ by so large a share of their mean. */
  pairsSpread: 0.15,
  /** Of the pairs asked of a video so many pass the gates. */
  videoShare: 0.8,
  /** Videos of a task of which nobody knows how many it names. */
  videosPerTask: 10,
  /** Gemini's batch mode aims at 24 hours at the most; most jobs are faster, some are not. */
  jobHours: { median: 12, sigma: 0.5 },
  failedJobs: 0.02,
  /** Tokens of a video of ten minutes, at 300 a second. */
  videoTokens: 180_000,
  /** Of the delivered pairs so many become rows. */
  integrated: 0.9,
  /** A pretty-printed pair of two citations is 2.6 KB, with its share of review page and calls 4.8 KB; a row of the database 1.2 KB. */
  deliveredBytes: 4800,
  rowBytes: 1200,
  /** Of the most that an answer may be, so much is used. */
  answerShare: 0.4,
  /** Tokens of a question to a model, by the stage of research; a page that a search brings is read besides. */
  promptTokens: { plan: 1000, research: 1500, write: 4000, judge: 4000 },
  pageTokens: 1000,
  /** Of an integration's tokens so many are the question, the rest the answer. */
  sheetShare: 0.75,
  /** A token of English text is about so many bytes, and a question is reserved by its bytes. */
  bytesPerToken: 4,
} as const

/** A send whose price nobody knows is reserved, and settled, as this share of the day's dollars. */
const unknownPriceShare = 0.01

export interface RequestSize {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly searches: boolean
}

/** What requests of a model cost with an account, millionths of a dollar. */
export interface Pricing {
  readonly isKnown: boolean
  readonly costOf: (size: RequestSize) => number
}

/**
 * By the configured prices. `tellsCost`: whether the provider says what each request cost, so that only a search is charged as one;
 * where it does not, every request to that model is charged as if it had searched.
 */
export function pricingOf(account: Account, model: string, tellsCost: boolean): Pricing {
  const price = Object.hasOwn(account.prices, model) ? account.prices[model] : undefined
  const { budget = 0, thresholdBasisPoints = 0 } = account.limits.usdMicros ?? {}
  if (price === undefined)
    return { isKnown: false, costOf: () => Math.ceil(((budget * thresholdBasisPoints) / 10_000) * unknownPriceShare) }
  const { inputUsdPerMillion, outputUsdPerMillion, requestUsd } = price
  return {
    isKnown: true,
    costOf: ({ inputTokens, outputTokens, searches }) =>
      Math.round(
        inputTokens * inputUsdPerMillion +
          outputTokens * outputUsdPerMillion +
          (searches || !tellsCost ? requestUsd * 1_000_000 : 0),
      ),
  }
}
