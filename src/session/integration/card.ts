import { isShardPath, manifestPath, rejectsPathOf, retractionsPath } from '../../dataset/database/paths.ts'
import { parseManifest, type NewShard } from '../../dataset/database/manifest.ts'
import { readShard, type Shard } from '../../dataset/database/row.ts'
import type { Forge, Head } from '../../forge/forge.ts'
import { atCommit } from './at-commit.ts'

/** The shards that a manifest counts; none where there is no manifest. A manifest that cannot be read is refused, naming what is wrong. */
const listedShards = (manifestText: string | undefined): ReadonlySet<string> =>
  new Set(manifestText === undefined ? [] : parseManifest(manifestText).shards.map(({ path }) => path))

/** What a card is made from. */
export interface CardTexts {
  /** Undefined where there is none yet. */
  readonly manifest: string | undefined
  readonly retractions: string
  /** Those that the manifest does not count yet. */
  readonly shards: readonly NewShard[]
}

/** What of the database at a commit is not in its manifest, and what is needed to bring it up to date; the other shards are not read. */
export const readCardTexts = (forge: Pick<Forge, 'contents'>, commit: string): Promise<CardTexts> =>
  atCommit(forge, commit, at => readAt(forge, at))

/** Those that the card can count. What somebody broke is left out, so that it keeps nothing else waiting; `database verify` names it. */
export async function readUnlisted(
  { contents }: Pick<Forge, 'contents'>,
  { at, missing }: { readonly at: Head; readonly missing: readonly string[] },
): Promise<readonly Shard[]> {
  const texts = await contents.read(at, missing)
  return missing.flatMap((path): readonly Shard[] => {
    const text = texts.get(path)
    return text === undefined || readShard(text).type === 'mistake' ? [] : [{ path, text }]
  })
}

async function readAt(forge: Pick<Forge, 'contents'>, commit: Head): Promise<CardTexts> {
  const { contents } = forge
  const [heads, database] = await Promise.all([
    contents.read(commit, [manifestPath, retractionsPath]),
    contents.list(commit, 'database'),
  ])
  const manifest = heads.get(manifestPath)
  const listed = listedShards(manifest)
  const missing = database.filter(path => isShardPath(path) && !listed.has(path))
  const there = new Set(database)
  const [unlisted, texts] = await Promise.all([
    readUnlisted(forge, { at: commit, missing }),
    contents.read(
      commit,
      missing.map(rejectsPathOf).filter(path => there.has(path)),
    ),
  ])
  const shards = unlisted.map((shard): NewShard => {
    const rejects = texts.get(rejectsPathOf(shard.path))
    return rejects === undefined ? shard : { ...shard, rejects }
  })
  return { manifest, retractions: heads.get(retractionsPath) ?? '', shards }
}
