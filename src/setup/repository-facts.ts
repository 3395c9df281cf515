import { z } from 'zod'
import { PerpetualError } from '../domain/errors.ts'
import { isOk, type Ask } from './ask-github.ts'

const repositorySchema = z.object({
  full_name: z.string(),
  html_url: z.url({ protocol: /^https?$/ }),
  private: z.boolean(),
  archived: z.boolean().default(false),
  has_issues: z.boolean().default(true),
  default_branch: z.string(),
  owner: z.object({ login: z.string(), type: z.string().default('User') }),
  permissions: z.object({ admin: z.boolean().default(false), push: z.boolean().default(false) }).optional(),
})

/** What GitHub says of a repository to whoever may see it. */
export interface RepositoryFacts {
  readonly fullName: string
  readonly webUrl: string
  readonly isPrivate: boolean
  readonly isArchived: boolean
  readonly hasIssues: boolean
  readonly defaultBranch: string
  readonly owner: string
  readonly ownedByOrganisation: boolean
  /** What the token's owner may do; an installation's token has no owner. */
  readonly role: 'admin' | 'writer' | 'reader' | 'unknown'
  /** A classic token's; null for every other kind, which tells nobody what it may do. */
  readonly scopes: readonly string[] | null
}

const readOnly = (text: string): PerpetualError => new PerpetualError(text, { actBy: 'fix-config' })

const roleOf = (permissions: { readonly admin: boolean; readonly push: boolean } | undefined): RepositoryFacts['role'] => {
  if (permissions === undefined) return 'unknown'
  if (permissions.admin) return 'admin'
  return permissions.push ? 'writer' : 'reader'
}

/** Throws `fix-config` where the token is wrong or the repository is not to be seen with it. */
export async function readRepositoryFacts(ask: Ask, name: string): Promise<RepositoryFacts> {
  const answer = await ask('GET /repos/{owner}/{repo}')
  if (answer.status === 401)
    throw readOnly(
      `Expected a token that GitHub accepts, but it answers 401 (${answer.message}); make a new one, or \`gh auth login\``,
    )
  if (answer.status === 404)
    throw readOnly(
      `Expected the repository ${name}, but GitHub shows none to this token; check the name, or give the token access to it`,
    )
  const found = repositorySchema.safeParse(answer.data)
  if (!isOk(answer) || !found.success)
    throw new PerpetualError(`Expected GitHub to describe ${name}, got ${answer.status} ${answer.message}; try again later`, {
      actBy: 'next-run',
    })
  const { full_name, html_url, private: isPrivate, archived, has_issues, default_branch, owner, permissions } = found.data
  const scopes = answer.headers['x-oauth-scopes']
  return {
    fullName: full_name,
    webUrl: html_url.replace(/\/+$/u, ''),
    isPrivate,
    isArchived: archived,
    hasIssues: has_issues,
    defaultBranch: default_branch,
    owner: owner.login,
    ownedByOrganisation: owner.type === 'Organization',
    role: roleOf(permissions),
    scopes: typeof scopes === 'string' ? scopes.split(',').flatMap(scope => scope.trim() || []) : null,
  }
}
