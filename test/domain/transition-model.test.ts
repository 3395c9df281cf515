import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLive } from '../../src/domain/claim.ts'
import { isHeldBy, lineOf, usedOf, type Ledger } from '../../src/domain/ledger.ts'
import type { Operation } from '../../src/domain/operation.ts'
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
  weighted(1, fc.record({ type: kind('wrap'), who })),
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

/** Runs many random lives and shows every operation to a check that each life gets anew. */
const inEveryLife = (
  makeCheck: () => (step: Step) => void,
  atTheEnd: (world: ReturnType<typeof createWorld>) => void = () => {},
): void => {
  fc.assert(
    fc.property(fc.array(deeds, { minLength: 20, maxLength: 120 }), life => {
      const world = createWorld(makeCheck())
      for (const deed of life) {
        world.act(deed)
        atTheEnd(world)
      }
    }),
    { numRuns: 150 },
  )
}

const afterOf = ({ before, result }: Step): State => (result.type === 'changed' ? result.state : before)
const ledgersOf = (state: State): readonly Ledger[] => [
  ...Object.values(state.accounts).flatMap(account => Object.values(account.ledgers)),
  ...Object.values(state.pipelines).flatMap(pipeline => Object.values(pipeline.session?.ledgers ?? {})),
]
const isFenceable = (operation: Operation): operation is Extract<Operation, { epoch: number }> => 'epoch' in operation
const ranks: Readonly<Record<Part['state'], number>> = { intended: 0, open: 1, merged: 2, closed: 2 }

