import { PerpetualError } from '../../domain/errors.ts'
import { complaint, gitFailure, runGit, type GitResult, type GitRun, type Identity } from '../git.ts'
import { pastLocks } from './locks.ts'
import { createObjectReader, type ObjectReader } from './object-reader.ts'
import { createTrees, type Trees } from './tree.ts'

/** The user's repository and how git is run in it. */
export interface Repository {
  readonly gitDir: string
  readonly defaultBranch: string
  /** What git takes for "no commit": as many zeros as an object id has digits. */
  readonly zero: string
  readonly reader: ObjectReader
  readonly trees: Trees
  /** Runs git past locks; any exit code is a result. `workTree` runs it there instead of in the git folder. */
  git(args: readonly string[], options?: GitOptions): Promise<GitResult>
  /** Runs git and gives its standard output; throws where it fails. `what` reads as in "git could not <what>". */
  output(what: string, args: readonly string[], options?: GitOptions): Promise<string>
  close(): void
}

export interface GitOptions {
  readonly workTree?: string
  readonly input?: string
  readonly identity?: Identity
  readonly lowPriority?: boolean
}

const refuse = (message: string): PerpetualError => new PerpetualError(message, { actBy: 'fix-config' })

/** Git's version; throws `fix-config` where git is missing or older than 2.38, with which `merge-tree --write-tree` came. */
export const checkGitVersion = async (folder: string): Promise<string> => {
  const { stdout } = await runGit(['--version'], { cwd: '/' })
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(stdout) ?? []
  if (Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 38)) return `${major}.${minor}`
  throw refuse(`Expected git 2.38 or newer for the local forge in ${folder}, found ${stdout.trim()}: update git`)
}

const discover = async (folder: string): Promise<{ gitDir: string; zero: string }> => {
  const found = await runGit(['-C', folder, 'rev-parse', '--path-format=absolute', '--git-common-dir', '--show-object-format'], {
    cwd: '/',
  })
  const [gitDir = '', format = ''] = found.stdout.split('\n')
  if (found.code === 0 && gitDir !== '') return { gitDir, zero: '0'.repeat(format === 'sha256' ? 64 : 40) }
  if (found.stderr.includes('not a git repository')) {
    throw refuse(`Expected a git repository in ${folder}, found none: run \`git init\` there or pass --repo`)
  }
  throw refuse(`Expected a git repository in ${folder}, but git says: ${complaint(found)}`)
}

/** The branch that deliveries start from: the remote's default where known, else what is checked out, else the usual names. */
const findDefaultBranch = async (folder: string): Promise<string> => {
  const inFolder = (args: readonly string[]) => runGit(['-C', folder, ...args], { cwd: '/' })
  const [remote, head, configured, refs] = await Promise.all([
    inFolder(['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']),
    inFolder(['symbolic-ref', '--quiet', 'HEAD']),
    inFolder(['config', '--get', 'init.defaultBranch']),
    inFolder(['for-each-ref', '--format=%(refname)', 'refs/heads/']),
  ])
  const branches = new Set(
    refs.stdout
      .split('\n')
      .filter(ref => ref.startsWith('refs/heads/'))
      .map(ref => ref.slice('refs/heads/'.length)),
  )
  const current = head.stdout.trim().replace(/^refs\/heads\//, '')
  const wanted = [
    remote.stdout.trim().replace(/^refs\/remotes\/origin\//, ''),
    current,
    configured.stdout.trim(),
    'main',
    'master',
  ]
  const chosen = wanted.find(name => name !== '' && !name.startsWith('perpetual/') && branches.has(name))
  if (chosen !== undefined) return chosen
  if (![...branches].some(name => !name.startsWith('perpetual/')) && head.code === 0) {
    throw refuse(`Expected at least one commit in ${folder}, found none: commit something first`)
  }
  throw refuse(
    `Expected a branch to deliver to in ${folder}, but HEAD is on none and neither main nor master exists: \`git switch\` to one`,
  )
}

/** Opens the repository that `folder` lies in (a work tree, a linked one, a sub-folder, or a bare repository). */
export const openRepository = async (folder: string): Promise<Repository> => {
  await checkGitVersion(folder)
  const { gitDir, zero } = await discover(folder)
  const defaultBranch = await findDefaultBranch(folder)
  const reader = createObjectReader(gitDir)

  const git: Repository['git'] = (args, { workTree, ...options } = {}) => {
    // A git in the repository's folder looks like the owner of a lock there, so only those that touch a work tree run in it.
    const run: GitRun = { ...options, ...(workTree === undefined ? { cwd: '/', gitDir } : { cwd: workTree }) }
    return pastLocks(() => runGit(args, run), workTree === undefined ? [gitDir] : [gitDir, workTree])
  }

  return {
    gitDir,
    defaultBranch,
    zero,
    reader,
    trees: createTrees(reader),
    git,
    output: async (what, args, options) => {
      const result = await git(args, options)
      if (result.code !== 0) throw gitFailure(what, result)
      return result.stdout
    },
    close: () => reader.close(),
  }
}
