import type { Clock } from '../../domain/instant.ts'
import type { Forge } from '../forge.ts'
import { boardBranch, createBoard } from './board.ts'
import { createBranchStore } from './branch-store.ts'
import { compactBranch } from './compact.ts'
import { createIssues } from './issues.ts'
import { createPulls } from './pulls.ts'
import { branchHead } from './refs.ts'
import { openRepository } from './repository.ts'

export interface LocalForgeOptions {
  /** A folder in the user's repository: a work tree, a linked one, a sub-folder, or a bare repository. */
  readonly repository: string
  readonly clock: Clock
  /** Who issues, comments and pull requests are by; markers count only together with it. */
  readonly account?: string
}

const stateBranch = 'perpetual/state'

/**
 * A forge in a plain git repository on this disk: no server, no network, safe to kill at any moment.
 * Throws a PerpetualError (`fix-config`) where the folder is no repository, has no commit, or git is missing or older than 2.38.
 */
export const openLocalForge = async ({
  repository: folder,
  clock,
  account = 'perpetual[local]',
}: LocalForgeOptions): Promise<Forge> => {
  const repository = await openRepository(folder)
  const board = createBoard(repository, clock)
  return {
    kind: 'local',
    defaultBranch: repository.defaultBranch,
    state: createBranchStore(repository, stateBranch, clock),
    issues: createIssues({ board, account, clock }),
    pulls: createPulls({ repository, board, account, clock }),
    contents: {
      head: () => branchHead(repository, repository.defaultBranch),
      read: (head, paths) => repository.trees.read(head, paths),
      list: async (head, below) => (await repository.trees.list(head, below)).map(([path]) => path),
      readBytes: (head, path) => repository.trees.readBytes(head, path),
      versions: async (head, below) => new Map(await repository.trees.list(head, below)),
    },
    tidy: async () => {
      for (const branch of [stateBranch, boardBranch]) await compactBranch(repository, branch, clock)
      await repository.git(['-c', 'gc.autoDetach=false', '-c', 'gc.recentObjectsHook=', 'gc', '--auto', '--quiet'], {
        lowPriority: true,
      })
    },
    close: async () => repository.close(),
  }
}
