import type { PipelineSettings, RunnableKind } from '../config/pipelines.ts'
import { plusMs } from '../domain/instant.ts'
import type { Project } from '../project.ts'
import type { LookSetup } from '../session/look.ts'
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

/** What a kind brings to a look: tasks that its pipelines find by themselves, slots that live beyond sessions. */
export type LookParts = Partial<Pick<LookSetup, 'discover' | 'batch'>>

/** Whose pipeline is looked at; `threshold` moves the line of what it is metered in. */
export interface Looking {
  readonly name: string
  readonly threshold: number | undefined
}

/** Which session is being composed. */
export interface Composing extends Looking {
  readonly report: Reporter
}

/** How pipelines of a kind are looked at, and what their sessions are made of. */
export interface RunningKind<Name extends RunnableKind> {
  /** What a look needs beside what is the same for all; no key. */
  readonly look?: (project: Project, looking: Looking, pipeline: PipelineSettings<Name>) => LookParts
  /** Throws `fix-config` where a key is missing that a session cannot begin without. */
  readonly compose: (project: Project, composing: Composing, pipeline: PipelineSettings<Name>) => KindParts | Promise<KindParts>
}
