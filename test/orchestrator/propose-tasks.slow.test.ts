import { describe, expect, it } from 'vitest'
import { extendManifest, renderManifest } from '../../src/dataset/database/manifest.ts'
import type { Issues } from '../../src/forge/forge.ts'
import type { Task } from '../../src/domain/task.ts'
import { proposeTasks, type ProposeSetup } from '../../src/orchestrator/propose-tasks.ts'
import { printState } from '../../src/session/state-files.ts'
import { createStateBook } from '../../src/session/state-book.ts'
import { shardsOf } from '../dataset/database/sample-rows.ts'
import { rows } from '../dataset/database/sample-rows.ts'
import { useFixture } from '../contracts/use-fixture.ts'
import { makeLocalForge, systemClock } from '../forge/local/local-fixture.ts'
import { makeTask } from '../domain/samples.ts'
import { assignment, pendingAssignment } from './research-tasks.ts'

const fixture = useFixture(() => makeLocalForge({ bare: true }))
const done = assignment(
  'a1',
  [
    { id: 'sma', accepted: 3 },
    { id: 'ema', accepted: 3 },
  ],
  { issue: null },
)

async function open(tasks: readonly Task[], change: Partial<ProposeSetup> = {}) {
  const { forge } = fixture()
  const changes = tasks.map(task => ({ path: `tasks/${task.pipeline}/${task.id}.json`, text: printState(task) }))
  await forge.state.write(await forge.state.head(), changes, 'By the test')
  let requests = 0
  const counted = new Proxy(forge.issues, {
    get: (target, name: keyof Issues) => {
      requests += 1
      return target[name]
    },
  })
  const setup: ProposeSetup = {
    forge: { ...forge, issues: counted },
    book: createStateBook(forge.state),
    clock: systemClock,
    goal: 30_000,
    queues: [
      { pipeline: 'droid-research', agent: 'droid', research: { pairsPerUnit: 3 } },
      { pipeline: 'droid-eastern', agent: 'droid', research: null },
    ],
    below: 2,
    most: 2,
    ...change,
  }
  return { setup, forge, requests: () => requests, propose: () => proposeTasks(setup) }
}

describe('proposing tasks', () => {
  it('makes issues that wait for approval, and no second ones however often and at once it is asked', async () => {
    const { propose, forge } = await open([done])
    const [first, second] = await Promise.all([propose(), propose()])
    const issues = await forge.issues.list({ labels: ['perpetual:proposal'] })
    expect(issues.map(({ title, state }) => [title, state])).toEqual([
      ['Proposal: technical/trend: concept and computation', 'open'],
      ['Proposal: technical/trend: parameters and interpretation', 'open'],
    ])
    expect(issues[0]?.labels).toEqual([
      'agent:droid',
      'pipeline:droid-research',
      'priority:p3',
      'needs-approval',
      'perpetual:proposal',
    ])
    expect(new Set([...first.proposed, ...second.proposed].map(({ number }) => number)).size).toBe(2)
    expect(await propose()).toEqual({ proposed: [], short: [] })
  })

  it('takes a closed issue for a no, also where its text says something else by now', async () => {
    const { propose, forge } = await open([done])
    const { proposed } = await propose()
    for (const { number } of proposed) await forge.issues.update(number, { state: 'closed', body: 'Not now.', labels: [] })
    const { proposed: next } = await propose()
    expect(next.map(({ id }) => id)).toEqual(['technical_trend-signals-limits', 'technical_trend-combination-comparison'])
  })

  it('asks the forge for nothing while every queue is long enough, and once the goal is reached', async () => {
    const pending = [1, 2].map(n => pendingAssignment(`p${n}`, [{ id: `x${n}` }]))
    const full = await open([done, ...pending])
    expect(await full.propose()).toEqual({ proposed: [], short: [] })
    const reached = await open([done], { goal: 100 })
    const manifest = extendManifest(null, shardsOf(rows(100)), { goal: 100, retracted: new Set() })
    await fixture().commitAsPerson('main', [{ path: 'database/manifest.json', text: renderManifest(manifest) }])
    expect(await reached.propose()).toEqual({ proposed: [], short: [] })
    expect(full.requests() + reached.requests()).toBe(0)
  })

  it('tells which queues a person must fill: those of videos, and those for which nothing is left to propose', async () => {
    const videos = makeTask({ id: 'lectures-1', pipeline: 'droid-eastern', status: 'completed' })
    const unknown = makeTask({ id: 'a1', status: 'completed', body: 'Unreadable' })
    const { propose } = await open([videos, unknown])
    expect(await propose()).toEqual({
      proposed: [],
      short: [
        { pipeline: 'droid-eastern', pending: 0, because: 'people' },
        { pipeline: 'droid-research', pending: 0, because: 'nothing-known' },
      ],
    })
    const { propose: unused } = await open([], { queues: [{ pipeline: 'droid-other', agent: 'droid', research: null }] })
    expect((await unused()).short).toEqual([])
  })
})
