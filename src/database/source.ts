import {
  databaseFolder,
  isShardPath,
  isStrayPath,
  manifestPath,
  rejectsPathOf,
  retractionsPath,
} from '../dataset/database/paths.ts'
import { type Manifest, parseManifest } from '../dataset/database/manifest.ts'
import { readRetracted } from '../dataset/database/retractions.ts'
import { parseShard, type DatabaseRow, type Shard } from '../dataset/database/row.ts'
import { sha256 } from '../dataset/pair-id.ts'
import { PerpetualError } from '../domain/errors.ts'
import type { Contents } from '../forge/forge.ts'

/** Shards that are in memory at a time. */
const shardsAtOnce = 8

/** The database as it stands at one commit of the default branch. */
export interface DatabaseSource {
  readonly head: string
  readonly paths: readonly string[]
  /** Files that look like shards and are not named like one; nobody reads them. */
  readonly stray: readonly string[]
  /** Null where integration has not written one yet. */
  readonly manifest: Manifest | null
  readonly retracted: ReadonlySet<string>
  /** The text of `database/retractions.jsonl`, '' where there is none. */
  readonly retractions: string
  /** Differs where other rows would be read; another commit alone changes nothing. */
  readonly fingerprint: string
  /** Shards as they stand, in the order of their paths, a few at a time. */
  shards(): AsyncGenerator<Shard>
  /** Rows that are not retracted, shard by shard. Throws at a row that cannot be read, naming file and line. */
  rows(): AsyncGenerator<{ readonly path: string; readonly rows: readonly DatabaseRow[] }>
  /** Texts of rejects that lie beside shards, by the shard's path. */
  rejects(shards: readonly string[]): Promise<ReadonlyMap<string, string>>
}

const stopped = (): PerpetualError =>
  new PerpetualError('Stopped before the end; nothing was written. Call it again.', { actBy: 'next-run' })

/** Looks at the database on the default branch; `signal` ends its generators with an error between two reads. */
export async function openDatabase(contents: Contents, signal?: AbortSignal): Promise<DatabaseSource> {
  const head = await contents.head()
  if (head === null) throw new PerpetualError('Expected a commit on the default branch, found none', { actBy: 'fix-config' })
  const versions = await contents.versions(head, databaseFolder)
  const listed = [...versions.keys()]
  const paths = listed.filter(isShardPath)
  const texts = await contents.read(head, [manifestPath, retractionsPath])
  const manifestText = texts.get(manifestPath)
  const retractions = texts.get(retractionsPath) ?? ''
  const retracted = readRetracted(retractions)

  async function* shards(): AsyncGenerator<Shard> {
    for (let from = 0; from < paths.length; from += shardsAtOnce) {
      if (signal?.aborted === true) throw stopped()
      const wanted = paths.slice(from, from + shardsAtOnce)
      const read = await contents.read(head, wanted)
      for (const path of wanted) yield { path, text: read.get(path) ?? '' }
    }
  }

  return {
    head,
    paths,
    stray: listed.filter(isStrayPath),
    manifest: manifestText === undefined ? null : parseManifest(manifestText),
    retracted,
    retractions,
    fingerprint: sha256(JSON.stringify([...paths, retractionsPath].map(path => [path, versions.get(path)]))),
    shards,
    rows: async function* () {
      for await (const shard of shards())
        yield { path: shard.path, rows: parseShard(shard).filter(({ id }) => !retracted.has(id)) }
    },
    rejects: async wanted => {
      const shardsByRejects = new Map(wanted.map(path => [rejectsPathOf(path), path]))
      const read = await contents.read(head, [...shardsByRejects.keys()])
      return new Map([...read].map(([path, text]) => [shardsByRejects.get(path) ?? path, text]))
    },
  }
}
