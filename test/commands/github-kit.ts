import { startLoopbackGithub } from '../loopback/loopback-github.ts'
import type { LoopbackGithub, LoopbackOptions, LoopbackRequest } from '../loopback/interface.ts'
import { git, inProcess, makeFolder, perpetual, type Ran } from './perpetual.ts'

/** A GitHub on loopback and a clone whose `origin` is there, for the real command line. */
export interface GithubKit {
  readonly github: LoopbackGithub
  /** Runs a command as `token`'s owner, a maintainer with all rights unless said; in this process, because one each takes long. */
  run(args: readonly string[], token?: string): Promise<Ran>
  /** The same in a process of its own. */
  runProcess(args: readonly string[], token?: string): Promise<Ran>
  /** The object of `--json`. */
  json(args: readonly string[], token?: string): Promise<Record<string, unknown>>
  /** Requests since the last call that changed something. */
  writes(): readonly LoopbackRequest[]
}

const reads = new Set(['GET', 'HEAD'])

export async function startGithubKit(options?: LoopbackOptions): Promise<GithubKit> {
  const github = await startLoopbackGithub(options)
  const cwd = makeFolder()
  git(cwd, 'init', '-q', '-b', 'main')
  git(cwd, 'commit', '-q', '--allow-empty', '-m', 'Begin')
  git(cwd, 'remote', 'add', 'origin', `https://github.com/${github.owner}/${github.repo}.git`)
  const mine = () => github.token('maintainer')
  const environmentOf = (token: string) => ({ GITHUB_API_URL: github.url, GITHUB_TOKEN: token })
  const run: GithubKit['run'] = (args, token = mine()) => inProcess([...args, '--forge', 'github'], cwd, environmentOf(token))
  return {
    github,
    run,
    runProcess: (args, token = mine()) => perpetual([...args, '--forge', 'github'], { cwd, environment: environmentOf(token) }),
    json: async (args, token) => {
      const ran = await run([...args, '--json'], token)
      if (ran.stdout === '') throw new Error(ran.stderr)
      return JSON.parse(ran.stdout) as Record<string, unknown>
    },
    writes: () => {
      const all = github.requests()
      const mutations = /^(?:create|update|delete|add|remove|close|merge)|SetUp|Commit/u
      const found = all.filter(({ method, operation }) => (operation === null ? !reads.has(method) : mutations.test(operation)))
      github.clearRequests()
      return found
    },
  }
}
