import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLive } from '../../src/domain/claim.ts'
import { isHeldBy, lineOf, usedOf, type Holder, type Ledger } from '../../src/domain/ledger.ts'
import { accountStateSchema, pipelineStateSchema, type State } from '../../src/domain/state.ts'
import { mayFollow, taskSchema, type Part } from '../../src/domain/task.ts'
import { hourMs, leaseMs, minuteMs } from './samples.ts'
import { callLine, createWorld, pipelines, tokenLine, type Deed, type Step } from './world.ts'

const who = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.nat({ max: 4 }) },
)
const at = fc.nat({ max: 1 })
const part = fc.integer({ min: 1, max: 2 })
const task = fc.integer({ min: 1, max: 2 })

const ticks = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 2 * minuteMs }) },
  { weight: 2, arbitrary: fc.constantFrom(leaseMs - 10_001, leaseMs - 1, leaseMs, leaseMs + 1) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 35 }).map(count => count * minuteMs) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 50 }).map(count => count * hourMs) },
)

const weighted = (weight: number, arbitrary: fc.Arbitrary<Deed>) => ({ weight, arbitrary })
const kind = <const Type extends Deed['type']>(type: Type) => fc.constant(type)

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  weighted(6, fc.record({ type: kind('tick'), ms: ticks })),
  weighted(6, fc.record({ type: kind('claim'), at, force: fc.boolean(), proof: fc.boolean() })),
  weighted(6, fc.record({ type: kind('send'), who, count: fc.nat({ max: 14 }) })),
  weighted(
    8,
    fc.record({ type: kind('checkpoint'), who, results: fc.boolean(), calls: fc.nat({ max: 9 }), wrap: fc.constant(false) }),
  ),
  weighted(3, fc.record({ type: kind('start'), who })),
  weighted(3, fc.record({ type: kind('wrap'), who })),
  weighted(1, fc.record({ type: kind('settle'), who })),
  weighted(1, fc.record({ type: kind('kill'), who })),
  weighted(
    3,
    fc.record({ type: kind('record'), who, part, state: fc.constantFrom<Part['state']>('intended', 'open', 'merged', 'closed') }),
  ),
  weighted(1, fc.record({ type: kind('end'), who, status: fc.constantFrom('in-review' as const, 'blocked' as const) })),
  weighted(2, fc.record({ type: kind('review'), at, task, part, state: fc.constantFrom('merged' as const, 'closed' as const) })),
  weighted(1, fc.record({ type: kind('command'), at, task, status: fc.constantFrom('pending' as const, 'blocked' as const) })),
  weighted(2, fc.record({ type: kind('reconcile'), at, tells: fc.boolean() })),
  weighted(2, fc.record({ type: kind('repeat'), back: fc.nat({ max: 5 }) })),
)

/** Lives that are about spending alone, so that the line is reached, and reached across resets. */
const spending: fc.Arbitrary<Deed> = fc.oneof(
  weighted(6, fc.record({ type: kind('tick'), ms: fc.nat({ max: 2 * minuteMs }) })),
  weighted(1, fc.record({ type: kind('tick'), ms: fc.constantFrom(leaseMs, 3 * leaseMs, 6 * leaseMs) })),
  weighted(1, fc.record({ type: kind('dusk'), ms: fc.nat({ max: 4 * minuteMs }) })),
  weighted(5, fc.record({ type: kind('claim'), at, force: fc.boolean(), proof: fc.boolean() })),
  weighted(9, fc.record({ type: kind('send'), who, count: fc.nat({ max: 14 }) })),
  weighted(
    9,
    fc.record({ type: kind('checkpoint'), who, results: fc.constant(false), calls: fc.constant(0), wrap: fc.constant(false) }),
  ),
  weighted(1, fc.record({ type: kind('wrap'), who })),
  weighted(1, fc.record({ type: kind('settle'), who })),
  weighted(1, fc.record({ type: kind('kill'), who })),
  weighted(1, fc.record({ type: kind('reconcile'), at, tells: fc.boolean() })),
  weighted(1, fc.record({ type: kind('repeat'), back: fc.nat({ max: 5 }) })),
)

