import { describe, expect, it } from 'vitest'
import type { Fault } from '../../loopback/loopback-github.ts'
import { describePassingFault, issue } from './fault-suite.ts'
import { delivery, refusalOf, useGithub } from './use-github.ts'

describePassingFault('a 502 before it took effect')
describePassingFault('a connection dropped after it took effect')

const secondary = (more: Omit<Fault, 'match'>): Omit<Fault, 'match'> => ({
  body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
  ...more,
})

describe('a question whose answer fails as a whole because of another one in its request', () => {
  const fixture = useGithub()

  it('is not taken for answered: what was not said is not missing', async () => {
    const { github, forge } = fixture()
    const made = await forge.issues.create(issue)
    // `issues` must not be null, so GitHub gives up the whole repository and names the one field that failed.
    const errors = [{ type: 'INTERNAL', message: 'Timeout on validation of query', path: ['repository', 'f1'] }]
    github.fault({ match: /issue\(number/, status: 200, body: { data: { repository: null }, errors } })
    const asked = await Promise.allSettled([forge.issues.get(made.number), forge.issues.list({})])
    expect(asked).toEqual([1, 2].map(() => ({ status: 'rejected', reason: expect.objectContaining({ actBy: 'next-run' }) })))
  })
})

describe('limits of GitHub', () => {
  const fixture = useGithub()

  it.each([403, 429])(
    'waits as long as a secondary limit (%i) asks for, for reads and writes of both protocols',
    async status => {
      const { github, forge } = fixture()
      const fault = secondary({ status, headers: { 'retry-after': '20' }, times: 2 })
      github.fault({ match: /POST .*\/issues$/, ...fault })
      const started = Date.now()
      const made = await forge.issues.create(issue)
      // A second lasts 5 ms here.
      expect(Date.now() - started).toBeGreaterThanOrEqual(200)
      github.fault({ match: /issue\(number/, ...fault })
      expect(await forge.issues.get(made.number)).toEqual(made)
      github.fault({ match: /createCommitOnBranch/, ...fault })
      expect((await forge.pulls.open(delivery())).state).toBe('open')
      expect(await forge.issues.list({})).toHaveLength(1)
    },
  )

  it('does not wait for more than two minutes, nor more than three times', async () => {
    const { github, forge } = fixture()
    github.fault({ match: /POST .*\/issues$/, ...secondary({ status: 403, headers: { 'retry-after': '3600' }, times: 9 }) })
    const long = await refusalOf(forge.issues.create(issue))
    expect(long).toMatchObject({ actBy: 'next-run', message: expect.stringMatching(/rate limit.*wait 3600 s/) })
    github.clearFaults()
    github.clearRequests()
    github.fault({ match: /GET .*\/comments/, ...secondary({ status: 429, headers: { 'retry-after': '1' }, times: 9 }) })
    expect(await refusalOf(forge.issues.comments(1))).toMatchObject({ actBy: 'next-run' })
    expect(github.requests()).toHaveLength(4)
  })

  it('says when a primary limit resets instead of sleeping until then', async () => {
    const { github, forge } = fixture()
    const resetsAt = Math.floor(Date.parse('2030-01-01T10:30:00Z') / 1_000)
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetsAt) }
    const exhausted = { status: 403, headers, body: { message: 'API rate limit exceeded for installation ID 1.' } }
    github.fault({ match: /GET .*\/comments/, ...exhausted, times: 9 })
    expect(await refusalOf(forge.issues.comments(1))).toMatchObject({
      actBy: 'next-run',
      message: expect.stringContaining('resets at 2030-01-01T10:30Z'),
    })
    // Without `data`, as GitHub answers it.
    const body = { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] }
    github.fault({ match: /issue\(number/, status: 200, headers, body, times: 9 })
    expect(await refusalOf(forge.issues.get(1))).toMatchObject({
      actBy: 'next-run',
      message: expect.stringContaining('resets at 2030-01-01T10:30Z'),
    })
  })

  it('takes an answer that broke off for no answer', async () => {
    const { github, forge } = fixture()
    github.fault({ match: /issue\(number/, status: 200, body: 'half an ans' })
    expect(await refusalOf(forge.issues.get(1))).toMatchObject({ actBy: 'next-run', message: expect.stringMatching(/broke off/) })
  })

  it('gives up on a server that stays down, and says so', async () => {
    const { github, forge } = fixture()
    github.fault({ match: /./, status: 503, times: 99 })
    const works = [
      () => forge.issues.get(1),
      () => forge.state.head(),
      () => forge.pulls.open(delivery()),
      () => forge.issues.create(issue),
    ]
    for (const work of works) {
      expect(await refusalOf(work())).toMatchObject({
        actBy: 'next-run',
        message: expect.stringMatching(/status 503; the next run goes on/),
      })
    }
  })
})

describe('issues that go away', () => {
  const fixture = useGithub()

  it('is none where it was moved to another repository or deleted', async () => {
    const { github, forge } = fixture()
    const { number } = await forge.issues.create(issue)
    await github.transferIssue('ann', number)
    expect(await forge.issues.get(number)).toBeUndefined()
    const gone = { actBy: 'fix-config', message: expect.stringMatching(/Expected issue #1.*deleted or moved/) }
    expect(await refusalOf(forge.issues.update(number, { state: 'closed' }))).toMatchObject(gone)
    expect(await refusalOf(forge.issues.comments(number))).toMatchObject(gone)
    expect(await forge.issues.comment(number, { body: 'x', marker: 'm' })).toBe('gone')
    const other = await forge.issues.create({ ...issue, marker: 'other' })
    const location = `${github.url}/repos/acme/pairs/issues/${other.number}`
    for (const status of [301, 307, 404, 410]) {
      github.fault({ match: /PATCH .*\/issues\/7/, status, headers: { location } })
      expect(await refusalOf(forge.issues.update(7, { state: 'closed' }))).toMatchObject({ actBy: 'fix-config' })
    }
    expect(await forge.issues.get(other.number)).toEqual(other)
  })

  it('takes no comment of a bot, new or edited, where a person locked it', async () => {
    const { github, forge } = fixture()
    const { number } = await forge.issues.create(issue)
    const { owner, repo } = github
    expect(await forge.issues.comment(number, { body: 'x', marker: 'm' })).toBe('created')
    await github.as('ann').rest.issues.lock({ owner, repo, issue_number: number })
    expect(await forge.issues.comment(number, { body: 'x', marker: 'm' })).toBe('same')
    expect(await forge.issues.comment(number, { body: 'y', marker: 'm' })).toBe('locked')
    expect(await forge.issues.comment(number, { body: 'x', marker: 'other' })).toBe('locked')
    await github.as('ann').rest.issues.unlock({ owner, repo, issue_number: number })
    expect(await forge.issues.comment(number, { body: 'y', marker: 'm' })).toBe('edited')
  })

  it('gets labels that were missing or renamed', async () => {
    const { github, forge } = fixture()
    const { number } = await forge.issues.create(issue)
    const { owner, repo } = github
    await github.as('ann').rest.issues.updateLabel({ owner, repo, name: 'status:pending', new_name: 'waiting' })
    expect((await forge.issues.update(number, { labels: ['status:pending', 'agent:x'] })).labels.toSorted()).toEqual([
      'agent:x',
      'status:pending',
    ])
  })

  it('keeps bodies and titles within the limits of GitHub', async () => {
    const { issues, pulls } = fixture().forge
    const body = 'A line of text.\n'.repeat(5_000)
    const made = await issues.create({ ...issue, title: 't'.repeat(300), body })
    expect(made.title).toHaveLength(256)
    expect(made.body).toMatch(/_Cut: this is longer than GitHub takes\._$/)
    expect(await issues.comment(made.number, { body, marker: 'm' })).toBe('created')
    expect(await issues.comment(made.number, { body, marker: 'm' })).toBe('same')
    expect((await issues.update(made.number, { body })).body).toBe(made.body)
    expect((await pulls.open(delivery(1, { body }))).body).toMatch(/Cut/)
  })
})
