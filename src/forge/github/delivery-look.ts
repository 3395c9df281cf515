import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'
import type { NewPull } from '../forge.ts'
import { readAnswer } from './answers.ts'
import { authorOf } from './accounts.ts'
import type { GithubContext } from './context.ts'
import { pageInfoSchema, pageSelection, pagesOf } from './paging.ts'
import { isHere, pullSchema, pullSelection, type RawPull } from './pull-records.ts'

/** How far a delivery got. */
export type Standing =
  | { readonly type: 'nothing' }
  /** The branch is there and has no commit of its own yet. */
  | { readonly type: 'branch'; readonly head: string }
  | { readonly type: 'delivered' }
  | { readonly type: 'opened'; readonly pull: RawPull }

const refSchema = z.object({ target: z.object({ oid: z.string() }) })
const pageSchema = z.object({ nodes: z.array(pullSchema), pageInfo: pageInfoSchema })
const comparisonSchema = z.object({
  commits: z.array(z.object({ author: z.object({ login: z.string() }).nullish(), commit: z.object({ message: z.string() }) })),
})

const trailer = (branch: string): string => `Perpetual-Delivery: ${branch}`

/** The delivered commit says so in its last line, and is believed only by its author. */
export const deliveryMessage = ({ message, branch }: NewPull): string => `${message.trim()}\n\n${trailer(branch)}`

const foreignBranch = (branch: string): PerpetualError =>
  new PerpetualError(
    `Expected the branch \`${branch}\` to be free or made by Perpetual, but somebody else made it: rename or delete it`,
    { actBy: 'fix-config' },
  )

const foreignPull = (branch: string, pull: RawPull): PerpetualError =>
  new PerpetualError(
    `Expected no pull request for \`${branch}\`, but ${authorOf(pull.author)} opened #${pull.number}: close it and rename its branch`,
    { actBy: 'fix-config' },
  )

const branchHead = async ({ api }: GithubContext, branch: string): Promise<string | undefined> => {
  const ref = await api.field(refSchema, {
    selection: 'ref(qualifiedName: $name) { target { oid } }',
    variables: { name: ['String!', `refs/heads/${branch}`] },
    permission: 'contents: read',
  })
  return ref?.target.oid
}

/** The default branch's newest commit, asked together with whatever else is asked in the same tick. */
export const baseHead = async (context: GithubContext): Promise<string> => {
  const head = await branchHead(context, context.defaultBranch)
  if (head !== undefined) return head
  throw new PerpetualError(`Expected the branch \`${context.defaultBranch}\` to deliver to, but it is gone`, {
    actBy: 'fix-config',
  })
}

/** GitHub lists those of forks too, and a stranger can have opened any number of this name before ours: so every page counts. */
const pullOf = async ({ api, accounts }: GithubContext, branch: string): Promise<RawPull | undefined> => {
  const pages = pagesOf(after =>
    api.field(pageSchema, {
      selection: `pullRequests(headRefName: $branch, first: 20, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ${pullSelection} } ${pageSelection} }`,
      variables: { branch: ['String!', branch], after: ['String', after] },
      permission: 'pull-requests: read',
      bytes: 50_000,
    }),
  )
  let foreign: RawPull | undefined
  for await (const page of pages) {
    const here = page.filter(isHere)
    const own = here.find(pull => accounts.isOurs(authorOf(pull.author)))
    if (own !== undefined) return own
    foreign ??= here.find(pull => pull.state === 'OPEN')
  }
  if (foreign !== undefined) throw foreignPull(branch, foreign)
  return undefined
}

/** Whether the branch's first commit beyond the default branch is the automation's own delivery. */
const firstCommit = async (
  { api, accounts, defaultBranch }: GithubContext,
  branch: string,
): Promise<'none' | 'ours' | 'foreign'> => {
  const reply = await api.rest({
    route: 'GET /repos/{owner}/{repo}/compare/{range}',
    parameters: { range: `${defaultBranch}...${branch}`, per_page: 1 },
    permission: 'contents: read',
    expected: [404],
  })
  // Without a common ancestor it cannot have begun as a delivery.
  if (reply.status === 404) return 'foreign'
  const [first] = readAnswer(comparisonSchema, reply.data, 'a comparison').commits
  if (first === undefined) return 'none'
  const isMarked = first.commit.message.trimEnd().endsWith(`\n${trailer(branch)}`)
  return isMarked && accounts.isOurs(first.author?.login ?? '') ? 'ours' : 'foreign'
}

/** What an earlier call, killed at any moment, left of a delivery. Throws where somebody else has the branch's name. */
export const lookAtDelivery = async (context: GithubContext, branch: string): Promise<Standing> => {
  const [head, pull] = await Promise.all([branchHead(context, branch), pullOf(context, branch)])
  if (pull !== undefined) return { type: 'opened', pull }
  if (head === undefined) return { type: 'nothing' }
  const first = await firstCommit(context, branch)
  if (first === 'foreign') throw foreignBranch(branch)
  return first === 'ours' ? { type: 'delivered' } : { type: 'branch', head }
}
