import type { PullFields } from './emulate-tables.ts'
import type { IssueBook } from './issues.ts'
import { seconds, type Json, type World } from './world.ts'

export type PullRow = PullFields & { readonly id: number; readonly created_at: string; readonly updated_at: string }

/** A pull request as events carry it, and as REST writes it but for what emulate adds. */
export function pullJson(world: World, issues: IssueBook, row: PullRow): Json {
  const side = (repoId: number, ref: string, sha: string): Json => {
    const repo = world.repositoryJson(repoId)
    const [owner = ''] = String(repo['full_name']).split('/')
    return { label: `${owner}:${ref}`, ref, sha, repo, user: { login: owner } }
  }
  const { full_name } = world.repository(row.repo_id)
  const page = `${world.url}/${full_name}/pull/${row.number}`
  return {
    url: `${world.url}/repos/${full_name}/pulls/${row.number}`,
    id: row.id,
    node_id: row.node_id,
    html_url: page,
    number: row.number,
    state: row.state,
    locked: false,
    title: row.title,
    user: world.userJson(row.user_id),
    body: row.body,
    labels: issues.labels(issues.get(row.repo_id, row.number)).map(issues.labelJson),
    draft: row.draft,
    created_at: seconds(row.created_at),
    updated_at: seconds(row.updated_at),
    closed_at: row.closed_at,
    merged_at: row.merged_at,
    merged: row.merged,
    merged_by: world.userJson(row.merged_by_id),
    merge_commit_sha: row.merge_commit_sha,
    author_association: issues.association(row.user_id, row.repo_id),
    head: side(row.head_repo_id, row.head_ref, row.head_sha),
    base: side(row.base_repo_id, row.base_ref, row.base_sha),
    changed_files: row.changed_files,
    commits: row.commits,
  }
}
