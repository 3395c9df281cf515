import { mostFiles } from '../session/integration/discover.ts'

/** A task that integration can make: new files of one folder. */
export interface FoundFiles {
  readonly task: string
  readonly files: readonly string[]
}

/** What was merged and is not in the database yet; what integration finds by itself. */
export interface Inbox {
  /** A delivered file came into a folder of the default branch. */
  deliver(delivered: { readonly folder: string; readonly file: string; readonly pairs: number }): void
  /** Files that no task is made of, those of a folder together, oldest first. */
  undiscovered(): readonly FoundFiles[]
  /** A task was made of them. */
  discover(found: FoundFiles): void
  /** Those that a task was made of. */
  filesOf(task: string): readonly string[]
  pairsOf(file: string): number
  /** Shards were merged, which the card does not count yet. */
  addShards(count: number): void
  unlisted(): number
  /** A card was made that counts so many shards, and was merged. */
  list(shards: number): void
}

export function createInbox(): Inbox {
  const pairs = new Map<string, number>()
  const waiting = new Map<string, string[]>()
  const tasks = new Map<string, readonly string[]>()
  let unlisted = 0
  return {
    deliver: ({ folder, file, pairs: count }) => {
      if (pairs.has(file)) return
      pairs.set(file, count)
      waiting.set(folder, [...(waiting.get(folder) ?? []), file])
    },
    undiscovered: () =>
      [...waiting].flatMap(([folder, files]) =>
        Array.from({ length: Math.ceil(files.length / mostFiles) }, (_, index): FoundFiles => {
          const some = files.slice(index * mostFiles, (index + 1) * mostFiles)
          return { task: `${folder}/${some[0] ?? ''}-${some.length}`, files: some }
        }),
      ),
    discover: ({ task, files }) => {
      tasks.set(task, files)
      const taken = new Set(files)
      for (const [folder, all] of waiting) {
        const left = all.filter(file => !taken.has(file))
        if (left.length === 0) waiting.delete(folder)
        else waiting.set(folder, left)
      }
    },
    filesOf: task => tasks.get(task) ?? [],
    pairsOf: file => pairs.get(file) ?? 0,
    addShards: count => {
      unlisted += count
    },
    unlisted: () => unlisted,
    list: shards => {
      unlisted = Math.max(0, unlisted - shards)
    },
  }
}
