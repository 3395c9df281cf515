import type { Gate } from '../../dataset/candidate.ts'

/** A pair, or a whole answer (`draft` is empty then), that was put aside. */
export interface Rejection {
  readonly draft: string
  readonly question: string
  readonly gate: Gate
  readonly reason: string
}

export const countByGate = (rejections: readonly Rejection[]): Readonly<Record<string, number>> =>
  rejections.reduce<Record<string, number>>((counts, { gate }) => ({ ...counts, [gate]: (counts[gate] ?? 0) + 1 }), {})
