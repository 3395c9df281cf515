import type { Candidate, EvidenceCard, Judgement } from '../../dataset/candidate.ts'
import type { questionTypes } from '../../domain/pair.ts'
import type { Indicator, ResearchAssignment } from '../../domain/research-task.ts'
import type { DirectWork } from '../../domain/work.ts'
import type { Call } from '../shared/calls.ts'
import type { Rejection } from '../shared/rejections.ts'
import type { TakenQuestion } from '../shared/taken-questions.ts'

/** A question that the plan wants answered. */
export interface Query {
  readonly id: string
  readonly question: string
  readonly facet: string
  readonly audience: string
  readonly type: (typeof questionTypes)[number]
}

/** Evidence that the code has verified, with the query it was found for and the call that found it. */
export interface Card extends EvidenceCard {
  readonly query: string
  readonly call: string
}

/** A written pair on its way through the gates. */
export interface Draft {
  readonly id: string
  readonly call: string
  readonly query: Query
  readonly candidate: Candidate
  readonly flags: readonly string[]
  /** The judge calls that it was part of. */
  readonly judgings: readonly string[]
}

export interface AcceptedPair {
  readonly draft: Draft
  readonly judgement: Judgement
}

/** What an issued work was asked for; `errors` are those of the answer that a correction turn corrects, empty the first time. */
export type Job =
  | { readonly stage: 'facets'; readonly errors: readonly string[] }
  | { readonly stage: 'queries'; readonly batch: number; readonly count: number; readonly errors: readonly string[] }
  | { readonly stage: 'research'; readonly queries: readonly Query[]; readonly errors: readonly string[] }
  | WriteJob
  | JudgeJob
  | { readonly stage: 'look-up'; readonly drafts: readonly Draft[] }

export interface WriteJob {
  readonly stage: 'write'
  readonly queries: readonly Query[]
  readonly wanted: number
  readonly errors: readonly string[]
}

export interface JudgeJob {
  readonly stage: 'judge'
  readonly drafts: readonly Draft[]
  /** What the planted row is made from: pairs of other batches, none for the first. */
  readonly plants: readonly Draft[]
  readonly errors: readonly string[]
}

export type AskJob = Exclude<Job, { readonly stage: 'look-up' }>

/** DirectWork without an outcome yet. */
export interface Issued {
  readonly work: DirectWork
  readonly job: Job
}

/** One indicator of the assignment. */
export interface UnitState {
  readonly indicator: Indicator
  readonly phase: 'facets' | 'queries' | 'research' | 'write' | 'ended'
  /** Calls issued ever; never above the settings' calls an indicator, which bounds the calls with an outcome. */
  readonly issued: number
  /** The last ordinal given, by the stage of the work id. */
  readonly ordinals: Readonly<Record<string, number>>
  readonly open: readonly Issued[]
  readonly calls: readonly Call[]
  readonly repairs: number
  readonly plan: {
    readonly facets: readonly { readonly id: string; readonly name: string }[]
    readonly audiences: readonly string[]
    readonly questionTypes: readonly string[]
  }
  readonly suggested: readonly Omit<Query, 'id'>[]
  readonly queries: readonly Query[]
  readonly cards: readonly Card[]
  /** How often a write call asked for each query. */
  readonly asked: Readonly<Record<string, number>>
  readonly written: number
  /** Waiting for the judge. */
  readonly queue: readonly Draft[]
  readonly accepted: readonly AcceptedPair[]
  readonly rejections: readonly Rejection[]
  readonly planted: { readonly asked: number; readonly caught: number }
}

export interface ResearchProgress {
  readonly assignment: ResearchAssignment
  readonly units: readonly UnitState[]
  readonly taken: readonly TakenQuestion[]
}

export const beginUnit = (indicator: Indicator): UnitState => ({
  indicator,
  phase: 'facets',
  issued: 0,
  ordinals: {},
  open: [],
  calls: [],
  repairs: 0,
  plan: { facets: [], audiences: [], questionTypes: [] },
  suggested: [],
  queries: [],
  cards: [],
  asked: {},
  written: 0,
  queue: [],
  accepted: [],
  rejections: [],
  planted: { asked: 0, caught: 0 },
})
