import { parseResearchBody, renderResearchBody } from '../issue-body.ts'
import type { SeedTask } from '../task-form.ts'
import { renderText } from './form-reader.ts'
import { recognizeForm } from './forms.ts'
import { parseTopicBody, renderTopicBody } from './topic.ts'
import { parseBatchBody, renderBatchBody } from './youtube-batch.ts'

/** The kinds of pipeline whose tasks can be written down in a file or on the command line. */
export const seedKinds = ['research', 'batch'] as const
export type SeedKind = (typeof seedKinds)[number]

export type ParsedSeed =
  | { readonly type: 'seed'; readonly seed: Pick<SeedTask, 'id' | 'title' | 'body'> }
  | { readonly type: 'invalid'; readonly problems: readonly string[] }

function parseBatch(text: string): ParsedSeed {
  const parsed = parseBatchBody(text)
  if (parsed.type === 'invalid') return parsed
  const { task, title } = parsed.batch
  return { type: 'seed', seed: { id: task, title, body: renderBatchBody(parsed.batch) } }
}

function parseTopic(text: string): ParsedSeed {
  const parsed = parseTopicBody(text)
  if (parsed.type === 'invalid') return parsed
  const { task, title } = parsed.topic
  return { type: 'seed', seed: { id: task, title, body: renderTopicBody(parsed.topic) } }
}

function parseAssignment(text: string): ParsedSeed {
  const parsed = parseResearchBody(text)
  if (parsed.type === 'invalid') return parsed
  const { task, title } = parsed.assignment
  return { type: 'seed', seed: { id: task, title, body: renderResearchBody(parsed.assignment) } }
}

/** The text that an issue would have, with its body as the form renders it: no stray section stays in it. Throws `fix-config` where that is too long for an issue. */
export function parseSeedText(text: string, kind: SeedKind): ParsedSeed {
  if (kind === 'batch') return parseBatch(text)
  return recognizeForm(text, true) === 'topic' ? parseTopic(text) : parseAssignment(text)
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** A topic's text from values that nobody has checked; `title` may begin with an id, as in `custody-1: Custody`. */
export const topicText = ({ title, brief }: { readonly title: string; readonly brief: string }): string =>
  `### Topic\n\n${renderText(oneLine(title))}\n\n### Brief\n\n${renderText(brief.trim())}\n`

interface BatchValues {
  readonly title: string
  readonly videos: readonly string[]
  readonly questions: readonly string[]
}

/** A batch's text from values that nobody has checked, each question a line of its own. */
export const batchText = ({ title, videos, questions }: BatchValues): string =>
  [
    `### Batch\n\n${renderText(oneLine(title))}\n\n### Videos\n\n${videos.map(video => `- ${oneLine(video)}`).join('\n')}\n`,
    ...(questions.length === 0 ? [] : [`### Questions\n\n${renderText(questions.map(each => each.trim()).join('\n'))}\n`]),
  ].join('\n')
