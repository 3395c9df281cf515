import { readSections } from '../body-text.ts'
import { parseResearchBody, renderResearchBody } from '../issue-body.ts'
import { parseImplementationBody, renderImplementationBody } from './implementation.ts'
import { assignmentOfTopic, parseTopicBody, renderTopicBody } from './topic.ts'
import { parseBatchBody, renderBatchBody } from './youtube-batch.ts'

export const formNames = ['research', 'topic', 'batch', 'implementation'] as const
export type FormName = (typeof formNames)[number]

/** What a form asks for, as far as it matters to whoever takes it in. */
export interface Asked {
  readonly task: string
  readonly title: string
  /** What is in it, one line each. */
  readonly contents: readonly string[]
}

export type ParsedForm =
  | { readonly type: 'asked'; readonly asked: Asked }
  | { readonly type: 'invalid'; readonly problems: readonly string[] }

/** Whose pipelines take a form up. */
export type FormKind = 'research' | 'batch' | 'implementation'

export interface Form {
  /** How people call it, with its article. */
  readonly name: string
  readonly headings: readonly string[]
  /** How many of its headings make it likely that an issue which nothing else marks as a task is one: common words need company. */
  readonly telltale: number
  /** Which kind of pipeline takes it up. */
  readonly kind: FormKind
  /** Which pipeline takes it up where the issue names none, several are of its kind, and this one is there. */
  readonly usualPipeline: string
  /** A body to begin with. */
  readonly example: string
  readonly parse: (body: string) => ParsedForm
}

const research: Form = {
  name: 'a research assignment',
  headings: ['Assignment', 'Indicators'],
  telltale: 1,
  kind: 'research',
  usualPipeline: 'droid-research',
  example: renderResearchBody({
    task: 'momentum-1',
    title: 'Momentum oscillators',
    indicators: [
      {
        id: 'rsi',
        name: 'Relative Strength Index',
        family: 'technical/momentum',
        brief: 'What it is and how it is used, as far as the writers should know.',
      },
    ],
  }),
  parse: body => {
    const parsed = parseResearchBody(body)
    if (parsed.type === 'invalid') return parsed
    const { task, title, indicators } = parsed.assignment
    const contents = indicators.map(({ id, name, family }) => `${id}: ${name} (${family})`)
    return { type: 'asked', asked: { task, title, contents } }
  },
}

const topic: Form = {
  name: 'an institutional topic',
  headings: ['Topic', 'Brief'],
  telltale: 2,
  kind: 'research',
  usualPipeline: 'zai-institutional',
  example: renderTopicBody({
    task: 'custody-1',
    title: 'Custody of digital assets',
    brief: 'What the pairs should be about, as far as the writers should know.',
  }),
  parse: body => {
    const parsed = parseTopicBody(body)
    if (parsed.type === 'invalid') return parsed
    const { task, title, brief } = parsed.topic
    return { type: 'asked', asked: { task, title, contents: [`${brief.split(/\s+/).length} words of brief`] } }
  },
}

const batch: Form = {
  name: 'a YouTube batch',
  headings: ['Batch', 'Videos', 'Questions'],
  telltale: 2,
  kind: 'batch',
  usualPipeline: 'droid-eastern',
  example: renderBatchBody({
    task: 'lectures-1',
    title: 'Lectures on market structure',
    videos: ['https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    questions: 'What the pairs should be about; leave it out for anything that the videos tell.',
  }),
  parse: body => {
    const parsed = parseBatchBody(body)
    if (parsed.type === 'invalid') return parsed
    const { task, title, videos } = parsed.batch
    return { type: 'asked', asked: { task, title, contents: videos } }
  },
}

const implementation: Form = {
  name: 'an implementation task',
  headings: ['Change', 'Why', 'Where', 'Check'],
  telltale: 3,
  kind: 'implementation',
  usualPipeline: 'zai-implementation',
  example: renderImplementationBody({
    task: 'export-csv',
    title: 'Export the pairs as CSV',
    details: 'What to change, in as many lines as it takes.',
    why: 'Who needs it, and what for.',
    where: 'src/export.ts',
    check: 'How to see that it is done.',
  }),
  parse: body => {
    const parsed = parseImplementationBody(body)
    if (parsed.type === 'invalid') return parsed
    const { task, title, check } = parsed.request
    return { type: 'asked', asked: { task, title, contents: [`Done when: ${check}`] } }
  },
}

/** What an issue can be filled in as; the headings are those of the issue forms in `.github/ISSUE_TEMPLATE`. */
export const forms: Readonly<Record<FormName, Form>> = { research, topic, batch, implementation }

/**
 * Which form a body was filled in as: the one most of whose headings it has. `isMeant` says that something else (its labels) marks
 * the issue as a task, so that one heading is enough. Undefined for an issue about something else.
 */
export function recognizeForm(body: string, isMeant: boolean): FormName | undefined {
  const sections = readSections(body)
  const counts = formNames.map(name => ({
    name,
    count: forms[name].headings.filter(heading => sections.has(heading.toLowerCase())).length,
  }))
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a))
  return best.count >= (isMeant ? 1 : forms[best.name].telltale) ? best.name : undefined
}

/** A research task's body as it was accepted: an assignment, or a topic. Never throws. */
export function parseAssignment(body: string): ReturnType<typeof parseResearchBody> {
  if (recognizeForm(body, true) !== 'topic') return parseResearchBody(body)
  const parsed = parseTopicBody(body)
  return parsed.type === 'invalid' ? parsed : { type: 'assignment', assignment: assignmentOfTopic(parsed.topic) }
}
