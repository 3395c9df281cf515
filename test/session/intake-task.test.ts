import { beforeEach, describe, expect, it } from 'vitest'
import type { TaskStatus } from '../../src/domain/task.ts'
import { createTaskBook } from '../../src/session/task-book.ts'
import { useFixture } from '../contracts/use-fixture.ts'
import { makeLocalForge, systemClock } from '../forge/local/local-fixture.ts'
import { bot, createIntakeWorld, curator, stranger, topicBody, triager, type IntakeWorld } from './intake-world.ts'

const fixture = useFixture(() => makeLocalForge({ bare: true }))
let world: IntakeWorld
let number: number

/** A stranger's issue that was approved. */
beforeEach(async () => {
  world = createIntakeWorld(fixture())
  number = (await world.open(stranger, topicBody('custody'))).issue.number
  await world.handle(await world.label(curator, number, 'approved'))
})

const statusOf = async (): Promise<TaskStatus | undefined> => (await world.tasks())[0]?.status
const answered = 1

/** As if a session had brought it there. */
async function bring(status: TaskStatus): Promise<void> {
  const { store } = world.book
  const path = 'tasks/zai-institutional/custody.json'
  const head = await store.head()
  const text = (await store.read(head, [path])).get(path) ?? ''
  await store.write(head, [{ path, text: text.replace(/"status": "[a-z-]+"/, `"status": "${status}"`) }], 'A session')
}

describe('the text of a task', () => {
  it('stays as it was accepted, whoever edits its issue, and one comment says so', async () => {
    for (const author of [stranger, curator]) {
      const edited = await world.edit(author, number, topicBody('other', `Edited by ${author.login}.`))
      expect(await world.handle(edited)).toEqual({ type: 'frozen', task: 'custody' })
    }
    const [task, ...more] = await world.tasks()
    expect(more).toEqual([])
    expect(task).toMatchObject({ id: 'custody', body: topicBody('custody') })
    const [, notice, ...others] = await world.comments(number)
    expect(notice).toContain('**The edit does not count.**')
    expect(notice).toContain('open a new issue')
    expect(others).toEqual([])
  })

  it('does not follow the title of its issue', async () => {
    expect(await world.handle(await world.rename(stranger, number))).toEqual({ type: 'frozen', task: 'custody' })
    expect((await world.tasks())[0]?.title).toBe('Custody')
  })

  it('is the same with other line ends, and nothing is said', async () => {
    const edited = await world.edit(stranger, number, topicBody('custody').replaceAll('\n', '\r\n'))
    expect(await world.handle(edited)).toEqual({ type: 'unchanged', task: 'custody' })
    expect(await world.comments(number)).toHaveLength(answered)
  })
})

describe('a label by someone with write access', () => {
  it('stops a task and sets it going again, with its attempts counted anew', async () => {
    const blocked = await world.handle(await world.label(curator, number, 'status:blocked'))
    expect(blocked).toEqual({ type: 'commanded', task: 'custody', status: 'blocked' })
    expect((await world.tasks())[0]).toMatchObject({
      status: 'blocked',
      reason: 'curator stopped it with the label status:blocked.',
    })
    expect(await world.labels(number)).toContain('status:blocked')
    expect(await world.labels(number)).not.toContain('status:pending')
    const pending = await world.handle(await world.label(curator, number, 'status:pending'))
    expect(pending).toEqual({ type: 'commanded', task: 'custody', status: 'pending' })
    expect((await world.tasks())[0]).toMatchObject({ status: 'pending', attempts: 0, reason: null })
    expect(await world.labels(number)).not.toContain('status:blocked')
    expect(await world.comments(number)).toHaveLength(answered)
  })

  it('commands once, though its workflow is run again after the contrary was commanded', async () => {
    const blocked = await world.label(curator, number, 'status:blocked')
    await world.handle(blocked)
    await world.handle(await world.label(curator, number, 'status:pending'))
    expect(await world.handle(blocked)).toEqual({ type: 'unchanged', task: 'custody' })
    expect(await statusOf()).toBe('pending')
    expect(await world.comments(number)).toHaveLength(answered)
    expect(await world.handle(await world.label(curator, number, 'status:blocked'))).toMatchObject({ type: 'commanded' })
  })

  it('that asks for what cannot be is answered, and the labels say how things are', async () => {
    for (const [status, label, told] of [
      ['in-progress', 'status:pending', 'It goes on.'],
      ['completed', 'status:blocked', '`perpetual tasks redo custody`'],
      ['rejected', 'status:pending', '`perpetual tasks redo custody`'],
    ] as const) {
      await bring(status)
      expect(await world.handle(await world.label(curator, number, label))).toMatchObject({ type: 'refused' })
      expect(await statusOf()).toBe(status)
      expect(await world.labels(number)).toContain(`status:${status}`)
      expect(await world.labels(number)).not.toContain(label)
      expect((await world.comments(number)).at(-1)).toContain(told)
    }
    expect(await world.comments(number)).toHaveLength(answered + 1)
  })

  it('that is no command is put right without a word', async () => {
    for (const label of ['status:completed', 'priority:p0', 'pipeline:droid-research', 'needs-approval']) {
      expect(await world.handle(await world.label(curator, number, label))).toEqual({ type: 'unchanged', task: 'custody' })
      expect(await world.labels(number)).not.toContain(label)
    }
    expect(await world.comments(number)).toHaveLength(answered)
  })
})

