import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'
import type { Comment, CommentResult } from '../forge.ts'
import { readAnswer } from './answers.ts'
import type { RestReply } from './api.ts'
import type { GithubContext } from './context.ts'
import { toTime } from './issue-records.ts'
import { readMarked, withMarker } from './markers.ts'
import { makeOnce } from './repeat.ts'

const commentSchema = z.object({
  id: z.int(),
  body: z.string().nullish(),
  created_at: z.string(),
  user: z.object({ login: z.string() }).nullish(),
})
type Raw = z.infer<typeof commentSchema>

interface Marking {
  readonly body: string
  readonly marker: string
}

const perPage = 100
/** Far beyond what a task gathers; a flood of comments does not keep a session busy for longer. */
const maxPages = 50

export const missingIssue = (number: number): PerpetualError =>
  new PerpetualError(`Expected issue #${number}, but there is none: it was deleted or moved to another repository`, {
    actBy: 'fix-config',
  })

/** Deleted, never there, or moved: GitHub redirects the number of an issue that was transferred. */
export const goneStatuses = [301, 307, 308, 404, 410] as const

/** A bot may not write where a person locked the conversation, whatever its permissions are. */
const isLocked = ({ status, message }: RestReply): boolean => status === 403 && /is locked/i.test(message)

/** Why a comment was not written; throws what is nobody's decision. */
const refusalOf = (reply: RestReply): 'gone' | 'locked' => {
  if (isLocked(reply)) return 'locked'
  if (reply.status === 403 && reply.error !== undefined) throw reply.error
  return 'gone'
}

export const createComments = ({ api, accounts, clock }: GithubContext) => {
  const fetchAll = async (number: number): Promise<readonly Raw[] | undefined> => {
    const all: Raw[] = []
    for (let page = 1; page <= maxPages; page += 1) {
      const reply = await api.rest({
        route: 'GET /repos/{owner}/{repo}/issues/{number}/comments',
        parameters: { number, per_page: perPage, page },
        permission: 'issues: read',
        expected: goneStatuses,
      })
      if (reply.status >= 300) return undefined
      const found = readAnswer(z.array(commentSchema), reply.data, 'comments')
      all.push(...found)
      if (found.length < perPage) break
    }
    return all
  }

  const ownMarked = ({ user, body }: Raw) => {
    const marked = accounts.isOurs(user?.login ?? '') ? readMarked(body ?? '') : undefined
    return marked?.kind === 'comment' ? marked : undefined
  }

  const withMark = (comments: readonly Raw[], marker: string): Raw | undefined =>
    comments.find(comment => ownMarked(comment)?.marker === marker)

  const write = async (number: number, { body, marker }: Marking): Promise<CommentResult> => {
    const text = withMarker(body, 'comment', marker)
    const comments = await fetchAll(number)
    if (comments === undefined) return 'gone'
    const before = withMark(comments, marker)
    if (before?.body === text) return 'same'
    if (before !== undefined) {
      const edited = await api.rest({
        route: 'PATCH /repos/{owner}/{repo}/issues/comments/{id}',
        parameters: { id: before.id, body: text },
        permission: 'issues: write',
        expected: [403, 404],
      })
      if (edited.status < 300) return 'edited'
      // Where it is not there any more somebody removed it meanwhile.
      if (edited.status === 403) return refusalOf(edited)
    }
    const make = async (): Promise<CommentResult> => {
      const reply = await api.rest({
        route: 'POST /repos/{owner}/{repo}/issues/{number}/comments',
        parameters: { number, body: text },
        permission: 'issues: write',
        expected: [403, ...goneStatuses],
        once: true,
      })
      return reply.status < 300 ? 'created' : refusalOf(reply)
    }
    const find = async (): Promise<CommentResult | undefined> =>
      withMark((await fetchAll(number)) ?? [], marker) === undefined ? undefined : 'created'
    return makeOnce({ clock, make, find })
  }

  return {
    write,
    /** Oldest first, without markers. */
    list: async (number: number): Promise<readonly Comment[]> => {
      const found = await fetchAll(number)
      if (found === undefined) throw missingIssue(number)
      return found.map(raw => ({
        id: raw.id,
        author: raw.user?.login ?? 'ghost',
        body: readMarked(raw.body ?? '')?.body ?? raw.body ?? '',
        createdAt: toTime(raw.created_at),
      }))
    },
  }
}
