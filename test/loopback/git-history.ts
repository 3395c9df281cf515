import type { CommitFields } from './emulate-tables.ts'

/** How commits hang together. */
export interface History {
  isAncestor(ancestor: string, descendant: string): boolean
  mergeBase(left: string, right: string): string | undefined
  /** Commits of `head` that `base` has not, oldest first. */
  between(base: string, head: string): readonly string[]
}

export function createHistory(commit: (sha: string) => CommitFields | undefined): History {
  function ancestors(sha: string): ReadonlySet<string> {
    const seen = new Set<string>()
    const open = [sha]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      open.push(...(commit(next)?.parent_shas ?? []))
    }
    return seen
  }

  function mergeBase(left: string, right: string): string | undefined {
    const known = ancestors(left)
    const queue = new Set([right])
    for (const next of queue) {
      if (known.has(next)) return next
      for (const parent of commit(next)?.parent_shas ?? []) queue.add(parent)
    }
    return undefined
  }

  const isAncestor = (ancestor: string, descendant: string): boolean => {
    if (ancestor === descendant || commit(descendant)?.parent_shas.includes(ancestor) === true) return true
    return ancestors(descendant).has(ancestor)
  }

  return {
    isAncestor,
    mergeBase,
    between: (base, head) => {
      const known = ancestors(base)
      const found: string[] = []
      const queue = new Set([head])
      for (const next of queue) {
        if (known.has(next)) continue
        found.push(next)
        for (const parent of commit(next)?.parent_shas ?? []) queue.add(parent)
      }
      return found.toReversed()
    },
  }
}
