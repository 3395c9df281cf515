import type { Holder } from '../../domain/ledger.ts'
import { mayFollow, compareTasks, type Task } from '../../domain/task.ts'
import type { DirectWork, SubmitWork, Work } from '../../domain/work.ts'
import { project } from '../projection.ts'
import type { TaskRun } from '../task-run.ts'
import type { BatchSessionSetup } from './batch-parts.ts'
import { taskOfWork } from './display.ts'
import type { Standing } from './match-jobs.ts'

/** A task with its run; `task` is replaced as it changes. */
export interface Held {
  task: Task
  readonly run: TaskRun<Work>
}

/** The tasks of one session and their runs, loaded when they are needed. */
export interface HeldTasks {
  /** Those in progress, in their order. */
  inProgress(): Promise<readonly Held[]>
  get(task: string): Promise<Held | undefined>
  /** Whether these works still wait for their outcome. */
  standings(works: readonly string[]): Promise<(work: string) => Standing>
  waiting(): readonly Task[]
  /** Starts a task that waits; undefined where it was stopped meanwhile, or the claim is lost. */
  start(task: Task, holder: Holder): Promise<Held | undefined>
  /** Sets a task aside for a person. */
  block(task: string, why: { readonly holder: Holder; readonly reason: string }): Promise<void>
}

export const isSubmit = (work: Work): work is SubmitWork => work.type === 'submit'
const isDirect = (work: Work): work is DirectWork => work.type !== 'submit'

/** A run that shows only what comes to its outcome within a session, and has come to its end when nothing of that is left. */
export const directly = (run: TaskRun<Work>): TaskRun => ({
  ...run,
  next: () => run.next().filter(isDirect),
  finished: () => run.finished() || !run.next().some(isDirect),
})

export async function holdTasks({ batch, book, clock, forge, setting, taskSettings }: BatchSessionSetup): Promise<HeldTasks> {
  const tasks = new Map((await book.tasks(setting.pipeline)).map(task => [task.id, task]))
  const held = new Map<string, Held>()

  const get = async (id: string): Promise<Held | undefined> => {
    const known = held.get(id)
    const task = tasks.get(id)
    if (known !== undefined || task === undefined) return known
    const made = { task, run: await batch.createRun(task, await book.outcomes(task)) }
    held.set(id, made)
    return made
  }

  const standingOf = async (work: string): Promise<Standing> => {
    const task = tasks.get(taskOfWork(work))
    if (task === undefined) return 'unknown'
    // What has ended had all its outcomes, and they may have been removed since.
    if (!mayFollow(task.status, 'blocked') && task.status !== 'blocked') return 'done'
    const run = (await get(task.id))?.run
    return run?.next().some(each => isSubmit(each) && each.id === work) === true ? 'wanted' : 'done'
  }

  const statusOf = (task: Task): Task['status'] => held.get(task.id)?.task.status ?? task.status

  return {
    get,
    inProgress: async () => {
      const open = [...tasks.values()].filter(task => statusOf(task) === 'in-progress').toSorted(compareTasks)
      return (await Promise.all(open.map(task => get(task.id)))).flatMap(each => each ?? [])
    },
    standings: async works => {
      const found = new Map<string, Standing>()
      for (const work of new Set(works)) found.set(work, await standingOf(work))
      return work => found.get(work) ?? 'unknown'
    },
    waiting: () => [...tasks.values()].filter(task => statusOf(task) === 'pending').toSorted(compareTasks),
    start: async (task, holder) => {
      const now = clock.now()
      const operation = `${holder.session}/${holder.epoch}/start-task/${task.id}/${now}`
      const start = { type: 'start-task', operation, now, ...holder, task: task.id, settings: taskSettings } as const
      const started = await book.apply(start)
      const current = started.type === 'fenced' ? undefined : started.state.tasks[task.id]
      if (current === undefined) {
        tasks.delete(task.id)
        return undefined
      }
      // Begun anew, because its settings are kept with it only now.
      tasks.set(task.id, current)
      held.delete(task.id)
      await project(forge, { task: current, agent: setting.agent })
      return await get(task.id)
    },
    block: async (id, { holder, reason }) => {
      const now = clock.now()
      const operation = `${holder.session}/${holder.epoch}/block/${id}/${now}`
      const ended = await book.apply({ type: 'end-task', operation, now, ...holder, task: id, status: 'blocked', reason })
      const task = ended.type === 'fenced' ? undefined : ended.state.tasks[id]
      const known = held.get(id)
      if (task === undefined || known === undefined) return
      known.task = task
      await project(forge, { task, agent: setting.agent })
    },
  }
}
