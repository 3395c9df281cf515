import { z } from 'zod'
import { gradeSchema } from './grade.ts'
import { instantSchema } from './instant.ts'
import { amountsSchema } from './ledger.ts'
import { reviewStates } from './pair.ts'

export const taskStatuses = ['pending', 'in-progress', 'in-review', 'completed', 'rejected', 'blocked', 'invalid'] as const
export type TaskStatus = (typeof taskStatuses)[number]

export const priorities = ['p0', 'p1', 'p2', 'p3'] as const
export type Priority = (typeof priorities)[number]

/** Three claims without progress, and a person must look. */
export const maxAttempts = 3

/** Which status may follow which; anything else is a mistake of ours. */
const successors: Readonly<Record<TaskStatus, readonly TaskStatus[]>> = {
  pending: ['in-progress', 'blocked', 'invalid'],
  'in-progress': ['in-progress', 'in-review', 'blocked', 'completed', 'rejected'],
  'in-review': ['completed', 'rejected', 'blocked'],
  completed: [],
  rejected: [],
  blocked: ['pending'],
  invalid: ['pending'],
}

export const mayFollow = (from: TaskStatus, to: TaskStatus): boolean => successors[from].includes(to)

/** How one unit of a task stands, as status and reports show it. */
export const unitStateSchema = z.strictObject({
  unit: z.string(),
  name: z.string(),
  ended: z.boolean(),
  calls: z.int().nonnegative(),
  callsExpected: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
  rejected: z.record(z.string(), z.int().nonnegative()),
})
export type UnitState = z.infer<typeof unitStateSchema>

export const lookedDegrees = ['none', 'some', 'all'] as const
export type Looked = (typeof lookedDegrees)[number]

export const partSchema = z.strictObject({
  part: z.int().positive(),
  branch: z.string(),
  units: z.array(z.string()),
  /** The delivered files; which ones they are stays fixed from `intended` on. */
  paths: z.array(z.string()),
  pairs: z.int().nonnegative(),
  /** `intended` is committed before the branch is made, so that a crash in between is finished and not repeated. */
  state: z.enum(['intended', 'open', 'merged', 'closed']),
  pull: z.int().positive().nullable(),
  /** The commit that was delivered; null until the part is open. */
  commit: z.string().nullable().default(null),
  url: z.string(),
  /** When it was opened for review, and when it was merged or closed; null before, and in states of older versions. */
  openedAt: instantSchema.nullable().default(null),
  endedAt: instantSchema.nullable().default(null),
  kept: z.int().nonnegative().nullable(),
  /** How much of it a reviewer said to have read, before it ended. */
  looked: z.enum(lookedDegrees).default('none'),
  review: z.enum(reviewStates),
})
export type Part = z.infer<typeof partSchema>

export const taskSchema = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  pipeline: z.string(),
  issue: z.int().positive().nullable(),
  title: z.string(),
  /** The issue's body as it was when the task was accepted; later edits do not count. */
  body: z.string(),
  priority: z.enum(priorities),
  order: z.int(),
  createdAt: instantSchema,
  status: z.enum(taskStatuses),
  /** What of the configuration shapes the task's work, as it was at its first start; null before. Its pipeline's kind knows the keys. */
  settings: z.record(z.string(), z.json()).nullable(),
  /** Claims since the last progress. */
  attempts: z.int().nonnegative(),
  /** What a person must do, where the task is blocked or invalid. */
  reason: z.string().nullable(),
  /** The task that this one tries again. */
  redoes: z.string().nullable(),
  startedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  activeMs: z.int().nonnegative(),
  spent: amountsSchema,
  units: z.array(unitStateSchema),
  /** How many files `results/<id>/<n>.jsonl` there are. */
  resultFiles: z.int().nonnegative(),
  parts: z.array(partSchema),
  grade: gradeSchema.nullable(),
})
export type Task = z.infer<typeof taskSchema>

/** How many parts wait for a reviewer. */
export const countWaitingParts = (tasks: readonly Pick<Task, 'parts'>[]): number =>
  tasks.reduce((sum, task) => sum + task.parts.filter(({ state }) => state === 'open').length, 0)

/** Priority, then order, then age; the id makes it total. */
export function compareTasks(a: Task, b: Task): number {
  return (
    a.priority.localeCompare(b.priority) ||
    a.order - b.order ||
    a.createdAt.localeCompare(b.createdAt) ||
    a.id.localeCompare(b.id)
  )
}

export const nextTask = (tasks: readonly Task[]): Task | undefined =>
  tasks.filter(task => task.status === 'pending').toSorted(compareTasks)[0]
