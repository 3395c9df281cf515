import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusMs, type Instant } from '../../src/domain/instant.ts'
import { openLedger, type Ledger } from '../../src/domain/ledger.ts'
import type { LimitsByMeter } from '../../src/domain/operation.ts'
import { emptyAccount, emptyPipeline, type AccountState, type PipelineState, type SessionState } from '../../src/domain/state.ts'
import { dayWindowAt, guardEndsAt } from '../../src/domain/window.ts'
import { availabilityOf, isReviewFull, waitsForOf, type AvailabilityInput } from '../../src/session/availability.ts'
import type { SessionSetting } from '../../src/session/setting.ts'
import { callLimits, deepFreeze, holderProcess, hourMs, leaseMs, makeTask, minuteMs, minutes, noon } from '../domain/samples.ts'

const settingWith = (accountLimits: (now: Instant) => LimitsByMeter = callLimits): SessionSetting => ({
  pipeline: 'droid-research',
  agent: 'droid',
  metered: { scope: 'account', meter: 'calls' },
  deliversEmptyUnits: false,
  account: 'openrouter',
  accountPipelines: ['droid-research'],
  concurrency: 8,
  leaseMs,
  cooldownMs: 30 * minuteMs,
  everyMs: 0,
  after: [],
  maxWaitingParts: null,
  warnAtBasisPoints: 7500,
  fewestCallsPerCheckpoint: 0,
  onSignal: 'wrap',
  draftDeliveries: false,
  reviewers: [],
  accountLimits,
  sessionLimits: {},
  expectedCallMs: 1000,
})

const session: SessionState = {
  id: 'droid-research-0001',
  startedAt: noon,
  ledgers: {},
  spent: {},
  calls: 0,
  accepted: 0,
  rejected: 0,
  tasks: [],
  deliveries: [],
  wrap: null,
}
const pipelineWith = (change: Partial<PipelineState>): PipelineState => ({ ...emptyPipeline('droid-research'), ...change })
const claim = { epoch: 1, session: session.id, holder: holderProcess, expiresAt: minutes(5) }
const accountWith = (change: Partial<Ledger>): AccountState => {
  const limit = { budget: 1000, thresholdBasisPoints: 8500 }
  return { ...emptyAccount('openrouter'), ledgers: { calls: { ...openLedger(limit, dayWindowAt(noon, 0)), ...change } } }
}

const ready: AvailabilityInput = deepFreeze({
  now: noon,
  paused: false,
  force: false,
  setting: settingWith(),
  account: emptyAccount('openrouter'),
  pipeline: emptyPipeline('droid-research'),
  tasks: [makeTask({ id: 'later', priority: 'p3' }), makeTask({ id: 'first', priority: 'p0' })],
  after: [],
  waitingParts: 0,
  deadEpoch: null,
})

