import type { ReviewingPart } from '../domain/operation.ts'
import type { Part, Task } from '../domain/task.ts'
import { githubRequests, jobMinutes } from './costs.ts'
import type { SimulatedPull } from './pulls.ts'
import { cardPrefix } from './survey.ts'
import { addRows, type World } from './world.ts'

/** Events of reviews that never arrive, as with a merge queue; the pipeline's next session takes them in. */
const unheard = 0.05

const keptOf = ({ kept }: SimulatedPull): number => kept.reduce((sum, pairs) => sum + pairs, 0)
const isEnded = ({ state }: Pick<Part, 'state'>): boolean => state === 'merged' || state === 'closed'

/** What a merge brings to the default branch, whoever heard of it. */
function bringMerged(world: World, pull: SimulatedPull): void {
  if (pull.state !== 'merged') return
  if (!isOfDatabase(world, pull.pipeline)) {
    for (const [index, { unit }] of pull.units.entries())
      world.inbox.deliver({ folder: pull.task, file: `${pull.task}-${unit}`, pairs: pull.kept[index] ?? 0 })
  } else if (pull.task.startsWith(cardPrefix)) world.inbox.list(Number(pull.task.split('-').at(-1)))
  else {
    addRows(world, keptOf(pull))
    world.inbox.addShards(pull.units.length)
  }
}

export const isOfDatabase = (world: World, pipeline: string): boolean => world.yieldOf(pipeline)?.type === 'integration'

function estimateOf(world: World, task: Task): ReviewingPart['estimate'] {
  const { expectedCallMs, concurrency } = world.setting(task.pipeline)
  const sends = task.units.reduce((sum, unit) => sum + unit.callsExpected, 0)
  return {
    activeMs: { actual: task.activeMs, estimated: Math.ceil((sends * expectedCallMs) / concurrency) },
    sends: { actual: task.spent.calls ?? 0, estimated: sends },
  }
}

function reviewPart(world: World, task: Task, pull: SimulatedPull): void {
  if (pull.state === 'open') return
  const { part } = pull
  world.book.apply({
    type: 'review-part',
    operation: `review/${task.id}/${part}/${pull.state}/${task.status}`,
    pipeline: task.pipeline,
    now: world.now(),
    task: task.id,
    part,
    state: pull.state,
    kept: keptOf(pull),
    edited: keptOf(pull) < pull.pairs,
    estimate: estimateOf(world, task),
  })
}

/** Takes in what people did to a task's parts since the last look. */
export function takeIn(world: World, pipeline: string, id: string): void {
  const task = world.book.task(pipeline, id)
  if (task === undefined) return
  for (const part of task.parts) {
    const pull = part.pull === null ? undefined : world.pulls.find(part.pull)
    if (part.state === 'open' && pull !== undefined) reviewPart(world, task, pull)
  }
  const current = world.book.task(pipeline, id) ?? task
  const last = current.parts.at(-1)
  const pull = last?.pull === undefined || last.pull === null ? undefined : world.pulls.find(last.pull)
  if (current.status === 'in-review' && last !== undefined && pull !== undefined && current.parts.every(isEnded))
    reviewPart(world, current, pull)
}

/** A person merged or closed a part, and the workflow of reviews hears of it, or does not. */
export function onReviewed(world: World, pull: SimulatedPull): void {
  const nowMs = world.nowMs()
  world.changes += 1
  bringMerged(world, pull)
  world.unsettled.set(`${pull.pipeline}/${pull.task}`, pull)
  const { pairs } = pull
  if (!isOfDatabase(world, pull.pipeline))
    world.tally.add(
      nowMs,
      pull.state === 'merged' ? { merged: keptOf(pull), rejected: pairs - keptOf(pull) } : { rejected: pairs },
    )
  if (world.random.chance(unheard)) return
  world.tally.add(nowMs, { githubRequests: githubRequests.review, runnerMinutes: jobMinutes.review })
  settle(world, pull.pipeline, pull.task)
}

function settle(world: World, pipeline: string, id: string): void {
  takeIn(world, pipeline, id)
  const status = world.book.task(pipeline, id)?.status
  if (status === undefined || status === 'completed' || status === 'rejected') world.unsettled.delete(`${pipeline}/${id}`)
}

/** What a session does before it looks: it takes in what nobody heard of. */
export function reconcile(world: World, pipeline: string): void {
  settleOwnMerges(world, pipeline)
  for (const pull of world.unsettled.values()) if (pull.pipeline === pipeline) settle(world, pipeline, pull.task)
}

/** Merges what a pipeline may merge by itself of its open parts. */
export function settleOwnMerges(world: World, pipeline: string): void {
  const settings = world.config().pipelines[pipeline]
  if (settings?.kind !== 'integration' || settings.integration.merge !== 'always') return
  for (const pull of world.openOwn.values()) {
    if (pull.pipeline !== pipeline || pull.state !== 'open') continue
    world.openOwn.delete(pull.number)
    world.pulls.mergeOwn(pull)
    takeIn(world, pipeline, pull.task)
  }
}
