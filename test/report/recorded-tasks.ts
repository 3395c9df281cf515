import { plusMs } from '../../src/domain/instant.ts'
import { renderIntegrationSource } from '../../src/domain/integration-task.ts'
import type { Part, Task, UnitState } from '../../src/domain/task.ts'
import { makePart, makeTask } from '../domain/samples.ts'
import { morning } from './report-world.ts'
import { ago, hourMs } from './state-samples.ts'

const unit = (name: string, accepted: number, ended = true): UnitState => ({
  unit: name,
  name: name.toUpperCase(),
  ended,
  calls: ended ? 100 : 40,
  callsExpected: 100,
  accepted,
  rejected: { duplicate: 4, numbers: 3 },
})

const address = (number: number): string => `https://github.com/acme/pairs/pull/${number}`

const grade = { success: 0.99, speed: 0.8, quality: 0.97, efficiency: 0.95, score: 0.938, letter: 'A' } as const

/** A task that was delivered in two parts and merged so many days ago. */
function completed(pipeline: string, index: number, daysAgo: number): Task {
  const id = `session_${String(index).padStart(2, '0')}`
  const part = (number: number): Part =>
    makePart({
      part: number,
      branch: `perpetual/${pipeline}/${id}-${number}`,
      units: [`unit-${number}`],
      paths: [`inbox/${id}/unit-${number}.json`],
      pairs: 220,
      kept: 214,
      state: 'merged',
      pull: 100 + 10 * index + number,
      url: address(100 + 10 * index + number),
      openedAt: ago(daysAgo, 6),
      endedAt: ago(daysAgo),
      review: 'sampled',
    })
  return makeTask({
    id,
    pipeline,
    issue: index,
    title: `Indicators of session ${index}`,
    status: 'completed',
    startedAt: ago(daysAgo, 9),
    endedAt: ago(daysAgo),
    units: [unit('unit-1', 220), unit('unit-2', 220)],
    parts: [part(1), part(2)],
    grade,
  })
}

/** What integration took of a completed task, some hours later. */
const integrated = (task: Task, index: number): Task =>
  makeTask({
    id: `from-${task.pipeline}-${task.id}`,
    pipeline: 'claude-integration',
    issue: null,
    title: `Integrate ${task.id}`,
    body: renderIntegrationSource({ type: 'delivery', paths: [`inbox/${task.id}.json`], commit: 'abc' }),
    status: 'completed',
    startedAt: plusMs(task.endedAt ?? morning, hourMs),
    endedAt: plusMs(task.endedAt ?? morning, 2 * hourMs),
    units: [{ ...unit('rows', 390), rejected: { duplicate: 38 } }],
    parts: [
      makePart({
        branch: `perpetual/claude-integration/${index}`,
        pairs: 390,
        kept: 390,
        state: 'merged',
        pull: 3000 + index,
        url: address(3000 + index),
        openedAt: plusMs(task.endedAt ?? morning, hourMs),
        endedAt: plusMs(task.endedAt ?? morning, 2 * hourMs),
      }),
    ],
  })

const imported = (piece: number): Task =>
  makeTask({
    id: `import-${piece}`,
    pipeline: 'claude-integration',
    issue: null,
    title: `Import piece ${piece}`,
    body: renderIntegrationSource({ type: 'import', name: 'first', piece, pieces: 2, rows: 'import-1' }),
    status: 'completed',
    startedAt: ago(20),
    endedAt: ago(20),
    parts: [makePart({ pairs: 300, kept: 300, state: 'merged', pull: 4000 + piece, endedAt: ago(20) })],
  })

function researchTasks(): readonly Task[] {
  const done = Array.from({ length: 10 }, (_, index) => completed('droid-research', index + 1, 40 - 4.4 * index))
  const waiting = makePart({ units: ['macd'], pairs: 264, state: 'open', pull: 811, url: address(811), openedAt: ago(4, 2) })
  const fresh = {
    ...waiting,
    part: 2,
    units: ['rsi'],
    pairs: 88,
    pull: 812,
    url: address(812),
    openedAt: ago(0, 5),
    looked: 'some' as const,
  }
  return [
    ...done,
    makeTask({
      id: 'session_11',
      issue: 11,
      title: 'Momentum & <oscillators> | @acme',
      status: 'in-review',
      startedAt: ago(5),
      units: [unit('macd', 264), unit('rsi', 88)],
      parts: [waiting, fresh],
    }),
    makeTask({
      id: 'session_12',
      issue: 12,
      title: 'Volume',
      status: 'in-progress',
      startedAt: ago(0, 8),
      units: [unit('obv', 81), unit('vwap', 12, false)],
    }),
    makeTask({
      id: 'session_13',
      issue: 13,
      status: 'blocked',
      reason:
        'Three sessions brought nothing: the model answers "closes #1, cc @acme/team" in place of JSON.\n\n# Try another model',
    }),
    ...Array.from({ length: 6 }, (_, index) => makeTask({ id: `session_${20 + index}`, issue: 20 + index })),
  ]
}

const otherTasks = (): readonly Task[] => [
  makeTask({
    pipeline: 'zai-institutional',
    id: 'custody',
    issue: 50,
    title: 'Custody',
    status: 'in-progress',
    startedAt: ago(0, 1),
    units: [unit('custody', 30, false)],
  }),
  makeTask({ pipeline: 'zai-institutional', id: 'clearing', issue: 51, title: 'Clearing' }),
  makeTask({
    pipeline: 'droid-eastern',
    id: 'lectures',
    issue: 60,
    title: 'Lectures',
    status: 'in-progress',
    startedAt: ago(1),
    units: [unit('video-1', 11), unit('video-2', 0, false)],
  }),
  makeTask({
    pipeline: 'droid-eastern',
    id: 'talks',
    issue: 61,
    title: 'Talks',
    status: 'in-progress',
    startedAt: ago(1),
    units: [unit('video-3', 9, false)],
  }),
]

/** Of all pipelines. */
export function recordedTasks(): readonly Task[] {
  const research = researchTasks()
  const done = research.filter(({ status }) => status === 'completed')
  return [...research, ...otherTasks(), ...done.slice(0, 9).map(integrated), imported(1), imported(2)]
}
