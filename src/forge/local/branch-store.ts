import type { Clock } from '../../domain/instant.ts'
import { PerpetualError } from '../../domain/errors.ts'
import type { Head, StateStore } from '../forge.ts'
import { writeCommit } from './commits.ts'
import { mirrorOf, moveBranch, refOf } from './refs.ts'
import type { Repository } from './repository.ts'

/**
 * The last commit of a branch that only the automation writes. One that somebody deleted is put back; one that somebody rewrote is
 * refused in one line, because ledgers and claims of an earlier time would let money be spent twice.
 */
const headOf = async (repository: Repository, branch: string): Promise<Head> => {
  // The mirror first: the branch moves before it, so an honest branch is never behind what was read of its mirror.
  const mirrored = await repository.reader.tip(mirrorOf(branch))
  const current = await repository.reader.tip(refOf(branch))
  if (mirrored === undefined || mirrored === current) return current ?? null
  if (current === undefined) {
    const restored = await moveBranch(repository, { branch, from: null, to: mirrored, why: 'perpetual: restore', own: true })
    return restored ? mirrored : headOf(repository, branch)
  }
  const ancestry = await repository.git(['merge-base', '--is-ancestor', mirrored, current])
  if (ancestry.code === 0) return current
  // A branch that was compacted since its mirror was read is no rewritten one.
  if ((await repository.reader.tip(mirrorOf(branch))) !== mirrored) return headOf(repository, branch)
  throw new PerpetualError(
    `Expected the branch ${branch} to go on from ${mirrored.slice(0, 12)}, found it rewritten: \`git update-ref ${refOf(branch)} ${mirrored}\` restores it, \`git update-ref -d ${mirrorOf(branch)}\` accepts it as it is`,
    { actBy: 'fix-config' },
  )
}

/** A branch of its own as a store of files; a write is two git processes, about 15 ms. */
export const createBranchStore = (repository: Repository, branch: string, clock: Clock): StateStore => {
  // Asking git costs a fraction of a millisecond here, so every operation begins at the newest head.
  const knownHead = () => undefined
  const head = () => headOf(repository, branch)
  return {
    head,
    knownHead,
    read: (at, paths) => repository.trees.read(at, paths),
    list: async (at, folder) => (await repository.trees.list(at, folder)).map(([path]) => path),
    write: async (base, changes, message) => {
      if ((await head()) !== base) return { type: 'stale' }
      const commit = await writeCommit(repository, { base, changes, message, at: clock.now() })
      if ((await head()) !== base) return { type: 'stale' }
      const moved = await moveBranch(repository, { branch, from: base, to: commit, why: 'perpetual: write', own: true })
      return moved ? { type: 'written', head: commit } : { type: 'stale' }
    },
  }
}
