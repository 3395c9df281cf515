/** What was merged and is not in the database yet; what integration finds by itself. */
export interface Inbox {
  /** A delivered file came to the default branch. */
  deliver(id: string, pairs: number): void
  /** Files that no task is made of, oldest first. */
  undiscovered(): readonly string[]
  /** A task was made of it. */
  discover(id: string): void
  pairsOf(id: string): number
  /** A shard was merged, which the card does not count yet. */
  addShard(): void
  unlisted(): number
  /** A card was made that counts so many shards, and was merged. */
  list(shards: number): void
}

export function createInbox(): Inbox {
  const pairs = new Map<string, number>()
  const waiting = new Set<string>()
  let unlisted = 0
  return {
    deliver: (id, count) => {
      if (pairs.has(id)) return
      pairs.set(id, count)
      waiting.add(id)
    },
    undiscovered: () => [...waiting],
    discover: id => void waiting.delete(id),
    pairsOf: id => pairs.get(id) ?? 0,
    addShard: () => {
      unlisted += 1
    },
    unlisted: () => unlisted,
    list: shards => {
      unlisted = Math.max(0, unlisted - shards)
    },
  }
}
