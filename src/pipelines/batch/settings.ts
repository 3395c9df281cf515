/** What a batch pipeline is told; `expectedPairs` to `maxTokens` shape a task's work and stay as they were when it started. */
export interface BatchSettings {
  readonly pipeline: string
  readonly agent: string
  readonly model: string
  readonly language: string
  readonly license: string
  /** Pairs asked for a video. */
  readonly expectedPairs: number
  readonly videosPerJob: number
  /** Batch jobs that a video may go through. */
  readonly attempts: number
  readonly maxTokens: number
  readonly sources: { readonly deny: readonly string[]; readonly minDomainsForNumbers: number }
}
