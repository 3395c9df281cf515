import { PerpetualError } from '../domain/errors.ts'
import type { Operation } from '../domain/operation.ts'
import { emptyAccount, emptyPipeline, statePaths, type AccountState, type PipelineState, type State } from '../domain/state.ts'
import { taskSchema, type Task } from '../domain/task.ts'
import { transition, type Transition } from '../domain/transition.ts'
import type { Outcome } from '../domain/work.ts'
import type { FileChange, Head, StateStore } from '../forge/forge.ts'
import { appended, changesBetween, parseState, pathsOf, readOutcomes, readState, type Pieces } from './state-files.ts'

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

/** What these operations read and may change. */
export function piecesOfAll(operations: readonly Operation[]): Pieces {
  const [only] = operations
  if (only !== undefined && operations.length === 1) return piecesOf(only)
  const pieces = operations.map(piecesOf)
  const tasks = new Map(pieces.flatMap(each => each.tasks.map(task => [`${task.pipeline}/${task.id}`, task] as const)))
  return {
    accounts: [...new Set(pieces.flatMap(each => each.accounts))],
    pipelines: [...new Set(pieces.flatMap(each => each.pipelines))],
    tasks: [...tasks.values()],
    boards: [...new Set(pieces.flatMap(each => each.boards ?? []))],
  }
}

function piecesOf(operation: Operation): Pieces {
  const accounts = accountsOf(operation)
  const pipelines =
    operation.type === 'reconcile-account' ? [...new Set([operation.pipeline, ...operation.pipelines])] : [operation.pipeline]
  const tasks = tasksOf(operation).map(id => ({ pipeline: operation.pipeline, id }))
  return { accounts, pipelines, tasks, boards: slotOperations.has(operation.type) ? [operation.pipeline] : [] }
}

const slotOperations: ReadonlySet<Operation['type']> = new Set(['intend-slots', 'record-slots', 'collect-slot'])

function accountsOf(operation: Operation): readonly string[] {
  if ('account' in operation) return [operation.account]
  return operation.type === 'intend-slots' || operation.type === 'record-slots' || operation.type === 'collect-slot'
    ? Object.keys(operation.accountLimits)
    : []
}

function tasksOf(operation: Operation): readonly string[] {
  switch (operation.type) {
    case 'checkpoint':
      return operation.task === null ? [] : [operation.task.task]
    case 'add-tasks':
      return operation.tasks.map(task => task.id)
    case 'accept-task':
      return [operation.task.id]
    case 'wrap':
      return operation.task === null ? [] : [operation.task]
    case 'start-task':
    case 'record-parts':
    case 'end-task':
    case 'review-part':
    case 'look-at-part':
    case 'command-task':
    case 'collect-slot':
      return [operation.task]
    case 'intend-slots':
      return Object.keys(operation.units)
    case 'claim':
    case 'settle':
    case 'reconcile-account':
    case 'record-slots':
      return []
  }
}

/** All of them in their order, or none. */
export function transitionAll(before: State, operations: readonly Operation[]): Transition {
  let state = before
  let changed = false
  for (const operation of operations) {
    const result = transition(state, operation)
    if (result.type === 'fenced') return result
    state = result.state
    changed ||= result.type === 'changed'
  }
  return { type: changed ? 'changed' : 'already', state }
}

const messageOf = (operations: readonly Operation[]): string => {
  const [first] = operations
  const trailers = operations.map(each => `Operation: ${each.operation}`)
  return `${operations.map(each => each.type).join(' and ')} ${first?.pipeline ?? ''}\n\n${trailers.join('\n')}`
}

/** Typed reading and writing of the state branch: operations in, commits out. */
export interface StateBook {
  /** Looks for what others wrote, so that what is read next is as new as that. */
  refresh(): Promise<void>
  read(pieces: Pieces): Promise<State>
  /** All tasks of a pipeline, or of all pipelines. */
  tasks(pipeline?: string): Promise<readonly Task[]>
  pipeline(name: string): Promise<PipelineState>
  account(name: string): Promise<AccountState>
  /** What a task's calls brought, in the order in which it was absorbed. */
  outcomes(task: Task): Promise<readonly Outcome[]>
  /** Applies an operation by compare-and-set, again on each lost race. */
  apply(operation: Operation, extras?: Extras): Promise<Transition>
  /** Applies operations in order with one commit, all or none: where one is fenced off, nothing is written. */
  applyAll(operations: readonly Operation[], extras?: Extras): Promise<Transition>
  store: StateStore
}

export function createStateBook(store: StateStore): StateBook {
  const readAt = (head: Head, pieces: Pieces) => readState(store, head, pieces)
  /** Whether others wrote since the last look: then what is known is tried in vain, and looking first is cheaper. */
  let isContended = false

  const applyAll = async (operations: readonly Operation[], extras: Extras = {}): Promise<Transition> => {
    const pieces = piecesOfAll(operations)
    let failures = 0
    const last = store.knownHead()
    let known = isContended ? undefined : last
    for (let race = 0; race < maxRaces; race += 1) {
      const head = known ?? (await store.head(pathsOf(pieces)))
      isContended = race > 0 || (last !== undefined && head !== last)
      const before = await readAt(head, pieces)
      const result = transitionAll(before, operations)
      if (result.type !== 'changed') {
        if (known === undefined) return result
        // What is not written is not checked by the compare-and-set: decided again on the newest state.
        known = undefined
        continue
      }
      known = undefined
      const changes = [...changesBetween(before, result.state), ...(extras.files ?? [])]
      if (extras.line !== undefined) changes.push(await appended(store, head, extras.line))
      const written = await store.write(head, changes, messageOf(operations)).catch((error: unknown) => {
        failures += 1
        if (failures > maxFailedWrites || !isPassing(error)) throw error
        return null
      })
      if (written?.type === 'written') return result
    }
    throw new PerpetualError(
      `Expected to write ${operations.map(each => each.type).join(' and ')} within ${maxRaces} races, lost them all`,
      {
        actBy: 'report-bug',
      },
    )
  }

  /** What was last seen is read where it is known: whatever is written on it is checked by the compare-and-set. */
  const headToRead = async (): Promise<Head> => store.knownHead() ?? (await store.head())

  const readTasks = async (pipeline?: string): Promise<readonly Task[]> => {
    const head = await headToRead()
    const paths = await store.list(head, pipeline === undefined ? statePaths.tasks : `${statePaths.tasks}/${pipeline}`)
    const texts = await store.read(head, paths)
    return [...texts].map(([path, text]) => parseState(taskSchema, path, text))
  }

  return {
    store,
    apply: (operation, extras) => applyAll([operation], extras),
    applyAll,
    tasks: readTasks,
    refresh: async () => void (await store.head()),
    outcomes: async task => readOutcomes(store, await headToRead(), task),
    read: async pieces => readAt(await headToRead(), pieces),
    pipeline: async name => {
      const state = await readAt(await headToRead(), { accounts: [], pipelines: [name], tasks: [] })
      return state.pipelines[name] ?? emptyPipeline(name)
    },
    account: async name => {
      const state = await readAt(await headToRead(), { accounts: [name], pipelines: [], tasks: [] })
      return state.accounts[name] ?? emptyAccount(name)
    },
  }
}
