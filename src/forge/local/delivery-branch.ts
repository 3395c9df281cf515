import { PerpetualError } from '../../domain/errors.ts'
import type { Instant } from '../../domain/instant.ts'
import { checkBranchName } from '../branch-name.ts'
import type { NewPull } from '../forge.ts'
import { automation } from '../git.ts'
import { writeCommit } from './commits.ts'
import { branchHead, mirrorOf, moveBranch } from './refs.ts'
import type { Repository } from './repository.ts'

export interface Delivery {
  /** The commit that the automation delivered. */
  readonly first: string
  readonly head: string
}

const trailer = (branch: string): string => `Perpetual-Delivery: ${branch}`

/** How far back a delivered commit is looked for on a branch that the default branch contains already. */
const searchedCommits = 200

const isOurs = async (repository: Repository, commit: string, branch: string): Promise<boolean> => {
  const [object] = await repository.reader.read([commit])
  const text = object?.bytes.toString('utf8') ?? ''
  const end = text.indexOf('\n\n')
  const by = `<${automation.email}> `
  const headers = text
    .slice(0, end)
    .split('\n')
    .filter(line => /^(?:author|committer) /.test(line))
  return (
    headers.length === 2 &&
    headers.every(line => line.includes(by)) &&
    text
      .slice(end)
      .trimEnd()
      .endsWith(`\n${trailer(branch)}`)
  )
}

const firstCommit = async (repository: Repository, branch: string, head: string): Promise<string | undefined> => {
  const list = async (args: readonly string[]) =>
    (await repository.output('list commits', ['rev-list', '--first-parent', ...args])).split('\n').filter(line => line !== '')
  const beyond = await list(['--reverse', head, `^refs/heads/${repository.defaultBranch}`])
  const candidates = beyond.length > 0 ? beyond.slice(0, 1) : await list([`--max-count=${searchedCommits}`, head])
  for (const commit of candidates) {
    if (await isOurs(repository, commit, branch)) return commit
  }
  return undefined
}

/** A reference of its own, so that git keeps what was delivered when a reviewer deletes or rewrites the branch. */
const keep = async (repository: Repository, branch: string, first: string): Promise<void> => {
  await repository.output('keep a delivery', ['update-ref', mirrorOf(branch), first])
}

/** The delivered branch: made in one commit off the default branch, or found as an earlier call left it. */
export const ensureDelivery = async (repository: Repository, pull: NewPull, at: Instant): Promise<Delivery> => {
  const branch = checkBranchName(pull.branch)
  const head = await branchHead(repository, branch)
  if (head !== null) {
    const first = await firstCommit(repository, branch, head)
    if (first !== undefined) {
      await keep(repository, branch, first)
      return { first, head }
    }
    throw new PerpetualError(
      `Expected the branch \`${branch}\` to be free or made by Perpetual, but somebody else made it: rename or delete it`,
      {
        actBy: 'fix-config',
      },
    )
  }
  if (!pull.files.some(file => file.text !== null)) {
    throw new PerpetualError(`Expected at least one file to deliver on \`${branch}\`, got none`, { actBy: 'report-bug' })
  }
  const base = await branchHead(repository, repository.defaultBranch)
  if (base === null) {
    throw new PerpetualError(`Expected the branch \`${repository.defaultBranch}\` to deliver to, but it is gone`, {
      actBy: 'fix-config',
    })
  }
  const message = `${pull.message.trim()}\n\n${trailer(branch)}`
  const first = await writeCommit(repository, { base, changes: pull.files, message, at })
  const moved = await moveBranch(repository, { branch, from: null, to: first, why: 'perpetual: deliver', own: false })
  if (!moved) return ensureDelivery(repository, pull, at)
  await keep(repository, branch, first)
  return { first, head: first }
}
