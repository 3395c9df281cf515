import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PerpetualError } from '../../src/domain/errors.ts'
import { toInstant } from '../../src/domain/instant.ts'
import { ledgerSchema, meters, type Ledger } from '../../src/domain/ledger.ts'
import {
  accountStateSchema,
  emptyAccount,
  emptyPipeline,
  pipelineStateSchema,
  statePaths,
  switchStateSchema,
  type AccountState,
  type PipelineState,
  type State,
} from '../../src/domain/state.ts'
import { taskSchema, taskStatuses, type Task } from '../../src/domain/task.ts'
import { outcomeSchema, type Outcome } from '../../src/domain/work.ts'
import type { StateStore } from '../../src/forge/forge.ts'
import { appended, changesBetween, parseState, readOutcomes, readState } from '../../src/session/state-files.ts'
import { makePart, makeTask, noon } from '../domain/samples.ts'

/** A store in memory that can only be read. */
const storeOf = (files: ReadonlyMap<string, string>): StateStore => ({
  head: async () => 'head',
  knownHead: () => undefined,
  read: async (_head, paths) => new Map([...files].filter(([path]) => paths.includes(path))),
  list: async (_head, folder) => [...files.keys()].filter(path => path.startsWith(`${folder}/`)).toSorted(),
  write: async () => ({ type: 'stale' }),
})

const instants = fc.integer({ min: 0, max: Date.UTC(2090, 0, 1) }).map(toInstant)
const texts = fc.string({ unit: 'binary', maxLength: 20 }).map(text => text.toWellFormed())
const counts = fc.nat()
const amounts = fc.dictionary(fc.constantFrom(...meters), counts, { noNullPrototype: true })
const ledgers: fc.Arbitrary<Ledger> = fc.record({
  version: fc.constant(1 as const),
  window: fc.option(fc.record({ from: instants, to: instants })),
  budget: counts,
  thresholdBasisPoints: fc.nat({ max: 10_000 }),
  providerBudget: fc.option(counts),
  settled: counts,
  reservations: fc.array(
    fc.record({ pipeline: texts, session: texts, epoch: fc.integer({ min: 1, max: 99 }), amount: counts, at: instants }),
    { maxLength: 3 },
  ),
})
const byMeter = fc.dictionary(fc.constantFrom(...meters), ledgers, { noNullPrototype: true })
const accounts: fc.Arbitrary<AccountState> = byMeter.map(each => ({ ...emptyAccount('openrouter'), ledgers: each }))
const pipelines: fc.Arbitrary<PipelineState> = fc
  .record({
    epoch: counts,
    claim: fc.option(
      fc.record({
        epoch: fc.integer({ min: 1, max: 99 }),
        session: texts,
        holder: fc.record({ host: texts, pid: fc.integer({ min: 1, max: 4_000_000 }), started: texts }),
        expiresAt: instants,
      }),
    ),
    session: fc.option(
      fc.record({
        id: texts,
        startedAt: instants,
        ledgers: byMeter,
        spent: amounts,
        calls: counts,
        accepted: counts,
        rejected: counts,
        tasks: fc.array(texts, { maxLength: 3 }),
        deliveries: fc.array(fc.record({ branch: texts, number: fc.integer({ min: 1, max: 99 }), url: texts }), { maxLength: 2 }),
        wrap: fc.option(fc.record({ reason: texts })),
      }),
    ),
    task: fc.option(texts),
    operations: fc.array(texts, { maxLength: 4 }),
  })
  .map(change => ({ ...emptyPipeline('droid-research'), ...change }))
const tasks: fc.Arbitrary<Task> = fc
  .record({ title: texts, body: texts, status: fc.constantFrom(...taskStatuses), spent: amounts, reason: fc.option(texts) })
  .map(change => makeTask({ ...change, parts: [makePart()] }))

const noState: State = { accounts: {}, pipelines: {}, tasks: {}, boards: {} }
const pieces = {
  accounts: ['openrouter'],
  pipelines: ['droid-research'],
  tasks: [{ pipeline: 'droid-research', id: 'session_01' }],
}
const written = (before: State, after: State): Map<string, string> =>
  new Map(changesBetween(before, after).map(change => [change.path, change.text ?? '']))

const refusal = (read: () => unknown): PerpetualError => {
  try {
    read()
  } catch (error) {
    if (error instanceof PerpetualError) return error
    throw error
  }
  throw new Error('Expected the text to be refused')
}

const outcome = (n: number): Outcome => ({
  version: 1,
  type: 'refusal',
  work: `session_01/macd/research/${n}`,
  unit: 'macd',
  session: 'droid-research-0001',
  at: noon,
  durationMs: 5,
  reason: 'content\u2028blocked',
})

