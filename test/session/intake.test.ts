import { beforeEach, describe, expect, it } from 'vitest'
import { formNames, forms } from '../../src/domain/task-forms/forms.ts'
import { useFixture } from '../contracts/use-fixture.ts'
import { makeLocalForge } from '../forge/local/local-fixture.ts'
import { bot, createIntakeWorld, curator, person, stranger, topicBody, triager, type IntakeWorld } from './intake-world.ts'

const fixture = useFixture(() => makeLocalForge({ bare: true }))
let world: IntakeWorld
beforeEach(() => {
  world = createIntakeWorld(fixture())
})

describe('an issue of someone with write access', () => {
  it('becomes a task, whatever form it is written in', async () => {
    const pipelines = ['droid-research', 'zai-institutional', 'droid-eastern', 'zai-implementation']
    for (const [index, name] of formNames.entries()) {
      const event = await world.open(curator, forms[name].example)
      const [pipeline, task] = [pipelines[index], /: |$/.exec(forms[name].example) && forms[name].example.split(/\n+|: /)[1]]
      expect(await world.handle(event)).toEqual({ type: 'accepted', pipeline, task })
      const { number } = event.issue
      const found = (await world.tasks()).find(each => each.issue === number)
      expect(found).toMatchObject({ pipeline, id: task, body: forms[name].example, status: 'pending', priority: 'p2' })
      const agent = pipeline?.split('-')[0]
      const labels = [`agent:${agent}`, `pipeline:${pipeline}`, 'priority:p2', 'status:pending']
      expect(await world.labels(number)).toEqual(labels)
      const [comment = '', ...more] = await world.comments(number)
      expect(more).toEqual([])
      expect(comment).toContain(`**Accepted** as task \`${task}\` of the pipeline \`${pipeline}\``)
      expect(comment).toContain(index < 2 ? 'takes it up in its turn' : 'The task waits until one does.')
    }
  })

  it('keeps the labels of people, its priority and its pipeline as asked for', async () => {
    const body = `${topicBody('custody')}\n### Pipeline\n\ndroid-research\n\n### Priority\n\nP0\n`
    const event = await world.open(curator, body, ['good first issue', 'needs-approval', 'status:invalid'])
    expect(await world.handle(event)).toMatchObject({ type: 'accepted', pipeline: 'droid-research' })
    const labels = ['agent:droid', 'good first issue', 'pipeline:droid-research', 'priority:p0', 'status:pending']
    expect(await world.labels(event.issue.number)).toEqual(labels)
  })

  it('changes nothing twice, however often its events come again', async () => {
    const opened = await world.open(curator, topicBody('custody'))
    await world.handle(opened)
    const head = await world.forge.state.head()
    const labelled = await world.label(curator, opened.issue.number, 'approved')
    for (const event of [opened, labelled, opened]) expect(await world.handle(event)).toMatchObject({ type: 'accepted' })
    expect(await world.forge.state.head()).toBe(head)
    expect(await world.comments(opened.issue.number)).toHaveLength(1)
  })

  it('is answered the next time where the answer failed after the task was made', async () => {
    const event = await world.open(curator, topicBody('custody'))
    world.fail('comment')
    await expect(world.handle(event)).rejects.toThrow('comment failed')
    expect(await world.tasks()).toHaveLength(1)
    world.fail(undefined)
    expect(await world.handle(event)).toMatchObject({ type: 'accepted' })
    expect(await world.comments(event.issue.number)).toHaveLength(1)
    expect(await world.tasks()).toHaveLength(1)
  })

  it('waits where somebody without write access touched it last', async () => {
    const event = await world.open(curator, topicBody('custody'))
    expect(await world.handle({ ...event, action: 'reopened', sender: triager })).toMatchObject({ type: 'waiting' })
    expect(await world.handle({ ...event, action: 'edited', sender: bot('helpful[bot]') })).toMatchObject({ type: 'waiting' })
    expect(await world.tasks()).toEqual([])
    expect(await world.handle({ ...event, action: 'edited' })).toMatchObject({ type: 'accepted' })
  })

  it('becomes one task where two events with different texts race', async () => {
    const first = await world.open(curator, topicBody('one'))
    const second = { ...first, action: 'edited', issue: { ...first.issue, body: topicBody('two') } } as const
    const results = await Promise.all([world.handle(first), world.handle(second)])
    expect(await world.tasks()).toHaveLength(1)
    const [task] = await world.tasks()
    expect(results.map(result => result.type === 'accepted' && result.task)).toEqual([task?.id, task?.id])
    expect(await world.comments(first.issue.number)).toHaveLength(1)
  })
})

