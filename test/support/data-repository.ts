import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { pairId } from '../../src/dataset/pair-id.ts'
import { parsePairFile, type PairRow } from '../../src/dataset/pair-rows.ts'
import { accountStateSchema, pipelineStateSchema, type AccountState, type PipelineState } from '../../src/domain/state.ts'
import { taskSchema, type Task } from '../../src/domain/task.ts'
import { outcomeSchema, type Outcome } from '../../src/domain/work.ts'
import { runCli } from './cli.ts'
import { createRepository, git } from './repository.ts'

export const pipeline = 'droid-research'
const stateBranch = 'perpetual/state'

export interface DataRepositoryOptions {
  readonly providerUrl: string
  /** Sends a day; 85 % of them are the line. */
  readonly budget?: number
  /** Dollars a day. */
  readonly usd?: number
  readonly concurrency?: number
  readonly lease?: string
  readonly callsPerIndicator?: number
  readonly assignments?: number
  readonly indicators?: number
}

/** A pair as it stands in a delivered part, with where it was found. */
export interface DeliveredPair extends PairRow {
  readonly id: string
  readonly path: string
  readonly branch: string
}

/** A data repository with tasks, and what is committed in it as anybody with git can read it. */
export interface DataRepository {
  readonly folder: string
  git(...args: readonly string[]): string
  tasks(): readonly Task[]
  account(): AccountState
  pipelineState(): PipelineState
  outcomes(): readonly Outcome[]
  handoffs(): ReadonlyMap<string, string>
  history(): readonly { readonly session: string }[]
  /** All pairs of all delivered parts: on the branch while it is there, else on main. */
  pairs(): readonly DeliveredPair[]
  remove(): void
}

const model = 'deepseek/deepseek-v4-flash'

const configOf = (options: DataRepositoryOptions) => ({
  accounts: {
    rehearsal: {
      api: 'openai',
      baseUrl: options.providerUrl,
      key: 'REHEARSAL_KEY',
      requestsPerMinute: null,
      concurrency: options.concurrency ?? 16,
      limits: { calls: { budget: options.budget ?? 1000, per: 'day', threshold: 0.85 }, usd: { budget: options.usd ?? 1000 } },
      // What the embedded provider charges, and as much a request as its search costs.
      prices: { [model]: { inputUsdPerMillion: 0.05, outputUsdPerMillion: 0.2, requestUsd: 0.0005 } },
    },
  },
  pipelines: {
    [pipeline]: {
      agent: 'droid',
      kind: 'research',
      account: 'rehearsal',
      model,
      judgeModel: model,
      schedule: { cooldown: '0s', lease: options.lease ?? '10m' },
      research: { callsPerIndicator: options.callsPerIndicator ?? 100 },
    },
  },
})

interface Seeds {
  readonly tasks: readonly { readonly indicators: readonly object[] }[]
}

const seedsOf = ({ assignments = 2, indicators = 5 }: DataRepositoryOptions): Seeds => {
  const { tasks } = parse(readFileSync(new URL(`../../tasks/${pipeline}.yml`, import.meta.url), 'utf8')) as Seeds
  return { tasks: tasks.slice(0, assignments).map(task => ({ ...task, indicators: task.indicators.slice(0, indicators) })) }
}

const linesOf = (text: string): string[] => text.split('\n').filter(line => line !== '')

/** Files of the state branch at one commit, by path. */
function readStateFiles(folder: string, below: string): ReadonlyMap<string, string> {
  const head = git(folder, 'rev-parse', stateBranch)
  const paths = linesOf(git(folder, 'ls-tree', '-r', '--name-only', head, '--', below))
  return new Map(paths.map(path => [path, git(folder, 'show', `${head}:${path}`)]))
}

function readPairs(folder: string, tasks: readonly Task[]): DeliveredPair[] {
  const parts = tasks.flatMap(task => task.parts).filter(part => part.state !== 'intended')
  return parts.flatMap(({ branch, paths }) => {
    const isThere = linesOf(git(folder, 'for-each-ref', '--format=%(refname)', `refs/heads/${branch}`)).length > 0
    return paths
      .filter(path => path.endsWith('.json'))
      .flatMap(path => {
        const { indicator_id: indicator, pairs } = parsePairFile(git(folder, 'show', `${isThere ? branch : 'main'}:${path}`))
        return pairs.map(pair => ({ ...pair, id: pairId(indicator, pair.question), path, branch }))
      })
  })
}

/** Makes a data repository with its configuration committed and its tasks imported by the real command. */
export async function createDataRepository(
  options: DataRepositoryOptions,
  environment: Readonly<Record<string, string>>,
): Promise<DataRepository> {
  const { folder, remove } = createRepository()
  for (const name of ['.github', 'tasks']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, '.github', 'perpetual.yml'), stringify(configOf(options)))
  writeFileSync(join(folder, 'tasks', `${pipeline}.yml`), stringify(seedsOf(options), { aliasDuplicateObjects: false }))
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '-m', 'Set up')
  const imported = await runCli(['tasks', 'import', '--quiet'], { folder, environment })
  if (imported.code !== 0) throw new Error(`The import failed: ${imported.stderr}`)
  const files = (below: string) => readStateFiles(folder, below)
  const file = (path: string): unknown => JSON.parse(git(folder, 'show', `${stateBranch}:${path}`))
  const tasks = (): Task[] => [...files('tasks/').values()].map(text => taskSchema.parse(JSON.parse(text)))
  const rows = (below: string): string[] => [...files(below).values()].flatMap(linesOf)
  return {
    folder,
    git: (...args) => git(folder, ...args),
    tasks,
    account: () => accountStateSchema.parse(file('ledgers/rehearsal.json')),
    pipelineState: () => pipelineStateSchema.parse(file(`pipelines/${pipeline}.json`)),
    outcomes: () => rows('results/').map(line => outcomeSchema.parse(JSON.parse(line))),
    handoffs: () => files('handoffs/'),
    history: () => rows('history/').map(line => JSON.parse(line) as { session: string }),
    pairs: () => readPairs(folder, tasks()),
    remove,
  }
}
