const firstMs = 5000
/** Also how long a wrong configuration waits that nobody has changed. */
export const longestMs = 15 * 60_000

/** How long to wait after so many failures in a row: doubled each time, and a quarter more or less, so that what failed together is not tried again together. */
export function backOffMs(failures: number, random: () => number): number {
  const wholeMs = Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1))
  return Math.min(longestMs, Math.round(wholeMs * (0.75 + random() / 2)))
}
