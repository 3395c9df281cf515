import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'
import type { MergeResult } from '../forge.ts'
import { readAnswer } from './answers.ts'
import type { RestReply } from './api.ts'
import type { GithubContext } from './context.ts'
import { isHere, pullSchema, pullSelection, type RawPull } from './pull-records.ts'

export interface MergeRequest {
  readonly number: number
  readonly expectedHead: string
  readonly message: string
}

/** GitHub computes in the background whether a pull request can be merged, and other merges come in between. */
const rounds = 10
const pauseMs = 1_000

const methods = ['merge', 'squash', 'rebase'] as const

export const missingPull = (number: number): PerpetualError =>
  new PerpetualError(`Expected pull request #${number}, but there is none`, { actBy: 'fix-config' })

/** A pull request of this repository; undefined for an issue's number and for one that comes from a fork. */
export const loadPull = async ({ api }: GithubContext, number: number): Promise<RawPull | undefined> => {
  const found = await api.field(pullSchema, {
    selection: `pullRequest(number: $number) { ${pullSelection} }`,
    variables: { number: ['Int!', number] },
    permission: 'pull-requests: read',
    bytes: 20_000,
  })
  return found !== undefined && isHere(found) ? found : undefined
}

const mergedSchema = z.object({ sha: z.string() })

const put = async ({ api }: GithubContext, request: MergeRequest, method: (typeof methods)[number]): Promise<RestReply> => {
  const { number, expectedHead, message } = request
  const [title = '', ...rest] = message.trim().split('\n')
  return api.rest({
    route: 'PUT /repos/{owner}/{repo}/pulls/{number}/merge',
    parameters: { number, sha: expectedHead, merge_method: method, commit_title: title, commit_message: rest.join('\n').trim() },
    permission: 'contents: write',
    expected: [405, 409, 422],
  })
}

const refused = (reason: string): MergeResult => ({ type: 'refused', reason })

const comparisonSchema = z.object({ merge_base_commit: z.object({ sha: z.string() }) })
const tipSchema = z.object({ target: z.object({ oid: z.string() }) })

/** GitHub does not name the files in conflict: they are among those that both sides changed and that differ. */
const conflictPaths = async ({ api, objects }: GithubContext, pull: RawPull): Promise<readonly string[]> => {
  const base = await api.field(tipSchema, {
    selection: 'ref(qualifiedName: $name) { target { oid } }',
    variables: { name: ['String!', `refs/heads/${pull.baseRefName}`] },
    permission: 'contents: read',
  })
  if (base === undefined) return []
  const reply = await api.rest({
    route: 'GET /repos/{owner}/{repo}/compare/{range}',
    parameters: { range: `${base.target.oid}...${pull.headRefOid}`, per_page: 1 },
    permission: 'contents: read',
    expected: [404],
  })
  if (reply.status === 404) return []
  const fork = readAnswer(comparisonSchema, reply.data, 'a comparison').merge_base_commit.sha
  const [before, ours, theirs] = await Promise.all(
    [fork, base.target.oid, pull.headRefOid].map(commit => objects.oids(commit, '')),
  )
  const paths = [...new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? []), ...(before?.keys() ?? [])])]
  return paths
    .filter(path => {
      const [was, here, there] = [before, ours, theirs].map(files => files?.get(path))
      return here !== there && here !== was && there !== was
    })
    .toSorted()
}

const round = async (context: GithubContext, request: MergeRequest): Promise<MergeResult | 'again'> => {
  const { number, expectedHead } = request
  const pull = await loadPull(context, number)
  if (pull === undefined) throw missingPull(number)
  if (pull.state === 'MERGED') return { type: 'merged', commit: pull.mergeCommit?.oid ?? pull.headRefOid }
  if (pull.state === 'CLOSED') return refused(`Pull request #${number} is closed: reopen it to merge it`)
  if (pull.headRefOid !== expectedHead) return { type: 'stale' }
  let reply: RestReply | undefined
  for (const method of methods) {
    reply = await put(context, request, method)
    if (reply.status === 200) return { type: 'merged', commit: readAnswer(mergedSchema, reply.data, 'a merge').sha }
    // "Merge commits are not allowed on this repository": the repository's owner chose another way.
    if (!/are not allowed on this repository/i.test(reply.message)) break
  }
  const message = reply?.message ?? ''
  if (reply?.status === 409 && !/base branch/i.test(message)) return { type: 'stale' }
  if (/base branch was modified/i.test(message)) return 'again'
  const now = await loadPull(context, number)
  if (now === undefined || now.state !== 'OPEN' || now.headRefOid !== expectedHead) return 'again'
  if (now.mergeable === 'UNKNOWN') return 'again'
  const paths = now.mergeable === 'CONFLICTING' ? await conflictPaths(context, now) : []
  if (paths.length > 0) return { type: 'conflict', paths }
  return refused(`GitHub does not merge pull request #${number} (${message}): see what it waits for at ${pull.url}`)
}

/** Merges as the repository allows; decided again where the pull request changed meanwhile. */
export const mergePull = async (context: GithubContext, request: MergeRequest): Promise<MergeResult> => {
  for (let tried = 0; tried < rounds; tried += 1) {
    const result = await round(context, request)
    if (result !== 'again') return result
    await context.clock.sleep(pauseMs)
  }
  return refused(`GitHub is still finding out whether pull request #${request.number} can be merged: try again`)
}
