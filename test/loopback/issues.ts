import type { Caller } from './accounts.ts'
import type { IssueFields } from './emulate-tables.ts'
import { nodeId } from './node-id.ts'
import { HttpError, invalid, notFound } from './http-error.ts'
import { createIssueJson, type CommentRow, type IssueJson, type IssueRow, type LabelRow } from './issue-json.ts'
import { checkComment, checkText } from './text-limits.ts'
import { actorId, now, type Json, type World } from './world.ts'

export interface IssueInput {
  readonly title?: string
  readonly body?: string | null
  readonly state?: 'open' | 'closed'
  readonly stateReason?: string | null
  readonly labels?: readonly string[]
}

/** Issues, and what pull requests share with them: title, body, labels, comments, being closed. */
export interface IssueBook extends IssueJson {
  /** Throws 404 where there is none, or it was transferred. */
  get(repoId: number, number: number): IssueRow
  /** As GitHub finds it: whatever the case; made where it is missing. */
  label(repoId: number, name: string): LabelRow
  create(caller: Caller, repoId: number, input: IssueInput): IssueRow
  change(caller: Caller, row: IssueRow, change: IssueInput): IssueRow
  setLabels(caller: Caller, row: IssueRow, ids: readonly number[]): IssueRow
  /** As GitHub does it: beside those who have it, ten in all, and without a word leaves out whom it cannot assign. */
  assign(caller: Caller, row: IssueRow, logins: readonly string[]): IssueRow
  comment(caller: Caller, row: IssueRow, body: string): CommentRow
  editComment(caller: Caller, row: CommentRow, body: string): CommentRow
  comments(row: IssueRow): readonly CommentRow[]
  transfer(by: string, row: IssueRow): void
  nextNumber(repoId: number): number
  /** What a pull request's events carry. */
  readonly pullPayload: { read(row: IssueRow): Json }
}

