import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyPipeline, type PipelineState } from '../../src/domain/state.ts'
import {
  mostStarts,
  planOf,
  type Decision,
  type Plan,
  type PlanInput,
  type PlannedPipeline,
} from '../../src/orchestrator/plan.ts'
import { isAwaited, type Availability, type RestReason } from '../../src/session/availability.ts'
import { deepFreeze, holderProcess, minutes, noon } from '../domain/samples.ts'

const budget = { meter: 'calls', limit: 1000, line: 850, used: 0 } as const
const available: Availability = { type: 'available', task: 'first', budget }
const rests = (reason: RestReason): Availability => ({ type: 'rest', reason, until: minutes(5), budget })

const session: PipelineState['session'] = {
  id: 's',
  startedAt: minutes(-30),
  ledgers: {},
  spent: {},
  calls: 0,
  accepted: 0,
  rejected: 0,
  tasks: [],
  deliveries: [],
  wrap: null,
}
const claim = { epoch: 1, session: 's', holder: holderProcess, expiresAt: minutes(5) }

/** A session from and to so many minutes after noon. */
const lastSession = (from: number, to: number): Partial<PipelineState> => ({
  lastSession: { startedAt: minutes(from), endedAt: minutes(to) },
})

interface Change extends Partial<Omit<PlannedPipeline, 'state'>> {
  readonly state?: Partial<PipelineState>
}

const planned = (pipeline: string, { state = {}, ...change }: Change = {}): PlannedPipeline => ({
  pipeline,
  agent: 'droid',
  kind: 'research',
  enabled: true,
  accounts: [pipeline],
  share: 1,
  pairs: 0,
  after: [],
  state: { ...emptyPipeline(pipeline), ...state },
  availability: available,
  ...change,
})

const plan = (pipelines: readonly PlannedPipeline[], change: Partial<PlanInput> = {}): Plan =>
  planOf(deepFreeze({ at: noon, goal: 1000, force: false, pipelines, ...change }))
const decisionOf = ({ pipelines }: Plan, name: string): Decision | undefined =>
  pipelines.find(({ pipeline }) => pipeline === name)?.decision

