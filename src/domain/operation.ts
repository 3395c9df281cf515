import type { ProcessIdentity } from './claim.ts'
import type { GradeInput } from './grade.ts'
import type { Instant } from './instant.ts'
import type { Amounts, Limit, Meter, Spend } from './ledger.ts'
import type { Slot } from './slot.ts'
import type { Looked, Part, Task, TaskStatus, UnitState } from './task.ts'
import type { Window } from './window.ts'

/** A limit as configured, with the window that it holds in now (null: for a session). */
export interface LimitNow extends Limit {
  readonly window: Window | null
}

export type SpendByMeter = Readonly<Partial<Record<Meter, Spend>>>
export type LimitsByMeter = Readonly<Partial<Record<Meter, LimitNow>>>

interface Common {
  /** Unique to this operation, so that repeating it changes nothing. */
  readonly operation: string
  readonly pipeline: string
  readonly now: Instant
}

interface Fenced extends Common {
  readonly session: string
  readonly epoch: number
}

interface Spending {
  readonly account: string
  readonly accountLimits: LimitsByMeter
  readonly sessionLimits: LimitsByMeter
  readonly accountSpend: SpendByMeter
  readonly sessionSpend: SpendByMeter
}

export interface Claiming extends Common {
  readonly type: 'claim'
  readonly holder: ProcessIdentity
  readonly leaseMs: number
  /** Skips the cooldown; never a live claim. */
  readonly force: boolean
  /** The epoch whose holder is proven dead, if any. */
  readonly deadEpoch: number | null
}

export interface StartingTask extends Fenced {
  readonly type: 'start-task'
  readonly task: string
  /** Kept with the task at its first start, and only then. */
  readonly settings: NonNullable<Task['settings']>
}

/** What a task has come to since the last checkpoint. */
export interface TaskTally {
  readonly task: string
  readonly units: readonly UnitState[]
  readonly activeMs: number
  readonly spent: Amounts
  /** Whether a file of results goes with this checkpoint. */
  readonly results: boolean
}

export interface Checkpointing extends Fenced, Spending {
  readonly type: 'checkpoint'
  readonly leaseMs: number
  readonly calls: number
  readonly accepted: number
  readonly rejected: number
  readonly spent: Amounts
  readonly task: TaskTally | null
  /** Why the session wraps, in its last checkpoint. */
  readonly wrap: string | null
  /** When the provider said that its quota is used up, which binds whoever uses the key; left out while it has not. */
  readonly quotaUsedUpAt?: Instant | undefined
}

export interface RecordingParts extends Fenced {
  readonly type: 'record-parts'
  readonly task: string
  readonly parts: readonly Part[]
}

export interface EndingTask extends Fenced {
  readonly type: 'end-task'
  readonly task: string
  readonly status: Extract<TaskStatus, 'in-review' | 'blocked'>
  readonly reason: string | null
}

export interface Wrapping extends Fenced {
  readonly type: 'wrap'
  readonly account: string
  /** The task that was being worked on. */
  readonly task: string | null
  readonly cooldownUntil: Instant
  /** What of the account's budget was too little for one more request, where that ended the session. */
  readonly shortOf: Meter | null
  /** True where the session ended for a reason that is no failure of the task, so that its claim does not count as an attempt. */
  readonly forgive: boolean
}

/** The one thing that a fenced session may still write: what its own reservations came to. */
export interface Settling extends Fenced {
  readonly type: 'settle'
  readonly account: string
  readonly used: Amounts
}

export interface ReconcilingAccount extends Common {
  readonly type: 'reconcile-account'
  readonly account: string
  /** All pipelines that draw on the account: their claims tell which reservations are dead. */
  readonly pipelines: readonly string[]
  readonly accountLimits: LimitsByMeter
  readonly sendsToday: number | null
  readonly sendsPerDay: number | null
  readonly settleAfterMs: number
}

