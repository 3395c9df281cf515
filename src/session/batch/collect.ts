import { messageOf } from '../../domain/errors.ts'
import { toEpochMs } from '../../domain/instant.ts'
import { promptSha256 } from '../../domain/prompt-sha256.ts'
import type { Slot } from '../../domain/slot.ts'
import { statePaths } from '../../domain/state.ts'
import type { BatchItemOutcome, Outcome, SubmitWork } from '../../domain/work.ts'
import type { BatchJob, BatchProvider } from '../../models/batch.ts'
import { ModelError } from '../../models/model-error.ts'
import type { Member } from './batch-parts.ts'
import { isSubmit, type Held } from './held-tasks.ts'
import { spentOnJob } from './job-cost.ts'
import { stopOf, type Round } from './round.ts'
import { isAlive, type View } from './survey.ts'
import { totalsOf } from '../task-run.ts'

/** gRPC's code for what is not there. */
const notFound = 5

/** Takes in what ended: each job's results, its free slot and its dollars in one commit. One that cannot be fetched now waits for the next session. */
export async function collectAll(round: Round, views: readonly View[]): Promise<void> {
  for (const slot of round.slots.board().slots.filter(({ state }) => state === 'terminal')) {
    if (stopOf(round) !== undefined) return
    const provider = round.members.provider(slot.member)
    const member = round.setup.batch.members.find(({ account }) => account === slot.member)
    if (provider === null || member === undefined || slot.job === null) continue
    try {
      await collect(round, { slot, job: slot.job, member, provider, views })
    } catch (error) {
      // Where the state could not be written, nobody knows what stands there: the next session reads it.
      if (!(error instanceof ModelError)) throw error
      if (round.setup.asked.aborted) return
      round.setup.report({ type: 'warning', message: `The results of ${slot.work} wait: ${messageOf(error)}` })
    }
  }
}

interface Collected {
  readonly slot: Slot
  readonly job: string
  readonly member: Member
  readonly provider: BatchProvider
  readonly views: readonly View[]
}

async function collect(round: Round, collected: Collected): Promise<void> {
  const { slots, tasks } = round
  const { slot, job: name } = collected
  const isWanted = (await tasks.standings([slot.work]))(slot.work) === 'wanted'
  const held = isWanted ? await tasks.get(slot.task) : undefined
  const work = held?.run.next().find(each => isSubmit(each) && each.id === slot.work)
  if (held === undefined || work?.type !== 'submit') {
    await slots.record({ changes: [{ type: 'dropped', work: slot.work }], others: {}, starved: null })
    return
  }
  const job = listed(collected) ?? (await collected.provider.get(name, round.setup.asked))
  if (job !== undefined && isAlive(job)) return
  const items = job === undefined ? [] : await collected.provider.results(name, work.items, round.setup.asked)
  const outcome = outcomeOf(round, { slot, work, name, job, items })
  await save(round, { held, outcome, spent: spentOnJob(collected.member.costing, work, outcome.items) })
}

const listed = ({ views, slot, job }: Collected): BatchJob | undefined =>
  views.find(({ member }) => member.account === slot.member)?.listing?.jobs.find(each => each.name === job)

interface Ended {
  readonly slot: Slot
  readonly work: SubmitWork
  readonly name: string
  /** Undefined where the provider does not know it any more. */
  readonly job: BatchJob | undefined
  readonly items: readonly BatchItemOutcome[]
}

type BatchOutcome = Extract<Outcome, { type: 'batch' }>

function outcomeOf({ setup, holder }: Round, { slot, work, name, job, items }: Ended): BatchOutcome {
  const at = setup.clock.now()
  const gone = 'the job is gone with its results'
  const lost = (): BatchItemOutcome[] =>
    work.items.map(({ key, request }) => ({
      key,
      promptSha256: promptSha256(request),
      result: { type: 'error', code: notFound, message: gone },
    }))
  const end = job === undefined || job.state === 'alive' || job.state === 'cancelling' ? 'failed' : job.state
  return {
    version: 1,
    type: 'batch',
    work: work.id,
    unit: '',
    session: holder.session,
    at,
    durationMs: Math.max(0, toEpochMs(at) - toEpochMs(slot.intendedAt)),
    job: name,
    member: slot.member,
    end,
    error: job?.error ?? gone,
    modelRequested: setup.batch.model,
    items: job === undefined ? lost() : [...items],
  }
}

interface Saving {
  readonly held: Held
  readonly outcome: BatchOutcome
  readonly spent: ReturnType<typeof spentOnJob>
}

async function save({ setup, slots }: Round, { held, outcome, spent }: Saving): Promise<void> {
  const { task, run } = held
  const before = totalsOf(run.units())
  run.absorb(outcome)
  const totals = totalsOf(run.units())
  const collecting = {
    work: outcome.work,
    task: task.id,
    units: run.units(),
    calls: Math.max(0, totals.calls - before.calls),
    accepted: Math.max(0, totals.accepted - before.accepted),
    rejected: Math.max(0, totals.rejected - before.rejected),
    spent,
  }
  const path = statePaths.resultFile(task, task.resultFiles + 1)
  const saved = await slots.collect(collecting, { path, text: `${JSON.stringify(outcome)}\n` })
  if (saved === undefined) return
  held.task = saved
  const { used, line } = slots.budget()
  const { calls, callsExpected, accepted, rejected } = totals
  setup.report({ type: 'progress', task: task.id, calls, callsExpected, accepted, rejected, used, line })
}
