import { describe, expect, it } from 'vitest'
import { usedOf } from '../../src/domain/ledger.ts'
import type {
  EndingTask,
  LookingAtPart,
  Operation,
  RecordingParts,
  ReviewingPart,
  Settling,
  StartingTask,
  Wrapping,
} from '../../src/domain/operation.ts'
import { emptyPipeline, type State } from '../../src/domain/state.ts'
import type { Task } from '../../src/domain/task.ts'
import { transition } from '../../src/domain/transition.ts'
import { dayWindowAt } from '../../src/domain/window.ts'
import {
  callLimits,
  checkpointing,
  claiming,
  deepFreeze,
  emptyState,
  freshId,
  hourMs,
  leaseMs,
  makePart,
  makeTask,
  minutes,
  noon,
} from './samples.ts'

const pipeline = 'droid-research'
const session = 'droid-research-0001'
const task = 'session_01'
const fenced = { pipeline, session, epoch: 1 } as const

const starting = (change: Partial<StartingTask> = {}): StartingTask => ({
  type: 'start-task',
  settings: {},
  operation: freshId(),
  now: noon,
  ...fenced,
  task,
  ...change,
})
const recording = (parts: RecordingParts['parts'], change: Partial<RecordingParts> = {}): RecordingParts => ({
  type: 'record-parts',
  operation: freshId(),
  now: noon,
  ...fenced,
  task,
  parts,
  ...change,
})
const ending = (change: Partial<EndingTask> = {}): EndingTask => ({
  type: 'end-task',
  operation: freshId(),
  now: noon,
  ...fenced,
  task,
  status: 'in-review',
  reason: null,
  ...change,
})
const wrapping = (change: Partial<Wrapping> = {}): Wrapping => ({
  type: 'wrap',
  operation: freshId(),
  now: noon,
  ...fenced,
  account: 'openrouter',
  task,
  cooldownUntil: minutes(30),
  shortOf: null,
  forgive: false,
  ...change,
})
const settling = (change: Partial<Settling> = {}): Settling => ({
  type: 'settle',
  operation: freshId(),
  now: noon,
  ...fenced,
  account: 'openrouter',
  used: {},
  ...change,
})
const reviewing = (change: Partial<ReviewingPart> = {}): ReviewingPart => ({
  type: 'review-part',
  operation: freshId(),
  pipeline,
  now: minutes(60),
  task,
  part: 1,
  state: 'merged',
  kept: 9,
  edited: false,
  estimate: { activeMs: { actual: 1000, estimated: 1000 }, sends: { actual: 20, estimated: 20 } },
  ...change,
})

const looking = (looked: LookingAtPart['looked'], part = 1): LookingAtPart => ({
  type: 'look-at-part',
  operation: freshId(),
  pipeline,
  now: minutes(30),
  task,
  part,
  looked,
})

const stateWith = (...tasks: readonly Task[]): State => ({
  ...emptyState,
  tasks: Object.fromEntries(tasks.map(each => [each.id, each])),
})

/** Applies operations in order; each must change something. */
const after = (state: State, ...operations: readonly Operation[]): State =>
  operations.reduce((before, operation) => {
    const result = transition(deepFreeze(before), operation)
    expect(result).toMatchObject({ type: 'changed' })
    return result.type === 'changed' ? result.state : before
  }, state)

const want = (amount: number) => ({ accountSpend: { calls: { used: 0, hold: 0, want: amount } } })
const callsOf = (state: State) => state.accounts['openrouter']?.ledgers.calls
const usedCalls = (state: State): number => {
  const calls = callsOf(state)
  return calls === undefined ? 0 : usedOf(calls)
}

const working = (): State => after(stateWith(makeTask()), claiming(), starting(), checkpointing(want(25)))

