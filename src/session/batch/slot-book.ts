import { plusMs, type Instant } from '../../domain/instant.ts'
import { openLedger, type Holder, type Ledger, type Limit } from '../../domain/ledger.ts'
import type { CollectingSlot, IntendingSlots, LimitsByMember, RecordingSlots } from '../../domain/operation.ts'
import { busyOf, emptyBoard, type SlotBoard } from '../../domain/slot.ts'
import type { Task } from '../../domain/task.ts'
import type { FileChange } from '../../forge/forge.ts'
import { budgetOf, type Budget } from '../availability.ts'
import { leaseMarginMs } from '../setting.ts'
import type { BatchSessionSetup } from './batch-parts.ts'

/** What a session adds to an operation on slots by itself. */
type Bare<Operation> = Omit<
  Operation,
  'type' | 'operation' | 'pipeline' | 'now' | 'session' | 'epoch' | 'leaseMs' | 'accountLimits'
>

/** The slots under one claim. Once the claim is lost, nothing more is written; `isLost` says so. */
export interface SlotBook {
  board(): SlotBoard
  intend(intending: Pick<IntendingSlots, 'slots' | 'units'>): Promise<void>
  record(recording: Bare<RecordingSlots>): Promise<void>
  /** Results and the free slot in one commit; gives the task as it stands then, undefined where the slot was not there any more. */
  collect(collecting: Bare<CollectingSlot>, results: FileChange): Promise<Task | undefined>
  isLost(): boolean
  /** Whether jobs may still be created: not once the claim lapses soon. */
  maySend(): boolean
  budget(): Budget
  /** The same as a ledger, which handoffs show. */
  ledger(): Ledger
}

export const slotLedger = (limit: Limit, board: SlotBoard): Ledger => ({ ...openLedger(limit, null), settled: busyOf(board) })

export async function openSlotBook(
  { book, clock, setting, batch, asked }: BatchSessionSetup,
  { holder, expiresAt }: { readonly holder: Holder; readonly expiresAt: Instant },
): Promise<SlotBook> {
  const read = async (): Promise<SlotBoard> => {
    const state = await book.read({ accounts: [], pipelines: [], tasks: [], boards: [setting.pipeline] })
    return state.boards[setting.pipeline] ?? emptyBoard(setting.pipeline)
  }
  let board = await read()
  let claimUntil = expiresAt
  let lost = false
  let operations = 0

  const limitsNow = (now: Instant): LimitsByMember =>
    Object.fromEntries(batch.members.map(({ account, setting: own }) => [account, own.accountLimits(now)]))

  const apply = async (
    bare:
      | (Bare<IntendingSlots> & { type: 'intend-slots' })
      | (Bare<RecordingSlots> & { type: 'record-slots' })
      | (Bare<CollectingSlot> & { type: 'collect-slot' }),
    files: readonly FileChange[],
  ) => {
    if (lost) return undefined
    operations += 1
    const now = clock.now()
    const operation = `${holder.session}/${holder.epoch}/slots-${operations}`
    const shared = { operation, now, ...holder, leaseMs: setting.leaseMs, accountLimits: limitsNow(now) }
    const result = await book.apply({ ...shared, ...bare }, { files })
    if (result.type === 'fenced') {
      lost ||= result.reason === 'old-epoch'
      return undefined
    }
    claimUntil = plusMs(now, setting.leaseMs)
    board = result.state.boards[setting.pipeline] ?? board
    return result.state
  }

  return {
    board: () => board,
    intend: async intending => void (await apply({ type: 'intend-slots', ...intending, limit: batch.slots }, [])),
    record: async recording => void (await apply({ type: 'record-slots', ...recording }, [])),
    collect: async (collecting, results) =>
      (await apply({ type: 'collect-slot', ...collecting }, [results]))?.tasks[collecting.task],
    isLost: () => lost,
    maySend: () => !lost && !asked.aborted && clock.now() < plusMs(claimUntil, -leaseMarginMs(setting.leaseMs)),
    budget: () => budgetOf(slotLedger(batch.slots, board), 'slots'),
    ledger: () => slotLedger(batch.slots, board),
  }
}
