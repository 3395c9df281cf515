import type { Caller } from './accounts.ts'
import type { PullFields } from './emulate-tables.ts'
import { nodeId } from './node-id.ts'
import { HttpError, notFound } from './http-error.ts'
import type { IssueRow } from './issue-json.ts'
import type { IssueBook } from './issues.ts'
import { changedFiles, type ChangedFile } from './pull-files.ts'
import { checkNewPull, type PullInput } from './new-pull.ts'
import { pullJson, type PullRow } from './pull-json.ts'
import { actorId, authorOf, now, type Json, type World } from './world.ts'

export interface MergeInput {
  readonly expectedHead: string | undefined
  readonly title: string | undefined
  readonly message: string | undefined
  readonly method: 'merge' | 'squash' | 'rebase'
}

export interface PullBook {
  /** Up to date with its branches; throws 404 where there is none. */
  get(repoId: number, number: number): PullRow
  issue(row: PullRow): IssueRow
  create(caller: Caller, repoId: number, input: PullInput): PullRow
  files(row: PullRow): readonly ChangedFile[]
  commits(row: PullRow): readonly string[]
  merge(caller: Caller, row: PullRow, input: MergeInput): string
  /** Follows what was pushed: new heads, vanished branches, merges by hand. */
  follow(by: string, moved: { readonly repoId: number; readonly branch: string; readonly sha: string | null }): void
  payload(row: PullRow): Json
  list(repoId: number): readonly PullRow[]
}