describe('a claim', () => {
  it('begins a session under a first epoch', () => {
    const state = after(emptyState, claiming())
    expect(state.pipelines[pipeline]).toMatchObject({
      epoch: 1,
      sessions: 1,
      claim: { epoch: 1, session, expiresAt: minutes(5) },
      session: { id: session, startedAt: noon },
    })
  })

  it('is refused while another one is live, even by force, and says until when', () => {
    const state = after(emptyState, claiming())
    for (const force of [false, true])
      expect(transition(state, claiming({ now: minutes(4), force }))).toEqual({
        type: 'fenced',
        reason: 'held',
        until: minutes(5),
      })
  })

  it('goes on with the session and its spending once the other one has lapsed, under a higher epoch', () => {
    const before = working()
    const state = after(before, claiming({ now: minutes(5) }))
    expect(state.pipelines[pipeline]).toMatchObject({ epoch: 2, sessions: 1, task, claim: { epoch: 2, session } })
    expect(state.pipelines[pipeline]?.session).toEqual(before.pipelines[pipeline]?.session)
    expect(usedCalls(state)).toBe(25)
  })

  it('takes over from a holder that is proven dead, and only under the epoch of the proof', () => {
    const state = after(emptyState, claiming())
    expect(transition(state, claiming({ deadEpoch: 2 }))).toMatchObject({ type: 'fenced', reason: 'held' })
    expect(transition(state, claiming({ deadEpoch: 1 }))).toMatchObject({ type: 'changed' })
  })

  it('waits for the cooldown after a wrap; force skips it', () => {
    const state = after(working(), wrapping())
    expect(transition(state, claiming({ now: minutes(29) }))).toEqual({ type: 'fenced', reason: 'cooling', until: minutes(30) })
    expect(after(state, claiming({ now: minutes(30) })).pipelines[pipeline]).toMatchObject({ epoch: 2, sessions: 2 })
    expect(after(state, claiming({ now: minutes(1), force: true })).pipelines[pipeline]?.session?.id).toBe('droid-research-0002')
  })
})

describe('a fenced session', () => {
  const lost = (): State => after(working(), claiming({ now: minutes(5) }))

  it('may neither start, save, deliver, end nor wrap', () => {
    const state = lost()
    for (const operation of [starting(), checkpointing(want(1)), recording([makePart()]), ending(), wrapping()])
      expect(transition(state, operation)).toEqual({ type: 'fenced', reason: 'old-epoch', until: null })
  })

  it('is fenced off where the epoch is right and the session is another one', () => {
    const other = { session: 'droid-research-0002' }
    for (const operation of [starting(other), checkpointing({ ...other, ...want(1) }), ending(other), wrapping(other)])
      expect(transition(working(), operation)).toMatchObject({ type: 'fenced', reason: 'old-epoch' })
  })

  it('is fenced off after its own wrap too', () => {
    const state = after(working(), wrapping())
    for (const operation of [starting(), checkpointing(), recording([makePart()]), ending(), wrapping()])
      expect(transition(state, operation)).toMatchObject({ type: 'fenced', reason: 'old-epoch' })
  })

  it('settles what it really sent and gives the rest back', () => {
    const before = lost()
    const state = after(before, settling({ used: { calls: 7 } }))
    expect([callsOf(state)?.settled, usedCalls(state)]).toEqual([7, 7])
    expect(state.tasks).toEqual(before.tasks)
  })

  it('begins no account where it was fenced off before anything was reserved', () => {
    const state = after(emptyState, claiming(), settling({ epoch: 0, used: { calls: 1 } }))
    expect(state.accounts).toEqual({})
  })

  it('cannot settle more than it had reserved, nor touch what another one has', () => {
    const state = after(lost(), checkpointing({ epoch: 2, now: minutes(6), ...want(10) }), settling({ used: { calls: 900 } }))
    expect(callsOf(state)).toMatchObject({ settled: 25, reservations: [{ epoch: 2, amount: 10 }] })
    expect(usedCalls(after(state, settling({ used: { calls: 5 } })))).toBe(35)
  })

  it('is still charged to the next window for what it sent after a reset that no ledger has seen yet', () => {
    const night = '2026-03-10T23:58:30.000Z'
    const morning = '2026-03-11T00:03:30.000Z'
    const state = after(
      stateWith(makeTask()),
      claiming({ now: night }),
      checkpointing({ now: night, ...want(25) }),
      claiming({ now: morning }),
      settling({ now: morning, used: { calls: 20 } }),
      checkpointing({ now: morning, epoch: 2 }),
    )
    expect(callsOf(state)?.window).toEqual(dayWindowAt(morning, 0))
    expect(usedCalls(state)).toBe(20)
  })
})

