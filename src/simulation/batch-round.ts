import { busyOf } from '../domain/slot.ts'
import { githubRequests } from './costs.ts'
import { deliver, endingOf } from './deliver.ts'
import { fillSlots } from './fill-slots.ts'
import { createSimulatedLeg } from './leg.ts'
import { collectAll, lookAfter } from './look-after.ts'
import type { Steps } from './process.ts'
import { inProgress, roomForJobs, type Round } from './round.ts'
import type { LegStart } from './work.ts'
import { membersOf, type World } from './world.ts'
import { leave, wrap } from './wrap.ts'

/** One session of a batch pipeline: it looks after its jobs, collects, delivers, tops up and ends. */
export function* runRound(world: World, start: LegStart, left: string | null): Steps {
  const { holder } = start
  const { pipeline } = holder
  const made = world.yieldOf(pipeline)
  if (made?.type !== 'batch') return
  const leg = createSimulatedLeg(world, { ...start, cost: { actual: {}, worst: {} } })
  const members = membersOf(world.config(), pipeline)
  const round: Round = { ...start, world, leg, made, members, operations: 0, lost: false }
  world.tally.add(world.nowMs(), { githubRequests: githubRequests.batchRound })
  const reason = left ?? (yield* work(round))
  if (round.lost || !(yield* finishTasks(round))) return leave(leg)
  yield* wrap(world, leg, { reason, isSaved: false })
  const busy = busyOf(world.book.board(pipeline))
  if (busy > 0) world.tally.used(world.nowMs(), pipeline, busy / (busy + roomForJobs(round)))
}

function* work(round: Round): Steps<string> {
  lookAfter(round)
  yield* collectAll(round)
  if (round.lost || !(yield* finishTasks(round))) return 'lost-claim'
  const starved = yield* fillSlots(round)
  if (roomForJobs(round) <= 0) return 'slots'
  return starved ? 'budget: dollars' : 'waiting'
}

/** Delivers tasks that are over, and of the others what has ended, unless jobs of theirs are alive. False once the claim is lost. */
function* finishTasks(round: Round): Steps<boolean> {
  const { world, holder } = round
  const busy = new Set(world.book.board(holder.pipeline).slots.map(slot => slot.task))
  for (const task of inProgress(round)) {
    const isOver = task.units.length > 0 && task.units.every(({ ended }) => ended)
    if (!isOver && busy.has(task.id) && !task.parts.some(({ state }) => state === 'intended')) continue
    const delivery = { holder, task, units: task.units }
    if ((yield* deliver(world, delivery, isOver ? endingOf(world, delivery) : null)).type === 'lost') return false
  }
  return true
}
