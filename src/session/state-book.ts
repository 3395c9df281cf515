import { PerpetualError } from '../domain/errors.ts'
import type { Operation } from '../domain/operation.ts'
import { emptyAccount, emptyPipeline, statePaths, type AccountState, type PipelineState, type State } from '../domain/state.ts'
import { taskSchema, type Task } from '../domain/task.ts'
import { transition, type Transition } from '../domain/transition.ts'
import type { Outcome } from '../domain/work.ts'
import type { FileChange, Head, StateStore } from '../forge/forge.ts'
import { appended, changesBetween, parseState, readOutcomes, readState, type Pieces } from './state-files.ts'

/** Files that go into the same commit as an operation. */
export interface Extras {
  readonly files?: readonly FileChange[]
  /** A line for the end of a file, with a line break of its own. */
  readonly line?: { readonly path: string; readonly text: string }
}

/** Lost races before giving up; each means that somebody else got on, so this is never reached but by a broken store. */
const maxRaces = 500

/** A write that failed may have landed, or may land now: writing the operation again changes nothing twice, because it has an id. */
const maxFailedWrites = 2

/** A git that was killed, for example; what a person must mend does not get better by itself. */
const isPassing = (error: unknown): boolean => error instanceof PerpetualError && error.actBy === 'next-run'

function piecesOf(operation: Operation): Pieces {
  const accounts = 'account' in operation ? [operation.account] : []
  const pipelines =
    operation.type === 'reconcile-account' ? [...new Set([operation.pipeline, ...operation.pipelines])] : [operation.pipeline]
  return { accounts, pipelines, tasks: tasksOf(operation).map(id => ({ pipeline: operation.pipeline, id })) }
}

function tasksOf(operation: Operation): readonly string[] {
  switch (operation.type) {
    case 'checkpoint':
      return operation.task === null ? [] : [operation.task.task]
    case 'add-tasks':
      return operation.tasks.map(task => task.id)
    case 'wrap':
      return operation.task === null ? [] : [operation.task]
    case 'start-task':
    case 'record-parts':
    case 'end-task':
    case 'review-part':
    case 'command-task':
      return [operation.task]
    case 'claim':
    case 'settle':
    case 'reconcile-account':
      return []
  }
}

/** Typed reading and writing of the state branch: operations in, commits out. */
export interface StateBook {
  read(pieces: Pieces): Promise<State>
  /** All tasks of a pipeline, or of all pipelines. */
  tasks(pipeline?: string): Promise<readonly Task[]>
  pipeline(name: string): Promise<PipelineState>
  account(name: string): Promise<AccountState>
  /** What a task's calls brought, in the order in which it was absorbed. */
  outcomes(task: Task): Promise<readonly Outcome[]>
  /** Applies an operation by compare-and-set, again on each lost race. */
  apply(operation: Operation, extras?: Extras): Promise<Transition>
  store: StateStore
}

export function createStateBook(store: StateStore): StateBook {
  const readAt = (head: Head, pieces: Pieces) => readState(store, head, pieces)

  const apply = async (operation: Operation, extras: Extras = {}): Promise<Transition> => {
    let failures = 0
    for (let race = 0; race < maxRaces; race += 1) {
      const head = await store.head()
      const before = await readAt(head, piecesOf(operation))
      const result = transition(before, operation)
      if (result.type !== 'changed') return result
      const changes = [...changesBetween(before, result.state), ...(extras.files ?? [])]
      if (extras.line !== undefined) changes.push(await appended(store, head, extras.line))
      const message = `${operation.type} ${operation.pipeline}\n\nOperation: ${operation.operation}`
      const written = await store.write(head, changes, message).catch((error: unknown) => {
        failures += 1
        if (failures > maxFailedWrites || !isPassing(error)) throw error
        return null
      })
      if (written?.type === 'written') return result
    }
    throw new PerpetualError(`Expected to write ${operation.type} within ${maxRaces} races, lost them all`, {
      actBy: 'report-bug',
    })
  }

  const readTasks = async (pipeline?: string): Promise<readonly Task[]> => {
    const head = await store.head()
    const paths = await store.list(head, pipeline === undefined ? statePaths.tasks : `${statePaths.tasks}/${pipeline}`)
    const texts = await store.read(head, paths)
    return [...texts].map(([path, text]) => parseState(taskSchema, path, text))
  }

  return {
    store,
    apply,
    tasks: readTasks,
    outcomes: task => readOutcomes(store, task),
    read: async pieces => readAt(await store.head(), pieces),
    pipeline: async name => {
      const state = await readAt(await store.head(), { accounts: [], pipelines: [name], tasks: [] })
      return state.pipelines[name] ?? emptyPipeline(name)
    },
    account: async name => {
      const state = await readAt(await store.head(), { accounts: [name], pipelines: [], tasks: [] })
      return state.accounts[name] ?? emptyAccount(name)
    },
  }
}