export interface ReviewingPart extends Common {
  readonly type: 'review-part'
  readonly task: string
  readonly part: number
  readonly state: 'merged' | 'closed'
  readonly kept: number
  /** Whether a reviewer changed or removed anything; what else is known of the review stands with the part. */
  readonly edited: boolean
  /** For the grade, should this end the task. */
  readonly estimate: Pick<GradeInput, 'activeMs' | 'sends'>
}

/** A reviewer says how much of an open part was read. */
export interface LookingAtPart extends Common {
  readonly type: 'look-at-part'
  readonly task: string
  readonly part: number
  readonly looked: Exclude<Looked, 'none'>
}

export interface AddingTasks extends Common {
  readonly type: 'add-tasks'
  readonly tasks: readonly Task[]
}

/** An issue becomes a task; fenced off where another task has its id already. */
export interface AcceptingTask extends Common {
  readonly type: 'accept-task'
  readonly task: Task
}

/** A person stops a task, or sets it back to pending. */
export interface CommandingTask extends Common {
  readonly type: 'command-task'
  readonly task: string
  readonly status: Extract<TaskStatus, 'pending' | 'blocked'>
  readonly reason: string | null
}

/** What binds each member of a batch pipeline now, by its account. */
export type LimitsByMember = Readonly<Record<string, LimitsByMeter>>

interface HoldingSlots extends Fenced {
  readonly leaseMs: number
  readonly accountLimits: LimitsByMember
}

/** Takes slots for jobs that are about to be created, and charges the most that they may cost. */
export interface IntendingSlots extends HoldingSlots {
  readonly type: 'intend-slots'
  readonly slots: readonly Pick<Slot, 'work' | 'task' | 'attempt' | 'member' | 'display' | 'usdMicros'>[]
  /** Over all members; what the board tells of other jobs counts too. */
  readonly limit: Limit
  /** By task; for tasks of which nothing is known yet. */
  readonly units: Readonly<Record<string, readonly UnitState[]>>
}

/** What became of a slot, as a listing or the creation of its job showed. */
export type SlotChange =
  /** The job of an intended slot is there, maybe that of an earlier attempt. */
  | { readonly type: 'named'; readonly work: string; readonly job: string; readonly display: string; readonly attempt: number }
  /**
   * `present` takes back that a job was missing; a job that is `missing` for long enough frees its slot; `refused` was surely not made;
   * `withdrawn` was called off by ourselves; `dropped` is of no use to anybody.
   */
  | { readonly type: 'ended' | 'present' | 'missing' | 'refused' | 'withdrawn' | 'dropped'; readonly work: string }
  /** A job of ours was found that no slot stands for. */
  | { readonly type: 'adopted'; readonly slot: Slot }

export interface RecordingSlots extends HoldingSlots {
  readonly type: 'record-slots'
  readonly changes: readonly SlotChange[]
  /** Jobs that stand for no slot, by member, where its listing was complete. */
  readonly others: Readonly<Record<string, number>>
  /** Whether work is left that could not be submitted; null where that is not known yet. */
  readonly starved: boolean | null
}

/** A job has ended and its results go into the same commit. */
export interface CollectingSlot extends HoldingSlots {
  readonly type: 'collect-slot'
  readonly work: string
  readonly task: string
  readonly units: readonly UnitState[]
  readonly calls: number
  readonly accepted: number
  readonly rejected: number
  readonly spent: Amounts
}

export type Operation =
  | Claiming
  | StartingTask
  | Checkpointing
  | RecordingParts
  | EndingTask
  | Wrapping
  | Settling
  | ReconcilingAccount
  | ReviewingPart
  | LookingAtPart
  | AddingTasks
  | AcceptingTask
  | CommandingTask
  | IntendingSlots
  | RecordingSlots
  | CollectingSlot

export type FenceReason = 'held' | 'cooling' | 'old-epoch' | 'no-such-task' | 'wrong-status' | 'taken' | 'no-such-slot'
