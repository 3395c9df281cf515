import { PerpetualError } from '../domain/errors.ts'
import type { Forge } from '../forge/forge.ts'
import { createAsk, type Ask } from '../setup/ask-github.ts'
import type { GraphqlClient } from '../setup/publish-files.ts'
import { readRepositoryFacts, type RepositoryFacts } from '../setup/repository-facts.ts'
import type { Invocation } from './command.ts'
import type { ForgeChoice } from './forge-choice.ts'

export type GithubChoice = Extract<ForgeChoice, { kind: 'github' }>

/** A repository on GitHub, looked at with one token. */
export interface GithubView {
  readonly ask: Ask
  readonly client: GraphqlClient
  readonly facts: RepositoryFacts
  /** Opens the forge; a second call returns the same one. */
  readonly forge: () => Promise<Forge>
}

/** Shows the repository to `work`, and closes what was opened. Throws `fix-config` where the token does not reach it. */
export async function withGithub<Value>(
  { clock }: Invocation,
  { owner, repo, token, apiUrl }: GithubChoice,
  work: (view: GithubView) => Promise<Value>,
): Promise<Value> {
  const [{ createCommandLineClient }, { openGithubForge }, { failureOfField, readFailure, readPartial }, { explain }] =
    await Promise.all([
      import('../forge/github/client.ts'),
      import('../forge/github/github-forge.ts'),
      import('../forge/github/failure.ts'),
      import('../forge/github/errors.ts'),
    ])
  const repository = `${owner}/${repo}`
  const fail = (error: unknown): never => {
    const field = readPartial(error)?.errors[0]
    const failure = field === undefined ? readFailure(error) : failureOfField(field)
    throw failure === undefined ? error : explain(failure, { repository, permission: 'contents: write' }, error)
  }
  const client = createCommandLineClient({ token, baseUrl: apiUrl })
  const asking = createAsk(client, { owner, repo })
  const ask: Ask = (route, parameters) => asking(route, parameters).catch(fail)
  const facts = await readRepositoryFacts(ask, repository)
  let opened: Promise<Forge> | undefined
  const forge = () => (opened ??= openGithubForge({ client, owner, repo, clock }))
  try {
    return await work({ ask, client, facts, forge }).catch(fail)
  } finally {
    await opened?.then(
      each => each.close(),
      () => {},
    )
  }
}

/** Refuses a repository without a commit, on which nothing can be based. */
export async function checkFirstCommit({ ask, facts }: GithubView): Promise<void> {
  const answer = await ask('GET /repos/{owner}/{repo}/git/ref/{ref}', { ref: `heads/${facts.defaultBranch}` })
  // 409 is GitHub's word for an empty repository.
  if (answer.status !== 409 && answer.status !== 404) return
  throw new PerpetualError(
    `Expected ${facts.fullName} to have a first commit on ${facts.defaultBranch}, found none; \`git commit --allow-empty -m "Begin" && git push\` makes one`,
    { actBy: 'fix-config' },
  )
}
