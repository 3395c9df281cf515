import { toInstant, type Instant } from '../domain/instant.ts'
import type { BatchJob } from '../models/batch.ts'
import type { Random } from './random.ts'

const dayMs = 86_400_000

/** Provider's clocks are off by up to this much, milliseconds: less than the guard band. */
const mostSkewMs = 45_000

/** Requests that leave one after the other. */
export interface Volley {
  readonly account: string
  readonly fromMs: number
  readonly stepMs: number
  readonly count: number
  readonly usdMicrosEach: number
}

export interface SubmittedJob {
  readonly name: string
  readonly display: string
  readonly account: string
  readonly createdMs: number
  readonly createdAt: Instant
  readonly endsMs: number
  readonly succeeds: boolean
  readonly usdMicros: number
  isCancelled: boolean
}

/** What a provider counted in one of its days. */
export interface Counted {
  sends: number
  usdMicros: number
}

/** Providers as they see it themselves: they count what really arrives, by clocks of their own, and know nothing of ledgers. */
export interface SimulatedProvider {
  /** How many of a volley left: all, or as many as were taken and the one that was refused. */
  receive(volley: Volley): { readonly sent: number; readonly isRefused: boolean }
  /** Requests that were counted today. */
  sendsToday(account: string, ms: number): number
  submit(job: Omit<SubmittedJob, 'name' | 'createdAt' | 'isCancelled'>): string
  jobs(account: string, ms: number): readonly BatchJob[]
  find(name: string): SubmittedJob | undefined
  cancel(name: string): void
  /** Results that were fetched are not asked for again. */
  forget(name: string): void
  countAlive(ms: number): number
  /** By account, then by the beginning of the window, milliseconds. */
  readonly counted: ReadonlyMap<string, ReadonlyMap<number, Counted>>
}

export interface ProviderSetup {
  readonly random: Random
  /** Minutes after midnight UTC at which an account's day begins. */
  readonly resetMinuteOf: (account: string) => number
  /** Share of days on which a quota is closed early. */
  readonly refused: number
  /** How many sends a day an account is told to be worth. */
  readonly budgetOf: (account: string) => number | undefined
  readonly onCharge: (account: string, usdMicros: number, ms: number) => void
}

interface Day extends Counted {
  /** How many sends are taken on it; undefined for any number. */
  readonly most: number | undefined
}

export function createProvider({ random, resetMinuteOf, refused, budgetOf, onCharge }: ProviderSetup): SimulatedProvider {
  const counted = new Map<string, Map<number, Day>>()
  const skews = new Map<string, number>()
  const jobs = new Map<string, SubmittedJob>()
  let made = 0

  const skewOf = (account: string): number => {
    const known = skews.get(account)
    if (known !== undefined) return known
    const skew = Math.round((random.fraction() * 2 - 1) * mostSkewMs)
    skews.set(account, skew)
    return skew
  }
  const dayOf = (account: string, ms: number): Day => {
    const offset = resetMinuteOf(account) * 60_000
    const from = Math.floor((ms + skewOf(account) - offset) / dayMs) * dayMs + offset
    const days = counted.get(account) ?? new Map<number, Day>()
    counted.set(account, days)
    const known = days.get(from)
    if (known !== undefined) return known
    const budget = budgetOf(account)
    const most = budget !== undefined && random.chance(refused) ? Math.floor(budget * random.fraction()) : undefined
    const day: Day = { sends: 0, usdMicros: 0, most }
    days.set(from, day)
    return day
  }

  const receive: SimulatedProvider['receive'] = ({ account, fromMs, stepMs, count, usdMicrosEach }) => {
    const first = dayOf(account, fromMs)
    if (first.most === undefined && first === dayOf(account, fromMs + (count - 1) * stepMs)) {
      first.sends += count
      first.usdMicros += count * usdMicrosEach
      onCharge(account, count * usdMicrosEach, fromMs)
      return { sent: count, isRefused: false }
    }
    for (let index = 0; index < count; index += 1) {
      const ms = fromMs + index * stepMs
      const day = dayOf(account, ms)
      day.sends += 1
      if (day.most !== undefined && day.sends > day.most) return { sent: index + 1, isRefused: true }
      day.usdMicros += usdMicrosEach
      onCharge(account, usdMicrosEach, ms)
    }
    return { sent: count, isRefused: false }
  }

  const isAlive = ({ endsMs, isCancelled }: SubmittedJob, ms: number): boolean => !isCancelled && endsMs > ms
  const stateOf = (job: SubmittedJob, ms: number): BatchJob['state'] => {
    if (job.isCancelled) return 'cancelled'
    if (isAlive(job, ms)) return 'alive'
    return job.succeeds ? 'succeeded' : 'failed'
  }

  return {
    counted,
    receive,
    sendsToday: (account, ms) => dayOf(account, ms).sends,
    submit: job => {
      made += 1
      const name = `batches/${made}`
      jobs.set(name, { ...job, name, createdAt: toInstant(job.createdMs), isCancelled: false })
      dayOf(job.account, job.createdMs).usdMicros += job.usdMicros
      onCharge(job.account, job.usdMicros, job.createdMs)
      return name
    },
    jobs: (account, ms) =>
      [...jobs.values()]
        .filter(job => job.account === account)
        .map(job => ({
          name: job.name,
          display: job.display,
          state: stateOf(job, ms),
          createdAt: job.createdAt,
          error: '',
        })),
    find: name => jobs.get(name),
    cancel: name => {
      const job = jobs.get(name)
      if (job !== undefined) job.isCancelled = true
    },
    forget: name => void jobs.delete(name),
    countAlive: ms => [...jobs.values()].filter(job => isAlive(job, ms)).length,
  }
}