describe('an operation that is repeated', () => {
  it('changes nothing, whatever happened in between', () => {
    const claim = claiming()
    const checkpoint = checkpointing({
      ...want(25),
      calls: 3,
      task: { task, units: [], activeMs: 5, spent: { calls: 3 }, results: true },
    })
    const state = after(stateWith(makeTask()), claim, starting(), checkpoint)
    expect(transition(state, checkpoint)).toEqual({ type: 'already', state })
    const later = after(state, checkpointing({ calls: 4 }), wrapping())
    for (const operation of [claim, checkpoint]) expect(transition(later, operation)).toEqual({ type: 'already', state: later })
  })
})

describe('a quota that the provider says is used up', () => {
  const refusedAt = minutes(3)

  it('closes the calls for whoever uses the key until the reset, and takes nothing back that is in flight', () => {
    const spend = { accountSpend: { calls: { used: 5, hold: 20, want: 5 } } }
    const state = after(working(), checkpointing({ ...spend, now: minutes(4), quotaUsedUpAt: refusedAt }))
    expect(callsOf(state)).toMatchObject({ closed: true, settled: 5, reservations: [{ amount: 20 }] })
    const others = after(state, checkpointing({ ...want(25), now: minutes(5) }), wrapping())
    expect(callsOf(others)).toMatchObject({ closed: true, reservations: [] })
    const tomorrow = minutes(24 * 60)
    const next = after(
      others,
      claiming({ now: tomorrow, force: true }),
      checkpointing({ now: tomorrow, epoch: 2, session: 'droid-research-0002', ...want(25) }),
    )
    expect(callsOf(next)).toMatchObject({ settled: 0, reservations: [{ amount: 25 }] })
    expect(callsOf(next)?.closed).toBeUndefined()
  })

  it('closes no day that began after the refusal', () => {
    const tomorrow = minutes(24 * 60)
    const state = after(working(), checkpointing({ now: tomorrow, ...want(25), quotaUsedUpAt: refusedAt }))
    expect(callsOf(state)?.closed).toBeUndefined()
  })

  it('closes the dollars of an account whose calls are not limited', () => {
    const limit = { budget: 2_000_000, thresholdBasisPoints: 10_000, window: callsOf(working())?.window ?? null }
    const state = after(
      stateWith(makeTask()),
      claiming(),
      checkpointing({ accountLimits: { usdMicros: limit }, accountSpend: {}, quotaUsedUpAt: refusedAt }),
    )
    expect(state.accounts['openrouter']?.ledgers).toMatchObject({ usdMicros: { closed: true, settled: 0 } })
  })
})

describe('a checkpoint', () => {
  it('settles, reserves, saves the tally and renews the claim at once', () => {
    const state = after(
      working(),
      checkpointing({
        now: minutes(2),
        accountSpend: { calls: { used: 20, hold: 5, want: 20 } },
        calls: 18,
        accepted: 9,
        rejected: 2,
        spent: { calls: 20, tokens: 4000 },
        task: { task, units: [], activeMs: 1500, spent: { calls: 20 }, results: true },
      }),
    )
    expect(callsOf(state)).toMatchObject({ settled: 20, reservations: [{ amount: 25, at: minutes(2) }] })
    expect(state.pipelines[pipeline]).toMatchObject({
      claim: { expiresAt: minutes(7) },
      session: { calls: 18, accepted: 9, rejected: 2, spent: { calls: 20, tokens: 4000 } },
    })
    expect(state.tasks[task]).toMatchObject({ attempts: 0, activeMs: 1500, spent: { calls: 20 }, resultFiles: 1 })
  })

  it('is no progress without results', () => {
    const tally = { task, units: [], activeMs: 1, spent: {}, results: false }
    expect(after(working(), checkpointing({ task: tally })).tasks[task]).toMatchObject({ attempts: 1, resultFiles: 0 })
  })

  it('grants nothing in a new window beyond what was reserved before it', () => {
    const state = after(
      working(),
      checkpointing({ accountSpend: { calls: { used: 25, hold: 0, want: 825 } } }),
      checkpointing({ now: minutes(24 * 60), accountSpend: { calls: { used: 0, hold: 825, want: 500 } } }),
    )
    expect([callsOf(state)?.settled, usedCalls(state)]).toEqual([0, 850])
  })

  it('draws on the limits of the session as well, and these end with it', () => {
    const sessionLimits = { tokens: { budget: 200, thresholdBasisPoints: 8500, window: null } }
    const spend = { sessionLimits, sessionSpend: { tokens: { used: 0, hold: 0, want: 500 } } }
    const state = after(working(), checkpointing(spend))
    expect(state.pipelines[pipeline]?.session?.ledgers.tokens).toMatchObject({ window: null, reservations: [{ amount: 170 }] })
    const next = after(state, wrapping(), claiming({ now: minutes(30) }))
    expect(next.pipelines[pipeline]?.session?.ledgers).toEqual({})
  })

  it('of a task that is not there changes nothing', () => {
    const tally = { task: 'none', units: [], activeMs: 0, spent: {}, results: true }
    expect(transition(working(), checkpointing({ ...want(5), task: tally }))).toMatchObject({
      type: 'fenced',
      reason: 'no-such-task',
    })
  })
})

