/** Three of ten steps of a distribution: one in ten is below the first, half are below the second, nine in ten below the third. */
export interface Spread {
  readonly p10: number
  readonly p50: number
  readonly p90: number
}

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** The root of the mean square distance from the mean. */
export function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return Math.sqrt(meanOf(values.map(value => (value - mean) ** 2)))
}

/** The smallest value that so large a share of all values does not pass (the nearest rank); 0 of none. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.ceil(share * sorted.length)
  return sorted[Math.min(sorted.length - 1, Math.max(0, rank - 1))] ?? 0
}

export const spreadOf = (values: readonly number[]): Spread => ({
  p10: quantileOf(values, 0.1),
  p50: quantileOf(values, 0.5),
  p90: quantileOf(values, 0.9),
})
