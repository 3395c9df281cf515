import type { AcceptedPair, Call, UnitState } from './progress.ts'

/** What one pair cost: its share of the calls that made it and of those that made nothing. */
export interface Share {
  readonly inputTokens: number
  readonly outputTokens: number
  /** US dollars; -1 where the provider of one of the calls did not say. */
  readonly costUsd: number
}

/** Floating-point dust below a billionth of a dollar would only bloat the files. */
const roundUsd = (usd: number): number => Math.round(usd * 1e9) / 1e9

/** The pairs that a call contributed to; all of them where it contributed to none, because somebody has to pay. */
const beneficiaries = (call: Call, pairs: readonly AcceptedPair[], cardCalls: ReadonlyMap<string, string>): readonly number[] => {
  const all = pairs.map((_, index) => index)
  const made = all.filter(index => {
    const draft = pairs[index]?.draft
    if (draft === undefined) return false
    return (
      draft.call === call.id ||
      draft.judgings.includes(call.id) ||
      draft.candidate.cards.some(card => cardCalls.get(card.id) === call.id)
    )
  })
  return made.length > 0 ? made : all
}

/** Whole tokens: the first few take one more, so that the shares add up to the call. */
const wholeShare = (total: number, count: number, position: number): number =>
  Math.floor(total / count) + (position < total % count ? 1 : 0)

/** Shares all calls of a unit out over its accepted pairs, in their order; the shares add up to what was spent. */
export const shareCosts = (unit: UnitState, pairs: readonly AcceptedPair[]): readonly Share[] => {
  const cardCalls = new Map(unit.cards.map(card => [card.id, card.call]))
  const shares = pairs.map(() => ({ inputTokens: 0, outputTokens: 0, costUsd: 0 }))
  for (const call of unit.calls) {
    if (call.served === null) continue
    const { inputTokens, outputTokens, costUsd } = call.served.usage
    const paying = beneficiaries(call, pairs, cardCalls)
    paying.forEach((index, position) => {
      const share = shares[index]
      if (share === undefined) return
      share.inputTokens += wholeShare(inputTokens, paying.length, position)
      share.outputTokens += wholeShare(outputTokens, paying.length, position)
      share.costUsd = costUsd === null || share.costUsd < 0 ? -1 : share.costUsd + costUsd / paying.length
    })
  }
  return shares.map(share => ({ ...share, costUsd: share.costUsd < 0 ? -1 : roundUsd(share.costUsd) }))
}
