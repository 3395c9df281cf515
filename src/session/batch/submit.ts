import { messageOf } from '../../domain/errors.ts'
import type { IntendingSlots, SlotChange } from '../../domain/operation.ts'
import type { Slot } from '../../domain/slot.ts'
import type { SubmitWork } from '../../domain/work.ts'
import { ModelError, type ModelFailure } from '../../models/model-error.ts'
import { renderDisplay, taskOfWork } from './display.ts'
import { isSubmit, type Held } from './held-tasks.ts'
import { worstOfJob } from './job-cost.ts'
import { cancel, lookAfter } from './look-after.ts'
import { stopOf, type Round } from './round.ts'
import { isAlive } from './survey.ts'

/** What became of filling the slots. */
export interface Submitted {
  /** Work that could not be submitted though it waits. */
  readonly starved: boolean
  /** Members whose dollars have no room for a job. */
  readonly poor: ReadonlySet<string>
}

/** The provider's answer to this very job; to another one it may say otherwise. */
const ownFailures: ReadonlySet<ModelFailure> = new Set(['bad-request', 'content-blocked'])

interface Filling {
  readonly round: Round
  readonly poor: Set<string>
  /** Tasks that were begun in this session. */
  readonly begun: Set<string>
  /** Works that are not tried again in this session. */
  readonly passed: Set<string>
  /** Works whose jobs were taken in this session. */
  readonly taken: Set<string>
}

/** Gives jobs to the least busy members until the line is reached, nothing waits, or nobody takes any. */
export async function fillSlots(round: Round): Promise<Submitted> {
  const filling: Filling = { round, poor: new Set(), begun: new Set(), passed: new Set(), taken: new Set() }
  let created = 0
  for (;;) {
    const intents = await planIntents(filling)
    if (intents.length === 0 || stopOf(round) !== undefined) break
    await round.slots.intend({ slots: intents.map(({ intent }) => intent), units: await unitsOf(round, intents) })
    const taken = new Set(round.slots.board().slots.map(slot => slot.display))
    const [granted, left] = [
      intents.filter(({ intent }) => taken.has(intent.display)),
      intents.filter(({ intent }) => !taken.has(intent.display)),
    ]
    for (const { intent } of left) filling.poor.add(intent.member)
    created += await createAll(filling, granted)
  }
  if (created > 0 && stopOf(round) === undefined) await keepToLine(round)
  const waits = round.tasks.waiting().length > 0 || (await worksInProgress(round)).length > 0
  const starved = waits && stopOf(round) === undefined
  if (starved !== round.slots.board().starved && !round.slots.isLost())
    await round.slots.record({ changes: [], others: {}, starved })
  return { starved, poor: filling.poor }
}

/** How the units of the tasks stand that jobs are made of, so that they are known from the first job on. */
async function unitsOf({ tasks }: Round, intents: readonly Intent[]): Promise<IntendingSlots['units']> {
  const held = await Promise.all([...new Set(intents.map(({ intent }) => intent.task))].map(task => tasks.get(task)))
  return Object.fromEntries(held.flatMap(each => (each === undefined ? [] : [[each.task.id, each.run.units()] as const])))
}

async function worksInProgress(round: Round): Promise<SubmitWork[]> {
  const inSlots = new Set(round.slots.board().slots.map(slot => slot.work))
  const worksOf = ({ run }: Held) => run.next().filter(isSubmit)
  return (await round.tasks.inProgress()).flatMap(worksOf).filter(({ id }) => !inSlots.has(id))
}

/** Works that wait for a slot: those of tasks in progress first, then of the next tasks by priority, which are started for it. */
async function waitingWorks({ round, passed, begun }: Filling, most: number): Promise<readonly SubmitWork[]> {
  const { tasks, holder } = round
  const waiting = async () => (await worksInProgress(round)).filter(({ id }) => !passed.has(id))
  let works = await waiting()
  for (const task of tasks.waiting()) {
    if (works.length >= most || begun.size === round.maxTasks || stopOf(round) !== undefined) break
    const held = await tasks.start(task, holder)
    if (held === undefined) continue
    begun.add(task.id)
    round.setup.report({ type: 'task', task: task.id, title: task.title, resumedCalls: 0 })
    works = await waiting()
  }
  return works.slice(0, most)
}

interface Intent {
  readonly intent: IntendingSlots['slots'][number]
  readonly work: SubmitWork
}

