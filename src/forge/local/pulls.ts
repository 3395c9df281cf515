import { PerpetualError } from '../../domain/errors.ts'
import type { NewPull, Pulls, WriteResult } from '../forge.ts'
import { advanceBranch } from './checkouts.ts'
import { writeCommit } from './commits.ts'
import { ensureDelivery, type Delivery } from './delivery-branch.ts'
import { personIdentity } from './identity.ts'
import { comment, uniqueLabels, type BoardContext } from './issues.ts'
import { mergePull } from './merge.ts'
import { createPullStatus, missingPull, readAt, toPull } from './pull-status.ts'
import { newVersion, type PullRecord } from './records.ts'
import { branchHead } from './refs.ts'
import type { Repository } from './repository.ts'

export interface PullsContext extends BoardContext {
  readonly repository: Repository
}

const foreign = (record: PullRecord): PerpetualError =>
  new PerpetualError(
    `Expected no pull request for \`${record.branch}\`, but ${record.author} opened #${record.number}: close and rename it`,
    {
      actBy: 'fix-config',
    },
  )

const record = (
  { repository, board, account, clock }: PullsContext,
  pull: NewPull,
  { first, head }: Delivery,
): Promise<PullRecord> =>
  board.update(`Open pull request: ${pull.title}`, async view => {
    const known = (await view.pulls()).find(({ branch }) => branch === pull.branch)
    if (known !== undefined && known.author !== account) throw foreign(known)
    if (known !== undefined) return { type: 'keep', value: known }
    const { title, body, branch } = pull
    const opened: PullRecord = {
      version: newVersion,
      number: await view.nextNumber(),
      title,
      body,
      labels: uniqueLabels(pull.labels),
      author: account,
      createdAt: clock.now(),
      comments: [],
      state: 'open',
      branch,
      base: repository.defaultBranch,
      first,
      head,
      mergeCommit: null,
      endedAt: null,
    }
    return { type: 'pull', record: opened, value: opened }
  })

const split = (text: string): string[] => text.split('\0').filter(part => part !== '')

/** What the pull request brings: against where it left its base, or once merged, against the base as it was before. */
const changedPaths = async (repository: Repository, pull: PullRecord): Promise<readonly string[]> => {
  const to = await readAt(repository, pull)
  const fork = await repository.git(['merge-base', `refs/heads/${pull.base}`, to])
  // A reviewer may have put an unrelated history on the branch; then it is what the delivery began from that counts.
  const from = fork.code === 0 ? fork.stdout.trim() : `${pull.first}^1`
  const range =
    pull.mergeCommit === null ? [from, to] : [`${pull.mergeCommit === pull.head ? pull.first : pull.mergeCommit}^1`, to]
  const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--diff-filter=AMT', ...range]
  return split(await repository.output('compare commits', args))
}

type Edit = Parameters<Pulls['edit']>[1]

const edit = async (
  { repository, clock }: PullsContext,
  pull: PullRecord,
  { base, changes, message }: Edit,
): Promise<WriteResult> => {
  if (pull.state !== 'open')
    throw new PerpetualError(`Expected pull request #${pull.number} to be open, it is ${pull.state}`, { actBy: 'fix-config' })
  if ((await branchHead(repository, pull.branch)) !== base) return { type: 'stale' }
  const author = await personIdentity(repository)
  const commit = await writeCommit(repository, { base, changes, message, at: clock.now(), author })
  const why = `perpetual: edit pull request #${pull.number}`
  const moved = await advanceBranch(repository, { branch: pull.branch, from: base, to: commit, why })
  if (moved.type === 'refused') throw new PerpetualError(moved.reason, { actBy: 'fix-config' })
  return moved.type === 'moved' ? { type: 'written', head: commit } : { type: 'stale' }
}

export const createPulls = (context: PullsContext): Pulls => {
  const { repository, board, account, clock } = context
  const status = createPullStatus(repository, board)

  const find = async (number: number): Promise<PullRecord | undefined> => {
    const known = await (await board.view()).pull(number)
    return known === undefined ? undefined : (await status.settle([known]))[0]
  }
  const load = async (number: number): Promise<PullRecord> => {
    const found = await find(number)
    if (found === undefined) throw missingPull(number)
    return found
  }

  return {
    open: async pull => {
      const known = (await (await board.view()).pulls()).find(({ branch }) => branch === pull.branch)
      if (known !== undefined && known.author !== account) throw foreign(known)
      const opened = known ?? (await record(context, pull, await ensureDelivery(repository, pull, clock.now())))
      return toPull((await status.settle([opened]))[0] ?? opened)
    },
    get: async number => {
      const found = await find(number)
      return found === undefined ? undefined : toPull(found)
    },
    list: async ({ state, branchPrefix = '' }) => {
      const named = (await (await board.view()).pulls()).filter(({ branch }) => branch.startsWith(branchPrefix))
      return (await status.settle(named)).filter(pull => state === undefined || pull.state === state).map(toPull)
    },
    paths: async number => changedPaths(repository, await load(number)),
    read: async (number, paths) => repository.trees.read(await readAt(repository, await load(number)), paths),
    edit: async (number, change) => edit(context, await load(number), change),
    merge: (number, merge) => mergePull({ repository, clock, status, load }, { number, ...merge }),
    close: async number => {
      const pull = await load(number)
      if (pull.state !== 'open') return toPull(pull)
      return toPull(await status.end(number, { state: 'closed', head: pull.head, mergeCommit: null, at: clock.now() }))
    },
    comment: async (number, marked) => {
      await load(number)
      return comment(context, number, marked)
    },
  }
}
