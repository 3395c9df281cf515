import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { LoopbackEvent } from '../loopback/interface.ts'
import type { JobRecord } from './job.ts'
import { startRunner, type Runner, type RunnerGithub, type RunnerOptions } from './start-runner.ts'

/** What a job's own process saw. */
export interface Probed {
  readonly job: JobRecord
  readonly inputs: Readonly<Record<string, string>>
  readonly variables: Readonly<Record<string, string>>
  readonly event: Readonly<Record<string, unknown>>
}

/** An action with this project's inputs that prints what it was given, and of `plan` the pipelines that PROBE_PIPELINES lists. */
const script = `
const { appendFileSync, readFileSync } = require('node:fs')
const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'))
const entries = Object.entries(process.env)
const inputs = Object.fromEntries(entries.filter(([name]) => name.startsWith('INPUT_')).map(([name, value]) => [name.slice(6).toLowerCase(), value]))
console.log('PROBED ' + JSON.stringify({ inputs, variables: process.env, event }))
if (inputs.command === 'plan') appendFileSync(process.env.GITHUB_OUTPUT, 'pipelines<<END\\n' + (process.env.PROBE_PIPELINES ?? '[]') + '\\nEND\\n')
appendFileSync(process.env.GITHUB_STEP_SUMMARY, 'did ' + inputs.command + '\\n')
if (process.env.PROBE_SCRIPT) eval(process.env.PROBE_SCRIPT)
`

export interface Probe {
  readonly runner: Runner
  /** What botToken was asked for, oldest first. */
  readonly tokens: readonly Readonly<Record<string, string>>[]
  /** What GitHub was told of runs and jobs. */
  readonly told: readonly string[]
  readonly branchesOf: (environment: string, branches: string[]) => void
  emit(event: LoopbackEvent): void
  /** What every job that ran the action saw. */
  seen(): readonly Probed[]
  /** `workflow/job[ matrix]: conclusion` of every job that was not skipped. */
  ran(): readonly string[]
  close(): Promise<void>
}

const root = join(import.meta.dirname, '..', '..')

/** A driver with nothing but a stand-in for the parts of GitHub that it leans on. */
export async function startProbe(options: Partial<RunnerOptions> = {}): Promise<Probe> {
  const action = mkdtempSync(join(tmpdir(), 'perpetual-probe-'))
  const { inputs, outputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Readonly<Record<string, unknown>>
  writeFileSync(
    join(action, 'action.yml'),
    stringify({ name: 'Probe', inputs, outputs, runs: { using: 'node24', main: 'probe.cjs' } }),
  )
  writeFileSync(join(action, 'probe.cjs'), script)
  const [tokens, told] = [new Array<Readonly<Record<string, string>>>(), new Array<string>()]
  const environments: RunnerGithub['settings']['environments'] = new Map()
  let listener: ((event: LoopbackEvent) => void) | undefined
  const github = {
    url: 'http://127.0.0.1:9',
    owner: 'acme',
    repo: 'pairs',
    botToken: (permissions: Readonly<Record<string, string>>) => `token-${tokens.push(permissions)}`,
    branches: () => new Map([['main', 'a'.repeat(40)]]),
    onEvent: (given: typeof listener) => {
      listener = given
      return () => (listener = undefined)
    },
    runs: {
      start: ({ id, runner }: { readonly id: number; readonly runner?: string }) =>
        void told.push(`start ${id}${runner === undefined ? '' : ` ${runner}`}`),
      end: (id: number) => void told.push(`end ${id}`),
      endJob: (id: number, runner: string) => void told.push(`end ${id} ${runner}`),
    },
    settings: { variables: new Map<string, string>(), environments },
  } as unknown as RunnerGithub
  const workflows = join(root, '.github', 'workflows')
  const runner = await startRunner({ github, workflows, action, variables: { PERPETUAL_ENABLED: 'true' }, ...options })
  const nameOf = ({ workflow, job, matrix }: JobRecord): string => [`${workflow}/${job}`, ...Object.values(matrix)].join(' ')
  return {
    runner,
    tokens,
    told,
    branchesOf: (environment, branches) =>
      void environments.set(environment, { secrets: new Set(), variables: new Map(), branches }),
    emit: event => listener?.(event),
    seen: () =>
      runner.jobs().flatMap(job => {
        const text = /^PROBED (.*)$/m.exec(job.log)?.[1]
        return text === undefined ? [] : [{ job, ...(JSON.parse(text) as Omit<Probed, 'job'>) }]
      }),
    ran: () =>
      runner
        .jobs()
        .filter(({ conclusion }) => conclusion !== 'skipped')
        .map(job => `${nameOf(job)}: ${job.conclusion ?? job.status}`),
    close: async () => {
      await runner.close()
      rmSync(action, { recursive: true, force: true })
    },
  }
}
