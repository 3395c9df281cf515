import { HttpError, notFound } from './http-error.ts'
import type { Environment } from './interface.ts'
import { route, type Answer, type Call, type Route } from './router.ts'
import { now, type Json } from './world.ts'

const variableJson = ([name, value]: readonly [string, string]): Json => ({ name, value, created_at: now(), updated_at: now() })

/** GitHub keeps names of variables in upper case. */
const key = (value: unknown): string => (typeof value === 'string' ? value.toUpperCase() : '')

function variableRoutes(address: string, variablesOf: (call: Call) => Map<string, string>): readonly Route[] {
  return [
    route(`GET ${address}`, call => {
      const variables = [...variablesOf(call)].map(variableJson)
      return { status: 200, body: { total_count: variables.length, variables } }
    }),
    route(`POST ${address}`, call => {
      if (variablesOf(call).has(key(call.body['name']))) throw new HttpError(409, 'Already exists - Variable already exists')
      variablesOf(call).set(key(call.body['name']), String(call.body['value']))
      return { status: 201, body: {} }
    }),
    route(`GET ${address}/{variable}`, call => {
      const value = variablesOf(call).get(key(call.params['variable']))
      if (value === undefined) throw notFound()
      return { status: 200, body: variableJson([key(call.params['variable']), value]) }
    }),
    route(`PATCH ${address}/{variable}`, call => {
      if (!variablesOf(call).has(key(call.params['variable']))) throw notFound()
      variablesOf(call).set(key(call.params['variable']), String(call.body['value']))
      return { status: 204 }
    }),
    route(`DELETE ${address}/{variable}`, call => {
      if (!variablesOf(call).delete(key(call.params['variable']))) throw notFound()
      return { status: 204 }
    }),
  ]
}

function environmentOf(call: Call): Environment {
  const found = call.world.settings.environments.get(call.params['environment'] ?? '')
  if (found === undefined) throw notFound()
  return found
}

function environmentJson(call: Call, name: string, environment: Environment): Json {
  const url = `${call.world.url}/repos/${call.repo.full_name}/environments/${encodeURIComponent(name)}`
  const limited = environment.branches !== null
  return {
    id: 1,
    node_id: 'EN_1',
    name,
    url,
    html_url: url,
    created_at: now(),
    updated_at: now(),
    protection_rules: limited ? [{ id: 1, node_id: 'GA_1', type: 'branch_policy' }] : [],
    deployment_branch_policy: limited ? { protected_branches: false, custom_branch_policies: true } : null,
  }
}

/** Variables, secrets' names, and environments with theirs. */
export function environmentRoutes(): readonly Route[] {
  const at = '{repo}/environments/{environment}'
  return [
    ...variableRoutes('{repo}/actions/variables', call => call.world.settings.variables),
    ...secretRoutes(),
    route('GET {repo}/environments', call => {
      const environments = [...call.world.settings.environments].map(([name, one]) => environmentJson(call, name, one))
      return { status: 200, body: { total_count: environments.length, environments } }
    }),
    route(`GET ${at}`, call => ({
      status: 200,
      body: environmentJson(call, call.params['environment'] ?? '', environmentOf(call)),
    })),
    route(`PUT ${at}`, call => {
      const name = call.params['environment'] ?? ''
      const known = call.world.settings.environments.get(name) ?? {
        secrets: new Set<string>(),
        variables: new Map<string, string>(),
        branches: null,
      }
      const policy = call.body['deployment_branch_policy']
      if (policy !== undefined) known.branches = policy === null ? null : (known.branches ?? [])
      call.world.settings.environments.set(name, known)
      return { status: 200, body: environmentJson(call, name, known) }
    }),
    route(`GET ${at}/deployment-branch-policies`, call => {
      const branches = environmentOf(call).branches ?? []
      return {
        status: 200,
        body: {
          total_count: branches.length,
          branch_policies: branches.map((name, index) => ({ id: index + 1, node_id: `GA_${index}`, name, type: 'branch' })),
        },
      }
    }),
    route(`POST ${at}/deployment-branch-policies`, call => {
      const { branches } = environmentOf(call)
      if (branches === null) throw notFound()
      branches.push(String(call.body['name']))
      return {
        status: 200,
        body: { id: branches.length, node_id: `GA_${branches.length}`, name: call.body['name'], type: 'branch' },
      }
    }),
    route(`GET ${at}/secrets`, call => {
      const secrets = [...environmentOf(call).secrets].map(name => ({ name, created_at: now(), updated_at: now() }))
      return { status: 200, body: { total_count: secrets.length, secrets } }
    }),
    ...variableRoutes(`${at}/variables`, call => environmentOf(call).variables),
  ]
}

const secretList = (names: ReadonlySet<string>): Answer => ({
  status: 200,
  body: { total_count: names.size, secrets: [...names].map(name => ({ name, created_at: now(), updated_at: now() })) },
})

function secretRoutes(): readonly Route[] {
  return [
    route('GET {repo}/actions/secrets', ({ world }) => secretList(world.settings.secrets)),
    route('GET {repo}/actions/organization-secrets', ({ world }) => secretList(world.settings.organizationSecrets)),
  ]
}
