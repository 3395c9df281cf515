import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'
import type { NewPull } from '../forge.ts'
import { readAnswer } from './answers.ts'
import type { MutationField, MutationResult } from './api.ts'
import { commitMutation } from './commits.ts'
import type { GithubContext } from './context.ts'
import { cutBody, cutTitle } from './cut-body.ts'
import { deliveryMessage, type Standing } from './delivery-look.ts'
import { pullSchema, pullSelection, type RawPull } from './pull-records.ts'

/** A delivery that lacks something. */
export interface Job {
  readonly wanted: NewPull
  readonly standing: Exclude<Standing, { type: 'opened' }>
  readonly draft: boolean
}

export type Outcome =
  | { readonly type: 'opened'; readonly pull: RawPull; readonly isNew: boolean }
  | { readonly type: 'failed'; readonly error: PerpetualError; readonly noDrafts: boolean }

export const failed = (error: PerpetualError): Outcome => ({ type: 'failed', error, noDrafts: false })

const createdSchema = z.object({ pullRequest: pullSchema })

/** GitHub's words on private repositories of the Free plan. */
const draftsMissing = /draft pull requests are not supported/i

const branchMutation = ({ repositoryId }: GithubContext, branch: string, base: string): MutationField => ({
  name: 'createRef',
  inputType: 'CreateRefInput',
  input: { repositoryId, name: `refs/heads/${branch}`, oid: base },
  selection: 'ref { name }',
  permission: 'contents: write',
})

const pullMutation = ({ repositoryId, defaultBranch }: GithubContext, { wanted, draft }: Job): MutationField => ({
  name: 'createPullRequest',
  inputType: 'CreatePullRequestInput',
  input: {
    repositoryId,
    baseRefName: defaultBranch,
    headRefName: wanted.branch,
    title: cutTitle(wanted.title),
    body: cutBody(wanted.body),
    draft,
  },
  selection: `pullRequest { ${pullSelection} }`,
  permission: 'pull-requests: write',
})

/** Branch, commit and pull request, without what is there already. They run in this order, and each needs the one before. */
const mutationsOf = (context: GithubContext, job: Job, base: string): readonly MutationField[] => {
  const { wanted, standing } = job
  const start = standing.type === 'branch' ? standing.head : base
  const commit = { branch: wanted.branch, base: start, changes: wanted.files, message: deliveryMessage(wanted) }
  return [
    ...(standing.type === 'nothing' ? [branchMutation(context, wanted.branch, base)] : []),
    ...(standing.type === 'delivered' ? [] : [commitMutation(context, commit)]),
    pullMutation(context, job),
  ]
}

const outcomeOf = (results: readonly MutationResult[]): Outcome => {
  const last = results.at(-1)
  if (last?.type === 'done') {
    return { type: 'opened', pull: readAnswer(createdSchema, last.data, 'a pull request').pullRequest, isNew: true }
  }
  // The first failure is the cause of those after it.
  const [first] = results.filter(result => result.type === 'failed')
  const error = first?.error ?? new PerpetualError('Expected a pull request, got no answer', { actBy: 'next-run' })
  return { type: 'failed', error, noDrafts: draftsMissing.test(first?.failure.message ?? '') }
}

/** Sends one document for all jobs; each has its own outcome. */
export const sendJobs = async (context: GithubContext, jobs: readonly Job[], base: string): Promise<Outcome[]> => {
  const mutations = jobs.map(job => mutationsOf(context, job, base))
  try {
    const results = await context.api.mutate(mutations.flat())
    let from = 0
    return mutations.map(({ length }) => {
      from += length
      return outcomeOf(results.slice(from - length, from))
    })
  } catch (error) {
    if (!(error instanceof PerpetualError)) throw error
    return jobs.map(() => failed(error))
  }
}

/** A document above this is split: GitHub gives a request ten seconds. */
const maxDocumentBytes = 4_000_000

/** Base64 is a third longer than what it stands for. */
const sizeOf = ({ wanted }: Job): number =>
  wanted.files.reduce((sum, { text }) => sum + Buffer.byteLength(text ?? '') * 1.34, Buffer.byteLength(wanted.body))

export const packJobs = <Packed extends Job>(jobs: readonly Packed[]): Packed[][] => {
  const documents: Packed[][] = []
  let bytes = 0
  for (const job of jobs) {
    const last = documents.at(-1)
    if (last !== undefined && bytes + sizeOf(job) <= maxDocumentBytes) last.push(job)
    else {
      documents.push([job])
      bytes = 0
    }
    bytes += sizeOf(job)
  }
  return documents
}
