import { createHash } from 'node:crypto'
import { escapeMarkdown } from '../dataset/markdown.ts'
import type { Comment } from '../forge/forge.ts'

/** One line of the reply. */
export interface Answer {
  readonly by: string
  readonly line: string
  readonly result: string
}

/** Well below the 65,536 characters of a comment, with what a forge adds of its own. */
const longestReply = 60_000
const longestLine = 200
const strangersNamed = 20

const answeredPattern = /^<!-- perpetual:answered ([0-9a-f: ]*)-->/m

/** Names a comment as it was answered: edited, it is another one. */
export const keyOf = ({ id, body }: Pick<Comment, 'id' | 'body'>): string =>
  `${id.toString(16)}:${createHash('sha256').update(body).digest('hex').slice(0, 10)}`

/** The keys of the comments that were answered, as the automation's own replies keep them; nobody else's are believed. */
export function readAnswered(comments: readonly Comment[], account: string): ReadonlySet<string> {
  const own = comments.filter(({ author }) => author === account)
  return new Set(own.flatMap(({ body }) => (answeredPattern.exec(body)?.[1] ?? '').split(' ').filter(key => key !== '')))
}

const renderAnswer = ({ by, line, result }: Answer): string =>
  `- By ${escapeMarkdown(by)}: ${escapeMarkdown(line.length > longestLine ? `${line.slice(0, longestLine).toWellFormed()} …` : line)} — ${result}`

const renderStrangers = (strangers: readonly string[]): string => {
  const named = strangers.slice(0, strangersNamed).map(escapeMarkdown).join(', ')
  const more = strangers.length > strangersNamed ? ` and ${strangers.length - strangersNamed} more` : ''
  return `- For ${named}${more}: thank you for looking. Only people with write access to this repository can use these commands.`
}

/** The one reply to all commands on a pull request, the newest last; what does not fit is said to be left out. */
export function renderReply(reply: {
  readonly answered: readonly string[]
  readonly answers: readonly Answer[]
  readonly strangers: readonly string[]
}): string {
  const head = `<!-- perpetual:answered ${reply.answered.join(' ')} -->`
  const lines = reply.answers.map(renderAnswer)
  const foot = reply.strangers.length === 0 ? [] : [renderStrangers(reply.strangers)]
  let room = longestReply - head.length - foot.join('').length
  const fitting = lines.toReversed().findIndex(line => (room -= line.length + 1) < 0)
  const shown = fitting === -1 ? lines : lines.slice(lines.length - fitting)
  const left = lines.length - shown.length
  return [
    head,
    '',
    ...(left === 0 ? [] : [`- Earlier commands that were answered, not shown here: ${left}`]),
    ...shown,
    ...foot,
  ].join('\n')
}
