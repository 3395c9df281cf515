import type { Usage } from '../../domain/model.ts'

/** What one pair cost: its share of the calls that made it and of those that made nothing. */
export interface Share {
  readonly inputTokens: number
  readonly outputTokens: number
  /** US dollars; -1 where the provider of one of the calls did not say. */
  readonly costUsd: number
}

/** Floating-point dust below a billionth of a dollar would only bloat the files. */
const roundUsd = (usd: number): number => Math.round(usd * 1e9) / 1e9

/** Whole tokens: the first few take one more, so that the shares add up to the call. */
const wholeShare = (total: number, count: number, position: number): number =>
  Math.floor(total / count) + (position < total % count ? 1 : 0)

/** Shares what calls used out over `count` pairs, each call's over the pairs at `among`; the shares add up to what was spent. */
export const shareUsage = (
  count: number,
  spent: readonly { readonly usage: Usage; readonly among: readonly number[] }[],
): readonly Share[] => {
  const shares = Array.from({ length: count }, () => ({ inputTokens: 0, outputTokens: 0, costUsd: 0 }))
  for (const { usage, among } of spent) {
    const { inputTokens, outputTokens, costUsd } = usage
    among.forEach((index, position) => {
      const share = shares[index]
      if (share === undefined) return
      share.inputTokens += wholeShare(inputTokens, among.length, position)
      share.outputTokens += wholeShare(outputTokens, among.length, position)
      share.costUsd = costUsd === null || share.costUsd < 0 ? -1 : share.costUsd + costUsd / among.length
    })
  }
  return shares.map(share => ({ ...share, costUsd: share.costUsd < 0 ? -1 : roundUsd(share.costUsd) }))
}
