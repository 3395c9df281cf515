import type { Gate, Judgement } from '../../dataset/candidate.ts'
import type { difficulties } from '../../domain/pair.ts'
import type { DirectWork } from '../../domain/work.ts'
import type { IntegrationAssignment, SourceRow } from './assignment.ts'

/** A row that passed the local gates, on its way to the judge. */
export interface Draft extends SourceRow {
  readonly flags: readonly string[]
  /** The judge calls that it was part of. */
  readonly judgings: readonly string[]
}

/** What the judge says of a pair beside its scores. */
export interface Grading extends Judgement {
  readonly topics: readonly string[]
  readonly difficulty: (typeof difficulties)[number]
}

export interface AcceptedRow {
  readonly draft: Draft
  /** Null where no judge was asked. */
  readonly grading: Grading | null
}

/** What only integration asks, beside the gates of research. */
export type IntegrationGate = Gate | 'rehearsal' | 'retracted'

export interface Rejection {
  readonly key: string
  readonly question: string
  readonly gate: IntegrationGate
  readonly reason: string
}

export interface JudgeJob {
  readonly type: 'judge'
  readonly drafts: readonly Draft[]
  /** Sound pairs that are not on the sheet: what its planted error is made from. */
  readonly plants: readonly Draft[]
  /** Of the answer that a correction turn corrects; empty the first time. */
  readonly errors: readonly string[]
}

export type Job =
  | JudgeJob
  /** `first` spares the judge what is there already; `last` finds what came in while the file waited. */
  | { readonly type: 'look-up'; readonly round: 'first' | 'last' }

/** Work without an outcome yet. */
export interface Issued {
  readonly work: DirectWork
  readonly job: Job
}

export interface IntegrationProgress {
  readonly assignment: IntegrationAssignment
  readonly phase: 'first-look' | 'judging' | 'last-look' | 'ended'
  /** Of the last outcome that was taken in; null before the first. */
  readonly at: string | null
  /** Judge calls issued ever. */
  readonly issued: number
  /** Judge calls that came to an outcome. */
  readonly calls: number
  readonly repairs: number
  readonly open: readonly Issued[]
  /** All that passed the gates; what waits for a judge is in `queue` too. */
  readonly drafts: readonly Draft[]
  readonly queue: readonly Draft[]
  readonly accepted: readonly AcceptedRow[]
  readonly rejections: readonly Rejection[]
  readonly planted: { readonly asked: number; readonly caught: number }
}
