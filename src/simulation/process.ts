import type { Holder } from '../domain/ledger.ts'
import type { Random } from './random.ts'
import type { Faults } from './model.ts'

/** Where a process of a session stands as time passes; it may die at each of them, with all before it done and nothing after. */
export type Moment = 'claimed' | 'sending' | 'intended' | 'opened' | 'recorded' | 'job-made' | 'collected' | 'saved'

export interface Pause {
  readonly ms: number
  readonly at: Moment
  /** What strikes after it, where that was drawn before; left out, it is drawn at the moment. */
  readonly strike?: 'killed' | 'suspended' | null
}

/** A session's part in one process: it runs until it pauses. */
export type Steps<Result = void> = Generator<Pause, Result, void>

export const pause = (at: Moment, ms = 0): Pause => ({ ms, at })

/** What becomes of a process, drawn as it begins: `after` counts how often it passes that moment before. */
export type Fate =
  | { readonly type: 'lives' }
  | { readonly type: 'killed' | 'suspended'; readonly at: Moment; after: number }
  | { readonly type: 'outage'; after: number }

const directMoments = ['claimed', 'sending', 'sending', 'sending', 'intended', 'opened', 'recorded', 'saved'] as const
const batchMoments = ['claimed', 'intended', 'opened', 'recorded', 'job-made', 'job-made', 'collected', 'saved'] as const

/** How often a process passes a moment, on average, before its fault strikes there: it sends in many volleys, and does other things seldom. */
const passesBefore = { sending: 6, other: 0.7 } as const

export function drawFate(random: Random, faults: Faults, isBatch: boolean): Fate {
  const draw = random.fraction()
  const { killed, suspended, outage } = faults
  if (draw >= killed + suspended + outage) return { type: 'lives' }
  const passes = (at: Moment): number =>
    Math.floor(random.exponential(at === 'sending' ? passesBefore.sending : passesBefore.other))
  if (draw >= killed + suspended) return { type: 'outage', after: passes('sending') }
  const moments = isBatch ? batchMoments : directMoments
  const at = moments[random.below(moments.length)] ?? 'claimed'
  return { type: draw < killed ? 'killed' : 'suspended', at, after: passes(at) }
}

/** One process that works, or tries to. */
export interface Process {
  readonly pipeline: string
  readonly pid: number
  readonly startedMs: number
  readonly fate: Fate
  /** A person started it. */
  readonly isForced: boolean
  /** Once it has claimed. */
  holder: Holder | null
  /** Whether a kill at the moment that it comes to next is sure to be proven, as GitHub proves the end of a run. */
  readonly isProvable: boolean
  isDead: boolean
  /** Sends of which the state does not know, milliseconds: what is paid again after a kill. */
  unsaved: number
}

/** Whether the fault of this process strikes as it comes to this moment. */
export function strikes(fate: Fate, at: Moment): 'killed' | 'suspended' | null {
  if ((fate.type !== 'killed' && fate.type !== 'suspended') || fate.at !== at || fate.after < 0) return null
  fate.after -= 1
  return fate.after < 0 ? fate.type : null
}
