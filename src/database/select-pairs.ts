import { describeSelector, matches, type Selector } from '../dataset/database/selector.ts'
import { parseShard } from '../dataset/database/row.ts'
import { oneLine } from '../domain/one-line.ts'
import { PerpetualError } from '../domain/errors.ts'
import type { DatabaseSource } from './source.ts'

/** A row that a selector means, retracted or not. */
export interface SelectedPair {
  readonly id: string
  readonly handle: string
  readonly question: string
  readonly path: string
}

const shownPairs = 10

/** All rows that a selector means. Throws `fix-config` where there is none, or where a handle names several. */
export async function selectPairs(
  source: DatabaseSource,
  selector: Selector,
  onShard: (done: number) => void,
): Promise<readonly SelectedPair[]> {
  const found: SelectedPair[] = []
  let shards = 0
  for await (const shard of source.shards()) {
    for (const row of parseShard(shard))
      if (matches(selector, row)) found.push({ id: row.id, handle: row.handle, question: row.question, path: shard.path })
    shards += 1
    onShard(shards)
  }
  const what = oneLine(describeSelector(selector), 120)
  if (found.length === 0)
    throw new PerpetualError(
      `Expected pairs of the database for \`${what}\`, found none. \`perpetual database search\` shows handles and ids.`,
      { actBy: 'fix-config' },
    )
  if (selector.type !== 'handle' || found.length === 1) return found
  const shown = found.slice(0, shownPairs).map(({ id, path, question }) => `${id} (${path}, "${oneLine(question, 60)}")`)
  const more = found.length > shown.length ? ` and ${found.length - shown.length} more` : ''
  throw new PerpetualError(
    `Expected one pair named \`${what}\`, found ${found.length}; name its id: ${shown.join(', ')}${more}`,
    {
      actBy: 'fix-config',
    },
  )
}
