import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'
import type { Clock } from '../../domain/instant.ts'
import type { Forge, Society } from '../forge.ts'
import { accountsPath, createAccounts, parseAccounts } from './accounts.ts'
import { readAnswer } from './answers.ts'
import { createApi, type RepositoryName } from './api.ts'
import { createChecks } from './checks.ts'
import type { GithubClient } from './client-parts.ts'
import { createContents } from './contents.ts'
import type { GithubContext } from './context.ts'
import { createDiscussions } from './discussions.ts'
import { explain } from './errors.ts'
import { failureOfField, readFailure, readPartial } from './failure.ts'
import { createIssues } from './issues.ts'
import { createObjects } from './objects.ts'
import { createPeople } from './people.ts'
import { createPulls } from './pulls.ts'
import { createHasEnded } from './runs.ts'
import { createStateBranch, mirrorRef, stateRef, tipSchema, tipSelection, toTip } from './state-branch.ts'
import { createStateStore } from './state-store.ts'
import { defaultCompactAfter, tidyState } from './tidy.ts'

export interface GithubForgeOptions extends RepositoryName {
  readonly client: GithubClient
  readonly clock: Clock
  /** Commits of the state branch from which on its history is replaced by one; 2,000 unless said. */
  readonly compactAfter?: number
  /** Told what was left undone without harm. */
  readonly report?: (warning: string) => void
}

export interface GithubForge extends Forge {
  readonly society: Society
  /** `owner/name`, as GitHub spells it. */
  readonly name: string
  /** The default branch's commit as opening the forge saw it: who reads right after that need not ask again. */
  readonly openedAt: string
  /** API requests made so far by its client, repeated ones included. */
  requests(): number
}

const oidSchema = z.object({ oid: z.string() })
const openedSchema = z.object({
  viewer: z.object({ login: z.string() }),
  repository: z.object({
    id: z.string(),
    nameWithOwner: z.string(),
    defaultBranchRef: z.object({ name: z.string(), target: oidSchema }).nullish(),
    state: tipSchema.nullish(),
    mirror: z.object({ target: oidSchema }).nullish(),
    accounts: z.object({ text: z.string().nullish() }).nullish(),
  }),
})

const document = `query ($owner: String!, $repo: String!) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    id nameWithOwner
    defaultBranchRef { name target { oid } }
    state: ref(qualifiedName: "${stateRef}") { ${tipSelection} }
    mirror: ref(qualifiedName: "${mirrorRef}") { target { oid } }
    accounts: object(expression: "${stateRef}:${accountsPath}") { ... on Blob { text } }
  }
}`

const look = async (client: GithubClient, { owner, repo }: RepositoryName): Promise<z.infer<typeof openedSchema>> => {
  const purpose = { repository: `${owner}/${repo}`, permission: 'contents: read' }
  try {
    return readAnswer(openedSchema, await client.graphql(document, { owner, repo }), 'what a repository is')
  } catch (error) {
    const refused = readPartial(error)?.errors[0]
    const failure = refused === undefined ? readFailure(error) : failureOfField(refused)
    throw failure === undefined ? error : explain(failure, purpose, error)
  }
}

/**
 * A forge on GitHub, opened with one request: tasks are issues, deliveries pull requests, state a branch.
 * Throws a PerpetualError where the token does not reach the repository or it has no commit.
 */
export const openGithubForge = async (options: GithubForgeOptions): Promise<GithubForge> => {
  const { client, clock, owner, repo, report = () => {}, compactAfter = defaultCompactAfter } = options
  const { viewer, repository } = await look(client, { owner, repo })
  const { nameWithOwner, defaultBranchRef, state, mirror, accounts } = repository
  if (defaultBranchRef === null || defaultBranchRef === undefined) {
    throw new PerpetualError(`Expected at least one commit in ${nameWithOwner}, found none: push something first`, {
      actBy: 'fix-config',
    })
  }
  const [ownerName = owner, repoName = repo] = nameWithOwner.split('/')
  const api = createApi(client, { owner: ownerName, repo: repoName })
  const context: GithubContext = {
    api,
    objects: createObjects(api),
    accounts: createAccounts(viewer.login, parseAccounts(accounts?.text ?? undefined)),
    clock,
    repository: nameWithOwner,
    repositoryId: repository.id,
    defaultBranch: defaultBranchRef.name,
    warn: report,
  }
  const branch = createStateBranch(context, { tip: toTip(state), mirror: mirror?.target.oid ?? null })
  return {
    kind: 'github',
    defaultBranch: context.defaultBranch,
    state: createStateStore(context, branch),
    issues: createIssues(context),
    pulls: createPulls(context),
    contents: createContents(context),
    society: {
      people: createPeople(context),
      discussions: createDiscussions(context),
      checks: createChecks(context),
      hasEnded: createHasEnded(context),
    },
    name: nameWithOwner,
    openedAt: defaultBranchRef.target.oid,
    requests: client.requests,
    tidy: () => tidyState(context, branch, compactAfter),
    close: async () => {},
  }
}
