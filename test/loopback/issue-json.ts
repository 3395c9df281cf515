import type { CommentFields, IssueFields, LabelFields } from './emulate-tables.ts'
import { seconds, type Json, type World } from './world.ts'

type Stored = { readonly id: number; readonly created_at: string; readonly updated_at: string }
export type IssueRow = IssueFields & Stored
export type CommentRow = CommentFields & Stored
export type LabelRow = LabelFields & Stored

/** Issues, labels and comments as REST writes them. */
export interface IssueJson {
  association(userId: number, repoId: number): string
  labelJson(row: LabelRow): Json
  labels(row: IssueRow): readonly LabelRow[]
  json(row: IssueRow): Json
  commentJson(row: CommentRow): Json
}

export function createIssueJson(world: World): IssueJson {
  const { tables } = world
  const base = (row: { readonly repo_id: number }): string => `${world.url}/repos/${world.repository(row.repo_id).full_name}`
  const html = (row: { readonly repo_id: number }): string => `${world.url}/${world.repository(row.repo_id).full_name}`

  function association(userId: number, repoId: number): string {
    const user = tables.users.get(userId)
    if (user === undefined || user.type === 'Bot') return 'NONE'
    if (world.repository(repoId).full_name.startsWith(`${user.login}/`)) return 'OWNER'
    return tables.collaborators.findBy('repo_id', repoId).some(one => one.user_id === userId) ? 'COLLABORATOR' : 'NONE'
  }

  const labelJson = (row: LabelRow): Json => ({
    id: row.id,
    node_id: row.node_id,
    url: `${base(row)}/labels/${encodeURIComponent(row.name)}`,
    name: row.name,
    description: row.description,
    color: row.color,
    default: row.default,
  })
  const labels = (row: IssueRow): readonly LabelRow[] =>
    row.label_ids.map(id => tables.labels.get(id)).filter(one => one !== undefined)

  function reactions(url: string): Json {
    const counts = { '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 }
    return { url: `${url}/reactions`, total_count: 0, ...counts }
  }

  function pullLinks(row: IssueRow): Json {
    const pull = tables.pullRequests.findBy('number', row.number).find(one => one.repo_id === row.repo_id)
    const page = `${html(row)}/pull/${row.number}`
    const links = {
      url: `${base(row)}/pulls/${row.number}`,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
    }
    return { draft: pull?.draft ?? false, pull_request: { ...links, merged_at: pull?.merged_at ?? null } }
  }

  function json(row: IssueRow): Json {
    const url = `${base(row)}/issues/${row.number}`
    return {
      url,
      repository_url: base(row),
      labels_url: `${url}/labels{/name}`,
      comments_url: `${url}/comments`,
      events_url: `${url}/events`,
      html_url: `${html(row)}/${row.is_pull_request ? 'pull' : 'issues'}/${row.number}`,
      id: row.id,
      node_id: row.node_id,
      number: row.number,
      title: row.title,
      user: world.userJson(row.user_id),
      labels: labels(row).map(labelJson),
      state: row.state,
      state_reason: row.state_reason,
      locked: row.locked,
      active_lock_reason: null,
      assignee: world.userJson(row.assignee_ids[0] ?? null),
      assignees: row.assignee_ids.map(world.userJson),
      milestone: null,
      comments: row.comments,
      created_at: seconds(row.created_at),
      updated_at: seconds(row.updated_at),
      closed_at: row.closed_at,
      closed_by: world.userJson(row.closed_by_id),
      body: row.body,
      reactions: reactions(url),
      timeline_url: `${url}/timeline`,
      performed_via_github_app: null,
      author_association: association(row.user_id, row.repo_id),
      ...(row.is_pull_request ? pullLinks(row) : {}),
    }
  }

  const commentJson = (row: CommentRow): Json => ({
    url: `${base(row)}/issues/comments/${row.id}`,
    html_url: `${html(row)}/issues/${row.issue_number ?? 0}#issuecomment-${row.id}`,
    issue_url: `${base(row)}/issues/${row.issue_number ?? 0}`,
    id: row.id,
    node_id: row.node_id,
    user: world.userJson(row.user_id),
    created_at: seconds(row.created_at),
    updated_at: seconds(row.updated_at),
    author_association: association(row.user_id, row.repo_id),
    body: row.body,
    reactions: reactions(`${base(row)}/issues/comments/${row.id}`),
    performed_via_github_app: null,
  })

  return { association, labelJson, labels, json, commentJson }
}
