import { messageOf } from '../domain/errors.ts'
import { toEpochMs, type Clock } from '../domain/instant.ts'
import type { Task } from '../domain/task.ts'
import type { Forge } from '../forge/forge.ts'
import { renderEnding } from './ending-comment.ts'
import { findPart } from './find-part.ts'
import { project } from './projection.ts'
import type { Reporter } from './reporter.ts'
import { pruneResults, resultFiles, takeInReviews, type TakenIn } from './reviews.ts'
import type { SessionSetting } from './setting.ts'
import type { StateBook } from './state-book.ts'

export interface EndingsSetup {
  readonly forge: Forge
  readonly book: StateBook
  readonly clock: Clock
  readonly settingOf: (pipeline: string) => Pick<SessionSetting, 'agent' | 'expectedCallMs' | 'concurrency'>
  readonly report: Reporter
}

export type Ending =
  /** No task delivered a pull request with this number: whatever its branch is called, it is none of ours. */
  | { readonly type: 'not-ours' }
  /** The task as it stands now, ended or not. */
  | { readonly type: 'settled'; readonly task: Task }

/** What follows when parts are merged or closed: counted, graded, told, labelled, closed and pruned. Each is done once, whatever is repeated. */
export interface Endings {
  /** After a pull request was merged or closed. */
  handle(event: { readonly pull: number }): Promise<Ending>
  /** Brings one task up to date with its pull requests. */
  settle(task: Task): Promise<Task>
  /** The same for all tasks of a pipeline, at one look where none has ended; labels of the others stay as they are. */
  settleAll(pipeline: string, tasks: readonly Task[]): Promise<void>
}

/** Who ends a task has this long to tell it, milliseconds; then somebody else does. Two at once could comment twice. */
const tellingMs = 60_000

const isEnded = ({ status }: Task): boolean => status === 'completed' || status === 'rejected'

export function createEndings({ forge, book, clock, settingOf, report }: EndingsSetup): Endings {
  /** The results go last: while they are there, the ending has not been told to its end. */
  const tell = async ({ task, endedHere }: TakenIn): Promise<void> => {
    if (!isEnded(task) || task.endedAt === null) return
    if (!endedHere) {
      if (toEpochMs(clock.now()) - toEpochMs(task.endedAt) < tellingMs) return
      if ((await resultFiles(book, task)).length === 0) return
    }
    const issue = task.issue === null ? undefined : await forge.issues.get(task.issue)
    if (issue !== undefined) {
      await forge.issues.comment(issue.number, { body: renderEnding(task), marker: `ending:${task.pipeline}/${task.id}` })
      await project(forge, { task, agent: settingOf(task.pipeline).agent, issue })
    }
    await pruneResults(book, task)
  }

  const takeIn = (task: Task, mayHaveEnded?: (pull: number) => boolean): Promise<TakenIn> =>
    takeInReviews({ forge, book, clock, report, setting: settingOf(task.pipeline) }, task, mayHaveEnded)

  const settle: Endings['settle'] = async task => {
    const taken = await takeIn(task)
    await tell(taken)
    const current = taken.task
    await project(forge, { task: current, agent: settingOf(task.pipeline).agent })
    return current
  }

  return {
    settle,
    handle: async ({ pull }) => {
      const found = await findPart(book, pull)
      return found === undefined ? { type: 'not-ours' } : { type: 'settled', task: await settle(found.task) }
    },
    settleAll: async (pipeline, tasks) => {
      const waits = tasks.some(task => task.parts.some(part => part.state === 'open'))
      const open = waits ? await forge.pulls.list({ state: 'open', branchPrefix: `perpetual/${pipeline}/` }) : []
      const numbers = new Set(open.map(({ number }) => number))
      for (const task of tasks) {
        // A part that cannot be read, or an issue that takes no comment, must not keep the whole pipeline from working.
        const settled = takeIn(task, pull => !numbers.has(pull)).then(tell)
        await settled.catch((error: unknown) =>
          report({ type: 'warning', message: `What became of ${task.id} is left to the next session: ${messageOf(error)}` }),
        )
      }
    },
  }
}
