import { PerpetualError } from '../domain/errors.ts'
import { rowSha256 } from './call-lines.ts'
import { isShardPath, manifestPath } from './database/paths.ts'
import { parseShard } from './database/row.ts'
import { sha256 } from './pair-id.ts'
import { parsePairFile, renderPairFile } from './pair-rows.ts'

/** A file of a delivery as it stands. */
export interface ReviewedFile {
  readonly path: string
  readonly text: string
}

/** A file in which pairs stand that a reviewer may edit and take out: a pair file of the inbox, or a shard of the database. */
export const isReviewedPath = (path: string): boolean => (path.endsWith('.json') && path !== manifestPath) || isShardPath(path)

const naming = <Value>(path: string, read: () => Value): Value => {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof PerpetualError) || error.message.includes(path)) throw error
    throw new PerpetualError(`${path}: ${error.message}`, { actBy: error.actBy, cause: error })
  }
}

/** The pairs of a file by handle, each with a hash of what a reviewer may change. Throws naming the file where it cannot be read. */
export const readHandles = ({ path, text }: ReviewedFile): ReadonlyMap<string, string> =>
  naming(path, () =>
    isShardPath(path)
      ? new Map(parseShard({ path, text }).map(row => [row.handle, sha256(JSON.stringify(row))]))
      : new Map(parsePairFile(text).pairs.map(row => [row.handle, rowSha256(row)])),
  )

/** Takes pairs out of a file. `removed` names those that stood in it; without any the text comes back as it was. */
export function rejectPairs(
  { path, text }: ReviewedFile,
  handles: readonly string[],
): { readonly text: string; readonly removed: readonly string[] } {
  const wanted = new Set(handles)
  const removed = [...readHandles({ path, text }).keys()].filter(handle => wanted.has(handle))
  if (removed.length === 0) return { text, removed }
  if (!isShardPath(path)) {
    const file = parsePairFile(text)
    return { text: renderPairFile({ ...file, pairs: file.pairs.filter(row => !wanted.has(row.handle)) }), removed }
  }
  const rows = parseShard({ path, text })
  // The lines that stay keep their bytes.
  const kept = text.split('\n').filter((_line, index) => !wanted.has(rows[index]?.handle ?? ''))
  return { text: kept.join('\n'), removed }
}
