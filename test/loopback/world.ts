import { matchesGlob } from 'node:path'
import type { Accounts, Caller } from './accounts.ts'
import type { Emulated } from './emulate.ts'
import type { RepositoryFields, Tables } from './emulate-tables.ts'
import type { Git } from './git.ts'
import { createGit } from './git.ts'
import { HttpError } from './http-error.ts'
import type { LoopbackEvent, LoopbackOptions, Ruleset, Settings } from './interface.ts'

export type RepositoryRow = RepositoryFields & { readonly id: number; readonly created_at: string; readonly updated_at: string }
export type Json = Record<string, unknown>

/** What every route and resolver works on. */
export interface World {
  readonly url: string
  readonly tables: Tables
  readonly emulated: Emulated
  readonly accounts: Accounts
  readonly settings: Settings
  readonly app: LoopbackOptions['app']
  readonly mainRepoId: number
  /** As GitHub finds it: whatever the case. */
  find(owner: string, name: string): RepositoryRow | undefined
  repository(id: number): RepositoryRow
  git(repoId: number): Git
  userJson(userId: number | null): Json | null
  repositoryJson(id: number): Json
  /** The active ruleset that lets this branch change through pull requests alone. */
  guard(repoId: number, branch: string): Ruleset | undefined
  /** Throws where a ruleset forbids this change of a reference, which goes by its whole name. */
  checkGuard(repoId: number, ref: string): void
  emit(what: { readonly name: string; readonly by: string }, payload: Json, repoId?: number): void
  listeners: Set<(event: LoopbackEvent) => void>
}

export const seconds = (iso: string): string => iso.replace(/\.\d+Z$/, 'Z')
export const now = (): string => seconds(new Date().toISOString())

function createUserJson(tables: Tables, url: string) {
  return (userId: number | null): Json | null => {
    const user = userId === null ? undefined : tables.users.get(userId)
    if (user === undefined) return null
    const login = encodeURIComponent(user.login)
    const api = `${url}/users/${login}`
    return {
      login: user.login,
      id: user.id,
      node_id: user.node_id,
      avatar_url: `${url}/avatars/u/${user.id}`,
      gravatar_id: '',
      url: api,
      html_url: `${url}/${login}`,
      followers_url: `${api}/followers`,
      following_url: `${api}/following{/other_user}`,
      gists_url: `${api}/gists{/gist_id}`,
      starred_url: `${api}/starred{/owner}{/repo}`,
      subscriptions_url: `${api}/subscriptions`,
      organizations_url: `${api}/orgs`,
      repos_url: `${api}/repos`,
      events_url: `${api}/events{/privacy}`,
      received_events_url: `${api}/received_events`,
      type: user.type,
      site_admin: false,
    }
  }
}

interface Parts {
  readonly url: string
  readonly emulated: Emulated
  readonly accounts: Accounts
  readonly settings: Settings
  readonly app: LoopbackOptions['app']
  readonly mainRepoId: number
}

export function createWorld(parts: Parts): World {
  const { tables } = parts.emulated
  const gits = new Map<number, Git>()
  const listeners = new Set<(event: LoopbackEvent) => void>()
  const userJson = createUserJson(tables, parts.url)

  function repository(id: number): RepositoryRow {
    const found = tables.repos.get(id)
    if (found === undefined) throw new HttpError(404, 'Not Found')
    return found
  }

  function git(repoId: number): Git {
    const known = gits.get(repoId) ?? createGit(tables, repoId)
    gits.set(repoId, known)
    return known
  }

  function guard(repoId: number, branch: string): Ruleset | undefined {
    if (repoId !== parts.mainRepoId) return undefined
    const names = (glob: string): boolean =>
      glob === '~ALL' || (glob === '~DEFAULT_BRANCH' ? branch === repository(repoId).default_branch : matchesGlob(branch, glob))
    return parts.settings.rulesets.find(rules => rules.enforcement === 'active' && rules.include.some(names))
  }

  function repositoryJson(id: number): Json {
    const row = repository(id)
    const [owner = ''] = row.full_name.split('/')
    const user = parts.accounts.user(owner)
    return {
      id,
      node_id: row.node_id,
      name: row.name,
      full_name: row.full_name,
      private: row.private,
      owner: { login: owner, type: user === undefined ? 'Organization' : 'User' },
      html_url: `${parts.url}/${row.full_name}`,
      url: `${parts.url}/repos/${row.full_name}`,
      fork: row.fork,
      default_branch: row.default_branch,
      visibility: row.private ? 'private' : 'public',
    }
  }

  return {
    ...parts,
    tables,
    find: (owner, name) => tables.repos.all().find(row => row.full_name.toLowerCase() === `${owner}/${name}`.toLowerCase()),
    repository,
    git,
    userJson,
    repositoryJson,
    guard,
    checkGuard: (repoId, ref) => {
      if (ref.startsWith('refs/heads/') && guard(repoId, ref.slice('refs/heads/'.length)) !== undefined)
        throw new HttpError(422, 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n', {
          type: 'UNPROCESSABLE',
        })
    },
    emit: ({ name, by }, payload, repoId = parts.mainRepoId) => {
      const sender = userJson(parts.accounts.user(by)?.id ?? null)
      const event = { name, by, payload: structuredClone({ ...payload, repository: repositoryJson(repoId), sender }) }
      for (const listener of listeners) listener(event)
    },
    listeners,
  }
}

/** The row of the caller, who wrote something. */
export function actorId(world: World, caller: Caller): number {
  const user = world.accounts.user(caller.login)
  if (user === undefined) throw new HttpError(401, 'Requires authentication')
  return user.id
}

/** Who GitHub writes into a commit made through its API. */
export function authorOf(world: World, caller: Caller): { readonly id: number; readonly name: string; readonly email: string } {
  const id = actorId(world, caller)
  return { id, name: caller.login, email: `${id}+${caller.login}@users.noreply.github.com` }
}
