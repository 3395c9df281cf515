import type { DeliveredFile } from '../domain/delivered-file.ts'
import type { DirectWork, Outcome, Work } from '../domain/work.ts'

/** How one unit of a task (an indicator, a video, a file) stands. */
export interface UnitProgress {
  readonly unit: string
  readonly name: string
  readonly ended: boolean
  readonly calls: number
  readonly callsExpected: number
  readonly accepted: number
  /** Pairs put aside, by the gate that stopped them. */
  readonly rejected: Readonly<Record<string, number>>
}

/**
 * A pure state machine: no input or output, no clock, no randomness; the same outcomes in the same order bring the same progress.
 * `Progress` is an immutable value.
 */
export interface Pipeline<Assignment, Progress, Asked extends Work = DirectWork> {
  begin(assignment: Assignment): Progress
  /** All the work that may run now, what is in flight included, the most urgent first; empty while everything waits for an outcome. */
  next(progress: Progress): readonly Asked[]
  /** Takes in what a piece of work came to. An outcome of work that is not asked for (any more) changes nothing. */
  absorb(progress: Progress, outcome: Outcome): Progress
  finished(progress: Progress): boolean
  units(progress: Progress): readonly UnitProgress[]
  /** What a reviewer gets for a unit that has ended. */
  files(progress: Progress, unit: string): readonly DeliveredFile[]
}
