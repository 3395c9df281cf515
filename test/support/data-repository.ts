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
  /** Research pipelines that share the account, each with tasks of its own. */
  readonly pipelines?: readonly string[]
  /** The variable that holds the provider's key. */
  readonly key?: string
  /** Sends a day; 85 % of them are the line. */
  readonly budget?: number
  /** Dollars a day. */
  readonly usd?: number
  readonly concurrency?: number
  readonly lease?: string
  readonly callsPerIndicator?: number
  /** So many institutional topics as tasks, in place of assignments. */
  readonly topics?: number
  readonly assignments?: number
  readonly indicators?: number
  /** Parts that may wait for a review before new work pauses. */
  readonly maxWaiting?: number
  /** How long the spans are of which each may see one session begin. */
  readonly every?: string
  /** Whom a pipeline runs after. */
  readonly after?: Readonly<Record<string, readonly string[]>>
}

/** A pair as it stands in a delivered part, with where it was found. */
export interface DeliveredPair extends PairRow {
  readonly id: string
  readonly path: string
  readonly branch: string
}

/** What is committed in a data repository, on whatever forge. */
export interface CommittedState {
  readonly pipeline: string
  tasks(): readonly Task[]
  account(): AccountState
  pipelineState(): PipelineState
  outcomes(): readonly Outcome[]
  handoffs(): ReadonlyMap<string, string>
  history(): readonly { readonly session: string }[]
  /** All pairs of all delivered parts: on the branch while it is there, else on main. */
  pairs(): readonly DeliveredPair[]
}

/** A data repository with tasks, and what is committed in it as anybody with git can read it. */
export interface DataRepository extends CommittedState {
  readonly folder: string
  git(...args: readonly string[]): string
  /** The same of another pipeline. */
  of(pipeline: string): CommittedState
  remove(): void
}

/** How the files of the state branch are read, and a delivered file by its branch and path. */
export interface CommittedFiles {
  readonly below: (folder: string) => ReadonlyMap<string, string>
  readonly delivered: (branch: string, path: string) => string
}

const model = 'deepseek/deepseek-v4-flash'

const pipelinesOf = ({ pipelines }: Pick<DataRepositoryOptions, 'pipelines'>): readonly string[] => pipelines ?? [pipeline]

/** `zai` of `zai-institutional`. */
const agentOf = (name: string): string => name.split('-')[0] ?? name

export const configOf = (options: DataRepositoryOptions) => ({
  accounts: {
    rehearsal: {
      api: 'openai',
      baseUrl: options.providerUrl,
      key: options.key ?? 'REHEARSAL_KEY',
      requestsPerMinute: null,
      concurrency: options.concurrency ?? 16,
      limits: { calls: { budget: options.budget ?? 1000, per: 'day', threshold: 0.85 }, usd: { budget: options.usd ?? 1000 } },
      // What the embedded provider charges, and as much a request as its search costs.
      prices: { [model]: { inputUsdPerMillion: 0.05, outputUsdPerMillion: 0.2, requestUsd: 0.0005 } },
    },
  },
  pipelines: Object.fromEntries(
    pipelinesOf(options).map(name => [
      name,
      {
        agent: agentOf(name),
        kind: 'research',
        account: 'rehearsal',
        model,
        judgeModel: model,
        schedule: {
          every: options.every ?? '0s',
          cooldown: '0s',
          lease: options.lease ?? '10m',
          after: options.after?.[name] ?? [],
        },
        research: { callsPerIndicator: options.callsPerIndicator ?? 100 },
      },
    ]),
  ),
  reviews: { maxWaiting: options.maxWaiting ?? 10_000 },
})

interface Seeds {
  readonly tasks: readonly { readonly indicators: readonly object[] }[]
}

/** The first assignments of the seeds; `nth` takes those of the n-th pipeline, which no other one has. */
export const seedsOf = (
  { assignments = 2, indicators = 5 }: Pick<DataRepositoryOptions, 'assignments' | 'indicators'>,
  nth = 0,
): Seeds => {
  const { tasks } = parse(readFileSync(new URL(`../../tasks/${pipeline}.yml`, import.meta.url), 'utf8')) as Seeds
  const own = tasks.slice(nth * assignments, (nth + 1) * assignments)
  return { tasks: own.map(task => ({ ...task, indicators: task.indicators.slice(0, indicators) })) }
}

