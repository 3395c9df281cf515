import type { PullFields } from './emulate-tables.ts'
import type { Git } from './git.ts'

export interface ChangedFile {
  readonly path: string
  readonly status: 'added' | 'modified' | 'removed'
  readonly additions: number
  readonly deletions: number
}

const lines = (content: Buffer | undefined): string[] => {
  const text = content?.toString('utf8') ?? ''
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}

/** Lines of `left` that `right` has not, counted with their repetitions. */
function surplus(left: readonly string[], right: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const line of right) counts.set(line, (counts.get(line) ?? 0) + 1)
  let more = 0
  for (const line of left) {
    const held = counts.get(line) ?? 0
    if (held > 0) counts.set(line, held - 1)
    else more += 1
  }
  return more
}

/** What the pull request changes, against the common ancestor of its two sides. */
export function changedFiles(git: Git, row: Pick<PullFields, 'base_sha' | 'head_sha'>): readonly ChangedFile[] {
  const tree = (sha: string | undefined) => git.flat((sha && git.commit(sha)?.tree_sha) ?? '')
  const [before, after] = [tree(git.mergeBase(row.base_sha, row.head_sha)), tree(row.head_sha)]
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(path => before.get(path)?.sha !== after.get(path)?.sha)
  return paths.toSorted().map(path => {
    const [old, fresh] = [before.get(path), after.get(path)]
    const [left, right] = [lines(old && git.blob(old.sha)), lines(fresh && git.blob(fresh.sha))]
    const status = old === undefined ? 'added' : fresh === undefined ? 'removed' : 'modified'
    return { path, status, additions: surplus(right, left), deletions: surplus(left, right) }
  })
}
