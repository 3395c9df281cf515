import type { Random } from './random.ts'
import type { Reviewing } from './model.ts'

const hourMs = 3_600_000
const dayMs = 86_400_000

/** How widely the delays of reviews differ: one in six takes more than 2.7 times the median. */
const delaySigma = 1

/** A pull request as the forge knows it. */
export interface SimulatedPull {
  readonly number: number
  readonly branch: string
  readonly pipeline: string
  readonly task: string
  readonly part: number
  readonly pairs: number
  readonly units: readonly { readonly unit: string; readonly pairs: number }[]
  readonly openedMs: number
  state: 'open' | 'merged' | 'closed'
  /** Of its units, in their order; empty unless it was merged. */
  kept: readonly number[]
}

export type NewPull = Omit<SimulatedPull, 'number' | 'openedMs' | 'state' | 'kept'>

/** Pull requests and the people who review them. */
export interface Pulls {
  /** Opens a branch's pull request, or gives the one that is there. */
  open(pull: NewPull): SimulatedPull
  find(number: number): SimulatedPull | undefined
  /** Merges as a whole, without a person. */
  mergeOwn(pull: SimulatedPull): void
  /** From now on nobody reviews for so long. */
  away(untilMs: number): void
  readonly all: ReadonlyMap<string, SimulatedPull>
}

export interface PullsSetup {
  readonly random: Random
  readonly reviewing: Reviewing
  readonly nowMs: () => number
  readonly at: (ms: number, happens: () => void) => void
  /** Whether a pull request is of the database, whose pairs were reviewed before. */
  readonly isOfDatabase: (pipeline: string) => boolean
  readonly onOpened: (pull: SimulatedPull) => void
  readonly onEnded: (pull: SimulatedPull) => void
}

export function createPulls({ random, reviewing, nowMs, at, isOfDatabase, onOpened, onEnded }: PullsSetup): Pulls {
  const all = new Map<string, SimulatedPull>()
  const byNumber = new Map<number, SimulatedPull>()
  const reviewedOn = new Map<number, number>()
  let awayUntil = 0

  /** When a person who means to review at that time comes to it: not while away, and not after a day's work. */
  const freeFrom = (ms: number): number => {
    let day = Math.floor(Math.max(ms, awayUntil) / dayMs)
    const { perDay } = reviewing
    if (perDay === null) return Math.max(ms, awayUntil)
    while ((reviewedOn.get(day) ?? 0) >= perDay) day += 1
    reviewedOn.set(day, (reviewedOn.get(day) ?? 0) + 1)
    return Math.max(ms, awayUntil, day * dayMs)
  }

  const end = (pull: SimulatedPull, state: 'merged' | 'closed', share: number): void => {
    if (pull.state !== 'open') return
    pull.state = state
    if (state === 'merged') pull.kept = pull.units.map(({ pairs }) => Math.min(pairs, Math.round(pairs * share)))
    onEnded(pull)
  }

  const review = (pull: SimulatedPull): void => {
    if (nowMs() < awayUntil) return at(awayUntil + random.fraction() * dayMs, () => review(pull))
    if (isOfDatabase(pull.pipeline)) return end(pull, 'merged', 1)
    const share = Math.min(1, Math.max(0, reviewing.kept + (1 - reviewing.kept) * 0.5 * random.normal()))
    end(pull, random.chance(reviewing.approval) ? 'merged' : 'closed', share)
  }

  return {
    all,
    open: pull => {
      const known = all.get(pull.branch)
      if (known !== undefined) return known
      const opened: SimulatedPull = { ...pull, number: all.size + 1, openedMs: nowMs(), state: 'open', kept: [] }
      all.set(pull.branch, opened)
      byNumber.set(opened.number, opened)
      onOpened(opened)
      at(freeFrom(nowMs() + random.logNormal(reviewing.delayHours, delaySigma) * hourMs), () => review(opened))
      return opened
    },
    find: number => byNumber.get(number),
    mergeOwn: pull => end(pull, 'merged', 1),
    away: untilMs => {
      awayUntil = Math.max(awayUntil, untilMs)
    },
  }
}
