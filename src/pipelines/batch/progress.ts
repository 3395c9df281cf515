import type { Candidate } from '../../dataset/candidate.ts'
import type { YoutubeBatch } from '../../domain/task-forms/youtube-batch.ts'
import type { AskWork, LookUpWork, SubmitWork } from '../../domain/work.ts'
import type { Call } from '../shared/calls.ts'
import type { Rejection } from '../shared/rejections.ts'
import type { TakenQuestion } from '../shared/taken-questions.ts'
import type { BatchSettings } from './settings.ts'

/** What a batch task asks for: videos, each of which becomes one unit of the task. */
export type BatchAssignment = YoutubeBatch

/** A written pair on its way through the gates. */
export interface Draft {
  readonly id: string
  /** The call that wrote it. */
  readonly call: string
  readonly candidate: Candidate
  readonly flags: readonly string[]
}

/** Where a video is: part of a batch job, asked about directly, its questions looked up, or done. */
export type Stage =
  | { readonly type: 'batch' }
  | { readonly type: 'direct'; readonly work: AskWork }
  | { readonly type: 'look-up'; readonly work: LookUpWork; readonly drafts: readonly Draft[] }
  | { readonly type: 'ended' }

/** One video of the task. */
export interface UnitState {
  readonly unit: string
  readonly videoId: string
  readonly url: string
  /** As the model tells it; an empty string while nobody did. */
  readonly title: string
  readonly stage: Stage
  /** Pairs to ask for; halved when an answer was cut off. */
  readonly count: number
  /** Why the last answer could not be read; empty where there was none. */
  readonly errors: readonly string[]
  readonly calls: readonly Call[]
  readonly accepted: readonly Draft[]
  readonly rejections: readonly Rejection[]
}

/** A batch job that has no outcome yet. */
export interface OpenJob {
  /** From 1: the first jobs of all videos, then the second ones of what failed in them, and so on. */
  readonly number: number
  readonly work: SubmitWork
}

export interface BatchProgress {
  readonly assignment: BatchAssignment
  readonly units: readonly UnitState[]
  readonly jobs: readonly OpenJob[]
  readonly taken: readonly TakenQuestion[]
}

/** What every step of a task needs to know. */
export interface Context {
  readonly settings: BatchSettings
  readonly assignment: BatchAssignment
}
