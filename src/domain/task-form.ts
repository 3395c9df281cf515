import { z } from 'zod'
import { indicatorSchema, type ResearchAssignment } from './research-task.ts'
import type { Priority } from './task.ts'

/** Task ids go into paths, branch names and work ids. */
export const taskIdPattern = /^[a-z0-9][a-z0-9_-]{0,59}$/
export const taskIdSchema = z.string().regex(taskIdPattern)

/** GitHub takes 256 characters for an issue's title; the rest is for what is put before it. */
export const longestTitle = 200
export const titleSchema = z
  .string()
  .min(1)
  .max(longestTitle)
  // What turns the direction of text makes a title read as another one in lists and logs.
  .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]+$/u)
  .regex(/^\S/)
  .regex(/\S$/)

/** More indicators than this is more than one session's work, and more than one issue's text holds. */
export const mostIndicators = 20

/** What a research task's form may say. */
export const researchAssignmentSchema = z.strictObject({
  task: taskIdSchema,
  title: titleSchema,
  indicators: z
    .array(indicatorSchema)
    .min(1)
    .max(mostIndicators)
    .refine(indicators => new Set(indicators.map(each => each.id)).size === indicators.length),
}) satisfies z.ZodType<ResearchAssignment>

/** A task as a file in `tasks/` or a person on the command line asks for it. */
export interface SeedTask {
  readonly pipeline: string
  readonly id: string
  readonly title: string
  readonly priority: Priority
  readonly order: number
  /** What its issue says, as its form renders it. */
  readonly body: string
}
