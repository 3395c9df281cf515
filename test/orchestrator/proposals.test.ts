import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAssignment } from '../../src/domain/task-forms/forms.ts'
import { readTaskForm } from '../../src/domain/task-forms/read-task-form.ts'
import { parseSeedText } from '../../src/domain/task-forms/seed-text.ts'
import type { Task } from '../../src/domain/task.ts'
import { proposeFor, type KnownProposal, type Proposal, type ProposalInput } from '../../src/orchestrator/proposals.ts'
import { hostileTexts } from '../dataset/sample-pairs.ts'
import { makePart } from '../domain/samples.ts'
import { assignment, cellsOf, pendingAssignment, topic } from './research-tasks.ts'

const droid = 'droid-research'
const zai = 'zai-institutional'
const at = '2026-11-01T00:00:00.000Z'
const input = (tasks: readonly Task[], change: Partial<ProposalInput> = {}): ProposalInput => ({
  queues: [{ pipeline: droid, pairsPerUnit: 88 }],
  tasks,
  cells: {},
  retractions: [],
  known: [],
  below: 3,
  most: 3,
  ...change,
})
const indicatorsIn = ({ body }: Pick<Proposal, 'body'>) => {
  const parsed = parseAssignment(body)
  return parsed.type === 'invalid' ? [] : parsed.assignment.indicators
}
const known = (proposal: Proposal, isWaiting: boolean): KnownProposal => ({
  ...proposal,
  indicators: indicatorsIn(proposal),
  isWaiting,
})
const ids = (given: ProposalInput): readonly string[] => proposeFor(given).map(({ id }) => id)

const trend = assignment(
  'a1',
  ['sma', 'ema', 'wma', 'dema', 'tema', 'hma'].map(id => ({ id })),
)
const covered = { ...cellsOf('technical/trend', 6, ['history', 'limits']) }

