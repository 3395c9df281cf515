import { createOutput } from '../../src/commands/output.ts'
import { runProgram } from '../../src/commands/program.ts'
import { commands } from '../../src/commands/registry.ts'
import { createSystemClock } from '../../src/system-clock.ts'
import { startLoopbackGithub } from '../loopback/loopback-github.ts'
import type { LoopbackGithub, LoopbackOptions, LoopbackRequest } from '../loopback/interface.ts'
import { git, makeFolder, perpetual, type Ran } from './perpetual.ts'

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

interface InProcess {
  readonly cwd: string
  readonly token: string
  readonly url: string
}

async function inProcess(args: readonly string[], { cwd, token, url }: InProcess): Promise<Ran> {
  let [stdout, stderr] = ['', '']
  const out = { write: (text: string) => (stdout += text) }
  const error = { write: (text: string) => (stderr += text) }
  const code = await runProgram(commands, {
    arguments: args,
    environment: { GITHUB_API_URL: url, GITHUB_TOKEN: token },
    folder: cwd,
    version: '0.0.0',
    clock: () => createSystemClock(),
    createOutput: flags =>
      createOutput({ stdout: out, stderr: error, ...flags, colour: false, monotonicMs: () => performance.now() }),
    interruptible: () => new AbortController().signal,
    writeOut: out.write,
    writeError: error.write,
    columns: () => 100,
  })
  return { code, stdout, stderr }
}

const reads = new Set(['GET', 'HEAD'])

export async function startGithubKit(options?: LoopbackOptions): Promise<GithubKit> {
  const github = await startLoopbackGithub(options)
  const cwd = makeFolder()
  git(cwd, 'init', '-q', '-b', 'main')
  git(cwd, 'commit', '-q', '--allow-empty', '-m', 'Begin')
  git(cwd, 'remote', 'add', 'origin', `https://github.com/${github.owner}/${github.repo}.git`)
  const mine = () => github.token('maintainer')
  const run: GithubKit['run'] = (args, token = mine()) =>
    inProcess([...args, '--forge', 'github'], { cwd, token, url: github.url })
  return {
    github,
    run,
    runProcess: (args, token = mine()) =>
      perpetual([...args, '--forge', 'github'], { cwd, environment: { GITHUB_API_URL: github.url, GITHUB_TOKEN: token } }),
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
