import { isShardPath, manifestPath, rejectsPathOf, retractionsPath } from '../../dataset/database/paths.ts'
import { parseManifest, type NewShard } from '../../dataset/database/manifest.ts'
import type { Forge } from '../../forge/forge.ts'

/** The shards that a manifest counts; none where there is no manifest. A manifest that cannot be read is refused, naming what is wrong. */
export const listedShards = (manifestText: string | undefined): ReadonlySet<string> =>
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
export async function readCardTexts({ contents }: Pick<Forge, 'contents'>, commit: string): Promise<CardTexts> {
  const [heads, database] = await Promise.all([
    contents.read(commit, [manifestPath, retractionsPath]),
    contents.list(commit, 'database'),
  ])
  const manifest = heads.get(manifestPath)
  const listed = listedShards(manifest)
  const missing = database.filter(path => isShardPath(path) && !listed.has(path))
  const there = new Set(database)
  const texts = await contents.read(commit, [...missing, ...missing.map(rejectsPathOf).filter(path => there.has(path))])
  const shards = missing.flatMap((path): readonly NewShard[] => {
    const [text, rejects] = [texts.get(path), texts.get(rejectsPathOf(path))]
    if (text === undefined) return []
    return [rejects === undefined ? { path, text } : { path, text, rejects }]
  })
  return { manifest, retractions: heads.get(retractionsPath) ?? '', shards }
}
