import { expect, test } from 'vitest'
import { refusal, startKit } from './kit.ts'

test('a fault before the request leaves nothing, one after it leaves what was done', async () => {
  const { github, octokit, at } = await startKit()
  github.fault({ match: /^POST .*\/issues$/, status: 502 })
  expect((await refusal(octokit.issues.create({ ...at, title: 'one' }))).status).toBe(502)
  github.fault({ match: /^POST .*\/issues$/, when: 'after', status: 502 })
  expect((await refusal(octokit.issues.create({ ...at, title: 'two' }))).status).toBe(502)
  const { data } = await octokit.issues.listForRepo(at)
  expect(data.map(({ title }) => title)).toEqual(['two'])
})

test('a dropped connection is no answer, before or after the write', async () => {
  const { github, octokit, at, head, commit } = await startKit()
  const before = head()
  github.fault({ match: /createCommitOnBranch/, drop: true })
  await refusal(commit(before, {}))
  expect(head()).toBe(before)
  github.fault({ match: /createCommitOnBranch/, drop: true, when: 'after' })
  await refusal(commit(before, {}))
  expect(head()).not.toBe(before)
  expect(github.requests().map(({ operation, status }) => [operation, status])).toEqual([
    ['createCommitOnBranch', 0],
    ['createCommitOnBranch', 0],
  ])
  await octokit.repos.get(at)
})

test('a fault hits as often as it says, with its headers and body, and can be called off', async () => {
  const { github, octokit, at } = await startKit()
  const body = { message: 'You have exceeded a secondary rate limit' }
  github.fault({ match: ({ method }) => method === 'GET', times: 2, status: 403, headers: { 'retry-after': '1' }, body })
  const first = await refusal(octokit.repos.get(at))
  expect([first.status, first.response?.headers['retry-after'], first.response?.data.message]).toEqual([403, '1', body.message])
  await refusal(octokit.repos.get(at))
  await octokit.repos.get(at)
  github.fault({ match: /./, times: 9, status: 500 })
  github.clearFaults()
  await octokit.repos.get(at)
})

test('a delay alone delays and answers as usual', async () => {
  const { github, octokit, at } = await startKit()
  github.fault({ match: /^GET/, delayMs: 60 })
  const start = performance.now()
  await octokit.repos.get(at)
  expect(performance.now() - start).toBeGreaterThan(55)
})

test('every request is noted with who asked, what, and what was answered', async () => {
  const { github, octokit, at } = await startKit()
  await octokit.repos.get(at)
  await octokit.graphql('query Look { viewer { login } }')
  await refusal(octokit.issues.get({ ...at, issue_number: 9 }))
  await fetch(`${github.url}/repos/acme/pairs`)
  expect(github.requests()).toEqual([
    { method: 'GET', path: '/repos/acme/pairs', operation: null, status: 200, login: 'alice' },
    { method: 'POST', path: '/graphql', operation: 'Look', status: 200, login: 'alice' },
    { method: 'GET', path: '/repos/acme/pairs/issues/9', operation: null, status: 404, login: 'alice' },
    { method: 'GET', path: '/repos/acme/pairs', operation: null, status: 200, login: null },
  ])
  github.clearRequests()
  expect(github.requests()).toEqual([])
})

test('answers count down the rate limit, and an unchanged one is 304', async () => {
  const { octokit, at } = await startKit()
  const first = await octokit.repos.get(at)
  const again = await refusal(octokit.repos.get({ ...at, headers: { 'if-none-match': first.headers.etag } }))
  expect(again.status).toBe(304)
  expect([first.headers['x-ratelimit-limit'], first.headers['x-ratelimit-remaining']]).toEqual(['5000', '4999'])
})

test('a run ends with its last job, an earlier attempt with the next, and a job by itself', async () => {
  const { github, octokit, at } = await startKit()
  github.runs.start({ id: 5, runner: 'one' })
  github.runs.start({ id: 5, runner: 'two' })
  const attempt = async (attempt_number: number) =>
    (await octokit.actions.getWorkflowRunAttempt({ ...at, run_id: 5, attempt_number })).data.status
  const jobs = async (attempt_number: number) =>
    (await octokit.actions.listJobsForWorkflowRunAttempt({ ...at, run_id: 5, attempt_number })).data.jobs.map(
      ({ runner_name, status }) => `${runner_name} ${status}`,
    )
  github.runs.endJob(5, 'one')
  expect([await attempt(1), await jobs(1)]).toEqual(['in_progress', ['one completed', 'two in_progress']])
  github.runs.start({ id: 5, attempt: 2, runner: 'three' })
  expect([await attempt(1), await attempt(2)]).toEqual(['completed', 'in_progress'])
  github.runs.end(5)
  expect([await attempt(2), await jobs(2)]).toEqual(['completed', ['three completed']])
  expect((await refusal(octokit.actions.getWorkflowRun({ ...at, run_id: 6 }))).status).toBe(404)
})
