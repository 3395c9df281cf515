import { formatSeconds } from '../commands/progress.ts'
import { toEpochMs, type Instant } from '../domain/instant.ts'
import type { Member, Tally } from './member.ts'
import type { UpEnd } from './supervise.ts'
import { counted } from './words.ts'

/** What `up --json` prints at its end. Dollars in US dollars. */
export interface UpSummary extends Tally {
  readonly outcome: UpEnd['outcome']
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly ticks: number
  /** Those that a session was begun for. */
  readonly pipelines: readonly (Tally & {
    readonly pipeline: string
    /** Why it could not work at the end; null where it could. */
    readonly trouble: string | null
    readonly last: { readonly session: string | null; readonly reason: string; readonly handoff: string | null } | null
  })[]
}

const sumOf = (tallies: readonly Tally[]): Tally => {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0)
  return {
    sessions: sum(each => each.sessions),
    failures: sum(each => each.failures),
    restarts: sum(each => each.restarts),
    accepted: sum(each => each.accepted),
    rejected: sum(each => each.rejected),
    deliveries: sum(each => each.deliveries),
    usd: sum(each => each.usd),
  }
}

const lastOf = ({ last }: Member): UpSummary['pipelines'][number]['last'] =>
  last === null ? null : { session: last.session, reason: last.reason, handoff: last.handoff }

export const summaryOf = ({ outcome, startedAt, endedAt, ticks, members }: UpEnd): UpSummary => ({
  outcome,
  startedAt,
  endedAt,
  ticks,
  ...sumOf(members.map(({ tally }) => tally)),
  pipelines: members.map(member => ({
    pipeline: member.pipeline,
    ...member.tally,
    trouble: member.trouble?.message ?? null,
    last: lastOf(member),
  })),
})

/** Some lines for a person. */
export function renderEnd(end: UpEnd): string {
  const { sessions, failures, accepted, deliveries, usd } = sumOf(end.members.map(({ tally }) => tally))
  const seconds = (toEpochMs(end.endedAt) - toEpochMs(end.startedAt)) / 1000
  const troubled = end.members.flatMap(({ pipeline, trouble }) => (trouble === null ? [] : [`  ${pipeline}: ${trouble.message}`]))
  const failed = failures === 0 ? '' : `, ${counted(failures, 'failure')}`
  return [
    `${end.outcome === 'asked' ? 'Stopped' : 'Done'} after ${formatSeconds(seconds)}: ${counted(sessions, 'session')}, ${counted(accepted, 'pair')} accepted, ${counted(deliveries, 'delivery', 'deliveries')}, $${usd.toFixed(2)}${failed}.`,
    ...troubled,
  ].join('\n')
}
