import type { Clock } from '../../domain/instant.ts'
import { gitFailure } from '../git.ts'
import type { MergeResult } from '../forge.ts'
import { advanceBranch } from './checkouts.ts'
import { writeTreeCommit } from './commits.ts'
import { personIdentity } from './identity.ts'
import type { PullStatus } from './pull-status.ts'
import type { PullRecord } from './records.ts'
import { branchHead } from './refs.ts'
import type { Repository } from './repository.ts'

export interface MergeContext {
  readonly repository: Repository
  readonly clock: Clock
  readonly status: PullStatus
  /** The record as it is now. */
  readonly load: (number: number) => Promise<PullRecord>
}

export interface MergeRequest {
  readonly number: number
  readonly expectedHead: string
  readonly message: string
}

/** Each round is lost only to a commit that somebody else made on the base branch meanwhile. */
const rounds = 20

type Merged = { readonly type: 'tree'; readonly tree: string } | { readonly type: 'conflict'; readonly paths: readonly string[] }

const mergeTrees = async (repository: Repository, base: string, head: string): Promise<Merged> => {
  const result = await repository.git(['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', base, head])
  const [tree = '', ...paths] = result.stdout.split('\0').filter(part => part !== '')
  if (result.code === 0) return { type: 'tree', tree }
  if (result.code === 1) return { type: 'conflict', paths }
  throw gitFailure('merge', result)
}

const refused = (reason: string): MergeResult => ({ type: 'refused', reason })

const round = async (
  { repository, clock, status, load }: MergeContext,
  request: MergeRequest,
): Promise<MergeResult | 'again'> => {
  const { number, expectedHead, message } = request
  const record = await load(number)
  if (record.state === 'merged') return { type: 'merged', commit: record.mergeCommit ?? record.head }
  if (record.state === 'closed') return refused(`Pull request #${number} is closed`)
  const [head, base] = await Promise.all([branchHead(repository, record.branch), branchHead(repository, record.base)])
  if (head === null)
    return refused(
      `The branch \`${record.branch}\` of pull request #${number} was deleted: \`git branch ${record.branch} ${record.head}\``,
    )
  if (base === null) return refused(`The branch \`${record.base}\` that pull request #${number} goes to was deleted`)
  if (head !== expectedHead) return { type: 'stale' }
  // Whoever merged it after it was loaded and before the base was read would be merged a second time; later ones lose the race for the base.
  if ((await load(number)).state !== 'open') return 'again'
  const merged = await mergeTrees(repository, base, head)
  if (merged.type === 'conflict') return merged
  const author = await personIdentity(repository)
  const at = clock.now()
  const commit = await writeTreeCommit(repository, { tree: merged.tree, parents: [base, head], message, at, author })
  const why = `perpetual: merge pull request #${number}`
  const moved = await advanceBranch(repository, { branch: record.base, from: base, to: commit, why })
  if (moved.type === 'refused') return moved
  if (moved.type === 'stale') return 'again'
  await status.end(number, { state: 'merged', head, mergeCommit: commit, at })
  return { type: 'merged', commit }
}

/** Merges with two parents; decided again where the base moved on meanwhile. */
export const mergePull = async (context: MergeContext, request: MergeRequest): Promise<MergeResult> => {
  for (let tried = 0; tried < rounds; tried += 1) {
    const result = await round(context, request)
    if (result !== 'again') return result
  }
  return refused('The base branch moves on faster than it can be merged into: try again')
}
