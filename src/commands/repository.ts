import { PerpetualError } from '../domain/errors.ts'
import { complaint, runGit } from '../forge/git.ts'
import { plain } from '../config/show.ts'

/** The top folder of the work tree that a folder lies in, a linked one included. Throws `fix-config` where there is none. */
export async function workTreeOf(folder: string): Promise<string> {
  const found = await runGit(['rev-parse', '--show-toplevel'], { cwd: folder })
  if (found.code === 0) return found.stdout.replace(/\r?\n$/, '')
  if (/work tree/.test(found.stderr)) {
    throw new PerpetualError(
      `Expected a repository with a work tree, got a bare one (${plain(folder)}). Name a clone with \`--repo\`.`,
      { actBy: 'fix-config' },
    )
  }
  if (/dubious ownership/.test(found.stderr)) {
    throw new PerpetualError(
      `Expected a repository of your own, got one of another user (${plain(folder)}). \`git config --global --add safe.directory ${plain(folder)}\` trusts it.`,
      { actBy: 'fix-config' },
    )
  }
  if (!/not a git repository/.test(found.stderr)) {
    throw new PerpetualError(`Expected a git repository (${plain(folder)}), but git says: ${plain(complaint(found))}`, {
      actBy: 'fix-config',
    })
  }
  throw new PerpetualError(
    `Expected a git repository, found none (${plain(folder)}). \`git init\` makes one, \`--repo\` names another.`,
    { actBy: 'fix-config' },
  )
}

/** The commit that is checked out. Throws `fix-config` in a repository without one. */
export async function firstCommitOf(folder: string): Promise<string> {
  const found = await runGit(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { cwd: folder })
  if (found.code === 0) return found.stdout.trim()
  throw new PerpetualError(
    `Expected a repository with at least one commit, found none (${plain(folder)}). \`git commit --allow-empty -m "Begin"\` makes one.`,
    { actBy: 'fix-config' },
  )
}
