import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

// Every object is strict: a key that is not played here must not pass as if it were.
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const texts = z.record(z.string(), scalar).default({})
const permissions = z.record(z.string(), z.enum(['read', 'write']))

const step = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: scalar.optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: texts,
  env: texts,
})

const concurrency = z.strictObject({
  group: z.string(),
  'cancel-in-progress': z.boolean().default(false),
  queue: z.enum(['single', 'max']).default('single'),
})

const environment = z.union([
  z.string().transform(name => ({ name })),
  z.strictObject({ name: z.string(), deployment: z.boolean().optional() }),
])

const job = z.strictObject({
  name: z.string().optional(),
  if: scalar.optional(),
  needs: z.union([z.string().transform(one => [one]), z.array(z.string())]).default([]),
  'runs-on': z.string(),
  'timeout-minutes': z.number().default(360),
  permissions,
  environment: environment.optional(),
  concurrency: concurrency.optional(),
  strategy: z
    .strictObject({ 'fail-fast': z.literal(false), matrix: z.record(z.string(), z.union([z.string(), z.array(scalar)])) })
    .optional(),
  outputs: texts,
  env: texts,
  steps: z.array(step),
})

const filter = z.strictObject({ types: z.array(z.string()).optional(), branches: z.array(z.string()).optional() }).nullable()
const input = z.strictObject({
  description: z.string().optional(),
  type: z.enum(['string', 'boolean', 'number', 'choice']).default('string'),
  required: z.boolean().default(false),
  default: scalar.optional(),
  options: z.array(z.string()).optional(),
})

const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    schedule: z.array(z.strictObject({ cron: z.string() })).optional(),
    workflow_dispatch: z
      .strictObject({ inputs: z.record(z.string(), input).default({}) })
      .nullable()
      .optional(),
    issues: filter.optional(),
    issue_comment: filter.optional(),
    pull_request_target: filter.optional(),
    push: filter.optional(),
  }),
  permissions: permissions.default({}),
  jobs: z.record(z.string(), job),
})

export type Workflow = z.infer<typeof workflowSchema> & { readonly file: string }
export type Job = z.infer<typeof job>
export type Step = z.infer<typeof step>
export type Concurrency = z.infer<typeof concurrency>

const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ required: z.boolean().default(false), default: scalar.optional() })).default({}),
  runs: z.strictObject({ using: z.literal('node24'), main: z.string() }),
})
export type Action = z.infer<typeof actionSchema>

export const readAction = (folder: string): Action => actionSchema.parse(parse(readFileSync(join(folder, 'action.yml'), 'utf8')))

/** The workflows of a folder. Throws where one needs what this driver does not play. */
export const readWorkflows = (folder: string, plays: RegExp): readonly Workflow[] =>
  readdirSync(folder)
    .filter(file => plays.test(file))
    .map(file => {
      const read = workflowSchema.safeParse(parse(readFileSync(join(folder, file), 'utf8')))
      if (!read.success) throw new Error(`The driver does not play ${file}: ${z.prettifyError(read.error)}`)
      return { ...read.data, file }
    })

/** Where `types` is left out GitHub takes these, and all of an event that is not named here. */
const defaultTypes: Readonly<Record<string, readonly string[]>> = { pull_request_target: ['opened', 'synchronize', 'reopened'] }

/** Whether an event starts the workflow; `branch` is the one it is about, the base of a pull request. */
export function startsOn(
  { on }: Workflow,
  event: { readonly name: string; readonly action: string | undefined; readonly branch: string | undefined },
): boolean {
  if (event.name !== 'issues' && event.name !== 'issue_comment' && event.name !== 'pull_request_target' && event.name !== 'push')
    return false
  const found = on[event.name]
  if (found === undefined) return false
  const types = found?.types ?? defaultTypes[event.name]
  if (types !== undefined && !types.includes(event.action ?? '')) return false
  if (found?.branches === undefined) return true
  if (found.branches.some(branch => /[*?+[!]/.test(branch))) throw new Error('The driver does not play branch patterns')
  return found.branches.includes(event.branch ?? '')
}
