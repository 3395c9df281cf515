import { lstat, readFile, realpath, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Repository } from './repository.ts'

export interface Update {
  readonly workTree: string
  readonly from: string
  readonly to: string
}

interface Changed {
  readonly path: string
  readonly newOid: string
}

const split = (text: string): string[] => text.split('\0').filter(part => part !== '')

const changedFiles = async (repository: Repository, { from, to }: Update): Promise<readonly Changed[]> => {
  const raw = split(
    await repository.output('compare commits', ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', from, to]),
  )
  return raw.flatMap((part, index) => {
    const [, newMode = '', , newOid = ''] = part.startsWith(':') ? part.split(' ') : []
    const path = raw[index + 1]
    return newMode.startsWith('100') && path !== undefined ? [{ path, newOid }] : []
  })
}

const indexed = async (repository: Repository, workTree: string): Promise<ReadonlyMap<string, string>> => {
  const lines = split(await repository.output('read the index', ['ls-files', '--stage', '-z'], { workTree }))
  return new Map(lines.map(line => [line.slice(line.indexOf('\t') + 1), line.split(' ')[1] ?? ''] as const))
}

/** The bytes of a regular file that no symbolic link leads to. */
const plainBytes = async (workTree: string, path: string): Promise<Buffer | undefined> => {
  const file = join(workTree, path)
  try {
    const isDirect = (await realpath(dirname(file))) === join(await realpath(workTree), dirname(path))
    return isDirect && (await lstat(file)).isFile() ? await readFile(file) : undefined
  } catch {
    return undefined
  }
}

/**
 * Removes files that a killed update wrote and the index does not know yet, and gives back how to undo that.
 * A file counts only when nothing can be lost by it: unknown to git and holding no more than the start of what is to be
 * written there, or known and holding exactly that.
 */
export const setAsideLeftovers = async (repository: Repository, update: Update): Promise<() => Promise<void>> => {
  const { workTree } = update
  const known = await indexed(repository, workTree)
  const removed: { readonly file: string; readonly bytes: Buffer }[] = []
  for (const { path, newOid } of await changedFiles(repository, update)) {
    const bytes = known.get(path) === newOid ? undefined : await plainBytes(workTree, path)
    if (bytes === undefined) continue
    const target = (await repository.reader.read([newOid]))[0]?.bytes
    if (target === undefined) continue
    const isLeftover = known.has(path) ? target.equals(bytes) : target.subarray(0, bytes.length).equals(bytes)
    if (!isLeftover) continue
    const file = join(workTree, path)
    await unlink(file)
    removed.push({ file, bytes })
  }
  return async () => {
    for (const { file, bytes } of removed) await writeFile(file, bytes, { flag: 'wx' })
  }
}
