import type { IntendingSlots, SlotChange } from '../domain/operation.ts'
import type { Task } from '../domain/task.ts'
import { guardedUntil, isReviewFull } from '../session/availability.ts'
import { renderDisplay } from '../session/batch/display.ts'
import { jobsOf, type JobWork } from './batch-jobs.ts'
import { githubRequests, requestMs } from './costs.ts'
import { pause, type Steps } from './process.ts'
import { inProgress, noteLost, ownerOf, record, roomForJobs, shared, slotLimitNow, type Round } from './round.ts'
import { unitsOf } from './task-progress.ts'

const hourMs = 3_600_000

/** Whether tasks may be begun: not while reviewers have enough to read. */
const begins = ({ world, holder, force }: Round): boolean =>
  force || !isReviewFull(world.setting(holder.pipeline), world.book.waitingParts())

/** Works that wait for a slot: those of tasks in progress first, then of the next tasks, which are begun for it. */
function waitingWorks(round: Round, most: number): readonly JobWork[] {
  const { world, holder, made } = round
  const worksOf = (task: Task): readonly JobWork[] => {
    const taken = new Set(world.book.board(holder.pipeline).slots.map(slot => slot.work))
    return jobsOf(world, made, task).filter(({ id }) => !taken.has(id))
  }
  let works = inProgress(round).flatMap(worksOf)
  while (begins(round) && works.length < most) {
    const next = world.book.hot(holder.pipeline).find(({ status }) => status === 'pending')
    if (next === undefined) break
    const operation = `${holder.session}/${holder.epoch}/start-task/${next.id}/${world.now()}`
    const start = { type: 'start-task', operation, now: world.now(), ...holder, task: next.id, settings: {} } as const
    const started = world.book.apply(start)
    noteLost(round, started)
    if (started.type !== 'changed') break
    world.tally.add(world.nowMs(), { githubRequests: githubRequests.task })
    works = inProgress(round).flatMap(worksOf)
  }
  return works.slice(0, most)
}

interface Intent {
  readonly work: JobWork
  readonly slot: IntendingSlots['slots'][number]
}

/** Which job goes to which member: always the least busy one that is not known to have no dollars left. */
function planIntents(round: Round, poor: ReadonlySet<string>): readonly Intent[] {
  const { world, holder, made } = round
  const board = world.book.board(holder.pipeline)
  const isGuarded = (account: string): boolean => guardedUntil(world.setting(holder.pipeline, account), world.now()) !== null
  const open = round.members.filter(account => !poor.has(account) && !isGuarded(account))
  const room = roomForJobs(round)
  if (open.length === 0 || room <= 0) return []
  const busy = new Map(open.map(account => [account, board.slots.filter(slot => slot.member === account).length]))
  return waitingWorks(round, room).flatMap((job): readonly Intent[] => {
    const member = open.toSorted((a, b) => (busy.get(a) ?? 0) - (busy.get(b) ?? 0))[0]
    if (member === undefined) return []
    busy.set(member, (busy.get(member) ?? 0) + 1)
    const attempt = (board.attempts[job.id] ?? 0) + 1
    const display = renderDisplay(ownerOf(round), { work: job.id, attempt })
    const usdMicros = made.worstUsdMicrosPerUnit * job.units.length
    return [{ work: job, slot: { work: job.id, task: job.task, attempt, member, display, usdMicros } }]
  })
}

/** Gives jobs to members until the line is reached, nothing waits or nobody has dollars; true where work is left. */
export function* fillSlots(round: Round): Steps<boolean> {
  const { world, holder } = round
  const poor = new Set<string>()
  for (;;) {
    const intents = round.lost ? [] : planIntents(round, poor)
    if (intents.length === 0) break
    const tasks = intents.map(({ slot }) => ({ pipeline: holder.pipeline, id: slot.task }))
    const units = Object.fromEntries(tasks.map(task => [task.id, unitsOf(world, task)] as const))
    const limit = slotLimitNow(round)
    const slots = intents.map(({ slot }) => slot)
    noteLost(round, world.book.apply({ type: 'intend-slots', ...shared(round), slots, limit, units }))
    yield pause('intended', requestMs)
    const taken = new Set(world.book.board(holder.pipeline).slots.map(({ display }) => display))
    for (const { slot } of intents) if (!taken.has(slot.display)) poor.add(slot.member)
    yield* createAll(
      round,
      intents.filter(({ slot }) => taken.has(slot.display)),
    )
  }
  const isLeft = begins(round) && (world.book.countPending(holder.pipeline) > 0 || waitingWorks(round, 1).length > 0)
  if (isLeft !== world.book.board(holder.pipeline).starved) record(round, [], { starved: isLeft })
  return poor.size > 0
}

/** Creates the jobs of intended slots, and commits their names. */
function* createAll(round: Round, intents: readonly Intent[]): Steps {
  const { world, made, process } = round
  const changes: SlotChange[] = []
  for (const { slot, work: job } of intents) {
    if (round.lost || world.now() >= round.leg.sendUntil()) break
    world.watch.send?.(world, process)
    const name = world.provider.submit({
      display: slot.display,
      account: slot.member,
      createdMs: world.nowMs(),
      endsMs: world.nowMs() + world.random.logNormal(made.jobHours.median, made.jobHours.sigma) * hourMs,
      succeeds: !world.random.chance(made.failed),
      usdMicros: made.usdMicrosPerUnit * job.units.length,
    })
    changes.push({ type: 'named', work: slot.work, job: name, display: slot.display, attempt: slot.attempt })
    world.tally.addOf(world.nowMs(), round.holder.pipeline, { sends: 1 })
    yield pause('job-made', requestMs)
  }
  if (changes.length > 0) record(round, changes)
}
