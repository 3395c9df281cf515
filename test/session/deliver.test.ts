import { expect, it } from 'vitest'
import type { Operation } from '../../src/domain/operation.ts'
import type { Pull } from '../../src/forge/forge.ts'
import { deliver, type DeliverySetup } from '../../src/session/deliver.ts'
import { withoutDelivered, type TaskRun } from '../../src/session/task-run.ts'
import { makePart, makeTask, noon } from '../domain/samples.ts'

const unitOf = (ended: boolean) => ({
  unit: 'macd',
  name: 'MACD',
  ended,
  calls: 3,
  callsExpected: 5,
  accepted: 2,
  rejected: {},
})

const runOf = (ended: boolean): TaskRun => ({
  next: () => (ended ? [] : [{ type: 'look-up', id: 'macd/1', unit: 'macd', questions: [] }]),
  absorb: () => {},
  finished: () => ended,
  units: () => [unitOf(ended)],
  files: () => [{ path: 'inbox/droid/t/macd.json', text: '{}', pairs: 2 }],
})

/** A task whose only part was committed as intended when its session was killed. */
const task = makeTask({
  units: [unitOf(true)],
  parts: [makePart({ units: ['macd'], paths: ['inbox/droid/t/macd.json'], state: 'intended', pull: null })],
})

async function delivering(run: TaskRun) {
  const opened: string[] = []
  const operations: Operation['type'][] = []
  const unused = () => Promise.reject(new Error('Not expected'))
  const pull = { number: 7, first: 'abc', url: 'u' } as Pull
  const setup = {
    book: {
      applyAll: (all: readonly Operation[]) => {
        operations.push(...all.map(({ type }) => type))
        return Promise.resolve({ type: 'changed', state: { tasks: {} } })
      },
      apply: unused,
    },
    forge: {
      pulls: {
        open: ({ branch }: { branch: string }) => {
          opened.push(branch)
          return Promise.resolve(pull)
        },
      },
    },
    clock: { now: () => noon, sleep: unused },
    report: () => {},
    setting: { draftDeliveries: false, reviewers: [], deliversEmptyUnits: false },
    holder: { pipeline: task.pipeline, session: 's', epoch: 1 },
    agent: 'droid',
    task,
    run,
  } as unknown as DeliverySetup
  await deliver(setup, null)
  return { opened, operations }
}

it('opens what was intended once its unit has ended, and nothing of a unit that has not, by what is read anew', async () => {
  expect(await delivering(runOf(true))).toEqual({ opened: [task.parts[0]?.branch], operations: ['record-parts'] })
  expect(await delivering(runOf(false))).toEqual({ opened: [], operations: [] })
})

it('works on with a unit whose part was only intended', () => {
  const kept = withoutDelivered(runOf(false), task)
  expect(kept.finished()).toBe(false)
  expect(kept.next().map(({ unit }) => unit)).toEqual(['macd'])
})
