import { beforeEach, describe, expect, it } from 'vitest'
import { renderResearchBody } from '../../src/domain/issue-body.ts'
import { useFixture } from '../contracts/use-fixture.ts'
import { makeLocalForge } from '../forge/local/local-fixture.ts'
import { account, createIntakeWorld, curator, stranger, topicBody, triager, type IntakeWorld } from './intake-world.ts'

const fixture = useFixture(() => makeLocalForge({ bare: true }))
let world: IntakeWorld
beforeEach(() => {
  world = createIntakeWorld(fixture())
})

describe('an issue that is no task', () => {
  it('is left alone without a look at anything', async () => {
    const asked = await world.open(stranger, '## Why\n\nThe page does not load, @maintainer.\n\n### Check\n\nTwice.', ['bug'])
    const events = [
      asked,
      await world.edit(curator, asked.issue.number, 'Still not'),
      await world.label(curator, asked.issue.number, 'approved'),
      await world.label(triager, asked.issue.number, 'pipeline:droid-research'),
      await world.label(curator, asked.issue.number, 'wontfix'),
    ]
    for (const event of events) {
      const labels = event.issue.labels.filter(label => !label.startsWith('pipeline:') || label === event.label)
      expect(await world.handle({ ...event, issue: { ...event.issue, labels } })).toMatchObject({ type: 'ignored' })
    }
    expect(world.requests()).toBe(0)
    expect(await world.comments(asked.issue.number)).toEqual([])
  })

  it('is one that was closed or is gone before it was looked at', async () => {
    const event = await world.open(curator, topicBody('custody'))
    await world.forge.issues.update(event.issue.number, { state: 'closed' })
    expect(await world.handle(event)).toMatchObject({ type: 'ignored' })
    expect(await world.handle({ ...event, issue: { ...event.issue, number: 404 } })).toMatchObject({ type: 'ignored' })
    expect(await world.tasks()).toEqual([])
  })
})

describe('what the automation does itself', () => {
  const example = renderResearchBody({ task: 'a', title: 'A', indicators: [{ id: 'a', name: 'A', family: 'f', brief: 'b' }] })

  it('is no event to answer, and neither are the issues that it makes', async () => {
    const event = await world.open(account, example, ['status:pending'])
    expect(await world.handle(event)).toMatchObject({ type: 'ignored' })
    expect(await world.handle({ ...event, action: 'edited', sender: curator })).toMatchObject({ type: 'ignored' })
    expect(await world.comments(event.issue.number)).toEqual([])
    expect(await world.tasks()).toEqual([])
  })

  it('is told from what the same person does where it uses a personal token', async () => {
    const intake = world.createOne('curator')
    const event = await world.open(curator, example)
    expect(await intake.handle(event)).toMatchObject({ type: 'accepted' })
    expect(await intake.handle(await world.label(curator, event.issue.number, 'status:blocked'))).toMatchObject({
      type: 'ignored',
    })
    const imported = await world.open(curator, `${topicBody('b')}\n<!-- perpetual:task:zai-institutional/b -->`)
    expect(await intake.handle(imported)).toMatchObject({ type: 'ignored' })
  })

  it('is an import only where someone with write access made the issue and nobody has the task', async () => {
    const marked = `${topicBody('b')}\n<!-- perpetual:task:zai-institutional/b -->`
    expect(await world.handle(await world.open(curator, marked))).toMatchObject({ type: 'ignored' })
    const spoof = await world.open(stranger, marked)
    expect(await world.handle(spoof)).toMatchObject({ type: 'waiting' })
    expect(await world.handle(await world.label(curator, spoof.issue.number, 'approved'))).toMatchObject({ type: 'accepted' })
    const copy = await world.open(curator, marked.replace('b: Custody', 'c: Custody'))
    expect(await world.handle(copy)).toMatchObject({ type: 'accepted', task: 'c' })
  })
})
