import type { Instant } from '../../domain/instant.ts'
import type { Holder } from '../../domain/ledger.ts'
import type { BatchSessionSetup } from './batch-parts.ts'
import type { HeldTasks } from './held-tasks.ts'
import type { SlotBook } from './slot-book.ts'
import type { Members } from './survey.ts'

/** What the steps of one session share. */
export interface Round {
  readonly setup: BatchSessionSetup
  readonly holder: Holder
  readonly deadline: Instant | null
  /** How many tasks may be begun; null for no limit. */
  readonly maxTasks: number | null
  readonly slots: SlotBook
  readonly members: Members
  readonly tasks: HeldTasks
  /** What the display names of its jobs begin with. */
  readonly owner: string
}

/** Why no further step may begin; undefined where one may. */
export function stopOf({ setup, slots, deadline }: Round): 'lost-claim' | 'asked' | 'deadline' | undefined {
  if (slots.isLost()) return 'lost-claim'
  if (setup.asked.aborted) return 'asked'
  return deadline !== null && setup.clock.now() >= deadline ? 'deadline' : undefined
}
