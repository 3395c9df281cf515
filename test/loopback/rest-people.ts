import { HttpError, notFound } from './http-error.ts'
import type { Permission } from './interface.ts'
import { route, type Call, type Route } from './router.ts'
import type { Json } from './world.ts'

const roles = { admin: 'admin', maintain: 'write', write: 'write', triage: 'read', read: 'read', none: 'none' } as const

function appJson(call: Call): Json {
  const app = call.world.app
  if (app === undefined || call.caller.kind !== 'app') throw new HttpError(401, 'A JSON web token could not be decoded')
  const owner = { ...call.world.userJson(1), login: call.repo.full_name.split('/')[0] }
  return {
    id: app.id,
    slug: app.slug,
    node_id: `A_${app.id}`,
    client_id: `Iv1.${app.id}`,
    owner,
    name: app.slug,
    description: null,
    external_url: call.world.url,
    html_url: `${call.world.url}/apps/${app.slug}`,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    permissions: app.permissions,
    events: [],
  }
}

/** The installation's id is fixed: there is one app on one account. */
const installationId = 4_242

function installationJson(call: Call): Json {
  const app = appJson(call)
  const base = `${call.world.url}/app/installations/${installationId}`
  return {
    id: installationId,
    account: app['owner'],
    access_tokens_url: `${base}/access_tokens`,
    repositories_url: `${call.world.url}/installation/repositories`,
    html_url: base,
    app_id: app['id'],
    client_id: app['client_id'],
    target_id: 1,
    target_type: 'Organization',
    permissions: app['permissions'],
    events: [],
    created_at: app['created_at'],
    updated_at: app['updated_at'],
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    app_slug: app['slug'],
    repository_selection: 'selected',
    suspended_at: null,
    suspended_by: null,
  }
}

function accessToken(call: Call): Json {
  const { world } = call
  const app = world.app
  if (Number(call.params['id']) !== installationId || app === undefined) throw notFound()
  appJson(call)
  const asked = (call.body['permissions'] ?? app.permissions) as Readonly<Record<string, 'read' | 'write'>>
  const tooMuch = Object.entries(asked).some(
    ([name, level]) => app.permissions[name] !== 'write' && app.permissions[name] !== level,
  )
  if (tooMuch) throw new HttpError(422, 'The permissions requested are not granted to this installation.')
  const expiresAt = new Date(Math.floor(Date.now() / 1_000 + (app.tokenSeconds ?? 3_600)) * 1_000)
    .toISOString()
    .replace('.000Z', 'Z')
  const token = world.accounts.limitedToken({ kind: 'bot', login: `${app.slug}[bot]` }, asked, expiresAt)
  return { token, expires_at: expiresAt, permissions: asked, repository_selection: 'selected' }
}

/** What a role may do, as GitHub spells it out. */
export const mayOf = (role: Permission): Json => ({
  admin: role === 'admin',
  maintain: role === 'admin' || role === 'maintain',
  push: roles[role] === 'admin' || roles[role] === 'write',
  triage: !['read', 'none'].includes(role),
  pull: role !== 'none',
})

/** Who somebody is, what they may do, and apps. */
export function peopleRoutes(): readonly Route[] {
  return [
    route('GET {repo}/collaborators/{login}/permission', call => {
      const { world, params, repo } = call
      const user = world.accounts.user(params['login'] ?? '')
      if (user === undefined || user.type === 'Bot') throw new HttpError(404, `${params['login']} is not a user`)
      const role = world.accounts.permission(repo.id, user.login)
      const may = mayOf(role)
      return {
        status: 200,
        body: {
          permission: roles[role],
          role_name: role,
          user: { ...world.userJson(user.id), permissions: may, role_name: role },
        },
      }
    }),
    route('GET /app', call => ({ status: 200, body: appJson(call) })),
    route('GET {repo}/installation', call => ({ status: 200, body: installationJson(call) })),
    route('POST /app/installations/{id}/access_tokens', call => ({ status: 201, body: accessToken(call) })),
    route('GET /rate_limit', () => {
      const limit = { limit: 5_000, remaining: 4_999, reset: Math.ceil(Date.now() / 3_600_000) * 3_600, used: 1 }
      return {
        status: 200,
        body: {
          resources: { core: limit, search: { ...limit, limit: 30, remaining: 30 }, graphql: limit, integration_manifest: limit },
          rate: limit,
        },
      }
    }),
  ]
}
