import type { Instant } from '../domain/instant.ts'

/** What a session tells while it works; entries turn it into a bar, lines, a log or nothing. */
export type SessionEvent =
  | { readonly type: 'claimed'; readonly session: string; readonly continued: boolean }
  | { readonly type: 'task'; readonly task: string; readonly title: string; readonly resumedCalls: number }
  | {
      readonly type: 'progress'
      readonly task: string
      readonly calls: number
      readonly callsExpected: number
      readonly accepted: number
      readonly rejected: number
      /** Of the account's calls: settled and reserved, and the line. */
      readonly used: number
      readonly line: number
    }
  | { readonly type: 'checkpoint'; readonly calls: number; readonly durationMs: number }
  | { readonly type: 'delivered'; readonly branch: string; readonly number: number; readonly url: string; readonly pairs: number }
  | { readonly type: 'warning'; readonly message: string }
  | { readonly type: 'wrapping'; readonly reason: string }
  | { readonly type: 'rested'; readonly reason: string; readonly until: Instant | null }

export type Reporter = (event: SessionEvent) => void
