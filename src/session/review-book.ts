import { parseHandles } from '../dataset/review.ts'
import { escapeMarkdown } from '../dataset/markdown.ts'
import { PerpetualError } from '../domain/errors.ts'
import type { Clock } from '../domain/instant.ts'
import type { Looked } from '../domain/task.ts'
import type { Forge, Pull } from '../forge/forge.ts'
import { createEndings } from './endings.ts'
import type { FoundPart } from './find-part.ts'
import { recordLook } from './record-look.ts'
import { renderRejection } from './rejection-message.ts'
import { removePairs } from './remove-pairs.ts'
import type { Reporter } from './reporter.ts'
import type { SessionSetting } from './setting.ts'
import type { StateBook } from './state-book.ts'

export interface ReviewRow {
  readonly number: number
  readonly task: string
  readonly part: number
  readonly title: string
  readonly pairs: number
  readonly state: Pull['state']
  readonly branch: string
}

export interface ReviewPage extends ReviewRow {
  readonly body: string
  /** Each review page as its author wrote it, Markdown. */
  readonly pages: readonly { readonly path: string; readonly text: string }[]
}

export interface Rejection {
  /** `macd.3,macd.7-9`; undefined rejects the whole part. */
  readonly pairs: string | undefined
  readonly because: string
}

export interface ReviewBookSetup {
  readonly forge: Forge
  readonly book: StateBook
  readonly clock: Clock
  readonly settingOf: (pipeline: string) => SessionSetting
  readonly report: Reporter
}

/** Parts that wait for a person, and what a person does with them. */
export interface ReviewBook {
  list(filter: { readonly all: boolean }): Promise<readonly ReviewRow[]>
  show(number: number): Promise<ReviewPage>
  /** `looked` says how much of it the reviewer has read. */
  accept(
    number: number,
    looked: Looked,
  ): Promise<{ readonly task: string; readonly status: string; readonly commit: string; readonly kept: number }>
  reject(
    number: number,
    rejection: Rejection,
  ): Promise<{ readonly task: string; readonly removed: readonly string[]; readonly closed: boolean }>
}

export function createReviewBook(setup: ReviewBookSetup): ReviewBook {
  const { forge, book } = setup
  const endings = createEndings(setup)

  const delivered = async (): Promise<readonly FoundPart[]> => {
    const tasks = await book.tasks()
    return tasks.flatMap(task => task.parts.filter(part => part.pull !== null).map(part => ({ task, part })))
  }

  const find = async (number: number) => {
    const found = (await delivered()).find(each => each.part.pull === number)
    const pull = found === undefined ? undefined : await forge.pulls.get(number)
    if (found === undefined || pull === undefined)
      throw new PerpetualError(
        `Expected the number of a delivered part, got ${number}; \`perpetual review list --all\` shows them`,
        { actBy: 'fix-config' },
      )
    return { ...found, pull }
  }

  const rowOf = ({ task, part, pull }: FoundPart & { readonly pull: Pull }): ReviewRow => ({
    number: pull.number,
    task: task.id,
    part: part.part,
    title: pull.title,
    pairs: part.pairs,
    state: pull.state,
    branch: pull.branch,
  })

  const refuseEnded = (pull: Pull): void => {
    if (pull.state !== 'open')
      throw new PerpetualError(`Expected an open part, got #${pull.number}, which is ${pull.state}`, { actBy: 'fix-config' })
  }

  const removeNamed = async (
    found: FoundPart,
    { pairs, because }: { readonly pairs: string; readonly because: string },
  ): Promise<readonly string[]> => {
    const { pull } = found.part
    const handles = parseHandles(pairs)
    const message = renderRejection(found, [{ handles, because, by: null }])
    const removal = await removePairs(forge, found.part, ({ present, unreadable }) => {
      if (unreadable[0] !== undefined) throw unreadable[0]
      const missing = handles.filter(handle => !present.has(handle)).slice(0, 5)
      if (missing.length === 0) return { handles, message }
      throw new PerpetualError(`Expected handles of pairs in #${pull}, found none named ${missing.join(', ')}`, {
        actBy: 'fix-config',
      })
    })
    if (removal !== undefined) return removal.removed
    throw new PerpetualError(`Expected an open part, but #${pull} was merged or closed meanwhile`, { actBy: 'fix-config' })
  }

  return {
    list: async ({ all }) => {
      const rows: ReviewRow[] = []
      for (const { task, part } of await delivered()) {
        const pull = part.pull === null ? undefined : await forge.pulls.get(part.pull)
        if (pull !== undefined && (all || pull.state === 'open')) rows.push(rowOf({ task, part, pull }))
      }
      return rows
    },
    show: async number => {
      const found = await find(number)
      const texts = await forge.pulls.read(
        number,
        found.part.paths.filter(path => path.endsWith('.review.md')),
      )
      return { ...rowOf(found), body: found.pull.body, pages: [...texts].map(([path, text]) => ({ path, text })) }
    },
    accept: async (number, looked) => {
      const found = await find(number)
      const { task, pull } = found
      if (pull.state === 'closed') refuseEnded(pull)
      // Before it is merged, so that whoever takes the merge in knows it.
      await recordLook({ book, clock: setup.clock }, found, looked)
      const merged = await forge.pulls.merge(number, { expectedHead: pull.head, message: `Merge ${pull.title} (#${number})` })
      if (merged.type === 'conflict')
        throw new PerpetualError(
          `Expected #${number} to merge, found conflicts in ${merged.paths.slice(0, 3).join(', ')}; merge ${pull.branch} by hand`,
          { actBy: 'fix-config' },
        )
      if (merged.type === 'refused') throw new PerpetualError(merged.reason, { actBy: 'fix-config' })
      if (merged.type === 'stale')
        throw new PerpetualError(`Expected #${number} to stay as it was shown, but somebody pushed to it; look again`, {
          actBy: 'next-run',
        })
      const current = await endings.settle(task)
      const kept = current.parts.find(part => part.pull === number)?.kept ?? 0
      return { task: task.id, status: current.status, commit: merged.commit, kept }
    },
    reject: async (number, { pairs, because }) => {
      const found = await find(number)
      refuseEnded(found.pull)
      const removed = pairs === undefined ? [] : await removeNamed(found, { pairs, because })
      const what = pairs === undefined ? 'The whole part' : removed.join(', ')
      await forge.pulls.comment(number, {
        marker: `reject:${removed.join(',') || 'all'}`,
        body: `${what} rejected${because === '' ? '' : `, because ${escapeMarkdown(because)}`}.`,
      })
      if (pairs === undefined) {
        await forge.pulls.close(number)
        await endings.settle(found.task)
      }
      return { task: found.task.id, removed, closed: pairs === undefined }
    },
  }
}
