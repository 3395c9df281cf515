import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { git } from './repository.ts'

/** Every file below a folder with the hash of its bytes; git's own folder is left out. */
export function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !relative(folder, path).startsWith('.git/') && lstatSync(path).isFile())
  const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
  return Object.fromEntries(files.toSorted().map(path => [relative(folder, path), hash(path)]))
}

/** All that a command could change of a repository: its references, what is staged, and its work tree. */
export const snapshotOf = (folder: string) => ({
  files: filesIn(folder),
  refs: git(folder, 'for-each-ref', '--format=%(refname) %(objectname)').split('\n'),
  status: git(folder, 'status', '--porcelain'),
})
