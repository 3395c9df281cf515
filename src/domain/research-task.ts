import { z } from 'zod'

export const indicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: z.string().min(1).max(120),
  family: z.string().min(1).max(60),
  brief: z.string().min(1).max(4000),
})
export type Indicator = z.infer<typeof indicatorSchema>

/** What a research assignment asks for: indicators, each of which becomes one unit of the task. */
export interface ResearchAssignment {
  readonly task: string
  readonly title: string
  readonly indicators: readonly Indicator[]
}
