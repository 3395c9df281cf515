import { expect, test } from 'vitest'
import { clientOf, refusal, startKit } from './kit.ts'

const errorOf = (refused: Awaited<ReturnType<typeof refusal>>) => refused.response?.data.errors?.[0]

test('a pull request needs a branch, a difference, and no other for the same branch', async () => {
  const { github, octokit, at, open } = await startKit()
  await github.commit('alice', 'one', [{ path: '1.txt', text: '1\n' }])
  await octokit.git.createRef({ ...at, ref: 'refs/heads/same', sha: github.branches().get('main') ?? '' })
  await open('one')
  expect(errorOf(await refusal(open('one')))?.message).toBe('A pull request already exists for acme:one.')
  expect(errorOf(await refusal(open('gone')))).toMatchObject({ field: 'head', code: 'invalid' })
  expect(errorOf(await refusal(open('same')))?.message).toBe('No commits between main and same')
})

test('merging keeps the files of both sides and closes the issues that it names', async () => {
  const { github, octokit, at, open } = await startKit()
  await octokit.issues.create({ ...at, title: 'A task' })
  await github.commit('alice', 'one', [{ path: 'one/1.txt', text: '1\n' }])
  await github.commit('alice', 'two', [
    { path: 'two/2.txt', text: '2\n' },
    { path: 'README.md', text: '# changed\n' },
  ])
  const [one, two] = [await open('one', { body: 'Closes #1' }), await open('two')]
  for (const pull_number of [one, two]) await octokit.pulls.merge({ ...at, pull_number, merge_method: 'squash' })
  expect(Object.fromEntries(await github.files('main'))).toEqual({
    'README.md': '# changed\n',
    'one/1.txt': '1\n',
    'two/2.txt': '2\n',
  })
  const { data } = await octokit.issues.get({ ...at, issue_number: 1 })
  expect(data.state).toBe('closed')
  const { data: merged } = await octokit.pulls.get({ ...at, pull_number: one })
  expect(merged).toMatchObject({ merged: true, state: 'closed', merged_by: { login: 'alice' } })
})

test('two sides that change one file are a conflict: not mergeable, 405, and nothing moves', async () => {
  const { github, octokit, at, head, open } = await startKit()
  await github.commit('alice', 'one', [{ path: 'README.md', text: 'one\n' }])
  const number = await open('one')
  await github.commit('bob', 'main', [{ path: 'README.md', text: 'two\n' }])
  const before = head()
  const { data } = await octokit.pulls.get({ ...at, pull_number: number })
  expect([data.mergeable, data.mergeable_state]).toEqual([false, 'dirty'])
  const refused = await refusal(octokit.pulls.merge({ ...at, pull_number: number }))
  expect([refused.status, refused.response?.data.message]).toEqual([405, 'Pull Request is not mergeable'])
  expect(head()).toBe(before)
})

test('a merge of another head than the expected one is refused with 409', async () => {
  const { github, octokit, at, head, open } = await startKit()
  await github.commit('alice', 'one', [{ path: '1.txt', text: '1\n' }])
  const [number, sha] = [await open('one'), head('one')]
  await github.commit('bob', 'one', [{ path: '1.txt', text: 'edited\n' }])
  expect((await refusal(octokit.pulls.merge({ ...at, pull_number: number, sha }))).status).toBe(409)
  await octokit.pulls.merge({ ...at, pull_number: number, sha: head('one') })
  expect((await github.files('main')).get('1.txt')).toBe('edited\n')
})

test('files and counts are those against the common ancestor', async () => {
  const { github, octokit, at, open } = await startKit()
  await github.commit('alice', 'one', [
    { path: '1.txt', text: 'a\nb\n' },
    { path: 'README.md', text: null },
  ])
  await github.commit('bob', 'main', [{ path: 'other.txt', text: 'o\n' }])
  const number = await open('one')
  const { data } = await octokit.pulls.listFiles({ ...at, pull_number: number })
  expect(data.map(({ filename, status, additions, deletions }) => [filename, status, additions, deletions])).toEqual([
    ['1.txt', 'added', 2, 0],
    ['README.md', 'removed', 0, 1],
  ])
  const { data: pull } = await octokit.pulls.get({ ...at, pull_number: number })
  expect([pull.changed_files, pull.additions, pull.deletions, pull.commits]).toEqual([2, 2, 1, 1])
})