describe('a wrap', () => {
  it('gives back what was reserved, keeps the task, and ends the session', () => {
    const state = after(working(), checkpointing({ accountSpend: { calls: { used: 4, hold: 21, want: 0 } } }), wrapping())
    expect(state.pipelines[pipeline]).toMatchObject({ claim: null, session: null, task, cooldownUntil: minutes(30) })
    expect([callsOf(state)?.settled, usedCalls(state)]).toEqual([4, 4])
  })

  it('leaves what other sessions have reserved on the same account', () => {
    const beta = { pipeline: 'beta', session: 'beta-0001' }
    const state = after(working(), claiming({ pipeline: 'beta' }), checkpointing({ ...beta, ...want(10) }), wrapping())
    expect(callsOf(state)?.reservations).toMatchObject([{ ...beta, amount: 10 }])
  })

  it('notes what was left of a budget that ended it, where that is no count of calls', () => {
    const usdMicros = { budget: 100, thresholdBasisPoints: 10_000, window: null }
    const spent = { accountLimits: { usdMicros }, accountSpend: { usdMicros: { used: 93, hold: 0, want: 0 } } }
    const ended = (shortOf: 'usdMicros' | null) =>
      after(working(), checkpointing({ ...spent, wrap: 'budget' }), wrapping({ shortOf })).pipelines[pipeline]
    expect(ended('usdMicros')?.shortOf).toEqual({ meter: 'usdMicros', room: 7, at: expect.any(String) })
    expect(ended(null)?.shortOf).toBeNull()
  })

  it('counts as an attempt of the task unless it is forgiven', () => {
    expect(after(working(), wrapping()).tasks[task]?.attempts).toBe(1)
    expect(after(working(), wrapping({ forgive: true })).tasks[task]?.attempts).toBe(0)
  })
})

describe('a part', () => {
  const delivered = (): State => after(working(), recording([makePart()]))
  const openedAt = (state: State) => state.tasks[task]?.parts[0]?.openedAt ?? 'never'

  it('moves from intended to open, and a repeated intention does not move it back', () => {
    const opened = makePart({ state: 'open', pull: 4, url: 'u' })
    const state = after(delivered(), recording([opened]), recording([makePart()]), recording([opened]))
    expect(state.tasks[task]?.parts).toEqual([{ ...opened, openedAt: openedAt(state) }])
    expect(state.pipelines[pipeline]?.deliveredAt).toBe(openedAt(state))
    expect(state.pipelines[pipeline]?.session?.deliveries).toEqual([{ branch: opened.branch, number: 4, url: 'u' }])
  })

  it('keeps the files that were intended, whatever is recorded later', () => {
    const other = makePart({
      state: 'open',
      pull: 4,
      url: 'u',
      branch: 'else',
      units: ['rsi'],
      paths: ['inbox/rsi.json'],
      pairs: 99,
    })
    const state = after(delivered(), recording([other]))
    expect(state.tasks[task]?.parts).toEqual([makePart({ state: 'open', pull: 4, url: 'u', openedAt: openedAt(state) })])
  })

  it('is reviewed once: the second word changes nothing', () => {
    const state = after(delivered(), recording([makePart({ state: 'open', pull: 4 })]), reviewing())
    expect(state.tasks[task]?.parts[0]).toMatchObject({ state: 'merged', kept: 9, review: 'merged-unread' })
    expect(after(state, reviewing({ state: 'closed', kept: 0 }), looking('all')).tasks).toEqual(state.tasks)
  })

  const reviews = [
    ['merged-unread', 'merged', false, []],
    ['sampled', 'merged', false, ['some']],
    ['checked', 'merged', false, ['all', 'some']],
    ['checked', 'merged', false, ['some', 'all', 'all']],
    ['edited', 'merged', true, []],
    ['edited', 'merged', true, ['all']],
    ['unreviewed', 'closed', false, ['all']],
  ] as const
  it.each(reviews)('is %s after it was %s (edited: %s) by somebody who looked at %s', (...[review, state, edited, looks]) => {
    const opened = after(delivered(), recording([makePart({ state: 'open', pull: 4 })]), ...looks.map(each => looking(each)))
    expect(after(opened, reviewing({ state, edited })).tasks[task]?.parts[0]).toMatchObject({ state, review })
  })

  it('that is not there cannot be looked at', () => {
    expect(transition(delivered(), looking('some', 2))).toMatchObject({ type: 'fenced', reason: 'no-such-task' })
  })
})

