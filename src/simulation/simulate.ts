import { githubRequests, jobMinutes } from './costs.ts'
import { scheduleInterventions } from './interventions.ts'
import type { SimulationModel, Trace } from './model.ts'
import { createPulls } from './pulls.ts'
import { createRandom } from './random.ts'
import { isOfDatabase, onReviewed } from './reviews.ts'
import { addTasks, scheduleTicks } from './tick.ts'
import { createWorld, type Watch, type World } from './world.ts'

const dayMs = 86_400_000

const pullsOf = (model: SimulationModel, world: () => World) =>
  createPulls({
    random: createRandom(`${model.seed}/reviewers`),
    reviewing: model.reviewing,
    nowMs: () => world().nowMs(),
    at: (ms, happens) => world().timeline.at(ms, happens),
    isOfDatabase: pipeline => isOfDatabase(world(), pipeline),
    onOpened: pull => {
      if (isOfDatabase(world(), pull.pipeline)) world().openOwn.set(pull.number, pull)
    },
    onEnded: pull => {
      world().openOwn.delete(pull.number)
      onReviewed(world(), pull)
    },
  })

/** The report of each day. */
function countReports(world: World, days: number): void {
  for (let day = 0; day < days; day += 1)
    world.tally.add(world.nowMs() + day * dayMs, { githubRequests: githubRequests.report, runnerMinutes: jobMinutes.report })
}

/**
 * Lets days pass on a virtual clock: the planner, the ledgers and every transition of the state are the real ones; models, people, cron
 * and trouble are drawn. The same model brings the same trace.
 */
export function simulate(model: SimulationModel, watch: Watch = {}): Trace {
  const days = simulateDays(model, watch)
  for (;;) {
    const day = days.next()
    if (day.done === true) return day.value
  }
}

/** The same day by day, so that whoever lets it pass may do something else in between. */
export function* simulateDays(model: SimulationModel, watch: Watch = {}): Generator<number, Trace> {
  const world = createWorld(model, watch, now => pullsOf(model, now))
  const startMs = world.nowMs()
  for (const [pipeline, count] of Object.entries(model.beginning.queue)) addTasks(world, pipeline, count)
  countReports(world, model.days)
  scheduleInterventions(world)
  scheduleTicks(world, startMs + model.days * dayMs)
  const isOver = (days: number): boolean => days >= model.days || (model.endsAtGoal === true && world.goalDay !== null)
  let days = 0
  while (!isOver(days)) {
    days += 1
    world.timeline.runUntil(startMs + days * dayMs)
    yield days
  }
  return { days: world.tally.days(days), database: world.database, goalDay: world.goalDay }
}
