import { expect, it } from 'vitest'
import { renderTopicBody } from '../../src/domain/task-forms/topic.ts'
import { createStateBook } from '../../src/session/state-book.ts'
import { createTaskBook } from '../../src/session/task-book.ts'
import { useFixture } from '../contracts/use-fixture.ts'
import { makeLocalForge, systemClock } from '../forge/local/local-fixture.ts'

const alone = { identity: { host: 'here', pid: 1, started: '1' }, isDead: async () => false }
const fixture = useFixture(() => makeLocalForge({ bare: true }))

it('a task with the longest id and the longest title gets its issue, also when it is tried again', async () => {
  const { forge } = fixture()
  const book = createTaskBook({ ...alone, forge, book: createStateBook(forge.state), clock: systemClock, agentOf: () => 'droid' })
  const [id, title] = ['a'.repeat(60), 'T'.repeat(200)]
  const seed = {
    pipeline: 'droid-research',
    id,
    title,
    priority: 'p1',
    order: 0,
    body: renderTopicBody({ task: id, title, brief: 'Two averages.' }),
  } as const
  expect(await book.import([seed], () => {})).toEqual({ created: 1, existing: 0 })
  await book.block(seed.id, 'because')
  expect((await book.redo(seed.id)).id).toBe(`${seed.id}-r2`)
  const issues = await forge.issues.list({})
  expect(issues.map(issue => issue.title.length)).toEqual([256, 256])
  for (const { body } of issues) expect(body).toContain(seed.title)
})
