import type { Instant } from '../../domain/instant.ts'
import type { Pair } from '../../domain/pair.ts'

/** What a pair stands on, which decides what the gates can ask of it. */
export type Evidence =
  /** Quotes whose match against their pages was measured when they were found. */
  | 'quotes'
  /** Seconds of the video that the pair is about: nothing that code could compare a quote with. */
  | 'video'
  /** Nothing: it was made elsewhere. */
  | 'none'

/** A pair as it stands in its file, brought to the schema. */
export interface SourceRow {
  /** Once a file: the handle, or `row-<n>`. */
  readonly key: string
  readonly pair: Pair
  readonly evidence: Evidence
}

/** What was put aside before any gate could look at it. */
export interface Problem {
  readonly key: string
  readonly question: string
  readonly reason: string
}

/** One delivered file, or one piece of an imported collection. */
export interface IntegrationAssignment {
  readonly task: string
  /** What the unit and its work are called, once a task. */
  readonly unit: string
  /** What its shard is called, once in the whole database. */
  readonly shard: string
  /** Of the file in the repository, or the name of the imported collection. */
  readonly path: string
  readonly origin: 'delivered' | 'imported'
  /** When the task was made: the shard lies under its year and month. */
  readonly createdAt: Instant
  /** What the rows are about, whose words and numbers an answer may use; empty where nobody said. */
  readonly subject: { readonly name: string; readonly brief: string }
  readonly rows: readonly SourceRow[]
  readonly problems: readonly Problem[]
  /** Whether the embedded provider made any of it, by the calls beside it, which no edit of a pair can hide. */
  readonly rehearsal: boolean
  /** What files of the same task have brought before, which it must not repeat. */
  readonly earlier: readonly { readonly id: string; readonly question: string }[]
  /** Ids that somebody took out of the database, which do not come back. */
  readonly retracted: ReadonlySet<string>
}
