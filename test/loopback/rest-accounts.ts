import { HttpError, notFound } from './http-error.ts'
import { mayOf } from './rest-people.ts'
import { route, type Call, type Route } from './router.ts'
import type { Json } from './world.ts'

/** emulate's repository and organisation, with what depends on who asks. */
export function accountRoutes(): readonly Route[] {
  const plan = ({ world }: Call): Json => ({
    plan: { name: world.settings.plan, space: 0, private_repos: 0, filled_seats: 1, seats: 1 },
  })
  return [
    route('GET {repo}', async call => {
      const { world, caller, repo } = call
      const given = await world.emulated.ask(caller.login, { method: 'GET', path: `/repos/${repo.full_name}` })
      const { permissions: _own, ...body } = given.body as Json
      // An installation has no role that GitHub could tell.
      const roles = caller.kind === 'person' ? { permissions: mayOf(world.accounts.permission(repo.id, caller.login)) } : {}
      return { ...given, body: { ...body, ...roles, has_issues: world.settings.issues, archived: world.settings.archived } }
    }),
    route('GET /orgs/{org}', async call => {
      const { world, caller } = call
      const given = await world.emulated.ask(caller.login, { method: 'GET', path: `/orgs/${call.params['org'] ?? ''}` })
      if (given.status !== 200) throw notFound()
      const body = Object.fromEntries(Object.entries(given.body as Json).map(([name, value]) => [name, value ?? '']))
      const told = caller.kind === 'person' && caller.scopes?.includes('admin:org') === true ? plan(call) : {}
      return {
        ...given,
        body: {
          ...body,
          blog: world.url,
          email: 'team@example.com',
          billing_email: 'team@example.com',
          archived_at: null,
          ...told,
        },
      }
    }),
    route('GET /user', async call => {
      const { caller, world } = call
      if (caller.kind === 'anonymous') throw new HttpError(401, 'Requires authentication')
      if (caller.kind !== 'person') throw new HttpError(403, 'Resource not accessible by integration')
      const given = await world.emulated.ask(caller.login, { method: 'GET', path: '/user' })
      const told = caller.scopes?.includes('user') === true ? plan(call) : {}
      return { ...given, body: { ...(given.body as Json), ...told } }
    }),
  ]
}
