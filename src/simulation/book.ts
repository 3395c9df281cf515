import type { Operation } from '../domain/operation.ts'
import type { SlotBoard } from '../domain/slot.ts'
import { emptyAccount, emptyPipeline, type AccountState, type PipelineState, type State } from '../domain/state.ts'
import { emptyBoard } from '../domain/slot.ts'
import { compareTasks, countWaitingParts, type Task } from '../domain/task.ts'
import type { Transition } from '../domain/transition.ts'
import { broughtPairs } from '../orchestrator/brought.ts'
import { piecesOfAll, transitionAll } from '../session/state-book.ts'

/** What a commit changed, for whoever watches. */
export interface Commit {
  readonly operations: readonly Operation[]
  readonly before: State
  readonly result: Transition
}

/** The state of a simulated repository: the same operations and transitions as on its branch, without git. */
export interface SimulatedBook {
  /** All of them with one commit, or none. */
  apply(...operations: readonly Operation[]): Transition
  pipeline(name: string): PipelineState
  account(name: string): AccountState
  board(pipeline: string): SlotBoard
  task(pipeline: string, id: string): Task | undefined
  /** Tasks that are under way, and the first of those that wait: all that a look and a choice depend on. */
  hot(pipeline: string): readonly Task[]
  /** Tasks that nobody has begun. */
  countPending(pipeline: string): number
  /** All tasks that a pipeline ever had, in no order. */
  all(pipeline: string): Iterable<Task>
  /** Parts that wait for a reviewer to read them. */
  waitingParts(): number
  /** Pairs that a pipeline's tasks brought so far. */
  brought(pipeline: string): number
}

/** Of the tasks that wait, so many are shown. */
const shownPending = 2

interface Shelf {
  readonly tasks: Map<string, Task>
  readonly inProgress: Map<string, Task>
  /** In the order in which they are begun. */
  readonly pending: Task[]
  brought: number
}

/** Built by hand, because this is done for every commit of every simulated day. */
function recordOf<Value>(names: readonly string[], valueOf: (name: string) => Value): Readonly<Record<string, Value>> {
  const record: Record<string, Value> = {}
  for (const name of names) record[name] = valueOf(name)
  return record
}

const emptyShelf = (): Shelf => ({ tasks: new Map(), inProgress: new Map(), pending: [], brought: 0 })

/** Where a task belongs among those that wait. */
function placeOf(pending: readonly Task[], task: Task): number {
  let [low, high] = [0, pending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = pending[middle]
    if (other !== undefined && compareTasks(other, task) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function put(shelf: Shelf, task: Task): void {
  const before = shelf.tasks.get(task.id)
  if (before?.status === 'pending' && task.status !== 'pending') shelf.pending.splice(placeOf(shelf.pending, before), 1)
  if (before?.status !== 'pending' && task.status === 'pending') shelf.pending.splice(placeOf(shelf.pending, task), 0, task)
  if (task.status === 'in-progress') shelf.inProgress.set(task.id, task)
  else shelf.inProgress.delete(task.id)
  shelf.tasks.set(task.id, task)
  if (before === undefined || before.parts !== task.parts || before.units !== task.units || before.status !== task.status)
    shelf.brought += broughtPairs([task]) - (before === undefined ? 0 : broughtPairs([before]))
}

export interface BookOptions {
  readonly onCommit: (commit: Commit) => void
  /** Whether a pipeline's parts are to be read by a reviewer. */
  readonly isRead: (pipeline: string) => boolean
}

export function createBook({ onCommit, isRead }: BookOptions): SimulatedBook {
  const accounts = new Map<string, AccountState>()
  const pipelines = new Map<string, PipelineState>()
  const boards = new Map<string, SlotBoard>()
  const shelves = new Map<string, Shelf>()
  let waiting = 0

  const shelfOf = (pipeline: string): Shelf => {
    const known = shelves.get(pipeline)
    if (known !== undefined) return known
    const made = emptyShelf()
    shelves.set(pipeline, made)
    return made
  }
  const pipelineOf = (name: string): PipelineState => pipelines.get(name) ?? emptyPipeline(name)
  const accountOf = (name: string): AccountState => accounts.get(name) ?? emptyAccount(name)
  const boardOf = (name: string): SlotBoard => boards.get(name) ?? emptyBoard(name)

  const read = (operations: readonly Operation[]): State => {
    const pieces = piecesOfAll(operations)
    const tasks: Record<string, Task> = {}
    for (const { pipeline, id } of pieces.tasks) {
      const task = shelves.get(pipeline)?.tasks.get(id)
      if (task !== undefined) tasks[id] = task
    }
    return {
      accounts: recordOf(pieces.accounts, accountOf),
      pipelines: recordOf(pieces.pipelines, pipelineOf),
      boards: recordOf(pieces.boards ?? [], boardOf),
      tasks,
    }
  }

  const write = (before: State, after: State): void => {
    for (const [name, account] of Object.entries(after.accounts)) accounts.set(name, account)
    for (const [name, pipeline] of Object.entries(after.pipelines)) pipelines.set(name, pipeline)
    for (const [name, board] of Object.entries(after.boards)) boards.set(name, board)
    for (const task of Object.values(after.tasks)) {
      const previous = before.tasks[task.id]
      if (task === previous) continue
      if (task.parts !== previous?.parts && isRead(task.pipeline))
        waiting += countWaitingParts([task]) - (previous === undefined ? 0 : countWaitingParts([previous]))
      put(shelfOf(task.pipeline), task)
    }
  }

  return {
    apply: (...operations) => {
      const before = read(operations)
      const result = transitionAll(before, operations)
      if (result.type === 'changed') write(before, result.state)
      onCommit({ operations, before, result })
      return result
    },
    pipeline: pipelineOf,
    account: accountOf,
    board: boardOf,
    task: (pipeline, id) => shelves.get(pipeline)?.tasks.get(id),
    hot: pipeline => {
      const { inProgress, pending } = shelfOf(pipeline)
      return [...inProgress.values(), ...pending.slice(0, shownPending)]
    },
    countPending: pipeline => shelfOf(pipeline).pending.length,
    all: pipeline => shelfOf(pipeline).tasks.values(),
    waitingParts: () => waiting,
    brought: pipeline => shelfOf(pipeline).brought,
  }
}