export function createPullBook(world: World, issues: IssueBook): PullBook {
  const { tables } = world
  const find = (repoId: number, number: number): PullRow | undefined =>
    tables.pullRequests.findBy('number', number).find(one => one.repo_id === repoId)
  const issue = (row: PullRow): IssueRow => issues.get(row.repo_id, row.number)

  function refresh(row: PullRow): PullRow {
    if (row.state !== 'open') return row
    const git = world.git(row.repo_id)
    const base = git.branch(row.base_ref)
    const headGit = world.git(row.head_repo_id)
    const head = headGit.branch(row.head_ref)
    if (base === undefined || head === undefined) return row
    if (row.head_sha === head && row.base_sha === base && row.mergeable !== null) return row
    if (headGit !== git) git.fetch(headGit, head)
    const fresh = tables.pullRequests.update(row.id, { head_sha: head, base_sha: base }) ?? row
    const conflicts = git.merge(base, head).conflicts.length > 0
    const changed = changedFiles(git, fresh)
    const sums = {
      additions: changed.reduce((sum, file) => sum + file.additions, 0),
      deletions: changed.reduce((sum, file) => sum + file.deletions, 0),
    }
    const state = conflicts ? 'dirty' : fresh.draft ? 'draft' : 'clean'
    return (
      tables.pullRequests.update(row.id, {
        ...sums,
        changed_files: changed.length,
        commits: git.between(base, head).length,
        mergeable: !conflicts,
        mergeable_state: state,
      }) ?? fresh
    )
  }

  function get(repoId: number, number: number): PullRow {
    const row = find(repoId, number)
    if (row === undefined) throw notFound()
    return refresh(row)
  }

  const payload = (row: PullRow): Json => pullJson(world, issues, row)
  issues.pullPayload.read = row => payload(get(row.repo_id, row.number))

  function create(caller: Caller, repoId: number, input: PullInput): PullRow {
    const repo = world.repository(repoId)
    const head = checkNewPull(world, caller, { repo, input })
    const number = issues.nextNumber(repoId)
    const shared = {
      number,
      repo_id: repoId,
      title: input.title,
      body: input.body,
      state: 'open',
      locked: false,
      user_id: actorId(world, caller),
      assignee_ids: [],
      label_ids: [],
      milestone_id: null,
      comments: 0,
      closed_at: null,
    } as const
    const asIssue = tables.issues.insert({
      node_id: '',
      ...shared,
      state_reason: null,
      active_lock_reason: null,
      closed_by_id: null,
      is_pull_request: true,
    })
    tables.issues.update(asIssue.id, { node_id: nodeId('Issue', asIssue.id) })
    const ends = {
      head_ref: head.branch,
      head_sha: '',
      head_repo_id: head.repo.id,
      base_ref: input.base,
      base_sha: '',
      base_repo_id: repoId,
    }
    const unmerged = {
      merged: false,
      merged_at: null,
      merged_by_id: null,
      merge_commit_sha: null,
      mergeable: null,
      mergeable_state: 'unknown',
    }
    const counts = {
      review_comments: 0,
      commits: 0,
      additions: 0,
      deletions: 0,
      changed_files: 0,
      draft: input.draft,
      requested_reviewer_ids: [],
      requested_team_ids: [],
      auto_merge: null,
    }
    const made = tables.pullRequests.insert({ node_id: '', ...shared, ...ends, ...unmerged, ...counts })
    tables.pullRequests.update(made.id, { node_id: nodeId('PullRequest', made.id) })
    const row = get(repoId, number)
    world.emit({ name: 'pull_request', by: caller.login }, { action: 'opened', number, pull_request: payload(row) }, repoId)
    return row
  }

  function end(by: string, row: PullRow, change: Partial<PullFields>): PullRow {
    const closed = { state: 'closed', closed_at: now() } as const
    const after = tables.pullRequests.update(row.id, { ...closed, ...change }) ?? row
    tables.issues.update(issue(row).id, { ...closed, closed_by_id: world.accounts.user(by)?.id ?? null })
    world.emit({ name: 'pull_request', by }, { action: 'closed', number: row.number, pull_request: payload(after) }, row.repo_id)
    return after
  }

  /** GitHub closes the issues that a merged pull request names with a closing word, where it was merged into the default branch. */
  function closeNamed(caller: Caller, row: PullRow): void {
    if (row.base_ref !== world.repository(row.repo_id).default_branch) return
    for (const [, number] of (row.body ?? '').matchAll(/\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+#(\d+)/gi)) {
      const named = tables.issues
        .findBy('number', Number(number))
        .find(one => one.repo_id === row.repo_id && !one.is_pull_request)
      if (named !== undefined) issues.change(caller, named, { state: 'closed' })
    }
  }

  function merge(caller: Caller, row: PullRow, input: MergeInput): string {
    if (row.merged || row.state !== 'open') throw new HttpError(405, 'Pull Request is not mergeable', { type: 'UNPROCESSABLE' })
    if (row.draft) throw new HttpError(405, 'Pull Request is still a draft', { type: 'UNPROCESSABLE' })
    if (input.expectedHead !== undefined && input.expectedHead !== row.head_sha)
      throw new HttpError(409, 'Head branch was modified. Review and try the merge again.', { type: 'UNPROCESSABLE' })
    const git = world.git(row.repo_id)
    const { changes, conflicts } = git.merge(row.base_sha, row.head_sha)
    if (conflicts.length > 0) throw new HttpError(405, 'Pull Request is not mergeable', { type: 'UNPROCESSABLE' })
    const author = authorOf(world, caller)
    const single = input.method !== 'merge'
    const from = world.repository(row.head_repo_id).full_name.split('/')[0] ?? ''
    const title =
      input.title ?? (single ? `${row.title} (#${row.number})` : `Merge pull request #${row.number} from ${from}/${row.head_ref}`)
    const message = input.message ?? (single ? '' : row.title)
    const oid = git.putCommit({
      tree: git.putTree(git.commit(row.base_sha)?.tree_sha, changes),
      parents: single ? [row.base_sha] : [row.base_sha, row.head_sha],
      message: message === '' ? title : `${title}\n\n${message}`,
      author,
    })
    const merged = {
      merged: true,
      merged_at: now(),
      merged_by_id: author.id,
      merge_commit_sha: oid,
      mergeable: null,
      mergeable_state: 'unknown',
    }
    const after = end(caller.login, row, merged)
    git.setBranch(row.base_ref, oid)
    closeNamed(caller, after)
    return oid
  }

  function followHead(by: string, row: PullRow, sha: string | null): void {
    if (sha === null) return void end(by, row, {})
    const before = row.head_sha
    const after = refresh(row)
    // A branch that was pushed back to its base has nothing left to merge: GitHub closes it.
    if (world.git(row.repo_id).isAncestor(after.head_sha, after.base_sha)) return void end(by, after, {})
    if (before !== after.head_sha)
      world.emit(
        { name: 'pull_request', by },
        { action: 'synchronize', number: row.number, before, after: after.head_sha, pull_request: payload(after) },
        row.repo_id,
      )
  }

  return {
    get,
    issue,
    create,
    files: row => changedFiles(world.git(row.repo_id), row),
    commits: row => world.git(row.repo_id).between(row.base_sha, row.head_sha),
    merge,
    follow: (by, moved) => {
      for (const row of tables.pullRequests.all().filter(one => one.state === 'open')) {
        if (row.head_repo_id === moved.repoId && row.head_ref === moved.branch) followHead(by, row, moved.sha)
        else if (row.repo_id === moved.repoId && row.base_ref === moved.branch && moved.sha !== null) {
          const onBase = world.git(row.repo_id).isAncestor(row.head_sha, moved.sha)
          if (onBase)
            end(by, row, {
              merged: true,
              merged_at: now(),
              merge_commit_sha: moved.sha,
              merged_by_id: world.accounts.user(by)?.id ?? null,
            })
        }
      }
    },
    payload,
    list: repoId => tables.pullRequests.findBy('repo_id', repoId).map(refresh),
  }
}
