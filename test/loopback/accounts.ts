import { randomBytes, verify } from 'node:crypto'
import { HttpError } from './http-error.ts'
import type { LoopbackOptions, Permission } from './interface.ts'
import type { Tables, UserFields } from './emulate-tables.ts'
import { nodeId } from './node-id.ts'

type Grants = Readonly<Record<string, 'read' | 'write'>>

export interface Caller {
  readonly login: string
  readonly kind: 'person' | 'bot' | 'app' | 'anonymous'
  /** What the token itself may do; null where only the person's role limits it. */
  readonly grants: Grants | null
  /** A classic token's; null for others. */
  readonly scopes: readonly string[] | null
  readonly token: string
}

const ranks = { none: 0, read: 1, triage: 2, write: 3, maintain: 4, admin: 5 } as const

export interface Accounts {
  token(login: string, scopes: readonly string[]): string
  limitedToken(who: { readonly kind: 'person' | 'bot'; readonly login: string }, grants: Grants, expiresAt?: string): string
  revoke(token: string): void
  addPerson(login: string, permission: Permission): void
  addBot(login: string): void
  /** Throws 401 for what is no token of ours. */
  authenticate(authorization: string | undefined): Caller
  permission(repoId: number, login: string): Permission
  allows(caller: Caller, repoId: number, role: Permission): boolean
  user(
    login: string,
  ): (UserFields & { readonly id: number; readonly created_at: string; readonly updated_at: string }) | undefined
}

/** GitHub's names in a token's permissions are with underscores, in a workflow with hyphens. */
const normalised = (grants: Grants): Grants =>
  Object.fromEntries(Object.entries(grants).map(([name, level]) => [name.replaceAll('-', '_'), level]))

function checkAppToken(token: string, app: NonNullable<LoopbackOptions['app']>): Caller {
  const [head, claims, signature] = token.split('.')
  const fail = new HttpError(401, 'A JSON web token could not be decoded')
  if (head === undefined || claims === undefined || signature === undefined) throw fail
  if (!verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), app.publicKey, Buffer.from(signature, 'base64url'))) throw fail
  const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    readonly iss?: unknown
    readonly exp?: number
    readonly iat?: number
  }
  const now = Date.now() / 1_000
  if (String(read.iss) !== String(app.id)) throw new HttpError(401, 'Integration not found')
  if (read.exp === undefined || read.exp <= now)
    throw new HttpError(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    )
  if (read.exp > now + 660) throw new HttpError(401, "'Expiration time' claim ('exp') is too far in the future")
  if (read.iat !== undefined && read.iat > now + 60)
    throw new HttpError(401, "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued")
  return { login: `${app.slug}[bot]`, kind: 'app', grants: null, scopes: null, token }
}

interface Held extends Caller {
  readonly expiresAt: number
}

/** Who there is, which tokens they hold, and what they may do. */
export function createAccounts(tables: Tables, app: LoopbackOptions['app'], repoId: () => number): Accounts {
  const tokens = new Map<string, Held>()
  const permissions = new Map<string, Permission>()

  const user: Accounts['user'] = login =>
    tables.users.findBy('login', login)[0] ?? tables.users.all().find(row => row.login.toLowerCase() === login.toLowerCase())

  function addUser(login: string, type: 'User' | 'Bot', permission: string | null): void {
    const fields = {
      avatar_url: '',
      gravatar_id: '',
      site_admin: false,
      company: null,
      blog: '',
      location: null,
      hireable: null,
      bio: null,
    }
    const counts = { twitter_username: null, public_repos: 0, public_gists: 0, followers: 0, following: 0 }
    const row =
      user(login) ??
      tables.users.insert({ login, type, node_id: '', name: null, email: `${login}@example.com`, ...fields, ...counts })
    tables.users.update(row.id, { node_id: nodeId(type, row.id) })
    const held = tables.collaborators.findBy('repo_id', repoId()).find(one => one.user_id === row.id)
    if (held !== undefined) tables.collaborators.delete(held.id)
    if (permission !== null) tables.collaborators.insert({ repo_id: repoId(), user_id: row.id, permission })
  }

  function addPerson(login: string, permission: Permission): void {
    permissions.set(login, permission)
    addUser(
      login,
      'User',
      permission === 'none' ? null : permission === 'write' ? 'push' : permission === 'read' ? 'pull' : permission,
    )
  }
  const addBot = (login: string): void => addUser(login, 'Bot', 'push')

  function hold(held: Omit<Held, 'token'>, prefix: string): string {
    const token = `${prefix}_${randomBytes(18).toString('hex')}`
    tokens.set(token, { ...held, token })
    return token
  }

  const permission: Accounts['permission'] = (id, login) => {
    const known = user(login)
    const repo = tables.repos.get(id)
    if (known === undefined || repo === undefined) return 'none'
    if (repo.full_name.startsWith(`${known.login}/`)) return 'admin'
    const own = id === repoId() ? (permissions.get(known.login) ?? 'none') : 'none'
    return own === 'none' && !repo.private ? 'read' : own
  }

  return {
    token(login, scopes) {
      if (!permissions.has(login)) addPerson(login, 'admin')
      return hold({ login, kind: 'person', grants: null, scopes, expiresAt: Infinity }, 'ghp')
    },
    limitedToken({ kind, login }, grants, expiresAt) {
      if (kind === 'bot') addBot(login)
      else if (!permissions.has(login)) addPerson(login, 'admin')
      const expires = expiresAt === undefined ? Infinity : Date.parse(expiresAt)
      return hold(
        { login, kind, grants: normalised(grants), scopes: null, expiresAt: expires },
        kind === 'bot' ? 'ghs' : 'github_pat',
      )
    },
    revoke: token => void tokens.delete(token),
    addPerson,
    addBot,
    authenticate(authorization) {
      if (authorization === undefined) return { login: '', kind: 'anonymous', grants: {}, scopes: null, token: '' }
      const token = authorization.replace(/^(bearer|token)\s+/i, '').trim()
      if (token.startsWith('eyJ') && app !== undefined) return checkAppToken(token, app)
      const held = tokens.get(token)
      if (held === undefined || held.expiresAt <= Date.now()) throw new HttpError(401, 'Bad credentials')
      return held
    },
    permission,
    allows: (caller, id, role) =>
      caller.kind === 'bot'
        ? ranks[role] <= ranks.write
        : caller.kind === 'person' && ranks[permission(id, caller.login)] >= ranks[role],
    user,
  }
}
