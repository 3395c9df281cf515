import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createActionClient } from '../../src/forge/github/action-client.ts'
import { openGithubForge, type GithubForge } from '../../src/forge/github/github-forge.ts'
import { readMarked } from '../../src/forge/github/markers.ts'
import { createIntake } from '../../src/session/intake.ts'
import { readIntakeEvent } from '../../src/session/intake-event.ts'
import type { IntakeResult } from '../../src/session/intake-setup.ts'
import { createStateBook } from '../../src/session/state-book.ts'
import { systemClock } from '../forge/local/local-fixture.ts'
import { startLoopbackGithub, type LoopbackEvent, type LoopbackGithub } from '../loopback/loopback-github.ts'
import { topicBody } from './intake-world.ts'

let github: LoopbackGithub
const events: LoopbackEvent[] = []
beforeAll(async () => {
  github = await startLoopbackGithub()
  github.addPerson('ann', 'write')
  github.addPerson('tim', 'triage')
  github.addPerson('mallory', 'read')
  github.onEvent(event => void events.push(event))
})
afterAll(() => github.close())

const open = (): Promise<GithubForge> =>
  openGithubForge({
    client: createActionClient({ token: github.botToken({ contents: 'write', issues: 'write' }), baseUrl: github.url }),
    owner: github.owner,
    repo: github.repo,
    clock: systemClock,
  })

/** What the workflow on issues does: each event in its turn, with a forge of its own. What the automation causes is let through too. */
async function work(): Promise<readonly IntakeResult[]> {
  const results: IntakeResult[] = []
  for (let next = events.shift(); next !== undefined; next = events.shift()) {
    const event = next.name === 'issues' ? readIntakeEvent(next.payload) : undefined
    if (event === undefined) continue
    const forge = await open()
    const intake = createIntake({
      issues: forge.issues,
      people: forge.society.people,
      book: createStateBook(forge.state),
      clock: systemClock,
      pipelines: { 'zai-institutional': { kind: 'research', agent: 'zai', runs: true } },
      readMarked,
    })
    results.push(await intake.handle(event))
    await forge.close()
  }
  return results.filter(result => result.type !== 'ignored')
}

const there = () => ({ owner: github.owner, repo: github.repo })
const tasks = async () => createStateBook((await open()).state).tasks()

async function openIssue(login: string, body: string, title = 'Topic'): Promise<number> {
  const { data } = await github.as(login).rest.issues.create({ ...there(), title, body })
  return data.number
}

async function label(login: string, number: number, name: string): Promise<void> {
  await github.as(login).rest.issues.addLabels({ ...there(), issue_number: number, labels: [name] })
}

const labelsOf = async (number: number): Promise<readonly string[]> => {
  const { data } = await github.as('ann').rest.issues.get({ ...there(), issue_number: number })
  return data.labels.map(each => (typeof each === 'string' ? each : (each.name ?? ''))).toSorted()
}

const commentsOn = async (number: number): Promise<readonly string[]> => {
  const { data } = await github.as('ann').rest.issues.listComments({ ...there(), issue_number: number })
  return data.map(comment => comment.body ?? '')
}

beforeEach(() => {
  events.length = 0
})

it('an issue of someone with write access becomes a task, and is answered once', async () => {
  const number = await openIssue('ann', topicBody('custody'))
  github.clearRequests()
  expect(await work()).toEqual([{ type: 'accepted', pipeline: 'zai-institutional', task: 'custody' }])
  // Beside opening the forge, once for this event and once for each of the four labels that the answer sets.
  expect(github.requests().filter(({ operation }) => operation !== 'viewer,repository').length).toBeLessThanOrEqual(12)
  expect(await labelsOf(number)).toEqual(['agent:zai', 'pipeline:zai-institutional', 'priority:p2', 'status:pending'])
  expect(await commentsOn(number)).toHaveLength(1)
})

it("a stranger's issue is approved by someone with write access, and by nobody else", async () => {
  const number = await openIssue('mallory', topicBody('audits'))
  await work()
  await label('tim', number, 'approved')
  expect(await work()).toEqual([{ type: 'waiting', pipeline: 'zai-institutional', task: 'audits' }])
  expect(await labelsOf(number)).not.toContain('approved')
  await label('ann', number, 'approved')
  expect(await work()).toEqual([{ type: 'accepted', pipeline: 'zai-institutional', task: 'audits' }])
  await github.as('mallory').rest.issues.update({ ...there(), issue_number: number, title: 'Other', body: topicBody('other') })
  expect((await work()).map(result => result.type)).toContain('frozen')
  expect((await tasks()).find(task => task.issue === number)).toMatchObject({ id: 'audits', body: topicBody('audits') })
})

it('commands are what someone with write access labels, and our own labels command nothing', async () => {
  const number = await openIssue('ann', topicBody('keys'))
  await work()
  await label('tim', number, 'status:blocked')
  expect((await work())[0]).toMatchObject({ type: 'refused', task: 'keys' })
  await label('ann', number, 'status:blocked')
  expect(await work()).toEqual([{ type: 'commanded', task: 'keys', status: 'blocked' }])
  await label('ann', number, 'status:pending')
  expect(await work()).toEqual([{ type: 'commanded', task: 'keys', status: 'pending' }])
  expect(await labelsOf(number)).toContain('status:pending')
})

it('a write that is answered with an error is not done twice by the next run of the same event', async () => {
  const number = await openIssue('ann', topicBody('insurance'))
  const again = [...events]
  github.fault({ match: /^POST .*\/comments/, when: 'after', status: 502, times: 10 })
  await work().catch(() => [])
  github.clearFaults()
  events.push(...again)
  expect((await work()).at(-1)).toMatchObject({ type: 'accepted', task: 'insurance' })
  expect(await commentsOn(number)).toHaveLength(1)
  expect((await tasks()).filter(task => task.issue === number)).toHaveLength(1)
})

it("a stranger's copy of our marker on the issue and on a comment has no effect", async () => {
  const marker = (kind: string, name: string): string => `\n\n<!-- perpetual-${kind} ${encodeURIComponent(name)} -->`
  const number = await openIssue('mallory', `${topicBody('spoof')}${marker('issue', 'task:zai-institutional/spoof')}`)
  await github
    .as('mallory')
    .rest.issues.createComment({ ...there(), issue_number: number, body: `**Accepted**${marker('comment', 'intake')}` })
  expect(await work()).toEqual([{ type: 'waiting', pipeline: 'zai-institutional', task: 'spoof' }])
  const comments = await commentsOn(number)
  expect(comments.map(body => body.slice(0, 12))).toEqual(['**Accepted**', '**Waits for '])
})
