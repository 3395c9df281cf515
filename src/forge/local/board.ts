import { setTimeout as pause } from 'node:timers/promises'
import { PerpetualError } from '../../domain/errors.ts'
import type { Clock } from '../../domain/instant.ts'
import type { Head, StateStore } from '../forge.ts'
import { createBranchStore } from './branch-store.ts'
import { issueKind, parseRecord, pullKind, renderRecord, type IssueRecord, type PullRecord, type RecordKind } from './records.ts'
import type { Repository } from './repository.ts'

/** All records as they were at one commit of the board. */
export interface BoardView {
  issue(number: number): Promise<IssueRecord | undefined>
  pull(number: number): Promise<PullRecord | undefined>
  /** Ordered by number, which is by age. */
  issues(): Promise<readonly IssueRecord[]>
  pulls(): Promise<readonly PullRecord[]>
  /** Issues and pull requests share one sequence. */
  nextNumber(): Promise<number>
}

export type BoardChange<T> =
  | { readonly type: 'keep'; readonly value: T }
  | { readonly type: 'issue'; readonly record: IssueRecord; readonly value: T }
  | { readonly type: 'pull'; readonly record: PullRecord; readonly value: T }

export interface Board {
  view(): Promise<BoardView>
  /** Applies a change to the newest board; decided again where another writer was first, so that no update is lost. */
  update<T>(message: string, decide: (view: BoardView) => Promise<BoardChange<T>>): Promise<T>
}

export const boardBranch = 'perpetual/board'
/** Each lost race means that another writer got through, so this many in a row is a fault and not traffic. */
const attempts = 500
const cachedRecords = 20_000

type Cache<R> = Map<string, R>

const createFolder = <R extends { readonly number: number }>(repository: Repository, kind: RecordKind<R>) => {
  const cache: Cache<R> = new Map()

  const load = async (files: readonly (readonly [path: string, oid: string])[]): Promise<R[]> => {
    if (cache.size > cachedRecords) cache.clear()
    const missing = files.filter(([, oid]) => !cache.has(oid))
    const objects = await repository.reader.read(missing.map(([, oid]) => oid))
    for (const [index, [path, oid]] of missing.entries()) {
      cache.set(oid, parseRecord(kind, path, objects[index]?.bytes.toString('utf8') ?? ''))
    }
    return files.flatMap(([, oid]) => cache.get(oid) ?? [])
  }

  const files = (head: Head) => repository.trees.list(head, kind.folder)
  return {
    one: async (head: Head, number: number): Promise<R | undefined> => {
      const path = `${kind.folder}/${number}.json`
      return (await load([...(await repository.trees.find(head, [path]))]))[0]
    },
    all: async (head: Head): Promise<R[]> =>
      (await load(await files(head))).toSorted((left, right) => left.number - right.number),
    highest: async (head: Head): Promise<number> =>
      Math.max(0, ...(await files(head)).map(([path]) => Number(/(\d+)\.json$/.exec(path)?.[1] ?? 0))),
  }
}

export const createBoard = (repository: Repository, clock: Clock): Board => {
  const store: StateStore = createBranchStore(repository, boardBranch, clock)
  const issues = createFolder(repository, issueKind)
  const pulls = createFolder(repository, pullKind)
  let queue: Promise<unknown> = Promise.resolve()

  const viewAt = (head: Head): BoardView => ({
    issue: number => issues.one(head, number),
    pull: number => pulls.one(head, number),
    issues: () => issues.all(head),
    pulls: () => pulls.all(head),
    nextNumber: async () => Math.max(await issues.highest(head), await pulls.highest(head)) + 1,
  })

  const render = <T>(change: Exclude<BoardChange<T>, { type: 'keep' }>) =>
    change.type === 'issue'
      ? { path: `issues/${change.record.number}.json`, text: renderRecord(issueKind, change.record) }
      : { path: `pulls/${change.record.number}.json`, text: renderRecord(pullKind, change.record) }

  const attempt = async <T>(message: string, decide: (view: BoardView) => Promise<BoardChange<T>>): Promise<T> => {
    for (let lost = 0; lost < attempts; lost += 1) {
      const head = await store.head()
      const change = await decide(viewAt(head))
      if (change.type === 'keep') return change.value
      const written = await store.write(head, [render(change)], message)
      if (written.type === 'written') return change.value
      // Writers of different processes fall out of step by their process ids.
      await pause((process.pid * (lost + 1)) % 23)
    }
    throw new PerpetualError(`Expected to write the branch ${boardBranch}, but ${attempts} times another writer was first`, {
      actBy: 'next-run',
    })
  }

  return {
    view: async () => viewAt(await store.head()),
    update: (message, decide) => {
      const turn = queue.then(() => attempt(message, decide))
      queue = turn.catch(() => {})
      return turn
    },
  }
}
