import type { Clock } from '../../../src/domain/instant.ts'
import { createActionClient } from '../../../src/forge/github/action-client.ts'
import { createCommandLineClient } from '../../../src/forge/github/client.ts'
import { openGithubForge, type GithubForge, type GithubForgeOptions } from '../../../src/forge/github/github-forge.ts'
import type { ForgeFixture } from '../../contracts/forge-fixture.ts'
import { startLoopbackGithub, type LoopbackGithub, type LoopbackOptions } from '../../loopback/loopback-github.ts'

/** The machine's clock, whose pauses last no time. */
export const hastyClock: Clock = {
  now: () => new Date().toISOString(),
  sleep: () => new Promise(resolve => setTimeout(resolve, 5)),
}

export const clients = { 'command line': createCommandLineClient, action: createActionClient } as const

/** What the workflow of a session is given. */
export const sessionPermissions = {
  contents: 'write',
  issues: 'write',
  'pull-requests': 'write',
  actions: 'read',
  checks: 'write',
  discussions: 'write',
} as const

export interface GithubFixture extends ForgeFixture {
  readonly forge: GithubForge
  readonly github: LoopbackGithub
  readonly warnings: string[]
  /** A forge with this token, or with the automation's. */
  open(token?: string, clock?: Clock, more?: Pick<GithubForgeOptions, 'compactAfter'>): Promise<GithubForge>
}

export interface FixtureOptions extends LoopbackOptions {
  readonly client?: keyof typeof clients
}

export const makeGithubForge = async ({ client = 'command line', ...options }: FixtureOptions = {}): Promise<GithubFixture> => {
  const github = await startLoopbackGithub(options)
  github.addPerson('ann', 'admin')
  github.addPerson('grace', 'write')
  const warnings: string[] = []
  const { url: baseUrl, owner, repo } = github
  const bot = github.botToken(sessionPermissions)
  const open: GithubFixture['open'] = (token = bot, clock = hastyClock, more = {}) =>
    openGithubForge({
      client: clients[client]({ token, baseUrl, secondMs: 5 }),
      owner,
      repo,
      clock,
      ...more,
      report: warning => warnings.push(warning),
    })
  return {
    github,
    warnings,
    open,
    forge: await open(),
    another: () => open(),
    stranger: () => {
      github.addPerson('mallory', 'triage')
      return open(github.token('mallory'))
    },
    commitAsPerson: (branch, changes) => github.commit('ann', branch, changes),
    mergeAsPerson: async branch => {
      const person = github.as('ann')
      const [pull] = (await person.rest.pulls.list({ owner, repo, head: `${owner}:${branch}` })).data
      return (await person.rest.pulls.merge({ owner, repo, pull_number: pull?.number ?? 0 })).data.sha
    },
    deleteBranchAsPerson: branch => github.deleteBranch('ann', branch),
    assigneesOf: async issue_number => {
      const { data } = await github.as('ann').rest.issues.get({ owner, repo, issue_number })
      return (data.assignees ?? []).map(({ login }) => login)
    },
    close: () => github.close(),
  }
}
