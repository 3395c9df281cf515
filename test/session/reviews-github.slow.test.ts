import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsePairFile } from '../../src/dataset/pair-rows.ts'
import type { Task } from '../../src/domain/task.ts'
import { createStateBook } from '../../src/session/state-book.ts'
import { hastyClock, makeGithubForge, type GithubFixture } from '../forge/github/github-fixture.ts'
import { createProcess, deliverTask, macdPath } from './review-world.ts'

let fixture: GithubFixture
let task: Task
let delivered = 0
beforeEach(async () => {
  fixture = await makeGithubForge()
  fixture.github.addPerson('ann', 'write')
  fixture.github.addPerson('mallory', 'read')
  task = await deliverTask(fixture.forge, hastyClock, { parts: 1, pairs: 10, status: 'in-review' })
  delivered = await allCommits()
}, 30_000)
afterEach(() => fixture.close())

const number = (): number => task.parts[0]?.pull ?? 0
const branch = (): string => task.parts[0]?.branch ?? ''
const where = () => ({ owner: fixture.github.owner, repo: fixture.github.repo })
/** What the run of one event would have: everything is looked up anew. */
const run = async () =>
  createProcess(await fixture.open(), { clock: hastyClock, warn: message => fixture.warnings.push(message) })
const say = (login: string, body: string) =>
  fixture.github.as(login).rest.issues.createComment({ ...where(), issue_number: number(), body })
const commentsOn = async (issue: number) =>
  (await fixture.github.as('ann').rest.issues.listComments({ ...where(), issue_number: issue })).data
const replies = async (issue = number()): Promise<readonly string[]> =>
  (await commentsOn(issue)).filter(({ user }) => user?.login === 'github-actions[bot]').map(({ body }) => body ?? '')
const handles = async (): Promise<readonly string[]> =>
  parsePairFile((await fixture.github.files(branch())).get(macdPath) ?? '').pairs.map(row => row.handle)
const taskNow = async (): Promise<Task | undefined> => (await createStateBook((await fixture.open()).state).tasks())[0]
/** Beside those of the delivery. */
const commits = async (): Promise<number> => (await allCommits()) - delivered
const allCommits = async (): Promise<number> =>
  (await fixture.github.as('ann').rest.pulls.listCommits({ ...where(), pull_number: number() })).data.length

describe('a review on GitHub', { timeout: 30_000 }, () => {
  it('goes from comments and a merge to a graded, told and closed task', async () => {
    await say('ann', '/reject macd.3 because wrong\n/ok macd.1')
    await say('mallory', '/reject all')
    fixture.github.clearRequests()
    expect(await (await run()).commands.handle({ pull: number() })).toMatchObject({
      removed: ['macd.3'],
      looked: 'some',
      closed: false,
    })
    const requests = fixture.github.requests().length
    expect(requests).toBeLessThanOrEqual(20)
    expect((await handles()).length).toBe(9)
    expect(await replies()).toEqual([expect.stringMatching(/removed `macd\.3`[\s\S]*For mallory: thank you/u)])
    expect(await commits()).toBe(1)
    await (await run()).commands.handle({ pull: number() })
    expect([await commits(), (await replies()).length]).toEqual([1, 1])

    await fixture.github.as('ann').rest.pulls.merge({ ...where(), pull_number: number(), merge_method: 'squash' })
    expect(await (await run()).endings.handle({ pull: number() })).toMatchObject({ task: { status: 'completed' } })
    expect(await taskNow()).toMatchObject({ status: 'completed', parts: [{ state: 'merged', kept: 9, review: 'edited' }] })
    expect(await replies(task.issue ?? 0)).toEqual([expect.stringMatching(/^\*\*Completed: grade [A-F]/u)])
    const { data: issue } = await fixture.github.as('ann').rest.issues.get({ ...where(), issue_number: task.issue ?? 0 })
    expect(issue.state).toBe('closed')
    const { state } = await fixture.open()
    expect(await state.list(await state.head(), 'results')).toEqual([])
  })

  it("answers a person's push with one check at the lines it is about", async () => {
    const text = (await fixture.github.files(branch())).get(macdPath) ?? ''
    const head = await fixture.github.commit('ann', branch(), [
      { path: macdPath, text: text.replaceAll('"type": "interpretation"', '"type": "poem"') },
    ])
    for (let time = 0; time < 2; time += 1)
      expect(await (await run()).recheck.handle({ pull: number(), sender: 'ann' })).toMatchObject({
        conclusion: 'failure',
        findings: 10,
      })
    const { data } = await fixture.github.as('ann').rest.checks.listForRef({ ...where(), ref: head })
    const [latest] = data.check_runs.toSorted((a, b) => b.id - a.id)
    expect(latest).toMatchObject({
      name: 'Perpetual pairs',
      conclusion: 'failure',
      output: { title: '10 mistakes', annotations_count: 10 },
    })
  })

  it.each([
    ['the commit', /createCommitOnBranch/u],
    ['the reply', /^POST .*\/comments/u],
  ])('does nothing twice where the connection drops after %s took effect', async (_what, match) => {
    await say('ann', '/reject macd.3')
    fixture.github.fault({ match, when: 'after', drop: true })
    await (await run()).commands.handle({ pull: number() }).catch(() => {})
    await (await run()).commands.handle({ pull: number() })
    expect([await commits(), (await handles()).length, (await replies()).length]).toEqual([1, 9, 1])
    expect((await replies())[0]).toContain('removed `macd.3`')
  })

  it("has no effect from a fork's pull request with our branch name, whatever is said there", async () => {
    const fork = await fixture.github.openFork('mallory')
    const mallory = fixture.github.as('mallory')
    const { data: base } = await mallory.rest.git.getRef({ ...fork, ref: 'heads/main' })
    await mallory.rest.git.createRef({ ...fork, ref: `refs/heads/${branch()}`, sha: base.object.sha })
    await mallory.rest.repos.createOrUpdateFileContents({
      ...fork,
      path: macdPath,
      branch: branch(),
      message: 'Mine',
      content: Buffer.from('{}').toString('base64'),
    })
    const { data: spoof } = await mallory.rest.pulls.create({ ...where(), title: 'T', head: `mallory:${branch()}`, base: 'main' })
    await fixture.github.as('ann').rest.issues.createComment({ ...where(), issue_number: spoof.number, body: '/reject all' })
    const before = [...fixture.github.branches()]
    const { commands, recheck, endings } = await run()
    const outcomes = [
      await commands.handle({ pull: spoof.number }),
      await recheck.handle({ pull: spoof.number, sender: 'mallory' }),
      await endings.handle({ pull: spoof.number }),
    ]
    expect(outcomes.map(({ type }) => type)).toEqual(['not-ours', 'not-ours', 'not-ours'])
    await endings.settleAll('droid-research', [task])
    expect([...fixture.github.branches()]).toEqual(before)
    expect(await replies(spoof.number)).toEqual([])
    expect((await taskNow())?.parts).toMatchObject([{ state: 'open' }])
  })
})