describe('state files', () => {
  it('bring back what was written, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(accounts, pipelines, tasks, async (account, pipeline, task) => {
        const state: State = {
          accounts: { openrouter: account },
          pipelines: { 'droid-research': pipeline },
          tasks: { [task.id]: task },
          boards: {},
        }
        const files = written(noState, state)
        expect([...files.keys()]).toEqual([
          'ledgers/openrouter.json',
          'pipelines/droid-research.json',
          'tasks/droid-research/session_01.json',
        ])
        for (const text of files.values()) expect(text.endsWith('}\n')).toBe(true)
        expect(await readState(storeOf(files), 'head', pieces)).toEqual(state)
      }),
    )
  })

  it('are written only where something changed', () => {
    const state: State = {
      accounts: { openrouter: emptyAccount('openrouter') },
      pipelines: {},
      tasks: { session_01: makeTask() },
      boards: {},
    }
    const next = { ...state, tasks: { session_01: makeTask({ attempts: 1 }) } }
    expect([...written(state, next).keys()]).toEqual(['tasks/droid-research/session_01.json'])
    expect(changesBetween(state, state)).toEqual([])
  })

  it('are empty where nothing was ever written', async () => {
    expect(await readState(storeOf(new Map()), null, pieces)).toEqual({
      accounts: { openrouter: emptyAccount('openrouter') },
      pipelines: { 'droid-research': emptyPipeline('droid-research') },
      tasks: {},
      boards: {},
    })
  })

  it('get a line more at their end', async () => {
    const line = { path: 'history/2026-03.jsonl', text: '{}\n' }
    expect(await appended(storeOf(new Map([[line.path, '1\n']])), 'head', line)).toEqual({ path: line.path, text: '1\n{}\n' })
    expect(await appended(storeOf(new Map()), 'head', line)).toEqual(line)
  })
})

describe('what a task brought', () => {
  const task = makeTask({ resultFiles: 2 })
  const lines = (...all: readonly Outcome[]): string => all.map(each => `${JSON.stringify(each)}\n`).join('')
  const files = new Map([
    [statePaths.resultFile(task, 2), lines(outcome(3))],
    [statePaths.resultFile(task, 1), lines(outcome(1), outcome(2))],
    [statePaths.resultFile(task, 3), lines(outcome(4))],
  ])

  it('is read in the order in which it was written, and no further than the task says', async () => {
    expect(await readOutcomes(storeOf(files), 'head', task)).toEqual([outcome(1), outcome(2), outcome(3)])
  })

  it('is refused where a file is missing, because calls would be paid twice', async () => {
    await expect(readOutcomes(storeOf(files), 'head', makeTask({ resultFiles: 4 }))).rejects.toMatchObject({
      name: 'PerpetualError',
      message: expect.stringContaining(statePaths.resultFile(task, 4)),
    })
  })
})

const schemas = [
  ['an account', accountStateSchema, emptyAccount('a')],
  ['a pipeline', pipelineStateSchema, emptyPipeline('p')],
  ['a task', taskSchema, makeTask()],
  [
    'a ledger',
    ledgerSchema,
    { version: 1, window: null, budget: 1, thresholdBasisPoints: 1, providerBudget: null, settled: 0, reservations: [] },
  ],
  ['a switch', switchStateSchema, { version: 1, paused: true, by: 'ann', at: noon }],
  ['an outcome', outcomeSchema, outcome(1)],
] as const

describe('a file of the state', () => {
  it.each(schemas)(
    'of %s is read as it is, and a newer version is refused in one line that says what to do',
    (_title, schema, value) => {
      expect(parseState(schema, 'x.json', JSON.stringify(value))).toEqual(value)
      const error = refusal(() => parseState(schema, 'x.json', JSON.stringify({ ...value, version: 2, more: true })))
      expect(error.message).toBe(
        'Expected x.json on perpetual/state to be of version 1, found 2: a newer perpetual wrote it; update this one',
      )
      expect(error.actBy).toBe('fix-config')
    },
  )

  it.each([
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"version":1}',
    '<<<<<<< HEAD\n{}',
    '\ufeff{}',
    '{"version":"1"}',
    '{"version":0}',
    '{"version":-1}',
  ])('with the text %j is refused in one line', text => {
    expect(refusal(() => parseState(accountStateSchema, 'x.json', text)).message).toMatch(
      /^Expected x\.json .*restore it from an earlier commit.*$/,
    )
  })

  it('is refused in one line whatever stands in it', () => {
    const garbage = fc.oneof(
      texts,
      fc.json({ stringUnit: 'binary' }),
      texts.map(key => JSON.stringify({ ...makeTask(), [key]: 1 })),
      texts.map(key => JSON.stringify({ ...makeTask(), units: [{ rejected: { [key]: -1 } }] })),
      fc.constantFrom('a\nb', 'a\r\n\u2028\u0000b').map(key => JSON.stringify({ ...makeTask(), [key]: 1 })),
    )
    fc.assert(
      fc.property(garbage, text => {
        if (taskSchema.safeParse(readJson(text)).success) return
        const { message, actBy } = refusal(() => parseState(taskSchema, 'x.json', text))
        expect(message).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Cf}]+$/u)
        expect(message.length).toBeLessThan(500)
        expect(actBy).toBe('fix-config')
      }),
      { numRuns: 300 },
    )
  })
})

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