describe('a reviewed task', () => {
  const inReview = (...states: readonly ('open' | 'merged')[]): State => {
    const parts = states.map((state, index) => makePart({ part: index + 1, state, pull: index + 1 }))
    return after(working(), recording(parts), ending())
  }

  it('is completed and graded when its last part has ended and one was merged', () => {
    const state = after(inReview('open', 'open'), reviewing({ state: 'closed', kept: 0 }))
    expect(state.tasks[task]).toMatchObject({ status: 'in-review', grade: null })
    const ended = after(state, reviewing({ part: 2 })).tasks[task]
    expect(ended).toMatchObject({ status: 'completed', endedAt: minutes(60), grade: { quality: 0.45 } })
  })

  it('is rejected when no part was merged, which is a look that kept nothing', () => {
    const state = after(inReview('open'), reviewing({ state: 'closed', kept: 0 }))
    expect(state.tasks[task]).toMatchObject({ status: 'rejected', grade: { quality: 0 } })
  })

  it('is not ended by reviews while it is being worked on, and is by the next look once it waits for review', () => {
    const early = after(working(), recording([makePart({ state: 'open', pull: 1 })]), reviewing())
    expect(early.tasks[task]?.status).toBe('in-progress')
    expect(after(early, ending(), reviewing()).tasks[task]?.status).toBe('completed')
  })
})

describe('a command', () => {
  const commanding = (status: 'pending' | 'blocked') =>
    ({ type: 'command-task', operation: freshId(), pipeline, now: noon, task, status, reason: null }) as const

  it('stops a task that is being worked on, and sets it back to pending with new attempts', () => {
    const blocked = after(working(), commanding('blocked'))
    expect([blocked.tasks[task]?.status, blocked.pipelines[pipeline]?.task]).toEqual(['blocked', null])
    expect(after(blocked, commanding('pending')).tasks[task]).toMatchObject({ status: 'pending', attempts: 0 })
  })

  it('cannot bring back what was completed', () => {
    const state = stateWith(makeTask({ status: 'completed' }))
    for (const status of ['pending', 'blocked'] as const)
      expect(transition(state, commanding(status))).toMatchObject({ type: 'fenced', reason: 'wrong-status' })
  })
})

describe('adding tasks', () => {
  const adding = (...tasks: readonly Task[]) => ({ type: 'add-tasks', operation: freshId(), pipeline, now: noon, tasks }) as const

  it('leaves those that are there as they are', () => {
    const state = after(working(), adding(makeTask({ title: 'Other' }), makeTask({ id: 'session_02' })))
    expect(state.tasks[task]).toMatchObject({ title: 'Momentum oscillators', status: 'in-progress' })
    expect(state.tasks['session_02']?.status).toBe('pending')
  })

  it('takes a task whose id every object knows', () => {
    const state = after(emptyState, adding(makeTask({ id: 'constructor' })))
    expect(Object.keys(state.tasks)).toEqual(['constructor'])
  })
})

