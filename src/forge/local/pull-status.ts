import { PerpetualError } from '../../domain/errors.ts'
import { toInstant, type Instant } from '../../domain/instant.ts'
import type { Pull } from '../forge.ts'
import type { Board } from './board.ts'
import type { PullRecord } from './records.ts'
import { branchHead, branchHeads, refOf } from './refs.ts'
import type { Repository } from './repository.ts'

export interface Ending {
  readonly state: 'merged' | 'closed'
  readonly head: string
  readonly mergeCommit: string | null
  readonly at: Instant
}

export interface PullStatus {
  /** The pull requests as they are now; one whose branch is contained in its base by now is recorded as merged. */
  settle(records: readonly PullRecord[]): Promise<readonly PullRecord[]>
  /** Records the end of an open pull request; one that ended before stays as it ended. */
  end(number: number, ending: Ending): Promise<PullRecord>
}

export const missingPull = (number: number): PerpetualError =>
  new PerpetualError(`Expected pull request #${number}, but there is none`, { actBy: 'fix-config' })

export const toPull = (record: PullRecord): Pull => ({
  number: record.number,
  title: record.title,
  body: record.body,
  branch: record.branch,
  base: record.base,
  head: record.head,
  first: record.first,
  state: record.state,
  author: record.author,
  labels: record.labels,
  createdAt: record.createdAt,
  mergeCommit: record.mergeCommit,
  endedAt: record.endedAt,
  url: `perpetual review show ${record.number}`,
})

const linesOf = (text: string): string[] => text.split('\n').filter(line => line !== '')

const contains = async (repository: Repository, base: string, commit: string): Promise<boolean> =>
  (await repository.git(['merge-base', '--is-ancestor', commit, base])).code === 0

/** The first commit on the base's own line that has `head` behind it: the merge, or `head` itself after a fast-forward. */
const findMergeCommit = async (repository: Repository, base: string, head: string): Promise<string> => {
  const list = async (args: readonly string[]) =>
    linesOf(await repository.output('list commits', ['rev-list', ...args, base, `^${head}`]))
  const descendants = new Set(await list([`--ancestry-path=${head}`]))
  const line = await list(['--first-parent', '--reverse'])
  return line.find(commit => descendants.has(commit)) ?? head
}

const committedAt = async (repository: Repository, commit: string): Promise<Instant> =>
  toInstant(
    Number((await repository.output('read a commit', ['show', '-s', '--no-show-signature', '--format=%ct', commit])).trim()) *
      1000,
  )

export const createPullStatus = (repository: Repository, board: Board): PullStatus => {
  const end: PullStatus['end'] = (number, { state, head, mergeCommit, at }) =>
    board.update(`${state === 'merged' ? 'Merge' : 'Close'} pull request #${number}`, async view => {
      const before = await view.pull(number)
      if (before === undefined) throw missingPull(number)
      if (before.state !== 'open') return { type: 'keep', value: before }
      const record: PullRecord = { ...before, state, head, mergeCommit, endedAt: at }
      return { type: 'pull', record, value: record }
    })

  /** Branches that a base contains, by one git process. */
  const mergedInto = async (base: string): Promise<ReadonlySet<string>> =>
    new Set(
      linesOf(
        await repository.output('list merged branches', [
          'for-each-ref',
          `--merged=${base}`,
          '--format=%(refname)',
          'refs/heads/',
        ]),
      ),
    )

  const settleOne = async (record: PullRecord, base: string, isContained: boolean): Promise<PullRecord> => {
    if (!isContained || !(await contains(repository, base, record.first))) return record
    const mergeCommit = await findMergeCommit(repository, base, record.head)
    return end(record.number, { state: 'merged', head: record.head, mergeCommit, at: await committedAt(repository, mergeCommit) })
  }

  const settle: PullStatus['settle'] = async records => {
    if (!records.some(record => record.state === 'open')) return records
    const heads = await branchHeads(repository, '')
    const merged = new Map<string, ReadonlySet<string>>()
    const settled: PullRecord[] = []
    for (const record of records) {
      const base = heads.get(record.base)
      if (record.state !== 'open') settled.push(record)
      else if (base === undefined) settled.push({ ...record, head: heads.get(record.branch) ?? record.head })
      else {
        const known = merged.get(base) ?? (await mergedInto(base))
        merged.set(base, known)
        const head = heads.get(record.branch)
        const isContained = head === undefined ? await contains(repository, base, record.head) : known.has(refOf(record.branch))
        settled.push(await settleOne({ ...record, head: head ?? record.head }, base, isContained))
      }
    }
    return settled
  }

  return { settle, end }
}

/** The commit to read an open, merged or closed pull request at. */
export const readAt = async (repository: Repository, record: PullRecord): Promise<string> =>
  record.mergeCommit ?? (record.state === 'open' ? ((await branchHead(repository, record.branch)) ?? record.head) : record.head)