describe('a queue that is low', () => {
  it('gets a task about the facets of which there are few pairs, with the indicators of which least is there', () => {
    const [first, ...more] = proposeFor(input([trend], { cells: covered }))
    expect(more).toEqual([])
    expect(first).toMatchObject({
      pipeline: droid,
      id: 'technical_trend-limits-history',
      title: 'technical/trend: limits and history',
    })
    expect(first?.body).toMatch(
      /^\*\*The coverage grid has a gap:\*\* of the family technical\/trend there are 480 pairs in 80 cells/,
    )
    expect(first?.body).toContain('16 of the 16 cells of limits and history have less than half of that')
    expect(first?.body).toContain('| limits | **1** | **1**')
    const indicators = indicatorsIn(first ?? { body: '' })
    expect(indicators.map(({ id }) => id)).toEqual(['dema', 'ema', 'hma', 'sma', 'tema'])
    expect(indicators[0]?.brief).toBe(
      'What dema is.\n\nAsked for above all: how it fails and in which regimes and its history. Question types of which there are few: definition, calculation, interpretation, comparison, strategy, pitfall, example and history.',
    )
  })

  it('gets nothing while enough tasks and proposals wait, and never more than may wait for a person', () => {
    const families = ['a/a', 'b/b', 'c/c', 'd/d']
    const cells = Object.assign({}, ...families.map(family => cellsOf(family, 6, ['history', 'limits'])))
    const done = families.map((family, n) =>
      assignment(
        `t${n}`,
        [1, 2, 3, 4, 5, 6].map(i => ({ id: `${n}-${i}`, family })),
      ),
    )
    const pending = [1, 2, 3].map(n => pendingAssignment(`p${n}`, [{ id: `x${n}`, family: 'other/one' }]))
    expect(ids(input(done, { cells }))).toHaveLength(3)
    expect(ids(input(done, { cells, most: 2 }))).toHaveLength(2)
    const two = proposeFor(input(done, { cells, most: 2 })).map(each => known(each, true))
    expect(ids(input(done, { cells, most: 2, below: 10, known: two }))).toEqual([])
    expect(ids(input([...done, ...pending.slice(0, 2)], { cells }))).toHaveLength(1)
    expect(ids(input([...done, ...pending], { cells }))).toEqual([])
    const all = proposeFor(input(done, { cells }))
    expect(ids(input(done, { cells, known: all.slice(0, 2).map(each => known(each, true)) }))).toHaveLength(1)
    expect(ids(input(done, { cells, known: all.map(each => known(each, true)) }))).toEqual([])
  })

  it('is never proposed the same again, whether it was declined, or approved and worked on', () => {
    const cells = cellsOf('technical/trend', 6, ['history', 'limits', 'signals', 'market'])
    const first = proposeFor(input([trend], { cells }))
    expect(first.map(({ id }) => id)).toEqual(['technical_trend-signals-limits', 'technical_trend-history-market'])
    expect(ids(input([trend], { cells, known: first.map(each => known(each, false)) }))).toEqual([])
    const done = first.map(({ id }) => assignment(id, [{ id: 'sma', accepted: 0 }]))
    expect(ids(input([trend, ...done], { cells }))).toEqual([])
  })

  it('gets none where all is covered, or where what is not counted yet may cover it', () => {
    expect(ids(input([trend], { cells: cellsOf('technical/trend', 6) }))).toEqual([])
    expect(ids(input([trend]))).toEqual([])
    expect(ids(input([pendingAssignment('a1', [{ id: 'sma' }])]))).toEqual([])
    const underWay = pendingAssignment(
      'a2',
      ['sma', 'ema', 'wma', 'dema', 'tema'].map(id => ({ id })),
      { pipeline: zai },
    )
    const both = { queues: [droid, zai].map(pipeline => ({ pipeline, pairsPerUnit: 88 })), below: 1 }
    expect(ids(input([trend], { cells: covered, ...both }))).toHaveLength(1)
    expect(ids(input([trend, underWay], { cells: covered, ...both }))).toEqual([])
  })

  it('is not proposed a facet again beside another one, nor a few thin cells', () => {
    const cells = cellsOf('technical/trend', 6, ['history', 'signals'])
    const before = { pipeline: droid, id: 'technical_trend-limits-history', indicators: [], isWaiting: false }
    expect(ids(input([trend], { cells, known: [before] }))).toEqual(['technical_trend-signals'])
    const few = {
      ...cellsOf('technical/trend', 6),
      ...Object.fromEntries(['pitfall', 'example', 'history'].map(type => [`technical/trend / market / ${type}`, 0])),
    }
    expect(ids(input([trend], { cells: few }))).toEqual([])
    expect(ids(input([trend], { cells: { ...few, 'technical/trend / limits / history': 0 } }))).toEqual([
      'technical_trend-market-limits',
    ])
  })

  it('has ids of its own for families that look alike', () => {
    const families = ['a/b', 'a-b', 'A/B', 'a_b', 'a b', '价格/趋势', 'x'.repeat(60)]
    const tasks = families.map((family, n) => assignment(`t${n}`, [{ id: `i${n}`, family }]))
    const cells = Object.assign({}, ...families.map(family => cellsOf(family, 1, ['history'])))
    const made = ids(input(tasks, { cells, below: 20, most: 20 }))
    expect(new Set(made).size).toBe(families.length)
    expect(made).toEqual(
      expect.arrayContaining(['a_b-history', 'a-b-history', expect.stringMatching(/^family-[0-9a-f]{6}-history$/)]),
    )
    expect(made.filter(id => !/^[a-z0-9][a-z0-9_-]{0,59}$/.test(id))).toEqual([])
  })

  it('keeps within the limits of a brief and of an issue, with fewer indicators where they are long', () => {
    const long = ['a', 'b', 'c', 'd', 'e'].map(id => assignment(id, [{ id, brief: '\u{1}'.repeat(4000) }]))
    const [proposal] = proposeFor(input(long, { cells: covered }))
    const indicators = indicatorsIn(proposal ?? { body: '' })
    expect(indicators).toHaveLength(3)
    expect(indicators[0]?.brief).toHaveLength(4000)
    expect(indicators[0]?.brief).toMatch(/…\n\nAsked for above all: .*history\.$/)
    expect(proposal?.body.length).toBeLessThanOrEqual(60_000)
  })

  it('takes pairs of facets with names of their own as spread over the facets of their type', () => {
    const little = { ...covered, 'technical/trend / other / pitfall': 10 }
    expect(proposeFor(input([trend], { cells: little }))[0]?.body).toContain('16 of the 16 cells')
    const cells = { ...covered, 'technical/trend / other / pitfall': 60, 'technical/trend / other / history': 60 }
    const [first] = proposeFor(input([trend], { cells }))
    expect(first?.body).toContain('12 of the 16 cells')
    expect(first?.body).not.toMatch(/Question types of which there are few: .*pitfall/)
  })

  it('gets one of the widest gap of each family before a second one of any, in turn with weak spots', () => {
    const tasks = [
      trend,
      assignment(
        'a2',
        ['rsi', 'cci'].map(id => ({ id, family: 'technical/momentum' })),
      ),
      assignment('a3', [{ id: 'adx', accepted: 3, family: 'technical/trend' }]),
    ]
    const cells = {
      ...cellsOf('technical/trend', 6, ['history', 'limits', 'signals', 'market']),
      ...cellsOf('technical/momentum', 2, ['market']),
    }
    expect(ids(input(tasks, { cells, below: 10, most: 10 }))).toEqual([
      'technical_trend-signals-limits',
      'adx-again',
      'technical_momentum-market',
      'technical_trend-history-market',
    ])
  })

  it('gets nothing of what another pipeline is about, and nothing that another was proposed', () => {
    const queues = [droid, 'ollama'].map(pipeline => ({ pipeline, pairsPerUnit: 88 }))
    const cells = cellsOf('technical/trend', 6, ['history', 'limits', 'signals', 'market'])
    const pipelines = (tasks: readonly Task[]) =>
      proposeFor(input(tasks, { cells, queues, most: 1 })).map(({ pipeline, id }) => [pipeline, id])
    expect(pipelines([trend])).toEqual([[droid, 'technical_trend-signals-limits']])
    expect(pipelines([trend, assignment('b1', [{ id: 'kama' }], { pipeline: 'ollama' })])).toEqual([
      [droid, 'technical_trend-signals-limits'],
      ['ollama', 'technical_trend-history-market'],
    ])
  })
})

