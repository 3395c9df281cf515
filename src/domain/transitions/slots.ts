import { plusMs, toEpochMs, type Instant } from '../instant.ts'
import { lineOf, openLedger, roomOf, type Ledger } from '../ledger.ts'
import type { CollectingSlot, IntendingSlots, LimitsByMember, RecordingSlots, SlotChange } from '../operation.ts'
import type { Ruling } from '../ruling.ts'
import { busyOf, missingForMs, type Slot, type SlotBoard } from '../slot.ts'
import type { State } from '../state.ts'
import { accountOf, addAmounts, boardOf, pipelineOf, taskOf, withAccount, withBoard, withPipeline, withTask } from './lenses.ts'
import { current } from './spending.ts'

/** A member's dollars as they stand now, the state with them up to date, and a way to change them; undefined where dollars are not limited. */
function dollarsOf(state: State, member: string, limits: LimitsByMember) {
  const account = accountOf(state, member)
  const ledgers = current(account.ledgers, limits[member] ?? {})
  const ledger = ledgers.usdMicros
  const set = (changed: Ledger): State => withAccount(state, { ...account, ledgers: { ...ledgers, usdMicros: changed } })
  return ledger === undefined ? undefined : { ledger, set }
}

/** Charges dollars; what was charged too much goes back, but never more than the window was charged. */
function charge(state: State, member: string, { amount, limits }: { readonly amount: number; readonly limits: LimitsByMember }) {
  const dollars = dollarsOf(state, member, limits)
  if (dollars === undefined) return state
  return dollars.set({ ...dollars.ledger, settled: Math.max(0, dollars.ledger.settled + amount) })
}

/** What a job cost less than was charged for it goes back only into the window that was charged; what it cost more is charged now. */
function correct(state: State, slot: Slot, { actual, limits }: { readonly actual: number; readonly limits: LimitsByMember }) {
  const window = dollarsOf(state, slot.member, limits)?.ledger.window ?? null
  const isSameWindow = window === null || slot.intendedAt >= window.from
  const difference = actual - slot.usdMicros
  return difference > 0 || isSameWindow ? charge(state, slot.member, { amount: difference, limits }) : state
}

interface Renewing {
  readonly pipeline: string
  readonly now: Instant
  readonly leaseMs: number
}

/** Every operation of a session on its slots renews its claim, and what it does to a task counts as work on it. */
function renewed(state: State, { pipeline: name, now, leaseMs }: Renewing, tasks: readonly string[]): State {
  const pipeline = pipelineOf(state, name)
  const { claim, session } = pipeline
  if (claim === null || session === null) return state
  return withPipeline(state, {
    ...pipeline,
    claim: { ...claim, expiresAt: plusMs(now, leaseMs) },
    session: { ...session, tasks: [...new Set([...session.tasks, ...tasks])] },
  })
}

/** Intends jobs in their order, as far as the line, the members' dollars and the board (a work has one slot) allow; the others are left out. */
export function intendSlots(state: State, operation: IntendingSlots): Ruling {
  const { limit, now, accountLimits: limits } = operation
  const line = lineOf(openLedger(limit, null))
  let next = state
  for (const intent of operation.slots) {
    const board = boardOf(next, operation.pipeline)
    const dollars = dollarsOf(next, intent.member, limits)
    const fits = dollars === undefined || roomOf(dollars.ledger) >= intent.usdMicros
    if (busyOf(board) >= line || !fits || board.slots.some(each => each.work === intent.work)) continue
    const slot: Slot = { ...intent, state: 'intended', job: null, intendedAt: now, missingSince: null }
    const charged = charge(next, intent.member, { amount: intent.usdMicros, limits })
    next = withBoard(charged, { ...board, slots: [...board.slots, slot] })
  }
  const intended = boardOf(next, operation.pipeline).slots.filter(slot => operation.slots.some(({ work }) => work === slot.work))
  return renewed(
    withUnits(next, operation.units),
    operation,
    intended.map(slot => slot.task),
  )
}

/** A task tells its units from its first job on; what is known of them already stays. */
const withUnits = (state: State, units: IntendingSlots['units']): State =>
  Object.entries(units).reduce((next, [id, known]) => {
    const task = taskOf(next, id)
    return task === undefined || task.units.length > 0 ? next : withTask(next, { ...task, units: [...known] })
  }, state)

const withoutSlot = (board: SlotBoard, slot: Slot): SlotBoard => ({
  ...board,
  slots: board.slots.filter(each => each !== slot),
})

const freed = (board: SlotBoard, slot: Slot): SlotBoard => ({
  ...withoutSlot(board, slot),
  attempts: { ...board.attempts, [slot.work]: slot.attempt },
})

interface ChangingSlot {
  readonly is: Exclude<SlotChange, Adopting>
  readonly now: Instant
  /** Whether the account that the slot's job was given to is still a member. */
  readonly isMembers: boolean
}

