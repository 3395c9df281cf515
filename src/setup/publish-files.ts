import { z } from 'zod'
import { PerpetualError } from '../domain/errors.ts'
import type { Forge, Pull } from '../forge/forge.ts'
import type { SetupFile } from './own-files.ts'

/** As much of an Octokit as a commit needs. */
export interface GraphqlClient {
  graphql(query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>
}

export interface Publishing {
  readonly client: GraphqlClient
  readonly forge: Pick<Forge, 'pulls' | 'defaultBranch'>
  /** `owner/name`. */
  readonly repository: string
  /** The commit on the default branch that was read. */
  readonly base: string
}

export type Published =
  | { readonly type: 'committed'; readonly commit: string }
  | { readonly type: 'pull'; readonly number: number; readonly url: string }

const mutation = `mutation SetUp($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }`
const replySchema = z.object({ createCommitOnBranch: z.object({ commit: z.object({ oid: z.string() }) }) })

/** GitHub's words for branch protection and rulesets, of git (GH006, GH013) and of the API. */
const protectedBranch =
  /rule violation|protected branch|through a pull request|branch is protected|GH006|GH013|status checks? (?:is|are) expected/iu
const staleBranch = /expected branch to point to|is at [0-9a-f]{40} but expected|STALE_DATA/iu
const withoutWorkflowScope = /workflow`? ?(?:scope|permission)|without `?workflows?`?/iu

/** All that an error and what caused it say: an adapter may have put GitHub's words into its own. */
const wordsOf = (error: unknown): string =>
  error instanceof Error ? `${error.message}\n${error.cause === undefined ? '' : wordsOf(error.cause)}` : String(error)

const fixConfig = (message: string, cause: unknown): PerpetualError => new PerpetualError(message, { actBy: 'fix-config', cause })

/** The commit, or undefined where the branch only takes changes through pull requests. */
async function commit(files: readonly SetupFile[], { client, forge, repository, base }: Publishing): Promise<string | undefined> {
  const additions = files.map(({ path, text }) => ({ path, contents: Buffer.from(text).toString('base64') }))
  const input = {
    branch: { repositoryNameWithOwner: repository, branchName: forge.defaultBranch },
    expectedHeadOid: base,
    message: { headline: 'Set up Perpetual' },
    fileChanges: { additions },
  }
  try {
    // A repeated commit would only find that the branch has moved on.
    const reply = await client.graphql(mutation, { input, request: { retries: 0 } })
    return replySchema.parse(reply).createCommitOnBranch.commit.oid
  } catch (error) {
    const words = wordsOf(error)
    if (withoutWorkflowScope.test(words))
      throw fixConfig(
        'Expected a token that may write workflows, but this one may not; a classic token needs the scope `workflow` (`gh auth refresh --scopes workflow`), a fine-grained one the permission Workflows',
        error,
      )
    if (staleBranch.test(words))
      throw new PerpetualError(`Expected ${forge.defaultBranch} to stay where it was read, but somebody pushed; run it again`, {
        actBy: 'next-run',
        cause: error,
      })
    if (protectedBranch.test(words)) return undefined
    throw error
  }
}

const branch = 'perpetual/set-up'

const pullBody = `What \`perpetual init\` writes into a data repository: configuration, workflows, issue forms and folders.

Nothing runs before this is merged and the repository variable \`PERPETUAL_ENABLED\` is \`true\`.`

/** A pull request that is open is brought up to date; one that was merged or closed stays as it is, and another branch is taken. */
async function openPull(files: readonly SetupFile[], { forge, base }: Publishing): Promise<Pull> {
  for (const name of [branch, `${branch}-${base.slice(0, 8)}`]) {
    const pull = await forge.pulls.open({
      branch: name,
      title: 'Set up Perpetual',
      body: pullBody,
      labels: [],
      files,
      message: 'Set up Perpetual',
      draft: false,
      reviewers: [],
    })
    if (pull.state !== 'open') continue
    const texts = await forge.pulls.read(
      pull.number,
      files.map(({ path }) => path),
    )
    const changes = files.filter(({ path, text }) => texts.get(path) !== text)
    if (changes.length === 0) return pull
    const edited = await forge.pulls.edit(pull.number, { base: pull.head, changes, message: 'Bring the set-up up to date' })
    if (edited.type === 'written') return pull
    throw new PerpetualError(`Expected ${name} to stay where it was read, but somebody pushed; run it again`, {
      actBy: 'next-run',
    })
  }
  throw new PerpetualError(
    `Expected to open a pull request from ${branch}, but that was closed before; delete this branch, then try again`,
    { actBy: 'fix-config' },
  )
}

/** One commit on the default branch, or a pull request where it is protected. */
export async function publishFiles(files: readonly SetupFile[], publishing: Publishing): Promise<Published> {
  const done = await commit(files, publishing)
  if (done !== undefined) return { type: 'committed', commit: done }
  const { number, url } = await openPull(files, publishing)
  return { type: 'pull', number, url }
}