export function createIssueBook(world: World): IssueBook {
  const { tables } = world
  const pullPayload = { read: (row: IssueRow): Json => ({ number: row.number }) }
  const { association, labelJson, labels, json, commentJson } = createIssueJson(world)
  const event = (row: IssueRow): string => (row.is_pull_request ? 'pull_request' : 'issues')
  const subject = (row: IssueRow): Json =>
    row.is_pull_request ? { number: row.number, pull_request: pullPayload.read(row) } : { issue: json(row) }

  function get(repoId: number, number: number): IssueRow {
    const row = tables.issues.findBy('number', number).find(one => one.repo_id === repoId)
    if (row === undefined || (repoId === world.mainRepoId && world.settings.transferred.has(number))) throw notFound()
    return row
  }

  function label(repoId: number, name: string): LabelRow {
    if (name.trim() === '') throw invalid('Label', { field: 'name', code: 'missing_field' })
    if (name.length > 50) throw invalid('Label', { field: 'name', message: 'name is too long (maximum is 50 characters)' })
    const known = tables.labels.findBy('repo_id', repoId).find(one => one.name.toLowerCase() === name.toLowerCase())
    if (known !== undefined) return known
    const made = tables.labels.insert({ node_id: '', repo_id: repoId, name, description: null, color: 'ededed', default: false })
    return tables.labels.update(made.id, { node_id: nodeId('Label', made.id) }) ?? made
  }

  /** A pull request lives in two of emulate's tables. */
  function update(row: IssueRow, fields: Partial<IssueFields>): IssueRow {
    if (row.is_pull_request) {
      const pull = tables.pullRequests.findBy('number', row.number).find(one => one.repo_id === row.repo_id)
      const { state_reason: _reason, closed_by_id: _by, ...shared } = fields
      if (pull !== undefined) tables.pullRequests.update(pull.id, shared)
    }
    return tables.issues.update(row.id, fields) ?? row
  }

  function setLabels(caller: Caller, row: IssueRow, ids: readonly number[]): IssueRow {
    const wanted = [...new Set(ids)]
    if (wanted.length > 100) throw invalid('Issue', { field: 'labels', message: 'labels is too many (maximum is 100)' })
    const before = row.label_ids
    const after = update(row, { label_ids: wanted })
    const changed = (ofIds: readonly number[], without: readonly number[]): readonly LabelRow[] =>
      ofIds
        .filter(id => !without.includes(id))
        .map(id => tables.labels.get(id))
        .filter(one => one !== undefined)
    for (const [action, list] of [
      ['unlabeled', changed(before, wanted)],
      ['labeled', changed(wanted, before)],
    ] as const)
      for (const one of list)
        world.emit({ name: event(row), by: caller.login }, { action, label: labelJson(one), ...subject(after) }, row.repo_id)
    return after
  }

  function assign(caller: Caller, row: IssueRow, logins: readonly string[]): IssueRow {
    if (!world.accounts.allows(caller, row.repo_id, 'triage')) return row
    const people = logins.flatMap(login => world.accounts.user(login) ?? [])
    const held = tables.collaborators.findBy('repo_id', row.repo_id)
    const assignable = people.filter(user => user.type === 'User' && held.some(one => one.user_id === user.id))
    const ids = [...new Set([...row.assignee_ids, ...assignable.map(({ id }) => id)])].slice(0, 10)
    const after = update(row, { assignee_ids: ids })
    for (const id of ids.filter(each => !row.assignee_ids.includes(each)))
      world.emit(
        { name: event(row), by: caller.login },
        { action: 'assigned', assignee: world.userJson(id), ...subject(after) },
        row.repo_id,
      )
    return after
  }

  function nextNumber(repoId: number): number {
    return tables.issues.findBy('repo_id', repoId).reduce((highest, row) => Math.max(highest, row.number), 0) + 1
  }

  function create(caller: Caller, repoId: number, input: IssueInput): IssueRow {
    if (!world.settings.issues)
      throw new HttpError(410, 'Issues has been disabled in this repository.', { type: 'UNPROCESSABLE' })
    checkText('Issue', { title: input.title ?? '', body: input.body })
    // GitHub drops the labels of somebody who may not label, without a word.
    const names = world.accounts.allows(caller, repoId, 'triage') ? (input.labels ?? []) : []
    const label_ids = [...new Set(names.map(name => label(repoId, name).id))]
    const text = { title: input.title ?? '', body: input.body ?? null }
    const fresh = {
      state: 'open',
      state_reason: null,
      locked: false,
      active_lock_reason: null,
      assignee_ids: [],
      milestone_id: null,
      comments: 0,
      closed_at: null,
      closed_by_id: null,
      is_pull_request: false,
    } as const
    const made = tables.issues.insert({
      node_id: '',
      number: nextNumber(repoId),
      repo_id: repoId,
      user_id: actorId(world, caller),
      label_ids,
      ...text,
      ...fresh,
    })
    const row = tables.issues.update(made.id, { node_id: nodeId('Issue', made.id) }) ?? made
    world.emit({ name: 'issues', by: caller.login }, { action: 'opened', issue: json(row) }, repoId)
    for (const one of labels(row))
      world.emit({ name: 'issues', by: caller.login }, { action: 'labeled', label: labelJson(one), issue: json(row) }, repoId)
    return row
  }

  function setState(caller: Caller, row: IssueRow, wanted: IssueInput): IssueRow {
    if (wanted.state === undefined) return row
    if (wanted.state === row.state)
      return wanted.stateReason === undefined ? row : update(row, { state_reason: wanted.stateReason })
    const closing = wanted.state === 'closed'
    const reason = row.is_pull_request ? null : (wanted.stateReason ?? (closing ? 'completed' : 'reopened'))
    const by = closing ? actorId(world, caller) : null
    const after = update(row, { state: wanted.state, state_reason: reason, closed_at: closing ? now() : null, closed_by_id: by })
    world.emit(
      { name: event(row), by: caller.login },
      { action: closing ? 'closed' : 'reopened', ...subject(after) },
      row.repo_id,
    )
    return after
  }

  function change(caller: Caller, row: IssueRow, wanted: IssueInput): IssueRow {
    checkText(row.is_pull_request ? 'PullRequest' : 'Issue', wanted)
    const title = wanted.title !== undefined && wanted.title !== row.title
    const body = wanted.body !== undefined && wanted.body !== row.body
    let after = row
    if (title || body) {
      after = update(row, {
        ...(wanted.title === undefined ? {} : { title: wanted.title }),
        ...(wanted.body === undefined ? {} : { body: wanted.body }),
      })
      const changes = { ...(title ? { title: { from: row.title } } : {}), ...(body ? { body: { from: row.body ?? '' } } : {}) }
      world.emit({ name: event(row), by: caller.login }, { action: 'edited', changes, ...subject(after) }, row.repo_id)
    }
    if (wanted.labels !== undefined && world.accounts.allows(caller, row.repo_id, 'triage'))
      after = setLabels(
        caller,
        after,
        wanted.labels.map(name => label(row.repo_id, name).id),
      )
    return setState(caller, after, wanted)
  }

  /** GitHub counts no bot among the collaborators who may go on talking (actions/stale#51, renovatebot/renovate#6215). */
  function checkLock(caller: Caller, row: IssueRow): void {
    if (row.locked && (caller.kind === 'bot' || !world.accounts.allows(caller, row.repo_id, 'write')))
      throw new HttpError(403, 'Unable to create comment because issue is locked.', { type: 'FORBIDDEN' })
  }

  function comment(caller: Caller, row: IssueRow, body: string): CommentRow {
    checkComment(body)
    checkLock(caller, row)
    const elsewhere = {
      pull_number: null,
      commit_sha: null,
      in_reply_to_id: null,
      path: null,
      position: null,
      line: null,
      side: null,
      subject_type: null,
      review_id: null,
    }
    const made = tables.comments.insert({
      node_id: '',
      repo_id: row.repo_id,
      issue_number: row.number,
      body,
      user_id: actorId(world, caller),
      comment_type: 'issue',
      ...elsewhere,
    })
    const stored = tables.comments.update(made.id, { node_id: nodeId('IssueComment', made.id) }) ?? made
    const issue = update(row, { comments: row.comments + 1 })
    world.emit(
      { name: 'issue_comment', by: caller.login },
      { action: 'created', issue: json(issue), comment: commentJson(stored) },
      row.repo_id,
    )
    return stored
  }

  function editComment(caller: Caller, row: CommentRow, body: string): CommentRow {
    checkComment(body)
    const issue = get(row.repo_id, row.issue_number ?? 0)
    checkLock(caller, issue)
    const after = tables.comments.update(row.id, { body }) ?? row
    const changes = { body: { from: row.body } }
    world.emit(
      { name: 'issue_comment', by: caller.login },
      { action: 'edited', changes, issue: json(issue), comment: commentJson(after) },
      row.repo_id,
    )
    return after
  }

  return {
    get,
    json,
    commentJson,
    labelJson,
    labels,
    label,
    create,
    change,
    setLabels,
    assign,
    comment,
    editComment,
    comments: row =>
      tables.comments
        .findBy('repo_id', row.repo_id)
        .filter(one => one.comment_type === 'issue' && one.issue_number === row.number),
    transfer: (by, row) => {
      world.emit({ name: 'issues', by }, { action: 'transferred', issue: json(row) }, row.repo_id)
      world.settings.transferred.add(row.number)
    },
    nextNumber,
    pullPayload,
    association,
  }
}
