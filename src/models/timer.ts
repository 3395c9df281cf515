/** Monotonic time for waits, passed in so that a test can drive it. */
export interface Timer {
  /** Milliseconds from an arbitrary start; never goes back. */
  nowMs(): number
  /** Runs `run` once after `delayMs`; the returned function calls it off. */
  after(delayMs: number, run: () => void): () => void
}

/** Longest delay that `setTimeout` takes without firing at once: 2^31 - 1 ms (WHATWG HTML, timer initialisation). */
export const longestDelayMs = 2_147_483_647

export const systemTimer: Timer = {
  nowMs: () => performance.now(),
  after: (delayMs, run) => {
    const handle = setTimeout(run, Math.min(delayMs, longestDelayMs))
    return () => clearTimeout(handle)
  },
}
