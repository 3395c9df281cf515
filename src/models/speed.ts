/** What an account allows; null requests a minute is no known cap. */
export interface PaceLimits {
  readonly requestsPerMinute: number | null
  readonly concurrency: number
  /** How many at once to begin with; `concurrency` where it is left out. */
  readonly firstConcurrency?: number | undefined
}

/** How fast to go now: additive increase, multiplicative decrease, of the rate and of the concurrency. */
export interface Speed {
  /** Sends a second; null without a known cap, where concurrency and pauses alone set the pace. */
  readonly ratePerSecond: number | null
  readonly concurrency: number
  readonly successesSinceStep: number
  /** When the last cut was made; a refusal of a send that began before it says nothing new. */
  readonly cutAtMs: number
}

/** From a comparison of schedulers behind a server capped at 100/s: 98.5/s came through and no send was refused. */
const rateCut = 0.7
/** The part of the cap that the rate regains in a second. */
const rateRecovery = 0.02
/** The part of the cap below which the rate never falls, so that refusals that have nothing to do with speed bring no standstill. */
const slowestRate = 0.05
/** As in NVIDIA's DataDesigner: x 0.75 on a 429, one more for each 25 successes. */
const concurrencyCut = 0.75
const successesPerStep = 25

const capPerSecond = ({ requestsPerMinute }: PaceLimits): number | null =>
  requestsPerMinute === null ? null : requestsPerMinute / 60

export const fullSpeed = (limits: PaceLimits): Speed => ({
  ratePerSecond: capPerSecond(limits),
  concurrency: Math.max(1, Math.min(limits.concurrency, limits.firstConcurrency ?? limits.concurrency)),
  successesSinceStep: 0,
  cutAtMs: Number.NEGATIVE_INFINITY,
})

export const afterSuccess = (speed: Speed, { concurrency }: PaceLimits): Speed => {
  const successes = speed.successesSinceStep + 1
  // Before the first refusal each round of successes adds one, so that a slow start costs minutes and not hours.
  const needed = speed.cutAtMs === Number.NEGATIVE_INFINITY ? Math.min(speed.concurrency, successesPerStep) : successesPerStep
  if (successes < needed) return { ...speed, successesSinceStep: successes }
  return { ...speed, successesSinceStep: 0, concurrency: Math.min(concurrency, speed.concurrency + 1) }
}

/** A send that was refused for its speed; `startedAtMs` is when it went out. */
export const afterRefusal = (
  speed: Speed,
  refusal: { readonly startedAtMs: number; readonly nowMs: number },
  limits: PaceLimits,
): Speed => {
  if (refusal.startedAtMs <= speed.cutAtMs) return speed
  const cap = capPerSecond(limits)
  return {
    ratePerSecond:
      cap === null || speed.ratePerSecond === null ? null : Math.max(cap * slowestRate, speed.ratePerSecond * rateCut),
    concurrency: Math.max(1, Math.floor(speed.concurrency * concurrencyCut)),
    successesSinceStep: 0,
    cutAtMs: refusal.nowMs,
  }
}

/** The rate after some time without a refusal, never above the cap. */
export const recovered = (speed: Speed, elapsedMs: number, limits: PaceLimits): Speed => {
  const cap = capPerSecond(limits)
  if (cap === null || speed.ratePerSecond === null || speed.ratePerSecond >= cap) return speed
  return { ...speed, ratePerSecond: Math.min(cap, speed.ratePerSecond + (elapsedMs / 1000) * cap * rateRecovery) }
}

/** How many sends may go at once after a quiet time: a tenth of a second's worth, so that a late timer loses nothing, at most five. */
export const burstOf = (ratePerSecond: number): number => Math.max(1, Math.min(5, ratePerSecond / 10))