describe('accepting the task of an issue', () => {
  const accepting = (change: Partial<Task> = {}, operation = freshId()) =>
    ({ type: 'accept-task', operation, pipeline, now: noon, task: makeTask({ issue: 7, ...change }) }) as const

  it('takes it in once, whatever text comes later', () => {
    const state = after(emptyState, accepting({ body: 'First' }, 'accept/7'), accepting({ body: 'Second' }))
    expect(state.tasks[task]?.body).toBe('First')
    const other = transition(state, accepting({ id: 'other' }, 'accept/7'))
    expect(other).toEqual({ type: 'already', state })
  })

  it('is fenced off where another issue has the id, and may be tried again under another one', () => {
    const state = after(emptyState, accepting())
    const taken = transition(state, accepting({ issue: 8 }, 'accept/8'))
    expect(taken).toEqual({ type: 'fenced', reason: 'taken', until: null })
    expect(transition(state, accepting({ issue: 8, id: 'other' }, 'accept/8')).type).toBe('changed')
  })
})

describe('a name that every object knows', () => {
  const name = 'constructor'

  it('is no task that is there', () => {
    const state = working()
    const operations = [
      starting({ task: name }),
      recording([], { task: name }),
      ending({ task: name }),
      reviewing({ task: name }),
      { ...looking('some'), task: name },
      checkpointing({ task: { task: name, units: [], activeMs: 0, spent: {}, results: true } }),
      { type: 'command-task', operation: freshId(), pipeline, now: noon, task: name, status: 'blocked', reason: null } as const,
    ]
    for (const operation of operations)
      expect(transition(state, operation)).toMatchObject({ type: 'fenced', reason: 'no-such-task' })
  })

  it('can name a pipeline and an account', () => {
    const names = { pipeline: name, session: 'constructor-0001', account: name }
    const state = after(emptyState, claiming({ pipeline: name }), checkpointing({ ...names, ...want(5) }))
    expect(state.accounts[name]?.ledgers.calls?.reservations).toMatchObject([{ amount: 5 }])
    expect(emptyPipeline(name).epoch).toBe(0)
  })
})

describe("a provider's count", () => {
  const reconciling = (change = {}) =>
    ({
      type: 'reconcile-account',
      operation: freshId(),
      pipeline,
      now: minutes(11),
      account: 'openrouter',
      pipelines: [pipeline],
      accountLimits: callLimits(minutes(11)),
      sendsToday: 3,
      sendsPerDay: null,
      settleAfterMs: leaseMs,
      ...change,
    }) as const

  it('frees what a session that lost its claim had reserved, and nothing of the one that holds it', () => {
    const state = after(working(), claiming({ now: minutes(6) }), checkpointing({ epoch: 2, now: minutes(6), ...want(10) }))
    expect(usedCalls(state)).toBe(35)
    expect(callsOf(after(state, reconciling()))).toMatchObject({ settled: 3, reservations: [{ epoch: 2, amount: 10 }] })
    expect(usedCalls(after(state, reconciling({ sendsToday: 22 })))).toBe(32)
  })

  it('leaves alone what has lapsed and was not taken over, and what pipelines hold that it knows nothing of', () => {
    expect(usedCalls(after(working(), reconciling({ now: minutes(60) })))).toBe(25)
    expect(usedCalls(after(working(), wrapping({ account: 'other' }), reconciling({ pipelines: [] })))).toBe(25)
  })

  it('opens the ledger of a new window', () => {
    const now = minutes(24 * 60)
    const state = after(working(), reconciling({ now, accountLimits: callLimits(now), sendsToday: null }))
    expect(callsOf(state)).toMatchObject({ window: dayWindowAt(now, 0), settled: 0 })
    expect(Date.parse(now) - Date.parse(noon)).toBe(24 * hourMs)
  })
})

describe('the settings of a task', () => {
  it('are those of its first start, whatever the configuration says later', () => {
    const state = after(
      stateWith(makeTask()),
      claiming(),
      starting({ settings: { calls: 40 } }),
      starting({ settings: { calls: 80 } }),
    )
    expect(state.tasks[task]?.settings).toEqual({ calls: 40 })
  })
})
