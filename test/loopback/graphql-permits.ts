import { granted } from './access.ts'
import type { Caller } from './accounts.ts'
import type { Books } from './books.ts'
import { HttpError } from './http-error.ts'
import type { Permission } from './interface.ts'
import type { IssueRow } from './issue-json.ts'
import { readNodeId } from './node-id.ts'
import type { PullRow } from './pull-json.ts'
import type { RepositoryRow, World } from './world.ts'

/** What a mutation was given; the schema has checked it. */
export interface Input {
  readonly [name: string]: unknown
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
export const unprocessable = (message: string): HttpError => new HttpError(422, message, { type: 'UNPROCESSABLE' })
export const unresolved = (id: unknown): HttpError =>
  new HttpError(404, `Could not resolve to a node with the global id of '${text(id)}'`)

/** What a mutation is about, by its global id, and whether the caller may touch it. */
export interface Permits {
  /** Throws what GitHub answers to a token or a person that may not. */
  check(name: string, repo: RepositoryRow, wanted: { readonly grants: readonly string[]; readonly role: Permission }): void
  repositoryById(id: unknown): RepositoryRow
  issueById(id: unknown): IssueRow
  pullById(id: unknown): PullRow
  /** Either permission opens a pull request's labels and comments. */
  grantsOf(row: IssueRow): readonly string[]
  /** Authors need no role for their own. */
  mineOr(row: { readonly user_id: number }, role: Permission): Permission
}

export function createPermits(world: World, books: Books, caller: Caller): Permits {
  const { tables } = world

  function check(
    name: string,
    repo: RepositoryRow,
    wanted: { readonly grants: readonly string[]; readonly role: Permission },
  ): void {
    const hidden = caller.kind === 'person' && repo.private && world.accounts.permission(repo.id, caller.login) === 'none'
    if (hidden) throw new HttpError(404, `Could not resolve to a Repository with the name '${repo.full_name}'.`)
    if (!granted(caller, { repo, grants: wanted.grants, level: 'write' })) {
      const of = caller.kind === 'bot' ? 'integration' : 'personal access token'
      throw new HttpError(403, `Resource not accessible by ${of}`, { type: 'FORBIDDEN' })
    }
    if (caller.kind === 'person' && !world.accounts.allows(caller, repo.id, wanted.role))
      throw new HttpError(
        403,
        `${caller.login} does not have the correct permissions to execute \`${name.charAt(0).toUpperCase()}${name.slice(1)}\``,
        { type: 'FORBIDDEN' },
      )
    if (world.settings.archived && repo.id === world.mainRepoId)
      throw new HttpError(403, 'Repository was archived so is read-only.', { type: 'FORBIDDEN' })
  }

  function repositoryById(id: unknown): RepositoryRow {
    const read = readNodeId(text(id))
    const row = read?.type === 'Repository' ? tables.repos.get(read.id) : undefined
    if (row === undefined) throw unresolved(id)
    return row
  }

  function issueById(id: unknown): IssueRow {
    const read = readNodeId(text(id))
    const pull = read?.type === 'PullRequest' ? tables.pullRequests.get(read.id) : undefined
    const row = read?.type === 'Issue' ? tables.issues.get(read.id) : pull && books.pulls.issue(pull)
    if (row === undefined || world.settings.transferred.has(row.number)) throw unresolved(id)
    return row
  }

  function pullById(id: unknown): PullRow {
    const read = readNodeId(text(id))
    const row = read?.type === 'PullRequest' ? tables.pullRequests.get(read.id) : undefined
    if (row === undefined) throw unresolved(id)
    return books.pulls.get(row.repo_id, row.number)
  }

  const grantsOf = (row: IssueRow): readonly string[] => (row.is_pull_request ? ['pull_requests', 'issues'] : ['issues'])
  const mineOr = (row: { readonly user_id: number }, role: Permission): Permission =>
    world.accounts.user(caller.login)?.id === row.user_id ? 'read' : role

  return { check, repositoryById, issueById, pullById, grantsOf, mineOr }
}
