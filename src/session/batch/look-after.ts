import { messageOf } from '../../domain/errors.ts'
import type { Slot } from '../../domain/slot.ts'
import type { BatchJob } from '../../models/batch.ts'
import { taskOfWork } from './display.ts'
import { isSubmit } from './held-tasks.ts'
import { worstOfJob } from './job-cost.ts'
import { foundJobs, matchJobs, type FoundJob, type Match, type MatchInput } from './match-jobs.ts'
import type { Round } from './round.ts'
import type { View } from './survey.ts'

/** Brings the board up to date with what the members list: jobs are adopted, found to have ended or to be missing; doubles are cancelled. */
export async function lookAfter(round: Round): Promise<readonly View[]> {
  const { slots, members, tasks } = round
  const views = await members.survey()
  const found = foundJobs(views, round.owner)
  const standingOf = await tasks.standings(found.map(({ work }) => work))
  const known = await knownUnlisted(round, views)
  const costs = await costsOf(
    round,
    found.filter(({ work }) => standingOf(work) === 'wanted'),
  )
  const slotFor = (job: FoundJob): Slot => makeSlot(round, job, costs.get(job.work) ?? 0)
  const match = matchJobs({ board: slots.board(), owner: round.owner, views, standingOf, slotFor, known })
  if (isNews(round, match)) await slots.record({ changes: match.changes, others: match.others, starved: null })
  for (const { job, member } of match.cancels) if (!slots.isLost()) await cancel(round, { name: job.name, member })
  return views
}

/** What changes nothing is not committed; but before a job is called off, it is: by that, one whose claim is gone learns it. */
function isNews({ slots }: Round, { changes, cancels, others }: Match): boolean {
  const before = slots.board().others
  return (
    changes.length > 0 || cancels.length > 0 || Object.entries(others).some(([member, count]) => (before[member] ?? 0) !== count)
  )
}

/** Jobs that a listing leaves out are asked for by their names: listings lag behind, and a page may be missing. */
async function knownUnlisted({ setup, slots, members }: Round, views: readonly View[]): Promise<MatchInput['known']> {
  const known = new Map<string, BatchJob | null>()
  for (const { work, member, job } of slots.board().slots.filter(({ state }) => state === 'created')) {
    const listing = views.find(each => each.member.account === member)?.listing
    if (job === null || !listing || listing.jobs.some(({ name }) => name === job)) continue
    const found = await members
      .provider(member)
      ?.get(job, setup.asked)
      .catch(() => null)
    if (found !== undefined) known.set(work, found)
  }
  return known
}

async function costsOf({ tasks, setup }: Round, found: readonly FoundJob[]): Promise<ReadonlyMap<string, number>> {
  const costs = new Map<string, number>()
  for (const { work: id, member } of found) {
    const costing = setup.batch.members.find(({ account }) => account === member)?.costing
    const work = (await tasks.get(taskOfWork(id)))?.run.next().find(each => each.id === id)
    if (costing !== undefined && work !== undefined && isSubmit(work)) costs.set(id, worstOfJob(costing, work))
  }
  return costs
}

const makeSlot = ({ setup }: Round, { work, attempt, job, member }: FoundJob, usdMicros: number): Slot => ({
  work,
  task: taskOfWork(work),
  attempt,
  member,
  display: job.display,
  state: 'created',
  job: job.name,
  usdMicros,
  intendedAt: setup.clock.now(),
  missingSince: null,
})

/** A job that could not be cancelled is listed the next time, and counts until it has ended. */
export async function cancel(
  { setup, members }: Round,
  { name, member }: { readonly name: string; readonly member: string },
): Promise<void> {
  try {
    await members.provider(member)?.cancel(name, setup.asked)
  } catch (error) {
    if (!setup.asked.aborted)
      setup.report({ type: 'warning', message: `${name} at ${member} could not be cancelled: ${messageOf(error)}` })
  }
}
