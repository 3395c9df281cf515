import { z } from 'zod'
import type { FileChange } from '../forge.ts'
import { readAnswer } from './answers.ts'
import { GoneCommitError } from '../../domain/errors.ts'
import type { MutationField, MutationResult } from './api.ts'
import type { GithubContext } from './context.ts'

export interface NewCommit {
  readonly branch: string
  readonly base: string
  readonly changes: readonly FileChange[]
  readonly message: string
}

const committedSchema = z.object({ commit: z.object({ oid: z.string() }) })

/** One commit on a branch that must still be at `base`; without author or committer, so that GitHub signs it. */
export const commitMutation = ({ repository }: GithubContext, { branch, base, changes, message }: NewCommit): MutationField => {
  const [headline = '', ...rest] = message.trim().split('\n')
  return {
    name: 'createCommitOnBranch',
    inputType: 'CreateCommitOnBranchInput',
    input: {
      branch: { repositoryNameWithOwner: repository, branchName: branch },
      expectedHeadOid: base,
      message: { headline, body: rest.join('\n').trim() },
      fileChanges: {
        additions: changes.flatMap(({ path, text }) =>
          text === null ? [] : [{ path, contents: Buffer.from(text).toString('base64') }],
        ),
        deletions: changes.flatMap(({ path, text }) => (text === null ? [{ path }] : [])),
      },
    },
    selection: 'commit { oid }',
    permission: 'contents: write',
  }
}

export const committedOid = (data: unknown): string => readAnswer(committedSchema, data, 'a commit').commit.oid

export type CommitResult =
  | { readonly type: 'written'; readonly oid: string }
  /** The branch is elsewhere or gone. */
  | { readonly type: 'stale' }

const isStale = ({ type, message }: Extract<MutationResult, { type: 'failed' }>['failure']): boolean =>
  type === 'STALE_DATA' ||
  type === 'NOT_FOUND' ||
  /expected branch to point to|no commit exists with specified expectedHeadOid/i.test(message)

/** Commits, or says that somebody was first. */
export const commitOn = async (context: GithubContext, commit: NewCommit): Promise<CommitResult> => {
  const [result] = await context.api.mutate([commitMutation(context, commit)])
  if (result === undefined) throw new GoneCommitError(commit.base)
  if (result.type === 'done') return { type: 'written', oid: committedOid(result.data) }
  if (isStale(result.failure)) return { type: 'stale' }
  throw result.error
}

const shaSchema = z.object({ sha: z.string() })

export interface NewRoot {
  readonly message: string
  readonly tree: string
}

/** A commit without parents of a tree that exists. */
export const commitRoot = async ({ api }: GithubContext, { message, tree }: NewRoot): Promise<string> => {
  const reply = await api.rest({
    route: 'POST /repos/{owner}/{repo}/git/commits',
    parameters: { message, tree, parents: [] },
    permission: 'contents: write',
  })
  return readAnswer(shaSchema, reply.data, 'a commit').sha
}

export const writeTree = async ({ api }: GithubContext, changes: readonly FileChange[]): Promise<string> => {
  const tree = changes.flatMap(({ path, text }) => (text === null ? [] : [{ path, mode: '100644', type: 'blob', content: text }]))
  const reply = await api.rest({
    route: 'POST /repos/{owner}/{repo}/git/trees',
    parameters: { tree },
    permission: 'contents: write',
  })
  return readAnswer(shaSchema, reply.data, 'a tree').sha
}

/** False where the reference exists already. */
export const createReference = async ({ api }: GithubContext, ref: string, oid: string): Promise<boolean> => {
  const reply = await api.rest({
    route: 'POST /repos/{owner}/{repo}/git/refs',
    parameters: { ref, sha: oid },
    permission: 'contents: write',
    expected: [422],
    once: true,
  })
  if (reply.error !== undefined && !/already exists/i.test(reply.message)) throw reply.error
  return reply.error === undefined
}
