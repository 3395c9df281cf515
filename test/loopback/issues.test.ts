import { expect, test } from 'vitest'
import { clientOf, refusal, startKit } from './kit.ts'

const errorOf = (refused: Awaited<ReturnType<typeof refusal>>) => refused.response?.data.errors?.[0]

test('titles, bodies, comments and labels have the lengths of GitHub', async () => {
  const { octokit, at } = await startKit()
  const fits = { title: 't'.repeat(256), body: 'b'.repeat(65_536), labels: ['l'.repeat(50)] }
  const { data } = await octokit.issues.create({ ...at, ...fits })
  const issue_number = data.number
  expect(errorOf(await refusal(octokit.issues.create({ ...at, title: 't'.repeat(257) })))?.message).toMatch(/^title is too long/)
  expect(errorOf(await refusal(octokit.issues.create({ ...at, title: 't', body: 'b'.repeat(65_537) })))?.message).toMatch(
    /^body is too long/,
  )
  expect(errorOf(await refusal(octokit.issues.update({ ...at, issue_number, body: 'b'.repeat(65_537) })))?.field).toBe('body')
  expect(
    errorOf(await refusal(octokit.issues.createComment({ ...at, issue_number, body: 'b'.repeat(65_537) })))?.message,
  ).toMatch(/^body is too long/)
  expect(errorOf(await refusal(octokit.issues.addLabels({ ...at, issue_number, labels: ['l'.repeat(51)] })))?.message).toMatch(
    /^name is too long/,
  )
  expect(errorOf(await refusal(octokit.issues.create({ ...at, title: ' ' })))?.code).toBe('missing_field')
})

test('labels are found whatever their case, and made where they are missing', async () => {
  const { octokit, at } = await startKit()
  await octokit.issues.createLabel({ ...at, name: 'Status:Pending', color: 'ff0000', description: 'waits' })
  expect(errorOf(await refusal(octokit.issues.createLabel({ ...at, name: 'status:pending' })))?.code).toBe('already_exists')
  const { data } = await octokit.issues.create({ ...at, title: 't', labels: ['status:pending', 'fresh'] })
  expect(data.labels.map(label => (typeof label === 'string' ? label : label.name))).toEqual(['Status:Pending', 'fresh'])
  await octokit.issues.removeLabel({ ...at, issue_number: 1, name: 'FRESH' })
  expect((await octokit.issues.listLabelsOnIssue({ ...at, issue_number: 1 })).data.map(({ name }) => name)).toEqual([
    'Status:Pending',
  ])
  expect((await refusal(octokit.issues.removeLabel({ ...at, issue_number: 1, name: 'fresh' }))).status).toBe(404)
  await octokit.issues.deleteLabel({ ...at, name: 'Status:Pending' })
  expect((await octokit.issues.get({ ...at, issue_number: 1 })).data.labels).toEqual([])
})

test('lists are filtered, ordered and paged; GraphQL lists too', async () => {
  const { octokit, at } = await startKit()
  for (const title of ['a', 'b', 'c']) await octokit.issues.create({ ...at, title, labels: [title === 'b' ? 'other' : 'mine'] })
  await octokit.issues.update({ ...at, issue_number: 3, state: 'closed', state_reason: 'not_planned' })
  const titles = async (query: object) =>
    (await octokit.paginate(octokit.issues.listForRepo, { ...at, per_page: 1, direction: 'asc' as const, ...query })).map(
      ({ title }) => title,
    )
  expect(await titles({ state: 'all', labels: 'MINE' })).toEqual(['a', 'c'])
  expect(await titles({})).toEqual(['a', 'b'])
  const query = (after: string | null) =>
    octokit.graphql<{
      repository: {
        issues: {
          totalCount: number
          nodes: { title: string; stateReason: string | null }[]
          pageInfo: { endCursor: string; hasNextPage: boolean }
        }
      }
    }>(
      `query ($after: String) { repository(owner: "acme", name: "pairs") { issues(first: 2, after: $after, labels: ["mine", "other"], orderBy: { field: CREATED_AT, direction: ASC }) { totalCount nodes { title stateReason } pageInfo { endCursor hasNextPage } } } }`,
      { after },
    )
  const first = (await query(null)).repository.issues
  expect([first.totalCount, first.nodes.length, first.pageInfo.hasNextPage]).toEqual([3, 2, true])
  expect((await query(first.pageInfo.endCursor)).repository.issues.nodes).toEqual([{ title: 'c', stateReason: 'NOT_PLANNED' }])
  const unbounded = await refusal(octokit.graphql('{ repository(owner: "acme", name: "pairs") { issues { totalCount } } }'))
  expect(unbounded.errors?.[0]?.type).toBe('MISSING_PAGINATION_BOUNDARIES')
})

