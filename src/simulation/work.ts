import { decide, type WrapReason } from '../domain/decide.ts'
import { toEpochMs, type Instant } from '../domain/instant.ts'
import { guardMs } from '../domain/window.ts'
import type { Operation } from '../domain/operation.ts'
import { maxAttempts, mayFollow, type Task } from '../domain/task.ts'
import { guardedUntil, isReviewFull } from '../session/availability.ts'
import { totalsOf } from '../session/task-run.ts'
import { githubRequests } from './costs.ts'
import { deliver, endingOf } from './deliver.ts'
import { addDiscovered } from './discovered.ts'
import { createSimulatedLeg, type SimulatedLeg } from './leg.ts'
import { pause, strikes, type Process, type Steps } from './process.ts'
import { settleOwnMerges } from './reviews.ts'
import { sendCostOf } from './send-cost.ts'
import { firstPending } from './survey.ts'
import { createProgress, type TaskProgress } from './task-progress.ts'
import type { World } from './world.ts'
import { leave, wrap } from './wrap.ts'

type End = 'finished' | 'stopped' | WrapReason

export interface LegStart {
  readonly process: Process
  readonly holder: SimulatedLeg['holder']
  readonly deadline: Instant | null
  readonly force: boolean
}

/** What the steps of one leg share. */
interface Working extends LegStart {
  readonly world: World
  readonly leg: SimulatedLeg
  /** The provider is not to be asked any more. */
  isDown: boolean
  /** What has come to an outcome and is not saved. */
  calls: number
  savedMs: number
  /** Sends of a call that has not come to its outcome. */
  carried: number
}

/** Task after task, as a real leg works. */
export function* runLeg(world: World, start: LegStart): Steps {
  const { holder } = start
  const { pipeline } = holder
  const cost = sendCostOf(world, pipeline)
  const leg = createSimulatedLeg(world, { ...start, cost })
  const working: Working = { ...start, world, leg, isDown: false, calls: 0, savedMs: world.nowMs(), carried: 0 }
  for (let ended = 0; ; ended += 1) {
    if (working.isDown) return yield* wrap(world, leg, { reason: 'provider', isSaved: false })
    if (ended > 0 && start.deadline !== null && world.now() >= start.deadline)
      return yield* wrap(world, leg, { reason: 'deadline', isSaved: false })
    const begins = !start.force && (ended > 0 || world.book.pipeline(pipeline).task === null)
    if (begins && isReviewFull(world.setting(pipeline), world.book.waitingParts()))
      return yield* wrap(world, leg, { reason: 'reviews', isSaved: false })
    const task = takeTask(working, ended === 0 ? [countAccount(working)] : [])
    const reason = task === 'lost' ? 'lost-claim' : task === undefined ? 'queue-empty' : yield* workOnTask(working, task)
    if (reason === 'lost-claim') return leave(leg)
    if (reason === 'finished' || reason === 'stopped') continue
    return yield* wrap(world, leg, { reason, isSaved: task !== undefined })
  }
}

/** What the provider counted, where it tells. */
function countAccount({ world, holder }: Working): Operation {
  const { account, accountPipelines, accountLimits, leaseMs } = world.setting(holder.pipeline)
  const now = world.now()
  const tells = world.model.telling.includes(account)
  return {
    type: 'reconcile-account',
    operation: `${holder.session}/${holder.epoch}/reconcile-account`,
    now,
    pipeline: holder.pipeline,
    account,
    pipelines: accountPipelines,
    accountLimits: accountLimits(now),
    sendsToday: tells ? world.provider.sendsToday(account, world.nowMs()) : null,
    sendsPerDay: tells ? (accountLimits(now).calls?.budget ?? null) : null,
    settleAfterMs: leaseMs,
  }
}

