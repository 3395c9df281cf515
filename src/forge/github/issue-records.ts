import { z } from 'zod'
import { toInstant, type Instant } from '../../domain/instant.ts'
import type { Issue } from '../forge.ts'
import { actorSchema, actorSelection, authorOf } from './accounts.ts'
import { readMarked } from './markers.ts'

/** GitHub's times have no milliseconds. */
export const toTime = (text: string): Instant => toInstant(Date.parse(text))

const labelsSchema = z.object({ nodes: z.array(z.object({ name: z.string() })) })
export const labelsSelection = 'labels(first: 100) { nodes { name } }'
export const labelNames = ({ nodes }: z.infer<typeof labelsSchema>): readonly string[] => nodes.map(({ name }) => name)
export { labelsSchema }

export const issueSchema = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['OPEN', 'CLOSED']),
  createdAt: z.string(),
  author: actorSchema,
  labels: labelsSchema,
})

/** Selects what `toIssue` reads. */
export const issueSelection = `number title body state createdAt author { ${actorSelection} } ${labelsSelection}`

/** REST's form of the same. */
export const restIssueSchema = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']),
  created_at: z.string(),
  user: z.object({ login: z.string() }).nullish(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string() })])),
})

/** An issue as GitHub has it, with whatever marker its body ends in. */
export interface IssueRecord {
  readonly issue: Issue
  /** Believed already: its author is the automation. */
  readonly marker: string | undefined
}

export type IsOurs = (login: string) => boolean

const withoutMarker = (issue: Issue, isOurs: IsOurs): IssueRecord => {
  const marked = readMarked(issue.body)
  if (marked?.kind !== 'issue') return { issue, marker: undefined }
  return { issue: { ...issue, body: marked.body }, marker: isOurs(issue.author) ? marked.marker : undefined }
}

export const toIssue = (raw: z.infer<typeof issueSchema>, isOurs: IsOurs): IssueRecord =>
  withoutMarker(
    {
      number: raw.number,
      title: raw.title,
      body: raw.body,
      labels: labelNames(raw.labels),
      state: raw.state === 'OPEN' ? 'open' : 'closed',
      author: authorOf(raw.author),
      createdAt: toTime(raw.createdAt),
    },
    isOurs,
  )

export const fromRestIssue = (raw: z.infer<typeof restIssueSchema>, isOurs: IsOurs): IssueRecord =>
  withoutMarker(
    {
      number: raw.number,
      title: raw.title,
      body: raw.body ?? '',
      labels: raw.labels.map(label => (typeof label === 'string' ? label : label.name)),
      state: raw.state,
      author: raw.user?.login ?? 'ghost',
      createdAt: toTime(raw.created_at),
    },
    isOurs,
  )
