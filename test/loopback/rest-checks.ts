import { HttpError, notFound } from './http-error.ts'
import { page, route, type Answer, type Call, type Route } from './router.ts'
import type { Json } from './world.ts'

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** GitHub takes this many annotations with a request. */
const perRequest = 50

const annotationsOf = (output: unknown): readonly unknown[] => {
  const given = isObject(output) ? output['annotations'] : []
  return Array.isArray(given) ? given : []
}

function checkCall(call: Call): void {
  if (call.caller.kind !== 'bot') throw new HttpError(403, 'You must authenticate via a GitHub App.')
  const count = annotationsOf(call.body['output']).length
  if (count > perRequest)
    throw new HttpError(422, `Invalid request.\n\nNo more than ${perRequest} items are allowed; ${count} were supplied.`)
}

const kept = (call: Call): { readonly output: { readonly annotations: readonly unknown[] } } => {
  const run = call.world.tables.checkRuns.get(Number(call.params['id']))
  if (run === undefined || run.repo_id !== call.repo.id) throw notFound()
  return run
}

/** emulate's check runs with what it lacks: the app that made them, the limit, and annotations that add up. */
export function checkRoutes(): readonly Route[] {
  const makers = new Map<unknown, string>()

  /** The app whose bot made the run. */
  function appJson(call: Call, id: unknown): Json | null {
    const slug = makers.get(id)?.replace(/\[bot\]$/, '')
    if (slug === undefined) return null
    const owner = call.world.userJson(call.world.accounts.user(`${slug}[bot]`)?.id ?? null)
    const link = `${call.world.url}/apps/${slug}`
    const names = { id: 1, slug, node_id: 'A_1', owner, name: slug, description: null, external_url: link, html_url: link }
    return { ...names, created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z', permissions: {}, events: [] }
  }
  const withApp = (call: Call, run: unknown): unknown => (isObject(run) ? { ...run, app: appJson(call, run['id']) } : run)

  async function ask(call: Call, rest: string, body: Json): Promise<Answer> {
    const path = `/repos/${call.repo.full_name}/check-runs${rest}`
    const given = await call.world.emulated.ask(call.caller.login, { method: call.method, path, body })
    if (given.status >= 400) throw new HttpError(given.status, isObject(given.body) ? String(given.body['message']) : '')
    if (call.method === 'POST' && isObject(given.body)) makers.set(given.body['id'], call.caller.login)
    return { ...given, body: withApp(call, given.body) }
  }

  return [
    route('POST {repo}/check-runs', call => {
      checkCall(call)
      return ask(call, '', call.body)
    }),
    route('PATCH {repo}/check-runs/{id}', call => {
      checkCall(call)
      const { output } = call.body
      if (!isObject(output)) return ask(call, `/${call.params['id'] ?? ''}`, call.body)
      // emulate would put the new ones in place of the old, GitHub adds them.
      const annotations = [...kept(call).output.annotations, ...annotationsOf(output)]
      return ask(call, `/${call.params['id'] ?? ''}`, { ...call.body, output: { ...output, annotations } })
    }),
    route('GET {repo}/check-runs/{id}/annotations', call => {
      const path = `/repos/${call.repo.full_name}/check-runs/${call.params['id'] ?? ''}/annotations`
      const paged = page(call, path, kept(call).output.annotations)
      const none = { start_column: null, end_column: null, title: null, raw_details: null, blob_href: call.world.url }
      return { status: 200, body: paged.rows.map(row => ({ ...none, ...(isObject(row) ? row : {}) })), headers: paged.headers }
    }),
    route('GET {repo}/commits/{ref+}/check-runs', async call => {
      const query = call.query.size === 0 ? '' : `?${call.query.toString()}`
      const path = `/repos/${call.repo.full_name}/commits/${call.params['ref'] ?? ''}/check-runs${query}`
      const given = await call.world.emulated.ask(call.caller.login, { method: 'GET', path })
      if (!isObject(given.body) || !Array.isArray(given.body['check_runs'])) throw notFound()
      return { ...given, body: { ...given.body, check_runs: given.body['check_runs'].map(run => withApp(call, run)) } }
    }),
  ]
}
