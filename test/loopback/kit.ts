import { Octokit } from '@octokit/rest'
import { onTestFinished } from 'vitest'
import type { LoopbackEvent, LoopbackGithub, LoopbackOptions } from './interface.ts'
import { startLoopbackGithub } from './loopback-github.ts'

export interface Refusal {
  readonly status: number
  readonly message: string
  readonly response?: {
    readonly headers: Readonly<Record<string, string>>
    readonly data: {
      readonly message?: string
      readonly errors?: readonly { readonly message?: string; readonly code?: string; readonly field?: string }[]
    }
  }
  readonly errors?: readonly { readonly type: string; readonly message: string; readonly path: readonly string[] }[]
  readonly data?: Readonly<Record<string, unknown>> | null
}

/** What a request was refused with; fails where it was not. */
export async function refusal(request: Promise<unknown>): Promise<Refusal> {
  try {
    await request
  } catch (error) {
    return error as Refusal
  }
  throw new Error('Expected a refusal, got an answer')
}

/** A client with this token. */
export const clientOf = (github: LoopbackGithub, auth: string): Octokit =>
  new Octokit({ auth, baseUrl: github.url, log: { debug() {}, info() {}, warn() {}, error() {} } })

export interface Kit {
  readonly github: LoopbackGithub
  readonly octokit: Octokit
  readonly at: { readonly owner: string; readonly repo: string }
  readonly events: readonly LoopbackEvent[]
  head(branch?: string): string
  /** A commit through `createCommitOnBranch`. */
  commit(
    oid: string,
    change: { readonly branch?: string; readonly files?: Readonly<Record<string, string | null>>; readonly as?: Octokit },
  ): Promise<string>
  open(branch: string, more?: { readonly body?: string; readonly draft?: boolean }): Promise<number>
}

/** A GitHub of one test, with its owner's client. */
export async function startKit(options: LoopbackOptions = {}): Promise<Kit> {
  const github = await startLoopbackGithub(options)
  onTestFinished(github.close)
  const octokit = github.as('alice')
  const at = { owner: github.owner, repo: github.repo }
  const events: LoopbackEvent[] = []
  github.onEvent(event => void events.push(event))
  return {
    github,
    octokit,
    at,
    events,
    head: (branch = 'main') => github.branches().get(branch) ?? '',
    commit: async (oid, { branch = 'main', files = { 'a.txt': 'a\n' }, as = octokit }) => {
      const entries = Object.entries(files)
      const additions = entries.flatMap(([path, text]) =>
        text === null ? [] : [{ path, contents: Buffer.from(text).toString('base64') }],
      )
      const deletions = entries.flatMap(([path, text]) => (text === null ? [{ path }] : []))
      const target = { repositoryNameWithOwner: `${at.owner}/${at.repo}`, branchName: branch }
      const input = {
        branch: target,
        expectedHeadOid: oid,
        message: { headline: 'Change', body: 'Why' },
        fileChanges: { additions, deletions },
      }
      const document = 'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }'
      const answer = await as.graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(document, { input })
      return answer.createCommitOnBranch.commit.oid
    },
    open: async (branch, more) => {
      const { data } = await octokit.pulls.create({ ...at, title: `Deliver ${branch}`, head: branch, base: 'main', ...more })
      return data.number
    },
  }
}