/** What is granted before a reset and sent after it, past both guard bands and within the lease. */
const acrossTheReset: readonly Deed[] = [
  { type: 'claim', at: 0, force: true, proof: true },
  { type: 'dusk', ms: 65_000 },
  { type: 'checkpoint', who: 0, results: false, calls: 0, wrap: false },
  { type: 'tick', ms: 130_000 },
  { type: 'send', who: 0, count: 14 },
]
const lives: fc.Arbitrary<readonly Deed[]> = fc
  .array(
    fc.oneof({ weight: 40, arbitrary: spending.map(deed => [deed]) }, { weight: 1, arbitrary: fc.constant(acrossTheReset) }),
    {
      maxLength: 250,
      size: 'max',
    },
  )
  .map(parts => parts.flat())

/** Runs many random lives, shows every operation to a check that each life gets anew, and returns how many there were. */
function operationsIn(makeCheck: () => (step: Step) => void): number {
  let operations = 0
  fc.assert(
    fc.property(fc.array(deeds, { minLength: 20, maxLength: 120 }), life => {
      const check = makeCheck()
      const world = createWorld(step => {
        operations += 1
        check(step)
      })
      for (const deed of life) world.act(deed)
    }),
    { numRuns: 150 },
  )
  return operations
}

/** A life has between 20 and 120 deeds, of which about half are operations. */
const many = 1000

const afterOf = ({ before, result }: Step): State => (result.type === 'changed' ? result.state : before)
const ledgersOf = (state: State): readonly Ledger[] => [
  ...Object.values(state.accounts).flatMap(account => Object.values(account.ledgers)),
  ...Object.values(state.pipelines).flatMap(pipeline => Object.values(pipeline.session?.ledgers ?? {})),
]
const ranks: Readonly<Record<Part['state'], number>> = { intended: 0, open: 1, merged: 2, closed: 2 }

function checkEpochs(step: Step): void {
  const { operation, before, result, now } = step
  const after = afterOf(step)
  const epochs = (state: State): readonly number[] => pipelines.map(name => state.pipelines[name]?.epoch ?? 0)
  expect(epochs(after).every((epoch, index) => epoch >= (epochs(before)[index] ?? 0))).toBe(true)
  const claimed = Object.values(after.pipelines).filter(pipeline => pipeline.claim !== null)
  expect(claimed.map(each => [each.claim?.epoch, each.claim?.session])).toEqual(
    claimed.map(each => [each.epoch, each.session?.id]),
  )
  if (operation.type !== 'claim' || result.type !== 'changed') return
  const old = before.pipelines[operation.pipeline]
  expect(isLive(old?.claim ?? null, now, operation.deadEpoch)).toBe(false)
  expect(result.state.pipelines[operation.pipeline]?.epoch).toBe((old?.epoch ?? 0) + 1)
}

/** Everything that a fenced session may not touch. */
function untouchable(state: State, holder: Holder): unknown {
  const others = Object.values(state.accounts).map(account => ({
    account: account.account,
    reservations: account.ledgers.calls?.reservations.filter(each => !isHeldBy(each, holder)),
  }))
  const withoutOperations = pipelines.map(name => ({ ...state.pipelines[name], operations: [] }))
  return { tasks: state.tasks, others, withoutOperations }
}

function checkFence(step: Step): void {
  const { operation, before, result } = step
  if (!('epoch' in operation) || before.pipelines[operation.pipeline]?.claim?.epoch === operation.epoch) return
  expect(operation.type === 'settle' || result.type !== 'changed').toBe(true)
  const after = afterOf(step)
  expect(untouchable(after, operation)).toEqual(untouchable(before, operation))
  const settled = (state: State): number => state.accounts['key']?.ledgers.calls?.settled ?? 0
  expect(settled(after)).toBeGreaterThanOrEqual(settled(before))
}

function checkPart(before: Part, after: Part | undefined): void {
  expect(after?.paths).toEqual(before.paths)
  expect(ranks[after?.state ?? 'intended']).toBeGreaterThanOrEqual(ranks[before.state])
  expect(ranks[before.state] < 2 || after === before).toBe(true)
}

function checkTasks(step: Step): void {
  const { tasks } = afterOf(step)
  for (const old of Object.values(step.before.tasks)) {
    const next = tasks[old.id] ?? old
    expect(next.status === old.status || mayFollow(old.status, next.status)).toBe(true)
    for (const before of old.parts) {
      const after = next.parts.find(each => each.part === before.part)
      checkPart(before, after)
    }
    expect(next.grade !== null).toBe(next.status === 'completed' || next.status === 'rejected')
    expect(next.status !== 'completed' || next.parts.some(each => each.state === 'merged')).toBe(true)
  }
}

