import { plusMs } from '../domain/instant.ts'
import { runRound } from './batch-round.ts'
import { githubRequests } from './costs.ts'
import { addDiscovered } from './discovered.ts'
import { drawFate, pause, strikes, type Pause, type Process, type Steps } from './process.ts'
import { reconcile } from './reviews.ts'
import { lookAt } from './survey.ts'
import type { World } from './world.ts'
import { finishLeftWrap, runLeg } from './work.ts'

/** Where the end of a run can be proven at once. */
const provable = 0.7

/** A process that stands still does so for its lease and up to this long, milliseconds: a laptop that was closed. */
const longestStillMs = 6 * 3_600_000

/** Looks, claims, works and wraps, as a real session does. */
function* session(world: World, process: Process, force: boolean): Steps {
  const { pipeline } = process
  const setting = world.setting(pipeline)
  reconcile(world, pipeline)
  const seen = lookAt(world, pipeline, force)
  if (seen.availability.type === 'rest') return
  const now = world.now()
  const isNew = world.book.pipeline(pipeline).session === null
  const claimed = world.book.apply({
    type: 'claim',
    operation: `claim/${process.pid}/${now}`,
    pipeline,
    now,
    holder: { host: 'simulated', pid: process.pid, started: now },
    leaseMs: setting.leaseMs,
    force: force || seen.early,
    deadEpoch: seen.deadEpoch,
  })
  const state = claimed.type === 'changed' ? claimed.state.pipelines[pipeline] : undefined
  if (!state?.claim || !state.session) return
  const holder = { pipeline, session: state.session.id, epoch: state.claim.epoch }
  process.holder = holder
  if (isNew) world.tally.addOf(world.nowMs(), pipeline, { sessions: 1 })
  world.tally.add(world.nowMs(), { githubRequests: githubRequests.session })
  yield pause('claimed', 1)
  addDiscovered(world, pipeline)
  const { maxMinutes } = world.model
  const deadline = maxMinutes === null ? null : plusMs(now, maxMinutes * 60_000)
  const start = { process, holder, deadline, force }
  const left = state.session.wrap?.reason ?? null
  if (world.yieldOf(pipeline)?.type === 'batch') return yield* runRound(world, start, left)
  if (left !== null) return yield* finishLeftWrap(world, start, left)
  return yield* runLeg(world, start)
}

function end(world: World, process: Process): void {
  const minutes = Math.max(1, Math.ceil((world.nowMs() - process.startedMs) / 60_000))
  world.tally.add(world.nowMs(), { runnerMinutes: minutes })
}

/** Lets a session's process run in its time: it pauses, dies, or stands still for longer than its claim holds. */
export function startProcess(world: World, pipeline: string, force: boolean): void {
  world.started += 1
  const isBatch = world.yieldOf(pipeline)?.type === 'batch'
  const process: Process = {
    pipeline,
    pid: world.started,
    startedMs: world.nowMs(),
    fate: drawFate(world.random, world.model.faults, isBatch),
    isForced: force,
    holder: null,
    isProvable: world.random.chance(provable),
    isDead: false,
    unsaved: 0,
  }
  const steps = session(world, process, force)
  world.processes.add(process)
  const { leaseMs } = world.setting(pipeline)

  const sleep = ({ ms, at, strike }: Pause): void => {
    const struck = strike === undefined ? strikes(process.fate, at) : strike
    if (struck === 'killed') return world.timeline.at(world.nowMs() + (at === 'sending' ? ms : 0), die)
    const stillMs = struck === 'suspended' ? leaseMs + world.random.fraction() * longestStillMs : 0
    world.timeline.at(world.nowMs() + ms + stillMs, go)
  }
  const die = (): void => {
    process.isDead = true
    world.changes += 1
    world.watch.killed?.(world, process)
    end(world, process)
  }
  const go = (): void => {
    const next = steps.next()
    if (next.done !== true) return sleep(next.value)
    world.processes.delete(process)
    end(world, process)
  }
  go()
}

/** Those whose claim is not the pipeline's any more prove nothing. */
export function buryDead(world: World): void {
  for (const process of world.processes)
    if (process.isDead && world.book.pipeline(process.pipeline).claim?.epoch !== process.holder?.epoch)
      world.processes.delete(process)
}
