import { join } from 'node:path'
import type { JobRecord } from '../runner/job.ts'
import { startRunner, type Runner } from '../runner/start-runner.ts'
import { createGithubWorld, type GithubWorld, type GithubWorldOptions } from './github-world.ts'

export const at = { owner: 'acme', repo: 'pairs' } as const

/** A comment as everybody sees it. */
export interface Seen {
  readonly id: number
  readonly by: string
  readonly body: string
}

/** What people do and see in the repository of a world. */
export interface Place {
  title(issue: number): Promise<string>
  state(issue: number): Promise<string>
  labels(issue: number): Promise<readonly string[]>
  comments(issue: number): Promise<readonly Seen[]>
  /** Opens an issue; returns its number. */
  open(login: string, issue: { readonly title: string; readonly body: string }): Promise<number>
  say(login: string, issue: number, body: string): Promise<void>
  label(login: string, issue: number, name: string): Promise<void>
  edit(
    login: string,
    issue: number,
    change: { readonly title?: string; readonly body?: string; readonly state?: 'open' | 'closed' },
  ): Promise<void>
}

export function placeOf({ github }: Pick<GithubWorld, 'github'>): Place {
  const client = (login: string) => github.as(login).rest
  const load = async (issue_number: number) => (await client('curator').issues.get({ ...at, issue_number })).data
  return {
    title: async issue => (await load(issue)).title,
    state: async issue => (await load(issue)).state,
    labels: async issue =>
      (await load(issue)).labels.map(label => (typeof label === 'string' ? label : (label.name ?? ''))).toSorted(),
    comments: async issue_number => {
      const { data } = await client('curator').issues.listComments({ ...at, issue_number, per_page: 100 })
      return data.map(({ id, user, body = '' }) => ({ id, by: user?.login ?? '', body }))
    },
    open: async (login, issue) => (await client(login).issues.create({ ...at, ...issue })).data.number,
    say: async (login, issue_number, body) => void (await client(login).issues.createComment({ ...at, issue_number, body })),
    label: async (login, issue_number, name) =>
      void (await client(login).issues.addLabels({ ...at, issue_number, labels: [name] })),
    edit: async (login, issue_number, change) => void (await client(login).issues.update({ ...at, issue_number, ...change })),
  }
}

/** A world in which this project's workflows answer events, and people do things. */
export interface Stage extends GithubWorld, Place {
  readonly runner: Runner
  /** Waits until nothing runs; returns the jobs that ran since the last call. */
  settled(): Promise<readonly JobRecord[]>
}

const workflows = join(import.meta.dirname, '..', '..', '.github', 'workflows')

export interface StageOptions extends GithubWorldOptions {
  /** Of the environment that the jobs run in. */
  readonly secrets?: Readonly<Record<string, string>>
}

export async function createStage({ secrets = {}, ...options }: StageOptions): Promise<Stage> {
  const world = await createGithubWorld(options)
  const { github } = world
  const runner = await startRunner({
    github,
    workflows,
    variables: { PERPETUAL_ENABLED: 'true' },
    secrets,
    environment: world.environment(),
  })
  let seen = 0
  return {
    ...world,
    ...placeOf(world),
    runner,
    settled: async () => {
      await runner.idle()
      const fresh = runner.jobs().slice(seen)
      seen = runner.jobs().length
      return fresh.filter(({ conclusion }) => conclusion !== 'skipped')
    },
    remove: async () => {
      await runner.close()
      await world.remove()
    },
  }
}
