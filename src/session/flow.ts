import { decide, type WrapReason } from '../domain/decide.ts'
import { plusMs, toEpochMs, type Clock, type Instant } from '../domain/instant.ts'
import { statePaths } from '../domain/state.ts'
import type { Task } from '../domain/task.ts'
import type { DirectWork, Outcome } from '../domain/work.ts'
import { handle, type Handled, type Handlers } from './handlers.ts'
import type { Leg } from './leg.ts'
import type { Reporter } from './reporter.ts'
import { checkpointAfterCalls, checkpointAfterMs, outstandingSends, stopGraceMs, type SessionSetting } from './setting.ts'
import { totalsOf, type TaskRun } from './task-run.ts'

export interface FlowSetup {
  readonly leg: Leg
  readonly run: TaskRun
  readonly task: Task
  readonly handlers: Handlers
  readonly clock: Clock
  readonly setting: SessionSetting
  readonly deadline: Instant | null
  /** Aborted when a person or the runner asks to stop. */
  readonly asked: AbortSignal
  /** Why the provider is not to be asked any more; undefined while it is. */
  readonly providerDown: () => string | undefined
  readonly report: Reporter
}

/** How work on a task ended: it came to its end, a person stopped it, or the session must wrap. */
export type FlowEnd = 'finished' | 'stopped' | WrapReason

/** Look-ups are outcomes too, and cost nothing. */
const callsAmong = (outcomes: readonly Outcome[]): number => outcomes.filter(outcome => outcome.type !== 'matches').length

/** How often time is looked at while nothing else happens, milliseconds. */
const tickMs = 250

/** Works on one task until it is finished or the session must wrap; all that was absorbed is saved when this returns, unless the claim is lost. */
export async function workOn(setup: FlowSetup): Promise<FlowEnd> {
  const flow = createFlow(setup)
  try {
    void flow.tick()
    return await flow.loop()
  } finally {
    flow.close()
  }
}

