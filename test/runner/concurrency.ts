import type { Concurrency } from './workflow.ts'

export interface Place {
  /** False where it was cancelled while it waited. */
  readonly admitted: Promise<boolean>
  /** Gives a wait up. */
  withdraw(): void
  leave(): void
}

interface Entry {
  readonly admit: (admitted: boolean) => void
  readonly cancel: () => void
}
interface Group {
  running: Entry | undefined
  pending: Entry[]
}

/** GitHub keeps up to 100 waiting with `queue: max`, else one, which a newer one replaces. */
const longestQueue = { single: 1, max: 100 } as const

/** The repository's concurrency groups; names are case-insensitive. */
export function createGroups() {
  const groups = new Map<string, Group>()

  /** `cancel` is called where `cancel-in-progress` ends it. */
  return function enter(name: string, settings: Concurrency, cancel: () => void): Place {
    const group = groups.get(name.toLowerCase()) ?? { running: undefined, pending: [] }
    groups.set(name.toLowerCase(), group)
    const { promise: admitted, resolve: admit } = Promise.withResolvers<boolean>()
    const entry: Entry = { admit, cancel }
    const drop = (each: Entry): void => {
      group.pending = group.pending.filter(other => other !== each)
      each.admit(false)
    }
    if (group.running === undefined) {
      group.running = entry
      admit(true)
    } else {
      if (settings['cancel-in-progress']) group.running.cancel()
      const [oldest] = group.pending
      if (group.pending.length >= longestQueue[settings.queue] && oldest !== undefined) drop(oldest)
      group.pending.push(entry)
    }
    return {
      admitted,
      withdraw: () => drop(entry),
      leave: () => {
        if (group.running !== entry) return
        group.running = group.pending.shift()
        group.running?.admit(true)
      },
    }
  }
}
