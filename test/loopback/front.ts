import { createHash } from 'node:crypto'
import { checkAccess } from './access.ts'
import type { Caller } from './accounts.ts'
import type { Books } from './books.ts'
import { answerGraphql } from './graphql.ts'
import { HttpError, notFound } from './http-error.ts'
import type { Answer, Call, Route } from './router.ts'
import type { Json, RepositoryRow, World } from './world.ts'

export interface Incoming {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
  readonly accept: string
  readonly ifNoneMatch: string | undefined
}

function parsed(body: string): Json {
  if (body === '') return {}
  try {
    return JSON.parse(body) as Json
  } catch {
    throw new HttpError(400, 'Problems parsing JSON')
  }
}

async function askEmulate(
  world: World,
  caller: Caller,
  asked: { readonly request: Incoming; readonly path: string },
): Promise<Answer> {
  const { request, path } = asked
  const query = request.query.size === 0 ? '' : `?${request.query.toString()}`
  const body = request.method === 'GET' ? {} : { body: parsed(request.body) }
  const given = await world.emulated.ask(caller.login, {
    method: request.method,
    path: path + query,
    accept: request.accept,
    ...body,
  })
  if (given.status < 400) return given
  throw new HttpError(given.status, (given.body as { readonly message?: string } | undefined)?.message ?? '')
}

function repositoryAt(world: World, path: string): { readonly repo: RepositoryRow; readonly rest: string } | undefined {
  const match = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path)
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  const repo = world.find(match[1], match[2])
  if (repo === undefined) throw notFound()
  return { repo, rest: match[3] ?? '' }
}

const decoded = (groups: Record<string, string> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]))

/** Contents are committed by emulate, which knows nothing of our rulesets. */
function checkContents(world: World, at: { readonly repo: RepositoryRow; readonly rest: string }, request: Incoming): void {
  if (request.method === 'GET' || !at.rest.startsWith('/contents/')) return
  const branch = parsed(request.body)['branch']
  const name = typeof branch === 'string' ? branch : at.repo.default_branch
  if (world.guard(at.repo.id, name) !== undefined)
    throw new HttpError(409, `Repository rule violations found\n\nChanges must be made through a pull request.\n\n`)
}

/** A transferred issue leads elsewhere, where no token of ours sees anything. */
function transferredAnswer(
  world: World,
  at: { readonly repo: RepositoryRow; readonly rest: string },
  method: string,
): Answer | undefined {
  const number = /^\/issues\/(\d+)(\/|$)/.exec(at.rest)?.[1]
  if (number === undefined || at.repo.id !== world.mainRepoId || !world.settings.transferred.has(Number(number))) return undefined
  const location = `${world.url}/repos/${at.repo.full_name}-elsewhere/issues/${number}`
  const [status, message] = method === 'GET' ? [301, 'Moved Permanently'] : [307, 'Temporary Redirect']
  return { status, headers: { location }, body: { message, url: location, documentation_url: 'https://docs.github.com/rest' } }
}

interface Desk {
  readonly world: World
  readonly books: Books
  readonly routes: readonly Route[]
}

async function restAnswer({ world, routes }: Desk, caller: Caller, request: Incoming): Promise<Answer> {
  const at = repositoryAt(world, request.path)
  if (at !== undefined) {
    checkAccess(world, caller, { method: request.method, path: at.rest, repo: at.repo })
    if (request.method !== 'GET' && world.settings.archived && at.repo.id === world.mainRepoId)
      throw new HttpError(403, 'Repository was archived so is read-only.')
    checkContents(world, at, request)
    const moved = transferredAnswer(world, at, request.method)
    if (moved !== undefined) return moved
  }
  const path = at === undefined ? request.path : `/repos/${at.repo.full_name}${at.rest}`
  for (const { method, pattern, handle } of routes) {
    const match = method === request.method ? pattern.exec(path) : null
    if (match === null) continue
    const { query, accept } = request
    const repo = at?.repo ?? world.repository(world.mainRepoId)
    const call: Call = { world, caller, method, params: decoded(match.groups), query, body: parsed(request.body), accept, repo }
    return handle(call)
  }
  return askEmulate(world, caller, { request, path })
}

const hash = (body: unknown): string =>
  createHash('sha256')
    .update(Buffer.isBuffer(body) ? body : JSON.stringify(body))
    .digest('hex')

/** GitHub's answer to one request, errors included. */
export async function answer(desk: Desk, caller: Caller, request: Incoming): Promise<Answer> {
  try {
    if (request.path === '/graphql') return await answerGraphql(desk.world, desk.books, { caller, body: parsed(request.body) })
    const given = await restAnswer(desk, caller, request)
    if (request.method !== 'GET' || given.status !== 200 || given.body === undefined) return given
    const etag = `"${hash(given.body)}"`
    if (request.ifNoneMatch === etag) return { status: 304, headers: { etag } }
    return { ...given, headers: { ...given.headers, etag } }
  } catch (error) {
    return asAnswer(error)
  }
}

export function asAnswer(error: unknown): Answer {
  if (!(error instanceof HttpError)) throw error
  const errors = error.errors === undefined ? {} : { errors: error.errors }
  const said = {
    message: error.message,
    ...errors,
    documentation_url: 'https://docs.github.com/rest',
    status: String(error.status),
  }
  return { status: error.status, headers: error.headers, body: said }
}
