import { plusMs } from '../domain/instant.ts'
import type { Project } from '../project.ts'
import { createLookUps, type LookUpOptions } from '../session/look-up.ts'
import type { Reporter } from '../session/reporter.ts'
import type { SessionSetup } from '../session/session-setup.ts'

/** What a kind of pipeline brings to a session; the rest is the same for all. */
export type KindParts = Pick<SessionSetup, 'createProvider' | 'providerCount' | 'taskSettings' | 'createRun' | 'openLookUp'> &
  Partial<Pick<SessionSetup, 'mergeOwn' | 'batch'>>

/** Looks questions up for a session of this project, without a task's own. */
export const lookUpsOf = (
  { forge, book, indexes, clock, config }: Project,
  scope: LookUpOptions['scope'],
): SessionSetup['openLookUp'] => {
  const openSince = () => plusMs(clock.now(), -config.reviews.knownForMs)
  const open = createLookUps({ forge, book, indexes: indexes(), openSince })
  return ({ task }) => open({ task, scope })
}

/** Which session is being composed. */
export interface Composing {
  readonly name: string
  readonly report: Reporter
  readonly threshold: number | undefined
  /** Whether it may begin without a key, for work that sends nothing. */
  readonly keyless: boolean
}
