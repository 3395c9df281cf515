import type { WrapReason } from '../domain/decide.ts'
import type { Instant } from '../domain/instant.ts'
import { meterWords, type Holder } from '../domain/ledger.ts'
import type { EndingTask, Operation } from '../domain/operation.ts'
import { maxAttempts, mayFollow, nextTask, type Task } from '../domain/task.ts'
import { isReviewFull } from './availability.ts'
import { deliver, type DeliverySetup } from './deliver.ts'
import { discoverMore } from './discovered.ts'
import type { FlowEnd } from './flow.ts'
import type { Issue } from '../forge/forge.ts'
import { createLeg, type Leg } from './leg.ts'
import { settleOwnMerges } from './own-merges.ts'
import { project } from './projection.ts'
import type { RunResult } from './result.ts'
import type { Provider, RunOptions, SessionSetup } from './session-setup.ts'
import { totalsOf, withoutDelivered } from './task-run.ts'
import { workOnRun } from './work-on-run.ts'
import { leave, leaveSaved, wrap } from './wrap.ts'

interface LegStart {
  readonly holder: Holder
  readonly expiresAt: Instant
}

/** Task after task until a threshold, a deadline, a signal or an empty queue; then the wrap. */
export async function runLeg(
  setup: SessionSetup,
  start: LegStart & Pick<RunOptions, 'deadline' | 'maxTasks' | 'force'> & { readonly issues: ReadonlyMap<number, Issue> },
): Promise<RunResult> {
  const { asked } = setup
  const leg = createLeg({ ...setup, holder: start.holder, expiresAt: start.expiresAt, isStopped: () => asked.aborted })
  const provider = setup.createProvider(request => leg.permit(request))
  const counted = await countAccount(setup, start.holder)
  for (let ended = 0; ; ended += 1) {
    if (ended === start.maxTasks) return await wrap(setup, leg, { reason: 'max-tasks' })
    const down = provider.down()
    // A task may end as the provider goes; the next one, or an empty queue, would not say why.
    if (down !== undefined)
      return await wrap(setup, leg, { reason: wrapText('provider', { provider, leg }), failure: down.actBy })
    const over = ended === 0 ? undefined : overBetweenTasks(setup, start.deadline)
    if (over !== undefined) return await wrapBetweenTasks(setup, leg, over)
    // What a session delivers is read by people too: it begins no task while they have enough, also where a killed session is gone on with.
    const begins = !start.force && (ended > 0 || (await setup.book.pipeline(setup.setting.pipeline)).task === null)
    if (begins && isReviewFull(setup.setting, await setup.countWaitingParts()))
      return await wrap(setup, leg, { reason: 'reviews' })
    const task = await takeTask(
      setup,
      start.holder,
      ended === 0 ? { before: [counted], issues: start.issues } : { before: [], issues: new Map() },
    )
    const reason =
      task === 'lost'
        ? 'lost-claim'
        : task === undefined
          ? 'queue-empty'
          : await workOnTask(setup, { leg, provider, task, deadline: start.deadline })
    if (reason === 'lost-claim') return await leave(setup, leg)
    if (reason === 'asked' && setup.setting.onSignal === 'save') return await leaveSaved(setup, leg)
    if (reason === 'finished' || reason === 'stopped') {
      // What others wrote meanwhile counts for the choice of the next task.
      await setup.book.refresh()
      continue
    }
    return await wrap(setup, leg, { reason: wrapText(reason, { provider, leg }), failure: provider.down()?.actBy })
  }
}

/** Tasks that end as they begin, with nothing to ask, never come to the flow's own look at the time. */
function overBetweenTasks({ asked, clock }: SessionSetup, deadline: Instant | null): 'asked' | 'deadline' | undefined {
  if (asked.aborted) return 'asked'
  return deadline !== null && clock.now() >= deadline ? 'deadline' : undefined
}

async function wrapBetweenTasks(setup: SessionSetup, leg: Leg, reason: 'asked' | 'deadline'): Promise<RunResult> {
  setup.report({ type: 'wrapping', reason })
  if (reason === 'deadline' || setup.setting.onSignal !== 'save') return await wrap(setup, leg, { reason })
  const saving = { tally: null, calls: 0, accepted: 0, rejected: 0, files: [], wrap: reason }
  return (await leg.checkpoint(saving)) === 'lost' ? await leave(setup, leg) : await leaveSaved(setup, leg)
}

/** The reason with what a person wants to know beside it: which meter is used up, what the provider said. */
function wrapText(reason: WrapReason, { provider, leg }: { readonly provider: Provider; readonly leg: Leg }): string {
  if (reason === 'provider') return `provider: ${provider.down()?.message ?? 'unknown'}`
  const meter = leg.exhausted()?.meter
  const isBudget = reason === 'budget' || reason === 'session-budget'
  return isBudget && meter !== undefined && meter !== 'calls' ? `${reason}: ${meterWords[meter]}` : reason
}

/** Adopts what the provider itself counts: more than ours stands, less frees what the dead had reserved. */
async function countAccount({ setting, clock, providerCount }: SessionSetup, holder: Holder): Promise<Operation> {
  const count = await providerCount()
  const now = clock.now()
  return {
    type: 'reconcile-account',
    operation: `${holder.session}/${holder.epoch}/reconcile-account`,
    now,
    pipeline: setting.pipeline,
    account: setting.account,
    pipelines: setting.accountPipelines,
    accountLimits: setting.accountLimits(now),
    ...count,
    settleAfterMs: setting.leaseMs,
  }
}

