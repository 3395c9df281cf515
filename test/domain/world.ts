import { plusMs, toEpochMs, type Instant } from '../../src/domain/instant.ts'
import { isHeldBy, type Holder, type Ledger } from '../../src/domain/ledger.ts'
import type { LimitsByMeter, Operation } from '../../src/domain/operation.ts'
import type { State } from '../../src/domain/state.ts'
import type { Part } from '../../src/domain/task.ts'
import { transition, type Transition } from '../../src/domain/transition.ts'
import { dayWindowAt, guardEndsAt } from '../../src/domain/window.ts'
import { deepFreeze, freshId, leaseMs, makePart, makeTask, minuteMs, noon } from './samples.ts'

export const pipelines = ['alpha', 'beta'] as const
const account = 'key'
/** A day begins at an odd minute. */
export const resetMinute = 451
export const callBudget = 40
export const callLine = 34
export const tokenLine = 17
/** Sends that a session wants reserved at any time. */
const outstanding = 12
/** Sending stops this long before a claim lapses. */
const marginMs = 10_000

export const limitsAt = (now: Instant): LimitsByMeter => ({
  calls: { budget: callBudget, thresholdBasisPoints: 8500, window: dayWindowAt(now, resetMinute) },
})
const sessionLimits: LimitsByMeter = { tokens: { budget: 20, thresholdBasisPoints: 8500, window: null } }

/** One process that was given a claim: it sends as long as it may, and knows only what it was told. */
export interface Actor {
  readonly holder: Holder
  until: Instant
  dead: boolean
  credit: number
  /** Sent and not settled. */
  sent: number
}

export type Deed =
  | { readonly type: 'tick'; readonly ms: number }
  /** Goes to that long before the next reset. */
  | { readonly type: 'dusk'; readonly ms: number }
  | { readonly type: 'claim'; readonly at: number; readonly force: boolean; readonly proof: boolean }
  | { readonly type: 'send'; readonly who: number; readonly count: number }
  | {
      readonly type: 'checkpoint'
      readonly who: number
      readonly results: boolean
      readonly calls: number
      readonly wrap: boolean
    }
  | { readonly type: 'start'; readonly who: number }
  | { readonly type: 'wrap'; readonly who: number }
  | { readonly type: 'settle'; readonly who: number }
  | { readonly type: 'kill'; readonly who: number }
  | { readonly type: 'record'; readonly who: number; readonly part: number; readonly state: Part['state'] }
  | { readonly type: 'end'; readonly who: number; readonly status: 'in-review' | 'blocked' }
  | {
      readonly type: 'review'
      readonly at: number
      readonly task: number
      readonly part: number
      readonly state: 'merged' | 'closed'
    }
  | { readonly type: 'command'; readonly at: number; readonly task: number; readonly status: 'pending' | 'blocked' }
  | { readonly type: 'reconcile'; readonly at: number; readonly tells: boolean }
  | { readonly type: 'repeat'; readonly back: number }

/** What the provider counted, by the beginning of the window. */
export type Counted = Map<Instant, number>

export interface Step {
  readonly operation: Operation
  readonly before: State
  readonly result: Transition
  readonly now: Instant
  readonly isRepeated: boolean
}

const firstState = (): State => ({
  accounts: {},
  pipelines: {},
  boards: {},
  tasks: Object.fromEntries(
    pipelines.flatMap(pipeline =>
      [1, 2].map(n => {
        const id = `${pipeline}-${n}`
        return [id, makeTask({ id, pipeline })]
      }),
    ),
  ),
})

