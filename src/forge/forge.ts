import type { Instant } from '../domain/instant.ts'

/** The commit a branch points at; null where the branch does not exist. */
export type Head = string | null

/** A file to write, or to remove where `text` is null. Paths are relative, with `/`. */
export interface FileChange {
  readonly path: string
  readonly text: string | null
}

export type WriteResult = { readonly type: 'written'; readonly head: string } | { readonly type: 'stale' }

/** Files under compare-and-set: a write succeeds only on the head that was read. Losing the race is a result, not an exception. */
export interface StateStore {
  head(): Promise<Head>
  /** The texts at `head`; a path that is not there is absent from the map. */
  read(head: Head, paths: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The paths of all files below `folder` at `head`, sorted. */
  list(head: Head, folder: string): Promise<readonly string[]>
  /** One commit of all changes. Writing what is there already is fine. */
  write(base: Head, changes: readonly FileChange[], message: string): Promise<WriteResult>
}

export interface Issue {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  readonly state: 'open' | 'closed'
  readonly author: string
  readonly createdAt: Instant
}

export interface Comment {
  readonly id: number
  readonly author: string
  readonly body: string
  readonly createdAt: Instant
}

export interface NewIssue {
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  /** Hidden in the body; a second `create` with the same marker returns the first issue. */
  readonly marker: string
}

export interface IssueChange {
  readonly title?: string
  readonly body?: string
  readonly labels?: readonly string[]
  readonly state?: 'open' | 'closed'
}

export interface Issues {
  create(issue: NewIssue): Promise<Issue>
  get(number: number): Promise<Issue | undefined>
  /** Oldest first. */
  list(filter: { readonly state?: 'open' | 'closed'; readonly labels?: readonly string[] }): Promise<readonly Issue[]>
  update(number: number, change: IssueChange): Promise<Issue>
  /** Writes the comment with this marker, or edits it where the automation wrote one before. */
  comment(number: number, comment: { readonly body: string; readonly marker: string }): Promise<'created' | 'edited' | 'same'>
  comments(number: number): Promise<readonly Comment[]>
}

export interface Pull {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly branch: string
  readonly base: string
  readonly head: string
  readonly state: 'open' | 'merged' | 'closed'
  readonly author: string
  readonly labels: readonly string[]
  readonly createdAt: Instant
  /** The commit on the base branch that brought it, once merged. */
  readonly mergeCommit: string | null
  /** When it was merged or closed. */
  readonly endedAt: Instant | null
  /** A link or, on the local forge, the command that shows it. */
  readonly url: string
}

export interface NewPull {
  readonly branch: string
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  readonly files: readonly FileChange[]
  readonly message: string
}

export type MergeResult =
  | { readonly type: 'merged'; readonly commit: string }
  /** The two sides changed the same lines; `paths` names them. */
  | { readonly type: 'conflict'; readonly paths: readonly string[] }
  /** The branch moved on after `expectedHead`. */
  | { readonly type: 'stale' }
  /** The forge will not (a dirty checkout, a protected branch); `reason` says in one line what a person must do. */
  | { readonly type: 'refused'; readonly reason: string }

export interface Pulls {
  /**
   * One commit of `files` on a new branch off the default branch, and a pull request for it.
   * Idempotent: where the automation made the branch or the pull request before, the rest is made and the pull request returned;
   * a branch that exists is never written again.
   */
  open(pull: NewPull): Promise<Pull>
  get(number: number): Promise<Pull | undefined>
  /** Oldest first. */
  list(filter: { readonly state?: Pull['state']; readonly branchPrefix?: string }): Promise<readonly Pull[]>
  /** The paths that the pull request adds or changes against its base. */
  paths(number: number): Promise<readonly string[]>
  /** Texts at the pull request's head (or, once merged, at its merge commit); absent where a path is not there. */
  read(number: number, paths: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The text the automation delivered in the branch's first commit, whatever a reviewer changed since. */
  readDelivered(number: number, paths: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** A commit on the pull request's branch, only if it still is at `base`. */
  edit(
    number: number,
    change: { readonly base: string; readonly changes: readonly FileChange[]; readonly message: string },
  ): Promise<WriteResult>
  merge(number: number, merge: { readonly expectedHead: string; readonly message: string }): Promise<MergeResult>
  close(number: number): Promise<Pull>
  comment(number: number, comment: { readonly body: string; readonly marker: string }): Promise<'created' | 'edited' | 'same'>
}

/** The user's own files on the default branch. */
export interface Contents {
  head(): Promise<Head>
  read(head: Head, paths: readonly string[]): Promise<ReadonlyMap<string, string>>
  list(head: Head, folder: string): Promise<readonly string[]>
}

/** Where tasks, state, pull requests and comments live. */
export interface Forge {
  readonly kind: 'local' | 'github'
  readonly defaultBranch: string
  readonly state: StateStore
  readonly issues: Issues
  readonly pulls: Pulls
  readonly contents: Contents
  /** Housekeeping at the end of a session; safe to leave out. */
  tidy(): Promise<void>
  close(): Promise<void>
}
