import type { Caller } from './accounts.ts'
import { HttpError, invalid } from './http-error.ts'
import type { PullRow } from './pull-json.ts'
import { checkText } from './text-limits.ts'
import type { RepositoryRow, World } from './world.ts'

export interface PullInput {
  readonly title: string
  readonly body: string | null
  /** `branch` or `owner:branch`. */
  readonly head: string
  readonly base: string
  readonly draft: boolean
}

interface PullHead {
  readonly repo: RepositoryRow
  readonly branch: string
}

function headOf(world: World, repo: RepositoryRow, head: string): PullHead {
  const colon = head.indexOf(':')
  if (colon < 0) return { repo, branch: head }
  const owner = head.slice(0, colon).toLowerCase()
  const same = (row: RepositoryRow): boolean => row.id === repo.id || row.forked_from_id === repo.id
  const found = world.tables.repos.all().find(row => same(row) && row.full_name.toLowerCase().startsWith(`${owner}/`))
  if (found === undefined) throw invalid('PullRequest', { field: 'head' })
  return { repo: found, branch: head.slice(colon + 1) }
}

/** Where a new pull request comes from; throws what GitHub answers to one that it does not take. */
export function checkNewPull(
  world: World,
  caller: Caller,
  { repo, input }: { readonly repo: RepositoryRow; readonly input: PullInput },
): PullHead {
  if (caller.kind === 'bot' && !world.settings.allowActionsToCreatePulls && caller.login === 'github-actions[bot]')
    throw new HttpError(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  checkText('PullRequest', input)
  const head = headOf(world, repo, input.head)
  const headSha = world.git(head.repo.id).branch(head.branch)
  if (headSha === undefined) throw invalid('PullRequest', { field: 'head' })
  const baseSha = world.git(repo.id).branch(input.base)
  if (baseSha === undefined) throw invalid('PullRequest', { field: 'base' })
  if (input.draft && !world.settings.drafts)
    throw new HttpError(422, 'Draft pull requests are not supported in this repository.', { type: 'UNPROCESSABLE' })
  const taken = (row: PullRow): boolean =>
    row.repo_id === repo.id &&
    row.state === 'open' &&
    row.head_repo_id === head.repo.id &&
    row.head_ref === head.branch &&
    row.base_ref === input.base
  const label = `${head.repo.full_name.split('/')[0] ?? ''}:${head.branch}`
  if (world.tables.pullRequests.all().some(taken))
    throw invalid('PullRequest', { message: `A pull request already exists for ${label}.` })
  if (head.repo.id !== repo.id) world.git(repo.id).fetch(world.git(head.repo.id), headSha)
  if (world.git(repo.id).isAncestor(headSha, baseSha))
    throw invalid('PullRequest', { message: `No commits between ${input.base} and ${input.head}` })
  return head
}
