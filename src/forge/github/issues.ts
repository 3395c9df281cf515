import type { Issue, IssueChange, Issues, NewIssue } from '../forge.ts'
import { readAnswer } from './answers.ts'
import { assignIssue } from './assign-issue.ts'
import { createComments, goneStatuses, missingIssue } from './comments.ts'
import type { GithubContext } from './context.ts'
import { cutBody, cutTitle } from './cut-body.ts'
import { createIssueMarkers, issuePages } from './issue-markers.ts'
import { fromRestIssue, issueSchema, issueSelection, restIssueSchema, toIssue, type IssueRecord } from './issue-records.ts'
import { withMarker } from './markers.ts'
import { makeOnce } from './repeat.ts'

export const uniqueLabels = (labels: readonly string[]): string[] => [...new Set(labels)]

export const createIssues = (context: GithubContext): Issues => {
  const { api, accounts, clock } = context
  const markers = createIssueMarkers(context)
  const comments = createComments(context)

  const load = async (number: number): Promise<IssueRecord | undefined> => {
    const found = await api.field(issueSchema, {
      selection: `issue(number: $number) { ${issueSelection} }`,
      variables: { number: ['Int!', number] },
      permission: 'issues: read',
      bytes: 20_000,
    })
    return found === undefined ? undefined : toIssue(found, accounts.isOurs)
  }

  const loadKnown = async (number: number | undefined): Promise<Issue | undefined> =>
    number === undefined ? undefined : (await load(number))?.issue

  const post = async ({ title, body, labels, marker, assignees }: NewIssue): Promise<Issue> => {
    const reply = await api.rest({
      route: 'POST /repos/{owner}/{repo}/issues',
      // REST makes labels that do not exist.
      parameters: { title: cutTitle(title), body: withMarker(body, 'issue', marker), labels: uniqueLabels(labels) },
      permission: 'issues: write',
      once: true,
    })
    const { issue } = fromRestIssue(readAnswer(restIssueSchema, reply.data, 'an issue'), accounts.isOurs)
    markers.note(marker, issue)
    await assignIssue(context, { number: issue.number, assignees })
    return issue
  }

  /** A changed body keeps the marker of the one before. */
  const bodyOf = async (number: number, body: string): Promise<string> => {
    const before = await load(number)
    if (before === undefined) throw missingIssue(number)
    return before.marker === undefined ? cutBody(body) : withMarker(body, 'issue', before.marker)
  }

  const update = async (number: number, { title, body, labels, state, assignees }: IssueChange): Promise<Issue> => {
    const reply = await api.rest({
      route: 'PATCH /repos/{owner}/{repo}/issues/{number}',
      parameters: {
        number,
        ...(title === undefined ? {} : { title: cutTitle(title) }),
        ...(body === undefined ? {} : { body: await bodyOf(number, body) }),
        ...(labels === undefined ? {} : { labels: uniqueLabels(labels) }),
        ...(state === undefined ? {} : { state }),
      },
      permission: 'issues: write',
      expected: goneStatuses,
    })
    if (reply.status >= 300) throw missingIssue(number)
    await assignIssue(context, { number, assignees })
    return fromRestIssue(readAnswer(restIssueSchema, reply.data, 'an issue'), accounts.isOurs).issue
  }

  return {
    create: async issue => {
      const known = await loadKnown(await markers.find(issue.marker))
      if (known !== undefined) return known
      return makeOnce({ clock, make: () => post(issue), find: async () => loadKnown(await markers.findNow(issue.marker)) })
    },
    get: async number => (await load(number))?.issue,
    list: async ({ state, labels = [] }) => {
      const states = state === undefined ? ['OPEN', 'CLOSED'] : [state.toUpperCase()]
      const found: Issue[] = []
      // GraphQL lists what has any of the labels, so one is asked for and the rest is looked at here.
      const first = labels[0]
      for await (const page of issuePages(context, { order: 'ASC', states, labels: first === undefined ? null : [first] })) {
        found.push(...page.map(({ issue }) => issue).filter(issue => labels.every(label => issue.labels.includes(label))))
      }
      return found
    },
    update,
    comment: comments.write,
    comments: comments.list,
  }
}
