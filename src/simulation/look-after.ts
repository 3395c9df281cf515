import type { Slot } from '../domain/slot.ts'
import { taskOfWork } from '../session/batch/display.ts'
import { matchJobs, type FoundJob, type Standing } from '../session/batch/match-jobs.ts'
import { totalsOf } from '../session/task-run.ts'
import { jobsOf, unitsAfter } from './batch-jobs.ts'
import { githubRequests, requestMs } from './costs.ts'
import { pause, type Steps } from './process.ts'
import { inProgress, noteLost, ownerOf, record, shared, type Round } from './round.ts'

/** Brings the board up to date with what the providers list, by the rules of a real session. */
export function lookAfter(round: Round): void {
  const { world, holder, made } = round
  const board = world.book.board(holder.pipeline)
  const views = round.members.map(account => ({
    member: { account },
    listing: { complete: true, jobs: world.provider.jobs(account, world.nowMs()) },
  }))
  const wanted = new Set(inProgress(round).flatMap(task => jobsOf(world, made, task).map(({ id }) => id)))
  const standingOf = (id: string): Standing => {
    if (world.book.task(holder.pipeline, taskOfWork(id)) === undefined) return 'unknown'
    return wanted.has(id) ? 'wanted' : 'done'
  }
  const slotFor = ({ work: id, attempt, job, member }: FoundJob): Slot => ({
    work: id,
    task: taskOfWork(id),
    attempt,
    member,
    display: job.display,
    state: 'created',
    job: job.name,
    usdMicros: made.worstUsdMicrosPerUnit * made.unitsPerJob,
    intendedAt: world.now(),
    missingSince: null,
  })
  const match = matchJobs({ board, owner: ownerOf(round), views, standingOf, slotFor, known: new Map() })
  const isNews = Object.entries(match.others).some(([member, count]) => (board.others[member] ?? 0) !== count)
  if (match.changes.length > 0 || match.cancels.length > 0 || isNews) record(round, match.changes, { others: match.others })
  if (!round.lost) for (const { job } of match.cancels) world.provider.cancel(job.name)
}

/** Each job's results, its free slot and its dollars in one commit. */
export function* collectAll(round: Round): Steps {
  const { world, holder, made } = round
  for (const slot of world.book.board(holder.pipeline).slots.filter(({ state }) => state === 'terminal')) {
    if (round.lost) return
    const task = world.book.task(holder.pipeline, slot.task)
    const job = task?.status === 'in-progress' ? jobsOf(world, made, task).find(({ id }) => id === slot.work) : undefined
    const found = slot.job === null ? undefined : world.provider.find(slot.job)
    if (task === undefined || job === undefined) {
      record(round, [{ type: 'dropped', work: slot.work }])
      continue
    }
    const units = unitsAfter(world, task, { job, succeeded: found?.succeeds === true && !found.isCancelled })
    const accepted = totalsOf(units).accepted - totalsOf(task.units).accepted
    const result = world.book.apply({
      type: 'collect-slot',
      ...shared(round),
      work: slot.work,
      task: task.id,
      units,
      calls: job.units.length,
      accepted,
      rejected: 0,
      spent: { calls: job.units.length, usdMicros: found?.usdMicros ?? slot.usdMicros },
    })
    noteLost(round, result)
    if (result.type === 'changed') {
      world.tally.add(world.nowMs(), { accepted, githubRequests: githubRequests.checkpoint })
      world.tally.addOf(world.nowMs(), holder.pipeline, { accepted })
      if (slot.job !== null) world.provider.forget(slot.job)
    }
    yield pause('collected', requestMs)
  }
}
