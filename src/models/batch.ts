import type { Instant } from '../domain/instant.ts'
import type { BatchEnd, BatchItem, BatchItemOutcome } from '../domain/work.ts'

/** A batch job as its provider tells it. */
export interface BatchJob {
  /** The provider's name, `batches/…`. */
  readonly name: string
  readonly display: string
  readonly state: 'alive' | 'cancelling' | BatchEnd
  readonly createdAt: Instant | null
  /** What the provider says of a job that did not succeed; an empty string where it says nothing. */
  readonly error: string
}

/** Jobs of one key, newest first or not; `complete` is false where a page was missing, so that nothing follows from an absence. */
export interface BatchListing {
  readonly complete: boolean
  readonly jobs: readonly BatchJob[]
}

/** One key of a provider of batch jobs. Every method rejects with a `ModelError` and nothing else; none retries a write. */
export interface BatchProvider {
  /**
   * Makes one job; inline, or through a file where it is large. A rejection with `sent` may have made it all the same: then only a
   * listing tells. One without was turned away, or never came that far.
   */
  submit(
    job: { readonly display: string; readonly model: string; readonly items: readonly BatchItem[] },
    signal: AbortSignal,
  ): Promise<BatchJob>
  /** Undefined where there is no such job (any more). */
  get(name: string, signal: AbortSignal): Promise<BatchJob | undefined>
  /** All jobs of the key, page by page, whoever made them. */
  list(signal: AbortSignal): Promise<BatchListing>
  /** Resolves as well where the job has ended or is gone. */
  cancel(name: string, signal: AbortSignal): Promise<void>
  /**
   * What a job that has ended brought: every item once and in its order, one without an answer with its error; other keys are left out.
   * Rejects where the job is alive or gone. Results that are lost for good are errors of their items.
   */
  results(name: string, items: readonly BatchItem[], signal: AbortSignal): Promise<readonly BatchItemOutcome[]>
}
