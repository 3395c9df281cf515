import { setTimeout as delay } from 'node:timers/promises'

/** Looks until a condition holds. The limit only keeps a broken test from hanging; no behaviour is measured by it. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  const endsAt = performance.now() + withinMs
  while (!(await condition())) {
    if (performance.now() > endsAt) throw new Error(`Waited ${withinMs} ms in vain until ${what}`)
    await delay(20)
  }
}
