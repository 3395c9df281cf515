import { readHandles } from '../dataset/reviewed-file.ts'
import type { Clock } from '../domain/instant.ts'
import type { Looked } from '../domain/task.ts'
import type { Comment, Forge, People } from '../forge/forge.ts'
import type { Endings } from './endings.ts'
import { findPart, type FoundPart } from './find-part.ts'
import { recordLook } from './record-look.ts'
import { renderRejection } from './rejection-message.ts'
import { removePairs } from './remove-pairs.ts'
import { keyOf, readAnswered, renderReply } from './review-commands-reply.ts'
import { commandLines, readCommand } from './review-commands-text.ts'
import { judge, lookedAt, rejected, tell, type PartPairs, type Said } from './review-commands-verdict.ts'
import { reviewedFiles } from './reviews.ts'
import type { StateBook } from './state-book.ts'

export interface ReviewCommandsSetup {
  readonly forge: Forge
  readonly book: StateBook
  readonly clock: Clock
  /** For a part that is rejected whole. */
  readonly endings: Pick<Endings, 'handle'>
}

export type ReviewAnswer =
  /** No task delivered a pull request with this number, or there is nobody here but its owner. */
  | { readonly type: 'not-ours' }
  /** It was merged or closed. */
  | { readonly type: 'ended' }
  /** Everything was answered before. */
  | { readonly type: 'nothing-new' }
  | {
      readonly type: 'answered'
      readonly removed: readonly string[]
      readonly looked: Looked
      readonly closed: boolean
      /** Commands that wait for a file to be mended. */
      readonly waiting: number
    }

/** `/reject …` and `/ok …` in the comments on a delivered pull request. */
export interface ReviewCommands {
  /** Does what was not done yet with one commit, and answers with one reply, which it edits; again, it changes nothing. */
  handle(event: { readonly pull: number }): Promise<ReviewAnswer>
}

/** What people wrote on a pull request. */
interface Heard {
  readonly said: readonly Said[]
  /** Who gave commands and may not, each once. */
  readonly strangers: readonly string[]
}

/** Comments that come while others are answered are answered too, so many times; the next comment's run does the rest. */
const maxRounds = 5

async function listen(comments: readonly Comment[], people: People): Promise<Heard> {
  const answered = readAnswered(comments, people.account)
  const said: Said[] = []
  const writers = new Map<string, boolean>()
  for (const comment of comments) {
    const lines = comment.author === people.account ? [] : commandLines(comment.body)
    if (lines.length === 0) continue
    const { author: by } = comment
    const key = keyOf(comment)
    const isNew = !answered.has(key)
    if (isNew && !writers.has(by)) writers.set(by, await people.mayWrite(by))
    if (!isNew || writers.get(by) === true) said.push(...lines.map(line => ({ by, key, isNew, command: readCommand(line) })))
  }
  return { said, strangers: [...writers].filter(([, may]) => !may).map(([login]) => login) }
}

export function createReviewCommands({ forge, book, clock, endings }: ReviewCommandsSetup): ReviewCommands {
  const deliveredHandles = async ({ part }: FoundPart): Promise<ReadonlySet<string>> => {
    const commit = part.commit ?? (part.pull === null ? undefined : await forge.pulls.get(part.pull))?.first
    const texts = commit === undefined ? [] : [...(await forge.contents.read(commit, reviewedFiles(part)))]
    return new Set(texts.flatMap(([path, text]) => [...readHandles({ path, text }).keys()]))
  }

  const reply = (pull: number, { said, strangers }: Heard, left: PartPairs) => {
    const waiting = new Set(said.filter(each => judge(each.command, left).type === 'waits').map(({ key }) => key))
    const answered = [...new Set(said.map(({ key }) => key))].filter(key => !waiting.has(key))
    const answers = said.map(each => ({ by: each.by, line: each.command.line, result: tell(each, left) }))
    return forge.pulls.comment(pull, { marker: 'review-commands', body: renderReply({ answered, answers, strangers }) })
  }

  const answer = async (found: FoundPart, pull: number, heard: Heard): Promise<ReviewAnswer> => {
    const { said } = heard
    const delivered = await deliveredHandles(found)
    const removal = await removePairs(forge, found.part, standing => {
      const rejections = rejected(said, { ...standing, delivered })
      const named = rejections.map(({ by, handles, command }) => ({ by, handles, because: command.because }))
      return { handles: rejections.flatMap(({ handles }) => handles), message: renderRejection(found, named) }
    })
    if (removal === undefined) return { type: 'ended' }
    const { removed, standing } = removal
    const present = new Set([...standing.present].filter(handle => !removed.includes(handle)))
    const left: PartPairs = { ...standing, present, delivered: new Set([...delivered, ...standing.present]) }
    const looked = lookedAt(said, left)
    await recordLook({ book, clock }, found, looked)
    const closed = said.some(({ isNew, command }) => isNew && command.name === 'reject' && command.pairs === 'all')
    if (closed) await forge.pulls.close(pull)
    await reply(pull, heard, left)
    if (closed) await endings.handle({ pull })
    const waiting = said.filter(each => judge(each.command, left).type === 'waits').length
    return { type: 'answered', removed, looked, closed, waiting }
  }

  /** Again while a comment came in meanwhile, or somebody who answered at the same time wrote over the reply. */
  const answerAll = async (found: FoundPart, pull: number, people: People): Promise<ReviewAnswer> => {
    let result: ReviewAnswer = { type: 'nothing-new' }
    let removed: readonly string[] = []
    const seen = new Set<string>()
    for (let round = 0; round < maxRounds; round += 1) {
      const heard = await listen(await forge.issues.comments(pull), people)
      const fresh = heard.said.filter(({ isNew }) => isNew)
      const isKnown = round > 0 ? fresh.every(({ key }) => seen.has(key)) : fresh.length === 0 && heard.strangers.length === 0
      if (isKnown) return result
      const next = await answer(found, pull, heard)
      if (next.type !== 'answered') return next
      removed = [...removed, ...next.removed]
      result = { ...next, removed }
      if (next.closed) return result
      for (const { key } of fresh) seen.add(key)
    }
    return result
  }

  return {
    handle: async ({ pull }) => {
      const { society } = forge
      const found = await findPart(book, pull)
      if (society === undefined || found === undefined) return { type: 'not-ours' }
      return found.part.state === 'open' ? answerAll(found, pull, society.people) : { type: 'ended' }
    },
  }
}
