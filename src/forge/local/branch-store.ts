import type { Clock } from '../../domain/instant.ts'
import type { StateStore } from '../forge.ts'
import { writeCommit } from './commits.ts'
import { moveBranch, refOf } from './refs.ts'
import type { Repository } from './repository.ts'

/** A branch of its own as a store of files; a write is two git processes, about 15 ms. */
export const createBranchStore = (repository: Repository, branch: string, clock: Clock): StateStore => {
  const head = async () => (await repository.reader.tip(refOf(branch))) ?? null
  return {
    head,
    read: (at, paths) => repository.trees.read(at, paths),
    list: async (at, folder) => (await repository.trees.list(at, folder)).map(([path]) => path),
    write: async (base, changes, message) => {
      if ((await head()) !== base) return { type: 'stale' }
      const commit = await writeCommit(repository, { base, changes, message, at: clock.now() })
      if ((await head()) !== base) return { type: 'stale' }
      const moved = await moveBranch(repository, { branch, from: base, to: commit, why: 'perpetual: write', log: false })
      return moved ? { type: 'written', head: commit } : { type: 'stale' }
    },
  }
}
