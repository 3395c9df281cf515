import { z } from 'zod'
import { messageOf, PerpetualError } from '../../domain/errors.ts'
import { oneLine } from '../../domain/one-line.ts'
import { sha256 } from '../pair-id.ts'
import { issueLine } from '../pair-rows.ts'
import { type DatabaseRow, parseShard, type Shard } from './row.ts'
import { createTally, totalsSchema } from './tally.ts'

export const shardEntrySchema = z.strictObject({
  path: z.string(),
  sha256: z.string(),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
})
export type ShardEntry = z.infer<typeof shardEntrySchema>

const dateSchema = z.iso.date()

/** What is known of the database without reading it: its shards, and numbers over all their rows, retracted ones included. */
export const manifestSchema = z.strictObject({
  version: z.literal(1),
  /** Pairs that the configuration aims at. */
  goal: z.int().positive(),
  /** Without the retracted ones. */
  rows: z.int().nonnegative(),
  totals: totalsSchema.extend({
    /** Rows that are there and retracted. */
    retracted: z.int().nonnegative(),
    /** Retracted ids whose rows were erased from git too. */
    erased: z.int().nonnegative(),
  }),
  /** Rows by the day on which they came in; `rows` is how many there were at its end. */
  history: z.array(z.strictObject({ date: dateSchema, rows: z.int().nonnegative(), added: z.int().positive() })),
  shards: z.array(shardEntrySchema),
})
export type Manifest = z.infer<typeof manifestSchema>

export interface NewShard extends Shard {
  /** The text of the rejects beside it. */
  readonly rejects?: string
}

export interface ManifestFacts {
  readonly goal: number
  /** Ids of retracted pairs, as `readRetracted` gives them. */
  readonly retracted: ReadonlySet<string>
}

const entryOf = ({ path, text }: Shard, rows: number): ShardEntry => ({
  path,
  sha256: sha256(text),
  rows,
  bytes: Buffer.byteLength(text),
})

/** Days in their order, with the sums anew: rows of an earlier day may be counted later. */
function extendHistory(history: Manifest['history'], rows: readonly DatabaseRow[]): Manifest['history'] {
  const added = new Map(history.map(day => [day.date, day.added]))
  for (const { integrated_at } of rows) {
    const date = integrated_at.slice(0, 10)
    added.set(date, (added.get(date) ?? 0) + 1)
  }
  let sum = 0
  return [...added]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, count]) => {
      sum += count
      return { date, rows: sum, added: count }
    })
}

/**
 * Takes new shards into a manifest (null: the first one), at the cost of the new ones alone. A shard that is listed is not counted again,
 * so that repeating it changes nothing. Throws where a new shard cannot be read, naming file and line.
 */
export function extendManifest(
  manifest: Manifest | null,
  shards: readonly NewShard[],
  { goal, retracted }: ManifestFacts,
): Manifest {
  const listed = new Set(manifest?.shards.map(({ path }) => path))
  const fresh = shards.filter(({ path }) => !listed.has(path) && listed.add(path))
  const tally = createTally(manifest?.totals)
  const entries: ShardEntry[] = []
  let history = manifest?.history ?? []
  let seen = 0
  for (const shard of fresh) {
    const rows = parseShard(shard)
    for (const row of rows) tally.add(row)
    seen += rows.filter(({ id }) => retracted.has(id)).length
    tally.addRejects(shard.rejects ?? '')
    entries.push(entryOf(shard, rows.length))
    history = extendHistory(history, rows)
  }
  const totals = tally.totals()
  // Only a row that is there can be retracted, so that those missing from a first count of everything were erased.
  const erased = manifest === null ? retracted.size - seen : manifest.totals.erased
  const left = Math.max(0, retracted.size - erased)
  return {
    version: 1,
    goal,
    rows: Math.max(0, totals.rows - left),
    totals: { ...totals, retracted: left, erased },
    history,
    shards: [...(manifest?.shards ?? []), ...entries].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

/** One shard a line, so that a difference shows what came in. */
export function renderManifest(manifest: Manifest): string {
  const { shards, history, ...head } = manifestSchema.parse(manifest)
  const list = (values: readonly object[]): string =>
    values.length === 0 ? '[]' : `[\n${values.map(value => `    ${JSON.stringify(value)}`).join(',\n')}\n  ]`
  const start = JSON.stringify(head, null, 2).replace(/\n\}$/, '')
  return `${start},\n  "history": ${list(history)},\n  "shards": ${list(shards)}\n}\n`
}

/** Throws one line that says what is wrong with it. */
export function parseManifest(text: string): Manifest {
  const refuse = (why: string, cause: unknown): PerpetualError =>
    new PerpetualError(
      `Expected a manifest in database/manifest.json: ${why}; put it back as git has it, or delete it, and integration counts anew`,
      { actBy: 'fix-config', cause },
    )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw refuse(oneLine(messageOf(error), 200), error)
  }
  const parsed = manifestSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw refuse(issueLine(parsed.error), parsed.error)
}
