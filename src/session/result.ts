import type { Instant } from '../domain/instant.ts'
import type { Budget } from './availability.ts'

/** What `run --json` prints. Dollars in US dollars, minutes in minutes. */
export interface RunResult {
  readonly pipeline: string
  readonly session: string | null
  readonly tasks: readonly string[]
  readonly outcome: 'completed' | 'wrapped' | 'rested'
  readonly reason: string
  readonly spent: {
    readonly sends: number
    readonly calls: number
    readonly tokens: number
    readonly minutes: number
    readonly slots: number
    readonly usd: number
  }
  readonly budget: Budget
  readonly pairs: { readonly accepted: number; readonly rejected: number }
  readonly deliveries: readonly { readonly branch: string; readonly number: number; readonly url: string }[]
  readonly handoff: string | null
  readonly next: Instant | null
  /** Who must act, where the provider ended the session. */
  readonly actBy?: 'next-run' | 'fix-config' | 'report-bug'
}

const nothingSpent = { sends: 0, calls: 0, tokens: 0, minutes: 0, slots: 0, usd: 0 } as const

export const restedResult = (
  pipeline: string,
  rest: { readonly reason: string; readonly budget: Budget; readonly next: Instant | null },
): RunResult => ({
  pipeline,
  session: null,
  tasks: [],
  outcome: 'rested',
  reason: rest.reason,
  spent: nothingSpent,
  budget: rest.budget,
  pairs: { accepted: 0, rejected: 0 },
  deliveries: [],
  handoff: null,
  next: rest.next,
})
