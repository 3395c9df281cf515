import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PerpetualError } from '../domain/errors.ts'

/** Where and why the step runs, from the variables that the runner sets. */
export interface WorkflowContext {
  readonly owner: string
  readonly repo: string
  /** The REST address, without a slash at the end. */
  readonly apiUrl: string
  /** The web address of the forge. */
  readonly serverUrl: string
  readonly run: { readonly id: number; readonly attempt: number; readonly runner: string }
  readonly event: string
  /** The event as GitHub sent it; whoever reads it checks it. */
  readonly payload: unknown
}

const address = z.url({ protocol: /^https?$/ }).transform(url => url.replace(/\/+$/, ''))
const count = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number)

const schema = z.object({
  GITHUB_REPOSITORY: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  GITHUB_API_URL: address.default('https://api.github.com'),
  GITHUB_SERVER_URL: address.default('https://github.com'),
  GITHUB_RUN_ID: count,
  GITHUB_RUN_ATTEMPT: count.default(1),
  RUNNER_NAME: z.string().default(''),
  GITHUB_EVENT_NAME: z.string().default(''),
  GITHUB_EVENT_PATH: z.string().optional(),
})

function readPayload(path: string | undefined): unknown {
  if (path === undefined || path === '') return {}
  try {
    return z.unknown().parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new PerpetualError('Expected the event of this run to be JSON in the file of GITHUB_EVENT_PATH, got something else', {
      actBy: 'fix-config',
      cause: error,
    })
  }
}

/** Throws `fix-config` outside of a workflow. */
export function readWorkflowContext(environment: Readonly<Record<string, string | undefined>>): WorkflowContext {
  const checked = schema.safeParse(environment)
  if (!checked.success) {
    const name = String(checked.error.issues[0]?.path[0] ?? 'GITHUB_REPOSITORY')
    throw new PerpetualError(
      `Expected the variable ${name} as a GitHub workflow sets it, got something else; run the action in a workflow`,
      {
        actBy: 'fix-config',
      },
    )
  }
  const { data } = checked
  const [owner = '', repo = ''] = data.GITHUB_REPOSITORY.split('/')
  return {
    owner,
    repo,
    apiUrl: data.GITHUB_API_URL,
    serverUrl: data.GITHUB_SERVER_URL,
    run: { id: data.GITHUB_RUN_ID, attempt: data.GITHUB_RUN_ATTEMPT, runner: data.RUNNER_NAME },
    event: data.GITHUB_EVENT_NAME,
    payload: readPayload(data.GITHUB_EVENT_PATH),
  }
}
