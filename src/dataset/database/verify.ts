import { pairId, quoteSha256, sha256 } from '../pair-id.ts'
import { questionSha256 } from '../shingles.ts'
import type { Manifest, ShardEntry } from './manifest.ts'
import { type DatabaseRow, isRehearsal, readShard, type Shard } from './row.ts'
import { createTally, type Totals } from './tally.ts'

/** The first thing that is wrong. */
export interface Fault {
  readonly path: string
  /** From 1; null where it is about the whole file. */
  readonly line: number | null
  readonly handle: string
  readonly message: string
}

export interface VerifiedShard extends Shard {
  /** The text of the rejects beside it. */
  readonly rejects: string
}

export interface Verifier {
  /** Looks at one shard; undefined where it is sound. */
  shard(shard: VerifiedShard): Fault | undefined
  /** What only all of them together tell; called once, after the last one. */
  end(): Fault | undefined
  /** Rows that were looked at, and shards that the manifest does not list yet. */
  seen(): { readonly rows: number; readonly retracted: number; readonly unlisted: readonly string[] }
}

export interface VerifierOptions {
  readonly manifest: Manifest | null
  readonly retracted: ReadonlySet<string>
  /** Whether pairs of the embedded provider may be there. */
  readonly rehearsal: boolean
}

function rowMessage(row: DatabaseRow): string | undefined {
  const id = pairId(row.indicator_id, row.question)
  if (row.id !== id) return `expected the id ${id} of its question, got ${JSON.stringify(row.id.slice(0, 40))}`
  if (row.dedup.question_sha256 !== questionSha256(row.question))
    return 'expected `dedup.question_sha256` to be that of its question'
  const wrong = row.citations.find(
    ({ quote, quote_sha256 }) => quote_sha256 !== quoteSha256(quote) && quote + quote_sha256 !== '',
  )
  if (wrong !== undefined) return `expected \`quote_sha256\` of citation ${wrong.n} to be that of its quote`
  return undefined
}

function entryMessage({ path, text }: Shard, rows: number, entry: ShardEntry): string | undefined {
  const bytes = Buffer.byteLength(text)
  if (entry.bytes !== bytes) return `expected the ${entry.bytes} bytes that the manifest has of ${path}, got ${bytes}`
  if (entry.sha256 !== sha256(text)) return 'expected the SHA-256 that the manifest has of it'
  return entry.rows === rows ? undefined : `expected the ${entry.rows} rows that the manifest has of it, got ${rows}`
}

/** The first number in which two sets differ. */
function differenceOf(manifest: Totals, counted: Totals): string | undefined {
  const flat = (totals: Totals): Map<string, number> =>
    new Map(
      Object.entries(totals).flatMap(([key, value]) =>
        typeof value === 'number'
          ? [[key, value] as const]
          : Object.entries(value).map(([name, each]) => [`${key}.${name}`, each] as const),
      ),
    )
  const [left, right] = [flat(manifest), flat(counted)]
  for (const key of [...right.keys(), ...left.keys()])
    if (left.get(key) !== right.get(key))
      return `expected totals.${key} to be ${String(right.get(key) ?? 0)}, got ${String(left.get(key) ?? 0)}`
  return undefined
}

const whole = (path: string, message: string): Fault => ({ path, line: null, handle: '', message })

/** Recomputes ids, hashes and counts shard by shard, keeping only ids in memory. */
export function createVerifier({ manifest, retracted, rehearsal }: VerifierOptions): Verifier {
  const entries = new Map(manifest?.shards.map(entry => [entry.path, entry]))
  const places = new Map<string, string>()
  const questions = new Map<string, string>()
  const unlisted: string[] = []
  const tally = createTally()
  let rows = 0
  let left = 0

  const rowFault = (path: string, row: DatabaseRow, line: number): Fault | undefined => {
    const fault = (message: string): Fault => ({ path, line, handle: row.handle, message })
    const message = rowMessage(row)
    if (message !== undefined) return fault(message)
    if (!rehearsal && isRehearsal(row)) return fault('expected no pair of the embedded provider in a real database')
    const before = places.get(row.id)
    if (before !== undefined) return fault(`expected every id once, ${row.id} stands in ${before} too`)
    places.set(row.id, `${path}:${line}`)
    // About another indicator the same question has another id. A retracted one may be asked again.
    if (retracted.has(row.id)) return undefined
    const asked = questions.get(row.dedup.question_sha256)
    if (asked !== undefined) return fault(`expected every question once, this one stands in ${asked} too`)
    questions.set(row.dedup.question_sha256, `${path}:${line}`)
    return undefined
  }

  return {
    shard: shard => {
      const { path, text, rejects } = shard
      const read = readShard(text)
      if (read.type === 'mistake') return { path, line: read.line, handle: read.handle, message: read.message }
      for (const [index, row] of read.rows.entries()) {
        const fault = rowFault(path, row, index + 1)
        if (fault !== undefined) return fault
        if (retracted.has(row.id)) left += 1
      }
      rows += read.rows.length
      const entry = entries.get(path)
      if (entry === undefined) {
        unlisted.push(path)
        return undefined
      }
      entries.delete(path)
      for (const row of read.rows) tally.add(row)
      tally.addRejects(rejects)
      const message = entryMessage(shard, read.rows.length, entry)
      return message === undefined ? undefined : whole(path, message)
    },
    end: () => {
      const [missing] = entries.keys()
      if (missing !== undefined) return whole(missing, 'expected this shard, which the manifest lists, found none')
      if (manifest === null) return undefined
      const { retracted: _retracted, erased: _erased, ...totals } = manifest.totals
      // Cells are told by words, each row by those of the version that counted it: they need not come out the same again.
      const message = differenceOf(totals, { ...tally.totals(), byCell: totals.byCell })
      return message === undefined ? undefined : whole('database/manifest.json', message)
    },
    seen: () => ({ rows, retracted: left, unlisted }),
  }
}

/** `path:line (handle): what`, for a person. */
export const describeFault = ({ path, line, handle, message }: Fault): string =>
  `${path}${line === null ? '' : `:${line}`}${handle === '' ? '' : ` (${handle})`}: ${message}`
