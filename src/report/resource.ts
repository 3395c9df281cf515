import type { HistoryLine } from '../domain/history.ts'
import type { Instant } from '../domain/instant.ts'
import type { Meter } from '../domain/ledger.ts'

/** What is metered, as it stands. */
export interface Resource {
  /** Whose it is: an account's in the window that is open now, a pipeline's at any time, or one session's. */
  readonly scope: 'account' | 'pipeline' | 'session' | 'last-session'
  /** Of the account or the pipeline. */
  readonly name: string
  readonly meter: Meter
  /** Settled and reserved. */
  readonly used: number
  readonly line: number
  readonly limit: number
  /** Null where no window ends. */
  readonly resetsAt: Instant | null
  /** The provider said that its quota is used up. */
  readonly closed: boolean
}

/** Between sessions nothing is used of what one session may use: then the last one's tells more. */
export function withLastSessions(resources: readonly Resource[], sessions: readonly HistoryLine[]): readonly Resource[] {
  const last = new Map(sessions.map(line => [line.pipeline, line]))
  return resources.map(resource => {
    const line = last.get(resource.name)
    if (resource.scope !== 'session' || resource.used > 0 || line === undefined) return resource
    return { ...resource, scope: 'last-session', used: line.spent[resource.meter] ?? 0 }
  })
}