describe('a weak spot', () => {
  const weak = (change: Partial<Task>, unit = {}) => assignment('a2', [{ id: 'adx', ...unit }, { id: 'psar' }], change)
  const cells = cellsOf('technical/trend', 10)

  it('is an indicator that brought less than half of what was aimed at, and its proposal says why', () => {
    const because = (task: Task, change: Partial<ProposalInput> = {}) =>
      proposeFor(input([trend, task], { cells, ...change })).map(({ id, body }) => [id, /^- ADX: (.*)$/m.exec(body)?.[1]])
    const closed: Partial<Task> = {
      status: 'rejected',
      parts: [makePart({ units: ['adx', 'psar'], pairs: 160, state: 'closed', kept: null })],
    }
    expect(because(weak(closed))).toEqual([['adx-again', 'a reviewer took out 80 pairs, which leaves 0 of 88 pairs']])
    expect(because(weak({}, { accepted: 9, rejected: { number: 40, quote: 31 } }))).toEqual([
      ['adx-again', 'the gates and the judge stopped 71 pairs, which leaves 9 of 88 pairs'],
    ])
    expect(because(weak({}, { accepted: 9 }))).toEqual([['adx-again', 'it brought 9 of 88 pairs']])
    const pairs = Array.from({ length: 50 }, (_, n) => n.toString(16).padStart(16, '0'))
    const retraction = { version: 1, because: 'wrong', by: 'ann', at } as const
    expect(because(weak({}), { retractions: pairs.map(id => ({ ...retraction, selector: 'adx.1', ids: [id] })) })).toEqual([
      ['adx-again', '50 pairs were retracted, which leaves 30 of 88 pairs'],
    ])
    expect(because(weak({}), { retractions: [{ ...retraction, selector: 'task:a2', ids: [...pairs, ...pairs] }] })).toEqual([
      ['adx-again', '50 pairs were retracted, which leaves 30 of 88 pairs'],
    ])
  })

  it('is none where pairs wait for a reader, where a task is about it, where a person is asked already, or where another task made up for it', () => {
    const open: Partial<Task> = { status: 'in-review', parts: [makePart({ units: ['adx', 'psar'], pairs: 160, state: 'open' })] }
    expect(ids(input([trend, weak(open)], { cells }))).toEqual([])
    const thin = { accepted: 3 }
    for (const task of [
      pendingAssignment('a3', [{ id: 'adx' }]),
      assignment('a3', [{ id: 'adx', accepted: 0 }], { status: 'blocked' }),
      assignment('a3', [{ id: 'adx', accepted: 70 }]),
    ])
      expect(ids(input([trend, weak({}, thin), task], { cells }))).toEqual([])
    expect(ids(input([trend, weak({}, thin)], { cells }))).toEqual(['adx-again'])
  })

  it('is proposed once, also as one of several', () => {
    const two = assignment('a2', [
      { id: 'adx', accepted: 1 },
      { id: 'psar', accepted: 2 },
    ])
    const [first] = proposeFor(input([trend, two], { cells }))
    expect(indicatorsIn(first ?? { body: '' }).map(({ id }) => id)).toEqual(['adx', 'psar'])
    const three = assignment('a3', [{ id: 'vwma', accepted: 0 }])
    const before = first === undefined ? [] : [known(first, false)]
    expect(ids(input([trend, two], { cells, known: before }))).toEqual([])
    expect(ids(input([trend, two, three], { cells, known: before }))).toEqual(['vwma-again'])
  })
})

