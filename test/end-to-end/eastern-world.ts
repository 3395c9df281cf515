import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { parsePairFile, type PairRow } from '../../src/dataset/pair-rows.ts'
import { slotBoardSchema, type SlotBoard } from '../../src/domain/slot.ts'
import { taskSchema, type Task } from '../../src/domain/task.ts'
import { outcomeSchema, type Outcome } from '../../src/domain/work.ts'
import { runCli, startCli, type Cli, type CliEnd } from '../support/cli.ts'
import type { Provider } from '../support/provider.ts'
import { createRepository, git } from '../support/repository.ts'
import { resultOf, type SessionEnd } from '../support/world.ts'

export const pipeline = 'droid-eastern'
const model = 'gemini-3.6-flash'

export interface EasternOptions {
  /** Videos by task; those that begin with `refuse` are refused by batches. */
  readonly videos: readonly (readonly string[])[]
  readonly videosPerJob?: number
}

/** A data repository whose tasks are videos, and two keys of the embedded provider. */
export interface EasternRepository {
  readonly folder: string
  /** The time of the next commands, ISO 8601. */
  setNow(instant: string): void
  start(): Cli
  run(): Promise<SessionEnd>
  cli(...args: readonly string[]): Promise<CliEnd>
  tasks(): readonly Task[]
  board(): SlotBoard
  outcomes(): readonly Extract<Outcome, { type: 'batch' }>[]
  /** Of all delivered parts. */
  pairs(): readonly PairRow[]
  handoffs(): number
  remove(): Promise<void>
}

export const videoIds = (count: number, from = 1): readonly string[] =>
  Array.from({ length: count }, (_, index) => `video${String(from + index).padStart(6, '0')}`)

const configOf = (url: string, { videosPerJob = 1 }: EasternOptions) => {
  const account = (key: string) => ({
    api: 'gemini',
    baseUrl: url,
    key,
    limits: { usd: { budget: 1000 } },
    prices: { [model]: { inputUsdPerMillion: 0.05, outputUsdPerMillion: 0.2, requestUsd: 0 } },
  })
  return {
    accounts: { gemini: account('GEMINI_API_KEY'), 'sister-gemini': account('SISTER_GEMINI_API_KEY') },
    pipelines: {
      [pipeline]: {
        agent: 'droid',
        kind: 'batch',
        accounts: ['gemini', 'sister-gemini'],
        model,
        schedule: { every: '0s', cooldown: '0s', lease: '10m' },
        batch: { expectedPairs: 3, videosPerJob },
      },
    },
  }
}

const lines = (text: string): string[] => text.split('\n').filter(line => line !== '')

export async function createEasternRepository(provider: Provider, options: EasternOptions): Promise<EasternRepository> {
  const { folder, remove } = createRepository('perpetual-eastern-')
  let offsetMs = 0
  const environment = () => ({
    GEMINI_API_KEY: 'gemini-key',
    SISTER_GEMINI_API_KEY: 'sister-key',
    PERPETUAL_CLOCK_OFFSET_MS: String(offsetMs),
  })
  const started = new Set<Cli>()
  const start = (): Cli => {
    const cli = startCli(['run', pipeline, '--json', '--force'], { folder, environment: environment() })
    started.add(cli)
    return cli
  }
  const files = (below: string): readonly string[] =>
    lines(git(folder, 'ls-tree', '-r', '--name-only', 'perpetual/state', '--', below)).map(path =>
      git(folder, 'show', `perpetual/state:${path}`),
    )
  const tasks = (): readonly Task[] => files(`tasks/${pipeline}/`).map(text => taskSchema.parse(JSON.parse(text)))
  for (const name of ['.github', 'tasks']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, '.github', 'perpetual.yml'), stringify(configOf(provider.urls.gemini, options)))
  const seeds = options.videos.map((ids, index) => ({
    id: `videos-${index + 1}`,
    title: `Lectures ${index + 1}`,
    priority: 'p1',
    videos: ids.map(id => `https://www.youtube.com/watch?v=${id}`),
  }))
  writeFileSync(join(folder, 'tasks', `${pipeline}.yml`), stringify({ tasks: seeds }))
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '-m', 'Set up')
  const imported = await runCli(['tasks', 'import', '--quiet'], { folder, environment: environment() })
  if (imported.code !== 0) throw new Error(`The import failed: ${imported.stderr}`)
  return {
    folder,
    tasks,
    start,
    setNow: instant => {
      offsetMs = Date.parse(instant) - Date.now()
    },
    run: async () => resultOf(await start().ended),
    cli: (...args) => runCli(args, { folder, environment: environment() }),
    board: () => slotBoardSchema.parse(JSON.parse(git(folder, 'show', `perpetual/state:slots/${pipeline}.json`))),
    outcomes: () =>
      files(`results/${pipeline}/`)
        .flatMap(lines)
        .map(line => outcomeSchema.parse(JSON.parse(line)))
        .filter(outcome => outcome.type === 'batch'),
    pairs: () =>
      tasks()
        .flatMap(task => task.parts)
        .flatMap(({ branch, paths }) => paths.filter(path => path.endsWith('.json')).map(path => ({ branch, path })))
        .flatMap(({ branch, path }) => parsePairFile(git(folder, 'show', `${branch}:${path}`)).pairs),
    handoffs: () => files(`handoffs/${pipeline}/`).length,
    remove: async () => {
      for (const cli of started) cli.signal('SIGKILL')
      await Promise.all([...started].map(cli => cli.ended))
      remove()
    },
  }
}
