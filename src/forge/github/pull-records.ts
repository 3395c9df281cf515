import { z } from 'zod'
import type { Pull } from '../forge.ts'
import { actorSchema, actorSelection, authorOf } from './accounts.ts'
import { labelNames, labelsSchema, labelsSelection, toTime } from './issue-records.ts'

const oidSchema = z.object({ oid: z.string() })

export const pullSchema = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  body: z.string(),
  url: z.string(),
  state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
  createdAt: z.string(),
  closedAt: z.string().nullish(),
  mergedAt: z.string().nullish(),
  headRefName: z.string(),
  headRefOid: z.string(),
  baseRefName: z.string(),
  isCrossRepository: z.boolean(),
  mergeable: z.string(),
  mergeCommit: oidSchema.nullish(),
  author: actorSchema,
  labels: labelsSchema,
  commits: z.object({ nodes: z.array(z.object({ commit: oidSchema })) }),
})
export type RawPull = z.infer<typeof pullSchema>

/** Selects what `toPull` reads. */
export const pullSelection = `id number title body url state createdAt closedAt mergedAt headRefName headRefOid baseRefName isCrossRepository mergeable mergeCommit { oid } author { ${actorSelection} } ${labelsSelection} commits(first: 1) { nodes { commit { oid } } }`

const states = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const

export const toPull = (raw: RawPull): Pull => {
  const endedAt = raw.mergedAt ?? raw.closedAt ?? null
  return {
    number: raw.number,
    title: raw.title,
    body: raw.body,
    branch: raw.headRefName,
    base: raw.baseRefName,
    head: raw.headRefOid,
    first: raw.commits.nodes[0]?.commit.oid ?? raw.headRefOid,
    state: states[raw.state],
    author: authorOf(raw.author),
    labels: labelNames(raw.labels),
    createdAt: toTime(raw.createdAt),
    mergeCommit: raw.state === 'MERGED' ? (raw.mergeCommit?.oid ?? null) : null,
    endedAt: raw.state === 'OPEN' || endedAt === null ? null : toTime(endedAt),
    url: raw.url,
  }
}

/** A pull request of a fork may bear any branch name; it never counts. */
export const isHere = ({ isCrossRepository }: RawPull): boolean => !isCrossRepository
