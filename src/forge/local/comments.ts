import type { Instant } from '../../domain/instant.ts'
import type { Comment } from '../forge.ts'
import type { CommentRecord } from './records.ts'

export interface MarkedComment {
  readonly author: string
  readonly body: string
  readonly marker: string
  readonly at: Instant
}

export interface CommentsChange {
  readonly type: 'created' | 'edited' | 'same'
  readonly comments: CommentRecord[]
}

/** Writes or edits the author's comment with this marker; a comment of anybody else is never taken for it. */
export const withComment = (comments: readonly CommentRecord[], { author, body, marker, at }: MarkedComment): CommentsChange => {
  const index = comments.findIndex(comment => comment.marker === marker && comment.author === author)
  const found = comments[index]
  if (found === undefined) {
    const id = Math.max(0, ...comments.map(comment => comment.id)) + 1
    return { type: 'created', comments: [...comments, { id, author, body, marker, createdAt: at }] }
  }
  if (found.body === body) return { type: 'same', comments: [...comments] }
  return { type: 'edited', comments: comments.with(index, { ...found, body }) }
}

export const toComments = (comments: readonly CommentRecord[]): readonly Comment[] =>
  comments.map(({ id, author, body, createdAt }) => ({ id, author, body, createdAt }))