/** The task that is under way, else the next one by priority; one that was tried too often is set aside for a person. `before` goes into the same commit as its start. */
async function takeTask(
  setup: SessionSetup,
  holder: Holder,
  { before, issues }: { readonly before: readonly Operation[]; readonly issues: ReadonlyMap<number, Issue> },
): Promise<Task | undefined | 'lost'> {
  const { setting, book, clock, forge, taskSettings } = setup
  for (;;) {
    const [pipeline, tasks] = await Promise.all([book.pipeline(setting.pipeline), book.tasks(setting.pipeline)])
    const underWay = tasks.find(each => each.id === pipeline.task && mayFollow(each.status, 'in-progress'))
    const task = underWay ?? nextTask(tasks)
    if (task === undefined && (await discoverMore(setup))) continue
    if (task === undefined) {
      if (before.length > 0) await book.applyAll(before)
      return undefined
    }
    const operation = `${holder.session}/${holder.epoch}/start-task/${task.id}/${clock.now()}`
    const start = { type: 'start-task', operation, now: clock.now(), ...holder, task: task.id, settings: taskSettings } as const
    const started = await book.applyAll([...before, start])
    // A person stopped it in between: look again.
    if (started.type === 'fenced' && started.reason === 'wrong-status') {
      await book.refresh()
      continue
    }
    if (started.type === 'fenced') return 'lost'
    const current = started.state.tasks[task.id] ?? task
    // What waits to be delivered is paid for: setting it aside would only send the next task into the same refusal.
    if (current.attempts <= maxAttempts || current.parts.some(part => part.state === 'intended')) {
      const issue = issues.get(current.issue ?? 0)
      await project(forge, { task: current, agent: setting.agent, ...(issue === undefined ? {} : { issue }) })
      return current
    }
    const reason = `${maxAttempts} attempts ended without progress; look at the handoffs, then \`perpetual tasks unblock ${task.id}\` or \`tasks redo\`.`
    const ended = await book.apply({
      type: 'end-task',
      operation: `${holder.session}/${holder.epoch}/block/${task.id}/${clock.now()}`,
      now: clock.now(),
      ...holder,
      task: task.id,
      status: 'blocked',
      reason,
    })
    if (ended.type === 'fenced') return 'lost'
    await project(forge, { task: ended.state.tasks[task.id] ?? current, agent: setting.agent })
  }
}

interface TaskWork {
  readonly leg: Leg
  readonly provider: Provider
  readonly task: Task
  readonly deadline: Instant | null
}

async function workOnTask(setup: SessionSetup, { leg, provider, task, deadline }: TaskWork): Promise<FlowEnd> {
  const { book, setting, report } = setup
  const run = withoutDelivered(await setup.createRun(task, await book.outcomes(task)), task)
  report({ type: 'task', task: task.id, title: task.title, resumedCalls: totalsOf(run.units()).calls })
  const reason = await workOnRun(setup, { leg, provider, setting, task, run, deadline })
  if (reason === 'lost-claim' || reason === 'stopped') return reason
  if (reason === 'asked' && setting.onSignal === 'save') return reason
  const current = (await book.tasks(setting.pipeline)).find(each => each.id === task.id) ?? task
  const delivery = { ...setup, holder: leg.holder, agent: setting.agent, task: current, run }
  const delivered = await deliver(delivery, reason === 'finished' ? endingOf(delivery) : null)
  if (delivered.type === 'lost') return 'lost-claim'
  const { ended } = delivered
  if (reason !== 'finished' || ended === null) return reason
  if (ended.type === 'fenced') return 'stopped'
  const last = ended.state.tasks[task.id] ?? current
  await project(setup.forge, { task: last, agent: setting.agent })
  await settleOwnMerges(setup, last)
  return 'finished'
}

/** The end of a task whose units have all ended: in review, or blocked where nothing was accepted. */
export function endingOf({ clock, holder, task, run, setting }: DeliverySetup): EndingTask {
  const isEmpty = totalsOf(run.units()).accepted === 0 && !setting.deliversEmptyUnits
  return {
    type: 'end-task',
    operation: `${holder.session}/${holder.epoch}/end-task/${task.id}/${clock.now()}`,
    now: clock.now(),
    ...holder,
    task: task.id,
    status: isEmpty ? 'blocked' : 'in-review',
    reason: isEmpty ? 'No pair passed the gates; the handoff says which gate stopped how many.' : null,
  }
}

/** Finishes a wrap that a killed session left: delivers, hands off, gives the claim back. */
export async function finishLeftWrap(setup: SessionSetup, start: LegStart & { readonly wrap: string }): Promise<RunResult> {
  const { setting, book } = setup
  const leg = createLeg({ ...setup, holder: start.holder, expiresAt: start.expiresAt, isStopped: () => true })
  const pipeline = await book.pipeline(setting.pipeline)
  const task = (await book.tasks(setting.pipeline)).find(each => each.id === pipeline.task)
  if (task !== undefined) {
    const run = await setup.createRun(task, await book.outcomes(task))
    const delivered = await deliver({ ...setup, holder: start.holder, agent: setting.agent, task, run }, null)
    if (delivered.type === 'lost') return await leave(setup, leg)
  }
  return await wrap(setup, leg, { reason: start.wrap })
}