/** The task that is under way, else the next one; one that was tried too often is set aside for a person. */
function takeTask({ world, holder }: Working, before: readonly Operation[]): Task | undefined | 'lost' {
  const { book } = world
  const common = () => ({ now: world.now(), ...holder })
  for (;;) {
    const current = book.pipeline(holder.pipeline).task
    const underWay = current === null ? undefined : book.task(holder.pipeline, current)
    const task =
      underWay !== undefined && mayFollow(underWay.status, 'in-progress') ? underWay : firstPending(world, holder.pipeline)
    if (task === undefined && addDiscovered(world, holder.pipeline)) continue
    if (task === undefined) {
      if (before.length > 0) book.apply(...before)
      return undefined
    }
    const operation = `${holder.session}/${holder.epoch}/start-task/${task.id}/${world.now()}`
    const started = book.apply(...before, { type: 'start-task', operation, ...common(), task: task.id, settings: {} })
    if (started.type === 'fenced') return 'lost'
    world.tally.add(world.nowMs(), { githubRequests: githubRequests.task })
    const begun = started.state.tasks[task.id] ?? task
    if (begun.attempts <= maxAttempts || begun.parts.some(part => part.state === 'intended')) return begun
    const blocking = `${holder.session}/${holder.epoch}/block/${task.id}/${world.now()}`
    const end = {
      type: 'end-task',
      operation: blocking,
      ...common(),
      task: task.id,
      status: 'blocked',
      reason: 'attempts',
    } as const
    if (book.apply(end).type === 'fenced') return 'lost'
  }
}

function* workOnTask(working: Working, task: Task): Steps<End> {
  const { world, leg, holder } = working
  const progress = createProgress(world, task)
  working.savedMs = world.nowMs()
  const reason = yield* flow(working, task, progress)
  if (reason === 'lost-claim' || reason === 'stopped') return reason
  const current = world.book.task(task.pipeline, task.id) ?? task
  const delivery = { holder, task: current, units: progress.units() }
  const delivered = yield* deliver(world, delivery, reason === 'finished' ? endingOf(world, delivery) : null)
  if (delivered.type === 'lost') return 'lost-claim'
  if (reason !== 'finished' || delivered.ended === null) return reason
  if (delivered.ended.type === 'fenced' || leg.isLost()) return 'stopped'
  settleOwnMerges(world, task.pipeline)
  return 'finished'
}

/** Work, checkpoints and their end, one volley of requests after another. */
function* flow(working: Working, task: Task, progress: TaskProgress): Steps<End> {
  const { world, leg, deadline } = working
  const setting = world.setting(task.pipeline)
  for (;;) {
    if (leg.isLost()) return 'lost-claim'
    if (leg.isStopped(task.id)) return 'stopped'
    if (progress.finished()) return yield* finish(working, task, progress)
    const step = decide({
      now: world.now(),
      asked: false,
      deadline,
      sendUntil: leg.sendUntil(),
      guarded: guardedUntil(setting, world.now()) !== null,
      provider: working.isDown ? 'down' : 'up',
      runnable: 1,
      inFlight: 0,
      checkpointing: false,
      credit: leg.most(1),
      exhausted: leg.exhausted()?.reason ?? null,
    })
    if (step.type === 'wrap') {
      save(working, { task, progress, wrap: step.reason })
      return leg.isLost() ? 'lost-claim' : step.reason
    }
    if (step.type === 'work') yield* volley(working, progress)
    save(working, { task, progress, wrap: null })
  }
}

/** What was not saved yet is; a task that begins finished, like an empty one, tells its units. */
function* finish(working: Working, task: Task, progress: TaskProgress): Steps<End> {
  const { world, leg } = working
  const saved = world.book.task(task.pipeline, task.id)
  if (totalsOf(saved?.units ?? []).ended < progress.units().length) save(working, { task, progress, wrap: null })
  if (leg.isLost()) return 'lost-claim'
  if (leg.isStopped(task.id)) return 'stopped'
  yield pause('recorded')
  return 'finished'
}

