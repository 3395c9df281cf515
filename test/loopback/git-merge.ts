import type { FileEntry, Git } from './git.ts'

export interface Merge {
  readonly changes: ReadonlyMap<string, FileEntry | null>
  readonly conflicts: readonly string[]
}

/** File by file: a file that both sides changed differently is a conflict. */
export function mergeFiles(git: Git, base: string, head: string): Merge {
  const common = git.mergeBase(base, head)
  const files = (sha: string | undefined): ReadonlyMap<string, FileEntry> => git.flat((sha && git.commit(sha)?.tree_sha) ?? '')
  const [origin, ours, theirs] = [files(common), files(base), files(head)]
  const changes = new Map<string, FileEntry | null>()
  const conflicts: string[] = []
  for (const path of new Set([...origin.keys(), ...theirs.keys()])) {
    const [before, mine, other] = [origin.get(path)?.sha, ours.get(path)?.sha, theirs.get(path)?.sha]
    if (other === before || other === mine) continue
    if (mine !== before) conflicts.push(path)
    else changes.set(path, theirs.get(path) ?? null)
  }
  return { changes, conflicts }
}
