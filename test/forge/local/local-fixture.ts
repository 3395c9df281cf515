import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import type { Clock } from '../../../src/domain/instant.ts'
import type { FileChange, Forge } from '../../../src/forge/forge.ts'
import { openLocalForge } from '../../../src/forge/local/local-forge.ts'
import type { ForgeFixture } from '../../contracts/forge-fixture.ts'

export const systemClock: Clock = { now: () => new Date().toISOString(), sleep: () => Promise.resolve() }

export const temporaryFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'perpetual-forge-')))

/** Runs git as a person would, without that person's configuration. */
export const gitIn = (folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string =>
  execFileSync('git', ['-C', folder, '-c', 'commit.gpgsign=false', '-c', 'core.hooksPath=/dev/null', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      GIT_AUTHOR_NAME: 'Ann',
      GIT_AUTHOR_EMAIL: 'ann@example.org',
      GIT_COMMITTER_NAME: 'Ann',
      GIT_COMMITTER_EMAIL: 'ann@example.org',
      ...env,
    },
  }).trim()

let templates: string | undefined

afterAll(() => {
  if (templates !== undefined) rmSync(templates, { recursive: true, force: true })
  templates = undefined
})

/** One checked-out and one bare repository, made once and copied for every test. */
const makeTemplates = (): string => {
  if (templates !== undefined) return templates
  const top = temporaryFolder()
  const work = join(top, 'work')
  mkdirSync(work)
  gitIn(work, ['init', '--quiet', '--initial-branch=main', '--template='])
  writeFileSync(join(work, 'README.md'), 'Mine\n')
  gitIn(work, ['add', '.'])
  gitIn(work, ['commit', '--quiet', '--message=First'])
  gitIn(top, ['clone', '--quiet', '--bare', '--template=', work, join(top, 'bare')])
  templates = top
  return top
}

/** A repository with one commit on main. */
export const makeRepository = (folder: string, { bare = false } = {}): string => {
  cpSync(join(makeTemplates(), bare ? 'bare' : 'work'), folder, { recursive: true, preserveTimestamps: true })
  return folder
}

/** Commits on a branch that is not checked out, through an index of its own. */
export const commitOnBranch = (folder: string, branch: string, changes: readonly FileChange[]): string => {
  const scratch = temporaryFolder()
  const index = { GIT_INDEX_FILE: join(scratch, 'index'), GIT_WORK_TREE: scratch }
  const exists = gitIn(folder, ['for-each-ref', `refs/heads/${branch}`]) !== ''
  const parent = gitIn(folder, ['rev-parse', exists ? `refs/heads/${branch}` : 'refs/heads/main'])
  gitIn(folder, ['read-tree', parent], index)
  for (const { path, text } of changes) {
    if (text === null) gitIn(folder, ['update-index', '--force-remove', path], index)
    else {
      const oid = execFileSync('git', ['-C', folder, 'hash-object', '-w', '--stdin'], { input: text, encoding: 'utf8' }).trim()
      gitIn(folder, ['update-index', '--add', '--cacheinfo', `100644,${oid},${path}`], index)
    }
  }
  const commit = gitIn(folder, ['commit-tree', gitIn(folder, ['write-tree'], index), '-p', parent, '-m', 'By hand'])
  rmSync(scratch, { recursive: true })
  gitIn(folder, ['update-ref', `refs/heads/${branch}`, commit])
  return commit
}

const commitInWorkTree = (folder: string, changes: readonly FileChange[]): string => {
  for (const { path, text } of changes) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    if (text === null) rmSync(file)
    else writeFileSync(file, text)
  }
  gitIn(folder, ['add', '--all'])
  gitIn(folder, ['commit', '--quiet', '--message=By hand'])
  return gitIn(folder, ['rev-parse', 'HEAD'])
}

/** The local forge on a checked-out or bare repository in a temporary folder; closing it also runs `git fsck`. */
export const makeLocalForge = async ({
  bare,
}: {
  readonly bare: boolean
}): Promise<ForgeFixture & { readonly folder: string }> => {
  const top = temporaryFolder()
  const folder = makeRepository(join(top, 'repository'), { bare })
  const opened: Forge[] = []
  const open = async (account?: string) => {
    const forge = await openLocalForge({ repository: folder, clock: systemClock, ...(account === undefined ? {} : { account }) })
    opened.push(forge)
    return forge
  }
  return {
    folder,
    forge: await open(),
    another: () => open(),
    stranger: () => open('mallory'),
    commitAsPerson: async (branch, changes) =>
      branch === 'main' && !bare ? commitInWorkTree(folder, changes) : commitOnBranch(folder, branch, changes),
    mergeAsPerson: async branch => {
      if (!bare) gitIn(folder, ['merge', '--quiet', '--no-ff', '--message=By hand', branch])
      else {
        const tree = gitIn(folder, ['merge-tree', '--write-tree', 'main', branch])
        gitIn(folder, [
          'update-ref',
          'refs/heads/main',
          gitIn(folder, ['commit-tree', tree, '-p', 'main', '-p', branch, '-m', 'By hand']),
        ])
      }
      return gitIn(folder, ['rev-parse', 'main'])
    },
    deleteBranchAsPerson: async branch => {
      gitIn(folder, ['branch', '--quiet', '-D', branch])
    },
    assigneesOf: async issue => {
      const path = `perpetual/board:issues/${issue}.json`
      return (JSON.parse(gitIn(folder, ['show', path])) as { readonly assignees: readonly string[] }).assignees
    },
    close: async () => {
      await Promise.all(opened.map(forge => forge.close()))
      const complaints = gitIn(folder, ['fsck', '--no-dangling', '--no-progress'])
      const dirty = bare ? '' : gitIn(folder, ['status', '--porcelain'])
      rmSync(top, { recursive: true, force: true })
      if (complaints !== '' || dirty !== '') throw new Error(`The repository was left unclean: ${complaints} ${dirty}`)
    },
  }
}
