import { z } from 'zod'
import { PerpetualError } from '../domain/errors.ts'
import {
  accountStateSchema,
  emptyAccount,
  emptyPipeline,
  pipelineStateSchema,
  statePaths,
  type AccountState,
  type PipelineState,
  type State,
} from '../domain/state.ts'
import { emptyBoard, slotBoardSchema, type SlotBoard } from '../domain/slot.ts'
import { taskSchema, type Task } from '../domain/task.ts'
import { outcomeSchema, type Outcome } from '../domain/work.ts'
import type { FileChange, Head, StateStore } from '../forge/forge.ts'

/** Which pieces of the state an operation needs. Tasks are named with their pipeline, because their path has it. */
export interface Pieces {
  readonly accounts: readonly string[]
  readonly pipelines: readonly string[]
  readonly tasks: readonly { readonly pipeline: string; readonly id: string }[]
  /** Batch pipelines whose slots are needed. */
  readonly boards?: readonly string[]
}

/** What zod found, which may quote the file: on one line and of bounded length. */
const found = (issue: z.core.$ZodIssue | undefined): string => {
  const what = `${issue?.message ?? 'something else'} at ${issue?.path.join('.') || 'its top'}`
  return what.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 200)
}

const versioned = z.looseObject({ version: z.number() })

/** One file of the state; garbage and a newer version are refused in one line, and never rewritten. */
export function parseState<Schema extends z.ZodType>(schema: Schema, path: string, text: string): z.infer<Schema> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new PerpetualError(
      `Expected ${path} on perpetual/state to be JSON, found garbage; restore it from an earlier commit of that branch`,
      { actBy: 'fix-config', cause },
    )
  }
  const version = versioned.safeParse(value)
  if (version.success && version.data.version > 1)
    throw new PerpetualError(
      `Expected ${path} on perpetual/state to be of version 1, found ${version.data.version}: a newer perpetual wrote it; update this one`,
      { actBy: 'fix-config' },
    )
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new PerpetualError(
    `Expected ${path} on perpetual/state to be a state file, found ${found(parsed.error.issues[0])}; restore it from an earlier commit of that branch`,
    { actBy: 'fix-config' },
  )
}

/** State files are printed for people too, and one value a line keeps their diffs small. */
export const printState = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`

const taskPathsOf = ({ tasks }: Pieces): readonly string[] => tasks.map(task => statePaths.task(task.pipeline, task.id))

/** The files that the pieces are in. */
export const pathsOf = (pieces: Pieces): readonly string[] => [
  ...pieces.accounts.map(statePaths.account),
  ...pieces.pipelines.map(statePaths.pipeline),
  ...taskPathsOf(pieces),
  ...(pieces.boards ?? []).map(statePaths.board),
]

/** The pieces at a head; what was never written is empty. */
export async function readState(store: StateStore, head: Head, pieces: Pieces): Promise<State> {
  const taskPaths = taskPathsOf(pieces)
  const texts = await store.read(head, pathsOf(pieces))
  const accounts: Record<string, AccountState> = {}
  for (const account of pieces.accounts) {
    const path = statePaths.account(account)
    const text = texts.get(path)
    accounts[account] = text === undefined ? emptyAccount(account) : parseState(accountStateSchema, path, text)
  }
  const pipelines: Record<string, PipelineState> = {}
  for (const name of pieces.pipelines) {
    const path = statePaths.pipeline(name)
    const text = texts.get(path)
    pipelines[name] = text === undefined ? emptyPipeline(name) : parseState(pipelineStateSchema, path, text)
  }
  const tasks: Record<string, Task> = {}
  for (const path of taskPaths) {
    const text = texts.get(path)
    if (text === undefined) continue
    const task = parseState(taskSchema, path, text)
    tasks[task.id] = task
  }
  const boards: Record<string, SlotBoard> = {}
  for (const name of pieces.boards ?? []) {
    const path = statePaths.board(name)
    const text = texts.get(path)
    boards[name] = text === undefined ? emptyBoard(name) : parseState(slotBoardSchema, path, text)
  }
  return { accounts, pipelines, tasks, boards }
}

/** What a task's calls brought, in the order in which it was absorbed. */
export async function readOutcomes(store: StateStore, head: Head, task: Task): Promise<readonly Outcome[]> {
  const paths = Array.from({ length: task.resultFiles }, (_, index) => statePaths.resultFile(task, index + 1))
  const texts = await store.read(head, paths)
  return paths.flatMap(path => {
    const text = texts.get(path)
    if (text === undefined)
      throw new PerpetualError(
        `Expected ${path} on perpetual/state, found none; restore it from an earlier commit of that branch`,
        { actBy: 'fix-config' },
      )
    const lines = text.split('\n').filter(Boolean)
    return lines.map(line => parseState(outcomeSchema, path, line))
  })
}

/** The files that differ between two states. */
export function changesBetween(before: State, after: State): FileChange[] {
  const changes: FileChange[] = []
  for (const [name, account] of Object.entries(after.accounts))
    if (account !== before.accounts[name]) changes.push({ path: statePaths.account(name), text: printState(account) })
  for (const [name, pipeline] of Object.entries(after.pipelines))
    if (pipeline !== before.pipelines[name]) changes.push({ path: statePaths.pipeline(name), text: printState(pipeline) })
  for (const [id, task] of Object.entries(after.tasks))
    if (task !== before.tasks[id]) changes.push({ path: statePaths.task(task.pipeline, id), text: printState(task) })
  for (const [name, board] of Object.entries(after.boards))
    if (board !== before.boards[name]) changes.push({ path: statePaths.board(name), text: printState(board) })
  return changes
}

/** A file with a line more at its end. */
export async function appended(
  store: StateStore,
  head: Head,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<FileChange> {
  const before = (await store.read(head, [path])).get(path) ?? ''
  return { path, text: before + text }
}
