import { join } from 'node:path'
import { stringify } from 'yaml'
import { parseTaskFile } from '../../src/config/task-file.ts'
import { parsePairFile, type PairRow } from '../../src/dataset/pair-rows.ts'
import type { Part } from '../../src/domain/task.ts'
import type { JobRecord } from '../runner/job.ts'
import { startRunner, type Runner } from '../runner/start-runner.ts'
import { configOf, pipeline, seedsOf } from '../support/data-repository.ts'
import type { Provider } from '../support/provider.ts'
import { createGithubWorld, type GithubWorld, type GithubWorldOptions } from './github-world.ts'

const root = join(import.meta.dirname, '..', '..')
const at = { owner: 'acme', repo: 'pairs' }

/** A provider's key as the environment's secret holds it. */
export const secret = 'sk-or-v1-0123456789abcdef0123456789abcdef'

/** A repository in which nothing happens but by this project's workflows: people act, events and the schedule start them. */
export interface FlowWorld extends Pick<GithubWorld, 'github' | 'provider' | 'committed' | 'remove'> {
  readonly runner: Runner
  /** What the assignment's form renders, for the first indicators of a seed. */
  form(assignment: number, indicators: number): { readonly title: string; readonly body: string }
  /** Waits until nothing runs; returns the jobs that ran since the last call, `workflow/job[ matrix]: conclusion`. */
  settled(): Promise<readonly string[]>
  /** The jobs of the last `settled`. */
  last(): readonly JobRecord[]
  labels(issue: number): Promise<readonly string[]>
  comments(issue: number): Promise<readonly { readonly by: string; readonly body: string }[]>
  /** How many commits a branch has above main, and by whom. */
  commits(branch: string): Promise<readonly string[]>
  pairs(part: Part): Promise<readonly PairRow[]>
  moveTo(instant: string): Promise<void>
}

const nameOf = ({ workflow, job, matrix, conclusion, status }: JobRecord): string =>
  `${[`${workflow}/${job}`, ...Object.values(matrix)].join(' ')}: ${conclusion ?? status}`

export interface FlowWorldOptions extends GithubWorldOptions {
  /** The environment's secrets beside the first key. */
  readonly secrets?: Readonly<Record<string, string>>
  /** The whole configuration, in place of one research pipeline's. */
  readonly configure?: (urls: Provider['urls']) => object
}

export async function createFlowWorld({ configure, secrets: more, ...options }: FlowWorldOptions): Promise<FlowWorld> {
  const world = await createGithubWorld({ ...options, tasks: false })
  const { github, provider } = world
  const usual = () => configOf({ ...options, providerUrl: provider.url, key: 'OPENROUTER_API_KEY' })
  const config = stringify(configure?.(provider.urls) ?? usual())
  const { commit } = github
  await commit('curator', 'main', [
    { path: '.github/perpetual.yml', text: config },
    { path: `tasks/${pipeline}.yml`, text: null },
  ])
  const clock = (): string => world.environment()['PERPETUAL_CLOCK_OFFSET_MS'] ?? '0'
  const environment = { PERPETUAL_CLOCK_OFFSET_MS: clock() }
  const secrets = { OPENROUTER_API_KEY: secret, ...more }
  const runner = await startRunner({ github, workflows: join(root, '.github', 'workflows'), secrets, environment })
  let seen = 0
  let last: readonly JobRecord[] = []
  const { rest } = github.as('curator')
  return {
    github,
    provider,
    committed: world.committed,
    runner,
    form: (assignment, indicators) => {
      const text = stringify(seedsOf({ assignments: assignment, indicators }))
      const seed = parseTaskFile(text, 'seeds', { name: pipeline, kind: 'research' })[assignment - 1]
      if (seed === undefined) throw new Error(`There is no assignment ${assignment}`)
      return { title: seed.title, body: seed.body }
    },
    settled: async () => {
      await runner.idle()
      last = runner
        .jobs()
        .slice(seen)
        .filter(({ conclusion }) => conclusion !== 'skipped')
      seen = runner.jobs().length
      return last.map(nameOf)
    },
    last: () => last,
    labels: async number => {
      const { data } = await rest.issues.get({ ...at, issue_number: number })
      return data.labels.map(label => (typeof label === 'string' ? label : (label.name ?? ''))).toSorted()
    },
    comments: async number => {
      const { data } = await rest.issues.listComments({ ...at, issue_number: number })
      return data.map(({ user, body = '' }) => ({ by: user?.login ?? '', body }))
    },
    commits: async branch => {
      const { data } = await rest.repos.compareCommitsWithBasehead({ ...at, basehead: `main...${branch}` })
      return data.commits.map(({ commit: { message } }) => message.split('\n')[0] ?? '')
    },
    pairs: async ({ branch, paths }) => {
      const files = await github.files(branch)
      return paths.filter(path => path.endsWith('.json')).flatMap(path => parsePairFile(files.get(path) ?? '').pairs)
    },
    moveTo: async instant => {
      await world.moveTo(instant)
      environment.PERPETUAL_CLOCK_OFFSET_MS = clock()
    },
    remove: async () => {
      await runner.close()
      await world.remove()
    },
  }
}
