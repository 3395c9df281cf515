import { setTimeout as delay } from 'node:timers/promises'
import type { Provider } from './provider.ts'

/** Looks until a condition holds. The limit only keeps a broken test from hanging; no behaviour is measured by it. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  const endsAt = performance.now() + withinMs
  while (!(await condition())) {
    if (performance.now() > endsAt) throw new Error(`Waited ${withinMs} ms in vain until ${what}`)
    await delay(20)
  }
}

/** Waits until requests hang at a slow provider and the session has nothing more to send; returns how many hang. */
export async function untilStuck(provider: Provider): Promise<number> {
  let [total, inFlight, sinceMs] = [-1, 0, performance.now()]
  await until('nothing moves', async () => {
    const stats = await provider.stats()
    if (stats.total !== total || stats.inFlight !== inFlight || inFlight === 0) {
      ;[total, inFlight, sinceMs] = [stats.total, stats.inFlight, performance.now()]
    }
    return performance.now() - sinceMs > 1000
  })
  return inFlight
}
