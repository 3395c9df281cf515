import { newTask } from '../session/task-book.ts'
import type { Plan } from '../orchestrator/plan.ts'
import { githubRequests, jobMinutes, jobStartMs } from './costs.ts'
import { buryDead, startProcess } from './session.ts'
import { createPlanning } from './remembered-plan.ts'
import type { World } from './world.ts'

const minuteMs = 60_000
const hourMs = 3_600_000

/** Adds tasks that wait, as people approve them. */
export function addTasks(world: World, pipeline: string, count: number): void {
  const now = world.now()
  const first = world.queued
  world.queued += count
  const tasks = Array.from({ length: count }, (_, index) => {
    const id = `task-${String(first + index + 1).padStart(5, '0')}`
    return newTask(
      { pipeline, id, title: id, priority: 'p1', order: first + index },
      { issue: first + index + 1, body: '', createdAt: now, redoes: null },
    )
  })
  if (count > 0) world.book.apply({ type: 'add-tasks', operation: `add-tasks/${first}`, pipeline, now, tasks })
}

/** What is proposed where a queue runs low, and approved after as long as a review takes. */
function propose(world: World, pipeline: string): void {
  const { proposeBelow, maxProposals } = world.config().plan
  const made = world.yieldOf(pipeline)
  const open = world.proposals.get(pipeline) ?? 0
  if (made === undefined || made.type === 'integration' || open > 0) return
  if (world.book.countPending(pipeline) >= proposeBelow) return
  world.proposals.set(pipeline, maxProposals)
  world.tally.add(world.nowMs(), { githubRequests: maxProposals * githubRequests.proposal })
  const delayMs = world.random.logNormal(world.model.reviewing.delayHours, 0.5) * hourMs
  world.timeline.at(world.nowMs() + delayMs, () => {
    world.proposals.set(pipeline, 0)
    addTasks(world, pipeline, maxProposals)
  })
}

function countRests(world: World, plan: Plan, hours: number): void {
  for (const { pipeline, decision } of plan.pipelines)
    if (decision.type === 'rest' && decision.reason !== 'held')
      world.tally.rested(world.nowMs(), pipeline, { reason: decision.reason, hours })
}

/** Plans, and starts the jobs of what can work. */
function tick(world: World, plan: Plan, hours: number): void {
  buryDead(world)
  world.watch.tick?.(world, plan)
  countRests(world, plan, hours)
  world.tally.add(world.nowMs(), { githubRequests: githubRequests.tick, runnerMinutes: jobMinutes.tick })
  if (world.model.beginning.proposals) for (const { pipeline } of plan.pipelines) propose(world, pipeline)
  for (const pipeline of plan.start) {
    const startsMs = world.nowMs() + jobStartMs * (0.5 + world.random.fraction())
    world.timeline.at(startsMs, () => startProcess(world, pipeline, false))
  }
}

/** Ticks to the end: each comes late, not at all, or twice. */
export function scheduleTicks(world: World, endMs: number): void {
  const { everyMinutes, lateMinutes, dropped, twice } = world.model.cron
  const hours = everyMinutes / 60
  const planNow = createPlanning(world)
  const next = (dueMs: number): void => {
    if (dueMs >= endMs) return
    const nextMs = dueMs + everyMinutes * minuteMs
    world.timeline.at(dueMs, () => next(nextMs))
    if (world.random.chance(dropped)) return
    const lateMs = world.random.exponential(lateMinutes) * minuteMs
    world.timeline.at(dueMs + lateMs, () => tick(world, planNow(), hours))
    if (world.random.chance(twice))
      world.timeline.at(dueMs + lateMs + world.random.fraction() * minuteMs, () => tick(world, planNow(), 0))
  }
  next(world.nowMs())
}
