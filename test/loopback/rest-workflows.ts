import { HttpError, notFound } from './http-error.ts'
import { route, type Call, type Route } from './router.ts'
import type { Json } from './world.ts'

/** The workflows on the default branch; GitHub knows them by a number or by the name of their file. */
function workflows(call: Call): readonly Json[] {
  const git = call.world.git(call.repo.id)
  const head = git.branch(call.repo.default_branch)
  const paths = [...git.flat((head && git.commit(head)?.tree_sha) ?? '').keys()].filter(path =>
    /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path),
  )
  const base = `${call.world.url}/repos/${call.repo.full_name}`
  return paths.map((path, index) => ({
    id: index + 1,
    node_id: `W_${index + 1}`,
    name:
      path
        .split('/')
        .at(-1)
        ?.replace(/\.ya?ml$/, '') ?? path,
    path,
    state: 'active',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    url: `${base}/actions/workflows/${index + 1}`,
    html_url: `${call.world.url}/${call.repo.full_name}/blob/${call.repo.default_branch}/${path}`,
    badge_url: `${call.world.url}/${call.repo.full_name}/workflows/${index + 1}/badge.svg`,
  }))
}

function workflow(call: Call): Json {
  const wanted = call.params['workflow'] ?? ''
  const found = workflows(call).find(one => String(one['id']) === wanted || String(one['path']).endsWith(`/${wanted}`))
  if (found === undefined) throw notFound()
  return found
}

export function workflowRoutes(): readonly Route[] {
  return [
    route('GET {repo}/actions/workflows', call => {
      const all = workflows(call)
      return { status: 200, body: { total_count: all.length, workflows: all } }
    }),
    route('GET {repo}/actions/workflows/{workflow}', call => ({ status: 200, body: workflow(call) })),
    route('POST {repo}/actions/workflows/{workflow}/dispatches', call => {
      const { ref, inputs } = call.body
      const found = workflow(call)
      const branch = typeof ref === 'string' ? ref.replace(/^refs\/heads\//, '') : ''
      if (call.world.git(call.repo.id).branch(branch) === undefined) throw new HttpError(422, `No ref found for: ${branch}`)
      const payload = { inputs: inputs ?? null, ref: `refs/heads/${branch}`, workflow: found['path'] }
      call.world.emit({ name: 'workflow_dispatch', by: call.caller.login }, payload, call.repo.id)
      return { status: 204 }
    }),
    route('POST {repo}/dispatches', call => {
      const { event_type: action, client_payload } = call.body
      if (typeof action !== 'string' || action === '')
        throw new HttpError(422, 'Invalid request.\n\n"event_type" wasn\'t supplied.')
      const payload = { action, branch: call.repo.default_branch, client_payload: client_payload ?? null }
      call.world.emit({ name: 'repository_dispatch', by: call.caller.login }, payload, call.repo.id)
      return { status: 204 }
    }),
  ]
}