describe('a tick', () => {
  it('starts all that can work and share nothing, and says of the others why not and until when', () => {
    const made = plan([
      planned('a'),
      planned('b', { availability: rests('cooling') }),
      planned('c', { enabled: false }),
      planned('d', { availability: null }),
      planned('e', { availability: { ...rests('after'), type: 'rest', reason: 'after', until: null, waitsFor: 'a' } }),
    ])
    expect(made.start).toEqual(['a'])
    expect(made.pipelines.find(({ pipeline }) => pipeline === 'a')).toMatchObject({ task: 'first', budget, rank: 1 })
    const rest = { type: 'rest', until: null, waitsFor: null }
    expect(decisionOf(made, 'b')).toEqual({ ...rest, reason: 'cooling', until: minutes(5) })
    expect(decisionOf(made, 'c')).toEqual({ ...rest, reason: 'disabled' })
    expect(decisionOf(made, 'd')).toEqual({ ...rest, reason: 'unsupported' })
    expect(decisionOf(made, 'e')).toEqual({ ...rest, reason: 'after', waitsFor: 'a' })
  })

  it('starts of those that share an account the one that is most behind, and the other one in its turn', () => {
    const shared = { accounts: ['openrouter'] }
    const made = plan([planned('a', { ...shared, pairs: 300, share: 2 }), planned('b', { ...shared, pairs: 200 })])
    expect(made.start).toEqual(['a'])
    expect(made.pipelines.map(({ pipeline, rank, behind }) => [pipeline, rank, behind?.toFixed(2)])).toEqual([
      ['a', 1, '0.55'],
      ['b', 2, '0.40'],
    ])
    expect(decisionOf(made, 'b')).toMatchObject({ reason: 'turn', waitsFor: 'a' })
  })

  it('starts nothing on an account that another one is at work with, forced or not, nor where that was disabled meanwhile', () => {
    const working = { state: { claim, session }, accounts: ['gemini', 'sister'] }
    for (const force of [false, true])
      for (const holder of [
        planned('batch', { ...working, availability: rests('held') }),
        planned('batch', { ...working, availability: rests('paused'), enabled: false }),
      ]) {
        const made = plan([holder, planned('a', { accounts: ['gemini'] }), planned('b', { accounts: ['sister'] })], { force })
        expect(made.start).toEqual([])
        for (const name of ['a', 'b']) expect(decisionOf(made, name)).toMatchObject({ reason: 'turn', waitsFor: 'batch' })
      }
  })

  it('takes the account of a session whose claim has lapsed as free', () => {
    const gone = { session, claim: { ...claim, expiresAt: minutes(-1) } }
    const disabled = planned('a', { accounts: ['x'], state: gone, availability: rests('paused'), enabled: false })
    expect(plan([disabled, planned('b', { accounts: ['x'] })]).start).toEqual(['b'])
  })

  it('goes on with an unfinished session before it begins another one, however far that is behind', () => {
    const shared = { accounts: ['openrouter'] }
    const made = plan([planned('a', shared), planned('b', { ...shared, pairs: 400, state: { session } })])
    expect(made.start).toEqual(['b'])
  })

  it('starts what runs after others with the next tick, and at once where they delivered or had a session since its last one', () => {
    const after = (state: Partial<PipelineState>) =>
      planned('integration', { share: null, after: ['a'], state: { ...lastSession(-60, -50), ...state } })
    expect(decisionOf(plan([planned('a'), after({})]), 'integration')).toMatchObject({ reason: 'after', waitsFor: 'a' })
    for (const state of [{ deliveredAt: minutes(-20) }, lastSession(-30, -20)])
      expect(plan([planned('a', { state }), after({})]).start.toSorted()).toEqual(['a', 'integration'])
    for (const state of [{ deliveredAt: minutes(-55) }, lastSession(-58, -55)])
      expect(plan([planned('a', { state }), after({})]).start).toEqual(['a'])
    expect(plan([planned('a'), after({ session })]).start.toSorted()).toEqual(['a', 'integration'])
    expect(plan([planned('a'), after({})], { force: true }).start.toSorted()).toEqual(['a', 'integration'])
  })

  it('waits for none that could have begun for an hour and never does, as one without a key, nor keeps an account for it', () => {
    const integration = planned('integration', { share: null, after: ['keyless'], accounts: ['claude'] })
    const other = planned('other', { accounts: ['shared'], pairs: 100 })
    const since = (at: number) => planned('keyless', { accounts: ['shared'], startsSince: minutes(at) })
    const early = plan([since(-59), integration, other])
    expect(early.start).toEqual(['keyless'])
    expect(decisionOf(early, 'integration')).toMatchObject({ reason: 'after', waitsFor: 'keyless' })
    const late = plan([since(-60), integration, other])
    expect(late.start.toSorted()).toEqual(['integration', 'other'])
    expect(decisionOf(late, 'keyless')).toMatchObject({ reason: 'turn', waitsFor: 'other' })
    expect(plan([since(-60), integration]).start.toSorted()).toEqual(['integration', 'keyless'])
    expect(plan([since(-60), other], { asked: 'keyless' }).start).toEqual(['keyless'])
  })

  it('lets nobody wait for one that loses its turn, nor keeps an account for one that waits', () => {
    const shared = { accounts: ['openrouter'] }
    const made = plan([
      planned('a', shared),
      planned('b', { ...shared, pairs: 100 }),
      planned('integration', { share: null, after: ['b'], accounts: ['claude'] }),
      planned('waiting', { share: null, after: ['a'], accounts: ['zai'] }),
      planned('zai', { accounts: ['zai'] }),
    ])
    expect(made.start.toSorted()).toEqual(['a', 'integration', 'zai'])
    expect(decisionOf(made, 'waiting')).toMatchObject({ reason: 'after', waitsFor: 'a' })
  })

  it('starts what a person asked for, though another one of its account is further behind and what it runs after could begin', () => {
    const shared = { accounts: ['openrouter'] }
    const wanted = planned('b', { ...shared, pairs: 300, after: ['a'] })
    const made = plan([planned('a', { ...shared, state: { session } }), wanted], { asked: 'b' })
    expect(made.start).toEqual(['b'])
    expect(made.pipelines[0]).toMatchObject({ pipeline: 'b', rank: 1 })
    const busy = planned('a', { ...shared, availability: rests('held') })
    expect(plan([busy, wanted], { asked: 'b', force: true }).start).toEqual([])
  })

  it('starts as many as a matrix takes, and leaves the others to the next tick', () => {
    const many = Array.from({ length: 300 }, (_, index) => planned(`p${index}`))
    const made = plan(many)
    expect(made.start).toHaveLength(mostStarts)
    expect(made.pipelines.filter(({ decision }) => decision.type === 'rest' && decision.reason === 'matrix')).toHaveLength(44)
  })
})

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const instants = fc.integer({ min: -3000, max: 0 }).map(minutes)
const states = fc
  .record({
    deliveredAt: fc.option(instants),
    lastSession: fc.option(instants.map(at => ({ startedAt: at, endedAt: at }))),
    session: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constant(session)),
  })
  .map(state => ({ ...state, claim: state.session === null ? null : claim }))
