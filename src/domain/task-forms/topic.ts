import type { ResearchAssignment } from '../research-task.ts'
import { createFormReader, readLimited, renderText } from './form-reader.ts'
import { readTitle, renderTitle } from './task-title.ts'

/** What a person wants pairs about, in one brief. */
export interface Topic {
  readonly task: string
  readonly title: string
  readonly brief: string
}

export type ParsedTopic =
  | { readonly type: 'topic'; readonly topic: Topic }
  | { readonly type: 'invalid'; readonly problems: readonly string[] }

/** An indicator's name has no more. */
export const longestTopic = 120
export const longestBrief = 4000

export const renderTopicBody = ({ task, title, brief }: Topic): string =>
  `### Topic\n\n${renderTitle({ task, title })}\n\n### Brief\n\n${renderText(brief)}\n`

/** Reads an issue's body, whoever wrote it; never throws. */
export function parseTopicBody(body: string): ParsedTopic {
  const { problems, required } = createFormReader(body)
  const [heading, text] = [required('Topic'), required('Brief')]
  const named = heading === undefined ? undefined : readTitle(heading, 'Topic', problems)
  const brief = readLimited(text, { heading: 'Brief', most: longestBrief }, problems)
  if (named !== undefined && problems.length === 0 && named.title.length > longestTopic)
    problems.push(`“Topic” must have at most ${longestTopic} characters after its id, and has ${named.title.length}.`)
  return problems.length > 0 || named === undefined
    ? { type: 'invalid', problems }
    : { type: 'topic', topic: { ...named, brief } }
}

/** A topic is researched as an assignment of one indicator. */
export const assignmentOfTopic = ({ task, title, brief }: Topic): ResearchAssignment => ({
  task,
  title,
  indicators: [{ id: task.replaceAll('_', '-').slice(0, 40), name: title, family: 'institutional', brief }],
})
