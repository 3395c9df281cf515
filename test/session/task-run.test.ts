import { expect, it } from 'vitest'
import type { UnitState } from '../../src/domain/task.ts'
import type { DirectWork } from '../../src/domain/work.ts'
import { withoutDelivered, type TaskRun } from '../../src/session/task-run.ts'
import { makePart } from '../domain/samples.ts'

const unit = (name: string, change: Partial<UnitState>): UnitState => ({
  unit: name,
  name,
  ended: false,
  calls: 53,
  callsExpected: 80,
  accepted: 77,
  rejected: {},
  ...change,
})
const lookUp = (name: string): DirectWork => ({ type: 'look-up', id: `${name}/1`, unit: name, questions: [] })

it('asks nothing more of a unit that was delivered, though another configuration would, and counts it as it was', () => {
  const rsi = unit('rsi', {})
  const run: TaskRun = {
    next: () => [lookUp('macd'), lookUp('rsi')],
    absorb: () => {},
    finished: () => false,
    units: () => [unit('macd', {}), rsi],
    files: () => [],
  }
  const counted = unit('macd', { ended: true, calls: 37, callsExpected: 40, accepted: 38 })
  const parts = [makePart({ units: ['macd'], state: 'open' })]
  const kept = withoutDelivered(run, { parts, units: [counted] })
  expect(kept.next().map(work => work.unit)).toEqual(['rsi'])
  expect(kept.units()).toEqual([counted, rsi])
  expect(kept.finished()).toBe(false)
  expect(withoutDelivered({ ...run, units: () => [unit('macd', {})] }, { parts, units: [counted] }).finished()).toBe(true)
  expect(withoutDelivered(run, { parts: [], units: [] })).toBe(run)
})

it('asks once more of a delivered unit where those that are left wait for its end', () => {
  const waiting = unit('rsi', {})
  const stuck: TaskRun = {
    next: () => [lookUp('macd')],
    absorb: () => {},
    finished: () => false,
    units: () => [unit('macd', {}), waiting],
    files: () => [],
  }
  const counted = unit('macd', { ended: true })
  const parts = [makePart({ units: ['macd'], state: 'open' })]
  expect(
    withoutDelivered(stuck, { parts, units: [counted, waiting] })
      .next()
      .map(work => work.unit),
  ).toEqual(['macd'])
})
