import type { Caller } from './accounts.ts'
import { nodeId } from './node-id.ts'
import { HttpError } from './http-error.ts'
import { createIssueBook, type IssueBook } from './issues.ts'
import { createPullBook, type PullBook } from './pulls.ts'
import { checkText } from './text-limits.ts'
import { actorId, now, type World } from './world.ts'

export interface DiscussionRow {
  readonly id: string
  readonly number: number
  readonly category: number
  readonly userId: number
  readonly createdAt: string
  title: string
  body: string
}

export interface Books {
  readonly issues: IssueBook
  readonly pulls: PullBook
  readonly discussions: DiscussionRow[]
  discuss(
    caller: Caller,
    discussion: { readonly categoryId: string; readonly title: string; readonly body: string },
  ): DiscussionRow
}

export const categoryId = (index: number): string => nodeId('DiscussionCategory', index)

export function createBooks(world: World): Books {
  const issues = createIssueBook(world)
  const discussions: DiscussionRow[] = []
  return {
    issues,
    pulls: createPullBook(world, issues),
    discussions,
    discuss: (caller, { categoryId: wanted, title, body }) => {
      const category = world.settings.discussionCategories.findIndex((_name, index) => categoryId(index) === wanted)
      if (category < 0) throw new HttpError(404, `Could not resolve to a node with the global id of '${wanted}'`)
      checkText('Discussion', { title, body })
      // Numbers are shared with issues on GitHub; here discussions have a range of their own.
      const number = 100_001 + discussions.length
      const made = {
        id: nodeId('Discussion', number),
        number,
        category,
        userId: actorId(world, caller),
        createdAt: now(),
        title,
        body,
      }
      discussions.push(made)
      return made
    },
  }
}
