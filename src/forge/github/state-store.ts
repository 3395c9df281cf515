import { PerpetualError } from '../../domain/errors.ts'
import type { FileChange, Head, StateStore, WriteResult } from '../forge.ts'
import { checkPath } from '../file-path.ts'
import { accountsPath, parseAccounts, renderAccounts } from './accounts.ts'
import { commitOn, commitRoot, createReference, writeTree } from './commits.ts'
import type { GithubContext } from './context.ts'
import { mirrorRef, stateBranch, stateRef, type StateBranch } from './state-branch.ts'

/** A write that failed in passing is repeated by the caller at once, so the pause is here: 1 s, 4 s, 9 s. */
const pauseMs = (failures: number): number => Math.min(failures ** 2, 9) * 1_000

const isPassing = (error: unknown): boolean => error instanceof PerpetualError && error.actBy === 'next-run'

/** Files on the branch perpetual/state. Each commit is one request, and whatever was read or written once is not asked for again. */
export const createStateStore = (context: GithubContext, branch: StateBranch): StateStore => {
  const { objects, accounts, clock, warn } = context
  let recorded = false
  let failures = 0

  /** The account's own name goes into its first commit. */
  const recordChange = async (base: Head): Promise<readonly FileChange[]> => {
    if (recorded) return []
    const before = parseAccounts((await objects.read(base, [accountsPath])).get(accountsPath))
    accounts.learn(before)
    if (before.includes(accounts.own)) {
      recorded = true
      return []
    }
    return [{ path: accountsPath, text: renderAccounts([...before, accounts.own]) }]
  }

  const noteMirror = async (head: string): Promise<void> => {
    try {
      if (await createReference(context, mirrorRef, head)) branch.mirroredAt(head)
    } catch (error) {
      warn(`The branch ${stateBranch} is not watched yet: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  const writeFirst = async (changes: readonly FileChange[], message: string): Promise<WriteResult> => {
    const tree = await writeTree(context, changes)
    const head = await commitRoot(context, { message, tree })
    if (!(await createReference(context, stateRef, head))) return { type: 'stale' }
    return { type: 'written', head }
  }

  const writeNext = async (base: string, changes: readonly FileChange[], message: string): Promise<WriteResult> => {
    const result = await commitOn(context, { branch: stateBranch, base, changes, message })
    return result.type === 'stale' ? result : { type: 'written', head: result.oid }
  }

  const write: StateStore['write'] = async (base, changes, message) => {
    for (const { path } of changes) checkPath(path)
    const all = [...(await objects.effective(base, changes)), ...(await recordChange(base))]
    const result = await (base === null ? writeFirst(all, message) : writeNext(base, all, message))
    if (result.type === 'stale') {
      branch.outdated()
      return result
    }
    objects.adopt(base, result.head, all)
    branch.moved(result.head)
    recorded = true
    if (base === null) await noteMirror(result.head)
    return result
  }

  return {
    head: async (soon = []) => {
      const [head] = await Promise.all([branch.newest(), objects.bring(stateRef, soon)])
      return head
    },
    knownHead: () => branch.known(),
    read: (head, paths) => objects.read(head, paths),
    list: async (head, folder) => (await objects.list(head, folder)).filter(path => path !== accountsPath),
    write: async (base, changes, message) => {
      try {
        const result = await write(base, changes, message)
        failures = 0
        return result
      } catch (error) {
        branch.outdated()
        if (isPassing(error)) {
          failures += 1
          await clock.sleep(pauseMs(failures))
        }
        throw error
      }
    },
  }
}
