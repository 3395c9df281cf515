import type { Clock } from '../../domain/instant.ts'
import { automation } from '../git.ts'
import { writeTreeCommit } from './commits.ts'
import { branchHead, moveBranch } from './refs.ts'
import type { Repository } from './repository.ts'

/** From here on a branch's history costs more than it tells; its files are all there is to know. */
const maxCommits = 2_000
const maxBytes = 200 * 1024 * 1024

const count = async (repository: Repository, args: readonly string[]): Promise<number> =>
  Number((await repository.output('measure a branch', ['rev-list', ...args])).trim())

/** Replaces a long history by one commit of the same files; where somebody writes meanwhile, it is left to the next time. */
export const compactBranch = async (repository: Repository, branch: string, clock: Clock): Promise<void> => {
  const head = await branchHead(repository, branch)
  if (head === null) return
  const isLong = (await count(repository, ['--count', head])) > maxCommits
  if (!isLong && (await count(repository, ['--objects', '--disk-usage', head])) <= maxBytes) return
  const tree = (await repository.output('read a commit', ['rev-parse', '--verify', `${head}^{tree}`])).trim()
  const message = `Compact ${branch}`
  const commit = await writeTreeCommit(repository, { tree, parents: [], message, at: clock.now(), author: automation })
  await moveBranch(repository, { branch, from: head, to: commit, why: 'perpetual: compact', own: true })
}