describe('whatever sessions race, crash, lapse, are forced, repeated and reviewed', () => {
  it('the provider receives at most the line in every window, and no ledger stands above its line', () => {
    inEveryLife(
      () => step => {
        for (const ledger of ledgersOf(afterOf(step))) {
          expect(lineOf(ledger)).toBe(ledger.window === null ? tokenLine : callLine)
          expect(usedOf(ledger)).toBeLessThanOrEqual(lineOf(ledger))
        }
      },
      world => {
        for (const sends of world.counted.values()) expect(sends).toBeLessThanOrEqual(callLine)
      },
    )
  })

  it('there is one live claim a pipeline, and epochs only grow', () => {
    inEveryLife(() => step => {
      const { operation, before, result, now } = step
      for (const name of pipelines) {
        const old = before.pipelines[name]
        const next = afterOf(step).pipelines[name]
        expect(next?.epoch ?? 0).toBeGreaterThanOrEqual(old?.epoch ?? 0)
        if (next?.claim) {
          expect(next.claim.epoch).toBe(next.epoch)
          expect(next.claim.session).toBe(next.session?.id)
        }
      }
      if (operation.type !== 'claim' || result.type !== 'changed') return
      const old = before.pipelines[operation.pipeline]
      expect(isLive(old?.claim ?? null, now, operation.deadEpoch)).toBe(false)
      expect(result.state.pipelines[operation.pipeline]?.epoch).toBe((old?.epoch ?? 0) + 1)
    })
  })

  it('a session without the current epoch changes nothing but its own reservations', () => {
    inEveryLife(() => step => {
      const { operation, before, result } = step
      if (!isFenceable(operation) || before.pipelines[operation.pipeline]?.claim?.epoch === operation.epoch) return
      if (operation.type !== 'settle') return expect(result.type).not.toBe('changed')
      const after = afterOf(step)
      expect(after.tasks).toEqual(before.tasks)
      for (const name of pipelines) {
        const { operations: _old, ...old } = before.pipelines[name] ?? { operations: [] }
        const { operations: _new, ...next } = after.pipelines[name] ?? { operations: [] }
        expect(next).toEqual(old)
      }
      const others = (state: State) =>
        state.accounts['key']?.ledgers.calls?.reservations.filter(each => !isHeldBy(each, operation)) ?? []
      expect(others(after)).toEqual(others(before))
      const settled = (state: State) => state.accounts['key']?.ledgers.calls?.settled ?? 0
      expect(settled(after)).toBeGreaterThanOrEqual(settled(before))
    })
  })

  it('repeating an operation changes nothing, and neither does a refused one', () => {
    inEveryLife(() => ({ result, before, isRepeated }) => {
      if (isRepeated) expect(result).toEqual({ type: 'already', state: before })
      if (result.type === 'already') expect(result.state).toBe(before)
      if (result.type === 'fenced')
        expect(['held', 'cooling', 'old-epoch', 'no-such-task', 'wrong-status']).toContain(result.reason)
    })
  })

  it('parts only move forward with the files that were intended, and tasks only as allowed', () => {
    inEveryLife(() => step => {
      const after = afterOf(step)
      for (const old of Object.values(step.before.tasks)) {
        const next = after.tasks[old.id]
        expect(next !== undefined && (next.status === old.status || mayFollow(old.status, next.status))).toBe(true)
        for (const before of old.parts) {
          const now = next?.parts.find(each => each.part === before.part)
          expect(now?.paths).toEqual(before.paths)
          expect(ranks[now?.state ?? 'intended']).toBeGreaterThanOrEqual(ranks[before.state])
          if (ranks[before.state] === 2) expect(now).toEqual(before)
        }
        const isGraded = next?.status === 'completed' || next?.status === 'rejected'
        expect(next?.grade !== null).toBe(isGraded)
        if (next?.status === 'completed') expect(next.parts.some(each => each.state === 'merged')).toBe(true)
      }
    })
  })

  it('no update is lost: sessions and tasks are the sums of the checkpoints that were applied', () => {
    inEveryLife(() => {
      const totals = new Map<string, { calls: number; accepted: number; sends: number }>()
      const tasks = new Map<string, { sends: number; activeMs: number; files: number }>()
      return step => {
        const { operation, result } = step
        if (operation.type === 'checkpoint' && result.type === 'changed') {
          const sum = totals.get(operation.session) ?? { calls: 0, accepted: 0, sends: 0 }
          totals.set(operation.session, {
            calls: sum.calls + operation.calls,
            accepted: sum.accepted + operation.accepted,
            sends: sum.sends + (operation.spent.calls ?? 0),
          })
          const tally = operation.task
          const done = tasks.get(tally?.task ?? '') ?? { sends: 0, activeMs: 0, files: 0 }
          if (tally !== null)
            tasks.set(tally.task, {
              sends: done.sends + (tally.spent.calls ?? 0),
              activeMs: done.activeMs + tally.activeMs,
              files: done.files + (tally.results ? 1 : 0),
            })
        }
        const after = afterOf(step)
        for (const { session } of Object.values(after.pipelines)) {
          if (session === null) continue
          const { calls, accepted, spent } = session
          expect({ calls, accepted, sends: spent.calls ?? 0 }).toEqual(
            totals.get(session.id) ?? { calls: 0, accepted: 0, sends: 0 },
          )
        }
        for (const { id, spent, activeMs, resultFiles } of Object.values(after.tasks))
          expect({ sends: spent.calls ?? 0, activeMs, files: resultFiles }).toEqual(
            tasks.get(id) ?? { sends: 0, activeMs: 0, files: 0 },
          )
      }
    })
  })

  it('every state can be stored: whole numbers, known keys, nothing negative', () => {
    inEveryLife(() => step => {
      if (step.result.type !== 'changed') return
      const { accounts, pipelines: all, tasks } = step.result.state
      for (const each of Object.values(accounts)) expect(accountStateSchema.safeParse(each).error).toBeUndefined()
      for (const each of Object.values(all)) expect(pipelineStateSchema.safeParse(each).error).toBeUndefined()
      for (const each of Object.values(tasks)) expect(taskSchema.safeParse(each).error).toBeUndefined()
    })
  })
})
