import { GoneCommitError, PerpetualError } from '../../domain/errors.ts'
import type { Head } from '../forge.ts'
import type { ObjectReader } from './object-reader.ts'

interface Entry {
  readonly type: 'file' | 'folder'
  readonly oid: string
}

type Folder = ReadonlyMap<string, Entry>

/** Files at a commit, read by walking its tree objects, so that no path is ever parsed by git's revision syntax. */
export interface Trees {
  /** Object ids of the regular files at `paths`; symbolic links and submodules are no files. */
  find(head: Head, paths: readonly string[]): Promise<ReadonlyMap<string, string>>
  read(head: Head, paths: readonly string[]): Promise<ReadonlyMap<string, string>>
  readBytes(head: Head, path: string): Promise<Uint8Array | undefined>
  /** Path and object id of every file below `folder` ('' for all), sorted by path. */
  list(head: Head, folder: string): Promise<readonly (readonly [path: string, oid: string])[]>
}

/** Folders are immutable by object id; the cache is emptied when it holds this many. */
const cachedFolders = 5_000

const typeOf = (mode: string): Entry['type'] | undefined =>
  mode === '40000' ? 'folder' : mode === '100644' || mode === '100755' ? 'file' : undefined

const parseFolder = (bytes: Buffer, oidBytes: number): Folder => {
  const entries = new Map<string, Entry>()
  for (let from = 0; from < bytes.length;) {
    const space = bytes.indexOf(0x20, from)
    const zero = bytes.indexOf(0, space)
    const type = typeOf(bytes.toString('latin1', from, space))
    const oid = bytes.toString('hex', zero + 1, zero + 1 + oidBytes)
    if (type !== undefined) entries.set(bytes.toString('utf8', space + 1, zero), { type, oid })
    from = zero + 1 + oidBytes
  }
  return entries
}

const empty: Folder = new Map()

export const createTrees = (reader: ObjectReader): Trees => {
  const folders = new Map<string, Promise<Folder>>()

  const load = async (oid: string): Promise<Folder> => {
    const [object] = await reader.read([oid])
    if (object?.type !== 'tree')
      throw new PerpetualError(`Expected a folder at object ${oid}, found none: run \`git fsck\``, { actBy: 'fix-config' })
    return parseFolder(object.bytes, oid.length / 2)
  }

  const folderOf = (oid: string): Promise<Folder> => {
    const known = folders.get(oid)
    if (known !== undefined) return known
    if (folders.size >= cachedFolders) folders.clear()
    const loading = load(oid)
    folders.set(oid, loading)
    loading.catch(() => folders.delete(oid))
    return loading
  }

  const root = async (head: Head): Promise<Folder> => {
    if (head === null) return empty
    const [commit] = /^[0-9a-f]{40,64}$/.test(head) ? await reader.read([head]) : []
    const tree = commit?.type === 'commit' ? /^tree ([0-9a-f]+)$/m.exec(commit.bytes.toString('latin1'))?.[1] : undefined
    if (tree !== undefined) return folderOf(tree)
    throw new GoneCommitError(head)
  }

  const walk = async (from: Folder, path: string): Promise<Entry | undefined> => {
    let folder = from
    const names = path.split('/')
    for (const [index, name] of names.entries()) {
      const entry = folder.get(name)
      if (entry === undefined || index === names.length - 1) return entry
      if (entry.type === 'file') return undefined
      folder = await folderOf(entry.oid)
    }
    return undefined
  }

  const find: Trees['find'] = async (head, paths) => {
    const top = await root(head)
    const found = await Promise.all(paths.map(path => walk(top, path)))
    return new Map(
      paths.flatMap((path, index) => {
        const entry = found[index]
        return entry?.type === 'file' ? [[path, entry.oid] as const] : []
      }),
    )
  }

  const below = async (folder: Folder, prefix: string): Promise<[string, string][]> => {
    const parts = await Promise.all(
      [...folder].map(async ([name, entry]): Promise<[string, string][]> =>
        entry.type === 'file' ? [[prefix + name, entry.oid]] : below(await folderOf(entry.oid), `${prefix}${name}/`),
      ),
    )
    return parts.flat()
  }

  const readFiles = async (head: Head, paths: readonly string[]): Promise<[path: string, bytes: Buffer][]> => {
    const found = [...(await find(head, paths))]
    const objects = await reader.read(found.map(([, oid]) => oid))
    return found.map(([path, oid], index) => {
      const object = objects[index]
      if (object === undefined)
        throw new PerpetualError(`Expected object ${oid} of \`${path}\` in the repository, but it is gone`, {
          actBy: 'fix-config',
        })
      return [path, object.bytes]
    })
  }

  return {
    find,
    read: async (head, paths) =>
      new Map((await readFiles(head, paths)).map(([path, bytes]) => [path, bytes.toString('utf8')] as const)),
    readBytes: async (head, path) => (await readFiles(head, [path]))[0]?.[1],
    list: async (head, folder) => {
      const top = await root(head)
      const start = folder.replace(/\/+$/, '')
      const entry = start === '' ? undefined : await walk(top, start)
      if (start !== '' && entry?.type !== 'folder') return []
      const inside = entry === undefined ? top : await folderOf(entry.oid)
      const files = await below(inside, start === '' ? '' : `${start}/`)
      return files.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    },
  }
}
