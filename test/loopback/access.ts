import type { Caller } from './accounts.ts'
import { HttpError, notFound } from './http-error.ts'
import type { Permission } from './interface.ts'
import type { RepositoryRow, World } from './world.ts'

interface Need {
  /** Any of these lets a token with permissions through. */
  readonly grants: readonly string[]
  readonly level: 'read' | 'write'
  readonly role: Permission
  /** What a person without the role is told: GitHub hides git's routes and explains others. */
  readonly refusal: 'hidden' | 'told'
}

type Rule = readonly [path: RegExp, read: Omit<Need, 'level'>, write: Omit<Need, 'level'>]

const need = (grants: string, role: Permission, refusal: Need['refusal'] = 'told'): Omit<Need, 'level'> => ({
  grants: grants.split('|'),
  role,
  refusal,
})

/** The first that matches counts; paths are those behind `/repos/{owner}/{repo}`. */
const rules: readonly Rule[] = [
  [/^\/collaborators\/[^/]+\/permission$/, need('metadata', 'write'), need('administration', 'admin')],
  [/^\/pulls\/\d+\/merge$/, need('pull_requests', 'read'), need('contents', 'write')],
  [/^\/pulls/, need('pull_requests', 'read'), need('pull_requests', 'read')],
  [/^\/issues\/comments/, need('issues|pull_requests', 'read'), need('issues|pull_requests', 'read')],
  [/^\/issues\/\d+\/labels/, need('issues', 'read'), need('issues', 'triage')],
  [/^\/issues/, need('issues', 'read'), need('issues', 'read')],
  [/^\/labels/, need('issues|pull_requests', 'read'), need('issues|pull_requests', 'write')],
  [/^\/(check-runs|check-suites|commits\/.+\/check-)/, need('checks', 'read'), need('checks', 'write')],
  [/^\/actions\/permissions/, need('administration', 'admin'), need('administration', 'admin')],
  [/^\/actions\/variables/, need('variables', 'write'), need('variables', 'write')],
  [/^\/actions\/secrets/, need('secrets', 'write'), need('secrets', 'write')],
  [/^\/actions/, need('actions', 'read'), need('actions', 'write')],
  [/^\/environments\/[^/]+\/secrets/, need('environments', 'write'), need('environments', 'write')],
  [/^\/environments\/[^/]+\/variables/, need('environments', 'write'), need('environments', 'write')],
  [/^\/environments/, need('actions', 'read'), need('administration', 'admin')],
  [/^\/branches\/.+\/protection/, need('administration', 'admin', 'hidden'), need('administration', 'admin', 'hidden')],
  [/^\/(rulesets|rules)/, need('metadata', 'read'), need('administration', 'admin')],
  [/^\/(git|contents|compare|commits|branches|readme|merges)/, need('contents', 'read'), need('contents', 'write', 'hidden')],
  [/^\/(dispatches)/, need('contents', 'read'), need('contents', 'write', 'hidden')],
  [/^\/installation$/, need('metadata', 'none'), need('metadata', 'none')],
  [/^$/, need('metadata', 'read'), need('administration', 'admin')],
  [/^\//, need('metadata', 'read'), need('administration', 'admin')],
]

/** GitHub names in a header what would have been enough. */
const refused = (caller: Caller, grants: readonly string[], level: string): HttpError =>
  new HttpError(403, `Resource not accessible by ${caller.kind === 'bot' ? 'integration' : 'personal access token'}`, {
    headers: { 'x-accepted-github-permissions': grants.map(name => `${name}=${level}`).join('; ') },
  })

/** True where the token itself (not the person behind it) may do this. */
export function granted(
  caller: Caller,
  wanted: { readonly repo: RepositoryRow; readonly grants: readonly string[]; readonly level: 'read' | 'write' },
): boolean {
  const { repo, grants, level } = wanted
  if (caller.grants === null)
    return (
      caller.scopes === null ||
      level === 'read' ||
      caller.scopes.includes('repo') ||
      (!repo.private && caller.scopes.includes('public_repo'))
    )
  const settings = ['administration', 'variables', 'secrets', 'environments']
  if (level === 'read' && (grants.includes('metadata') || (!repo.private && !grants.some(name => settings.includes(name)))))
    return true
  return grants.some(name => caller.grants?.[name] === 'write' || (level === 'read' && caller.grants?.[name] === 'read'))
}

/** Throws what GitHub answers to somebody who may not do this. */
export function checkAccess(
  world: World,
  caller: Caller,
  request: { readonly method: string; readonly path: string; readonly repo: RepositoryRow },
): void {
  const { method, path, repo } = request
  const rule = rules.find(([pattern]) => pattern.test(path))
  if (rule === undefined) return
  const level = method === 'GET' || method === 'HEAD' ? 'read' : 'write'
  const wanted = { ...(level === 'read' ? rule[1] : rule[2]), level } as const
  if (caller.kind === 'anonymous') {
    if (repo.private) throw notFound()
    if (level === 'write' || wanted.role !== 'read') throw new HttpError(401, 'Requires authentication')
    return
  }
  if (caller.kind === 'app') return
  if (repo.private && world.accounts.permission(repo.id, caller.login) === 'none' && caller.kind === 'person') throw notFound()
  const grants = onPull(world, repo, path) ? [...wanted.grants, 'pull_requests'] : wanted.grants
  if (!granted(caller, { repo, grants, level })) {
    if (caller.scopes !== null)
      throw level === 'write' && wanted.refusal === 'hidden'
        ? notFound()
        : new HttpError(403, 'Must have admin rights to Repository.')
    throw refused(caller, grants, level)
  }
  if (caller.kind === 'person' && !world.accounts.allows(caller, repo.id, wanted.role))
    throw wanted.refusal === 'hidden'
      ? notFound()
      : new HttpError(
          403,
          wanted.role === 'admin' ? 'Must have admin rights to Repository.' : 'Must have push access to repository',
        )
}

/** Pull requests are issues to these routes, and either permission opens them. */
function onPull(world: World, repo: RepositoryRow, path: string): boolean {
  const number = /^\/issues\/(\d+)/.exec(path)?.[1]
  if (number === undefined) return false
  return world.tables.issues.findBy('number', Number(number)).some(row => row.repo_id === repo.id && row.is_pull_request)
}