const availabilities = fc.oneof(
  { weight: 10, arbitrary: fc.constant(available) },
  fc.constantFrom(...(['paused', 'held', 'cooling', 'window', 'budget', 'queue-empty', 'after', 'reviews'] as const)).map(rests),
  fc.constant(null),
)
const pipelines = fc.subarray(names).chain(chosen =>
  fc.tuple(
    ...chosen.map(name =>
      fc
        .record({
          enabled: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
          accounts: fc.subarray(['u', 'v', 'x', 'y', 'z'], { minLength: 1, maxLength: 2 }),
          share: fc.option(fc.integer({ min: 1, max: 9 })),
          pairs: fc.nat({ max: 600 }),
          after: fc.subarray(names),
          state: states,
          availability: availabilities,
        })
        .map(change => planned(name, change)),
    ),
  ),
)
const inputs: fc.Arbitrary<PlanInput> = fc.record({
  at: fc.constant(noon),
  goal: fc.integer({ min: 1, max: 2000 }),
  force: fc.boolean(),
  asked: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.constantFrom(...names)),
  pipelines,
})

describe('whatever the pipelines are, a tick', () => {
  it('decides each exactly once, in one order that does not depend on that of the configuration', () => {
    fc.assert(
      fc.property(inputs, fc.infiniteStream(fc.nat()), (input, order) => {
        const made = planOf(deepFreeze(input))
        expect(made.pipelines.map(({ pipeline }) => pipeline).toSorted()).toEqual(
          input.pipelines.map(each => each.pipeline).toSorted(),
        )
        expect(made.pipelines.map(({ rank }) => rank)).toEqual(made.pipelines.map((_, index) => index + 1))
        expect(made.start).toEqual(made.pipelines.flatMap(each => (each.decision.type === 'start' ? [each.pipeline] : [])))
        const keyed = input.pipelines.map(each => ({ each, key: order.next().value ?? 0 }))
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ each }) => each)
        expect(planOf({ ...input, pipelines: shuffled })).toEqual(made)
      }),
      { numRuns: 500 },
    )
  })

  it('starts nothing that rests or is disabled, no two of one account, and none on an account in use', () => {
    fc.assert(
      fc.property(inputs, input => {
        const { start } = planOf(input)
        const started = input.pipelines.filter(({ pipeline }) => start.includes(pipeline))
        expect(started.every(({ enabled, availability }) => enabled && availability?.type === 'available')).toBe(true)
        const held = input.pipelines.filter(({ availability }) => availability?.type === 'rest' && availability.reason === 'held')
        const inUse = [...started, ...held.map(each => ({ ...each, accounts: [...new Set(each.accounts)] }))]
        for (const { pipeline, accounts } of started)
          for (const account of accounts)
            expect(inUse.filter(each => each.accounts.includes(account)).map(each => each.pipeline)).toEqual([pipeline])
      }),
      { numRuns: 500 },
    )
  })

  it('starts none together with one that it lets go first, unless it is forced, asked for or goes on with a session', () => {
    fc.assert(
      fc.property(inputs, input => {
        // Without circles: each runs after those whose names come before its own.
        const given = input.pipelines.map(each => ({ ...each, after: each.after.filter(name => name < each.pipeline) }))
        const { start } = planOf({ ...input, pipelines: given })
        const together = given.filter(
          ({ pipeline, after, state }) =>
            start.includes(pipeline) &&
            state.session === null &&
            pipeline !== input.asked &&
            given.some(
              other => after.includes(other.pipeline) && start.includes(other.pipeline) && isAwaited(other.state, state),
            ),
        )
        expect(input.force ? [] : together).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('leaves none back without somebody who is at work or starts, so that never all of them wait', () => {
    fc.assert(
      fc.property(inputs, input => {
        const made = planOf(input)
        const working = new Set([
          ...made.start,
          ...input.pipelines.flatMap(({ pipeline, availability }) =>
            availability?.type === 'rest' && ['held', 'paused'].includes(availability.reason) ? [pipeline] : [],
          ),
        ])
        for (const { pipeline, decision } of made.pipelines) {
          const given = input.pipelines.find(each => each.pipeline === pipeline)
          if (decision.type === 'start' || given?.availability?.type !== 'available' || !given.enabled) continue
          expect(['turn', 'after']).toContain(decision.reason)
          expect(working.has(decision.waitsFor ?? '')).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
