import type { Duplicate } from './duplicates.ts'

export interface KnownQuestion {
  readonly id: string
  readonly question: string
}

/** A file that questions come from; another version of it is another file. */
export interface KnownFile {
  readonly path: string
  /** Git's name of its bytes, or any other that changes when they do. */
  readonly version: string
}

/** Where a question was found. */
export interface KnownPlace {
  readonly id: string
  readonly path: string
}

/** The questions of some of the files that `hold` was given; a path without questions may be left out. */
export type ReadQuestions = (paths: readonly string[]) => Promise<ReadonlyMap<string, readonly KnownQuestion[]>>

/** Questions of many files, of which only those that are new are read; what a question repeats is found as `createDuplicateIndex` finds it. */
export interface QuestionIndex {
  /** From now on exactly these files count. `read` is kept: it is asked again if what was kept turns out damaged. */
  hold(files: readonly KnownFile[], read: ReadQuestions): Promise<void>
  /** The nearest question that this one repeats, among those that `accept` lets count. */
  find(question: string, accept?: (place: KnownPlace) => boolean): Promise<(Duplicate & KnownPlace) | undefined>
  close(): void
}

/** What questions are looked up in. */
export interface QuestionIndexes {
  /** Shards on the default branch. */
  readonly database: QuestionIndex
  /** Merged deliveries. */
  readonly inbox: QuestionIndex
  /** What waits for review, which changes from look to look. */
  readonly open: QuestionIndex
}
