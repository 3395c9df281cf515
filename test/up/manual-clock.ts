import { plusMs, type Clock, type Instant } from '../../src/domain/instant.ts'

export interface ManualClock extends Clock {
  /** Lets time pass, and everybody who wakes in it do what they do. */
  advance(ms: number): Promise<void>
  /** Sets the clock as a person would: sleepers sleep as long as they meant to. */
  set(at: Instant): void
}

interface Sleeper {
  readonly wakesMs: number
  readonly wake: () => void
}

/** As many turns of the event loop as any chain of promises here takes. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(resolve => setImmediate(resolve))
}

export function createManualClock(start: Instant = '2026-11-22T10:00:00.000Z'): ManualClock {
  const sleepers = new Set<Sleeper>()
  let origin = start
  let passedMs = 0
  const nextWithin = (endMs: number): Sleeper | undefined =>
    [...sleepers].filter(each => each.wakesMs <= endMs).toSorted((a, b) => a.wakesMs - b.wakesMs)[0]
  return {
    now: () => plusMs(origin, passedMs),
    set: at => {
      origin = plusMs(at, -passedMs)
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = {
          wakesMs: passedMs + ms,
          wake: () => {
            sleepers.delete(sleeper)
            resolve()
          },
        }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper)
          reject(new Error('aborted'))
        })
      }),
    advance: async ms => {
      const endMs = passedMs + ms
      await settle()
      for (let next = nextWithin(endMs); next !== undefined; next = nextWithin(endMs)) {
        passedMs = Math.max(passedMs, next.wakesMs)
        next.wake()
        await settle()
      }
      passedMs = endMs
    },
  }
}
