import { toEpochMs, type Clock, type Instant } from '../domain/instant.ts'

/** Waiting that ends early when there is something to do. */
export interface Pause {
  set(at: Instant): void
  /** Makes the pause end no later than then. */
  noLaterThan(at: Instant): void
  /** Sleeps until it is due or asked to end, and never longer than `mostMs`, however the clock was set meanwhile. */
  wait(mostMs: number): Promise<void>
}

export function createPause({ clock, asked }: { readonly clock: Clock; readonly asked: AbortSignal }): Pause {
  let dueAt = clock.now()
  let sleeping: AbortController | undefined
  const wake = (): void => sleeping?.abort()
  asked.addEventListener('abort', wake, { once: true })
  /** Whether it slept to the end. */
  const slept = async (ms: number): Promise<boolean> => {
    sleeping = new AbortController()
    return clock.sleep(ms, sleeping.signal).then(
      () => true,
      () => false,
    )
  }
  return {
    set: at => {
      dueAt = at
    },
    noLaterThan: at => {
      if (at >= dueAt) return
      dueAt = at
      wake()
    },
    wait: async mostMs => {
      for (;;) {
        const ms = Math.min(mostMs, toEpochMs(dueAt) - toEpochMs(clock.now()))
        if (ms <= 0 || asked.aborted || (await slept(ms))) return
      }
    },
  }
}
