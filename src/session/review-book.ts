import { parseHandles, rejectPairs, type Looked } from '../dataset/review.ts'
import { escapeMarkdown } from '../dataset/markdown.ts'
import { PerpetualError } from '../domain/errors.ts'
import type { Clock } from '../domain/instant.ts'
import type { Part, Task } from '../domain/task.ts'
import type { FileChange, Forge, Pull } from '../forge/forge.ts'
import { project } from './projection.ts'
import type { Reporter } from './reporter.ts'
import { pruneResults, takeInReviews } from './reviews.ts'
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

/** Lost races against other editors of a branch before giving up. */
const maxRaces = 20

export function createReviewBook(setup: ReviewBookSetup): ReviewBook {
  const { forge, book } = setup

  const delivered = async (): Promise<readonly { readonly task: Task; readonly part: Part }[]> => {
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

  const rowOf = ({ task, part, pull }: { readonly task: Task; readonly part: Part; readonly pull: Pull }): ReviewRow => ({
    number: pull.number,
    task: task.id,
    part: part.part,
    title: pull.title,
    pairs: part.pairs,
    state: pull.state,
    branch: pull.branch,
  })

  /** Brings the task up to date with what was just done to its part. */
  const settle = async (task: Task, looked: Looked): Promise<Task> => {
    const setting = setup.settingOf(task.pipeline)
    await takeInReviews({ book, forge, clock: setup.clock, setting, report: setup.report }, task, looked)
    const current = (await book.tasks(task.pipeline)).find(each => each.id === task.id) ?? task
    await pruneResults(book, current)
    await project(forge, { task: current, agent: setting.agent })
    return current
  }

  const refuseEnded = (pull: Pull): void => {
    if (pull.state !== 'open')
      throw new PerpetualError(`Expected an open part, got #${pull.number}, which is ${pull.state}`, { actBy: 'fix-config' })
  }

  const removePairs = async (
    found: { readonly part: Part; readonly pull: Pull },
    { pairs, because }: { readonly pairs: string; readonly because: string },
  ) => {
    const handles = parseHandles(pairs)
    for (let race = 0; race < maxRaces; race += 1) {
      const pull = (await forge.pulls.get(found.pull.number)) ?? found.pull
      const texts = await forge.pulls.read(
        pull.number,
        found.part.paths.filter(path => path.endsWith('.json')),
      )
      const changes: FileChange[] = []
      const removed: string[] = []
      for (const [path, text] of texts) {
        const result = rejectPairs(text, handles)
        if (result.removed.length > 0) changes.push({ path, text: result.text })
        removed.push(...result.removed)
      }
      const missing = handles.filter(handle => !removed.includes(handle))
      if (missing.length > 0)
        throw new PerpetualError(
          `Expected handles of pairs in #${pull.number}, found none named ${missing.slice(0, 5).join(', ')}`,
          { actBy: 'fix-config' },
        )
      const message = `Reject ${removed.join(', ')}\n\n${because}`
      const written = await forge.pulls.edit(pull.number, { base: pull.head, changes, message })
      if (written.type === 'written') return removed
    }
    throw new PerpetualError(`Expected to edit #${found.pull.number} within ${maxRaces} races, lost them all; try again`, {
      actBy: 'next-run',
    })
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
      const { task, pull } = await find(number)
      if (pull.state === 'closed') refuseEnded(pull)
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
      const current = await settle(task, looked)
      const kept = current.parts.find(part => part.pull === number)?.kept ?? 0
      return { task: task.id, status: current.status, commit: merged.commit, kept }
    },
    reject: async (number, { pairs, because }) => {
      const found = await find(number)
      refuseEnded(found.pull)
      const removed = pairs === undefined ? [] : await removePairs(found, { pairs, because })
      const what = pairs === undefined ? 'The whole part' : removed.join(', ')
      await forge.pulls.comment(number, {
        marker: `reject:${removed.join(',') || 'all'}`,
        body: `${what} rejected${because === '' ? '' : `, because ${escapeMarkdown(because)}`}.`,
      })
      if (pairs === undefined) {
        await forge.pulls.close(number)
        await settle(found.task, { all: false, some: true })
      }
      return { task: found.task.id, removed, closed: pairs === undefined }
    },
  }
}