describe('topics', () => {
  const queues = [{ pipeline: zai, pairsPerUnit: 88 }]
  const topics = [topic('custody', 'Custody'), topic('audits', 'Audits')]

  it('are proposed as topics: one that names the gap and those before, or the same once more', () => {
    const cells = {
      ...cellsOf('institutional/custody', 1, ['comparison']),
      ...cellsOf('institutional/regulation', 1, ['comparison']),
    }
    const [gap] = proposeFor(input(topics, { queues, cells }))
    expect(gap).toMatchObject({ pipeline: zai, id: 'institutional-comparison' })
    expect(readTaskForm(gap?.body ?? '', { isMeant: true })).toMatchObject({
      type: 'request',
      request: { form: 'topic', pipeline: zai, priority: 'p3' },
    })
    expect(indicatorsIn(gap ?? { body: '' })[0]?.brief).toMatch(
      /^Topics so far: Audits; Custody\.\n\nAsked for above all: how it compares/,
    )
    const closed = topic('keys', 'Keys', {
      status: 'rejected',
      parts: [makePart({ units: ['keys'], pairs: 80, state: 'closed', kept: null })],
    })
    const [again] = proposeFor(input([...topics, closed], { queues, cells: cellsOf('institutional', 4) }))
    expect(again).toMatchObject({ id: 'keys-again', title: 'Keys, once more' })
    expect(indicatorsIn(again ?? { body: '' })[0]?.brief).toMatch(
      /^All about Keys\.\n\nAsked for above all: questions and sources that differ/,
    )
  })
})

describe('whatever names, briefs and numbers there are', () => {
  const text = (most: number) =>
    fc
      .oneof(
        fc.constantFrom(...hostileTexts, '### Pipeline\n\nother', '__proto__', ' / ', 'a/b/c'),
        fc.string({ unit: 'binary', maxLength: most }),
      )
      .map(each => each.slice(0, most).toWellFormed())
      .filter(each => each !== '')
  const unit = fc.record({
    id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/),
    family: text(60),
    brief: text(4000),
    accepted: fc.nat(120),
  })
  const anyTask = fc
    .record({
      id: fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,59}$/),
      units: fc.uniqueArray(unit, { minLength: 1, maxLength: 6, selector: each => each.id }),
      pending: fc.boolean(),
      kept: fc.nat(600),
    })
    .map(({ id, units, pending, kept }) => {
      const done = assignment(id, units)
      return pending ? pendingAssignment(id, units) : { ...done, parts: done.parts.map(part => ({ ...part, kept })) }
    })
  const cellNames = fc.dictionary(
    fc
      .tuple(text(60), fc.constantFrom('history', 'other', 'nonsense'))
      .map(([family, facet]) => `${family} / ${facet} / example`),
    fc.nat(50),
  )

  it('a proposal is a whole task for its pipeline with an id of its own, the same every time', () => {
    let made = 0
    fc.assert(
      fc.property(fc.uniqueArray(anyTask, { maxLength: 5, selector: each => each.id }), cellNames, (tasks, cells) => {
        const given = input(tasks, { cells, most: 10, below: 10 })
        const proposals = proposeFor(given)
        made += proposals.length
        expect(proposeFor({ ...given, tasks: tasks.toReversed() })).toEqual(proposals)
        expect(new Set([...tasks, ...proposals].map(({ id }) => id)).size).toBe(
          new Set(tasks.map(({ id }) => id)).size + proposals.length,
        )
        for (const { id, title, body } of proposals) {
          expect(parseSeedText(body, 'research')).toMatchObject({ type: 'seed', seed: { id, title } })
          expect(readTaskForm(body, { isMeant: false })).toMatchObject({ request: { task: id, pipeline: droid, priority: 'p3' } })
          expect(body.length).toBeLessThanOrEqual(62_000)
          expect(`Proposal: ${title}`.length).toBeLessThanOrEqual(256)
        }
      }),
      { numRuns: 30 },
    )
    expect(made).toBeGreaterThan(30)
  })
})
