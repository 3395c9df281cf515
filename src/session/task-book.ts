import { PerpetualError } from '../domain/errors.ts'
import type { Clock } from '../domain/instant.ts'
import { compareTasks, type Task } from '../domain/task.ts'
import type { Forge, Issue } from '../forge/forge.ts'
import { takeImportLock, type ImportLockSetup } from './import-lock.ts'
import { labelsOf, project } from './projection.ts'
import type { Extras, StateBook } from './state-book.ts'
import type { SeedTask, TaskBook, TaskDetail, TaskRow } from './task-book-port.ts'
import { totalsOf } from './task-run.ts'

export interface TaskBookSetup extends Pick<ImportLockSetup, 'identity' | 'isDead'> {
  readonly forge: Forge
  readonly book: StateBook
  readonly clock: Clock
  /** Whose label a pipeline's tasks carry. */
  readonly agentOf: (pipeline: string) => string
}

/** Tasks that go into the state with one commit: an import that is stopped loses no more than these, and makes them up the next time. */
const tasksPerCommit = 11

/** Characters that GitHub takes; the longest id before the longest title has six more, and the body says both whole. */
const longestIssueTitle = 256

const isOpen = (task: Task): boolean => task.status === 'pending' || task.status === 'in-progress' || task.status === 'in-review'

/** A task that nobody has worked on. */
export const newTask = (seed: Omit<SeedTask, 'body'>, rest: Pick<Task, 'issue' | 'body' | 'createdAt' | 'redoes'>): Task => ({
  version: 1,
  id: seed.id,
  pipeline: seed.pipeline,
  title: seed.title,
  priority: seed.priority,
  order: seed.order,
  status: 'pending',
  settings: null,
  attempts: 0,
  reason: null,
  startedAt: null,
  endedAt: null,
  activeMs: 0,
  spent: {},
  units: [],
  resultFiles: 0,
  parts: [],
  grade: null,
  ...rest,
})

const rowOf = (task: Task): TaskRow => ({
  number: task.issue,
  id: task.id,
  pipeline: task.pipeline,
  title: task.title,
  priority: task.priority,
  status: task.status,
  attempts: task.attempts,
  accepted: totalsOf(task.units).accepted,
})

const detailOf = (task: Task): TaskDetail => ({
  ...rowOf(task),
  order: task.order,
  createdAt: task.createdAt,
  startedAt: task.startedAt,
  endedAt: task.endedAt,
  reason: task.reason,
  redoes: task.redoes,
  units: task.units,
  deliveries: task.parts.map(part => ({
    branch: part.branch,
    number: part.pull,
    url: part.url,
    state: part.state,
    pairs: part.pairs,
  })),
  grade: task.grade === null ? null : `${task.grade.letter} (${task.grade.score})`,
  body: task.body,
})