/** A state, a clock, a provider that counts, and processes; `onStep` sees every operation. */
export function createWorld(onStep: (step: Step) => void) {
  let state = deepFreeze(firstState())
  let now = noon
  const actors: Actor[] = []
  const counted: Counted = new Map()
  const done: Operation[] = []
  const countOf = (): number => counted.get(dayWindowAt(now, resetMinute).from) ?? 0

  const apply = (operation: Operation, isRepeated = false): Transition => {
    const before = state
    const result = transition(before, operation)
    if (result.type === 'changed') state = deepFreeze(result.state)
    onStep({ operation, before, result, now, isRepeated })
    if (result.type === 'changed') done.push(operation)
    return result
  }

  const common = (actor: Actor) => ({ operation: freshId(), now, ...actor.holder })
  const reservedFor = (ledger: Ledger | undefined, holder: Holder): number =>
    ledger?.reservations.find(each => isHeldBy(each, holder))?.amount ?? 0

  const claim = ({ at, force, proof }: Deed & { type: 'claim' }): void => {
    const pipeline = pipelines[at % pipelines.length] ?? 'alpha'
    const current = state.pipelines[pipeline]?.claim ?? null
    const dead = actors.find(each => each.dead && each.holder.pipeline === pipeline && each.holder.epoch === current?.epoch)
    const deadEpoch = proof ? (dead?.holder.epoch ?? null) : null
    const holder = { host: 'here', pid: actors.length + 1, started: 'x' }
    const result = apply({ type: 'claim', operation: freshId(), pipeline, now, holder, leaseMs, force, deadEpoch })
    if (result.type !== 'changed') return
    const given = result.state.pipelines[pipeline]?.claim
    if (!given) throw new Error('A granted claim is not there')
    actors.push({
      holder: { pipeline, session: given.session, epoch: given.epoch },
      until: given.expiresAt,
      dead: false,
      credit: 0,
      sent: 0,
    })
  }

  const send = (actor: Actor, count: number): void => {
    const window = dayWindowAt(now, resetMinute)
    if (actor.dead || now >= plusMs(actor.until, -marginMs) || guardEndsAt(now, window) !== null) return
    const sends = Math.min(count, actor.credit)
    actor.credit -= sends
    actor.sent += sends
    counted.set(window.from, countOf() + sends)
  }

  const checkpoint = (actor: Actor, { results, calls, wrap }: Deed & { type: 'checkpoint' }): Transition => {
    const kept = wrap ? 0 : actor.credit
    const spend = { used: actor.sent, hold: kept, want: wrap ? 0 : Math.max(0, outstanding - kept) }
    const task = state.pipelines[actor.holder.pipeline]?.task ?? null
    const tally = task === null ? null : { task, units: [], activeMs: calls, spent: { calls: actor.sent }, results }
    const result = apply({
      type: 'checkpoint',
      ...common(actor),
      account,
      accountLimits: limitsAt(now),
      sessionLimits,
      accountSpend: { calls: spend },
      sessionSpend: { tokens: { used: 0, hold: 0, want: calls } },
      leaseMs,
      calls,
      accepted: calls * 2,
      rejected: 1,
      spent: { calls: actor.sent },
      task: tally,
      wrap: wrap ? 'asked' : null,
    })
    if (result.type === 'fenced') return result
    actor.sent = 0
    actor.until = plusMs(now, leaseMs)
    actor.credit = reservedFor(result.state.accounts[account]?.ledgers.calls, actor.holder)
    return result
  }

  const wrapUp = (actor: Actor): void => {
    if (!actor.dead && checkpoint(actor, { type: 'checkpoint', who: 0, results: false, calls: 0, wrap: true }).type === 'fenced')
      return
    if (actor.dead) return
    const task = state.pipelines[actor.holder.pipeline]?.task ?? null
    const cooldownUntil = plusMs(now, 30 * minuteMs)
    apply({ type: 'wrap', ...common(actor), account, task, cooldownUntil, shortOf: null, forgive: actor.credit % 2 === 0 })
    actor.credit = 0
  }

  const settle = (actor: Actor): void => {
    const isFenced = state.pipelines[actor.holder.pipeline]?.claim?.epoch !== actor.holder.epoch
    if (actor.dead || !isFenced) return
    apply({ type: 'settle', ...common(actor), account, used: { calls: actor.sent } })
    actor.credit = 0
    actor.sent = 0
  }

  const start = (actor: Actor): void => {
    const { pipeline } = actor.holder
    const next = Object.values(state.tasks).find(task => task.pipeline === pipeline && task.status === 'pending')
    const task = state.pipelines[pipeline]?.task ?? next?.id
    if (task !== undefined) apply({ type: 'start-task', ...common(actor), task, settings: {} })
  }

  const taskOfActor = (actor: Actor): string => state.pipelines[actor.holder.pipeline]?.task ?? `${actor.holder.pipeline}-1`

  const record = (actor: Actor, deed: Deed & { type: 'record' }): void => {
    const part = makePart({
      part: deed.part,
      state: deed.state,
      pull: deed.state === 'intended' ? null : deed.part,
      paths: [`${actor.holder.epoch}-${deed.part}.json`],
    })
    apply({ type: 'record-parts', ...common(actor), task: taskOfActor(actor), parts: [part] })
  }

  const asPerson = (deed: Deed & { type: 'review' | 'command' }): void => {
    const pipeline = pipelines[deed.at % pipelines.length] ?? 'alpha'
    const shared = { operation: freshId(), pipeline, now, task: `${pipeline}-${deed.task}` }
    if (deed.type === 'command') apply({ type: 'command-task', ...shared, status: deed.status, reason: null })
    else {
      const same = { actual: 1, estimated: 1 }
      const { part, state: ended } = deed
      apply({
        type: 'review-part',
        ...shared,
        part,
        state: ended,
        kept: 3,
        edited: false,
        estimate: { activeMs: same, sends: same },
      })
    }
  }

  const reconcile = ({ at, tells }: Deed & { type: 'reconcile' }): void => {
    const pipeline = pipelines[at % pipelines.length] ?? 'alpha'
    if (guardEndsAt(now, dayWindowAt(now, resetMinute)) !== null) return
    apply({
      type: 'reconcile-account',
      operation: freshId(),
      pipeline,
      now,
      account,
      pipelines,
      accountLimits: limitsAt(now),
      sendsToday: tells ? countOf() : null,
      sendsPerDay: null,
      settleAfterMs: leaseMs,
    })
  }

  const asActor = (actor: Actor, deed: Extract<Deed, { who: number }>): void => {
    if (deed.type === 'kill') actor.dead = true
    else if (deed.type === 'send') send(actor, deed.count)
    else if (deed.type === 'settle') settle(actor)
    else if (deed.type === 'wrap') wrapUp(actor)
    else if (actor.dead) return
    else if (deed.type === 'checkpoint') checkpoint(actor, deed)
    else if (deed.type === 'start') start(actor)
    else if (deed.type === 'record') record(actor, deed)
    else apply({ type: 'end-task', ...common(actor), task: taskOfActor(actor), status: deed.status, reason: null })
  }

  /** Does one deed; the latest processes are the likeliest to act. */
  const act = (deed: Deed): void => {
    if (deed.type === 'tick') now = plusMs(now, deed.ms)
    else if (deed.type === 'dusk') now = plusMs(dayWindowAt(plusMs(now, deed.ms), resetMinute).to, -deed.ms)
    else if (deed.type === 'claim') claim(deed)
    else if (deed.type === 'reconcile') reconcile(deed)
    else if (deed.type === 'review' || deed.type === 'command') asPerson(deed)
    else if (deed.type === 'repeat') {
      const operation = done.at(-1 - deed.back)
      if (operation !== undefined) apply(operation, true)
    } else {
      const actor = actors.at(-1 - deed.who)
      if (actor !== undefined) asActor(actor, deed)
    }
  }

  return {
    act,
    state: () => state,
    now: () => now,
    counted: counted as ReadonlyMap<Instant, number>,
    ageMs: () => toEpochMs(now) - toEpochMs(noon),
  }
}