describe("a stranger's issue", () => {
  it('waits, and becomes a task as it stood when someone with write access approved it', async () => {
    const opened = await world.open(stranger, topicBody('custody'))
    const { number } = opened.issue
    expect(await world.handle(opened)).toEqual({ type: 'waiting', pipeline: 'zai-institutional', task: 'custody' })
    expect(await world.labels(number)).toEqual(['agent:zai', 'needs-approval', 'pipeline:zai-institutional', 'priority:p2'])
    expect(await world.tasks()).toEqual([])
    const approved = await world.label(curator, number, 'approved')
    const edited = await world.edit(stranger, number, topicBody('custody', 'Something else.'))
    expect(await world.handle(approved)).toMatchObject({ type: 'accepted', task: 'custody' })
    expect((await world.tasks())[0]?.body).toBe(topicBody('custody'))
    expect(await world.labels(number)).toEqual([
      'agent:zai',
      'approved',
      'pipeline:zai-institutional',
      'priority:p2',
      'status:pending',
    ])
    expect(await world.comments(number)).toHaveLength(1)
    expect(await world.handle(edited)).toEqual({ type: 'frozen', task: 'custody' })
    expect((await world.tasks())[0]?.body).toBe(topicBody('custody'))
  })

  it('is started by no label of the Triage role, of a bot or of its author, and the label goes', async () => {
    const { issue } = await world.open(stranger, topicBody('custody'))
    for (const sender of [triager, bot('dependabot[bot]'), person('dependabot[bot]'), stranger]) {
      for (const label of ['approved', 'status:pending']) {
        expect(await world.handle(await world.label(sender, issue.number, label))).toMatchObject({ type: 'waiting' })
        expect(await world.labels(issue.number)).toEqual([
          'agent:zai',
          'needs-approval',
          'pipeline:zai-institutional',
          'priority:p2',
        ])
      }
    }
    expect(await world.tasks()).toEqual([])
  })

  it('waits on, whoever with write access edits it or sets another label', async () => {
    const { issue } = await world.open(stranger, topicBody('custody'))
    const edited = { ...(await world.edit(stranger, issue.number, topicBody('other'))), sender: curator }
    expect(await world.handle(edited)).toMatchObject({ type: 'waiting', task: 'other' })
    expect(await world.handle(await world.label(curator, issue.number, 'status:pending'))).toMatchObject({ type: 'waiting' })
    expect(await world.tasks()).toEqual([])
  })

  it('with a label of ours from the beginning waits all the same', async () => {
    const event = await world.open(stranger, topicBody('custody'), ['approved', 'status:in-progress', 'priority:p0'])
    expect(await world.handle(event)).toMatchObject({ type: 'waiting' })
    expect(await world.labels(event.issue.number)).not.toContain('approved')
  })

  it('may be approved before its opening was looked at', async () => {
    const opened = await world.open(stranger, topicBody('custody'))
    const approved = await world.label(curator, opened.issue.number, 'approved')
    expect(await world.handle(approved)).toMatchObject({ type: 'accepted' })
    expect(await world.handle(opened)).toMatchObject({ type: 'accepted' })
    expect(await world.tasks()).toHaveLength(1)
    expect(await world.comments(opened.issue.number)).toHaveLength(1)
  })

  it('is spoken of as it is now, in whatever order its events come', async () => {
    const opened = await world.open(stranger, topicBody('one'))
    const edited = await world.edit(stranger, opened.issue.number, topicBody('two'))
    for (const event of [edited, opened]) expect(await world.handle(event)).toMatchObject({ type: 'waiting', task: 'two' })
  })
})

describe('an issue with a mistake', () => {
  it('gets one comment that lists them all, and turns into the answer once it is mended', async () => {
    const opened = await world.open(curator, '### Topic\n\na: A\n\n### Topic\n\nb\n\n### Priority\n\nsoon\n', [
      'pipeline:zai-institutional',
    ])
    const { number } = opened.issue
    expect(await world.handle(opened)).toMatchObject({ type: 'invalid' })
    expect(await world.labels(number)).toEqual(['status:invalid'])
    const [before = ''] = await world.comments(number)
    expect(before).toContain('is there 2 times')
    expect(before).toContain('with something beneath it is missing')
    expect(before).toContain('is “soon”')
    expect(before).toContain(forms.topic.example.trimEnd())
    expect(await world.handle(await world.edit(curator, number, topicBody('a')))).toMatchObject({ type: 'accepted' })
    const after = await world.comments(number)
    expect(after).toHaveLength(1)
    expect(after[0]).toContain('**Accepted**')
    expect(await world.labels(number)).not.toContain('status:invalid')
  })

  it('by a stranger waits once it is mended, even if it was approved before', async () => {
    const { issue } = await world.open(stranger, '### Topic\n\na: A\n\n### Brief\n\n_No response_\n')
    expect(await world.handle(await world.label(curator, issue.number, 'approved'))).toMatchObject({ type: 'invalid' })
    expect(await world.labels(issue.number)).toEqual(['status:invalid'])
    expect(await world.handle(await world.edit(stranger, issue.number, topicBody('a')))).toMatchObject({ type: 'waiting' })
    expect(await world.handle(await world.label(curator, issue.number, 'approved'))).toMatchObject({ type: 'accepted' })
    expect(await world.comments(issue.number)).toHaveLength(1)
  })

  it('stays one though all headings were taken out of it', async () => {
    const { issue } = await world.open(stranger, '### Topic\n\na: A\n', ['pipeline:zai-institutional'])
    const event = await world.edit(stranger, issue.number, 'Please?')
    expect(await world.handle(event)).toEqual({ type: 'invalid', problems: ['Its text has none of the headings of a form.'] })
    expect((await world.comments(issue.number))[0]).toContain('- a YouTube batch: `### Batch`, `### Videos`, `### Questions`')
  })

  it('is told which issue has its id, also where both came at once', async () => {
    const events = [await world.open(curator, topicBody('custody')), await world.open(curator, topicBody('custody'))]
    const results = await Promise.all(events.map(event => world.handle(event)))
    expect(results.map(result => result.type).toSorted()).toEqual(['accepted', 'invalid'])
    const winner = (await world.tasks())[0]?.issue
    const loser = events.map(event => event.issue.number).find(number => number !== winner) ?? 0
    expect(results.find(result => result.type === 'invalid')).toEqual({
      type: 'invalid',
      problems: [`The id “custody” is taken by issue ${winner}; put another one before the title, such as “custody-2: …”.`],
    })
    expect(await world.handle(await world.edit(curator, loser, topicBody('custody-2')))).toMatchObject({ type: 'accepted' })
    expect(new Set((await world.tasks()).map(task => task.issue))).toEqual(new Set(events.map(event => event.issue.number)))
  })
})
