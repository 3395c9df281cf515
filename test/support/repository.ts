import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const environment = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
}

export const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', [...args], { cwd: folder, encoding: 'utf8', env: environment, stdio: ['ignore', 'pipe', 'pipe'] }).trim()

/** A data repository of a person: one commit on main, a work tree, no identity configured. */
export function createRepository(prefix = 'perpetual-'): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  git(folder, 'init', '--quiet', '--initial-branch=main')
  writeFileSync(join(folder, 'README.md'), '# Data\n')
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '-m', 'Begin')
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
