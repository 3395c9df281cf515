import { z } from 'zod'
import { renderResearchBody } from '../domain/issue-body.ts'
import { mostIndicators, taskIdPattern, titleSchema, type SeedTask } from '../domain/task-form.ts'
import type { SeedKind } from '../domain/task-forms/seed-text.ts'
import { longestBrief, longestTopic, renderTopicBody } from '../domain/task-forms/topic.ts'
import { longestQuestions, mostVideos, renderBatchBody, videoAddress } from '../domain/task-forms/youtube-batch.ts'
import { priorities } from '../domain/task.ts'
import { choice, line, list, name, section } from './fields.ts'

const idError = 'a task id: lower-case letters, digits, `-` and `_`, at most 60 characters'
const titleError = 'a title, one line of 1 to 200 characters without spaces at its ends'
const orderError = 'a whole number from -1000000 to 1000000'
const videoError = 'the address of one YouTube video, such as https://www.youtube.com/watch?v=dQw4w9WgXcQ'

const paragraphs = (what: string, most: number) => {
  const error = `${what} of 1 to ${most} characters`
  return z.string({ error }).trim().min(1, { error }).max(most, { error })
}

const common = {
  id: z.string({ error: idError }).regex(taskIdPattern, { error: idError }),
  title: z.string({ error: titleError }).refine(value => titleSchema.safeParse(value).success, { error: titleError }),
  priority: choice(priorities).default('p2'),
  order: z.int({ error: orderError }).min(-1_000_000, { error: orderError }).max(1_000_000, { error: orderError }).default(0),
}

/** The places at which something stands that stood before. */
const repeated = (values: readonly string[]): readonly number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []))

const indicator = section({
  id: name('an indicator id'),
  name: line('the name of an indicator', { max: 120 }),
  family: line('the family of an indicator', { max: 60 }),
  brief: paragraphs('a brief', longestBrief),
})

const indicators = list(indicator, 'indicators')
  .min(1, { error: 'a list of at least one indicator' })
  .max(mostIndicators, { error: `a list of at most ${mostIndicators} indicators` })
  .superRefine((values, context) => {
    for (const index of repeated(values.map(({ id }) => id)))
      context.addIssue({ code: 'custom', path: [index, 'id'], message: 'an id that no other indicator of the task has' })
  })

type Body = Pick<SeedTask, 'body'>

/** A research task is an assignment of indicators, or a topic with one brief. */
const research = section({
  ...common,
  indicators: indicators.optional(),
  brief: paragraphs('a brief', longestBrief).optional(),
}).transform(({ indicators: assigned, brief, ...task }, context): typeof task & Body => {
  const refuse = (key: string, message: string) => {
    context.addIssue({ code: 'custom', path: [key], message })
    return z.NEVER
  }
  const { id, title } = task
  if (assigned !== undefined) {
    if (brief !== undefined) return refuse('brief', 'left out where there are `indicators`')
    return { ...task, body: renderResearchBody({ task: id, title, indicators: assigned }) }
  }
  if (brief === undefined) return refuse('indicators', 'a list of indicators, or to have a `brief` in its place')
  if (title.length > longestTopic) return refuse('title', `a topic's title, one line of at most ${longestTopic} characters`)
  return { ...task, body: renderTopicBody({ task: id, title, brief }) }
})

const video = z.string({ error: videoError }).transform((address, context) => {
  const found = videoAddress(address)
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: videoError })
  return z.NEVER
})

const videos = list(video, 'videos')
  .min(1, { error: 'a list of at least one video' })
  .max(mostVideos, { error: `a list of at most ${mostVideos} videos` })
  .superRefine((values, context) => {
    for (const index of repeated(values))
      context.addIssue({ code: 'custom', path: [index], message: 'a video that is not there before' })
  })

/** A batch's topic is its title. */
const batch = section({ ...common, videos, questions: paragraphs('questions', longestQuestions).default('') }).transform(
  ({ videos: addresses, questions, ...task }) => ({
    ...task,
    body: renderBatchBody({ task: task.id, title: task.title, videos: addresses, questions }),
  }),
)

const fileOf = <Entry extends z.ZodType>(entry: Entry) =>
  section({ tasks: z.array(entry, { error: 'a list of tasks' }).max(10_000, { error: 'a list of at most 10000 tasks' }) })

/** What a task file of each kind holds. Throws `fix-config` where a task does not fit into an issue. */
export const taskFileSchemas = { research: fileOf(research), batch: fileOf(batch) } as const satisfies Record<
  SeedKind,
  z.ZodType<{ readonly tasks: readonly Omit<SeedTask, 'pipeline'>[] }>
>
