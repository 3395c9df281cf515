import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CacheStore } from './cache-store.ts'
import { readCommandFile } from './command-file.ts'
import { fillText, holds, type Contexts, type Status } from './expression.ts'
import { startStep, type StepProcess } from './step-process.ts'
import type { Action, Job, Step } from './workflow.ts'

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped'

/** A job as GitHub's page shows it, while it runs and after. */
export interface JobRecord {
  /** The workflow's file name. */
  readonly workflow: string
  readonly job: string
  readonly matrix: Readonly<Record<string, string>>
  readonly event: string
  readonly run: number
  /** The name of the machine, as the Actions API tells it. */
  readonly runner: string
  status: 'waiting' | 'running' | 'completed'
  conclusion: Conclusion | null
  /** Everything that was printed. */
  log: string
  summary: string
  outputs: Readonly<Record<string, string>>
}

export interface JobSetup {
  readonly job: Job
  readonly record: JobRecord
  readonly contexts: Contexts
  readonly action: Action & { readonly path: string }
  /** Variables of the machine itself. */
  readonly environment: Readonly<Record<string, string>>
  readonly caches: CacheStore
  readonly cancelScale: number
  readonly minuteMs: number
}

export interface RunningJob {
  readonly ended: Promise<void>
  cancel(): void
  kill(): void
}

const inputName = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
const fillAll = (values: Readonly<Record<string, string>>, contexts: Contexts): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, text]) => [name, fillText(text, contexts)]))

/** What the runner sets for every step; the event lies in a file. */
function jobVariables({ record, contexts, environment }: JobSetup, machine: string): Record<string, string> {
  const github = contexts['github'] as Readonly<Record<string, string>>
  const event = join(machine, 'event.json')
  writeFileSync(event, JSON.stringify((contexts['github'] as Contexts)['event']))
  const names = ['event_name', 'repository', 'repository_owner', 'api_url', 'graphql_url', 'server_url', 'actor', 'sha', 'ref']
  const more = ['ref_name', 'workflow', 'run_id', 'run_number', 'run_attempt', 'job']
  return {
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    HOME: machine,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_PATH: event,
    GITHUB_WORKSPACE: join(machine, 'workspace'),
    RUNNER_NAME: record.runner,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: join(machine, 'temp'),
    ...Object.fromEntries([...names, ...more].map(name => [`GITHUB_${name.toUpperCase()}`, github[name] ?? ''])),
    ...environment,
  }
}

interface StepEnd {
  readonly outcome: Status
  readonly outputs: Readonly<Record<string, string>>
}

