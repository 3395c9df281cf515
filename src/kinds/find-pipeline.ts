import { kinds } from '../config/kinds/registry.ts'
import { nearest } from '../config/nearest.ts'
import { factsOf, type PipelineSettings, type RunnableKind } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import { show } from '../config/show.ts'
import { PerpetualError } from '../domain/errors.ts'

/** Pipelines that this version runs. */
export type RunnablePipeline = PipelineSettings<RunnableKind>

export const isRunnable = (pipeline: PipelineSettings): pipeline is RunnablePipeline => factsOf(pipeline).runs

const runnableKinds = (): string => {
  const names = Object.entries(kinds).flatMap(([name, { runs }]) => (runs ? [name] : []))
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

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
    `Expected a pipeline of kind ${runnableKinds()}, got \`${name}\` of kind ${pipeline.kind}, which this version does not run`,
    { actBy: 'fix-config' },
  )
}
