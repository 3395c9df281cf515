import { join } from 'node:path'
import { complaint, type GitResult } from '../git.ts'
import { branchHead, moveBranch } from './refs.ts'
import type { Repository } from './repository.ts'
import { setAsideLeftovers } from './leftovers.ts'
import { holdingLock } from './own-lock.ts'

export interface Advance {
  readonly branch: string
  readonly from: string
  readonly to: string
  readonly why: string
}

export type AdvanceResult =
  | { readonly type: 'moved' }
  | { readonly type: 'stale' }
  | { readonly type: 'refused'; readonly reason: string }

/** The work trees in which a branch is checked out. */
const workTreesOn = async (repository: Repository, branch: string): Promise<readonly string[]> => {
  const listed = await repository.output('list work trees', ['worktree', 'list', '--porcelain', '-z'])
  return listed
    .split('\0\0')
    .map(entry => entry.split('\0'))
    .filter(lines => lines.includes(`branch refs/heads/${branch}`) && !lines.some(line => line.startsWith('prunable')))
    .flatMap(lines => lines.filter(line => line.startsWith('worktree ')).map(line => line.slice('worktree '.length)))
}

const readTree = (repository: Repository, workTree: string, args: readonly string[]): Promise<GitResult> =>
  repository.git(['read-tree', '-m', '-u', ...args], { workTree })

const reasonOf = (result: GitResult, workTree: string, branch: string): string => {
  const path = /(?:Entry|file|Updating) '([^'\n]+)'/.exec(result.stderr)?.[1]
  if (path !== undefined)
    return `\`${path}\` in ${workTree} is changed or not under version control: commit, stash or move it, then try again`
  return `The checkout of \`${branch}\` in ${workTree} cannot be updated (${complaint(result)}): make \`git status\` clean there, then try again`
}

/** Whether the work tree can follow; what an earlier, killed update left half-written in it is swept out of the way. */
const check = async (repository: Repository, workTree: string, { branch, from, to }: Advance): Promise<string | undefined> => {
  await repository.git(['update-index', '-q', '--refresh'], { workTree })
  const dryRun = () => readTree(repository, workTree, ['-n', from, to])
  const first = await dryRun()
  if (first.code === 0) return undefined
  const restore = await setAsideLeftovers(repository, { workTree, from, to })
  const second = await dryRun()
  if (second.code === 0) return undefined
  await restore()
  return reasonOf(second, workTree, branch)
}

/**
 * Moves a branch by compare-and-set together with the index and files of every work tree that has it checked out.
 * Files come first: a kill in between leaves the new files staged, which the next call goes on from and which reverts nothing;
 * the other order would leave a staged revert of what was merged. One process at a time: who lost the race for the branch takes its
 * files back, and must not take back those of whoever won.
 */
export const advanceBranch = async (repository: Repository, advance: Advance): Promise<AdvanceResult> => {
  const workTrees = await workTreesOn(repository, advance.branch)
  const { branch, from, to, why } = advance
  if (workTrees.length === 0)
    return { type: (await moveBranch(repository, { branch, from, to, why, own: false })) ? 'moved' : 'stale' }
  return holdingLock(join(repository.gitDir, 'perpetual-checkout.lock'), () => advanceWith(repository, workTrees, advance))
}

const advanceWith = async (repository: Repository, workTrees: readonly string[], advance: Advance): Promise<AdvanceResult> => {
  const { branch, from, to, why } = advance
  // Whoever held the lock before may have moved it: then no file is to be touched.
  if ((await branchHead(repository, branch)) !== from) return { type: 'stale' }
  for (const workTree of workTrees) {
    const reason = await check(repository, workTree, advance)
    if (reason !== undefined) return { type: 'refused', reason }
  }
  for (const [index, workTree] of workTrees.entries()) {
    const updated = await readTree(repository, workTree, [from, to])
    if (updated.code === 0) continue
    for (const done of workTrees.slice(0, index)) await readTree(repository, done, [to, from])
    return { type: 'refused', reason: reasonOf(updated, workTree, branch) }
  }
  if (await moveBranch(repository, { branch, from, to, why, own: false })) return { type: 'moved' }
  // Somebody else moved the branch: the work trees follow it, whatever it points at now.
  const now = await branchHead(repository, branch)
  for (const workTree of workTrees) await readTree(repository, workTree, [to, now ?? from])
  return { type: 'stale' }
}
