import { nearest } from '../config/nearest.ts'
import type { PipelineSettings } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import { show } from '../config/show.ts'
import { PerpetualError } from '../domain/errors.ts'

/** Pipelines that this version runs. */
export type RunnablePipeline = Exclude<PipelineSettings, { readonly kind: 'implementation' }>

export const isRunnable = (pipeline: PipelineSettings): pipeline is RunnablePipeline => pipeline.kind !== 'implementation'

/** The configured pipeline of that name; otherwise an error that names the nearest one. */
export function findPipeline(config: Config, name: string): RunnablePipeline {
  const pipeline = Object.hasOwn(config.pipelines, name) ? config.pipelines[name] : undefined
  if (pipeline === undefined) {
    const known = Object.keys(config.pipelines)
    const close = nearest(name, known)
    throw new PerpetualError(
      `Expected the name of a pipeline, got ${show(name)}${close === undefined ? '.' : `; did you mean \`${close}\`?`} Known: ${known.join(', ')}`,
      { actBy: 'fix-config' },
    )
  }
  if (isRunnable(pipeline)) return pipeline
  throw new PerpetualError(
    `Expected a pipeline of kind research, batch or integration, got \`${name}\` of kind ${pipeline.kind}, which this version does not run`,
    { actBy: 'fix-config' },
  )
}

/** The pipeline of that name where its kind is this one; a task of another kind's pipeline is a mistake of ours. */
export function findKind<Kind extends RunnablePipeline['kind']>(
  config: Config,
  name: string,
  kind: Kind,
): Extract<RunnablePipeline, { readonly kind: Kind }> {
  const pipeline = findPipeline(config, name)
  const isKind = (found: RunnablePipeline): found is Extract<RunnablePipeline, { readonly kind: Kind }> => found.kind === kind
  if (isKind(pipeline)) return pipeline
  throw new PerpetualError(`Expected a pipeline of kind ${kind}, got \`${name}\` of kind ${pipeline.kind}`, {
    actBy: 'fix-config',
  })
}
