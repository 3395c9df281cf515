import { setTimeout as delay } from 'node:timers/promises'
import { PerpetualError } from './domain/errors.ts'
import { toInstant, type Clock } from './domain/instant.ts'

/** The machine's own clock, moved by an offset in milliseconds. */
export function createSystemClock(offsetMs = 0): Clock {
  return {
    now: () => toInstant(Date.now() + offsetMs),
    sleep: async (ms, signal) => {
      await delay(ms, undefined, signal === undefined ? {} : { signal })
    },
  }
}

/** A hundred years: far beyond them a year takes five digits, which no state file could be read with again. */
const mostOffsetMs = 100 * 365 * 86_400_000

/** `PERPETUAL_CLOCK_OFFSET_MS` moves the clock for rehearsals of another day; unset means none. */
export function readClockOffset(text: string | undefined): number {
  if (text === undefined || text === '') return 0
  const offsetMs = Number(text)
  if (Number.isSafeInteger(offsetMs) && Math.abs(offsetMs) <= mostOffsetMs) return offsetMs
  throw new PerpetualError(
    `Expected PERPETUAL_CLOCK_OFFSET_MS to be a whole number of milliseconds within a hundred years, got \`${text.slice(0, 40)}\``,
    { actBy: 'fix-config' },
  )
}
