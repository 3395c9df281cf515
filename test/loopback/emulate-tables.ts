interface Row {
  readonly id: number
  readonly created_at: string
  readonly updated_at: string
}

/** A table of emulate's store; indexed fields are found without a scan. */
export interface Table<Fields> {
  insert(fields: Fields): Fields & Row
  get(id: number): (Fields & Row) | undefined
  findBy<Name extends keyof Fields & string>(field: Name, value: Fields[Name]): (Fields & Row)[]
  update(id: number, change: Partial<Fields>): (Fields & Row) | undefined
  delete(id: number): boolean
  all(): (Fields & Row)[]
}

export interface UserFields {
  readonly login: string
  readonly type: 'User' | 'Bot'
  readonly node_id: string
  readonly name: string | null
  readonly email: string | null
  readonly [other: string]: unknown
}

export interface RepositoryFields {
  readonly node_id: string
  readonly name: string
  readonly full_name: string
  readonly private: boolean
  readonly fork: boolean
  readonly forked_from_id: number | null
  readonly default_branch: string
  readonly [other: string]: unknown
}

export interface IssueFields {
  readonly node_id: string
  readonly number: number
  readonly repo_id: number
  readonly title: string
  readonly body: string | null
  readonly state: 'open' | 'closed'
  readonly state_reason: string | null
  readonly locked: boolean
  readonly active_lock_reason: null
  readonly user_id: number
  readonly assignee_ids: readonly number[]
  readonly label_ids: readonly number[]
  readonly milestone_id: number | null
  readonly comments: number
  readonly closed_at: string | null
  readonly closed_by_id: number | null
  readonly is_pull_request: boolean
}

export interface PullFields {
  readonly node_id: string
  readonly number: number
  readonly repo_id: number
  readonly title: string
  readonly body: string | null
  readonly state: 'open' | 'closed'
  readonly locked: boolean
  readonly user_id: number
  readonly assignee_ids: readonly number[]
  readonly label_ids: readonly number[]
  readonly milestone_id: number | null
  readonly head_ref: string
  readonly head_sha: string
  readonly head_repo_id: number
  readonly base_ref: string
  readonly base_sha: string
  readonly base_repo_id: number
  readonly merged: boolean
  readonly merged_at: string | null
  readonly merged_by_id: number | null
  readonly merge_commit_sha: string | null
  readonly mergeable: boolean | null
  readonly mergeable_state: string
  readonly comments: number
  readonly review_comments: number
  readonly commits: number
  readonly additions: number
  readonly deletions: number
  readonly changed_files: number
  readonly draft: boolean
  readonly requested_reviewer_ids: readonly number[]
  readonly requested_team_ids: readonly number[]
  readonly closed_at: string | null
  readonly auto_merge: null
}

export interface LabelFields {
  readonly node_id: string
  readonly repo_id: number
  readonly name: string
  readonly description: string | null
  readonly color: string
  readonly default: boolean
}

export interface CommentFields {
  readonly node_id: string
  readonly repo_id: number
  readonly issue_number: number | null
  readonly body: string
  readonly user_id: number
  readonly comment_type: string
  readonly [other: string]: unknown
}

export interface TreeEntry {
  readonly path: string
  readonly mode: string
  readonly type: 'blob' | 'tree' | 'commit'
  readonly sha: string
  readonly size?: number
}

export interface CommitFields {
  readonly repo_id: number
  readonly sha: string
  readonly node_id: string
  readonly message: string
  readonly author_name: string
  readonly author_email: string
  readonly author_date: string
  readonly committer_name: string
  readonly committer_email: string
  readonly committer_date: string
  readonly tree_sha: string
  readonly parent_shas: readonly string[]
  readonly user_id: number | null
}

export interface Tables {
  readonly users: Table<UserFields>
  readonly orgs: Table<{ readonly login: string; readonly node_id: string }>
  readonly repos: Table<RepositoryFields>
  readonly collaborators: Table<{ readonly repo_id: number; readonly user_id: number; readonly permission: string }>
  readonly issues: Table<IssueFields>
  readonly pullRequests: Table<PullFields>
  readonly labels: Table<LabelFields>
  readonly comments: Table<CommentFields>
  readonly branches: Table<{ readonly repo_id: number; readonly name: string; readonly sha: string; readonly protected: boolean }>
  readonly refs: Table<{ readonly repo_id: number; readonly ref: string; readonly sha: string; readonly node_id: string }>
  readonly commits: Table<CommitFields>
  readonly trees: Table<{
    readonly repo_id: number
    readonly sha: string
    readonly node_id: string
    readonly tree: readonly TreeEntry[]
    readonly truncated: boolean
  }>
  readonly checkRuns: Table<{ readonly repo_id: number; readonly output: { readonly annotations: readonly unknown[] } }>
  readonly blobs: Table<{
    readonly repo_id: number
    readonly sha: string
    readonly node_id: string
    readonly content: string
    readonly encoding: 'utf-8' | 'base64'
    readonly size: number
  }>
}
