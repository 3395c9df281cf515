import type { FenceReason } from './operation.ts'
import type { State } from './state.ts'

/** What a rule for one kind of operation gives: a new state, or the reason why it may not. */
export type Ruling = State | { readonly fenced: FenceReason; readonly until?: string }
