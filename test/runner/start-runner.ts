import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { bundleFolder } from '../support/bundle.ts'
import type { LoopbackEvent, LoopbackGithub } from '../loopback/interface.ts'
import { createCacheStore } from './cache-store.ts'
import { createGroups } from './concurrency.ts'
import type { JobRecord, RunningJob } from './job.ts'
import { createRun } from './run.ts'
import { readAction, readWorkflows, startsOn, type Workflow } from './workflow.ts'

/** Of a GitHub, what the driver leans on. */
export type RunnerGithub = Pick<
  LoopbackGithub,
  'url' | 'owner' | 'repo' | 'botToken' | 'branches' | 'onEvent' | 'runs' | 'settings'
>

export interface RunnerOptions {
  readonly github: RunnerGithub
  /** The folder of the workflows; they are read once. */
  readonly workflows: string
  /** Which of them are played; those whose names begin with `perpetual` unless said. */
  readonly plays?: RegExp
  /** Added to the repository's own variables, which are read at every event. */
  readonly variables?: Readonly<Record<string, string>>
  /** Of the environment; only jobs that name one see them. */
  readonly secrets?: Readonly<Record<string, string>>
  /** Variables of the machines themselves, such as an address of a provider on loopback. */
  readonly environment?: Readonly<Record<string, string>>
  /** The folder with the action.yml to run; this project's, with the bundle of today's sources, unless said. */
  readonly action?: string
  /** 1 is GitHub's time from a cancellation to the signals: SIGINT, 7.5 s, SIGTERM, 2.5 s, SIGKILL. */
  readonly cancelScale?: number
  /** How long a minute of `timeout-minutes` lasts. */
  readonly minuteMs?: number
}

export interface Runner {
  /** As a person with write access does it; a branch other than the default one may be named. */
  dispatch(
    workflow: string,
    inputs?: Readonly<Record<string, string>>,
    by?: { readonly login?: string; readonly branch?: string },
  ): void
  /** What the schedule does at this line of it. */
  tick(cron: string): void
  /** Every job so far, oldest first, skipped ones too; they go on changing while they run. */
  jobs(): readonly JobRecord[]
  /** The keys of what `actions/cache` keeps, oldest first. */
  caches(): readonly string[]
  cancel(job: JobRecord): void
  /** SIGKILL to the step that runs and to its children. */
  kill(job: JobRecord): void
  /** Resolves when nothing runs, waits or has just been started. */
  idle(): Promise<void>
  /** Cancels nothing gently: what still runs is killed. */
  close(): Promise<void>
}

const root = join(import.meta.dirname, '..', '..')
const defaultBranch = 'main'
const textAt = (value: unknown, ...path: readonly string[]): string | undefined => {
  const found = path.reduce<unknown>(
    (at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key] ?? undefined,
    value,
  )
  return typeof found === 'string' ? found : undefined
}

