import { z } from 'zod'
import type { FileChange, Head } from '../forge.ts'
import { GoneCommitError } from '../../domain/errors.ts'
import type { Api } from './api.ts'
import { blobSelection, createBlobs, graphqlBlobSchema } from './blobs.ts'
import { listTree, type TreeFile } from './tree-listing.ts'

/** What is known of the files at a commit: all of them, or those that were asked for; null where there is none. */
interface Snapshot {
  readonly files: Map<string, TreeFile | null>
  complete: boolean
}

/** Files at commits. A commit never changes, so whatever was read once, or written by this process, is not asked for again. */
export interface Objects {
  read(commit: Head, paths: readonly string[]): Promise<ReadonlyMap<string, string>>
  readBytes(commit: Head, path: string): Promise<Uint8Array | undefined>
  /** Reads files at whatever commit a branch is at, together with all that is asked in the same tick. */
  bring(ref: string, paths: readonly string[]): Promise<void>
  /** Sorted; '' for all. */
  list(commit: Head, folder: string): Promise<readonly string[]>
  /** The object id of every file below `folder`, sorted by path; '' for all. */
  oids(commit: Head, folder: string): Promise<ReadonlyMap<string, string>>
  /** The changes that do something: removing what is no file does nothing. */
  effective(commit: Head, changes: readonly FileChange[]): Promise<readonly FileChange[]>
  /** Notes that `commit` is `base` with these changes. */
  adopt(base: Head, commit: string, changes: readonly FileChange[]): void
}

/** A session looks at its last few commits, and at one for each delivery. */
const maxSnapshots = 12

/** `Commit.file` gives modes as numbers: 0100644 and 0100755. Symbolic links and submodules are no files. */
const isFileMode = (mode: number): boolean => mode === 0o100644 || mode === 0o100755

const fileSchema = z.object({
  file: z.object({ mode: z.int(), type: z.string(), object: graphqlBlobSchema.nullable().catch(null), size: z.int() }).nullable(),
})

const fileSelection = `file(path: $path) { mode type size object { ... on Blob { ${blobSelection} } } }`
const fileAtRefSchema = z.object({ target: fileSchema.extend({ oid: z.string() }) })

/** What a text of the state has, about. */
const fileBytes = 50_000

const isCommit = (head: string): boolean => /^[0-9a-f]{40}$/.test(head)

export const createObjects = (api: Api): Objects => {
  const blobs = createBlobs(api)
  const snapshots = new Map<string, Snapshot>()
  const listings = new Map<string, Promise<Snapshot>>()
  const nothing: Snapshot = { files: new Map(), complete: true }

  const keepSnapshot = (commit: string, snapshot: Snapshot): Snapshot => {
    snapshots.delete(commit)
    snapshots.set(commit, snapshot)
    for (const oldest of snapshots.keys()) {
      if (snapshots.size <= maxSnapshots) break
      snapshots.delete(oldest)
    }
    return snapshot
  }

  const snapshotOf = (commit: Head): Snapshot => {
    if (commit === null) return nothing
    if (!isCommit(commit)) throw new GoneCommitError(commit)
    return keepSnapshot(commit, snapshots.get(commit) ?? { files: new Map(), complete: false })
  }

  const accept = ({ file }: z.infer<typeof fileSchema>): TreeFile | null => {
    const blob = file?.object ?? null
    if (file === null || blob === null || !isFileMode(file.mode)) return null
    blobs.accept(blob)
    return { oid: blob.oid, bytes: file.size }
  }

  const bringOne = async (ref: string, path: string): Promise<void> => {
    const found = await api.field(fileAtRefSchema, {
      selection: `ref(qualifiedName: $ref) { target { oid ... on Commit { ${fileSelection} } } }`,
      variables: { ref: ['String!', ref], path: ['String!', path] },
      permission: 'contents: read',
      bytes: fileBytes,
    })
    if (found !== undefined) snapshotOf(found.target.oid).files.set(path, accept(found.target))
  }

  const findOne = async (commit: string, path: string): Promise<TreeFile | null> => {
    const found = await api.field(fileSchema, {
      selection: `object(oid: $commit) { ... on Commit { ${fileSelection} } }`,
      variables: { commit: ['GitObjectID!', commit], path: ['String!', path] },
      permission: 'contents: read',
      bytes: fileBytes,
    })
    if (found === undefined) throw new GoneCommitError(commit)
    return accept(found)
  }

  const find = async (commit: Head, paths: readonly string[]): Promise<ReadonlyMap<string, TreeFile>> => {
    // A list that is under way tells where these files are too.
    const snapshot = (await listings.get(commit ?? '')?.catch(() => undefined)) ?? snapshotOf(commit)
    const unknown = snapshot.complete || commit === null ? [] : [...new Set(paths)].filter(path => !snapshot.files.has(path))
    await Promise.all(
      unknown.map(async path => {
        snapshot.files.set(path, await findOne(commit ?? '', path))
      }),
    )
    return new Map(
      paths.flatMap(path => {
        const file = snapshot.files.get(path) ?? null
        return file === null ? [] : [[path, file] as const]
      }),
    )
  }

  const complete = async (commit: Head): Promise<Snapshot> => {
    const snapshot = snapshotOf(commit)
    if (snapshot.complete || commit === null) return snapshot
    const known = listings.get(commit)
    if (known !== undefined) return known
    const listing = listTree(api, commit).then(files => keepSnapshot(commit, { files: new Map(files), complete: true }))
    listings.set(commit, listing)
    return listing.finally(() => listings.delete(commit))
  }

  const oids: Objects['oids'] = async (commit, folder) => {
    const start = folder.replace(/\/+$/, '')
    const { files } = await complete(commit)
    return new Map(
      [...files]
        .flatMap(([path, file]) =>
          file !== null && (start === '' || path.startsWith(`${start}/`)) ? [[path, file.oid] as const] : [],
        )
        .toSorted(([left], [right]) => (left < right ? -1 : 1)),
    )
  }

  return {
    bring: async (ref, paths) => void (await Promise.all(paths.map(path => bringOne(ref, path)))),
    read: async (commit, paths) => {
      const found = await find(commit, paths)
      return new Map(await Promise.all([...found].map(async ([path, file]) => [path, await blobs.read(file)] as const)))
    },
    readBytes: async (commit, path) => {
      const file = (await find(commit, [path])).get(path)
      return file && blobs.readBytes(file)
    },
    list: async (commit, folder) => [...(await oids(commit, folder)).keys()],
    oids,
    effective: async (commit, changes) => {
      const present = await find(
        commit,
        changes.filter(change => change.text === null).map(change => change.path),
      )
      return changes.filter(change => change.text !== null || present.has(change.path))
    },
    adopt: (base, commit, changes) => {
      const before = base === null ? nothing : snapshots.get(base)
      const files = new Map(before?.files)
      for (const { path, text } of changes) {
        files.set(path, text === null ? null : { oid: blobs.keep(text), bytes: Buffer.byteLength(text) })
      }
      keepSnapshot(commit, { files, complete: before?.complete ?? false })
      // Nobody reads what was just replaced, and it must not drive out what is read again.
      if (base !== null) snapshots.delete(base)
    },
  }
}
