import { plusMs, toEpochMs, toInstant, type Instant } from '../domain/instant.ts'
import type { SessionSetting } from './setting.ts'

/**
 * When a pipeline may begin its next session: after its cooldown, and in the next span of `every` (spans are counted from midnight UTC
 * of 1 January 1970, so that those of whole hours begin on the hour). Spans and not distances, because ticks come late or not at all:
 * one that comes ten minutes early against the last still starts its session, and a missed one is made up by whichever comes next.
 */
export function restsUntil(
  { everyMs, cooldownMs }: Pick<SessionSetting, 'everyMs' | 'cooldownMs'>,
  last: { readonly startedAt: Instant; readonly endedAt: Instant; readonly isCutShort: boolean },
): Instant {
  const cool = plusMs(last.endedAt, cooldownMs)
  if (everyMs === 0 || last.isCutShort) return cool
  const nextSpan = toInstant((Math.floor(toEpochMs(last.startedAt) / everyMs) + 1) * everyMs)
  return nextSpan > cool ? nextSpan : cool
}

/** Whether a session was kept from its work by something that may be over soon: then it does not use its span up. */
export const isCutShort = (reason: string, { calls }: { readonly calls: number }): boolean =>
  reason === 'asked' || (reason.startsWith('provider') && calls === 0)
