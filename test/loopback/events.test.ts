import { expect, test } from 'vitest'
import { clientOf, startKit } from './kit.ts'

test('everything that happens to an issue is told with who did it', async () => {
  const { github, octokit, at, events } = await startKit()
  github.addPerson('stranger', 'none')
  await github.as('stranger').issues.create({ ...at, title: 'A task', body: 'b' })
  await octokit.issues.addLabels({ ...at, issue_number: 1, labels: ['approved'] })
  await octokit.issues.update({ ...at, issue_number: 1, title: 'Another', body: 'c', labels: [], state: 'closed' })
  await octokit.issues.update({ ...at, issue_number: 1, state: 'open' })
  const { data } = await octokit.issues.createComment({ ...at, issue_number: 1, body: '/ok' })
  await github.transferIssue('bob', 1)
  expect(events.map(({ name, payload, by }) => `${name} ${String(payload['action'])} ${by}`)).toEqual([
    'issues opened stranger',
    'issues labeled alice',
    'issues edited alice',
    'issues unlabeled alice',
    'issues closed alice',
    'issues reopened alice',
    'issue_comment created alice',
    'issues transferred bob',
  ])
  const [opened, labeled, edited] = events
  const repository = { full_name: 'acme/pairs', name: 'pairs', default_branch: 'main', owner: { login: 'acme' } }
  expect(opened?.payload).toMatchObject({
    issue: {
      number: 1,
      title: 'A task',
      body: 'b',
      state: 'open',
      labels: [],
      user: { login: 'stranger', type: 'User' },
      author_association: 'NONE',
    },
    repository,
    sender: { login: 'stranger', type: 'User' },
  })
  expect(labeled?.payload).toMatchObject({
    label: { name: 'approved' },
    issue: { labels: [{ name: 'approved' }] },
    sender: { login: 'alice' },
  })
  expect(edited?.payload['changes']).toEqual({ title: { from: 'A task' }, body: { from: 'b' } })
  expect(events[6]?.payload).toMatchObject({
    comment: { id: data.id, body: '/ok', user: { login: 'alice' } },
    issue: { number: 1 },
  })
})

test('pushes tell pull requests of new commits, and their end tells whether they were merged', async () => {
  const { github, octokit, at, head, open, events } = await startKit()
  await github.commit('alice', 'one', [{ path: '1.txt', text: '1\n' }])
  await github.commit('alice', 'two', [{ path: '2.txt', text: '2\n' }])
  const [one, two] = [await open('one'), await open('two')]
  const before = head('one')
  await github.commit('bob', 'one', [{ path: '1.txt', text: 'edited\n' }])
  await octokit.issues.addLabels({ ...at, issue_number: one, labels: ['x'] })
  await octokit.pulls.merge({ ...at, pull_number: one })
  await clientOf(github, github.botToken({ 'pull-requests': 'write' })).pulls.update({ ...at, pull_number: two, state: 'closed' })
  const pulls = events.filter(({ name }) => name === 'pull_request')
  expect(pulls.map(({ payload, by }) => `${String(payload['action'])} ${String(payload['number'])} ${by}`)).toEqual([
    `opened ${one} alice`,
    `opened ${two} alice`,
    `synchronize ${one} bob`,
    `labeled ${one} alice`,
    `closed ${one} alice`,
    `closed ${two} github-actions[bot]`,
  ])
  expect(pulls[2]?.payload).toMatchObject({
    before,
    after: head('one'),
    pull_request: {
      head: { ref: 'one', sha: head('one'), repo: { full_name: 'acme/pairs' } },
      base: { ref: 'main' },
      user: { login: 'alice' },
    },
  })
  expect(pulls[4]?.payload).toMatchObject({ pull_request: { merged: true, merge_commit_sha: head() } })
  expect(pulls[5]?.payload).toMatchObject({ pull_request: { merged: false }, sender: { type: 'Bot' } })
  const pushes = events.filter(({ name }) => name === 'push').map(({ payload, by }) => `${String(payload['ref'])} ${by}`)
  expect(pushes).toEqual(['refs/heads/one alice', 'refs/heads/two alice', 'refs/heads/one bob', 'refs/heads/main alice'])
})

test('a listener that left hears no more', async () => {
  const { github, octokit, at } = await startKit()
  let heard = 0
  const leave = github.onEvent(() => void (heard += 1))
  await octokit.issues.create({ ...at, title: 't' })
  leave()
  await octokit.issues.create({ ...at, title: 't' })
  expect(heard).toBe(1)
})
