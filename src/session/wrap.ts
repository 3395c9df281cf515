import { messageOf } from '../domain/errors.ts'
import { renderHistoryLine } from '../domain/history.ts'
import { toEpochMs, type Instant } from '../domain/instant.ts'
import { meters, meterWords } from '../domain/ledger.ts'
import { statePaths, type AccountState, type SessionState } from '../domain/state.ts'
import type { Task } from '../domain/task.ts'
import { budgetOf, budgetResetsAt, meteredLedger } from './availability.ts'
import { renderHandoff, type HandoffInput } from './handoff.ts'
import type { Leg } from './leg.ts'
import type { RunResult } from './result.ts'
import { isCutShort, restsUntil } from './schedule.ts'
import type { SessionSetup } from './session-setup.ts'

/** Reasons that are no failure of the task, so that the claim does not count as an attempt. */
const forgivenReasons = new Set([
  'budget',
  'session-budget',
  'deadline',
  'asked',
  'provider',
  'window',
  'queue-empty',
  'max-tasks',
  'waiting',
  'slots',
  'reviews',
])

/** Whether a session that ended for this reason did not fail its task. */
export const isForgiven = (reason: string): boolean => forgivenReasons.has(reason.split(':')[0] ?? '')

/** A claim that was lost: nothing is written but what the leg's own reservations came to. */
export async function leave(setup: SessionSetup, leg: Leg): Promise<RunResult> {
  await leg.settleLost()
  setup.report({
    type: 'warning',
    message: `The claim of ${leg.holder.session} went to another session; this one leaves everything to it.`,
  })
  const session = {
    id: leg.holder.session,
    tasks: [],
    calls: 0,
    accepted: 0,
    rejected: 0,
    deliveries: [],
    spent: { calls: leg.sends() },
  }
  return resultOf(setup, {
    session,
    outcome: 'wrapped',
    reason: 'lost-claim',
    budget: leg.budget(),
    handoff: null,
    next: null,
    minutes: 0,
  })
}

/** What a signal leaves time for on a forge where wrapping takes a while: all is saved and the wrap is marked, so that the next session does it. */
export async function leaveSaved(setup: SessionSetup, leg: Leg): Promise<RunResult> {
  const { session } = await setup.book.pipeline(setup.setting.pipeline)
  if (session === null) return await leave(setup, leg)
  return resultOf(setup, {
    session,
    outcome: 'wrapped',
    reason: 'asked',
    budget: leg.budget(),
    handoff: null,
    next: null,
    minutes: (toEpochMs(setup.clock.now()) - toEpochMs(session.startedAt)) / 60_000,
  })
}

export interface Wrap {
  readonly reason: string
  readonly failure?: 'next-run' | 'fix-config' | 'report-bug' | undefined
  /** Rows for the handoff's table: what the session waits for. */
  readonly notes?: HandoffInput['notes']
  /** Where what the pipeline is metered in stands in no ledger. */
  readonly metered?: HandoffInput['metered']
}