async function planIntents(filling: Filling): Promise<readonly Intent[]> {
  const { round, poor } = filling
  const { slots, members, setup } = round
  const open = setup.batch.members.filter(({ account }) => members.refuses(account) === undefined && !poor.has(account))
  const { line, used } = slots.budget()
  if (open.length === 0 || used >= line) return []
  const board = slots.board()
  const busy = new Map(
    open.map(({ account }) => [
      account,
      board.slots.filter(slot => slot.member === account).length + (board.others[account] ?? 0),
    ]),
  )
  const busyOfMember = (account: string): number => busy.get(account) ?? 0
  return (await waitingWorks(filling, line - used)).flatMap((work): Intent[] => {
    const member = open.toSorted((a, b) => busyOfMember(a.account) - busyOfMember(b.account))[0]
    if (member === undefined) return []
    busy.set(member.account, busyOfMember(member.account) + 1)
    const attempt = (board.attempts[work.id] ?? 0) + 1
    const display = renderDisplay(round.owner, { work: work.id, attempt })
    const usdMicros = worstOfJob(member.costing, work)
    return [{ work, intent: { work: work.id, task: taskOfWork(work.id), attempt, member: member.account, display, usdMicros } }]
  })
}

/** Creates the jobs of intended slots and commits their names at once; gives how many were created, or may have been. */
async function createAll(filling: Filling, intents: readonly Intent[]): Promise<number> {
  const { slots } = filling.round
  const changes: SlotChange[] = []
  let created = 0
  for (const { intent, work } of intents) {
    const change = await create(filling, { intent, work })
    if (change !== undefined) changes.push(change)
    if (change?.type !== 'refused') created += 1
  }
  if (changes.length > 0) await slots.record({ changes, others: {}, starved: null })
  return created
}

/** Undefined where nobody can tell whether there is a job now: the slot stays intended until listings show it. */
async function create(filling: Filling, { intent, work }: Intent): Promise<SlotChange | undefined> {
  const { round, taken } = filling
  const { setup, slots, members } = round
  const { member, display, attempt } = intent
  const refused: SlotChange = { type: 'refused', work: work.id }
  const provider = members.provider(member)
  if (provider === null || members.refuses(member) !== undefined || stopOf(round) !== undefined || !slots.maySend())
    return refused
  try {
    const job = await provider.submit({ display, model: setup.batch.model, items: work.items }, setup.asked)
    taken.add(work.id)
    return { type: 'named', work: work.id, job: job.name, display, attempt }
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    if (error.sent) {
      members.refuse(member, `a job may or may not have been made: ${messageOf(error)}`)
      return undefined
    }
    if (ownFailures.has(error.failure)) await passOver(filling, { intent, error })
    else members.refuse(member, messageOf(error))
    return refused
  }
}

/**
 * A job that its provider will not have is not tried again in this session. Where the provider takes others of ours, it is the job's own
 * fault, and a person must look; else it may be the model's name, and no task is to suffer for it.
 */
async function passOver(
  { round, passed, taken }: Filling,
  { intent, error }: Pick<Intent, 'intent'> & { readonly error: ModelError },
): Promise<void> {
  const { setup, slots, tasks, holder } = round
  const { work, member } = intent
  passed.add(work)
  setup.report({ type: 'warning', message: `${member} refuses ${work}: ${messageOf(error)}` })
  if (taken.size === 0 && !slots.board().slots.some(slot => slot.job !== null)) return
  await tasks.block(intent.task, { holder, reason: `${member} refuses ${work}: ${messageOf(error)}` })
}

/** Looks again: where another repository filled the same slots meanwhile, our newest jobs are called off until the line holds. */
async function keepToLine(round: Round): Promise<void> {
  const { slots } = round
  const views = await lookAfter(round)
  const { line, used } = slots.budget()
  const job = (slot: Slot) =>
    views.find(({ member }) => member.account === slot.member)?.listing?.jobs.find(({ name }) => name === slot.job)
  const ours = slots.board().slots.filter(slot => {
    const found = job(slot)
    return found === undefined ? slot.state === 'created' : isAlive(found)
  })
  // Slots stand in the order in which they were taken.
  const excess = ours.slice(Math.max(0, ours.length - Math.max(0, used - line)))
  if (excess.length === 0) return
  // Committed first: a job that is called off and has no slot is nobody's failure.
  await slots.record({ changes: excess.map(({ work }) => ({ type: 'withdrawn', work })), others: {}, starved: true })
  for (const slot of excess)
    if (slot.job !== null && !slots.isLost()) await cancel(round, { name: slot.job, member: slot.member })
}
