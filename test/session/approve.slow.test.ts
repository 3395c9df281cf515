import { beforeEach, describe, expect, it } from 'vitest'
import { approveIssue, declineIssue, listWaiting, type ApprovalSetup } from '../../src/session/approve.ts'
import { useFixture } from '../contracts/use-fixture.ts'
import { makeLocalForge, systemClock } from '../forge/local/local-fixture.ts'
import { createActionClient } from '../../src/forge/github/action-client.ts'
import { openGithubForge } from '../../src/forge/github/github-forge.ts'
import { createStateBook } from '../../src/session/state-book.ts'
import { startLoopbackGithub, type LoopbackEvent } from '../loopback/loopback-github.ts'
import { account, bot, createIntakeWorld, curator, topicBody, triager, type IntakeWorld } from './intake-world.ts'

const fixture = useFixture(() => makeLocalForge({ bare: true }))
let world: IntakeWorld
let setup: ApprovalSetup
beforeEach(() => {
  world = createIntakeWorld(fixture())
  const pipelines = { 'zai-institutional': { kind: 'research', agent: 'zai', runs: true } }
  setup = { forge: world.forge, book: world.book, clock: systemClock, pipelines }
})

const propose = async (id: string, body = topicBody(id)): Promise<number> => {
  const labels = ['agent:zai', 'pipeline:zai-institutional', 'needs-approval', 'perpetual:proposal']
  return (await world.forge.issues.create({ title: `Proposal: ${id}`, body, labels, marker: `proposal:zai-institutional/${id}` }))
    .number
}

describe('a waiting issue, on a disk', () => {
  it('becomes a task with the text that it has then, and is labelled and answered as on GitHub', async () => {
    const number = await propose('custody')
    await world.forge.issues.update(number, { body: topicBody('custody', 'What I want to know.') })
    expect(await listWaiting(setup)).toMatchObject([{ number, title: 'Proposal: custody', pipeline: 'zai-institutional' }])
    expect(await approveIssue(setup, number)).toEqual({ type: 'accepted', pipeline: 'zai-institutional', task: 'custody' })
    expect(await world.tasks()).toMatchObject([
      { id: 'custody', issue: number, status: 'pending', body: topicBody('custody', 'What I want to know.') },
    ])
    const labels = ['agent:zai', 'perpetual:proposal', 'pipeline:zai-institutional', 'priority:p2', 'status:pending']
    expect(await world.labels(number)).toEqual(labels)
    expect(await world.comments(number)).toEqual([expect.stringContaining('**Accepted** as task `custody`')])
    expect(await listWaiting(setup)).toEqual([])
  })

  it('is refused where it is a task, closed, no task at all or not well written, with what is wrong', async () => {
    const [known, closed, broken] = [
      await propose('custody'),
      await propose('audits'),
      await propose('keys', '### Topic\n\nKeys\n'),
    ]
    const other = await propose('other', 'A thought.')
    const taken = await propose('again', topicBody('custody'))
    await approveIssue(setup, known)
    await declineIssue(setup, closed)
    const reasons = {
      [known]: 'is task custody already',
      [closed]: 'is closed, and that is a no',
      [broken]: 'The heading “### Brief” with something beneath it is missing.',
      [other]: 'asks for no task',
      [taken]: 'The id “custody” is taken by issue 1',
      99: 'found none with #99',
    }
    for (const [number, reason] of Object.entries(reasons)) {
      await expect(approveIssue(setup, Number(number))).rejects.toThrow(reason)
    }
    expect(await world.tasks()).toHaveLength(1)
    await expect(declineIssue(setup, known)).rejects.toThrow('is task custody already')
  })
})

describe('what the automation proposes, on GitHub', () => {
  const marked = `${topicBody('custody')}\n<!-- perpetual:proposal:zai-institutional/custody -->`

  it('begins where a person with write access approves it, and never by itself', async () => {
    const opened = await world.open(account, marked, ['needs-approval'])
    const { number } = opened.issue
    const by = (event: typeof opened) => ({ ...event, issue: { ...event.issue, author: account } })
    expect(await world.handle(opened)).toMatchObject({ type: 'ignored' })
    expect(await world.handle(by(await world.edit(curator, number, marked)))).toMatchObject({ type: 'ignored' })
    expect(await world.handle(by(await world.label(triager, number, 'approved')))).toMatchObject({ type: 'waiting' })
    expect(await world.handle(by(await world.label(bot('other[bot]'), number, 'approved')))).toMatchObject({ type: 'waiting' })
    expect(await world.tasks()).toEqual([])
    expect(await world.handle(by(await world.label(curator, number, 'approved')))).toMatchObject({
      type: 'accepted',
      task: 'custody',
    })
    const [task] = await world.tasks()
    expect(task?.body).toBe(topicBody('custody').trimEnd())
  })

  it('waits all the same where the automation writes as a person whose own issues begin at once', async () => {
    const intake = world.createOne('curator')
    const opened = await world.open(curator, marked)
    expect(await intake.handle(opened)).toEqual({
      type: 'ignored',
      because: 'It is a proposal, which waits for the label `approved`.',
    })
    const edited = await world.edit(
      curator,
      opened.issue.number,
      `${topicBody('custody', 'More.')}\n<!-- perpetual:proposal:zai-institutional/custody -->`,
    )
    expect(await intake.handle(edited)).toMatchObject({ type: 'ignored' })
    expect(await world.tasks()).toEqual([])
    const approval = await world.label(curator, opened.issue.number, 'approved')
    expect(await intake.handle({ ...approval, issue: { ...approval.issue, author: curator } })).toMatchObject({
      type: 'accepted',
    })
  })

  it('gets the label anew from the command line of somebody with write access, and from nobody else', async () => {
    const github = await startLoopbackGithub()
    const events: LoopbackEvent[] = []
    github.onEvent(event => void events.push(event))
    const { owner, repo } = github
    const open = (token: string) =>
      openGithubForge({ client: createActionClient({ token, baseUrl: github.url }), owner, repo, clock: systemClock })
    for (const [login, role] of [
      ['ann', 'write'],
      ['tim', 'triage'],
    ] as const)
      github.addPerson(login, role)
    const { data } = await github
      .as('ann')
      .rest.issues.create({ owner, repo, title: 'Custody', body: topicBody('custody'), labels: ['needs-approval', 'approved'] })
    const labelled = () =>
      events.flatMap(({ name, payload }) =>
        name === 'issues' && JSON.stringify(payload).includes('"action":"labeled"') ? [payload] : [],
      )
    const asked = labelled().length
    const approveAs = async (login: string) => {
      const forge = await open(github.token(login))
      try {
        return await approveIssue({ ...setup, forge, book: createStateBook(forge.state) }, data.number)
      } finally {
        await forge.close()
      }
    }
    await expect(approveAs('tim')).rejects.toThrow('Expected the token of somebody with write access, got that of tim')
    expect(await approveAs('ann')).toEqual({ type: 'labelled' })
    expect(labelled().slice(asked)).toMatchObject([{ label: { name: 'approved' }, sender: { login: 'ann' } }])
    await github.close()
  })
})
