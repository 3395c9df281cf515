import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { isShardPath } from '../../src/dataset/database/paths.ts'
import { parseShard, type DatabaseRow } from '../../src/dataset/database/row.ts'
import { readRejects, type Reject } from '../../src/dataset/database/rejects.ts'
import { pipelineStateSchema, type PipelineState } from '../../src/domain/state.ts'
import { taskSchema, type Task } from '../../src/domain/task.ts'
import type { RehearsalOptions } from '../../src/rehearsal/start-rehearsal.ts'
import { runCli, startCli, type Cli, type CliEnd } from '../support/cli.ts'
import { startProvider, type Provider } from '../support/provider.ts'
import { createRepository, git } from '../support/repository.ts'
import { resultOf, type SessionEnd } from '../support/world.ts'

export const pipeline = 'claude-integration'
const model = 'anthropic/claude-sonnet-4.5'

export interface IntegrationWorldOptions {
  readonly provider?: RehearsalOptions
  /** Tokens a session; 85 % of them are the line. */
  readonly tokens?: number
  readonly concurrency?: number
  readonly merge?: 'auto' | 'always' | 'never'
  readonly rehearsal?: boolean
  readonly judgeImports?: boolean
}

/** A data repository whose inbox can be filled, and the embedded provider that judges. */
export interface IntegrationWorld {
  readonly folder: string
  readonly provider: Provider
  /** Commits files on main, as a merge of a delivery would. */
  commit(files: ReadonlyMap<string, string | Uint8Array>): void
  start(...args: readonly string[]): Cli
  /** Any command, in a process that can be killed. */
  startAny(...args: readonly string[]): Cli
  run(...args: readonly string[]): Promise<SessionEnd>
  cli(...args: readonly string[]): Promise<CliEnd>
  /** On main, by path. */
  read(path: string): string
  paths(): readonly string[]
  rows(): readonly DatabaseRow[]
  rejects(): readonly Reject[]
  tasks(): readonly Task[]
  state(): PipelineState
  git(...args: readonly string[]): string
  remove(): Promise<void>
}

const configOf = (url: string, options: IntegrationWorldOptions) => ({
  dataset: { rehearsal: options.rehearsal ?? true },
  accounts: {
    claude: {
      api: 'openai',
      baseUrl: url,
      key: 'REHEARSAL_KEY',
      requestsPerMinute: null,
      concurrency: options.concurrency ?? 4,
      limits: { usd: { budget: 1000 } },
      prices: { [model]: { inputUsdPerMillion: 0.05, outputUsdPerMillion: 0.2, requestUsd: 0 } },
    },
  },
  pipelines: {
    [pipeline]: {
      agent: 'claude',
      kind: 'integration',
      account: 'claude',
      model,
      schedule: { every: '0s', cooldown: '0s' },
      limits: { tokens: { budget: options.tokens ?? 10_000_000, per: 'session', threshold: 0.85 } },
      integration: { merge: options.merge ?? 'auto', judgeImports: options.judgeImports ?? false },
    },
  },
})

const lines = (text: string): string[] => text.split('\n').filter(line => line !== '')

export async function createIntegrationWorld(options: IntegrationWorldOptions = {}): Promise<IntegrationWorld> {
  const provider = await startProvider(options.provider ?? {})
  const { folder, remove } = createRepository()
  const environment = { REHEARSAL_KEY: 'rehearsal', PERPETUAL_CACHE: join(folder, '.git', 'perpetual-cache') }
  const started = new Set<Cli>()
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const start = (args: readonly string[]): Cli => {
    const cli = startCli(args, { folder, environment })
    started.add(cli)
    return cli
  }
  const commit = (files: ReadonlyMap<string, string | Uint8Array>): void => {
    for (const [path, text] of files) write(path, text)
    git(folder, 'add', '--', ...files.keys())
    git(folder, 'commit', '--quiet', '-m', 'Deliver')
  }
  commit(new Map([['.github/perpetual.yml', stringify(configOf(provider.url, options))]]))
  const show = (ref: string, path: string): string => git(folder, 'show', `${ref}:${path}`)
  const list = (ref: string, below = '.'): string[] => lines(git(folder, 'ls-tree', '-r', '--name-only', ref, '--', below))
  const paths = (): readonly string[] => list('main')
  return {
    folder,
    provider,
    commit,
    start: (...args) => start(['run', pipeline, '--json', ...args]),
    startAny: (...args) => start(args),
    run: async (...args) => resultOf(await start(['run', pipeline, '--json', ...args]).ended),
    cli: (...args) => runCli(args, { folder, environment }),
    read: path => show('main', path),
    paths,
    rows: () =>
      paths()
        .filter(isShardPath)
        .flatMap(path => parseShard({ path, text: show('main', path) })),
    rejects: () =>
      paths()
        .filter(path => path.endsWith('.rejects.jsonl'))
        .flatMap(path => readRejects(show('main', path))),
    tasks: () =>
      list('perpetual/state', `tasks/${pipeline}`).map(path => taskSchema.parse(JSON.parse(show('perpetual/state', path)))),
    state: () => pipelineStateSchema.parse(JSON.parse(show('perpetual/state', `pipelines/${pipeline}.json`))),
    git: (...args) => git(folder, ...args),
    remove: async () => {
      for (const cli of started) cli.signal('SIGKILL')
      await Promise.all([...started].map(cli => cli.ended))
      await provider.stop()
      remove()
    },
  }
}
