import type * as fc from 'fast-check'
import { shardPathOf } from '../../../src/dataset/database/paths.ts'
import { type DatabaseRow, renderShards, rowGrades, type Shard } from '../../../src/dataset/database/row.ts'
import { anyDelivery, pair } from '../sample-pairs.ts'

const models = ['model/a', 'model/b', 'model/c']
const days = ['2026-10-30', '2026-11-01', '2026-11-02', '2026-11-20']

/** A row as integration writes it; what is counted differs from one to the next. */
export const row = (number: number, changes: Partial<DatabaseRow> = {}): DatabaseRow => {
  const base = pair(number, changes)
  return {
    ...base,
    generation: {
      ...base.generation,
      model_served: models[number % 3] ?? '',
      provider: number % 5 === 0 ? 'Other' : 'Example',
      task: `a${number % 4}`,
    },
    review: { ...base.review, state: number % 10 === 0 ? 'checked' : 'merged-unread' },
    grade: rowGrades[number % 6] ?? '',
    origin: number % 7 === 0 ? 'imported' : 'delivered',
    source_path: `inbox/droid/a${number % 4}/macd.json`,
    integrated_at: `${days[number % 4] ?? ''}T10:00:00.000Z`,
    ...changes,
  }
}

export const rows = (count: number, from = 1): DatabaseRow[] => Array.from({ length: count }, (_, i) => row(from + i))

/** Rows as shards of one task each. */
export const shardsOf = (all: readonly DatabaseRow[], perTask = 150): Shard[] => {
  const shards: Shard[] = []
  for (let from = 0; from < all.length; from += perTask) {
    const name = `task-${String(from / perTask).padStart(5, '0')}`
    shards.push(...renderShards(shardPathOf(name, '2026-11-02T10:00:00.000Z'), all.slice(from, from + perTask)))
  }
  return shards
}

/** Rows with hostile texts in every field. */
export const anyRows: fc.Arbitrary<DatabaseRow[]> = anyDelivery.map(({ pairs }) =>
  pairs.map((one, i) => ({ ...row(i + 1), ...one })),
)
