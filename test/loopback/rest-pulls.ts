import { HttpError, notFound } from './http-error.ts'
import type { IssueBook } from './issues.ts'
import type { PullRow } from './pull-json.ts'
import type { PullBook } from './pulls.ts'
import { page, route, type Call, type Route } from './router.ts'
import type { Json } from './world.ts'

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

export function pullRoutes(pulls: PullBook, issues: IssueBook): readonly Route[] {
  const pull = (call: Call): PullRow => pulls.get(call.repo.id, Number(call.params['number']))

  /** emulate renders the row; what it cannot know is laid over it. */
  async function json(call: Call, row: PullRow): Promise<Json> {
    const answer = await call.world.emulated.ask(call.caller.login, {
      method: 'GET',
      path: `/repos/${call.repo.full_name}/pulls/${row.number}`,
    })
    const full = answer.body as Json
    return { ...full, ...pulls.payload(row), head: full['head'], base: full['base'] }
  }

  async function brief(call: Call, row: PullRow): Promise<Json> {
    const {
      merged: _merged,
      merged_by: _by,
      mergeable: _able,
      mergeable_state: _state,
      rebaseable: _re,
      comments: _c,
      review_comments: _r,
      maintainer_can_modify: _m,
      commits: _n,
      additions: _a,
      deletions: _d,
      changed_files: _f,
      ...kept
    } = await json(call, row)
    return kept
  }

  return [
    route('GET {repo}/pulls', async call => {
      const state = call.query.get('state') ?? 'open'
      const [owner, ...branch] = (call.query.get('head') ?? '').split(':')
      const head = branch.join(':')
      const rows = pulls
        .list(call.repo.id)
        .filter(
          row =>
            (state === 'all' || row.state === state) &&
            (head === '' ||
              (row.head_ref === head && call.world.repository(row.head_repo_id).full_name.startsWith(`${owner}/`))) &&
            (call.query.get('base') ?? row.base_ref) === row.base_ref,
        )
      const ordered = rows.toSorted((left, right) =>
        call.query.get('direction') === 'asc' ? left.number - right.number : right.number - left.number,
      )
      const paged = page(call, `/repos/${call.repo.full_name}/pulls`, ordered)
      return {
        status: 200,
        body: await Promise.all((paged.rows as readonly PullRow[]).map(row => brief(call, row))),
        headers: paged.headers,
      }
    }),
    route('POST {repo}/pulls', async call => {
      const { title, body, head, base, draft } = call.body
      const input = {
        title: text(title) ?? '',
        body: text(body) ?? null,
        head: text(head) ?? '',
        base: text(base) ?? '',
        draft: draft === true,
      }
      return { status: 201, body: await json(call, pulls.create(call.caller, call.repo.id, input)) }
    }),
    route('GET {repo}/pulls/{number}', async call => ({ status: 200, body: await json(call, pull(call)) })),
    route('PATCH {repo}/pulls/{number}', async call => {
      const row = pull(call)
      const own = call.world.accounts.user(call.caller.login)?.id === row.user_id
      if (!own && !call.world.accounts.allows(call.caller, call.repo.id, 'triage'))
        throw new HttpError(403, 'Must have admin rights to Repository.')
      const state = call.body['state'] === 'open' || call.body['state'] === 'closed' ? call.body['state'] : undefined
      if (state === 'open' && row.merged) throw new HttpError(422, 'Validation Failed')
      issues.change(call.caller, pulls.issue(row), {
        ...(state === undefined ? {} : { state }),
        ...(text(call.body['title']) === undefined ? {} : { title: String(call.body['title']) }),
        ...('body' in call.body ? { body: text(call.body['body']) ?? null } : {}),
      })
      return { status: 200, body: await json(call, pull(call)) }
    }),
    route('GET {repo}/pulls/{number}/files', async call => {
      const row = pull(call)
      const base = call.world.git(row.repo_id).mergeBase(row.base_sha, row.head_sha) ?? row.base_sha
      const path = `/repos/${call.repo.full_name}/compare/${base}...${row.head_sha}`
      const answer = await call.world.emulated.ask(call.caller.login, { method: 'GET', path })
      const { files } = answer.body as { readonly files: readonly unknown[] }
      const paged = page(call, `/repos/${call.repo.full_name}/pulls/${row.number}/files`, files)
      return { status: 200, body: paged.rows, headers: paged.headers }
    }),
    route('GET {repo}/pulls/{number}/merge', call => {
      if (!pull(call).merged) throw notFound()
      return { status: 204 }
    }),
    route('PUT {repo}/pulls/{number}/merge', call => {
      const { sha, commit_title, commit_message, merge_method } = call.body
      const method = merge_method === 'squash' || merge_method === 'rebase' ? merge_method : 'merge'
      const input = { expectedHead: text(sha), title: text(commit_title), message: text(commit_message), method } as const
      const oid = pulls.merge(call.caller, pull(call), input)
      return { status: 200, body: { sha: oid, merged: true, message: 'Pull Request successfully merged' } }
    }),
  ]
}