/** Adds up the checkpoints that were applied, beside the state. */
function createTally(): (step: Step) => void {
  const sums = new Map<string, number>()
  const add = (key: string, amount: number): void => void sums.set(key, (sums.get(key) ?? 0) + amount)
  const sum = (key: string): number => sums.get(key) ?? 0
  return step => {
    const { operation, result } = step
    if (operation.type === 'checkpoint' && result.type === 'changed') {
      add(`${operation.session} calls`, operation.calls)
      add(`${operation.session} accepted`, operation.accepted)
      add(`${operation.session} sends`, operation.spent.calls ?? 0)
      add(`${operation.task?.task} sends`, operation.task?.spent.calls ?? 0)
      add(`${operation.task?.task} active`, operation.task?.activeMs ?? 0)
      add(`${operation.task?.task} files`, operation.task?.results === true ? 1 : 0)
    }
    const after = afterOf(step)
    for (const { id, calls, accepted, spent } of Object.values(after.pipelines).flatMap(each => each.session ?? []))
      expect([calls, accepted, spent.calls ?? 0]).toEqual([sum(`${id} calls`), sum(`${id} accepted`), sum(`${id} sends`)])
    for (const { id, spent, activeMs, resultFiles } of Object.values(after.tasks))
      expect([spent.calls ?? 0, activeMs, resultFiles]).toEqual([sum(`${id} sends`), sum(`${id} active`), sum(`${id} files`)])
  }
}

function checkStored({ result }: Step): void {
  if (result.type !== 'changed') return
  const { accounts, pipelines: all, tasks } = result.state
  const checked = [
    ...Object.values(accounts).map(each => accountStateSchema.safeParse(each)),
    ...Object.values(all).map(each => pipelineStateSchema.safeParse(each)),
    ...Object.values(tasks).map(each => taskSchema.safeParse(each)),
  ]
  expect(checked.flatMap(each => each.error?.issues ?? [])).toEqual([])
}

describe('whatever sessions race, crash, lapse, are forced, repeated and reviewed', () => {
  it('the provider receives at most the line in every window, and sometimes exactly the line', () => {
    let most = 0
    fc.assert(
      fc.property(lives, life => {
        const world = createWorld(() => {})
        for (const deed of life) world.act(deed)
        const counted = Math.max(0, ...world.counted.values())
        expect(counted).toBeLessThanOrEqual(callLine)
        most = Math.max(most, counted)
      }),
      { numRuns: 500 },
    )
    expect(most).toBe(callLine)
  })

  it('no ledger stands above its line', () => {
    const check = (step: Step): void => {
      for (const ledger of ledgersOf(afterOf(step))) {
        expect(lineOf(ledger)).toBe(ledger.window === null ? tokenLine : callLine)
        expect(usedOf(ledger)).toBeLessThanOrEqual(lineOf(ledger))
      }
    }
    expect(operationsIn(() => check)).toBeGreaterThan(many)
  })

  it('there is one live claim a pipeline, and epochs only grow', () => {
    expect(operationsIn(() => checkEpochs)).toBeGreaterThan(many)
  })

  it('a session without the current epoch changes nothing but its own reservations', () => {
    expect(operationsIn(() => checkFence)).toBeGreaterThan(many)
  })

  it('repeating an operation changes nothing, and neither does a refused one', () => {
    const check = ({ result, before, isRepeated }: Step): void => {
      expect(result.type === 'already').toBe(isRepeated)
      expect(result.type !== 'already' || result.state === before).toBe(true)
    }
    expect(operationsIn(() => check)).toBeGreaterThan(many)
  })

  it('parts only move forward with the files that were intended, and tasks only as allowed', () => {
    expect(operationsIn(() => checkTasks)).toBeGreaterThan(many)
  })

  it('no update is lost: sessions and tasks are the sums of the checkpoints that were applied', () => {
    expect(operationsIn(createTally)).toBeGreaterThan(many)
  })

  it('every state can be stored: whole numbers, known keys, nothing negative', () => {
    expect(operationsIn(() => checkStored)).toBeGreaterThan(many)
  })
})
