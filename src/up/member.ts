import { plusMs, toEpochMs, type Instant } from '../domain/instant.ts'
import { backOffMs, longestMs } from './back-off.ts'
import type { SessionEnd, SessionResult } from './session-end.ts'

export interface Trouble {
  readonly type: 'failed' | 'no-key'
  readonly message: string
  /** Nothing gets better before somebody changes something. */
  readonly lasting: boolean
}

/** What a pipeline's sessions came to since `up` began. */
export interface Tally {
  readonly sessions: number
  readonly failures: number
  /** Sessions that were begun after a failure. */
  readonly restarts: number
  readonly accepted: number
  readonly rejected: number
  readonly deliveries: number
  readonly usd: number
}

/** A pipeline as `up` looks after it. */
export interface Member {
  readonly pipeline: string
  /** Null where no process of ours is at work on it. */
  readonly startedAt: Instant | null
  /** Failures in a row; and sessions in a row that had nothing to do although one was planned. */
  readonly failures: number
  readonly rests: number
  /** No session is begun before; null where nothing is waited for. */
  readonly notBefore: Instant | null
  readonly trouble: Trouble | null
  readonly last: SessionResult | null
  readonly tally: Tally
}

const nothing: Tally = { sessions: 0, failures: 0, restarts: 0, accepted: 0, rejected: 0, deliveries: 0, usd: 0 }

export const newMember = (pipeline: string): Member => ({
  pipeline,
  startedAt: null,
  failures: 0,
  rests: 0,
  notBefore: null,
  trouble: null,
  last: null,
  tally: nothing,
})

export const started = (member: Member, at: Instant): Member => ({
  ...member,
  startedAt: at,
  notBefore: null,
  tally: { ...member.tally, restarts: member.tally.restarts + (member.failures > 0 ? 1 : 0) },
})

const withResult = (tally: Tally, result: SessionResult | null): Tally =>
  result === null || result.outcome === 'rested'
    ? tally
    : {
        ...tally,
        sessions: tally.sessions + 1,
        accepted: tally.accepted + result.pairs.accepted,
        rejected: tally.rejected + result.pairs.rejected,
        deliveries: tally.deliveries + result.deliveries.length,
        usd: tally.usd + result.spent.usd,
      }

/** Of a process that was asked to stop or killed by us: whatever its end, it is no failure. */
export function stopped(member: Member, end: SessionEnd): Member {
  const result = 'result' in end ? end.result : null
  return { ...member, startedAt: null, last: result ?? member.last, tally: withResult(member.tally, result) }
}

/** Pure: when the next session of a pipeline may begin, after one has ended. */
export function ended(
  member: Member,
  end: SessionEnd,
  { now, random }: { readonly now: Instant; readonly random: () => number },
): Member {
  const { failures, rests, tally } = member
  const base = stopped(member, end)
  switch (end.type) {
    case 'worked':
      return { ...base, failures: 0, rests: 0, notBefore: null, trouble: null }
    case 'rested':
      return { ...base, rests: rests + 1, notBefore: plusMs(now, backOffMs(rests + 1, random)), trouble: null }
    case 'failed': {
      const waitMs = end.lasting ? longestMs : backOffMs(failures + 1, random)
      const trouble = { type: 'failed', message: end.message, lasting: end.lasting } as const
      const counted = { ...base.tally, failures: tally.failures + 1 }
      return { ...base, failures: failures + 1, notBefore: plusMs(now, waitMs), trouble, tally: counted }
    }
    case 'no-key': {
      const trouble = { type: 'no-key', message: end.message, lasting: true } as const
      return { ...base, notBefore: plusMs(now, longestMs), trouble }
    }
  }
}

/** When one that failed is tried again: a session that its provider ended has wrapped, and rests like any other. */
export const againAtOf = ({ notBefore, last }: Member): Instant | null =>
  notBefore !== null && last !== null && last.next !== null && last.next > notBefore ? last.next : notBefore

/** A changed configuration may have mended what a person had to mend. */
export const reconfigured = (member: Member): Member =>
  member.trouble?.lasting === true ? { ...member, notBefore: null } : member

/** Whether it waits after a failure or a rest; a clock that was set back makes it wait no longer than it ever would. */
export const isBackingOff = ({ notBefore }: Member, now: Instant): boolean =>
  notBefore !== null && notBefore > now && toEpochMs(notBefore) - toEpochMs(now) <= longestMs
