import { meters, type Amounts, type Ledger, type Meter } from '../ledger.ts'
import { emptyBoard, type SlotBoard } from '../slot.ts'
import { emptyAccount, emptyPipeline, type AccountState, type PipelineState, type State } from '../state.ts'
import type { Task } from '../task.ts'

/** A record's own entry: names come from outside, and one like `constructor` is on every object. */
const entry = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined

/** What was never written is empty. */
export const pipelineOf = (state: State, name: string): PipelineState => entry(state.pipelines, name) ?? emptyPipeline(name)
export const accountOf = (state: State, name: string): AccountState => entry(state.accounts, name) ?? emptyAccount(name)
export const boardOf = (state: State, pipeline: string): SlotBoard => entry(state.boards, pipeline) ?? emptyBoard(pipeline)
export const taskOf = (state: State, id: string): Task | undefined => entry(state.tasks, id)

export const withPipeline = (state: State, pipeline: PipelineState): State => ({
  ...state,
  pipelines: { ...state.pipelines, [pipeline.pipeline]: pipeline },
})

export const withAccount = (state: State, account: AccountState): State => ({
  ...state,
  accounts: { ...state.accounts, [account.account]: account },
})

export const withBoard = (state: State, board: SlotBoard): State => ({
  ...state,
  boards: { ...state.boards, [board.pipeline]: board },
})

export const withTask = (state: State, task: Task): State => ({ ...state, tasks: { ...state.tasks, [task.id]: task } })

/** Changes every ledger of an account. */
export function mapLedgers(account: AccountState, change: (ledger: Ledger, meter: Meter) => Ledger): AccountState {
  const ledgers: Partial<Record<Meter, Ledger>> = {}
  for (const meter of meters) {
    const ledger = account.ledgers[meter]
    if (ledger !== undefined) ledgers[meter] = change(ledger, meter)
  }
  return { ...account, ledgers }
}

export function addAmounts(a: Amounts, b: Amounts): Amounts {
  const sum: Partial<Record<Meter, number>> = { ...a }
  for (const meter of meters) {
    const more = b[meter]
    if (more !== undefined) sum[meter] = (sum[meter] ?? 0) + more
  }
  return sum
}