/** The last checkpoint, the handoff document, the comments, and the claim given back. */
export async function wrap(
  setup: SessionSetup,
  leg: Leg,
  { reason, failure, notes = [], metered: told }: Wrap,
): Promise<RunResult> {
  const { setting, book, clock } = setup
  const { holder } = leg
  const saving = { tally: null, calls: 0, accepted: 0, rejected: 0, files: [], wrap: reason }
  if (!leg.isWrapSaved() && (await leg.checkpoint(saving)) === 'lost') return await leave(setup, leg)
  const now = clock.now()
  const state = await book.read({ accounts: [setting.account], pipelines: [setting.pipeline], tasks: [] })
  const { session, claim } = state.pipelines[setting.pipeline] ?? {}
  const account = state.accounts[setting.account]
  // Whoever took the claim over since writes the comments too.
  if (!session || !account || claim?.epoch !== holder.epoch) return await leave(setup, leg)
  const ledger = meteredLedger(setting, { account, session }, now)
  const metered = told ?? (ledger === undefined ? undefined : { ledger, name: meteredName(setting) })
  const isClosed = Object.values(account.ledgers).some(each => each.closed === true)
  const cooldownUntil = restsUntil(setting, {
    startedAt: session.startedAt,
    endedAt: now,
    isCutShort: isCutShort(reason, session),
  })
  const isSpent = isClosed || reason.split(':')[0] === 'budget'
  // Nobody knows when reviewers come.
  const next = reason === 'reviews' ? null : ((isSpent ? lastReset(account) : null) ?? cooldownUntil)
  const tasks = (await book.tasks(setting.pipeline)).filter(task => session.tasks.includes(task.id))
  const input: HandoffInput = {
    pipeline: setting.pipeline,
    agent: setting.agent,
    session,
    reason,
    endedAt: now,
    tasks,
    metered,
    next,
    notes,
  }
  const path = statePaths.handoff(setting.pipeline, session.id)
  await Promise.all(
    tasks.map(task => setup.announce(task, { body: renderHandoff(inputOf(input, task)), pipeline: setting.pipeline })),
  )
  const result = await book.apply(
    {
      type: 'wrap',
      operation: `${holder.session}/${holder.epoch}/wrap`,
      now,
      ...holder,
      account: setting.account,
      task: state.pipelines[setting.pipeline]?.task ?? null,
      cooldownUntil,
      shortOf: meters.find(meter => reason === `budget: ${meterWords[meter]}`) ?? null,
      forgive: isForgiven(reason),
    },
    {
      files: [{ path, text: renderHandoff(input) }],
      line: { path: statePaths.history(now.slice(0, 7)), text: historyLine(setup, { session, reason, now }) },
    },
  )
  if (result.type === 'fenced') return await leave(setup, leg)
  await tidy(setup)
  const outcome = reason === 'queue-empty' || reason === 'max-tasks' ? 'completed' : 'wrapped'
  const minutes = (toEpochMs(now) - toEpochMs(session.startedAt)) / 60_000
  const done = resultOf(setup, {
    session,
    outcome,
    reason,
    budget: budgetOf(metered?.ledger, setting.metered.meter),
    handoff: path,
    next,
    minutes,
  })
  return failure === undefined ? done : { ...done, actBy: failure }
}

const meteredName = ({ account, metered: { scope, meter } }: SessionSetup['setting']): string =>
  scope === 'account' ? `${account} ${meterWords[meter]}` : `${meterWords[meter]} of this session`

/** When the last of an account's windows begins anew; null where none does. */
function lastReset(account: AccountState): Instant | null {
  const resets = Object.values(account.ledgers).flatMap(ledger => budgetResetsAt(ledger) ?? [])
  return resets.toSorted().at(-1) ?? null
}

/** What a task's own comment says: a comment holds 65,536 characters, and a session may have worked on any number of tasks. */
function inputOf(input: HandoffInput, task: Task): HandoffInput {
  const pulls = new Set(task.parts.map(part => part.pull))
  const deliveries = input.session.deliveries.filter(each => pulls.has(each.number))
  return { ...input, tasks: [task], session: { ...input.session, deliveries } }
}

/** Housekeeping that fails is no failure of a session that has ended. */
async function tidy({ forge, report }: SessionSetup): Promise<void> {
  try {
    await forge.tidy()
  } catch (error) {
    report({ type: 'warning', message: `Housekeeping was left to the next session: ${messageOf(error)}` })
  }
}

type Told = Pick<SessionState, 'id' | 'tasks' | 'calls' | 'accepted' | 'rejected' | 'deliveries' | 'spent'>

function historyLine(
  { setting }: SessionSetup,
  { session, reason, now }: { readonly session: SessionState; readonly reason: string; readonly now: Instant },
): string {
  const { id, startedAt, spent, calls, accepted, rejected, tasks, deliveries } = session
  const { pipeline, agent } = setting
  const done = { spent, calls, accepted, rejected, tasks, deliveries }
  return renderHistoryLine({ version: 1, session: id, pipeline, agent, startedAt, endedAt: now, reason, ...done })
}

function resultOf(
  { setting }: SessionSetup,
  told: Pick<RunResult, 'outcome' | 'reason' | 'budget' | 'handoff' | 'next'> & {
    readonly session: Told
    readonly minutes: number
  },
): RunResult {
  const { session } = told
  return {
    pipeline: setting.pipeline,
    session: session.id,
    tasks: session.tasks,
    outcome: told.outcome,
    reason: told.reason,
    spent: {
      sends: session.spent.calls ?? 0,
      calls: session.calls,
      tokens: session.spent.tokens ?? 0,
      minutes: Math.round(told.minutes * 100) / 100,
      slots: session.spent.slots ?? 0,
      usd: (session.spent.usdMicros ?? 0) / 1_000_000,
    },
    budget: told.budget,
    pairs: { accepted: session.accepted, rejected: session.rejected },
    deliveries: session.deliveries,
    handoff: told.handoff,
    next: told.next,
  }
}
