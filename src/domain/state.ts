import { z } from 'zod'
import { claimSchema, processIdentitySchema } from './claim.ts'
import { instantSchema } from './instant.ts'
import { amountsSchema, ledgerSchema, meterSchema } from './ledger.ts'
import type { SlotBoard } from './slot.ts'
import type { Task } from './task.ts'

/** `ledgers/<account>.json`: what binds whoever uses the key. */
export const accountStateSchema = z.strictObject({
  version: z.literal(1),
  account: z.string(),
  ledgers: z.partialRecord(meterSchema, ledgerSchema),
})
export type AccountState = z.infer<typeof accountStateSchema>

export const sessionStateSchema = z.strictObject({
  id: z.string(),
  startedAt: instantSchema,
  /** Limits that bind the session alone, such as tokens. */
  ledgers: z.partialRecord(meterSchema, ledgerSchema),
  spent: amountsSchema,
  /** Calls that came to an outcome. */
  calls: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  tasks: z.array(z.string()),
  deliveries: z.array(z.strictObject({ branch: z.string(), number: z.int().positive(), url: z.string() })),
  /** Set by the last checkpoint: all is saved, and delivering and handing off are left. */
  wrap: z.strictObject({ reason: z.string() }).nullable(),
})
export type SessionState = z.infer<typeof sessionStateSchema>

/** `pipelines/<pipeline>.json`. */
export const pipelineStateSchema = z.strictObject({
  version: z.literal(1),
  pipeline: z.string(),
  /** The last epoch that was given out. */
  epoch: z.int().nonnegative(),
  /** How many sessions there were. */
  sessions: z.int().nonnegative(),
  claim: claimSchema.nullable(),
  session: sessionStateSchema.nullable(),
  /** The task that is being worked on, across sessions. */
  task: z.string().nullable(),
  cooldownUntil: instantSchema.nullable(),
  /** The latest session that was wrapped. */
  lastSession: z.strictObject({ startedAt: instantSchema, endedAt: instantSchema }).nullable().default(null),
  /** What its last session ended over: so little was left of the account's budget that not one more request fitted. */
  shortOf: z.strictObject({ meter: meterSchema, room: z.int().nonnegative(), at: instantSchema }).nullable().default(null),
  /** When a part was opened for the last time. */
  deliveredAt: instantSchema.nullable().default(null),
  /** The ids of the latest operations, so that a repeated one changes nothing. */
  operations: z.array(z.string()),
})
export type PipelineState = z.infer<typeof pipelineStateSchema>

export const switchStateSchema = z.strictObject({
  version: z.literal(1),
  paused: z.boolean(),
  by: z.string(),
  at: instantSchema,
})
export type SwitchState = z.infer<typeof switchStateSchema>

/** `importing.json`, while somebody makes issues for tasks. */
export const importLockSchema = z.strictObject({
  version: z.literal(1),
  holder: processIdentitySchema,
  expiresAt: instantSchema,
})

/** The part of the state that a transition reads and may change. Tasks are keyed by their id. */
export interface State {
  readonly accounts: Readonly<Record<string, AccountState>>
  readonly pipelines: Readonly<Record<string, PipelineState>>
  readonly tasks: Readonly<Record<string, Task>>
  /** By pipeline; only batch pipelines have one. */
  readonly boards: Readonly<Record<string, SlotBoard>>
}

export const emptyPipeline = (pipeline: string): PipelineState => ({
  version: 1,
  pipeline,
  epoch: 0,
  sessions: 0,
  claim: null,
  session: null,
  task: null,
  cooldownUntil: null,
  lastSession: null,
  shortOf: null,
  deliveredAt: null,
  operations: [],
})

export const emptyAccount = (account: string): AccountState => ({ version: 1, account, ledgers: {} })

/** A task's id is unique within its pipeline. */
export type TaskName = Pick<Task, 'pipeline' | 'id'>

/** Where each piece of state lies on the branch. */
export const statePaths = {
  account: (account: string) => `ledgers/${account}.json`,
  pipeline: (pipeline: string) => `pipelines/${pipeline}.json`,
  tasks: 'tasks',
  task: (pipeline: string, task: string) => `tasks/${pipeline}/${task}.json`,
  results: ({ pipeline, id }: TaskName) => `results/${pipeline}/${id}`,
  resultFile: ({ pipeline, id }: TaskName, n: number) => `results/${pipeline}/${id}/${String(n).padStart(4, '0')}.jsonl`,
  historyFolder: 'history',
  history: (month: string) => `history/${month}.jsonl`,
  handoff: (pipeline: string, name: string) => `handoffs/${pipeline}/${name}.md`,
  teamReport: (date: string) => `handoffs/team/${date}.md`,
  board: (pipeline: string) => `slots/${pipeline}.json`,
  repositoryId: 'repository.json',
  switch: 'switch.json',
  importLock: 'importing.json',
  orchestrator: 'orchestrator.json',
} as const