/** When nothing may be sent any more whatever is granted, milliseconds. */
function stopsAt({ world, leg, deadline, holder }: Working): number {
  const limits = Object.values(world.setting(holder.pipeline).accountLimits(world.now()))
  const guards = limits.flatMap(({ window }) => (window === null ? [] : [toEpochMs(window.to) - guardMs]))
  return Math.min(toEpochMs(leg.sendUntil()), ...guards, deadline === null ? Infinity : toEpochMs(deadline))
}

/** Sends as many requests as are granted and fit the time. A process that dies among them has sent some of them for nothing. */
function* volley(working: Working, progress: TaskProgress): Steps {
  const { world, leg, process, holder } = working
  const { account } = world.setting(holder.pipeline)
  const { msPerSend, usdMicros, sendsPerCall } = sendCostOf(world, holder.pipeline)
  const wanted = Math.max(1, Math.ceil(progress.remaining() * sendsPerCall - working.carried))
  const fitting = Math.max(0, Math.ceil((stopsAt(working) - world.nowMs()) / msPerSend))
  const covered = leg.most(Math.min(wanted, fitting))
  if (covered === 0) return yield pause('sending', Math.max(1, stopsAt(working) - world.nowMs()))
  const strike = strikes(process.fate, 'sending')
  const planned = strike === null ? covered : world.random.below(covered + 1)
  const downNow = process.fate.type === 'outage' && (process.fate.after -= 1) < 0
  const fromMs = world.nowMs()
  world.watch.send?.(world, process)
  const volleyed = { account, fromMs, stepMs: msPerSend, count: planned, usdMicrosEach: usdMicros }
  const { sent, isRefused } = planned === 0 ? { sent: 0, isRefused: false } : world.provider.receive(volleyed)
  leg.spend(sent)
  world.tally.addOf(fromMs, holder.pipeline, { sends: sent })
  yield { ms: Math.max(1, Math.round(sent * msPerSend)), at: 'sending', strike }
  if (isRefused) leg.refuse()
  working.isDown ||= isRefused || downNow
  take(working, progress, isRefused ? sent - 1 : sent)
}

function take(working: Working, progress: TaskProgress, sends: number): void {
  const { sendsPerCall } = sendCostOf(working.world, working.holder.pipeline)
  const calls = Math.min(progress.remaining(), Math.floor((working.carried + sends) / sendsPerCall + 1e-9))
  working.carried = Math.max(0, working.carried + sends - calls * sendsPerCall)
  working.calls += calls
  progress.absorb(calls)
}

interface Saving {
  readonly task: Task
  readonly progress: TaskProgress
  readonly wrap: string | null
}

function save(working: Working, { task, progress, wrap: reason }: Saving): void {
  const { world, leg, calls } = working
  const units = progress.units()
  const before = totalsOf(world.book.task(task.pipeline, task.id)?.units ?? []).accepted
  const accepted = Math.max(0, totalsOf(units).accepted - before)
  const activeMs = Math.max(0, world.nowMs() - working.savedMs)
  working.calls = 0
  working.savedMs = world.nowMs()
  const tally = { task: task.id, units, activeMs, spent: {}, results: calls > 0 }
  if (leg.checkpoint({ tally, calls, accepted, wrap: reason }) === 'lost') return
  world.tally.add(world.nowMs(), { accepted })
  world.tally.addOf(world.nowMs(), task.pipeline, { accepted })
}

/** Finishes a wrap that a killed process left. */
export function* finishLeftWrap(world: World, start: LegStart, reason: string): Steps {
  const { holder } = start
  const leg = createSimulatedLeg(world, { ...start, cost: sendCostOf(world, holder.pipeline) })
  const { task: id } = world.book.pipeline(holder.pipeline)
  const task = id === null ? undefined : world.book.task(holder.pipeline, id)
  if (task !== undefined) {
    const units = createProgress(world, task).units()
    if ((yield* deliver(world, { holder, task, units }, null)).type === 'lost') return leave(leg)
  }
  yield* wrap(world, leg, { reason, isSaved: false })
}
