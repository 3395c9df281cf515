/** Where the database lies in a data repository; all paths from the repository's root. */
export const databaseFolder = 'database'
export const manifestPath = 'database/manifest.json'
export const retractionsPath = 'database/retractions.jsonl'
export const cardPath = 'database/README.md'
export const growthPath = 'database/growth.svg'

const shardPattern = /^database\/\d{4}\/\d{2}\/[a-z0-9][a-z0-9_-]*\.jsonl$/

/** A file of rows. Its name has no dot, so that rejects (`<name>.rejects.jsonl`) are none. */
export const isShardPath = (path: string): boolean => shardPattern.test(path)

/** JSON Lines that nobody reads: neither a shard nor rejects nor retractions. */
export const isStrayPath = (path: string): boolean =>
  path.endsWith('.jsonl') &&
  path !== retractionsPath &&
  !isShardPath(path) &&
  !isShardPath(path.replace(/\.rejects\.jsonl$/, '.jsonl'))

/** Where the rejects of a shard lie; those of a task's further shards (`<name>-2.jsonl`) are in the first one's. */
export const rejectsPathOf = (shard: string): string => shard.replace(/\.jsonl$/, '.rejects.jsonl')

/** `database/2026/11/<name>.jsonl`, by the instant at which the task was made. */
export const shardPathOf = (name: string, createdAt: string): string =>
  `${databaseFolder}/${createdAt.slice(0, 4)}/${createdAt.slice(5, 7)}/${name}.jsonl`
