import { fingerprintOf } from './counts.ts'
import { fractionOf } from './draws.ts'
import type { Faults } from './faults.ts'
import type { ContentRequest } from './gemini-content.ts'
import type { ProviderClock } from './provider-clock.ts'

/** One request of a job, as its key was given: in the metadata of an inlined one, beside the request in a file. */
export interface JobItem {
  readonly key: string | undefined
  readonly request: ContentRequest
}

export type JobState = 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'PARTIALLY_SUCCEEDED' | 'FAILED' | 'CANCELLED' | 'EXPIRED'

/** What an item came to. */
export type ItemResult =
  | { readonly response: Readonly<Record<string, unknown>> }
  | { readonly error: { readonly code: number; readonly message: string } }

export interface Job {
  /** `batches/…`. */
  readonly name: string
  readonly ordinal: number
  readonly key: string
  readonly display: string
  readonly model: string
  readonly items: readonly JobItem[]
  /** The file that it was made from; undefined for one that was inlined. */
  readonly inputFile: string | undefined
  readonly createdMs: number
  cancelledMs: number | undefined
  results: readonly ItemResult[] | undefined
}

export interface BatchCounts {
  readonly created: number
  /** Neither ended nor expired, by the provider's clock. */
  readonly alive: number
  readonly peakAlive: number
  /** Requests that were to make a job, and `generateContent` requests, however they were answered. */
  readonly submits: number
  readonly direct: number
}

/** All keys together, and each by its fingerprint. */
export interface BatchStats extends BatchCounts {
  readonly byKey: Readonly<Record<string, BatchCounts>>
}

/** Batch jobs of all keys, whose states follow from the provider's clock alone. */
export interface GeminiJobs {
  submitted(key: string): void
  asked(key: string): void
  add(job: Pick<Job, 'key' | 'display' | 'model' | 'items' | 'inputFile'>): Job
  find(name: string, key: string): Job | undefined
  /** Newest first; without those that a listing does not show yet. */
  list(key: string): readonly Job[]
  stateOf(job: Job): JobState
  resultsOf(job: Job): readonly ItemResult[]
  alive(key: string): number
  remove(job: Job): void
  stats(): BatchStats
  reset(): void
}

export interface JobsOptions {
  readonly clock: ProviderClock
  readonly faults: () => Faults
  readonly answer: (item: JobItem, job: Job, position: number) => ItemResult
}

/** How long a job takes where no fault says otherwise, and when one that never runs expires. */
const usualMs = 120_000
const lifeMs = 48 * 3_600_000

interface Tally {
  created: number
  peakAlive: number
  submits: number
  direct: number
}

const emptyTally = (): Tally => ({ created: 0, peakAlive: 0, submits: 0, direct: 0 })

/** The share that a fault meets is drawn by the job's ordinal, so that it is the same however often the job is looked at. */
const met = (share: number | undefined, seed: string): boolean => fractionOf(seed) < (share ?? 0)

const createStates = ({ answer, clock, faults }: JobsOptions) => {
  const resultsOf = (job: Job): readonly ItemResult[] =>
    (job.results ??= job.items.map((item, position) => answer(item, job, position)))
  const stateOf = (job: Job): JobState => {
    const { batch = {} } = faults()
    if (job.cancelledMs !== undefined) return 'CANCELLED'
    const age = clock.nowMs() - job.createdMs
    if (met(batch.stuck, `stuck/${job.ordinal}`)) return age < lifeMs ? 'PENDING' : 'EXPIRED'
    const takes = batch['batch-time'] ?? usualMs
    if (age < takes) return age < takes / 4 ? 'PENDING' : 'RUNNING'
    if (met(batch['job-fail'], `job-fail/${job.ordinal}`)) return 'FAILED'
    return resultsOf(job).some(result => 'error' in result) ? 'PARTIALLY_SUCCEEDED' : 'SUCCEEDED'
  }
  return { resultsOf, stateOf, isAlive: (job: Job): boolean => ['PENDING', 'RUNNING'].includes(stateOf(job)) }
}

export const createGeminiJobs = (options: JobsOptions): GeminiJobs => {
  const { clock, faults } = options
  const { isAlive, resultsOf, stateOf } = createStates(options)
  const jobs = new Map<string, Job>()
  const tallies = new Map<string, Tally>()
  let all = emptyTally()
  let made = 0
  const tallyOf = (key: string): Tally => {
    const tally = tallies.get(key) ?? emptyTally()
    tallies.set(key, tally)
    return tally
  }
  const aliveOf = (key?: string): number =>
    [...jobs.values()].filter(job => (key === undefined || job.key === key) && isAlive(job)).length
  const countBoth = (key: string, change: (tally: Tally) => void): void => [all, tallyOf(key)].forEach(change)
  return {
    submitted: key => countBoth(key, tally => (tally.submits += 1)),
    asked: key => countBoth(key, tally => (tally.direct += 1)),
    add: parts => {
      made += 1
      const name = `batches/rehearsal${made}`
      const job: Job = { ...parts, name, ordinal: made, createdMs: clock.nowMs(), cancelledMs: undefined, results: undefined }
      jobs.set(name, job)
      countBoth(parts.key, tally => (tally.created += 1))
      all.peakAlive = Math.max(all.peakAlive, aliveOf())
      tallyOf(parts.key).peakAlive = Math.max(tallyOf(parts.key).peakAlive, aliveOf(parts.key))
      return job
    },
    find: (name, key) => {
      const job = jobs.get(name)
      return job?.key === key ? job : undefined
    },
    list: key => {
      const shownBefore = clock.nowMs() - (faults().batch?.['list-delay'] ?? 0)
      return [...jobs.values()].filter(job => job.key === key && job.createdMs <= shownBefore).toReversed()
    },
    stateOf,
    resultsOf,
    alive: aliveOf,
    remove: job => jobs.delete(job.name),
    stats: () => ({
      ...all,
      alive: aliveOf(),
      byKey: Object.fromEntries([...tallies].map(([key, tally]) => [fingerprintOf(key), { ...tally, alive: aliveOf(key) }])),
    }),
    reset: () => {
      jobs.clear()
      tallies.clear()
      all = emptyTally()
    },
  }
}
