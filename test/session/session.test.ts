import { describe, expect, it } from 'vitest'
import { statePaths } from '../../src/domain/state.ts'
import { runSession } from '../../src/session/session.ts'
import { claiming, makeTask } from '../domain/samples.ts'
import { answer, createSessionWorld, wholeSession } from './session-world.ts'

const once = async (
  _prompt: string,
  permit: () => { settle: (spent: { sent: boolean; usage: null }) => unknown } | undefined,
) => {
  const leave = permit()
  if (leave === undefined) return { type: 'unfinished', reason: 'no-permit', sends: 0 } as const
  await new Promise(resolve => setTimeout(resolve, 1))
  await leave.settle({ sent: true, usage: null })
  return answer()
}

describe('a session', () => {
  it('that was killed after its last task ended is wrapped by the next one, though no task waits', async () => {
    const { setup, book, store } = await createSessionWorld({ tasks: [makeTask()], ask: once })
    // The wrap's own checkpoint is the first thing that fails; the task has ended by then.
    const apply: typeof book.apply = (operation, extras) =>
      operation.type === 'checkpoint' && operation.wrap !== null
        ? Promise.reject(new Error('killed'))
        : book.apply(operation, extras)
    await expect(runSession({ ...setup, book: { ...book, apply } }, wholeSession)).rejects.toThrow('killed')
    expect((await book.tasks())[0]?.status).toBe('blocked')
    const result = await runSession({ ...setup, isDead: () => true }, wholeSession)
    expect(result).toMatchObject({ session: 'droid-research-0001', outcome: 'completed', reason: 'queue-empty' })
    expect((await book.pipeline('droid-research')).session).toBeNull()
    const handoff = statePaths.handoff('droid-research', 'droid-research-0001')
    expect(await store.list(await store.head(), 'handoffs')).toEqual([handoff])
  })

  it('that was killed between two tasks begins no other one while reviewers have enough to read', async () => {
    const tasks = [makeTask(), makeTask({ id: 'session_02', issue: 2, order: 2 })]
    const { setup, book } = await createSessionWorld({ tasks, questions: 1, ask: once })
    const applyAll: typeof book.applyAll = (operations, extras) =>
      operations.some(operation => operation.type === 'start-task' && operation.task === 'session_02')
        ? Promise.reject(new Error('killed'))
        : book.applyAll(operations, extras)
    const unforced = { ...wholeSession, force: false }
    await expect(runSession({ ...setup, book: { ...book, applyAll } }, unforced)).rejects.toThrow('killed')
    const setting = { ...setup.setting, maxWaitingParts: 8 }
    const next = { ...setup, setting, isDead: () => true, countWaitingParts: async () => 9 }
    expect(await runSession(next, unforced)).toMatchObject({ session: 'droid-research-0001', reason: 'reviews' })
    expect((await book.tasks()).map(({ id, status }) => [id, status])).toContainEqual(['session_02', 'pending'])
  })

  it('looks at the time, and at who asked to stop, between tasks that end as they begin', async () => {
    const tasks = Array.from({ length: 5 }, (_, index) => makeTask({ id: `session_${index}`, issue: null, order: index }))
    const late = await createSessionWorld({ tasks, questions: 0, ask: once })
    const deadline = { ...wholeSession, deadline: late.clock.now() }
    expect(await runSession(late.setup, deadline)).toMatchObject({ outcome: 'wrapped', reason: 'deadline', tasks: ['session_0'] })
    for (const onSignal of ['wrap', 'save'] as const) {
      const { setup, book } = await createSessionWorld({ tasks, questions: 0, ask: once })
      const setting = { ...setup.setting, onSignal }
      const stopped = await runSession({ ...setup, setting, asked: AbortSignal.abort() }, wholeSession)
      expect(stopped).toMatchObject({ outcome: 'wrapped', reason: 'asked', tasks: ['session_0'] })
      const { session } = await book.pipeline('droid-research')
      expect(session?.wrap?.reason).toBe(onSignal === 'save' ? 'asked' : undefined)
    }
  })

  it('says which meter is used up', async () => {
    const { setup } = await createSessionWorld({
      tasks: [makeTask()],
      questions: 20,
      usdMicros: 50,
      worstUsdMicros: 10,
      ask: once,
    })
    expect(await runSession(setup, wholeSession)).toMatchObject({ reason: 'budget: dollars' })
  })

  it('says what the provider said where that goes down as a task ends, and takes no other task', async () => {
    const tasks = [makeTask(), makeTask({ id: 'session_99', issue: 99, order: 99 })]
    const { setup, book } = await createSessionWorld({ tasks, questions: 1, ask: once })
    let ended = false
    const createProvider: typeof setup.createProvider = permit => ({
      ...setup.createProvider(permit),
      down: () => (ended ? { message: 'refused the key', actBy: 'fix-config' } : undefined),
    })
    const applyAll: typeof book.applyAll = (operations, extras) => {
      ended ||= operations.some(({ type }) => type === 'end-task')
      return book.applyAll(operations, extras)
    }
    const apply: typeof book.apply = (operation, extras) => applyAll([operation], extras)
    const result = await runSession({ ...setup, createProvider, book: { ...book, apply, applyAll } }, wholeSession)
    expect(result).toMatchObject({ outcome: 'wrapped', reason: 'provider: refused the key', actBy: 'fix-config' })
    expect((await book.tasks()).map(({ status, attempts }) => [status, attempts])).toContainEqual(['pending', 0])
  })

  it('that wraps after many tasks hands each task its own part of the handoff, within what a comment may hold', async () => {
    const tasks = Array.from({ length: 60 }, (_, index) =>
      makeTask({ id: `session_${index}`, issue: index + 1, order: index, title: 'T'.repeat(200) }),
    )
    const { setup, comments } = await createSessionWorld({ tasks, questions: 1, ask: once })
    expect(await runSession(setup, wholeSession)).toMatchObject({ reason: 'queue-empty' })
    expect(comments).toHaveLength(60)
    for (const { body } of comments) expect(body.length).toBeLessThan(2000)
  })

  it('goes on where retries used up what was granted, though dollars for all of the next grant are not there', async () => {
    // Calls are granted 25 at a time; 25 of the dearest sends do not fit under the dollars, which are not used up by far.
    let sends = 0
    const { setup, book } = await createSessionWorld({
      tasks: [makeTask()],
      questions: 30,
      concurrency: 1,
      usdMicros: 2400,
      worstUsdMicros: 100,
      ask: async (_prompt, permit) => {
        for (let attempt = 0; attempt < 6; attempt += 1) {
          const leave = permit()
          if (leave === undefined) return { type: 'unfinished', reason: 'no-permit', sends: attempt }
          sends += 1
          await leave.settle({ sent: true, usage: { inputTokens: 1, outputTokens: 1, costUsd: 0.000001 } })
        }
        return answer(0.000001)
      },
    })
    expect(await runSession(setup, wholeSession)).toMatchObject({ reason: 'queue-empty' })
    expect((await book.tasks())[0]?.units[0]?.calls).toBe(30)
    expect(sends).toBeLessThan(400)
  })

  it('that loses its claim between its last checkpoint and its wrap writes no comment', async () => {
    const { setup, book, comments } = await createSessionWorld({ tasks: [makeTask()], ask: once })
    const apply: typeof book.apply = async (operation, extras) => {
      const result = await book.apply(operation, extras)
      if (operation.type === 'checkpoint' && operation.wrap !== null)
        await book.apply({ ...claiming({ deadEpoch: operation.epoch }), now: operation.now })
      return result
    }
    expect(await runSession({ ...setup, book: { ...book, apply } }, wholeSession)).toMatchObject({ reason: 'lost-claim' })
    expect(comments).toEqual([])
    expect((await book.pipeline('droid-research')).session?.wrap).toEqual({ reason: 'queue-empty' })
  })

  it('has ended well where only the housekeeping fails', async () => {
    const { setup } = await createSessionWorld({ tasks: [makeTask()], ask: once })
    const tidy = () => Promise.reject(new Error('no room'))
    const result = await runSession({ ...setup, forge: { ...setup.forge, tidy } }, wholeSession)
    expect(result).toMatchObject({ outcome: 'completed', handoff: 'handoffs/droid-research/droid-research-0001.md' })
  })

  it('names the reset of the dollars as its next time, where they are used up', async () => {
    const { setup } = await createSessionWorld({
      tasks: [makeTask()],
      questions: 20,
      usdMicros: 50,
      worstUsdMicros: 10,
      ask: once,
    })
    expect((await runSession(setup, wholeSession)).next).toBe('2026-03-11T00:01:00.000Z')
  })

  it('that is asked to stop saves and leaves its wrap to the next one, where wrapping takes long', async () => {
    const asked = new AbortController()
    const { setup, book, comments } = await createSessionWorld({
      tasks: [makeTask()],
      questions: 5,
      ask: (prompt, permit) => {
        asked.abort()
        return once(prompt, permit)
      },
    })
    const saving = { ...setup, asked: asked.signal, setting: { ...setup.setting, onSignal: 'save' } } as const
    expect(await runSession(saving, wholeSession)).toMatchObject({ outcome: 'wrapped', reason: 'asked', handoff: null })
    expect(comments).toEqual([])
    expect((await book.pipeline('droid-research')).session).toMatchObject({
      wrap: { reason: 'asked' },
      id: 'droid-research-0001',
    })
    const next = await runSession({ ...setup, isDead: () => true }, wholeSession)
    expect(next).toMatchObject({ session: 'droid-research-0001', reason: 'asked' })
    expect(comments).toHaveLength(1)
  })
})
