/** A question and an answer of somebody else's collection, with what it says beside; empty strings and lists where it says nothing. */
export interface ForeignRow {
  /** Where it stands, from 1: the item of a list, the line of a file, the row of a table. */
  readonly row: number
  readonly question: string
  readonly answer: string
  readonly id: string
  readonly topic: readonly string[]
  readonly difficulty: string
  readonly type: string
  /** A URL, or whatever the collection has for where it knows this from. */
  readonly source: string
  /** Whether it says that the embedded provider made it, as everything does that was exported from a rehearsal. */
  readonly rehearsal: boolean
}

/** What was put aside, and why. */
export interface ForeignProblem {
  /** 0 where it is about the whole file. */
  readonly row: number
  readonly reason: string
}

export interface Collection {
  readonly rows: readonly ForeignRow[]
  readonly problems: readonly ForeignProblem[]
}

/** One row of a collection, read or not. */
export type ReadRow = { readonly type: 'row'; readonly row: ForeignRow } | ({ readonly type: 'problem' } & ForeignProblem)

export const collectionOf = (read: readonly ReadRow[]): Collection => ({
  rows: read.flatMap(each => (each.type === 'row' ? [each.row] : [])),
  problems: read.flatMap(each => (each.type === 'problem' ? [{ row: each.row, reason: each.reason }] : [])),
})

export const unreadable = (reason: string): Collection => ({ rows: [], problems: [{ row: 0, reason }] })

/** Characters that a question and its answer may have together. */
export const maxRowCharacters = 20_000

/** Bytes that a file may have. */
export const maxFileBytes = 200_000_000