export const topicsOf = (count: number): { readonly tasks: readonly unknown[] } => {
  const file = new URL('../../tasks/zai-institutional.yml', import.meta.url)
  const { tasks } = parse(readFileSync(file, 'utf8')) as { tasks: readonly unknown[] }
  return { tasks: tasks.slice(0, count) }
}

const linesOf = (text: string): string[] => text.split('\n').filter(line => line !== '')

/** Files of the state branch at one commit, by path. */
function readStateFiles(folder: string, below: string): ReadonlyMap<string, string> {
  const head = git(folder, 'rev-parse', stateBranch)
  const paths = linesOf(git(folder, 'ls-tree', '-r', '--name-only', head, '--', below))
  return new Map(paths.map(path => [path, git(folder, 'show', `${head}:${path}`)]))
}

const readPairs = (tasks: readonly Task[], delivered: CommittedFiles['delivered']): DeliveredPair[] =>
  tasks
    .flatMap(task => task.parts)
    .filter(part => part.state !== 'intended')
    .flatMap(({ branch, paths }) =>
      paths
        .filter(path => path.endsWith('.json'))
        .flatMap(path => {
          const { indicator_id: indicator, pairs } = parsePairFile(delivered(branch, path))
          return pairs.map(pair => ({ ...pair, id: pairId(indicator, pair.question), path, branch }))
        }),
    )

/** Of one pipeline and its account. */
export interface CommittedNames {
  readonly pipeline: string
  readonly account: string
}

/** The state's files, parsed. */
export function readCommitted(
  { below, delivered }: CommittedFiles,
  names: CommittedNames = { pipeline, account: 'rehearsal' },
): CommittedState {
  const file = (path: string): unknown => JSON.parse(below(path).get(path) ?? 'null')
  const rows = (folder: string): string[] => [...below(folder).values()].flatMap(linesOf)
  const tasks = (): Task[] => [...below(`tasks/${names.pipeline}/`).values()].map(text => taskSchema.parse(JSON.parse(text)))
  const history = () => rows('history/').map(line => JSON.parse(line) as { session: string; pipeline: string })
  return {
    pipeline: names.pipeline,
    tasks,
    account: () => accountStateSchema.parse(file(`ledgers/${names.account}.json`)),
    pipelineState: () => pipelineStateSchema.parse(file(`pipelines/${names.pipeline}.json`)),
    outcomes: () => rows(`results/${names.pipeline}/`).map(line => outcomeSchema.parse(JSON.parse(line))),
    handoffs: () => below(`handoffs/${names.pipeline}/`),
    history: () => history().filter(line => line.pipeline === names.pipeline),
    pairs: () => readPairs(tasks(), delivered),
  }
}

/** Makes a data repository with its configuration committed and its tasks imported by the real command. */
export async function createDataRepository(
  options: DataRepositoryOptions,
  environment: Readonly<Record<string, string>>,
): Promise<DataRepository> {
  const { folder, remove } = createRepository()
  for (const name of ['.github', 'tasks']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, '.github', 'perpetual.yml'), stringify(configOf(options)))
  for (const [nth, name] of pipelinesOf(options).entries())
    writeFileSync(
      join(folder, 'tasks', `${name}.yml`),
      stringify(options.topics === undefined ? seedsOf(options, nth) : topicsOf(options.topics), {
        aliasDuplicateObjects: false,
      }),
    )
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '-m', 'Set up')
  const imported = await runCli(['tasks', 'import', '--quiet'], { folder, environment })
  if (imported.code !== 0) throw new Error(`The import failed: ${imported.stderr}`)
  const isThere = (branch: string) => git(folder, 'for-each-ref', '--format=%(refname)', `refs/heads/${branch}`) !== ''
  const of = (name: string): CommittedState =>
    readCommitted(
      {
        below: path => readStateFiles(folder, path),
        delivered: (branch, path) => git(folder, 'show', `${isThere(branch) ? branch : 'main'}:${path}`),
      },
      { pipeline: name, account: 'rehearsal' },
    )
  return {
    ...of(pipelinesOf(options)[0] ?? pipeline),
    of,
    folder,
    git: (...args) => git(folder, ...args),
    remove,
  }
}