describe('whether a session can work', () => {
  it('is yes with the next task by priority and the budget as it stands', () => {
    expect(availabilityOf(ready)).toEqual({
      type: 'available',
      task: 'first',
      budget: { meter: 'calls', limit: 1000, line: 850, used: 0 },
    })
  })

  it('is yes with the task that is under way before any other', () => {
    expect(availabilityOf({ ...ready, pipeline: pipelineWith({ task: 'later' }) })).toMatchObject({ task: 'later' })
  })

  const lastMinute = '2026-03-10T23:59:30.000Z'
  const rests = [
    { where: 'everything is paused', change: { paused: true }, reason: 'paused', until: null },
    {
      where: 'another session holds a live claim',
      change: { pipeline: pipelineWith({ claim, session }) },
      reason: 'held',
      until: minutes(5),
    },
    {
      where: 'the last session ended just now',
      change: { pipeline: pipelineWith({ cooldownUntil: minutes(30) }) },
      reason: 'cooling',
      until: minutes(30),
    },
    { where: 'nothing waits', change: { tasks: [makeTask({ status: 'in-review' })] }, reason: 'queue-empty', until: null },
    {
      where: 'the line is reached',
      change: { account: accountWith({ settled: 850 }) },
      reason: 'budget',
      until: '2026-03-11T00:01:00.000Z',
    },
    { where: 'the day is about to end', change: { now: lastMinute }, reason: 'window', until: '2026-03-11T00:01:00.000Z' },
  ]
  it.each(rests)('is no where $where, and says until when', ({ change, reason, until }) => {
    expect(availabilityOf({ ...ready, ...change })).toMatchObject({ type: 'rest', reason, until })
  })

  it('counts what others have reserved as used', () => {
    const reservations = [{ pipeline: 'other', session: 'other-0001', epoch: 1, amount: 850, at: noon }]
    expect(availabilityOf({ ...ready, account: accountWith({ reservations }) })).toMatchObject({ type: 'rest', reason: 'budget' })
  })

  it('rests until the reset where the provider said that its quota is used up, forced or not, whatever was used', () => {
    const usd = openLedger({ budget: 2_000_000, thresholdBasisPoints: 10_000 }, dayWindowAt(noon, 0))
    const closed = { closed: true } as const
    const accounts = [accountWith(closed), { ...emptyAccount('openrouter'), ledgers: { usdMicros: { ...usd, ...closed } } }]
    const dollarsOnly = { usdMicros: { budget: 2_000_000, thresholdBasisPoints: 10_000, window: dayWindowAt(noon, 0) } }
    const settings = [settingWith(), { ...settingWith(), accountLimits: () => dollarsOnly }]
    for (const force of [false, true])
      for (const [index, account] of accounts.entries())
        expect(availabilityOf({ ...ready, force, account, setting: settings[index] ?? settingWith() })).toMatchObject({
          type: 'rest',
          reason: 'budget',
          until: '2026-03-11T00:01:00.000Z',
        })
  })

  it('begins a new day with a new budget', () => {
    const now = minutes(24 * 60)
    expect(availabilityOf({ ...ready, now, account: accountWith({ settled: 850 }) })).toMatchObject({
      type: 'available',
      budget: { used: 0 },
    })
  })

  it('lets force skip the cooldown, whom it runs after and full reviews, and nothing else', () => {
    const pipeline = pipelineWith({ cooldownUntil: minutes(30) })
    const after = [{ ...emptyPipeline('droid-eastern'), session }]
    const setting = { ...settingWith(), maxWaitingParts: 8 }
    const waiting = { ...ready, setting, pipeline, after, waitingParts: 9 }
    expect(availabilityOf(waiting)).toMatchObject({ reason: 'reviews' })
    const read = { ...waiting, waitingParts: 8 }
    expect(availabilityOf(read)).toMatchObject({ reason: 'cooling' })
    expect(availabilityOf({ ...read, pipeline: ready.pipeline })).toMatchObject({ reason: 'after', waitsFor: 'droid-eastern' })
    expect(availabilityOf({ ...waiting, force: true })).toMatchObject({ type: 'available' })
    for (const change of [
      { paused: true },
      { pipeline: pipelineWith({ claim, session }) },
      { account: accountWith({ settled: 850 }) },
      { now: lastMinute },
    ])
      expect(availabilityOf({ ...ready, ...change, force: true })).toMatchObject({ type: 'rest' })
  })

  it('goes on with a session that crashed, though the line is reached, so that it can wrap', () => {
    const crashed = { pipeline: pipelineWith({ claim, session, task: 'first' }), account: accountWith({ settled: 850 }) }
    expect(availabilityOf({ ...ready, ...crashed, now: minutes(5) })).toMatchObject({ type: 'available', task: 'first' })
    expect(availabilityOf({ ...ready, ...crashed, deadEpoch: 1 })).toMatchObject({ type: 'available' })
  })

  it('finishes what a stopped session left to deliver, with an empty queue and in a guard band too', () => {
    const pipeline = pipelineWith({ session: { ...session, wrap: { reason: 'asked' } } })
    expect(availabilityOf({ ...ready, now: lastMinute, tasks: [], pipeline })).toMatchObject({ type: 'available' })
  })

  it.each([0, 451, 1439])(
    'keeps out of the guard band of every limit, also of money alone with a reset at minute %i',
    resetMinute => {
      const setting = settingWith(now => ({
        usdMicros: { budget: 2_000_000, thresholdBasisPoints: 10_000, window: dayWindowAt(now, resetMinute) },
      }))
      const reset = dayWindowAt(noon, resetMinute).to
      for (const now of [plusMs(reset, -1000), plusMs(reset, 59_999)])
        expect(availabilityOf({ ...ready, setting, now })).toMatchObject({
          type: 'rest',
          reason: 'window',
          until: plusMs(reset, minuteMs),
        })
      expect(availabilityOf({ ...ready, setting, now: plusMs(reset, minuteMs) })).toMatchObject({ type: 'available' })
    },
  )

  it('is no with more parts waiting than reviewers are to have, but for what brings nothing new, or goes on with a session', () => {
    const setting = { ...settingWith(), maxWaitingParts: 8 }
    expect(availabilityOf({ ...ready, setting, waitingParts: 8 })).toMatchObject({ type: 'available' })
    const full = { ...ready, setting, waitingParts: 9 }
    expect(availabilityOf(full)).toMatchObject({ type: 'rest', reason: 'reviews', until: null })
    expect(availabilityOf({ ...full, setting: settingWith() })).toMatchObject({ type: 'available' })
    const crashed = pipelineWith({ claim, session, task: 'first' })
    expect(availabilityOf({ ...full, pipeline: crashed, now: minutes(5) })).toMatchObject({ type: 'available', task: 'first' })
    expect(isReviewFull({ maxWaitingParts: 0 }, 1)).toBe(true)
    expect(isReviewFull({ maxWaitingParts: 0 }, 0)).toBe(false)
  })

  it('is no while one that it runs after is at work, for one session of each and a day at most', () => {
    const at = (from: number, to: number) => ({ lastSession: { startedAt: minutes(from), endedAt: minutes(to) } })
    const working = { ...emptyPipeline('droid-eastern'), session: { ...session, startedAt: minutes(-60) } }
    const resting = emptyPipeline('zai-institutional')
    const own = pipelineWith(at(-200, -100))
    const waits = (change: Partial<AvailabilityInput>) =>
      waitsForOf({ ...ready, pipeline: own, after: [resting, working], ...change })
    expect(waits({})).toBe('droid-eastern')
    expect(availabilityOf({ ...ready, pipeline: own, after: [working] })).toMatchObject({ reason: 'after', until: null })
    expect(waits({ pipeline: emptyPipeline('claude-integration') })).toBe('droid-eastern')
    expect(waits({ after: [resting] })).toBeUndefined()
    expect(waits({ after: [{ ...working, deliveredAt: minutes(-30) }] })).toBeUndefined()
    expect(waits({ after: [{ ...working, deliveredAt: minutes(-130), ...at(-140, -130) }] })).toBe('droid-eastern')
    expect(waits({ after: [{ ...working, ...at(-90, -80) }] })).toBeUndefined()
    expect(waits({ now: minutes(24 * 60 - 61) })).toBe('droid-eastern')
    expect(waits({ now: minutes(24 * 60 - 60) })).toBeUndefined()
    const crashed = { ...own, claim, session, task: 'first' }
    expect(availabilityOf({ ...ready, pipeline: crashed, after: [working], now: minutes(5) })).toMatchObject({
      type: 'available',
    })
  })

  const offsets = fc.integer({ min: -hourMs, max: 36 * hourMs })
  const times = fc.record({
    offset: offsets,
    force: fc.boolean(),
    settled: fc.nat({ max: 900 }),
    cooling: fc.option(offsets),
    lease: fc.option(offsets),
  })
  const inputs = times.map(({ offset, force, settled, cooling, lease }): AvailabilityInput => {
    const held = lease === null ? {} : { claim: { ...claim, expiresAt: plusMs(noon, lease) }, session }
    const pipeline = pipelineWith({ cooldownUntil: cooling === null ? null : plusMs(noon, cooling), ...held })
    return { ...ready, now: plusMs(noon, offset), force, pipeline, account: accountWith({ settled }) }
  })

  it('is never yes in a guard band or beside a live claim, and is always the same for the same state', () => {
    fc.assert(
      fc.property(inputs, input => {
        const answer = availabilityOf(deepFreeze(input))
        expect(availabilityOf(input)).toEqual(answer)
        const { now, pipeline } = input
        const isGuarded = guardEndsAt(now, dayWindowAt(now, 0)) !== null
        const isHeld = pipeline.claim !== null && pipeline.claim.expiresAt > now
        expect(answer.type === 'available' && (isGuarded || isHeld)).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('says what lasts longest, so that something begins at the time that it names', () => {
    const window = dayWindowAt(noon, 0)
    const midnight = window.to
    const evening = { ...ready, pipeline: pipelineWith({ cooldownUntil: midnight }) }
    expect(availabilityOf(evening)).toMatchObject({ reason: 'cooling', until: plusMs(midnight, 60_000) })
    const full = { ...ready, account: accountWith({ settled: 850 }), setting: { ...settingWith(), maxWaitingParts: 8 } }
    expect(availabilityOf({ ...full, pipeline: pipelineWith({ cooldownUntil: minutes(30) }) })).toMatchObject({
      reason: 'budget',
    })
    const late = { cooldownUntil: plusMs(midnight, 3_600_000) }
    expect(availabilityOf({ ...full, pipeline: pipelineWith(late) })).toMatchObject({
      reason: 'cooling',
      until: late.cooldownUntil,
    })
    expect(availabilityOf({ ...full, pipeline: pipelineWith(late), waitingParts: 9 })).toMatchObject({
      reason: 'reviews',
      until: null,
    })
  })

  it('rests where the dollars left paid for no further request, until there are more or the window is over', () => {
    const window = dayWindowAt(noon, 0)
    const limit = { budget: 2_000_000, thresholdBasisPoints: 10_000, window }
    const usd = { ...openLedger(limit, window), settled: 1_990_000 }
    const input: AvailabilityInput = {
      ...ready,
      setting: { ...settingWith(), accountLimits: () => ({ usdMicros: limit }) },
      account: { ...emptyAccount('openrouter'), ledgers: { usdMicros: usd } },
      pipeline: pipelineWith({ shortOf: { meter: 'usdMicros', room: 10_000, at: minutes(-30) } }),
    }
    expect(availabilityOf(input)).toMatchObject({ type: 'rest', reason: 'budget', until: plusMs(window.to, 60_000) })
    const raised = {
      ...input,
      setting: { ...input.setting, accountLimits: () => ({ usdMicros: { ...limit, budget: 3_000_000 } }) },
    }
    expect(availabilityOf(raised)).toMatchObject({ type: 'available' })
    const yesterday = pipelineWith({ shortOf: { meter: 'usdMicros', room: 10_000, at: minutes(-24 * 60) } })
    expect(availabilityOf({ ...input, pipeline: yesterday })).toMatchObject({ type: 'available' })
  })

  it('names a time to come whenever it names one, and from then on that reason is gone', () => {
    fc.assert(
      fc.property(inputs, input => {
        const answer = availabilityOf(input)
        if (answer.type === 'available' || answer.until === null) return
        expect(answer.until > input.now).toBe(true)
        const later = availabilityOf({ ...input, now: answer.until })
        expect(later.type === 'available' ? null : later.reason).not.toBe(answer.reason)
      }),
      { numRuns: 400 },
    )
  })
})
