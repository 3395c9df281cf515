import { toMinute } from '../domain/instant.ts'
import { oneLine } from '../domain/one-line.ts'
import type { Alert } from '../orchestrator/alerts.ts'

/** What a person is needed for, in one line; it holds foreign text. */
export function describeAlert(alert: Alert): string {
  switch (alert.type) {
    case 'silence':
      return `No tick came from ${toMinute(alert.from)} to ${toMinute(alert.to)}; what was missed is made up.`
    case 'idle':
      return `${alert.pipeline} could work since ${toMinute(alert.since)} and nothing begins: mostly its key is missing; \`perpetual doctor\` says what is.`
    case 'provider':
      return `${alert.pipeline}: every session since ${toMinute(alert.since)} ended without a call; the provider said: ${oneLine(alert.said, 160)}`
    case 'unread':
      return `#${alert.number} waits unread since ${alert.since.slice(0, 10)}.`
  }
}
