import type { Timer } from '../../src/models/timer.ts'

/** Time that goes on only when it is told to. */
export const createManualTimer = () => {
  let nowMs = 0
  let next = 0
  const alarms = new Map<number, { readonly atMs: number; readonly run: () => void }>()
  const timer: Timer = {
    nowMs: () => nowMs,
    after: (delayMs, run) => {
      const id = next++
      alarms.set(id, { atMs: nowMs + delayMs, run })
      return () => void alarms.delete(id)
    },
  }
  const settle = () => new Promise<void>(resolve => setImmediate(resolve))
  return {
    timer,
    alarms: () => alarms.size,
    /** Runs every alarm up to then, each at its own time, with all that follows from it. */
    advance: async (byMs: number): Promise<void> => {
      const untilMs = nowMs + byMs
      await settle()
      for (;;) {
        const due = [...alarms].filter(([, { atMs }]) => atMs <= untilMs).toSorted(([, a], [, b]) => a.atMs - b.atMs)[0]
        if (due === undefined) break
        alarms.delete(due[0])
        nowMs = due[1].atMs
        due[1].run()
        await settle()
      }
      nowMs = untilMs
    },
  }
}
