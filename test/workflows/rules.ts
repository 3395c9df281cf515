import { isMap, isPair, isScalar, parse, parseDocument, visit } from 'yaml'

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Job {
  readonly if?: string
  readonly environment?: unknown
  readonly permissions?: unknown
  readonly 'timeout-minutes'?: unknown
  readonly steps: readonly Step[]
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: unknown }>>
  readonly outputs: Readonly<Record<string, unknown>>
}
/** The text of a file of this repository; undefined where there is none. */
export type ReadFile = (path: string) => string | undefined

const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/
const guard = /vars\.PERPETUAL_ENABLED [!=]= 'true'/
const needsGuard = /perpetual[^/]*\.yml$/
/** What anybody may cause; a cache that such a run could write is read by the runs that hold the keys. */
const strangers = ['issues', 'issue_comment', 'pull_request', 'pull_request_target']
const emptyMap = (value: unknown): boolean => JSON.stringify(value) === '{}'

/** Grants without their reason, `uses:` without their version: what only comments say. */
function* commentsMissing(text: string): Generator<string> {
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s+[a-z-]+: (read|write)\s*$/.test(line)) yield `line ${index + 1}: a grant needs its reason as a comment`
    if (/\buses: [^.]/.test(line) && !/# v\d+(\.\d+)*$/.test(line))
      yield `line ${index + 1}: a pin needs its version as a comment`
  }
}

function* aboutLocalAction({ uses = '', with: given = {} }: Step, read: ReadFile): Generator<string> {
  const text = read(`${uses}/action.yml`.replace(/^\.\/+/, ''))
  if (text === undefined) return yield `\`${uses}\` has no action.yml`
  const { inputs } = parse(text) as Action
  for (const name of Object.keys(given)) if (inputs[name] === undefined) yield `\`${uses}\` has no input \`${name}\``
  for (const [name, { required, default: value }] of Object.entries(inputs))
    if (required === true && value === undefined && given[name] === undefined) yield `\`${uses}\` needs the input \`${name}\``
}

function* aboutStep(step: Step, read: ReadFile): Generator<string> {
  const { uses, run, with: given = {} } = step
  if (run?.includes('${{') === true) yield 'an expression in `run:`; hand it over in `env:`'
  if (uses?.startsWith('./') === true) yield* aboutLocalAction(step, read)
  else if (uses !== undefined && !pinned.test(uses)) yield `\`${uses}\` is not pinned to a full commit`
  if (uses?.startsWith('actions/checkout@') !== true) return
  if (given['persist-credentials'] !== false) yield 'a checkout that leaves its token behind'
  if (/head|merge|pull/i.test(`${String(given['ref'])} ${String(given['repository'])}`)) yield 'a checkout of a pull request'
}

/** `steps.<id>.outputs.<name>` of local actions, which no linter looks up. */
function* outputsMissing(job: Job, read: ReadFile): Generator<string> {
  for (const [whole, id, name] of JSON.stringify(job).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
    const uses = job.steps.find(step => step.id === id)?.uses
    if (uses?.startsWith('./') !== true) continue
    const text = read(`${uses}/action.yml`.replace(/^\.\/+/, ''))
    if (text !== undefined && (parse(text) as Action).outputs[name ?? ''] === undefined) yield `\`${whole}\`: no such output`
  }
}

function* aboutJob(job: Job, read: ReadFile): Generator<string> {
  if (job.permissions === null || typeof job.permissions !== 'object') yield 'permissions are not declared'
  if (typeof job['timeout-minutes'] !== 'number') yield 'no timeout'
  if (JSON.stringify(job).includes('secrets.') && job.environment === undefined) yield 'a secret outside of an environment'
  for (const step of job.steps) yield* aboutStep(step, read)
  yield* outputsMissing(job, read)
}

/** A key that stands twice hides the first; `parse` would throw without saying where. */
function* twice(text: string): Generator<string> {
  const document = parseDocument(text, { uniqueKeys: false })
  const found: string[] = []
  visit(document, {
    Map: (_, map) => {
      if (!isMap(map)) return
      const keys = map.items.map(item => (isPair(item) && isScalar(item.key) ? String(item.key.value) : ''))
      found.push(...keys.filter((key, index) => keys.indexOf(key) !== index))
    },
  })
  for (const key of found) yield `\`${key}\` stands twice`
}

/** What is wrong with a workflow beyond what the linters know. */
export function breaches(path: string, text: string, read: ReadFile): readonly string[] {
  const repeated = [...twice(text)]
  if (repeated.length > 0) return repeated
  const workflow = parse(text) as Workflow
  const found = [...commentsMissing(text)]
  if (!emptyMap(workflow.permissions)) found.push('`permissions: {}` does not stand at the top')
  if (/\bmin(?:e|er|ing)\b/i.test(text)) found.push('GitHub forbids mining; no workflow speaks of it')
  const isCached = Object.values(workflow.jobs).some(({ steps }) =>
    steps.some(({ uses }) => uses?.startsWith('actions/cache') === true),
  )
  if (isCached && strangers.some(event => event in workflow.on)) found.push('a cache in a workflow that strangers start')
  for (const [name, job] of Object.entries(workflow.jobs)) {
    found.push(...Array.from(aboutJob(job, read), what => `${name}: ${what}`))
    if (needsGuard.test(path) && !guard.test(job.if ?? '')) found.push(`${name}: runs whatever PERPETUAL_ENABLED says`)
  }
  return found
}
