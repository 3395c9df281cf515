import type { ProcessIdentity } from '../domain/claim.ts'
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
  /** The newest commit. The files that will be read there at once come with the same request, where there are requests. */
  head(soon?: readonly string[]): Promise<Head>
  /**
   * The commit that this store last saw or made, without asking anybody; undefined before the first look.
   * It may be out of date, which a write on it finds out: so work that ends in a write need not ask first.
   */
  knownHead(): Head | undefined
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
  /** Logins that it is assigned to once it is made, ten at most; whom the forge cannot assign is left out. */
  readonly assignees?: readonly string[]
}

export interface IssueChange {
  readonly title?: string
  readonly body?: string
  readonly labels?: readonly string[]
  readonly state?: 'open' | 'closed'
  /** Logins that it is assigned to beside those who have it, ten at most; whom the forge cannot assign is left out. */
  readonly assignees?: readonly string[]
}

/** `gone` where the issue was deleted or moved elsewhere, `locked` where this account may not go on talking; nothing was written then. */
export type CommentResult = 'created' | 'edited' | 'same' | 'gone' | 'locked'

export interface Issues {
  create(issue: NewIssue): Promise<Issue>
  get(number: number): Promise<Issue | undefined>
  /** Oldest first. */
  list(filter: { readonly state?: 'open' | 'closed'; readonly labels?: readonly string[] }): Promise<readonly Issue[]>
  update(number: number, change: IssueChange): Promise<Issue>
  /** Writes the comment with this marker, or edits it where the automation wrote one before. */
  comment(number: number, comment: { readonly body: string; readonly marker: string }): Promise<CommentResult>
  comments(number: number): Promise<readonly Comment[]>
}

export interface Pull {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly branch: string
  readonly base: string
  readonly head: string
  /** The commit that the automation delivered, whatever a reviewer changed since; `contents.read` reads its files. */
  readonly first: string
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
  /** Opened as a draft, which asks nobody for a review; where the forge has no drafts, a label `draft` says so. */
  readonly draft: boolean
  /** Logins that are asked for a review; a forge without other people asks nobody. */
  readonly reviewers: readonly string[]
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
  /** A commit on the pull request's branch, only if it still is at `base`. */
  edit(
    number: number,
    change: { readonly base: string; readonly changes: readonly FileChange[]; readonly message: string },
  ): Promise<WriteResult>
  merge(number: number, merge: { readonly expectedHead: string; readonly message: string }): Promise<MergeResult>
  close(number: number): Promise<Pull>
  comment(number: number, comment: { readonly body: string; readonly marker: string }): Promise<CommentResult>
}

/** The user's own files on the default branch; what is read may be at any commit of the repository. */
export interface Contents {
  head(): Promise<Head>
  read(head: Head, paths: readonly string[]): Promise<ReadonlyMap<string, string>>
  list(head: Head, folder: string): Promise<readonly string[]>
  /** The file as it is, whatever its encoding; undefined where there is none. */
  readBytes(head: Head, path: string): Promise<Uint8Array | undefined>
  /** Every file below `folder` with git's name of its bytes, which changes when they do; sorted by path. */
  versions(head: Head, folder: string): Promise<ReadonlyMap<string, string>>
}

/** Who may do what, as the forge itself says; a label or an `author_association` is no proof. */
export interface People {
  /** The account that this forge writes as. */
  readonly account: string
  /** True where the login may push to the repository (permission `write`, `maintain` or `admin`); false for bots and for what is no login. */
  mayWrite(login: string): Promise<boolean>
}

/** Where handoffs go if the configuration names a category for them. */
export interface Discussions {
  /** Writes the discussion with this marker, or edits it where the automation wrote one before. Throws `fix-config` where there is no such category. */
  publish(discussion: {
    readonly category: string
    readonly title: string
    readonly body: string
    readonly marker: string
  }): Promise<{ readonly url: string }>
}

export interface Annotation {
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly level: 'notice' | 'warning' | 'failure'
  readonly message: string
}

export interface CheckReport {
  readonly name: string
  /** The commit that was looked at. */
  readonly head: string
  readonly conclusion: 'success' | 'neutral' | 'failure'
  readonly title: string
  readonly summary: string
  readonly annotations: readonly Annotation[]
}

/** What a commit's check says, beside the lines it is about. */
export interface Checks {
  /** One check a name and commit; reporting again replaces it. */
  report(check: CheckReport): Promise<{ readonly url: string }>
}

/** What only a forge with people and machines around it has. */
export interface Society {
  readonly people: People
  readonly discussions: Discussions
  readonly checks: Checks
  /** True where the forge proves that the process with this identity (`started` as `identifyRun` wrote it) has ended. */
  hasEnded(holder: ProcessIdentity): Promise<boolean>
}

/** Where tasks, state, pull requests and comments live. */
export interface Forge {
  readonly kind: 'local' | 'github'
  readonly defaultBranch: string
  readonly state: StateStore
  readonly issues: Issues
  readonly pulls: Pulls
  readonly contents: Contents
  /** Undefined on a forge that is one person's own disk. */
  readonly society?: Society
  /** Housekeeping at the end of a session; safe to leave out. */
  tidy(): Promise<void>
  close(): Promise<void>
}
