import { HttpError, invalid, notFound } from './http-error.ts'
import type { CommentRow, IssueRow } from './issue-json.ts'
import type { IssueBook } from './issues.ts'
import { page, route, type Call, type Route } from './router.ts'
import { seconds, type Json } from './world.ts'

/** Names in a body: strings, or objects with a name, as GitHub takes them. */
export function labelNames(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw invalid('Issue', { field: 'labels' })
  return value.map((one: unknown) => {
    if (typeof one === 'string') return one
    if (typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string') return one.name
    throw invalid('Label', { field: 'name' })
  })
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function wanted(body: Json): Parameters<IssueBook['change']>[2] {
  const names = labelNames(body['labels'])
  const state = body['state'] === 'open' || body['state'] === 'closed' ? body['state'] : undefined
  const reason = body['state_reason']
  return {
    ...(text(body['title']) === undefined ? {} : { title: String(body['title']) }),
    ...('body' in body ? { body: text(body['body']) ?? null } : {}),
    ...(names === undefined ? {} : { labels: names }),
    ...(state === undefined ? {} : { state }),
    ...(typeof reason === 'string' || reason === null ? { stateReason: reason } : {}),
  }
}

/** Authors may change their own; others need the Triage role. */
function checkAuthor(call: Call, userId: number): void {
  const own = call.world.accounts.user(call.caller.login)?.id === userId
  if (!own && !call.world.accounts.allows(call.caller, call.repo.id, 'triage'))
    throw new HttpError(403, 'Must have admin rights to Repository.')
}

function matches(call: Call, issues: IssueBook, row: IssueRow): boolean {
  const state = call.query.get('state') ?? 'open'
  const labels = (call.query.get('labels') ?? '').split(',').filter(name => name !== '')
  const held = issues.labels(row).map(label => label.name.toLowerCase())
  const creator = call.query.get('creator')
  const since = call.query.get('since')
  return (
    (state === 'all' || row.state === state) &&
    labels.every(name => held.includes(name.toLowerCase())) &&
    (creator === null || call.world.accounts.user(creator)?.id === row.user_id) &&
    (since === null || seconds(row.updated_at) >= since) &&
    !call.world.settings.transferred.has(row.number)
  )
}

function listed(call: Call, issues: IssueBook): readonly IssueRow[] {
  const sort = call.query.get('sort') === 'updated' ? 'updated_at' : 'created_at'
  const rows = call.world.tables.issues.findBy('repo_id', call.repo.id).filter(row => matches(call, issues, row))
  const ordered = rows.toSorted((left, right) =>
    left[sort] === right[sort] ? left.number - right.number : left[sort] < right[sort] ? -1 : 1,
  )
  return call.query.get('direction') === 'asc' ? ordered : ordered.toReversed()
}

export function issueRoutes(issues: IssueBook): readonly Route[] {
  const issue = (call: Call): IssueRow => issues.get(call.repo.id, Number(call.params['number']))
  const commentOf = (call: Call): CommentRow => {
    const row = call.world.tables.comments.get(Number(call.params['id']))
    if (row === undefined || row.repo_id !== call.repo.id) throw notFound()
    return row
  }
  const labelled = (row: IssueRow) => ({ status: 200, body: issues.labels(row).map(issues.labelJson) })
  const ids = (call: Call): readonly number[] =>
    (labelNames(Array.isArray(call.body) ? call.body : call.body['labels']) ?? []).map(
      name => issues.label(call.repo.id, name).id,
    )

  return [
    route('GET {repo}/issues', call => {
      const { rows, headers } = page(call, `/repos/${call.repo.full_name}/issues`, listed(call, issues))
      return { status: 200, body: (rows as readonly IssueRow[]).map(issues.json), headers }
    }),
    route('POST {repo}/issues', call => {
      const input = wanted(call.body)
      return { status: 201, body: issues.json(issues.create(call.caller, call.repo.id, input)) }
    }),
    route('GET {repo}/issues/{number}', call => ({ status: 200, body: issues.json(issue(call)) })),
    route('PATCH {repo}/issues/{number}', call => {
      const row = issue(call)
      checkAuthor(call, row.user_id)
      return { status: 200, body: issues.json(issues.change(call.caller, row, wanted(call.body))) }
    }),
    route('GET {repo}/issues/{number}/labels', call => labelled(issue(call))),
    route('POST {repo}/issues/{number}/labels', call => {
      const row = issue(call)
      return labelled(issues.setLabels(call.caller, row, [...row.label_ids, ...ids(call)]))
    }),
    route('PUT {repo}/issues/{number}/labels', call => labelled(issues.setLabels(call.caller, issue(call), ids(call)))),
    route('DELETE {repo}/issues/{number}/labels', call => {
      issues.setLabels(call.caller, issue(call), [])
      return { status: 204 }
    }),
    route('DELETE {repo}/issues/{number}/labels/{label}', call => {
      const row = issue(call)
      const gone = issues.labels(row).find(one => one.name.toLowerCase() === call.params['label']?.toLowerCase())
      if (gone === undefined) throw new HttpError(404, 'Label does not exist')
      return labelled(
        issues.setLabels(
          call.caller,
          row,
          row.label_ids.filter(id => id !== gone.id),
        ),
      )
    }),
    route('POST {repo}/issues/{number}/assignees', call => {
      const logins = call.body['assignees']
      const named = Array.isArray(logins) ? logins.filter(login => typeof login === 'string') : []
      return { status: 201, body: issues.json(issues.assign(call.caller, issue(call), named)) }
    }),
    route('GET {repo}/issues/{number}/comments', call => {
      const { rows, headers } = page(
        call,
        `/repos/${call.repo.full_name}/issues/${call.params['number']}/comments`,
        issues.comments(issue(call)),
      )
      return { status: 200, body: (rows as readonly CommentRow[]).map(issues.commentJson), headers }
    }),
    route('POST {repo}/issues/{number}/comments', call => ({
      status: 201,
      body: issues.commentJson(issues.comment(call.caller, issue(call), text(call.body['body']) ?? '')),
    })),
    route('GET {repo}/issues/comments/{id}', call => ({ status: 200, body: issues.commentJson(commentOf(call)) })),
    route('PATCH {repo}/issues/comments/{id}', call => {
      const row = commentOf(call)
      const own = call.world.accounts.user(call.caller.login)?.id === row.user_id
      if (!own && !call.world.accounts.allows(call.caller, call.repo.id, 'write'))
        throw new HttpError(403, 'Must have admin rights to Repository.')
      return { status: 200, body: issues.commentJson(issues.editComment(call.caller, row, text(call.body['body']) ?? '')) }
    }),
    route('POST {repo}/labels', call => {
      const name = text(call.body['name']) ?? ''
      const [color = 'ededed', description = null] = [text(call.body['color']), text(call.body['description'])]
      const before = call.world.tables.labels.findBy('repo_id', call.repo.id).length
      checkLabel({ color, description })
      const made = issues.label(call.repo.id, name)
      if (call.world.tables.labels.findBy('repo_id', call.repo.id).length === before)
        throw invalid('Label', { field: 'name', code: 'already_exists' })
      return {
        status: 201,
        body: issues.labelJson(call.world.tables.labels.update(made.id, { color: color.toLowerCase(), description }) ?? made),
      }
    }),
  ]
}

function checkLabel(label: { readonly color: string; readonly description: string | null }): void {
  if (!/^[0-9a-f]{6}$/i.test(label.color)) throw invalid('Label', { field: 'color' })
  if ((label.description?.length ?? 0) > 100)
    throw invalid('Label', { field: 'description', message: 'description is too long (maximum is 100 characters)' })
}
