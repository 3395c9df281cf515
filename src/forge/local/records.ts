import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'
import { instantSchema } from '../../domain/instant.ts'

/** The records' version on the board; a higher one is refused and never rewritten. */
const recordVersion = 1

/** GitHub's limits, kept here too, so that what works on this forge works there. */
const title = z.string().min(1).max(256)
const body = z.string().max(65_536)
const label = z.string().min(1).max(50)

const commentRecordSchema = z.strictObject({
  id: z.int().positive(),
  author: z.string(),
  body,
  /** What the automation finds its own comment by; counts only together with its author. */
  marker: z.string().nullable(),
  createdAt: instantSchema,
})
export type CommentRecord = z.infer<typeof commentRecordSchema>

const common = {
  version: z.literal(recordVersion),
  number: z.int().positive(),
  title,
  body,
  labels: z.array(label).max(100),
  author: z.string(),
  createdAt: instantSchema,
  comments: z.array(commentRecordSchema),
}

const oid = z.string().regex(/^[0-9a-f]{40,64}$/)

export const issueRecordSchema = z.strictObject({
  ...common,
  state: z.enum(['open', 'closed']),
  marker: z.string().nullable(),
  assignees: z.array(z.string()).max(10).default([]),
})
export type IssueRecord = z.infer<typeof issueRecordSchema>

export const pullRecordSchema = z.strictObject({
  ...common,
  state: z.enum(['open', 'merged', 'closed']),
  branch: z.string().min(1),
  base: z.string().min(1),
  /** The delivered commit, the branch's first. */
  first: oid,
  /** The branch's tip when it was last recorded; what counts is the branch while it exists. */
  head: oid,
  mergeCommit: oid.nullable(),
  endedAt: instantSchema.nullable(),
})
export type PullRecord = z.infer<typeof pullRecordSchema>

/** How one folder of the board is read. */
export interface RecordKind<R extends { readonly number: number }> {
  readonly folder: string
  readonly schema: z.ZodType<R>
}

export const issueKind: RecordKind<IssueRecord> = { folder: 'issues', schema: issueRecordSchema }
export const pullKind: RecordKind<PullRecord> = { folder: 'pulls', schema: pullRecordSchema }

export const newVersion = recordVersion

const versionSchema = z.object({ version: z.number() })

/** Reads a record from the board; `path` is for the message of what does not fit. */
export const parseRecord = <R extends { readonly number: number }>(kind: RecordKind<R>, path: string, text: string): R => {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (cause) {
    throw new PerpetualError(`Expected JSON in \`${path}\` on the branch perpetual/board, found something else`, {
      actBy: 'fix-config',
      cause,
    })
  }
  const version = versionSchema.safeParse(raw)
  if (version.success && version.data.version > recordVersion) {
    throw new PerpetualError(`\`${path}\` on the branch perpetual/board was written by a newer version of Perpetual: update it`, {
      actBy: 'fix-config',
    })
  }
  const parsed = kind.schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new PerpetualError(
    `\`${path}\` on the branch perpetual/board: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'does not fit'}`,
    {
      actBy: 'fix-config',
      cause: parsed.error,
    },
  )
}

/** The record as it is stored; throws where it breaks one of GitHub's limits. */
export const renderRecord = <R extends { readonly number: number }>(kind: RecordKind<R>, record: R): string => {
  const parsed = kind.schema.safeParse(record)
  if (parsed.success) return `${JSON.stringify(parsed.data, undefined, 1)}\n`
  const issue = parsed.error.issues[0]
  throw new PerpetualError(
    `Expected ${kind.folder} #${record.number} to keep GitHub's limits: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    {
      actBy: 'report-bug',
      cause: parsed.error,
    },
  )
}
