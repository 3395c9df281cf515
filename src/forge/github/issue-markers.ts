import { z } from 'zod'
import type { Issue } from '../forge.ts'
import { toEpochMs, type Instant } from '../../domain/instant.ts'
import type { GithubContext } from './context.ts'
import { pageInfoSchema, pageSelection, pagesOf } from './paging.ts'
import { issueSchema, issueSelection, toIssue, type IssueRecord } from './issue-records.ts'

const pageSchema = z.object({ nodes: z.array(issueSchema), pageInfo: pageInfoSchema })

export interface IssuePages {
  readonly order: 'ASC' | 'DESC'
  readonly states: readonly string[]
  readonly labels: readonly string[] | null
}

/** Issues a hundred at a time. GraphQL lists no pull requests among them, which REST does. */
export async function* issuePages(context: GithubContext, { order, states, labels }: IssuePages): AsyncGenerator<IssueRecord[]> {
  const { api, accounts } = context
  const pages = pagesOf(after =>
    api.field(pageSchema, {
      selection: `issues(first: 100, after: $after, states: $states, labels: $labels, orderBy: { field: CREATED_AT, direction: ${order} }) { nodes { ${issueSelection} } ${pageSelection} }`,
      variables: { after: ['String', after], states: ['[IssueState!]', states], labels: ['[String!]', labels] },
      permission: 'issues: read',
      bytes: 300_000,
    }),
  )
  for await (const page of pages) yield page.map(raw => toIssue(raw, accounts.isOurs))
}

/** How long what is known of the markers is believed: another process may import the same tasks. */
const freshMs = 30_000

/** The automation's issues by marker. */
export interface IssueMarkers {
  find(marker: string): Promise<number | undefined>
  /** Looks again, whatever is known. */
  findNow(marker: string): Promise<number | undefined>
  note(marker: string, issue: Issue): void
}

/** Importing 44 tasks costs one listing: what was seen once is known, and later looks stop at the newest issue seen. */
export const createIssueMarkers = (context: GithubContext): IssueMarkers => {
  const known = new Map<string, number>()
  let newest = 0
  let lookedAt: Instant | undefined
  let looking: Promise<void> | undefined

  const note: IssueMarkers['note'] = (marker, { number }) => {
    // The oldest is the one that counts, as it was the first.
    known.set(marker, Math.min(number, known.get(marker) ?? number))
  }

  const look = async (): Promise<void> => {
    const at = context.clock.now()
    let highest = newest
    for await (const page of issuePages(context, { order: 'DESC', states: ['OPEN', 'CLOSED'], labels: null })) {
      for (const { issue, marker } of page) {
        highest = Math.max(highest, issue.number)
        if (marker !== undefined) note(marker, issue)
      }
      if (page.some(({ issue }) => issue.number <= newest)) break
    }
    newest = highest
    lookedAt = at
  }

  const lookOnce = (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }

  const isFresh = (): boolean => lookedAt !== undefined && toEpochMs(context.clock.now()) - toEpochMs(lookedAt) < freshMs

  return {
    note,
    find: async marker => {
      if (!known.has(marker) && !isFresh()) await lookOnce()
      return known.get(marker)
    },
    findNow: async marker => {
      await lookOnce()
      return known.get(marker)
    },
  }
}
