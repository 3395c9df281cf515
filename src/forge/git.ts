import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { PerpetualError } from '../domain/errors.ts'

/** Who a commit is by. */
export interface Identity {
  readonly name: string
  readonly email: string
}

/** The automation itself; needs no git configuration. */
export const automation: Identity = { name: 'Perpetual', email: 'perpetual@localhost' }

export interface GitResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface GitRun {
  /** Where git runs; without `gitDir` it looks for the repository from here. */
  readonly cwd: string
  readonly gitDir?: string
  readonly input?: string
  readonly identity?: Identity
  /** For housekeeping, which gives way to everything else. */
  readonly lowPriority?: boolean
}

/** Hooks, the file system monitor and pagers of the user's configuration never run for Perpetual's own git. */
const isolation = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '--no-pager', '--no-replace-objects']

/** What git needs of the environment: no `GIT_*` of a caller (a hook, a rebase) and no provider key gets through. */
const passed = ['PATH', 'HOME', 'USERPROFILE', 'XDG_CONFIG_HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'ComSpec', 'PATHEXT']

export const gitEnvironment = (identity: Identity = automation): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(passed.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: identity.name,
  GIT_AUTHOR_EMAIL: identity.email,
  GIT_COMMITTER_NAME: identity.name,
  GIT_COMMITTER_EMAIL: identity.email,
  LC_ALL: 'C',
})

export const gitArguments = (gitDir: string | undefined, args: readonly string[]): string[] => [
  ...isolation,
  ...(gitDir === undefined ? [] : [`--git-dir=${gitDir}`]),
  ...args,
]

/** A process group of its own, so that Ctrl-C in the terminal does not end a git in the middle of a write. */
export const detached = process.platform !== 'win32'

const spawnFailure = (cause: unknown): PerpetualError =>
  new PerpetualError('Expected `git` 2.38 or newer on the PATH, but it cannot be started. Install git, then try again.', {
    actBy: 'fix-config',
    cause,
  })

const lower = (pid: number): void => {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It ended already, or the system does not allow it; either way there is nothing to do.
  }
}

/** Runs git to its end and tells its exit code; throws only where git cannot be started. */
export const runGit = (args: readonly string[], run: GitRun): Promise<GitResult> =>
  new Promise((resolve, reject) => {
    const child = spawn('git', gitArguments(run.gitDir, args), {
      cwd: run.cwd,
      env: gitEnvironment(run.identity),
      detached,
      windowsHide: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    if (run.lowPriority === true && child.pid !== undefined) lower(child.pid)
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    // A git that ends early closes its input; its exit code and message say why.
    child.stdin.on('error', () => {})
    child.on('error', cause => reject(spawnFailure(cause)))
    child.on('close', code =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    )
    child.stdin.end(run.input ?? '')
  })

/** The first line of what git complained about. */
export const complaint = (result: GitResult): string =>
  (result.stderr.trim().split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '') || `it ended with code ${result.code}`

/** An unexpected end of git as an error; `what` reads as in "git could not <what>". */
export const gitFailure = (what: string, result: GitResult): PerpetualError =>
  new PerpetualError(`git could not ${what}: ${complaint(result)}`, {
    actBy: result.code === -1 ? 'next-run' : 'fix-config',
  })
