import { sha256 } from '../../dataset/pair-id.ts'
import type { ModelAnswer } from '../../domain/model.ts'
import type { Rejection } from '../shared/rejections.ts'
import type { AskJob, UnitState } from './progress.ts'
import { tryIssue, type Context } from './calls.ts'
import { maxRepairs } from './settings.ts'

/** An answer that could not be used at all. */
export interface FailedAnswer {
  readonly workId: string
  readonly answer: ModelAnswer
  readonly errors: readonly string[]
}

/** What passes for the same job with half the items, for an answer that was cut off. */
const halved = (job: AskJob): AskJob => {
  switch (job.stage) {
    case 'facets':
    case 'judge':
      return job
    case 'queries':
      return { ...job, count: Math.ceil(job.count / 2) }
    case 'research':
      return { ...job, queries: job.queries.slice(0, Math.ceil(job.queries.length / 2)) }
    case 'write':
      return { ...job, queries: job.queries.slice(0, Math.ceil(job.queries.length / 2)), wanted: Math.ceil(job.wanted / 2) }
  }
}

/** The one correction turn of a failed answer; undefined where it had its turn, is filtered for good, or no call is left for it. */
export const tryCorrection = (
  context: Context,
  unit: UnitState,
  failed: FailedAnswer & { readonly job: AskJob },
): UnitState | undefined => {
  const { job, answer, errors } = failed
  if (job.errors.length > 0 || answer.finish === 'content_filter' || unit.repairs >= maxRepairs) return undefined
  const smaller = answer.finish === 'length' ? halved(job) : job
  return tryIssue(context, { ...unit, repairs: unit.repairs + 1 }, { ...smaller, errors })
}

/** Keeps what could not be used, by the hash of its bytes; the bytes themselves stand in the recorded outcome. */
export const putAside = (unit: UnitState, { workId, answer, errors }: FailedAnswer): UnitState => {
  const reason = `the answer of ${workId} could not be used: ${errors[0] ?? 'no reason'} (SHA-256 of its text ${sha256(answer.text)})`
  return { ...unit, rejections: [...unit.rejections, { draft: '', question: '', gate: 'schema', reason }] }
}

/** Puts pairs aside at a gate, with one reason for all. */
export const reject = (unit: UnitState, rejections: readonly Rejection[]): UnitState =>
  rejections.length === 0 ? unit : { ...unit, rejections: [...unit.rejections, ...rejections] }
