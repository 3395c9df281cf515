import { afterRefusal, afterSuccess, burstOf, fullSpeed, recovered, type PaceLimits } from './speed.ts'
import type { Timer } from './timer.ts'

/** Refills with time and keeps the speed; a null rate never runs dry. */
export const createBucket = (limits: PaceLimits, timer: Timer) => {
  let speed = fullSpeed(limits)
  let tokens = burstOf(speed.ratePerSecond ?? 0)
  let refilledAtMs = timer.nowMs()

  const refill = (nowMs: number): void => {
    const elapsedMs = nowMs - refilledAtMs
    refilledAtMs = nowMs
    speed = recovered(speed, elapsedMs, limits)
    if (speed.ratePerSecond !== null)
      tokens = Math.min(burstOf(speed.ratePerSecond), tokens + (elapsedMs / 1000) * speed.ratePerSecond)
  }
  return {
    speed: () => speed,
    refill,
    refuse: (startedAtMs: number, nowMs: number) => {
      speed = afterRefusal(speed, { startedAtMs, nowMs }, limits)
    },
    succeed: () => {
      speed = afterSuccess(speed, limits)
    },
    take: () => {
      if (speed.ratePerSecond !== null) tokens -= 1
    },
    giveBack: () => {
      if (speed.ratePerSecond !== null) tokens += 1
    },
    /** Milliseconds until a token is there; 0 where one is. */
    waitMs: () => (speed.ratePerSecond === null || tokens >= 1 ? 0 : ((1 - tokens) / speed.ratePerSecond) * 1000),
  }
}
