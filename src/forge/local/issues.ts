import { PerpetualError } from '../../domain/errors.ts'
import type { Clock } from '../../domain/instant.ts'
import type { CommentResult, Issue, Issues } from '../forge.ts'
import type { Board, BoardView } from './board.ts'
import { toComments, withComment } from './comments.ts'
import { newVersion, type IssueRecord } from './records.ts'

export interface BoardContext {
  readonly board: Board
  readonly account: string
  readonly clock: Clock
}

const toIssue = ({ number, title, body, labels, state, author, createdAt }: IssueRecord): Issue => ({
  number,
  title,
  body,
  labels,
  state,
  author,
  createdAt,
})

export const uniqueLabels = (labels: readonly string[]): string[] => [...new Set(labels)]

/** As GitHub does, which stops at ten. */
const withAssignees = (before: readonly string[], added: readonly string[] = []): string[] =>
  [...new Set([...before, ...added])].slice(0, 10)

const missing = (number: number): PerpetualError =>
  new PerpetualError(`Expected issue #${number}, but there is none`, { actBy: 'fix-config' })

const required = async (view: BoardView, number: number): Promise<IssueRecord> => {
  const record = await view.issue(number)
  if (record === undefined) throw missing(number)
  return record
}

/** Comments a pull request or an issue: they share numbers. */
export const comment = (
  { board, account, clock }: BoardContext,
  number: number,
  { body, marker }: { body: string; marker: string },
): Promise<CommentResult> =>
  board.update<CommentResult>(`Comment on #${number}`, async view => {
    const record = (await view.pull(number)) ?? (await view.issue(number))
    if (record === undefined) return { type: 'keep', value: 'gone' }
    const { type, comments } = withComment(record.comments, { author: account, body, marker, at: clock.now() })
    if (type === 'same') return { type: 'keep', value: type }
    return 'branch' in record
      ? { type: 'pull', record: { ...record, comments }, value: type }
      : { type: 'issue', record: { ...record, comments }, value: type }
  })

const same = (left: IssueRecord, right: IssueRecord): boolean => JSON.stringify(left) === JSON.stringify(right)

export const createIssues = (context: BoardContext): Issues => {
  const { board, account, clock } = context
  return {
    create: ({ title, body, labels, marker, assignees }) =>
      board.update(`Open issue: ${title}`, async view => {
        const first = (await view.issues()).find(record => record.marker === marker && record.author === account)
        if (first !== undefined) return { type: 'keep', value: toIssue(first) }
        const record: IssueRecord = {
          version: newVersion,
          number: await view.nextNumber(),
          title,
          body,
          labels: uniqueLabels(labels),
          author: account,
          createdAt: clock.now(),
          comments: [],
          state: 'open',
          marker,
          assignees: withAssignees([], assignees),
        }
        return { type: 'issue', record, value: toIssue(record) }
      }),
    get: async number => {
      const record = await (await board.view()).issue(number)
      return record === undefined ? undefined : toIssue(record)
    },
    list: async ({ state, labels = [] }) => {
      const records = await (await board.view()).issues()
      return records
        .filter(record => (state === undefined || record.state === state) && labels.every(label => record.labels.includes(label)))
        .map(toIssue)
    },
    update: (number, { title, body, labels, state, assignees }) =>
      board.update(`Change issue #${number}`, async view => {
        const before = await required(view, number)
        const record: IssueRecord = {
          ...before,
          title: title ?? before.title,
          body: body ?? before.body,
          labels: labels === undefined ? before.labels : uniqueLabels(labels),
          state: state ?? before.state,
          assignees: withAssignees(before.assignees, assignees),
        }
        return same(before, record) ? { type: 'keep', value: toIssue(record) } : { type: 'issue', record, value: toIssue(record) }
      }),
    comment: (number, marked) => comment(context, number, marked),
    comments: async number => {
      const view = await board.view()
      const record = (await view.pull(number)) ?? (await required(view, number))
      return toComments(record.comments)
    },
  }
}
