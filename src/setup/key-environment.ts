import { z } from 'zod'
import { askAll, isOk, type Ask } from './ask-github.ts'

/** The environment that holds the providers' keys. */
export const keyEnvironment = 'perpetual'

const policySchema = z.object({
  deployment_branch_policy: z.object({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() }).nullable(),
})
const policiesSchema = z.object({ branch_policies: z.array(z.object({ name: z.string() })) })

export type KeyEnvironment =
  | { readonly type: 'absent' }
  | { readonly type: 'unseen' }
  /** Any branch, and so whoever may push one, can use its keys. */
  | { readonly type: 'open' }
  | { readonly type: 'protected-branches' }
  /** Null where GitHub does not list them. */
  | { readonly type: 'branches'; readonly names: readonly string[] | null }

const environment = { environment_name: keyEnvironment }

export async function readKeyEnvironment(ask: Ask): Promise<KeyEnvironment> {
  const answer = await ask('GET /repos/{owner}/{repo}/environments/{environment_name}', environment)
  if (answer.status === 404) return { type: 'absent' }
  const found = policySchema.safeParse(answer.data)
  if (!isOk(answer) || !found.success) return { type: 'unseen' }
  const policy = found.data.deployment_branch_policy
  if (policy === null) return { type: 'open' }
  if (policy.protected_branches) return { type: 'protected-branches' }
  const names = await askAll(ask, 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', {
    parameters: environment,
    pick: data => policiesSchema.safeParse(data).data?.branch_policies.map(({ name }) => name) ?? [],
  })
  return { type: 'branches', names: names ?? null }
}

/** Makes it, for the default branch alone; one that is there already stays as it is. */
export async function makeKeyEnvironment(ask: Ask, defaultBranch: string): Promise<'made' | 'there' | 'refused'> {
  const before = await readKeyEnvironment(ask)
  if (before.type === 'unseen') return 'refused'
  if (before.type !== 'absent') return 'there'
  const made = await ask('PUT /repos/{owner}/{repo}/environments/{environment_name}', {
    ...environment,
    deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
  })
  if (!isOk(made)) return 'refused'
  const restricted = await ask('POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', {
    ...environment,
    name: defaultBranch,
    type: 'branch',
  })
  return isOk(restricted) ? 'made' : 'refused'
}

const secretsSchema = z.object({ secrets: z.array(z.object({ name: z.string() })) })
const namesOf = (data: unknown): readonly string[] => secretsSchema.safeParse(data).data?.secrets.map(({ name }) => name) ?? []

/** Names, never values; each undefined where GitHub does not list them. */
export interface SecretNames {
  readonly environment: readonly string[] | undefined
  readonly repository: readonly string[] | undefined
  readonly organisation: readonly string[] | undefined
}

export async function readSecretNames(ask: Ask): Promise<SecretNames> {
  const [inEnvironment, repository, organisation] = await Promise.all([
    askAll(ask, 'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets', { parameters: environment, pick: namesOf }),
    askAll(ask, 'GET /repos/{owner}/{repo}/actions/secrets', { pick: namesOf }),
    askAll(ask, 'GET /repos/{owner}/{repo}/actions/organization-secrets', { pick: namesOf }),
  ])
  return { environment: inEnvironment, repository, organisation }
}
