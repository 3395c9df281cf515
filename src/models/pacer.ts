import { createBucket } from './bucket.ts'
import type { PaceLimits } from './speed.ts'
import { systemTimer, type Timer } from './timer.ts'
import { createWaitingLine, type Turn } from './waiting-line.ts'

/** How a send ended, as far as pace goes; `unused` gives the turn back. */
export interface TurnEnd {
  readonly outcome: 'ok' | 'rate-limited' | 'failed' | 'unused'
  /** Nobody sends for so long. */
  readonly pauseMs?: number | undefined
}

/** Ends a turn; only the first call counts. */
export type Release = (end: TurnEnd) => void

export interface Pace {
  readonly ratePerSecond: number | null
  readonly concurrency: number
  readonly active: number
  readonly waiting: number
}

/** Says when the next send may go: a token bucket, one pause shared by all, and a speed that follows the provider's refusals. */
export interface Pacer {
  /** First come, first served, retries before new sends. Rejects with the signal's reason. */
  acquire(signal: AbortSignal, turn?: Turn): Promise<Release>
  pace(): Pace
}

/** The alarm clock of one pacer: at most one alarm is set. */
const createAlarm = (timer: Timer, ring: () => void) => {
  let callOff: (() => void) | undefined
  return {
    isSet: () => callOff !== undefined,
    clear: () => {
      callOff?.()
      callOff = undefined
    },
    set: (delayMs: number) => {
      callOff?.()
      // A timer that fires early by a fraction of a millisecond would spin.
      callOff = timer.after(Math.max(1, Math.ceil(delayMs)), () => {
        callOff = undefined
        ring()
      })
    },
  }
}

/** Without a cap and without a queue a turn costs one resolved promise. */
export const createPacer = (limits: PaceLimits, timer: Timer = systemTimer): Pacer => {
  const line = createWaitingLine()
  const bucket = createBucket(limits, timer)
  let active = 0
  let pausedUntilMs = Number.NEGATIVE_INFINITY

  /** Grants what may go now and sets the alarm for the next; where no slot is free, the release of one pumps again. */
  const pump = (): void => {
    alarm.clear()
    const nowMs = timer.nowMs()
    bucket.refill(nowMs)
    while (line.length() > 0 && active < bucket.speed().concurrency) {
      const waitMs = nowMs < pausedUntilMs ? pausedUntilMs - nowMs : bucket.waitMs()
      if (waitMs > 0) return alarm.set(waitMs)
      bucket.take()
      active += 1
      line.next()
    }
  }
  const alarm = createAlarm(timer, pump)

  const createRelease = (startedAtMs: number): Release => {
    let released = false
    return ({ outcome, pauseMs }) => {
      if (released) return
      released = true
      active -= 1
      const nowMs = timer.nowMs()
      if (outcome === 'ok') bucket.succeed()
      if (outcome === 'rate-limited') bucket.refuse(startedAtMs, nowMs)
      if (outcome === 'unused') bucket.giveBack()
      if (pauseMs !== undefined) pausedUntilMs = Math.max(pausedUntilMs, nowMs + pauseMs)
      pump()
    }
  }
  return {
    acquire: async (signal, turn = 'new') => {
      signal.throwIfAborted()
      const granted = line.join(turn, signal, pump)
      if (!alarm.isSet()) pump()
      await granted
      return createRelease(timer.nowMs())
    },
    pace: () => {
      const { ratePerSecond, concurrency } = bucket.speed()
      return { ratePerSecond, concurrency, active, waiting: line.length() }
    },
  }
}
