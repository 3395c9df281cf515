import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { RunResult } from '../../src/session/result.ts'
import { startStep, type Step, type StepEnd } from '../action/step.ts'
import { startLoopbackGithub, type LoopbackGithub, type LoopbackOptions } from '../loopback/loopback-github.ts'
import { runCli, type CliEnd } from '../support/cli.ts'
import {
  configOf,
  pipeline,
  readCommitted,
  seedsOf,
  type CommittedNames,
  type CommittedState,
  type DataRepositoryOptions,
} from '../support/data-repository.ts'
import { startProvider, type Provider } from '../support/provider.ts'
import { morning } from '../support/world.ts'

/** What the job `run` of perpetual.yml may do. */
export const runPermissions = {
  actions: 'read',
  contents: 'write',
  discussions: 'write',
  issues: 'write',
  'pull-requests': 'write',
} as const

export interface SessionJob extends Step {
  readonly run: number
}

export interface SessionEnd extends StepEnd {
  /** Null where the step failed before it had one. */
  readonly result: RunResult | null
}

/** A repository on the loopback GitHub with tasks as issues, a provider, and machines that run the action's bundle. */
export interface GithubWorld {
  readonly github: LoopbackGithub
  readonly provider: Provider
  /** Sets the sessions' clock and the provider's. */
  moveTo(instant: string): Promise<void>
  /** A job of its own run that works on the pipeline, as the workflow's does; GitHub knows when it ends. */
  start(inputs?: Readonly<Record<string, string>>, options?: { readonly token?: string }): Promise<SessionJob>
  /** One session to its end. */
  session(inputs?: Readonly<Record<string, string>>, options?: { readonly token?: string }): Promise<SessionEnd>
  /** The command line on a machine of the curator's own. */
  cli(...args: readonly string[]): Promise<CliEnd>
  /** What is committed now, of the one pipeline unless another is named. */
  committed(names?: CommittedNames): Promise<CommittedState>
  /** Variables that every machine of this world has, at its time. */
  environment(): Readonly<Record<string, string>>
  remove(): Promise<void>
}

export interface GithubWorldOptions extends Omit<DataRepositoryOptions, 'providerUrl'> {
  readonly now?: string
  readonly rehearsal?: Parameters<typeof startProvider>[0]
  /** False leaves the repository without tasks. */
  readonly tasks?: boolean
  readonly github?: LoopbackOptions
  /** Sections that the configuration has beside accounts and pipelines. */
  readonly config?: Readonly<Record<string, unknown>>
  /** More variables of every machine. */
  readonly variables?: Readonly<Record<string, string>>
}

const byPath = ([one]: readonly [string, string], [other]: readonly [string, string]): number => (one < other ? -1 : 1)

async function look(github: LoopbackGithub, names?: CommittedNames): Promise<CommittedState> {
  const state = await github.files('perpetual/state')
  const branches = github.branches()
  const main = await github.files('main')
  const heads = new Map<string, ReadonlyMap<string, string>>()
  for (const branch of branches.keys())
    if (branch.startsWith('perpetual/') && branch !== 'perpetual/state') heads.set(branch, await github.files(branch))
  const files = {
    below: (folder: string) => new Map([...state].filter(([path]) => path.startsWith(folder)).toSorted(byPath)),
    delivered: (branch: string, path: string) => heads.get(branch)?.get(path) ?? main.get(path) ?? '',
  }
  return readCommitted(files, names)
}

/** Makes the repository as a curator does: configuration and seeds committed, then `tasks import`. */
export async function createGithubWorld({
  now = morning,
  rehearsal = {},
  tasks = true,
  github: githubOptions = {},
  config = {},
  variables = {},
  ...options
}: GithubWorldOptions = {}): Promise<GithubWorld> {
  let offsetMs = Date.parse(now) - Date.now()
  let runs = 1000
  const [github, provider] = await Promise.all([startLoopbackGithub(githubOptions), startProvider({ clock: now, ...rehearsal })])
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-curator-'))
  const started = new Set<SessionJob>()
  const setUp = [
    { path: '.github/perpetual.yml', text: stringify({ ...configOf({ ...options, providerUrl: provider.url }), ...config }) },
    { path: `tasks/${pipeline}.yml`, text: stringify(seedsOf(options), { aliasDuplicateObjects: false }) },
  ]
  await github.commit('curator', 'main', setUp)
  const environment = (): Readonly<Record<string, string>> => ({
    REHEARSAL_KEY: 'rehearsal',
    ...variables,
    PERPETUAL_CLOCK_OFFSET_MS: String(offsetMs),
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: `${github.owner}/${github.repo}`,
  })
  const cli: GithubWorld['cli'] = (...args) =>
    runCli(args, { folder, environment: { ...environment(), GITHUB_TOKEN: github.token('curator') } })
  const start: GithubWorld['start'] = async (inputs = {}, { token } = {}) => {
    const run = (runs += 1)
    const runner = `GitHub Actions ${run}`
    github.runs.start({ id: run, runner })
    const step = await startStep({
      inputs: { command: 'run', pipeline, token: token ?? github.botToken(runPermissions), ...inputs },
      environment: { ...environment(), GITHUB_RUN_ID: String(run), RUNNER_NAME: runner },
    })
    const ended = step.ended.finally(() => github.runs.end(run))
    const job = { ...step, ended, run }
    started.add(job)
    return job
  }
  const world: GithubWorld = {
    github,
    provider,
    environment,
    cli,
    start,
    session: async (inputs, how) => {
      const end = await (await start(inputs, how)).ended
      const { result } = end.outputs
      return { ...end, result: result === undefined ? null : (JSON.parse(result) as RunResult) }
    },
    committed: names => look(github, names),
    moveTo: async instant => {
      offsetMs = Date.parse(instant) - Date.now()
      await provider.control('clock', { now: instant })
    },
    remove: async () => {
      for (const job of started) job.signal('SIGKILL')
      await Promise.all([...started].map(job => job.ended))
      await Promise.all([provider.stop(), github.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
  if (tasks) {
    const imported = await cli('tasks', 'import', '--quiet')
    if (imported.code !== 0) throw new Error(`The import failed: ${imported.stderr}`)
  }
  return world
}
