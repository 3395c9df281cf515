import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load-config.ts'
import type { HistoryLine } from '../../src/domain/history.ts'
import { plusMs } from '../../src/domain/instant.ts'
import { renderBatchBody } from '../../src/domain/task-forms/youtube-batch.ts'
import type { Task, UnitState } from '../../src/domain/task.ts'
import { enough, measureReviewing } from '../../src/simulation/measured-yields.ts'
import { yieldsOf, type Fact, type Knowledge } from '../../src/simulation/yields.ts'
import { makePart, makeTask, noon } from '../domain/samples.ts'

const config = loadConfig('', 'x')

const know = (change: Partial<Knowledge> = {}) =>
  yieldsOf({ config, tasks: [], seeds: [], sessions: [], tellsCost: ({ key }) => key !== 'ZAI_API_KEY', ...change })

const unit = (accepted: number, change: Partial<UnitState> = {}): UnitState => ({
  unit: `unit-${accepted}`,
  name: 'A unit',
  ended: true,
  calls: 50,
  callsExpected: 100,
  accepted,
  rejected: {},
  ...change,
})

const worked = (...units: readonly UnitState[]): Task =>
  makeTask({ status: 'in-progress', units: [...units], activeMs: units.length * 50 * 2000, spent: { calls: 0 } })

const session = (change: Partial<HistoryLine> = {}): HistoryLine => ({
  version: 1,
  session: 'droid-research-0001',
  pipeline: 'droid-research',
  agent: 'droid',
  startedAt: noon,
  endedAt: plusMs(noon, 60_000),
  reason: 'budget',
  spent: { calls: 220, usdMicros: 440_000 },
  calls: 200,
  accepted: 90,
  rejected: 10,
  tasks: ['session_01'],
  deliveries: [],
  ...change,
})

const factOf = (facts: readonly Fact[], pipeline: string, what: string): Fact | undefined =>
  facts.find(fact => fact.pipeline === pipeline && fact.what === what)

describe('what pipelines bring', () => {
  it('is what the configuration says as long as there is no history, and says what is only an estimate', () => {
    const { yields, facts } = know()
    expect(yields['droid-research']).toMatchObject({ type: 'calls', callsPerUnit: 100, pairsPerUnit: { mean: 88 } })
    expect(yields['droid-eastern']).toMatchObject({ type: 'batch', unitsPerJob: 5 })
    expect(yields['claude-integration']).toMatchObject({ type: 'integration', tokensPerPair: 600 })
    expect(Object.keys(yields)).not.toContain('zai-implementation')
    expect(factOf(facts, 'droid-research', 'pairs a unit')).toMatchObject({ value: 88, source: 'configuration' })
    expect(factOf(facts, 'droid-research', 'dollars a request')).toMatchObject({ source: 'estimate', from: '' })
  })

  it('charges a search where the provider tells costs, and every request as one where it does not', () => {
    const { yields } = know()
    const [told, untold] = [yields['droid-research'], yields['zai-institutional']]
    // Half of the calls search, at two cents each; on Z.AI all but the judge's are charged at a cent.
    expect(told).toMatchObject({ usdMicrosPerSend: expect.closeTo(11_000, -3) as unknown })
    expect(untold).toMatchObject({ usdMicrosPerSend: expect.closeTo(11_800, -3) as unknown })
  })

  it('takes a model without a price for a hundredth of the day’s dollars, as a session does', () => {
    expect(know().yields['droid-eastern']).toMatchObject({ usdMicrosPerUnit: 20_000, worstUsdMicrosPerUnit: 20_000 })
  })

  it('counts the units of tasks by their texts', () => {
    const videos = ['https://www.youtube.com/watch?v=aaaaaaaaaaa', 'https://www.youtube.com/watch?v=bbbbbbbbbbb']
    const body = renderBatchBody({ task: 'lectures', title: 'Lectures', videos, questions: '' })
    expect(know({ seeds: [{ pipeline: 'droid-eastern', body }] }).yields['droid-eastern']).toMatchObject({ unitsPerTask: 2 })
    const damaged = { pipeline: 'droid-eastern', body: 'no task' }
    expect(know({ seeds: [damaged] }).yields['droid-eastern']).toMatchObject({ unitsPerTask: 10 })
  })

  it('is measured where enough has happened, and says on what', () => {
    const { yields, facts } = know({ tasks: [worked(unit(60), unit(80), unit(70))], sessions: [session()] })
    expect(yields['droid-research']).toMatchObject({
      callsPerUnit: 50,
      pairsPerUnit: { mean: 70, spread: expect.closeTo(8.16, 1) as unknown },
      // Two seconds a call, eight calls side by side.
      msPerCall: 16_000,
      sendsPerCall: 1.1,
      usdMicrosPerSend: 2000,
    })
    expect(factOf(facts, 'droid-research', 'pairs a unit')).toMatchObject({ source: 'measured', from: '3 ended units' })
    expect(factOf(facts, 'zai-institutional', 'pairs a unit')).toMatchObject({ source: 'configuration' })
  })

  it('trusts neither two units, nor units that have not ended, nor a handful of calls', () => {
    const few = [worked(unit(1), unit(2), unit(3, { ended: false }))]
    const { yields } = know({ tasks: few, sessions: [session({ calls: enough.calls - 1 })] })
    expect(yields['droid-research']).toMatchObject({ callsPerUnit: 100, pairsPerUnit: { mean: 88 }, sendsPerCall: 1.02 })
  })

  it('takes tokens, dollars and rows a pair of integration from its sessions', () => {
    const integrated = session({
      pipeline: 'claude-integration',
      spent: { tokens: 40_000, usdMicros: 200_000 },
      accepted: 80,
      rejected: 20,
    })
    expect(know({ sessions: [integrated] }).yields['claude-integration']).toMatchObject({
      accepted: 0.8,
      tokensPerPair: 400,
      usdMicrosPerPair: 2000,
    })
  })
})

describe('what reviewers do', () => {
  const assumed = { approval: 0.9, kept: 0.95, delayHours: 24, perDay: null }
  const reviewed = (state: 'merged' | 'closed', hours: number, kept: number) =>
    makePart({ state, pairs: 100, kept, openedAt: noon, endedAt: plusMs(noon, hours * 3_600_000) })

  it('is measured on the parts that have ended', () => {
    const parts = [
      reviewed('merged', 1, 100),
      reviewed('merged', 2, 90),
      reviewed('merged', 3, 80),
      reviewed('closed', 40, 0),
      reviewed('merged', 50, 90),
    ]
    const { value, from } = measureReviewing(assumed, [
      makeTask({ parts: [...parts, makePart({ state: 'open', openedAt: noon })] }),
    ])
    expect(value).toEqual({ approval: 0.8, kept: 0.9, delayHours: 3, perDay: null })
    expect(from).toEqual({ approval: '5 ended parts', kept: '5 ended parts', delayHours: '5 ended parts' })
  })

  it('is assumed before that, and its delay where older versions noted no times', () => {
    expect(measureReviewing(assumed, [makeTask({ parts: [reviewed('merged', 1, 1)] })]).value).toEqual(assumed)
    const untimed = Array.from({ length: 5 }, () => makePart({ state: 'merged', pairs: 10, kept: 10 }))
    expect(measureReviewing(assumed, [makeTask({ parts: untimed })]).value).toEqual({ ...assumed, approval: 1, kept: 1 })
  })
})