function createMachine(setup: JobSetup) {
  const { job, record, contexts, action } = setup
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-runner-'))
  for (const name of ['workspace', 'temp', 'files']) mkdirSync(join(folder, name))
  const variables = jobVariables(setup, folder)
  const print = (text: string): void => void (record.log += text)
  const ofSteps: Record<string, { readonly outputs: Readonly<Record<string, string>>; readonly outcome: Status }> = {}
  let [hasCheckout, steps, carried]: [boolean, number, Readonly<Record<string, string>>] = [false, 0, {}]
  let current: StepProcess | undefined
  /** What `actions/cache` does after a job that succeeded. */
  const saves: (() => void)[] = []

  const runner = { name: record.runner, temp: join(folder, 'temp') }
  const known = (): Contexts => ({ ...contexts, steps: ofSteps, job: { status: 'success' }, runner })

  function restoreCache(given: Step['with'], at: Contexts): StepEnd {
    const { key = '', path = '', 'restore-keys': prefix = '' } = fillAll(given, at)
    const found = setup.caches.restore({ key, prefix, folder: path })
    print(found === undefined ? `Cache not found for input keys: ${key}, ${prefix}\n` : `Cache restored from key: ${found}\n`)
    if (found !== key) saves.push(() => setup.caches.save(key, path))
    return { outcome: 'success', outputs: { 'cache-hit': found === undefined ? '' : String(found === key) } }
  }

  /** What to spawn; undefined where the step is the checkout, which has nothing to bring here. */
  function commandOf({ uses, run, with: given }: Step, at: Contexts) {
    if (run !== undefined) {
      const script = join(folder, 'files', `${steps}.sh`)
      writeFileSync(script, fillText(run, at))
      return { command: 'bash', args: ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], inputs: {} }
    }
    if (uses?.startsWith('actions/checkout@') === true) return undefined
    if (uses === './' && !hasCheckout)
      throw new Error(
        "Can't find 'action.yml' under the workspace. Did you forget to run actions/checkout before your local action?",
      )
    if (uses !== './' && !/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/.test(uses ?? '')) throw new Error(`The driver does not play ${uses}`)
    const unexpected = Object.keys(given).filter(name => action.inputs[name] === undefined)
    if (unexpected.length > 0) print(`##[warning]Unexpected input(s) '${unexpected.join("', '")}'\n`)
    const values = Object.entries(action.inputs).map(([name, { default: value = '' }]) => [
      inputName(name),
      fillText(given[name] ?? value, at),
    ])
    return { command: process.execPath, args: [action.path], inputs: Object.fromEntries(values) as Record<string, string> }
  }

  /** The files that a step writes its outputs, variables and summary to; the runner makes them empty. */
  function commandFiles(): Record<string, string> {
    const names = ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY']
    const paths = names.map(name => [`GITHUB_${name}`, join(folder, 'files', `${steps}.${name}`)])
    for (const [, path = ''] of paths) writeFileSync(path, '')
    return Object.fromEntries(paths) as Record<string, string>
  }

  async function perform(step: Step, isCancelled: () => boolean): Promise<StepEnd> {
    steps += 1
    const stepVariables = { ...fillAll(job.env, known()), ...carried }
    const at = { ...known(), env: stepVariables }
    print(`##[group]Run ${step.run ?? step.uses ?? ''}\n##[endgroup]\n`)
    if (step.uses?.startsWith('actions/cache@') === true) return restoreCache(step.with, at)
    const spawned = commandOf(step, at)
    if (spawned === undefined) {
      hasCheckout = true
      return { outcome: job.permissions['contents'] === undefined ? 'failure' : 'success', outputs: {} }
    }
    const files = commandFiles()
    const environment = { ...variables, ...stepVariables, ...fillAll(step.env, at), ...spawned.inputs, ...files }
    const where = join(folder, 'workspace')
    const { command, args } = spawned
    current = startStep({ command, args, folder: where, environment, print, cancelScale: setup.cancelScale })
    const code = await current.ended
    current = undefined
    const read = (name: string): string => readFileSync(files[name] ?? '', 'utf8')
    record.summary += read('GITHUB_STEP_SUMMARY')
    carried = { ...carried, ...readCommandFile(read('GITHUB_ENV')) }
    if (code !== 0 && !isCancelled()) print(`##[error]Process completed with exit code ${code}.\n`)
    return {
      outcome: isCancelled() ? 'cancelled' : code === 0 ? 'success' : 'failure',
      outputs: readCommandFile(read('GITHUB_OUTPUT')),
    }
  }

  return {
    known,
    note: (step: Step, end: StepEnd): void => void (step.id !== undefined && (ofSteps[step.id] = end)),
    perform,
    print,
    saveCaches: (): void => saves.forEach(save => save()),
    cancel: (): void => current?.cancel(),
    kill: (): void => current?.kill(),
    remove: (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** Performs a job's steps one after the other; the record says how it stands. */
export function startJob(setup: JobSetup): RunningJob {
  const { job, record, minuteMs } = setup
  const machine = createMachine(setup)
  let status: Status = 'success'
  const isCancelled = (): boolean => status === 'cancelled'
  const cancel = (why: string): void => {
    if (record.status !== 'running' || isCancelled()) return
    status = 'cancelled'
    machine.print(`##[error]${why}\n`)
    machine.cancel()
  }

  async function perform(): Promise<void> {
    record.status = 'running'
    const minutes = job['timeout-minutes']
    const timer = setTimeout(() => cancel(`The job has exceeded the maximum execution time of ${minutes}m`), minutes * minuteMs)
    try {
      for (const step of job.steps) {
        if (!holds(step.if, machine.known(), status)) continue
        const end = await machine.perform(step, isCancelled)
        machine.note(step, end)
        if (status === 'success') status = end.outcome
      }
      if (status === 'success') machine.saveCaches()
      const outputs = Object.entries(job.outputs).map(([name, text]) => [name, fillText(text, machine.known())])
      record.outputs = Object.fromEntries(outputs.filter(([, value]) => value !== '')) as Record<string, string>
    } catch (error) {
      machine.print(`##[error]${error instanceof Error ? error.message : String(error)}\n`)
      if (!isCancelled()) status = 'failure'
    } finally {
      clearTimeout(timer)
      machine.remove()
      record.status = 'completed'
      record.conclusion = status
    }
  }
  return { ended: perform(), cancel: () => cancel('The operation was canceled.'), kill: machine.kill }
}