/** A slot as one change leaves it, or the board without it. What stands already stays the same. */
function changeSlot(board: SlotBoard, slot: Slot, { is, now, isMembers }: ChangingSlot): SlotBoard {
  const put = (changed: Slot): SlotBoard => ({ ...board, slots: board.slots.map(each => (each === slot ? changed : each)) })
  switch (is.type) {
    case 'named': {
      const { job, display, attempt } = is
      return slot.state === 'intended' ? put({ ...slot, state: 'created', job, display, attempt, missingSince: null }) : board
    }
    case 'ended':
      return slot.state === 'created' ? put({ ...slot, state: 'terminal', missingSince: null }) : board
    case 'present':
      return slot.missingSince === null ? board : put({ ...slot, missingSince: null })
    case 'missing': {
      // What a job that has ended brought may still be fetched.
      if (slot.state === 'terminal' && isMembers) return board
      if (slot.missingSince === null) return put({ ...slot, missingSince: now })
      return toEpochMs(now) - toEpochMs(slot.missingSince) < missingForMs ? board : freed(board, slot)
    }
    case 'withdrawn':
      return freed(board, slot)
    case 'refused':
    case 'dropped':
      return withoutSlot(board, slot)
  }
}

type Adopting = Extract<SlotChange, { type: 'adopted' }>

/** A job that lives without a slot gets one, whatever the line says: it counts already. */
function adopt(state: State, { slot }: Adopting, { pipeline, accountLimits: limits }: RecordingSlots): State {
  const board = boardOf(state, pipeline)
  if (board.slots.some(each => each.work === slot.work)) return state
  const charged = charge(state, slot.member, { amount: slot.usdMicros, limits })
  return withBoard(charged, { ...board, slots: [...board.slots, slot] })
}

/** What listings and creations showed. A change of a slot that is not there (any more) changes nothing. */
export function recordSlots(state: State, operation: RecordingSlots): Ruling {
  const { pipeline, now, accountLimits: limits } = operation
  let next = state
  let submitted = 0
  for (const change of operation.changes) {
    if (change.type === 'adopted') {
      next = adopt(next, change, operation)
      continue
    }
    const board = boardOf(next, pipeline)
    const slot = board.slots.find(each => each.work === change.work)
    if (slot === undefined) continue
    if (change.type === 'named' && slot.state === 'intended') submitted += 1
    if (change.type === 'refused') next = correct(next, slot, { actual: 0, limits })
    const isMembers = Object.hasOwn(limits, slot.member)
    next = withBoard(next, changeSlot(board, slot, { is: change, now, isMembers }))
  }
  const board = boardOf(next, pipeline)
  const { others, starved } = operation
  // What was known of an account that is no member any more binds nobody.
  const known = Object.entries({ ...board.others, ...others }).filter(([member]) => Object.hasOwn(limits, member))
  next = withBoard(next, { ...board, others: Object.fromEntries(known), starved: starved ?? board.starved })
  return spentInSession(renewed(next, operation, []), pipeline, { slots: submitted })
}

function spentInSession(state: State, name: string, spent: { readonly slots: number }): State {
  const pipeline = pipelineOf(state, name)
  if (pipeline.session === null || spent.slots === 0) return state
  return withPipeline(state, {
    ...pipeline,
    session: { ...pipeline.session, spent: addAmounts(pipeline.session.spent, spent) },
  })
}

/** What a job came to: its slot is free, its results count for its task, and its dollars are what they were. */
export function collectSlot(state: State, operation: CollectingSlot): Ruling {
  const board = boardOf(state, operation.pipeline)
  const slot = board.slots.find(each => each.work === operation.work)
  const task = taskOf(state, operation.task)
  if (slot === undefined) return { fenced: 'no-such-slot' }
  if (task === undefined) return { fenced: 'no-such-task' }
  const { spent, accountLimits: limits } = operation
  const attempts = Object.fromEntries(Object.entries(board.attempts).filter(([work]) => work !== slot.work))
  const corrected = correct(state, slot, { actual: spent.usdMicros ?? 0, limits })
  const collected = withTask(withBoard(corrected, { ...withoutSlot(board, slot), attempts }), {
    ...task,
    attempts: 0,
    units: [...operation.units],
    spent: addAmounts(task.spent, spent),
    resultFiles: task.resultFiles + 1,
  })
  const pipeline = pipelineOf(renewed(collected, operation, [task.id]), operation.pipeline)
  const { session } = pipeline
  if (session === null) return { fenced: 'old-epoch' }
  return withPipeline(collected, {
    ...pipeline,
    session: {
      ...session,
      spent: addAmounts(session.spent, spent),
      calls: session.calls + operation.calls,
      accepted: session.accepted + operation.accepted,
      rejected: session.rejected + operation.rejected,
    },
  })
}
