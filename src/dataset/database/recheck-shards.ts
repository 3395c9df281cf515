import { oneLine } from '../../domain/one-line.ts'
import type { Finding, Recheck } from '../recheck.ts'
import { isShardPath } from './paths.ts'
import { readShard, type Shard } from './row.ts'
import { createVerifier } from './verify.ts'

/** Shards as somebody left them: the first thing in each that does not fit, because what is merged must verify. */
export function recheckShards(files: readonly Shard[]): Recheck {
  const verifier = createVerifier({ manifest: null, retracted: new Set(), rehearsal: true })
  const shards = files.filter(({ path }) => isShardPath(path))
  const findings = shards.flatMap((shard): readonly Finding[] => {
    const fault = verifier.shard({ ...shard, rejects: '' })
    if (fault === undefined) return []
    return [
      { path: fault.path, line: fault.line ?? 1, level: 'failure', message: oneLine(`${fault.handle} ${fault.message}`, 500) },
    ]
  })
  const rows = shards.flatMap(({ text }) => {
    const read = readShard(text)
    return read.type === 'rows' ? read.rows : []
  })
  return { pairs: rows.length, edited: rows.filter(({ review }) => review.state === 'edited').length, findings }
}
