/** A cap on sends: `take` returns 0 where the send may pass, else the milliseconds until the next one may. */
export interface Throttle {
  take(): number
}

/** A token bucket that fills with `perSecond` tokens a second and holds a quarter of a second's (at least 1); null: no cap. */
export const createThrottle = (perSecond: number | null, monotonicMs: () => number): Throttle => {
  if (perSecond === null) return { take: () => 0 }
  const capacity = Math.max(1, perSecond / 4)
  let tokens = capacity
  let filledMs = monotonicMs()
  return {
    take: () => {
      const nowMs = monotonicMs()
      tokens = Math.min(capacity, tokens + ((nowMs - filledMs) / 1000) * perSecond)
      filledMs = nowMs
      if (tokens < 1) return Math.ceil(((1 - tokens) / perSecond) * 1000)
      tokens -= 1
      return 0
    },
  }
}