function createFlow({ leg, run, task, handlers, clock, setting, deadline, asked, providerDown, report }: FlowSetup) {
  const inFlight = new Map<string, Promise<void>>()
  const stop = new AbortController()
  const closed = new AbortController()
  let asking = 0
  let pending: Outcome[] = []
  let checkpointing: Promise<void> | null = null
  let finishedWhileSaving = 0
  let failure: { readonly error: unknown } | null = null
  let resultFiles = task.resultFiles
  let savedAt = clock.now()
  // Not what the run shows: a pipeline may end units, or put rows aside, as it begins.
  let saved = totalsOf(task.units)
  let wake: () => void = () => {}
  let queue: readonly DirectWork[] = run.next()

  const absorb = (handled: Handled): void => {
    if (handled.type === 'unfinished') return
    run.absorb(handled.outcome)
    pending.push(handled.outcome)
    queue = run.next()
    const totals = totalsOf(run.units())
    const { used, line } = leg.budget()
    report({
      type: 'progress',
      task: task.id,
      calls: totals.calls,
      callsExpected: totals.callsExpected,
      accepted: totals.accepted,
      rejected: totals.rejected,
      used,
      line,
    })
  }

  const start = (work: DirectWork): void => {
    if (work.type === 'ask') asking += 1
    const done = handle(handlers, work, stop.signal)
      .then(absorb)
      .catch((error: unknown) => {
        failure ??= { error }
      })
      .finally(() => {
        if (work.type === 'ask') {
          asking -= 1
          leg.release(work.request)
        }
        inFlight.delete(work.id)
        wake()
      })
    inFlight.set(work.id, done)
  }

  const runnable = (): readonly DirectWork[] => queue.filter(work => !inFlight.has(work.id))

  /** Starts what may start, in order: look-ups always, questions as far as concurrency and credit go. */
  const startAll = (ready: readonly DirectWork[]): void => {
    for (const work of ready) {
      if (work.type !== 'ask') start(work)
      else if (asking < setting.concurrency && leg.reserve(work.request)) start(work)
      else return
    }
  }

  const save = async (wrap: string | null): Promise<void> => {
    const outcomes = pending
    pending = []
    const now = clock.now()
    const totals = totalsOf(run.units())
    const text = outcomes.map(outcome => `${JSON.stringify(outcome)}\n`).join('')
    const files = outcomes.length === 0 ? [] : [{ path: statePaths.resultFile(task, resultFiles + 1), text }]
    const activeMs = Math.max(0, toEpochMs(now) - toEpochMs(savedAt))
    const before = saved
    resultFiles += files.length
    savedAt = now
    saved = totals
    await leg.checkpoint({
      tally: { task: task.id, units: run.units(), activeMs, spent: {}, results: files.length > 0 },
      calls: callsAmong(outcomes),
      accepted: Math.max(0, totals.accepted - before.accepted),
      rejected: Math.max(0, totals.rejected - before.rejected),
      files,
      wrap,
    })
  }

  const saveInBackground = (): void => {
    checkpointing = save(null)
      .catch((error: unknown) => {
        failure ??= { error }
      })
      .finally(() => {
        finishedWhileSaving = Math.max(callsAmong(pending), finishedWhileSaving * 0.8)
        checkpointing = null
        wake()
      })
  }

  /** Early enough that the next grant is there before the last one is used up, and no later than 25 calls. */
  const dueAfterCalls = (): number => {
    const slack = outstandingSends(setting.concurrency) - setting.concurrency - Math.ceil(finishedWhileSaving) - 2
    const fewest = Math.max(setting.fewestCallsPerCheckpoint, Math.ceil(setting.concurrency / 4))
    return Math.min(checkpointAfterCalls, Math.max(fewest, slack))
  }

  const isCheckpointDue = (): boolean => {
    if (checkpointing !== null || leg.isLost()) return false
    const isUnitEnd = setting.fewestCallsPerCheckpoint === 0 && totalsOf(run.units()).ended > saved.ended
    const calls = callsAmong(pending)
    if (calls >= dueAfterCalls() || isUnitEnd) return true
    const dueAt = plusMs(savedAt, Math.min(checkpointAfterMs, Math.floor(setting.leaseMs / 3)))
    // After a suspend the claim may have lapsed, with nobody there to take it: a checkpoint renews it, or finds it lost.
    if (clock.now() >= dueAt || clock.now() >= leg.sendUntil()) return true
    const isWorthIt = calls >= setting.fewestCallsPerCheckpoint || inFlight.size === 0
    if (asking >= setting.concurrency || !isWorthIt) return false
    const next = runnable().find(work => work.type === 'ask')
    const isStarved = next !== undefined && !leg.covers(next.request)
    return isStarved && (pending.length > 0 || leg.exhausted() === null)
  }

  const step = (ready: readonly DirectWork[]) => {
    const first = ready[0]
    return decide({
      now: clock.now(),
      asked: asked.aborted,
      deadline,
      sendUntil: leg.sendUntil(),
      guarded: leg.isGuarded(),
      provider: providerDown() === undefined ? 'up' : 'down',
      runnable: ready.length,
      inFlight: inFlight.size,
      checkpointing: checkpointing !== null,
      credit: first !== undefined && (first.type !== 'ask' || leg.covers(first.request)) ? 1 : 0,
      exhausted: leg.exhausted()?.reason ?? null,
    })
  }

  /** Lets what is in flight come in: for as long as it takes, but only 2 s once a person asked to stop. */
  const drain = async (): Promise<void> => {
    const done = Promise.all(inFlight.values())
    const stopSoon = async (): Promise<void> => {
      if (!asked.aborted) await new Promise(resolve => asked.addEventListener('abort', resolve, { once: true }))
      await clock.sleep(stopGraceMs, ended.signal)
      stop.abort(new Error('The session was asked to stop'))
    }
    const ended = new AbortController()
    if (leg.isLost()) stop.abort(new Error('The claim is lost'))
    const stopping = stopSoon().catch(() => {})
    await done
    ended.abort()
    if (asked.aborted) await stopping
    while (checkpointing !== null) await checkpointing
  }

  /** Until something has come in, or time is to be looked at again. */
  const wait = (): Promise<void> => new Promise(resolve => (wake = resolve))

  /** One timer for the whole flow: making and calling off one for each wait costs more than all else that a wait does. */
  const tick = async (): Promise<void> => {
    while (!closed.signal.aborted) {
      await clock.sleep(tickMs, closed.signal).catch(() => {})
      wake()
    }
  }

  const throwFailure = (): void => {
    if (failure !== null) throw failure.error
  }

  const loop = async (): Promise<FlowEnd> => {
    for (;;) {
      throwFailure()
      if (leg.isLost()) return await end('lost-claim')
      if (leg.isStopped(task.id)) return await end('stopped')
      if (run.finished() && inFlight.size === 0) return await end('finished')
      const ready = runnable()
      const next = step(ready)
      if (next.type === 'wrap') return await end(next.reason)
      if (next.type === 'work') startAll(ready)
      if (isCheckpointDue()) saveInBackground()
      await wait()
    }
  }

  const end = async (reason: FlowEnd): Promise<FlowEnd> => {
    const isTaskEnd = reason === 'finished' || reason === 'stopped'
    if (!isTaskEnd)
      report({ type: 'wrapping', reason: reason === 'provider' ? `provider: ${providerDown() ?? 'unknown'}` : reason })
    await drain()
    throwFailure()
    const isSaved = isTaskEnd && pending.length === 0 && totalsOf(run.units()).ended === saved.ended
    if (!leg.isLost() && !isSaved) await save(isTaskEnd ? null : reason)
    if (leg.isLost()) return 'lost-claim'
    return leg.isStopped(task.id) ? 'stopped' : reason
  }

  const close = (): void => {
    closed.abort()
    stop.abort(new Error('The flow has ended'))
  }
  return { loop, tick, close }
}