test('a deleted branch closes its pull request, one that is pushed back to its base too', async () => {
  const { github, octokit, at, head, open } = await startKit()
  await github.commit('alice', 'one', [{ path: '1.txt', text: '1\n' }])
  await github.commit('alice', 'two', [{ path: '2.txt', text: '2\n' }])
  const numbers = [await open('one'), await open('two')]
  await github.deleteBranch('bob', 'one')
  await github.setBranch('bob', 'two', head())
  const states = await Promise.all(numbers.map(async pull_number => (await octokit.pulls.get({ ...at, pull_number })).data))
  expect(states.map(({ state, merged }) => [state, merged])).toEqual([
    ['closed', false],
    ['closed', false],
  ])
})

test('what is pushed onto the default branch by hand counts as merged', async () => {
  const { github, octokit, at, head, open } = await startKit()
  await github.commit('alice', 'one', [{ path: '1.txt', text: '1\n' }])
  const number = await open('one')
  await github.setBranch('bob', 'main', head('one'))
  expect((await octokit.pulls.get({ ...at, pull_number: number })).data).toMatchObject({ merged: true, state: 'closed' })
})

test('drafts and pull requests by Actions depend on the settings', async () => {
  const { github, octokit, at, open } = await startKit()
  await github.commit('alice', 'one', [{ path: '1.txt', text: '1\n' }])
  github.settings.drafts = false
  const draft = await refusal(open('one', { draft: true }))
  expect(draft.response?.data.message).toBe('Draft pull requests are not supported in this repository.')
  github.settings.drafts = true
  const number = await open('one', { draft: true })
  expect((await refusal(octokit.pulls.merge({ ...at, pull_number: number }))).response?.data.message).toBe(
    'Pull Request is still a draft',
  )
  github.settings.allowActionsToCreatePulls = false
  await github.commit('alice', 'two', [{ path: '2.txt', text: '2\n' }])
  const bot = clientOf(github, github.botToken({ contents: 'write', 'pull-requests': 'write' }))
  const refused = await refusal(bot.pulls.create({ ...at, title: 't', head: 'two', base: 'main' }))
  expect([refused.status, refused.response?.data.message]).toEqual([
    403,
    'GitHub Actions is not permitted to create or approve pull requests.',
  ])
})

test("a fork's pull request is told apart by its repository, whatever its branch is called", async () => {
  const { github, octokit, at } = await startKit()
  const fork = await github.openFork('mallory')
  const stranger = github.as('mallory')
  const { data: main } = await stranger.git.getRef({ ...fork, ref: 'heads/main' })
  await stranger.git.createRef({ ...fork, ref: 'refs/heads/perpetual/x', sha: main.object.sha })
  await stranger.repos.createOrUpdateFileContents({
    ...fork,
    path: 'evil.txt',
    message: 'm',
    content: 'eA==',
    branch: 'perpetual/x',
  })
  const { data } = await stranger.pulls.create({ ...at, title: 'mine', head: 'mallory:perpetual/x', base: 'main' })
  expect([data.head.repo.full_name, data.head.ref, data.changed_files, data.author_association]).toEqual([
    'mallory/pairs',
    'perpetual/x',
    1,
    'NONE',
  ])
  const query = `{ repository(owner: "acme", name: "pairs") { pullRequests(headRefName: "perpetual/x", first: 5) { nodes { isCrossRepository headRepository { nameWithOwner } author { login } viewerDidAuthor } } } }`
  const { repository } = await octokit.graphql<{ repository: { pullRequests: { nodes: unknown[] } } }>(query)
  expect(repository.pullRequests.nodes).toEqual([
    {
      isCrossRepository: true,
      headRepository: { nameWithOwner: 'mallory/pairs' },
      author: { login: 'mallory' },
      viewerDidAuthor: false,
    },
  ])
  expect(github.branches().has('perpetual/x')).toBe(false)
})

test('a pull request is an issue to the routes of issues, and may be labelled and commented on there', async () => {
  const { github, octokit, at, open } = await startKit()
  await github.commit('alice', 'one', [{ path: '1.txt', text: '1\n' }])
  const issue_number = await open('one')
  await octokit.issues.addLabels({ ...at, issue_number, labels: ['status:in-review'] })
  await octokit.issues.createComment({ ...at, issue_number, body: 'Looks right' })
  const { data } = await octokit.issues.get({ ...at, issue_number })
  expect(data.pull_request?.html_url).toMatch(/\/pull\/1$/)
  expect((await octokit.pulls.get({ ...at, pull_number: issue_number })).data.labels.map(({ name }) => name)).toEqual([
    'status:in-review',
  ])
  await octokit.issues.update({ ...at, issue_number, state: 'closed' })
  expect((await octokit.pulls.get({ ...at, pull_number: issue_number })).data.state).toBe('closed')
})
