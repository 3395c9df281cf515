import type { IntendingSlots, SlotChange } from '../domain/operation.ts'
import { busyOf, type Slot } from '../domain/slot.ts'
import { lineOf, openLedger } from '../domain/ledger.ts'
import type { Task } from '../domain/task.ts'
import type { Transition } from '../domain/transition.ts'
import { guardedUntil, isReviewFull } from '../session/availability.ts'
import { jobOwnerOf, renderDisplay, taskOfWork } from '../session/batch/display.ts'
import { foundJobs, matchJobs, type Standing } from '../session/batch/match-jobs.ts'
import { totalsOf } from '../session/task-run.ts'
import { jobsOf, unitsAfter, type JobWork } from './batch-jobs.ts'
import { githubRequests, requestMs } from './costs.ts'
import { deliver, endingOf } from './deliver.ts'
import { createSimulatedLeg, type SimulatedLeg } from './leg.ts'
import type { BatchYield } from './model.ts'
import { pause, type Steps } from './process.ts'
import { slotLimitOf } from './survey.ts'
import { unitsOf } from './task-progress.ts'
import type { LegStart } from './work.ts'
import { membersOf, type World } from './world.ts'
import { leave, wrap } from './wrap.ts'

const repositoryId = 'simulated'
const hourMs = 3_600_000

/** What the steps of one round share. */
interface Round extends LegStart {
  readonly world: World
  readonly leg: SimulatedLeg
  readonly made: BatchYield
  readonly members: readonly string[]
  operations: number
  lost: boolean
}

const shared = (round: Round) => {
  const { world, holder, members } = round
  const now = world.now()
  round.operations += 1
  const limits = members.map(account => [account, world.setting(holder.pipeline, account).accountLimits(now)] as const)
  return {
    operation: `${holder.session}/${holder.epoch}/slots-${round.operations}`,
    now,
    ...holder,
    leaseMs: world.setting(holder.pipeline).leaseMs,
    accountLimits: Object.fromEntries(limits),
  }
}

/** Once the claim is lost, nothing more is written. */
function noteLost(round: Round, result: Transition): void {
  if (result.type === 'fenced') round.lost ||= result.reason === 'old-epoch'
}

function record(
  round: Round,
  changes: readonly SlotChange[],
  rest: { others?: Record<string, number>; starved?: boolean | null } = {},
): void {
  if (round.lost) return
  const { others = {}, starved = null } = rest
  noteLost(round, round.world.book.apply({ type: 'record-slots', ...shared(round), changes, others, starved }))
}

const inProgress = ({ world, holder }: Round): readonly Task[] =>
  world.book.hot(holder.pipeline).filter(({ status }) => status === 'in-progress')

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
  const board = world.book.board(pipeline)
  const line = lineOf(openLedger(slotLimitOf(world.config().pipelines[pipeline]), null))
  if (line > 0) world.tally.used(world.nowMs(), pipeline, busyOf(board) / line)
}

function* work(round: Round): Steps<string> {
  lookAfter(round)
  yield* collectAll(round)
  if (round.lost || !(yield* finishTasks(round))) return 'lost-claim'
  const starved = yield* fillSlots(round)
  const board = round.world.book.board(round.holder.pipeline)
  if (busyOf(board) >= lineOf(openLedger(slotLimitOf(round.world.config().pipelines[round.holder.pipeline]), null)))
    return 'slots'
  return starved ? 'budget: dollars' : 'waiting'
}

/** Brings the board up to date with what the providers list, by the rules of a real session. */
function lookAfter(round: Round): void {
  const { world, holder, made } = round
  const owner = jobOwnerOf(repositoryId, holder.pipeline)
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
  const slotFor = ({ work: id, attempt, job, member }: ReturnType<typeof foundJobs>[number]): Slot => ({
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
  const match = matchJobs({ board, owner, views, standingOf, slotFor, known: new Map() })
  const isNews = Object.entries(match.others).some(([member, count]) => (board.others[member] ?? 0) !== count)
  if (match.changes.length > 0 || match.cancels.length > 0 || isNews) record(round, match.changes, { others: match.others })
  if (!round.lost) for (const { job } of match.cancels) world.provider.cancel(job.name)
}

/** Each job's results, its free slot and its dollars in one commit. */
function* collectAll(round: Round): Steps {
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
    const units = unitsAfter(world, task, job, found?.succeeds === true && !found.isCancelled)
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
  const room = lineOf(openLedger(slotLimitOf(world.config().pipelines[holder.pipeline]), null)) - busyOf(board)
  if (open.length === 0 || room <= 0) return []
  const busy = new Map(open.map(account => [account, board.slots.filter(slot => slot.member === account).length]))
  return waitingWorks(round, room).flatMap((job): readonly Intent[] => {
    const member = open.toSorted((a, b) => (busy.get(a) ?? 0) - (busy.get(b) ?? 0))[0]
    if (member === undefined) return []
    busy.set(member, (busy.get(member) ?? 0) + 1)
    const attempt = (board.attempts[job.id] ?? 0) + 1
    const display = renderDisplay(jobOwnerOf(repositoryId, holder.pipeline), { work: job.id, attempt })
    const usdMicros = made.worstUsdMicrosPerUnit * job.units.length
    return [{ work: job, slot: { work: job.id, task: job.task, attempt, member, display, usdMicros } }]
  })
}

/** Gives jobs to members until the line is reached, nothing waits or nobody has dollars; true where work is left. */
function* fillSlots(round: Round): Steps<boolean> {
  const { world, holder } = round
  const poor = new Set<string>()
  for (;;) {
    const intents = round.lost ? [] : planIntents(round, poor)
    if (intents.length === 0) break
    const tasks = intents.map(({ slot }) => ({ pipeline: holder.pipeline, id: slot.task }))
    const units = Object.fromEntries(tasks.map(task => [task.id, unitsOf(world, task)] as const))
    const limit = slotLimitOf(world.config().pipelines[holder.pipeline])
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