describe('a label by anybody else', () => {
  it('has no effect; people are told, and bots are not', async () => {
    for (const sender of [bot('dependabot[bot]'), triager, stranger]) {
      const result = await world.handle(await world.label(sender, number, 'status:blocked'))
      expect(result.type).toBe(sender.type === 'Bot' ? 'unchanged' : 'refused')
      expect(await statusOf()).toBe('pending')
      expect(await world.labels(number)).not.toContain('status:blocked')
      expect(await world.comments(number)).toHaveLength(answered + (sender.type === 'Bot' ? 0 : 1))
    }
  })
})

describe('an issue that is opened again', () => {
  it('is closed where its task has ended, with the way to another attempt', async () => {
    await bring('completed')
    expect(await world.handle(await world.reopen(curator, number))).toMatchObject({ type: 'refused', task: 'custody' })
    expect((await world.forge.issues.get(number))?.state).toBe('closed')
    expect((await world.comments(number)).at(-1)).toContain('`perpetual tasks redo custody`')
  })

  it('goes on where it has not', async () => {
    await world.forge.issues.update(number, { state: 'closed' })
    expect(await world.handle(await world.reopen(stranger, number))).toEqual({ type: 'unchanged', task: 'custody' })
    expect(await statusOf()).toBe('pending')
    expect(await world.comments(number)).toHaveLength(answered)
  })
})

describe('a task that was imported', () => {
  it('obeys the same commands, and its issue gets no acceptance', async () => {
    const alone = { identity: { host: 'here', pid: 1, started: '1' }, isDead: async () => false }
    const { forge, book: states } = world
    const book = createTaskBook({ ...alone, forge, book: states, clock: systemClock, agentOf: () => 'droid' })
    const seed = { pipeline: 'droid-research', id: 'macd', title: 'MACD', priority: 'p1', order: 1 } as const
    const form = '### Assignment\n\nmacd: MACD\n\n### Indicators\n\n- macd: MACD (trend)\n  Averages.\n'
    await book.import([{ ...seed, body: form }], () => {})
    const imported = (await world.tasks()).find(task => task.id === 'macd')?.issue ?? 0
    expect(await world.handle(await world.label(curator, imported, 'status:blocked'))).toMatchObject({ type: 'commanded' })
    expect(await world.handle(await world.label(curator, imported, 'status:pending'))).toMatchObject({ type: 'commanded' })
    const issue = await world.forge.issues.get(imported)
    const body = `${issue?.body ?? ''}\n<!-- perpetual:task:droid-research/macd -->`
    const opened = { ...(await world.rename(curator, imported)), action: 'opened', isRenamed: false } as const
    expect(await world.handle({ ...opened, issue: { ...opened.issue, body } })).toEqual({ type: 'unchanged', task: 'macd' })
    expect(await world.comments(imported)).toEqual([])
  })
})
