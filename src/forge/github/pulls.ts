import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'
import { checkPath } from '../file-path.ts'
import type { Pull, Pulls, WriteResult } from '../forge.ts'
import { readAnswer } from './answers.ts'
import { createComments } from './comments.ts'
import { commitOn } from './commits.ts'
import type { GithubContext } from './context.ts'
import { loadPull, mergePull, missingPull } from './merge.ts'
import { pageInfoSchema, pageSelection, pagesOf } from './paging.ts'
import { createOpener } from './open-pulls.ts'
import { isHere, pullSchema, pullSelection, toPull, type RawPull } from './pull-records.ts'

const pageSchema = z.object({ nodes: z.array(pullSchema), pageInfo: pageInfoSchema })

/** Pull requests, those of forks too, oldest first, a hundred at a time. */
const pullPages = ({ api }: GithubContext, states: readonly string[]): AsyncGenerator<readonly RawPull[]> =>
  pagesOf(after =>
    api.field(pageSchema, {
      selection: `pullRequests(first: 100, after: $after, states: $states, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ${pullSelection} } ${pageSelection} }`,
      variables: { after: ['String', after], states: ['[PullRequestState!]', states] },
      permission: 'pull-requests: read',
      bytes: 300_000,
    }),
  )

const filesSchema = z.array(z.object({ filename: z.string(), status: z.string() }))
const filesPerPage = 100
/** GitHub lists at most 3,000 files of a pull request. */
const maxFilePages = 30

const changedPaths = async ({ api }: GithubContext, number: number): Promise<readonly string[]> => {
  const paths: string[] = []
  for (let page = 1; page <= maxFilePages; page += 1) {
    const reply = await api.rest({
      route: 'GET /repos/{owner}/{repo}/pulls/{number}/files',
      parameters: { number, per_page: filesPerPage, page },
      permission: 'pull-requests: read',
    })
    const files = readAnswer(filesSchema, reply.data, 'files')
    paths.push(...files.filter(({ status }) => status !== 'removed' && status !== 'unchanged').map(({ filename }) => filename))
    if (files.length < filesPerPage) break
  }
  return paths.toSorted()
}

type Edit = Parameters<Pulls['edit']>[1]

const edit = async (context: GithubContext, pull: Pull, { base, changes, message }: Edit): Promise<WriteResult> => {
  const { number, state, branch, head } = pull
  if (state !== 'open')
    throw new PerpetualError(`Expected pull request #${number} to be open, it is ${state}`, { actBy: 'fix-config' })
  for (const { path } of changes) checkPath(path)
  if (head !== base) return { type: 'stale' }
  const effective = await context.objects.effective(base, changes)
  const result = await commitOn(context, { branch, base, changes: effective, message })
  if (result.type === 'stale') return result
  context.objects.adopt(base, result.oid, effective)
  return { type: 'written', head: result.oid }
}

const closedSchema = z.object({ pullRequest: pullSchema })

const close = async ({ api }: GithubContext, pull: RawPull): Promise<RawPull | undefined> => {
  if (pull.state !== 'OPEN') return pull
  const [result] = await api.mutate([
    {
      name: 'closePullRequest',
      inputType: 'ClosePullRequestInput',
      input: { pullRequestId: pull.id },
      selection: `pullRequest { ${pullSelection} }`,
      permission: 'pull-requests: write',
    },
  ])
  if (result?.type === 'done') return readAnswer(closedSchema, result.data, 'a pull request').pullRequest
  // Somebody merged it meanwhile, or the answer says nothing: then it is asked for again.
  if (result?.failure.type === 'UNPROCESSABLE') return undefined
  throw result?.error ?? missingPull(pull.number)
}

export const createPulls = (context: GithubContext): Pulls => {
  const { objects } = context
  const comments = createComments(context)
  const opener = createOpener(context)

  const load = async (number: number): Promise<RawPull> => {
    const found = await loadPull(context, number)
    if (found === undefined) throw missingPull(number)
    return found
  }

  return {
    open: opener,
    get: async number => {
      const found = await loadPull(context, number)
      return found === undefined ? undefined : toPull(found)
    },
    list: async ({ state, branchPrefix = '' }) => {
      const found: Pull[] = []
      for await (const page of pullPages(context, state === undefined ? ['OPEN', 'CLOSED', 'MERGED'] : [state.toUpperCase()])) {
        const named = page.filter(pull => isHere(pull) && pull.headRefName.startsWith(branchPrefix))
        found.push(...named.map(toPull))
      }
      return found
    },
    paths: async number => {
      await load(number)
      return changedPaths(context, number)
    },
    read: async (number, paths) => {
      const { mergeCommit, head } = toPull(await load(number))
      return objects.read(mergeCommit ?? head, paths)
    },
    edit: async (number, change) => edit(context, toPull(await load(number)), change),
    merge: (number, merge) => mergePull(context, { number, ...merge }),
    close: async number => toPull((await close(context, await load(number))) ?? (await load(number))),
    comment: async (number, marked) => {
      await load(number)
      return comments.write(number, marked)
    },
  }
}
