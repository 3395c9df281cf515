import { keyNamesOf } from '../config/accounts.ts'
import type { Clock } from '../domain/instant.ts'
import { createActionClient } from '../forge/github/action-client.ts'
import { openGithubForge } from '../forge/github/github-forge.ts'
import { openGithubProject, type Environment, type Project } from '../project.ts'
import type { Inputs } from './inputs.ts'
import type { Runner } from './runner.ts'
import type { WorkflowContext } from './workflow-context.ts'

export interface ActionProjectOptions {
  readonly inputs: Inputs
  readonly context: WorkflowContext
  readonly runner: Runner
  readonly environment: Environment
  readonly clock: Clock
}

/** Every token that an App mints is masked before it is used. */
const tokenOf = ({ inputs: { credentials }, context: { owner, repo }, runner, clock }: ActionProjectOptions) =>
  credentials.type === 'token'
    ? credentials.token
    : { ...credentials, owner, repo, clock, onToken: (token: string) => runner.mask(token) }

/** Opens the repository that the workflow runs in; every key that its configuration names is masked before anything is printed. */
export async function openActionProject(
  options: ActionProjectOptions,
): Promise<{ readonly project: Project; readonly requests: () => number }> {
  const {
    context: { owner, repo, apiUrl },
    runner,
    environment,
    clock,
  } = options
  const early: string[] = []
  let report = (warning: string): void => void early.push(warning)
  const client = createActionClient({ token: tokenOf(options), baseUrl: apiUrl })
  const forge = await openGithubForge({ client, owner, repo, clock, report: warning => report(warning) })
  const project = await openGithubProject(forge, { clock, environment })
  for (const name of Object.values(project.config.accounts).flatMap(keyNamesOf)) {
    const secret = environment[name]
    if (secret !== undefined) runner.mask(secret)
  }
  report = warning => runner.warning(warning)
  for (const warning of early) report(warning)
  return { project, requests: () => forge.requests() }
}