async function findAction(folder: string | undefined) {
  const action = readAction(folder ?? root)
  const { main } = action.runs
  const path = folder === undefined ? join(await bundleFolder(), main.replace(/^dist\//, '')) : join(folder, main)
  return { ...action, path: resolve(path) }
}

/** The inputs of a dispatch as GitHub checks and types them. */
function dispatchInputs({ on, file }: Workflow, given: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  if (on.workflow_dispatch === undefined) throw new Error(`${file} does not have 'workflow_dispatch' trigger`)
  const declared = on.workflow_dispatch?.inputs ?? {}
  const unknown = Object.keys(given).filter(name => declared[name] === undefined)
  if (unknown.length > 0) throw new Error(`Unexpected inputs provided: ${unknown.join(', ')}`)
  return Object.fromEntries(
    Object.entries(declared).map(([name, { type, default: value = '', required }]) => {
      const text = given[name] ?? value
      if (required && text === '') throw new Error(`Required input '${name}' not provided`)
      return [name, type === 'boolean' ? text === 'true' : type === 'number' && text !== '' ? Number(text) : text]
    }),
  )
}

interface Start {
  readonly workflow: Workflow
  readonly event: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly by: string
  readonly inputs?: Readonly<Record<string, unknown>>
  readonly branch?: string
}

/** Plays GitHub Actions beside a GitHub on loopback: its events start the workflows, which run in processes of their own. */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { github, secrets = {}, environment = {}, cancelScale = 1, minuteMs = 60_000 } = options
  const workflows = readWorkflows(options.workflows, options.plays ?? /^perpetual.*\.ya?ml$/)
  const action = await findAction(options.action)
  const [enter, records, active] = [createGroups(), new Array<JobRecord>(), new Set<Promise<void>>()]
  const running = new Map<JobRecord, RunningJob>()
  const caches = createCacheStore()
  const failures: unknown[] = []
  let [lastRun, lastRunner, isClosed] = [1000, 0, false]

  function contextsOf({ workflow, event, payload, by, inputs = {}, branch = defaultBranch }: Start, id: number) {
    const variables = { ...Object.fromEntries(github.settings.variables), ...options.variables }
    const sha = github.branches().get(branch) ?? ''
    const repository = `${github.owner}/${github.repo}`
    const whence = {
      event_name: event,
      event: payload,
      actor: by,
      triggering_actor: by,
      workflow: workflow.name,
      run_id: String(id),
    }
    const where = { repository, repository_owner: github.owner, api_url: github.url, graphql_url: `${github.url}/graphql` }
    const what = { server_url: github.url, sha, ref: `refs/heads/${branch}`, ref_name: branch, run_number: '1', run_attempt: '1' }
    return { github: { ...whence, ...where, ...what }, vars: variables, inputs }
  }

  function onJob(record: JobRecord, at: 'queued' | 'started' | 'ended'): void {
    if (at === 'queued') records.push(record)
    if (at === 'started') github.runs.start({ id: record.run, attempt: 1, runner: record.runner })
    if (at === 'ended') github.runs.endJob(record.run, record.runner)
  }

  function mayDeploy(name: string, branch: string): boolean {
    const branches = github.settings.environments.get(name)?.branches ?? null
    return branches === null || branches.includes(branch)
  }

  async function perform(start: Start): Promise<void> {
    lastRun += 1
    const id = lastRun
    const { workflow, event, branch = defaultBranch } = start
    const contexts = contextsOf(start, id)
    github.runs.start({ id, attempt: 1 })
    const performRun = createRun({
      workflow,
      id,
      event,
      contexts,
      secrets,
      action,
      environment,
      caches,
      cancelScale,
      minuteMs,
      enter,
      running,
      onJob,
      nextRunner: () => `GitHub Actions ${(lastRunner += 1)}`,
      tokenFor: job => github.botToken({ metadata: 'read', ...job.permissions }),
      mayDeploy: name => mayDeploy(name, branch),
    })
    await performRun().finally(() => github.runs.end(id))
  }

  function begin(start: Start): void {
    if (isClosed) return
    const ended: Promise<void> = perform(start)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => active.delete(ended))
    active.add(ended)
  }

  const named = (file: string): Workflow => {
    const workflow = workflows.find(each => each.file === file)
    if (workflow === undefined) throw new Error(`There is no workflow ${file}`)
    return workflow
  }

  const dispatch: Runner['dispatch'] = (file, given = {}, { login = github.owner, branch = defaultBranch } = {}) => {
    const workflow = named(file)
    const inputs = dispatchInputs(workflow, given)
    const payload = {
      inputs: given,
      ref: `refs/heads/${branch}`,
      sender: { login, type: 'User' },
      workflow: `.github/workflows/${file}`,
    }
    begin({ workflow, event: 'workflow_dispatch', payload, by: login, inputs, branch })
  }

  /** What a workflow's own token does starts nothing; GitHub's exceptions come in by `dispatch`. */
  function onEvent({ name, payload, by }: LoopbackEvent): void {
    const where = textAt(payload, 'repository', 'full_name')
    if (by === 'github-actions[bot]' || (where !== undefined && where !== `${github.owner}/${github.repo}`)) return
    const event = name === 'pull_request' ? 'pull_request_target' : name
    const branch = textAt(payload, 'pull_request', 'base', 'ref') ?? textAt(payload, 'ref')?.replace('refs/heads/', '')
    const started = workflows.filter(each => startsOn(each, { name: event, action: textAt(payload, 'action'), branch }))
    for (const workflow of started) begin({ workflow, event, payload, by })
  }
  const stopListening = github.onEvent(onEvent)

  async function idle(): Promise<void> {
    do {
      await Promise.all(active)
      // An event of the last moment may still be on its way.
      await delay(20)
    } while (active.size > 0)
    if (failures.length > 0) throw new AggregateError(failures.splice(0), 'A workflow cannot be played')
  }

  return {
    dispatch,
    tick: cron => {
      const due = workflows.filter(({ on }) => on.schedule?.some(each => each.cron === cron) === true)
      if (due.length === 0) throw new Error(`No workflow is scheduled at ${cron}`)
      for (const workflow of due) begin({ workflow, event: 'schedule', payload: { schedule: cron }, by: github.owner })
    },
    jobs: () => records,
    caches: caches.keys,
    cancel: job => running.get(job)?.cancel(),
    kill: job => running.get(job)?.kill(),
    idle,
    close: async () => {
      isClosed = true
      stopListening()
      while (active.size > 0) {
        for (const job of running.values()) {
          job.cancel()
          job.kill()
        }
        await Promise.race([Promise.all(active), delay(20)])
      }
      caches.close()
    },
  }
}