test('a transferred issue redirects to where nobody sees it, and GraphQL knows none', async () => {
  const { github, octokit, at } = await startKit()
  await octokit.issues.create({ ...at, title: 't' })
  await github.transferIssue('alice', 1)
  expect((await refusal(octokit.issues.get({ ...at, issue_number: 1 }))).status).toBe(404)
  const answer = await fetch(`${github.url}/repos/acme/pairs/issues/1`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([301, expect.stringContaining('/issues/1')])
  const { errors, data } = await refusal(
    octokit.graphql('{ repository(owner: "acme", name: "pairs") { name issue(number: 1) { title } } }'),
  )
  expect(errors).toEqual([
    expect.objectContaining({
      type: 'NOT_FOUND',
      path: ['repository', 'issue'],
      message: 'Could not resolve to an Issue with the number of 1.',
    }),
  ])
  expect(data).toEqual({ repository: { name: 'pairs', issue: null } })
})

test('comments by a bot bear its name with [bot] in REST and without in GraphQL', async () => {
  const { github, octokit, at } = await startKit()
  await octokit.issues.create({ ...at, title: 't' })
  const bot = clientOf(github, github.botToken({ issues: 'write' }))
  const { data } = await bot.issues.createComment({ ...at, issue_number: 1, body: 'done' })
  expect([data.user?.login, data.user?.type, data.author_association]).toEqual(['github-actions[bot]', 'Bot', 'NONE'])
  const query = `{ viewer { login } repository(owner: "acme", name: "pairs") { issue(number: 1) { comments(first: 5) { nodes { databaseId viewerDidAuthor author { __typename login } } } } } }`
  interface Seen {
    readonly viewer: { readonly login: string }
    readonly repository: { readonly issue: { readonly comments: { readonly nodes: unknown[] } } }
  }
  const [own, other] = await Promise.all([bot.graphql<Seen>(query), octokit.graphql<Seen>(query)])
  expect([own.viewer.login, other.viewer.login]).toEqual(['github-actions[bot]', 'alice'])
  const author = { __typename: 'Bot', login: 'github-actions' }
  expect(own.repository.issue.comments.nodes).toEqual([{ databaseId: data.id, viewerDidAuthor: true, author }])
  expect(other.repository.issue.comments.nodes).toEqual([{ databaseId: data.id, viewerDidAuthor: false, author }])
})

test('discussions are written and edited in the categories that there are', async () => {
  const { github, octokit } = await startKit()
  github.settings.discussionCategories = ['Announcements', 'Hand-offs']
  const { repository } = await octokit.graphql<{
    repository: { id: string; discussionCategories: { nodes: { id: string; name: string; slug: string }[] } }
  }>('{ repository(owner: "acme", name: "pairs") { id discussionCategories(first: 10) { nodes { id name slug } } } }')
  const category = repository.discussionCategories.nodes[1]
  expect(category).toMatchObject({ name: 'Hand-offs', slug: 'hand-offs' })
  const create = (categoryId: string) =>
    octokit.graphql<{ createDiscussion: { discussion: { id: string; url: string } } }>(
      'mutation ($input: CreateDiscussionInput!) { createDiscussion(input: $input) { discussion { id url } } }',
      { input: { repositoryId: repository.id, categoryId, title: 't', body: 'b' } },
    )
  expect((await refusal(create('nonsense'))).errors?.[0]?.type).toBe('NOT_FOUND')
  const { id } = (await create(category?.id ?? '')).createDiscussion.discussion
  await octokit.graphql('mutation ($input: UpdateDiscussionInput!) { updateDiscussion(input: $input) { discussion { id } } }', {
    input: { discussionId: id, body: 'changed' },
  })
  const listed = await octokit.graphql<{ repository: { discussions: { nodes: unknown[] } } }>(
    '{ repository(owner: "acme", name: "pairs") { discussions(first: 5) { nodes { id title body category { name } } } } }',
  )
  expect(listed.repository.discussions.nodes).toEqual([{ id, title: 't', body: 'changed', category: { name: 'Hand-offs' } }])
})