export function createTaskBook({ forge, book, clock, agentOf, identity, isDead }: TaskBookSetup): TaskBook {
  const openIssue = (task: Task): Promise<Issue> =>
    forge.issues.create({
      title: `${task.id}: ${task.title}`.slice(0, longestIssueTitle).toWellFormed(),
      body: task.body,
      labels: labelsOf(task, agentOf(task.pipeline)),
      marker: `task:${task.pipeline}/${task.id}`,
    })

  const add = async (pipeline: string, tasks: readonly Task[], extras: Extras = {}): Promise<void> => {
    const operation = `add/${tasks[0]?.id ?? ''}-${tasks.length}/${clock.now()}`
    await book.apply({ type: 'add-tasks', operation, pipeline, now: clock.now(), tasks }, extras)
  }

  const find = async (name: string): Promise<Task | undefined> => {
    const tasks = await book.tasks()
    const number = /^#?(\d+)$/u.exec(name)?.[1]
    return tasks.find(task => task.id === name || (number !== undefined && task.issue === Number(number)))
  }

  const findOrRefuse = async (name: string): Promise<Task> => {
    const task = await find(name)
    if (task !== undefined) return task
    throw new PerpetualError(
      `Expected a task's number or id, found none named \`${name}\`; \`perpetual tasks list\` shows them`,
      {
        actBy: 'fix-config',
      },
    )
  }

  const missingOf = async (seeds: readonly SeedTask[]): Promise<readonly SeedTask[]> => {
    const known = new Set((await book.tasks()).map(task => `${task.pipeline}/${task.id}`))
    return seeds.filter(seed => !known.has(`${seed.pipeline}/${seed.id}`))
  }

  const importTasks: TaskBook['import'] = async (seeds, onProgress) => {
    const total = (await missingOf(seeds)).length
    if (total === 0) return { created: 0, existing: seeds.length }
    const lock = await takeImportLock({ store: book.store, clock, identity, isDead }, () =>
      onProgress({ done: 0, total, title: 'waits for another import' }),
    )
    // Again: the other import may have made them.
    const missing = await missingOf(seeds)
    let waiting: Task[] = []
    for (const [index, seed] of missing.entries()) {
      await lock.renew()
      const task = newTask(seed, { issue: null, body: seed.body, createdAt: clock.now(), redoes: null })
      const issue = await openIssue(task)
      waiting.push({ ...task, issue: issue.number })
      const next = missing[index + 1]
      if (waiting.length >= tasksPerCommit || next?.pipeline !== seed.pipeline) {
        await add(seed.pipeline, waiting, { files: [next === undefined ? lock.release : lock.renewal()] })
        waiting = []
      }
      onProgress({ done: index + 1, total: missing.length, title: seed.title })
    }
    if (missing.length === 0) await lock.giveBack()
    return { created: missing.length, existing: seeds.length - missing.length }
  }

  const redo: TaskBook['redo'] = async name => {
    const task = await findOrRefuse(name)
    if (isOpen(task))
      throw new PerpetualError(`Expected a task that has ended or is blocked, got \`${task.id}\`, which is ${task.status}`, {
        actBy: 'fix-config',
      })
    const ids = new Set((await book.tasks(task.pipeline)).map(each => each.id))
    const origin = task.redoes ?? task.id
    let attempt = 2
    while (ids.has(`${origin}-r${attempt}`)) attempt += 1
    const again = newTask(
      { ...task, id: `${origin}-r${attempt}` },
      { issue: null, body: task.body, createdAt: clock.now(), redoes: origin },
    )
    const issue = await openIssue(again)
    await add(task.pipeline, [{ ...again, issue: issue.number }])
    return rowOf({ ...again, issue: issue.number })
  }

  const command = async (name: string, status: 'pending' | 'blocked', reason: string | null): Promise<TaskRow> => {
    const task = await findOrRefuse(name)
    const now = clock.now()
    const operation = `${status}/${task.id}/${now}`
    const result = await book.apply({
      type: 'command-task',
      operation,
      pipeline: task.pipeline,
      now,
      task: task.id,
      status,
      reason,
    })
    if (result.type === 'fenced')
      throw new PerpetualError(`Expected a task that may become ${status}, got \`${task.id}\`, which is ${task.status}`, {
        actBy: 'fix-config',
      })
    const commanded = result.state.tasks[task.id] ?? task
    await project(forge, { task: commanded, agent: agentOf(task.pipeline) })
    return rowOf(commanded)
  }

  return {
    block: (name, because) => command(name, 'blocked', because),
    unblock: name => command(name, 'pending', null),
    import: importTasks,
    redo,
    list: async ({ pipeline, status }) => {
      const tasks = (await book.tasks(pipeline)).filter(task => status === undefined || task.status === status)
      const isEnded = (task: Task) => Number(task.status === 'completed' || task.status === 'rejected')
      return tasks.toSorted((a, b) => isEnded(a) - isEnded(b) || compareTasks(a, b)).map(rowOf)
    },
    show: async name => {
      const task = await find(name)
      if (task === undefined) return undefined
      await project(forge, { task, agent: agentOf(task.pipeline) })
      return detailOf(task)
    },
    close: () => forge.close(),
  }
}
