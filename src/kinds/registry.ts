import type { PipelineSettings, RunnableKind } from '../config/pipelines.ts'
import type { Project } from '../project.ts'
import { batch } from './batch.ts'
import { integration } from './integration.ts'
import type { Composing, KindParts, Looking, LookParts, RunningKind } from './kind-parts.ts'
import { research } from './research.ts'

/** One line a kind that runs: one in `src/config/kinds/registry.ts` without one here does not compile. */
const runningKinds: { readonly [Name in RunnableKind]: RunningKind<Name> } = {
  research,
  batch,
  integration,
}

/** What a pipeline's kind brings to a look at it; no key. */
export const lookPartsOf = <Name extends RunnableKind>(
  project: Project,
  looking: Looking,
  pipeline: PipelineSettings<Name>,
): LookParts => runningKinds[pipeline.kind].look?.(project, looking, pipeline) ?? {}

/** What a pipeline's kind brings to its sessions. Throws `fix-config` where a key is missing that they cannot begin without. */
export const composePartsOf = async <Name extends RunnableKind>(
  project: Project,
  composing: Composing,
  pipeline: PipelineSettings<Name>,
): Promise<KindParts> => runningKinds[pipeline.kind].compose(project, composing, pipeline)
